"""The properties of tests in, the lines at the end of a run out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from reconcile.records import field, frozen

PREFIX = "reconcile."


@frozen
class Tally:
    """What the tests of one claims file told."""

    sources: set[str] = field(factory=set)
    #: told by the test of the sources; ``None`` where it did not run
    counts: dict[str, int] = field(factory=dict)
    accepted: list[str] = field(factory=list)
    met: list[str] = field(factory=list)
    unmet: list[str] = field(factory=list)


def summary(told: Iterable[tuple[str, bool, Iterable[tuple[str, Any]]]]) -> Iterator[str]:
    """A line for each claims file and for each finding that it accepts.

    ``told`` holds each test's file, whether it passed, and its properties.
    """
    tallies: dict[str, Tally] = {}
    for file, passed, properties in told:
        named = [(name, value) for name, value in properties if name.startswith(PREFIX)]
        if named:
            _count(tallies.setdefault(file, Tally()), passed, named)
    for file, tally in sorted(tallies.items()):
        yield f"{file}: {', '.join(_words(tally))}"
        yield from (f"  accepted {each}" for each in tally.accepted)


def _count(tally: Tally, passed: bool, properties: list[tuple[str, Any]]) -> None:
    for name, value in properties:
        key = name.removeprefix(PREFIX)
        if key == "sources":
            tally.sources.update(str(value).split(", "))
        elif key == "accepted":
            tally.accepted.append(str(value))
        elif key == "claim":
            (tally.met if passed else tally.unmet).append(str(value))
        elif key in ("facts", "open", "unchecked"):
            tally.counts[key] = int(value)


def _words(tally: Tally) -> Iterator[str]:
    yield _counted(len(tally.sources), "source", "sources")
    if "facts" in tally.counts:
        yield f"{_counted(tally.counts['facts'], 'fact', 'facts')} in two or more"
        yield f"{tally.counts['open']} open, {len(tally.accepted)} accepted"
    if tally.met or tally.unmet:
        expected = len(tally.met) + len(tally.unmet)
        yield f"{len(tally.met)} of {_counted(expected, 'expectation', 'expectations')} met"
    if tally.counts.get("unchecked"):
        yield f"{tally.counts['unchecked']} not checked"


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
