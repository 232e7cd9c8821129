"""Units in brackets beside a bare figure: "Sales ($m) 1,204.5", "11.2 (10.8) per cent"."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from reconcile.values.lexicon import word_values
from reconcile.values.markers import Marker, suffix_at
from reconcile.values.scaling import scale_at
from reconcile.values.signs import sign_before
from reconcile.values.stream import Stream, kind_at, word_at
from reconcile.values.terms import Term

#: how many tokens a bracket with a unit may hold
_LONGEST: Final = 4


def by_brackets(stream: Stream, term: Term) -> tuple[Term, Marker] | None:
    """A bare figure with the unit, and the scale, of the bracket or figure beside it."""
    if term.number.power or term.number.most is not None:
        return None
    shared = _behind_pair(stream, term)
    if shared is not None:
        return term, shared
    return _of_head(stream, term)


def _behind_pair(stream: Stream, term: Term) -> Marker | None:
    """As in "11.2 (10.8) per cent", for either figure."""
    at = term.last
    if word_at(stream, at) == "(" and kind_at(stream, at + 1) == "number":
        at += 2
    elif word_at(stream, term.first - 1) != "(" or kind_at(stream, term.first - 2) != "number":
        return None
    if word_at(stream, at) != ")":
        return None
    found = suffix_at(stream, at + 1)
    return found[1] if found is not None and not found[1].only else None


def _of_head(stream: Stream, term: Term) -> tuple[Term, Marker] | None:
    """As in "Revenue (Rs cr): 4,120"."""
    end = term.first - 2 if word_at(stream, term.first - 1) == ":" else term.first - 1
    if word_at(stream, end) != ")":
        return None
    first = next(
        (at for at in range(end - 1, end - _LONGEST - 2, -1) if word_at(stream, at) == "("), -1
    )
    if first < 0:
        return None
    first += 2 if word_at(stream, first + 1) == "in" else 1
    unit = suffix_at(stream, first)
    if unit is not None and unit[0] == end and not unit[1].only:
        return term, unit[1]
    return _of_scaled_head(stream, term, first, end)


def _of_scaled_head(stream: Stream, term: Term, first: int, end: int) -> tuple[Term, Marker] | None:
    power, last = scale_at(stream, end - 1)
    if last != end:
        power = word_values("numbers", "scale_letter").get(word_at(stream, end - 1), 0)
    sign = sign_before(stream, end - 1) if power else None
    if sign is None or sign[0] != first:
        return None
    number, factor = term.number, Decimal(10) ** power
    scaled = number._replace(
        number=number.number * factor, step=min(number.step, Decimal(1)) * factor, power=power,
        mantissa=number.number,
    )  # fmt: skip
    return term._replace(number=scaled), sign[1]
