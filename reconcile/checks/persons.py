"""Lines in, persons out of whom the article gives two ages."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Final

from reconcile import patterns
from reconcile.checks.births import is_present_age
from reconcile.checks.figures import Figure, Line
from reconcile.checks.found import apart, check, read
from reconcile.checks.vocabulary import words
from reconcile.model import Article, Check
from reconcile.records import frozen
from reconcile.values import steps

_FILE: Final = "ages"
_NAME: Final = r"[A-ZÀ-Þ][\w’'-]+(?: (?:de |van |von |bin |al-)?[A-ZÀ-Þ][\w’'-]+){0,3}"
_BEFORE: Final = patterns.compile(
    rf"(?P<name>{_NAME})(?:, (?:aged )?| \((?:aged )?| is (?:now )?)$"
)
_BEHIND: Final = patterns.compile(rf"^ (?P<name>{_NAME})(?=[ ,.;)])")
#: the word with a capital that ends there
_FIRST: Final = patterns.compile(r"([A-ZÀ-Þ]\w+)\Z")
#: what ends an age that stands in apposition to a name
_END: Final = patterns.compile(r"^(?:[),.;:]| and\b| is\b|$)")
_REACH: Final = 60


@frozen
class Aged:
    """A person and the age that is told."""

    name: str
    figure: Figure

    @property
    def words(self) -> frozenset[str]:
        return frozenset(self.name.casefold().split())


def check_persons(lines: Sequence[Line], article: Article) -> Iterator[Check]:
    """A finding for each person with two ages; two who changed them make one."""
    aged = [each for line in lines for each in _aged(line, article)]
    two = [
        (a, b)
        for a, b in itertools.combinations(aged, 2)
        if _share_a_name(a, b)
        and apart(read(a.figure), read(b.figure))
        and _is_of_one(min(a, b, key=lambda each: len(each.words)).name.split()[-1], article)
    ]
    seen: set[tuple[int, ...]] = set()
    for a, b in two:
        swapped = next((pair for pair in two if _is_swapped((a, b), pair)), None)
        key = (a.figure.start, b.figure.start)
        if key not in seen:
            seen |= {key} | ({tuple(x.figure.start for x in swapped)} if swapped else set())
            yield _wrong(a, b, swapped)


def _aged(line: Line, article: Article) -> Iterator[Aged]:
    for figure in line.figures:
        may = figure.value.kind in ("age", "count") and is_present_age(figure, article)
        name = _name(figure, line) if may else None
        if name is not None:
            yield Aged(name, figure)


def _name(figure: Figure, line: Line) -> str | None:
    """The name that an age stands beside, in apposition."""
    text = line.article.text
    before = text[max(line.segment.start, figure.start - _REACH) : figure.start]
    behind = text[figure.end : min(figure.end + _REACH, line.segment.end)]
    found = _BEFORE.search(before) if _END.match(behind) else None
    if found is None and "year" in figure.text:
        found = _BEHIND.match(behind)
    if found is None or words("kin", _FILE).search(before[-_REACH:]):
        return None
    kept = [word for word in found["name"].split() if not words("no_name", _FILE).fullmatch(word)]
    return " ".join(kept) or None


def _share_a_name(a: Aged, b: Aged) -> bool:
    """Whether the shorter of two names is a part of the longer, and both figures are ages."""
    short, long = sorted((a.words, b.words), key=len)
    return short <= long and a.figure.value.kind == b.figure.value.kind == "age"


def _is_of_one(family: str, article: Article) -> bool:
    """Whether an article has a family name with no more than one first name."""
    text = article.text
    found = (
        _FIRST.search(text, max(0, at.start() - _REACH), at.start())
        for at in re.finditer(rf" {re.escape(family)}\b", text)
    )
    full = {each[1] for each in found if each is not None}
    bare = {name for name in full if not words("no_name", _FILE).fullmatch(name)}
    return len(bare - set(_titles(bare))) <= 1


def _titles(found: set[str]) -> Iterator[str]:
    """Words before a family name that are no first names."""
    return (word for word in found if words("titles", _FILE).fullmatch(word))


def _is_swapped(pair: tuple[Aged, Aged], other: tuple[Aged, Aged]) -> bool:
    ages = [each.figure.value.nominal for each in pair]
    return pair != other and [each.figure.value.nominal for each in other] in (ages, ages[::-1])


def _wrong(a: Aged, b: Aged, swapped: tuple[Aged, Aged] | None) -> Check:
    name = max(a.name, b.name, key=len)
    ages = [f"{each.figure.value.nominal}" for each in (a, b)]
    last = steps.conclude("disjoint", (read(a.figure), read(b.figure)), "one person has one age")
    said = f"{name} is {ages[0]} in one place and {ages[1]} in another"
    if swapped is not None:
        said += f"; so is {max((each.name for each in swapped), key=len)}, the other way round"
    return check("age", (a.figure, b.figure), f"{name}: {' or '.join(ages)}", f"{said}.", last)
