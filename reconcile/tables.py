"""A data file of the library in, its tables out.

The files are TOML, which people can read and which takes long to parse. So each room has a
``tables.json`` that says the same, made by ``python -m reconcile.tables``. It speaks for a file
only as long as that has the bytes that it was made from: an edited rule holds at once.
"""

from __future__ import annotations

import functools
import json
import zlib
from pathlib import Path
from typing import Any, Final

_ROOT: Final = Path(__file__).parent
_KEPT: Final = "tables.json"


@functools.cache
def read_tables(room: str, file: str) -> dict[str, Any]:
    """The tables of a file of a room, read once: ``read_tables("values", "rules/units.toml")``."""
    data = (_ROOT / room / file).read_bytes()
    kept = _kept(room).get(file)
    if kept is not None and kept["of"] == zlib.crc32(data):
        tables: dict[str, Any] = kept["tables"]
        return tables
    return _parse(data)


@functools.cache
def _kept(room: str) -> dict[str, Any]:
    try:
        kept: dict[str, Any] = json.loads((_ROOT / room / _KEPT).read_bytes())
    except OSError:
        return {}
    return kept


def _parse(data: bytes) -> dict[str, Any]:
    import tomli

    return tomli.loads(data.decode("utf-8"))


# --- making what is kept --------------------------------------------------------------------------


def kept_tables(room: str) -> str:
    """What ``tables.json`` of a room should hold, a line for each file."""
    lines = []
    for path in sorted((_ROOT / room).glob("*/*.toml")):
        data = path.read_bytes()
        kept = {"of": zlib.crc32(data), "tables": _parse(data)}
        file = f"{path.parent.name}/{path.name}"
        lines.append(f"{json.dumps(file)}: {json.dumps(kept, ensure_ascii=False)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def rooms() -> tuple[str, ...]:
    """The rooms that have TOML files."""
    return tuple(sorted({path.parents[1].name for path in _ROOT.glob("*/*/*.toml")}))


def main() -> None:
    """Write ``tables.json`` of every room."""
    for room in rooms():
        (_ROOT / room / _KEPT).write_bytes(kept_tables(room).encode("utf-8"))


if __name__ == "__main__":
    main()
