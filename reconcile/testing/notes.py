"""Discrepancies in, a note to the editor out: quotes, places, readings, why, and what to do."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from typing import Final

from reconcile.testing.discrepancies import Discrepancy, Sighting

_COLUMNS: Final = 96


def note(discrepancies: Sequence[Discrepancy]) -> str:
    """The note on discrepancies, each under its title."""
    return "\n\n".join("\n".join(_lines(each)) for each in discrepancies)


def _lines(discrepancy: Discrepancy) -> Iterator[str]:
    yield f"{discrepancy.sort}: {discrepancy.title}"
    for place, sightings in _by_place(discrepancy.sightings).items():
        yield f"  {place}  {sightings[0].source}"
        yield from _folded(sightings[0].sentence, "      ")
        for each in sightings:
            read = f", read as {each.reading}" if _says_more(each) else ""
            yield from _folded(f"“{each.text}”{read}", "      ", "        ")
    yield from _folded(discrepancy.explanation, "  why: ")
    for step in discrepancy.steps:
        if step.rstrip(".").casefold() not in discrepancy.explanation.casefold():
            yield from _folded(step, "       ")
    if discrepancy.gap:
        yield f"  gap: {discrepancy.gap}"
    for remedy in discrepancy.remedies:
        yield f"  {remedy}"


def _by_place(sightings: Sequence[Sighting]) -> dict[str, list[Sighting]]:
    gathered: dict[str, list[Sighting]] = {}
    for each in dict.fromkeys(sightings):
        gathered.setdefault(each.place, []).append(each)
    return gathered


def _says_more(sighting: Sighting) -> bool:
    reading = sighting.reading and sighting.reading.removeprefix("exactly ")
    return bool(reading) and reading not in sighting.text.split()


def _folded(text: str, first: str, rest: str | None = None) -> list[str]:
    behind = " " * len(first) if rest is None else rest
    return textwrap.wrap(
        text,
        _COLUMNS,
        initial_indent=first,
        subsequent_indent=behind,
        break_long_words=False,
        break_on_hyphens=False,
    )
