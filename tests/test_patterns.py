"""Every rule, in whatever room it stands, is held to the lines that it states."""

from importlib import import_module
from pathlib import Path

import pytest

from pipeline.danish.pattern import Pattern, all_patterns

ROOT = Path(__file__).resolve().parents[1]
for path in sorted(ROOT.glob("pipeline/**/*.py")):
    if " = Pattern(" in path.read_text(encoding="utf-8"):
        import_module(".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"))


@pytest.mark.parametrize("pattern", all_patterns(), ids=lambda p: p.name)
def test_pattern_matches_its_examples_and_nothing_else(pattern: Pattern):
    missed = [text for text in pattern.matches if not pattern.search(text)]
    taken = [text for text in pattern.not_matches if pattern.search(text)]
    assert (missed, taken) == ([], [])
    assert pattern.matches, "a rule comes with its evidence"


def test_no_two_patterns_share_a_name():
    pattern = all_patterns()[0]
    with pytest.raises(ValueError, match="two patterns"):
        Pattern(pattern.name, "x", matches=["x"])
