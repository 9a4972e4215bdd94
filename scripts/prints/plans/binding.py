"""Minutes, plan and memos printed in one style each and bound in one file."""

from pathlib import Path
from typing import Any

import pypdfium2

from prints.invent import ready
from prints.meeting import meetings
from prints.mix import mixed
from prints.plans.matter import Answer, MemoMatter, PlanMatter
from prints.plans.memoprint import print_memo
from prints.plans.planprint import print_plan
from prints.plans.style import Style
from prints.printing import print_meeting


def print_bound(
    path: Path, plans: list[PlanMatter], memos: list[MemoMatter], style: Style, out: Path, seed: int
) -> Answer:
    """Write the file; the answer of all that is bound in it, each with its own pages."""
    parts: list[tuple[Path, Answer]] = []
    look = mixed(int(style.name.rpartition("-")[2]))
    for place, meeting in enumerate(meetings(path)):
        own = out.with_name(f"referat{place}.part")
        anew = ready(meeting, look, seed, False)
        parts.append((own, print_meeting(anew, look, own, seed)["documents"][0]))
    for place, plan in enumerate(plans):
        own = out.with_name(f"plan{place}.part")
        parts.append((own, print_plan(plan, style, own, seed)))
    for place, memo in enumerate(memos):
        own = out.with_name(f"notat{place}.part")
        parts.append((own, print_memo(memo, style, own, seed)))
    whole, documents = pypdfium2.PdfDocument.new(), []
    first = 0
    items: list[dict[str, Any]] = next((d["items"] for _, d in parts if d["kind"] == "minutes"), [])
    old = next((m.items for m in meetings(path)), [])
    numbers = {before.number: after["number"] for before, after in zip(old, items, strict=False)}
    for own, document in parts:
        part = pypdfium2.PdfDocument(own)
        whole.import_pages(part)
        document["pages"] = [first + 1, first + len(part)]
        if "concerns_item" in document:
            document["concerns_item"] = numbers.get(document["concerns_item"])
        first += len(part)
        part.close()
        own.unlink()
        documents.append(document)
    whole.save(str(out))
    return {"documents": documents}
