"""What we do with a file, stage by stage; each takes a noun of `schemas` and gives the next.

1. pull        sources -> files in a folder (`batch.pull`; only where files must be fetched)
2. read        a PDF -> pages of lines in reading order, running lines set aside (`reading`)
3. divide      pages -> parts, one a document, with its kind (`documents.divide`)
4. understand  a part -> minutes, plan, memo or other (`documents`, with the meaning of words from `danish`)
5. bind        plans and memos -> the agenda items that they belong to (`documents.bind`)
6. check       a record -> the same with findings and how sure each field is (`checking`)
7. load        a record -> rows of the archive, whole or not at all (`archive`; many files side by side: `batch`)
8. ask         the archive -> lists, search, exports, the browser, plans compared (`archive`, `web`, `compare`)

`run.understand` composes 2 to 6 for one file; `cli` is what a person types; `showing` and `options` serve it;
`errors` holds the reasons to stop, `writing` how a file is written whole or not at all.
"""
