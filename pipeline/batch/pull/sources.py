"""Where to pull from: the file of sources, read from TOML and checked before anything is asked."""

import difflib
import tomllib
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import Field, ValidationError, field_validator, model_validator

from pipeline.batch.pull.names import safe_name
from pipeline.errors import WrongSources
from schemas.base import Schema

HttpAddress = Annotated[str, Field(pattern=r"^(?i:https?)://[^\s@/?#]+(?:[/?#]\S*)?$")]
"""An address of http or https, without a user's name and password."""


class SourceOf(Schema):
    """What every source says."""

    name: Annotated[str, Field(min_length=1, max_length=80)]
    """Its name: the folder that its files go into, and how it is called in the list of what was pulled."""

    municipality: str | None = None
    """Whose it is, "Granholm Kommune"; kept beside the files."""

    since: date | None = None
    """Leave out meetings and links that are dated before this day; what bears no date is kept."""

    until: date | None = None
    """Leave out what is dated after this day."""


class NetSource(SourceOf):
    """What every source on the net says."""

    allow_private: bool = False
    """Allow that it lies on this machine or in the house's own network, and that it leads there."""

    rate: Annotated[float, Field(gt=0, le=50)] | None = None
    """Requests a second to one machine, at most; else what the whole file says. robots.txt may ask for fewer."""


class FolderSource(SourceOf):
    """A folder on this machine or on a network share that is mounted."""

    kind: Literal["folder"]
    path: str
    """The folder, or one PDF; "~" is the home folder; a relative path counts from the file of sources."""


class AddressSource(NetSource):
    """A list of addresses of PDFs."""

    kind: Literal["addresses"]
    addresses: tuple[HttpAddress, ...] = ()
    """The addresses themselves."""

    file: str | None = None
    """A text file with an address on each line; empty lines and lines that begin with # are left out."""

    @model_validator(mode="after")
    def _says_some(self) -> Self:
        if not self.addresses and self.file is None:
            raise ValueError("it needs `addresses` or `file`")
        return self


class ListingSource(NetSource):
    """A page with links to PDFs."""

    kind: Literal["listing"]
    address: HttpAddress
    """The page."""

    links: str | None = None
    """Only links whose address or words hold this text, whatever its case."""

    any_link: bool = False
    """Try links too whose address does not end in .pdf."""

    pages: Annotated[int, Field(ge=1, le=1000)] = 1
    """So many pages at most, where the page leads to a next one (rel="next", "Næste")."""


class SiteSource(NetSource):
    """A publication site with /api/agenda."""

    kind: Literal["site"]
    address: HttpAddress
    """The site, without /api: "https://dagsordener.eksempel.dk"."""

    committees: tuple[str, ...] = ()
    """Only these committees, by name; a part of the name is enough."""

    attachments: bool = True
    """The attachments too."""


AnySource = Annotated[FolderSource | AddressSource | ListingSource | SiteSource, Field(discriminator="kind")]


class Sources(Schema):
    """The file of sources."""

    folder: str
    """Where the files go, and the list of what was pulled (manifest.db); relative to the file of sources."""

    contact: Annotated[str, Field(max_length=200)] | None = None
    """Who pulls, for those who run the sites: a mail address or the address of a page; stands in the User-Agent."""

    rate: Annotated[float, Field(gt=0, le=50)] = 1.0
    """Requests a second to one machine, at most."""

    timeout: Annotated[float, Field(gt=0, le=600)] = 30.0
    """Seconds to wait for a machine that says nothing."""

    time_limit: Annotated[float, Field(gt=0)] = 900.0
    """Seconds that one file may take, however slowly it comes."""

    tries: Annotated[int, Field(ge=1, le=20)] = 5
    """How often something is asked for that fails in passing (busy, cut off, silent)."""

    max_megabytes: Annotated[float, Field(gt=0)] = 200.0
    """The largest file, in millions of bytes."""

    source: Annotated[tuple[AnySource, ...], Field(min_length=1)]
    """The sources: [[source]] for each."""

    @field_validator("contact")
    @classmethod
    def _fits_a_header(cls, contact: str | None) -> str | None:
        if contact is not None and not (contact.isascii() and contact.isprintable() and contact.strip()):
            raise ValueError("must be plain ASCII in one line, such as a mail address")
        return contact

    @model_validator(mode="after")
    def _names_differ(self) -> Self:
        seen: dict[str, str] = {}
        for one in self.source:
            key = safe_name(one.name).casefold()
            if key in seen:
                raise ValueError(f"two sources are called “{one.name}”; give each a name of its own")
            seen[key] = one.name
        return self


def read_sources(path: Path) -> Sources:
    """Read a file of sources.

    Raises:
        WrongSources: It is not there, is no TOML, or says something that cannot be so; all of it is told.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        raise WrongSources(f"{path}: there is no such file; `udvalgsarkiv pull --help` shows one") from error
    except OSError as error:
        raise WrongSources(f"{path}: cannot be read ({error.strerror}); name a TOML file") from error
    except UnicodeDecodeError as error:
        raise WrongSources(f"{path}: is not written in UTF-8; save it as UTF-8") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise WrongSources(f"{path}: is no TOML ({error}); mend it there") from error
    try:
        return Sources.model_validate(table)
    except ValidationError as error:
        says = "; ".join(dict.fromkeys(_said(one, table) for one in error.errors()))
        raise WrongSources(f"{path}: {says}") from error


def _said(error: Any, table: dict[str, Any]) -> str:
    """One thing that is wrong: where it stands, and what to write instead."""
    where = [part for part in error["loc"] if part not in KINDS]
    words = _place(where, table)
    key = str(where[-1]) if where else ""
    match error["type"]:
        case "extra_forbidden":
            near = difflib.get_close_matches(key, _keys(where, error["loc"]), 1)
            return f"{words}: there is no such key" + (
                f"; did you mean `{near[0]}`?" if near else "; take it out"
            )
        case "missing":
            return f"{words}: is missing; write it"
        case "union_tag_not_found":
            return f"{words}: needs `kind`, one of {', '.join(KINDS)}"
        case "union_tag_invalid":
            return f"{words}: `kind` must be one of {', '.join(KINDS)}"
        case "string_pattern_mismatch":
            return f"{words}: must be an address that begins with http:// or https:// and holds no password"
        case _:
            return f"{words}: {error['msg'].removeprefix('Value error, ')}".removeprefix(": ")


def _place(where: list[Any], table: dict[str, Any]) -> str:
    if len(where) < 2 or where[0] != "source" or not isinstance(where[1], int):
        return f"`{where[0]}`" if where else ""
    named = table["source"][where[1]]
    name = named.get("name") if isinstance(named, dict) else None
    words = f"source {where[1] + 1}" + (f" (“{name}”)" if isinstance(name, str) else "")
    return f"{words}, `{where[2]}`" if len(where) > 2 else words


def _keys(where: list[Any], loc: tuple[Any, ...]) -> list[str]:
    kind = next((part for part in loc if part in KINDS), None)
    return list((KINDS[kind] if kind else Sources).model_fields)


KINDS: dict[str, type[SourceOf]] = {
    "folder": FolderSource,
    "addresses": AddressSource,
    "listing": ListingSource,
    "site": SiteSource,
}
"""The kinds of source by the word that stands for each."""
