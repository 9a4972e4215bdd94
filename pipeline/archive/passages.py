"""The texts that a found row consists of, each with its places, so that a hit is shown in its words and on its page."""

from dataclasses import dataclass, replace

from pipeline.archive.connection import Connection

WIDTH = 180
"""So many characters of a text are shown around a hit."""

_TEXTS = {
    "items": """
        SELECT id, 'title', title, 'at', 0 AS part, 0 AS ord FROM items_now WHERE id = :id
        UNION ALL SELECT id, 'proposal', proposal, 'proposal_at', 1, 0 FROM items_now
                  WHERE id = :id AND proposal IS NOT NULL
        UNION ALL SELECT id, 'decision', text, 'at', 2, 0 FROM decisions_now WHERE item_id = :id
        UNION ALL SELECT id, label, text, 'at', 3, ord FROM sections WHERE item_id = :id AND role <> 'decision'
        UNION ALL SELECT id, 'attachment', title, 'at', 4, ord FROM attachments WHERE item_id = :id
        UNION ALL SELECT id, 'history', text, 'at', 5, ord FROM history WHERE item_id = :id
        UNION ALL SELECT id, 'case number', case_number, 'at', 6, 0 FROM items_now
                  WHERE id = :id AND case_number IS NOT NULL
        ORDER BY 5, 6""",
    "chapters": """
        SELECT id, 'title', coalesce(title, ''), 'at', 0, 0 FROM chapters WHERE id = :id
        UNION ALL SELECT id, 'text', text, 'at', 1, 0 FROM chapters WHERE id = :id ORDER BY 5""",
    "targets": """
        SELECT id, 'title', title, 'at', 0, 0 FROM targets_now WHERE id = :id
        UNION ALL SELECT id, 'measure', text, 'at', 1, ord FROM measures_now WHERE target_id = :id
        UNION ALL SELECT id, 'action', text, 'at', 2, ord FROM actions WHERE target_id = :id ORDER BY 5, 6""",
    "questions": """
        SELECT id, 'question', question, 'at', 0, 0 FROM questions WHERE id = :id
        UNION ALL SELECT id, 'answer', answer, 'at', 1, 0 FROM questions WHERE id = :id AND answer IS NOT NULL
        ORDER BY 5""",
    "memos": """
        SELECT m.id, 'title', d.title, 'at', 0, 0 FROM memos m JOIN documents_now d ON d.id = m.id WHERE m.id = :id
        UNION ALL SELECT id, 'recommendation', recommendation, 'recommendation_at', 1, 0 FROM memos
                  WHERE id = :id AND recommendation IS NOT NULL
        ORDER BY 5""",
}
"""Owner, what it is, its text and the field that holds its places, title first, by table; corrected where it was."""


@dataclass(frozen=True)
class Passage:
    """A text of a row, or a piece of one."""

    owner_id: str
    """The row whose text it is: a section's, a decision's."""
    label: str
    """What it is: "title", "decision", a section's label."""
    text: str
    field: str = "at"
    """The field that holds its places."""
    pages: tuple[int, ...] = ()
    """The page of each of its lines or blocks, in reading order, counted from 1."""
    page: int | None = None
    """The page of the piece; None where the reading does not say."""
    marks: tuple[tuple[int, int], ...] = ()
    """Begin and end of each hit in `text`."""

    def around(self, hits: list[tuple[int, int]]) -> "Passage":
        """The piece around the densest hits, cut at words, with its page."""
        if not hits:
            return replace(
                self, text=_cut(self.text, 0, WIDTH)[0], page=self.pages[0] if self.pages else None
            )
        first = max(hits, key=lambda hit: sum(hit[0] <= other[0] < hit[0] + WIDTH for other in hits))
        begin = max(0, first[0] - WIDTH // 4)
        text, shift = _cut(self.text, begin, begin + WIDTH)
        marks = [(b + shift, e + shift) for b, e in hits if b + shift >= 0 and e + shift <= len(text)]
        page = None
        if self.pages:
            page = self.pages[min(len(self.pages) - 1, first[0] * len(self.pages) // max(1, len(self.text)))]
        return replace(self, text=text, marks=tuple(marks), page=page)

    @property
    def marked(self) -> str:
        """The text with its hits in guillemets, for a screen without colours."""
        pieces, last = [], 0
        for begin, end in self.marks:
            pieces += [self.text[last:begin], "»", self.text[begin:end], "«"]
            last = end
        return "".join([*pieces, self.text[last:]])


def _cut(text: str, begin: int, end: int) -> tuple[str, int]:
    """A piece of a text from whole words, with dots where it was cut; and by how much offsets move."""
    if begin > 0:
        begin = text.find(" ", begin) + 1 or begin
    if end < len(text):
        space = text.rfind(" ", begin, end + 1)
        end = space if space > begin else end
    before, after = ("… " if begin > 0 else ""), (" …" if end < len(text) else "")
    return before + text[begin:end] + after, len(before) - begin


def passages_of(connection: Connection, table: str, owner: str) -> list[Passage]:
    """All texts of a row, its title first; their pages are asked for by `with_pages`."""
    rows = connection.exec_driver_sql(_TEXTS[table], {"id": owner})
    return [Passage(own, label, text, field) for own, label, text, field, _, _ in rows]


def with_pages(connection: Connection, passage: Passage) -> Passage:
    """A text with the page of each of its lines or blocks."""
    pages = connection.exec_driver_sql(
        "SELECT page FROM places WHERE owner_id = ? AND field = ? ORDER BY ord",
        (passage.owner_id, passage.field),
    )
    return replace(passage, pages=tuple(page for (page,) in pages))
