"""What all records share: they are frozen, strict about their fields, and explain each of them."""

import ast
import inspect
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

SCHEMA_VERSION = "1"
"""Raised where a field of the record changes its name or meaning; fields that are only added do not raise it."""


class Schema(BaseModel):
    """A value that crosses a boundary: immutable, without unknown fields, each field described.

    What checks a value is built when the first one is made: few commands need all of them. The words under the fields
    are read where somebody asks for them (`described`); reading them at import, as pydantic can, took 0.13 s.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        defer_build=True,
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
        allow_inf_nan=False,
    )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """The JSON schema, each field with its words."""
        schema = handler(core_schema)
        fields: dict[str, Any] = handler.resolve_ref_schema(schema).get("properties", {})
        words = described(cls)
        for name, info in cls.model_fields.items():
            field = fields.get(info.serialization_alias or name)
            if field is not None and name in words:
                field["description"] = words[name]
        return schema


@cache
def described(noun: type[BaseModel]) -> dict[str, str]:
    """What the words under each field of a schema say, by the field's name."""
    found: dict[str, str] = {}
    for base in reversed(noun.__mro__):
        if not issubclass(base, BaseModel) or base is BaseModel:
            continue
        (body,) = (
            one.body
            for one in _module(inspect.getsourcefile(base) or "").body
            if isinstance(one, ast.ClassDef) and one.name == base.__name__
        )
        for field, words in pairwise(body):
            match field, words:
                case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                    found[name] = inspect.cleandoc(text)
    return found


@cache
def _module(path: str) -> ast.Module:
    return ast.parse(Path(path).read_text(encoding="utf-8"))
