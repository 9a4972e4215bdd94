"""JSON Pointers into a record, or into the record as JSON has it."""

from collections.abc import Mapping, Sequence
from typing import Any


def value_at(value: Any, pointer: str) -> Any:
    """What stands at a JSON Pointer, in JSON or in a record."""
    for step in _steps(pointer):
        if isinstance(value, list | tuple):
            value = value[int(step)]
        else:
            value = value[step] if isinstance(value, dict) else getattr(value, step)
    return value


def with_fields(record: Any, pointer: str, changes: Mapping[str, Any]) -> Any:
    """A copy of a record in which some fields of what a JSON Pointer means are others; nothing is checked."""
    return _with(record, _steps(pointer), changes)


def _with(value: Any, steps: Sequence[str], changes: Mapping[str, Any]) -> Any:
    if not steps:
        return value.model_copy(update=changes)
    step, *rest = steps
    if isinstance(value, tuple):
        n = int(step)
        return (*value[:n], _with(value[n], rest, changes), *value[n + 1 :])
    return value.model_copy(update={step: _with(getattr(value, step), rest, changes)})


def _steps(pointer: str) -> list[str]:
    return pointer.strip("/").split("/")
