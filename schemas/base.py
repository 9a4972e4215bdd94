"""What all records share: they are frozen, strict about their fields, and explain each of them."""

from pydantic import BaseModel, ConfigDict

SCHEMA_VERSION = "1"
"""Raised where a field of the record changes its name or meaning; fields that are only added do not raise it."""


class Schema(BaseModel):
    """A value that crosses a boundary: immutable, without unknown fields, each field described."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        use_attribute_docstrings=True,
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
        allow_inf_nan=False,
    )
