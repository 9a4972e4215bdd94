"""Every rule, in whatever room it stands, is held to the lines that it states."""

from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

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


@pytest.mark.parametrize("pattern", [p for p in all_patterns() if p.needs or p.shape], ids=lambda p: p.name)
def test_what_is_asked_of_a_text_first_keeps_no_rule_from_what_it_finds(pattern: Pattern):
    @settings(max_examples=15, suppress_health_check=list(HealthCheck))
    @given(st.from_regex(pattern.compiled))
    def every_text_in_which_it_holds(text: str):
        printed = " ".join(text.split())
        if pattern.compiled.search(printed):
            assert pattern.search(printed), printed

    every_text_in_which_it_holds()


def test_no_two_patterns_share_a_name():
    pattern = all_patterns()[0]
    with pytest.raises(ValueError, match="two patterns"):
        Pattern(pattern.name, "x", matches=["x"])
