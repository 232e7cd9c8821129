"""A line in, counts out that the names listed behind them do not make."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reconcile import patterns
from reconcile.checks.figures import Figure, Line, cite
from reconcile.checks.found import read
from reconcile.checks.signs import is_sign
from reconcile.checks.vocabulary import matches, rules, words
from reconcile.model import Check, Citation
from reconcile.values import steps

_FILE: Final = "listed"
#: longer lists are read by nobody, shorter ones are no lists
_FEWEST, _LONGEST = 2, 15
#: names that are one too many, or too few, by more than this are hardly what is counted
_NEAR: Final = 2
_BREAK: Final = patterns.compile(r",? and |, | & |; and |; ")
_PARTICLES: Final = "of de da del van von bin al the and le la di du dos".split()
_NAME: Final = patterns.compile(
    rf"(?:[Tt]he )?[A-ZÀ-Þ][\w.’'-]*(?: (?:{'|'.join(_PARTICLES)})\b| [A-ZÀ-Þ][\w.’'-]*)*"
)
_END: Final = patterns.compile(r"[.!?](?:\s|$)|[):—]")


def check_listed(line: Line) -> Iterator[Check]:
    """A finding for each count before a list of names that has more, or fewer, than it says."""
    for rule in rules(_FILE)["list"]:
        for match in matches(rule["pattern"], _FILE, line.masked):
            number = line.figure(match["number"])
            end = _END.search(line.masked, match.end())
            listed = line.masked[match.end() : end.start() if end else len(line.masked)]
            if words("partial", _FILE).search(f"{match.group()} {listed}"):
                continue
            names = _names(listed)
            if names is not None:
                yield from _check(number, names, listed, line)


def _names(listed: str) -> list[str] | None:
    """The names of a list that holds nothing else; ``None`` where it may."""
    bare = "".join(" " if is_sign(character) else character for character in listed).strip()
    if any(is_sign(character) for character in listed) or not re.search(r" and | & ", bare):
        return None
    names = [piece.strip() for piece in _BREAK.split(bare)]
    return names if all(_NAME.fullmatch(name) for name in names) else None


def _check(number: Figure, names: list[str], listed: str, line: Line) -> Iterator[Check]:
    count = number.value.nominal
    if count is None or number.value.hedge or not _FEWEST <= len(names) <= _LONGEST:
        return
    if count == len(names) or abs(count - len(names)) > _NEAR:
        return
    told = ", ".join(names[:-1]) + f" and {names[-1]}"
    named = _cite_names(names, number, line)
    made = steps.counted(named, f"the list names {told}: {len(names)}")
    yield Check(
        id="",
        rule="names",
        kind="count",
        title=f"{number.text}: {len(names)} names",
        citations=(cite(number), *named),
        explanation=f"{len(names)} are named, {told}; the article says {number.text}.",
        derivation=steps.conclude("disjoint", (made, read(number)), ""),
    )


def _cite_names(names: list[str], number: Figure, line: Line) -> tuple[Citation, ...]:
    """The names of the list where they stand in the article."""
    text, start, found = line.article.text, number.end, []
    for name in names:
        start = text.find(name, start)
        end = start + len(name)
        found.append(Citation(line.article.id, start, end, name, None, number.sentence))
        start = end
    return tuple(found)
