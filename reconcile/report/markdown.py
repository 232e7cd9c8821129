"""A Report in, Markdown out, fit for a pull request: conflicts open, the rest folded away.

Whatever an article says comes out as its own text: no markup, link, mention or HTML of it works.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from reconcile.report.markup import as_link, as_text, table, with_bold
from reconcile.report.report import Report
from reconcile.report.told import remarks_on, telling_steps
from reconcile.report.view import View, view_of
from reconcile.report.view.nouns import Alone, Card, Missed, Said, Section, Short, Source, Tone

#: what needs a decision stands open
_OPEN: Final[tuple[Tone, ...]] = ("conflict", "check", "joint")


def report_to_markdown(report: Report) -> str:
    """The counts, the articles, the conflicts, then all else in folded parts."""
    return "\n".join(_lines(view_of(report))).rstrip("\n") + "\n"


def _lines(view: View) -> Iterator[str]:
    yield from _head(view)
    for section in view.sections:
        yield from _section(section)
    alone = [line for each in view.alone for line in _alone(each)]
    yield from _folded(f"{len(alone)} in one source only", alone)
    yield from _folded(f"{len(view.missed)} not checked", list(map(_missed, view.missed)))


def _head(view: View) -> Iterator[str]:
    counts = ", ".join(f"{count.number} {count.words}" for count in view.counts)
    yield from (f"## {as_text(view.title)}", "", f"{view.extent}; {counts}", "")
    for source in view.sources:
        yield f"- **{source.letter}** {_source(source)}"
        yield from (f"  - note: {as_text(note)}" for note in source.notes)
    yield from (f"- **note** {as_text(note)}" for note in view.notes)
    for shared in view.origins:
        letters = " ".join(source.letter for source in shared.sources)
        yield f"- **{letters}** {shared.extent}: {as_text(shared.reason)}"
        yield from (f"  - changed in the copy: {as_text(each)}" for each in shared.changes)
    yield ""


def _source(source: Source) -> str:
    name = as_link(source.name, source.link) if source.link else as_text(source.name)
    known = (source.date, source.date_from, source.file)
    return ", ".join((name, *(as_text(each) for each in known if each)))


def _section(section: Section) -> Iterator[str]:
    lines = [line for card in section.cards for line in _card(card)]
    lines += [_short(short) for short in section.shorts]
    title = f"{section.title} ({section.count}): {section.note}"
    if section.look.tone in _OPEN:
        yield from (f"### {title}", "", *lines)
    else:
        yield from _folded(f"{section.look.sign} {title}", lines)


def _folded(words: str, lines: Sequence[str]) -> Iterator[str]:
    """A part that opens at a click; blank lines around, or its Markdown would not be read."""
    if lines:
        yield from (f"<details><summary>{words}</summary>", "", *lines, "", "</details>", "")


def _card(card: Card) -> Iterator[str]:
    yield from (f"#### {card.look.sign} {as_text(card.title)}", "")
    yield from table(("", "", "words", "read as"), _rows(card))
    yield ""
    for reason in card.reasons:
        steps = "".join(f" · {as_text(step)}" for step in telling_steps(card, reason))
        yield from (f"→ {as_text(reason.explanation)}{steps}", "")
    for remark in remarks_on(card):
        yield from (f"→ {as_text(remark)}", "")


def _rows(card: Card) -> Iterator[list[str]]:
    """A row for each sentence of each article."""
    for column in card.columns:
        for said in column.said:
            yield [
                f"**{column.source.letter}** {as_text(column.source.name)}",
                as_text(_places(said)),
                f"“{with_bold(said.stretches)}”",
                " · ".join(as_text(reading.words) for reading in said.readings),
            ]


def _places(said: Said) -> str:
    return " ".join(dict.fromkeys(place.sign for place in said.places))


def _short(short: Short) -> str:
    wordings = ", ".join(
        f"**{' '.join(wording.letters)}** “{as_text(wording.text)}”" for wording in short.wordings
    )
    standing = f" ({short.standing})" if short.standing else ""
    return f"- {short.look.sign} {as_text(short.title)}: {wordings}{standing}"


def _alone(alone: Alone) -> Iterator[str]:
    for said in alone.said:
        place = as_text(_places(said))
        yield f"- **{alone.source.letter}** {place} “{with_bold(said.stretches)}”"


def _missed(missed: Missed) -> str:
    letter = missed.source.letter if missed.source else "?"
    return f"- **{letter}** “{as_text(missed.text)}”: {as_text(missed.reason)}"
