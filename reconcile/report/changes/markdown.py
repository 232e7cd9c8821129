"""Changes in, Markdown out, fit for a pull request: what is new in front."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.report.changes.compare import Changes
from reconcile.report.changes.told import Line, Told, counts_of, parts_of
from reconcile.report.markup import as_text


def changes_to_markdown(changes: Changes, names: Sequence[str]) -> str:
    """The changes; ``names`` are what the two versions are called."""
    return "\n".join(_lines(changes, names)).rstrip("\n") + "\n"


def _lines(changes: Changes, names: Sequence[str]) -> Iterator[str]:
    old, new = map(as_text, names)
    counts = ", ".join(f"{number} {words}" for number, words in counts_of(changes))
    yield from (f"## What changed: {old} → {new}", "", counts, "")
    for part in parts_of(changes):
        yield from (f"### {part.words}", "")
        for told in part.told:
            yield from _told(told)
        yield ""


def _told(told: Told) -> Iterator[str]:
    if not told.title:
        yield from (f"- {told.look.sign} {_line(line)}" for line in told.lines)
        return
    turn = f" ({told.turn})" if told.turn else ""
    yield f"- {told.look.sign} **{as_text(told.title)}**{turn}"
    yield from (f"  - {_line(line)}" for line in told.lines)
    if told.why:
        yield f"  - → {as_text(told.why)}"


def _line(line: Line) -> str:
    when = f"{line.when} " if line.when else ""
    reading = f" (read as {as_text(line.reading)})" if line.reading else ""
    return f"{when}{as_text(line.source)}: “{as_text(line.text)}”{reading}"
