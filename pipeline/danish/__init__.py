"""How Danish minutes and plans are worded: patterns and readers of text, without pages or documents.

- Means: `pattern` (a rule with its evidence), `lexicon/` (labels, phrases and words as data), `local` (one
  municipality's own), `language` (the model), `sentences`, `wording`, `numbers`.
- An agenda: `headings` by `heading_rules`, `labels`, `case_numbers`, `dates`, `references`, `raising`.
- A decision: `decisions`, part by part (`parts`): `outcomes` of its `clauses` by the `phrases` of the lexicon, with
  `misspelt`, `changes` and `motions`; `forwarding`; `speakers`, who decide nothing.
- Votes: `votes` of lists (`ballots`, `voters`), `counts` and `subjects` of sentences, and what the minority said (`dissent`).
- People: `names` by their shape, lists of `people`, `persons` in running text, `absences`, `absent_lists`, `everybody`,
  `stand_ins`; `entities` are all that a text names.
- Plans: `quantities` of `amounts`, `bounds`, `deadlines`, `promise`; `telling`, `told`; `plan_names`.
- Privacy: `private` passages (`cpr`, `ill`) and their `masking`. Search: `stems`. Reports: `report_words`.
"""
