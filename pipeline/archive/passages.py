"""The texts that a found row consists of, each with its places, so that a hit is shown in its words and on its page."""

from dataclasses import dataclass, replace

from sqlalchemy import Connection

WIDTH = 180
"""So many characters of a text are shown around a hit."""

_TEXTS = {
    "items": (
        "SELECT id, 'title', title, 'at' FROM items WHERE id = :id",
        "SELECT id, 'proposal', proposal, 'proposal_at' FROM items WHERE id = :id AND proposal IS NOT NULL",
        "SELECT id, 'decision', text, 'at' FROM decisions WHERE item_id = :id",
        "SELECT id, label, text, 'at' FROM sections WHERE item_id = :id AND role <> 'decision' ORDER BY ord",
        "SELECT id, 'attachment', title, 'at' FROM attachments WHERE item_id = :id ORDER BY ord",
        "SELECT id, 'history', text, 'at' FROM history WHERE item_id = :id ORDER BY ord",
        "SELECT id, 'case number', case_number, 'at' FROM items WHERE id = :id AND case_number IS NOT NULL",
    ),
    "chapters": (
        "SELECT id, 'title', coalesce(title, ''), 'at' FROM chapters WHERE id = :id",
        "SELECT id, 'text', text, 'at' FROM chapters WHERE id = :id",
    ),
    "targets": (
        "SELECT id, 'title', title, 'at' FROM targets WHERE id = :id",
        "SELECT id, 'measure', text, 'at' FROM measures WHERE target_id = :id ORDER BY ord",
        "SELECT id, 'action', text, 'at' FROM actions WHERE target_id = :id ORDER BY ord",
    ),
    "questions": (
        "SELECT id, 'question', question, 'at' FROM questions WHERE id = :id",
        "SELECT id, 'answer', answer, 'at' FROM questions WHERE id = :id AND answer IS NOT NULL",
    ),
    "memos": (
        "SELECT m.id, 'title', d.title, 'at' FROM memos m JOIN documents d ON d.id = m.id WHERE m.id = :id",
        (
            "SELECT id, 'recommendation', recommendation, 'recommendation_at' FROM memos "
            "WHERE id = :id AND recommendation IS NOT NULL"
        ),
    ),
}
"""Owner, what it is, its text and the field that holds its places, title first."""


@dataclass(frozen=True)
class Passage:
    """A text of a row, or a piece of one."""

    owner_id: str
    """The row whose text it is: a section's, a decision's."""
    label: str
    """What it is: "title", "decision", a section's label."""
    text: str
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
    """All texts of a row, its title first."""
    passages = []
    for query in _TEXTS[table]:
        for own, label, text, field in connection.exec_driver_sql(query.replace(":id", "?"), (owner,)):
            pages = connection.exec_driver_sql(
                "SELECT page FROM places WHERE owner_id = ? AND field = ? ORDER BY ord", (own, field)
            )
            passages.append(Passage(own, label, text, tuple(page for (page,) in pages)))
    return passages
