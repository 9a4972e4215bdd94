"""A list of addresses, in the file of sources or in a file of its own."""

from collections.abc import Iterator
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from pipeline.batch.pull.failing import CannotHave, Why
from pipeline.batch.pull.kinds.days import day_in
from pipeline.batch.pull.names import name_of
from pipeline.batch.pull.sources import AddressSource, HttpAddress
from pipeline.batch.pull.wanted import Lost, Wanted

_ADDRESS: TypeAdapter[str] = TypeAdapter(HttpAddress)


def listed_addresses(source: AddressSource, base: Path) -> Iterator[Wanted | Lost]:
    """Every address, each once.

    Args:
        source: The addresses.
        base: From where the path of a file of addresses counts.

    Raises:
        CannotHave: That file cannot be read.
    """
    for address in dict.fromkeys((*source.addresses, *_lines(source, base))):
        try:
            _ADDRESS.validate_python(address)
        except ValidationError:
            yield Lost(
                address, Why.address, "is no address that begins with http:// or https://; mend the line"
            )
        else:
            yield Wanted(address, day=day_in(name_of(address)))


def _lines(source: AddressSource, base: Path) -> list[str]:
    if source.file is None:
        return []
    path = base / Path(source.file).expanduser()
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not written in UTF-8"
        raise CannotHave(
            Why.unreadable, f"the file of addresses cannot be read ({why}); check `file`"
        ) from error
    return [line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#")]
