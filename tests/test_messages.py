"""What findings say is there in Danish, sentence by sentence as the program writes them."""

import ast
import re
from pathlib import Path

import pytest

pytest.importorskip("datasette", reason="the extra `web` is not installed")

from pipeline.web.messages import in_danish, messages

ROOT = Path(__file__).resolve().parents[1]

PROGRAM = [
    node
    for path in sorted((ROOT / "pipeline").rglob("*.py"))
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
]


def test_the_sentences_that_are_put_in_danish_are_those_of_the_program() -> None:
    words = "\n".join(
        one.value for one in PROGRAM if isinstance(one, ast.Constant) and isinstance(one.value, str)
    )
    for english, danish in messages()["sentences"].items():
        parts = re.split(r"\{\w+\}|: | \(|, |“|”", english)
        assert all(part.strip() in words for part in parts if len(part) > 9 and " PDF" not in part), english
        assert set(re.findall(r"\{\w+\}", danish)) <= set(re.findall(r"\{\w+\}", english)), english


def test_what_findings_say_is_there_in_danish() -> None:
    """A new finding needs its sentence in `pipeline/web/messages.toml`."""
    written = [one.value for one in PROGRAM if isinstance(one, ast.keyword) and one.arg == "message"]
    said = [
        "".join(part.value if isinstance(part, ast.Constant) else "7" for part in one.values)
        for one in written
        if isinstance(one, ast.JoinedStr)
    ]
    said += [one.value for one in written if isinstance(one, ast.Constant)]
    assert len(said) > 10
    put_together = (
        "7: 7",
        "The file is not as it was made: 7",
        "By the printed page numbers, 7",
        "Page 7 77",
        "77",
        "7 7 by 7, but",
        "7 PDF7 inside",
    )
    assert [one for one in said if in_danish(one) == one and not one.startswith(put_together)] == []


@pytest.mark.parametrize(
    ("english", "danish"),
    [
        (
            "Item 3: V stands among those for and those against",
            "Punkt 3: V står både blandt dem, der stemte for, og dem, der stemte imod",
        ),
        (
            "Page 4: taken for a memo, but nothing on them says so; look at them",
            "Side 4: læst som et notat, men intet på den siger det; se på den",
        ),
        ("By the printed page numbers, 3 to 5 are not there", "Efter de trykte sidetal mangler side 3 til 5"),
        ("Item 3: an older program's words", "Item 3: an older program's words"),
    ],
)
def test_a_sentence_of_a_finding_in_danish(english: str, danish: str) -> None:
    assert in_danish(english) == danish
