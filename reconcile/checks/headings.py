"""Lines in, figures of a headline, standfirst or caption out of which the text has a slip."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from reconcile import patterns
from reconcile.checks.figures import Figure, Line
from reconcile.checks.found import check
from reconcile.checks.likeness import are_like, is_otherwise, led_together
from reconcile.checks.nearness import is_slip, is_telling_slip
from reconcile.checks.speech import ABOVE
from reconcile.checks.vocabulary import words
from reconcile.checks.wording import SENTENCE_END, content
from reconcile.model import Check
from reconcile.values import steps

_FILE: Final = "repeated"
_KINDS: Final = frozenset(("money", "count", "quantity", "percent"))
#: so many words that a headline and a sentence share make them of one thing
_SHARED: Final = 2
#: hedges that stay near their figure
_PLAIN: Final = frozenset((None, "exactly", "about"))
#: so many characters on either side of a figure may make it some of them, or more of them
_NEXT: Final = 16
#: so many may have the year that it is of
_BESIDE: Final = 36
_YEAR: Final = patterns.compile(r"\b[Ii]n (?:19|20)\d\d\b")
#: a text that has less, or more, than this share of the headline's figure speaks of something else
_LEAST, _MOST = Decimal("0.5"), Decimal("2")


def check_headings(lines: Sequence[Line]) -> Iterator[Check]:
    """A finding for each figure of a headline that the text has otherwise, and nowhere the same."""
    told = [(line, each) for line in lines if line.segment.role == "body" for each in line.figures]
    for line in lines:
        if line.segment.role not in ABOVE:
            continue
        for figure in line.figures:
            if figure.value.kind in _KINDS and figure.value.nominal:
                yield from _check(line, figure, told)


def _check(
    above: Line, figure: Figure, told: Sequence[tuple[Line, Figure]]
) -> Iterator[Check]:  # fmt: skip
    of_its_kind = [(line, each) for line, each in told if each.value.kind == figure.value.kind]
    if any(_bears_out(figure, each) for _, each in of_its_kind):
        return
    meant = [each for line, each in of_its_kind if _is_telling(above, figure, line, each)]
    if not meant and not any(_is_of_that(figure, each) for _, each in of_its_kind):
        only = len({each.value.nominal for _, each in of_its_kind if _may_add(figure, each)}) == 1
        meant = [each for line, each in of_its_kind if _is_meant(above, figure, line, each, only)]
    if len({each.value.nominal for each in meant}) == 1:
        yield _wrong(figure, meant[0])


def _bears_out(figure: Figure, told: Figure) -> bool:
    """Whether the text has the headline's figure, give or take its rounding."""
    a, b = figure.value, told.value
    if a.nominal and b.nominal and not _LEAST <= b.nominal / a.nominal <= _MOST:
        return False
    if a.kind == "count":
        return a.nominal == b.nominal and (not a.unit or not b.unit or are_like(figure, told))
    return are_like(figure, told) and not is_otherwise(figure, told)


def _is_of_that(figure: Figure, told: Figure) -> bool:
    """Whether the text has that very number, of whatever else."""
    a, b = figure.value, told.value
    return (
        a.nominal == b.nominal
        or a.kind != "count"
        and (are_like(figure, told) and not is_otherwise(figure, told))
    )


def _may_add(figure: Figure, told: Figure) -> bool:
    """Whether a figure of the text may be one of several that make the headline's."""
    return not told.value.unit or are_like(figure, told)


def _is_telling(above: Line, figure: Figure, line: Line, told: Figure) -> bool:
    """Whether the two are a slip away in so many digits that they must be one."""
    a, b = figure.value, told.value
    if not is_telling_slip(a.nominal, b.nominal) or not _is_plain(figure):
        return False
    if are_like(figure, told) and a.unit and b.unit:
        return True
    shared = content(_around(figure, above)) & content(_around(told, line))
    return a.kind == "count" and bool(shared)


def _is_plain(figure: Figure) -> bool:
    return figure.value.hedge in _PLAIN


def _is_meant(above: Line, figure: Figure, line: Line, told: Figure, only: bool) -> bool:
    """Whether the text's figure stands for the headline's: a slip away, or the only one near it."""
    a, b = figure.value.nominal, told.value.nominal
    if not a or not b or not (_is_plain(figure) and _is_plain(told)):
        return False
    if any(_is_another(each, where) for each, where in ((figure, above), (told, line))):
        return False
    shared = len(content(_said(figure, above)) & content(_said(told, line)))
    if is_slip(a, b) and not _has_more(told, line):
        return shared > _SHARED or are_like(figure, told) and shared >= _SHARED
    like = are_like(figure, told) and bool(figure.value.unit and told.value.unit)
    return only and like and _LEAST <= b / a <= _MOST and shared > _SHARED


def _has_more(told: Figure, line: Line) -> bool:
    """Whether the sentence has more figures of the kind: parts of the headline's, perhaps."""
    beside = [each for each in line.figures if each.sentence == told.sentence and each != told]
    return any(each.value.kind == told.value.kind and _may_add(told, each) for each in beside)


def _is_another(figure: Figure, line: Line) -> bool:
    """Whether words of the sentence, or those right beside the figure, make it another."""
    text, segment = line.article.text, line.segment
    before = text[max(segment.start, figure.start - _BESIDE) : figure.start]
    behind = text[figure.end : min(figure.end + _BESIDE, segment.end)]
    if words("near", _FILE).search(f"{before[-_NEXT:]} {figure.text} {behind[:_NEXT]}"):
        return True
    said = f"{figure.text} {_around(figure, line)}"
    return bool(words("another", _FILE).search(said) or _YEAR.search(f"{before} {behind}"))


def _around(figure: Figure, line: Line) -> str:
    """The sentence of a figure without it; a headline is one."""
    text, segment = line.article.text, line.segment
    before = SENTENCE_END.split(text[segment.start : figure.start])[-1]
    behind = SENTENCE_END.split(text[figure.end : segment.end], maxsplit=1)[0]
    return f"{before} {behind}"


def _said(figure: Figure, line: Line) -> str:
    """The sentence of a figure, with the noun that is counted and without its number."""
    noun = figure.text if figure.value.kind == "count" else ""
    return f"{_around(figure, line)} {noun}"


def _wrong(figure: Figure, told: Figure) -> Check:
    role = figure.claim.clause.segment_role
    last = steps.conclude("disjoint", led_together(figure, told)[0], "no value lies in both")
    said = f"The {role} says {figure.text}; the text says {told.text}."
    return check("headline", (figure, told), f"{figure.text} or {told.text}", said, last)
