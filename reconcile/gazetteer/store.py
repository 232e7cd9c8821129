"""The file of places: a name in, what it can stand for out, one block of names read at a time.

The file is a ZIP archive with the units of the world (continents, countries, regions, districts),
each before those that lie in it; blocks of names in alphabetical order; and the first name of each
block. A line of a unit has its level, the number of the first unit behind all that lie in it, the
number of what it lies in, its middle, its name. Behind a name stand its readings, the most
populous first: the number of a unit, how many people live there, and of a town where it lies.
Numbers are written to the base of 64. ``python -m benchmarks.gazetteer`` writes the file.
"""

from __future__ import annotations

import bisect
import functools
import io
import zipfile
from pathlib import Path
from typing import Final

from reconcile.gazetteer.keys import key_of
from reconcile.gazetteer.numbers import read_number, read_point, write_number, write_point
from reconcile.gazetteer.places import Place, Unit

FILE: Final = Path(__file__).with_name("places.zip")
UNITS: Final = "units.txt"
INDEX: Final = "index.txt"
BLOCK: Final = "names/{:02}.txt"


@functools.lru_cache(maxsize=4096)
def stored(name: str) -> tuple[Place, ...]:
    """Every place of the file that a name can stand for, the most populous first."""
    key = key_of(name)
    block = bisect.bisect_right(_lines(INDEX), key) - 1
    if not key or block < 0:
        return ()
    names, line = _member(BLOCK.format(block)), f"\n{key}\t"
    start = names.find(line)
    if start < 0:
        return ()
    readings = names[start + len(line) : names.index("\n", start + len(line))]
    return tuple(_read(reading) for reading in readings.split())


@functools.lru_cache(maxsize=4096)
def unit_at(number: int) -> Unit:
    """The unit of a number."""
    line = _lines(UNITS)[number]
    return Unit(line[11:], int(line[0]), number, read_number(line[1:4]), read_point(line[7:11]))


@functools.lru_cache(maxsize=4096)
def holders(unit: Unit) -> tuple[Unit, ...]:
    """A unit and all that it lies in, itself first."""
    if not unit.level:
        return (unit,)
    return (unit, *holders(unit_at(read_number(_lines(UNITS)[unit.first][4:7]))))


def write_unit(unit: Unit, holder: int) -> str:
    """The line of a unit, with the number of what it lies in."""
    numbers = write_number(unit.end, 3) + write_number(holder, 3) + write_point(unit.centre)
    return f"{unit.level}{numbers}{unit.name}"


def _read(reading: str) -> Place:
    unit, size = unit_at(read_number(reading[:3])), read_number(reading[3])
    point = read_point(reading[4:], unit.centre) if len(reading) > 4 else None
    return Place((unit,), size, point)


@functools.cache
def _lines(name: str) -> list[str]:
    return _member(name).strip("\n").split("\n")


@functools.cache
def _member(name: str) -> str:
    """A member's text, with the end of a line at both of its ends."""
    return f"\n{_packed().read(name).decode('utf-8')}\n"


@functools.cache
def _packed() -> zipfile.ZipFile:
    """The archive, held in memory so that no file stays open."""
    return zipfile.ZipFile(io.BytesIO(FILE.read_bytes()))
