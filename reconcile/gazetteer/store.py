"""The file of places: a name in, what it can stand for out, one block of names read at a time.

The file is a ZIP archive with a tree of units (continents, countries, regions, districts; a tab
for each level), blocks of names in alphabetical order, and the first name of each block. Behind a
name stand its readings, the most populous first: the number of a unit, how many people live there,
and of a town where it lies. ``python -m benchmarks.gazetteer`` writes it.
"""

from __future__ import annotations

import bisect
import functools
import io
import zipfile
from pathlib import Path
from typing import Final

from reconcile.gazetteer.keys import key_of
from reconcile.gazetteer.numbers import read_number, read_point
from reconcile.gazetteer.places import Place, Unit

FILE: Final = Path(__file__).with_name("places.zip")
UNITS: Final = "units.txt"
INDEX: Final = "index.txt"
BLOCK: Final = "names/{:02}.txt"


@functools.lru_cache(maxsize=4096)
def stored(name: str) -> tuple[Place, ...]:
    """Every place of the file that a name can stand for, the most populous first."""
    key = key_of(name)
    block = bisect.bisect_right(_index(), key) - 1
    if not key or block < 0:
        return ()
    return tuple(_read(reading) for reading in _block(block).get(key, "").split())


@functools.lru_cache(maxsize=4096)
def unit_at(number: int) -> Unit:
    """The unit of a number."""
    lines, ends = _tree()
    name, centre = lines[number].lstrip("\t").split("\t")
    return Unit(name, _level(lines[number]), number, ends[number], read_point(centre))


@functools.lru_cache(maxsize=4096)
def holders(unit: Unit) -> tuple[Unit, ...]:
    """A unit and all that it lies in, itself first."""
    lines, _ = _tree()
    found, level = [unit], unit.level
    for number in range(unit.first - 1, -1, -1):
        if _level(lines[number]) < level:
            found.append(unit_at(number))
            level = found[-1].level
        if not level:
            break
    return tuple(found)


def _level(line: str) -> int:
    return len(line) - len(line.lstrip("\t"))


@functools.cache
def _tree() -> tuple[list[str], list[int]]:
    """The units as they are written, and for each the first one behind all that lie in it."""
    lines = _member(UNITS).split("\n")
    ends = [len(lines)] * len(lines)
    last: list[int] = []
    for number, line in enumerate(lines):
        for closed in last[_level(line) :]:
            ends[closed] = number
        del last[_level(line) :]
        last.append(number)
    return lines, ends


def _read(reading: str) -> Place:
    unit, size = unit_at(read_number(reading[:3])), read_number(reading[3])
    point = read_point(reading[4:], unit.centre) if len(reading) > 4 else None
    return Place((unit,), size, point)


@functools.cache
def _index() -> list[str]:
    return _member(INDEX).split("\n")


@functools.cache
def _block(number: int) -> dict[str, str]:
    found = {}
    for line in _member(BLOCK.format(number)).split("\n"):
        name, readings = line.split("\t")
        found[name] = readings
    return found


def _member(name: str) -> str:
    return _packed().read(name).decode("utf-8")


@functools.cache
def _packed() -> zipfile.ZipFile:
    """The archive, held in memory so that no file stays open."""
    return zipfile.ZipFile(io.BytesIO(FILE.read_bytes()))
