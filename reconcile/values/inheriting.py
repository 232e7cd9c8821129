"""Mentions in, the same out: a bare figure takes the unit of the value just before it."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from reconcile import patterns
from reconcile.model import Mention, Stated, Value
from reconcile.records import evolve
from reconcile.values import sets
from reconcile.values.lexicon import word_set
from reconcile.values.tokens import words_in

#: how far back the value may stand whose unit a bare figure shares
_REACH: Final = 90
#: the same for millions without a noun behind a sum of money
_MONEY_REACH: Final = 250
_LARGE: Final = 1_000_000
#: the same for a share behind a semicolon: "wants 12 per cent; the firm offers six"
_NEXT_CLAUSE: Final = 40
#: links behind which the unit is the same: "up from 3.2", "against 45", "compared with 61"
_LINK: Final = patterns.compile(
    r"\b(?:from|to|against|versus|vs\.?|with|than|and|or|at|by|of)\s*$", re.IGNORECASE
)
#: of these, the ones behind which a scale is shared too: "€1.2 billion, up from 1.1"
_COMPARED: Final = patterns.compile(
    r"\b(?:from|against|versus|vs\.?|compared (?:with|to))\s*$", re.IGNORECASE
)
_FIGURE: Final = patterns.compile(r"\d[\d,]*(?:\.\d+)?")
#: a figure and its lender differ by no more than this
_ALIKE: Final = 100
#: the same where the scale of its figure is lent too
_CLOSE: Final = 5
_ONE: Final = Decimal(1)
_KINDS: Final = frozenset(("money", "percent", "quantity"))


def inherit_units(mentions: list[Mention], text: str) -> list[Mention]:
    """Bare figures with the reading that the value before them lends them."""
    giver: Mention | None = None
    sum_: Mention | None = None
    for index, mention in enumerate(mentions):
        value = mention.value
        if value is None:
            continue
        if _is_bare(value):
            through = _is_share(giver) and _is_large(value) and _told_in_money(text, mention)
            lender = sum_ if through else giver
            if lender is not None and _reaches(text, lender, mention):
                mentions[index] = _with_value(mention, _inherit(text, lender, mention, value))
        elif value.kind in _KINDS and value.unit and value.stated.unit not in ("part", "multiple"):
            giver = mention
            sum_ = mention if value.kind == "money" else sum_
    return mentions


def _is_share(mention: Mention | None) -> bool:
    """Whether a percentage stands between a large figure and the sum before: "7.2% to 618m"."""
    return mention is not None and mention.kind == "percent"


def _told_in_money(text: str, mention: Mention) -> bool:
    """Whether what is counted in money stands just before: "sales dropped 7.2% to 618 million"."""
    before = words_in(text[max(0, mention.start - _REACH // 2) : mention.start])
    return not word_set("currencies", "told_in_money").isdisjoint(before)


def _with_value(mention: Mention, value: Value) -> Mention:
    return evolve(mention, kind=value.kind, value=value)


def _is_bare(value: Value) -> bool:
    return value.unit == "" and value.kind in ("count", "quantity")


def _reaches(text: str, giver: Mention, mention: Mention) -> bool:
    gap = mention.start - giver.end
    assert giver.value is not None
    assert mention.value is not None
    if giver.value.kind == "money" and gap <= _MONEY_REACH and _is_large(mention.value):
        return True
    if gap > _REACH:
        return False
    between = text[giver.end : mention.start]
    if "\n" in between or ". " in between:
        return False
    return ";" not in between or _is_share(giver) and gap <= _NEXT_CLAUSE


def _is_large(value: Value) -> bool:
    return value.nominal is not None and value.nominal >= _LARGE and value.nominal % 1000 == 0


def _inherit(text: str, giver: Mention, mention: Mention, value: Value) -> Value:
    given = giver.value
    assert given is not None
    between = text[giver.end : mention.start]
    bracketed = between.strip() == "(" and text[mention.end : mention.end + 1] == ")"
    lent = _in_unit(value, given, _worth(given))
    scaled = _in_unit(value, given, _scale(giver))
    if (bracketed or _COMPARED.search(between)) and _nearer(scaled, lent, given):
        lent = scaled
    if not _likely(lent, given) and not (given.kind == "money" and _is_large(value)):
        return value
    if bracketed or _LINK.search(between):
        return evolve(lent, alternatives=(value, *value.alternatives))
    return evolve(value, alternatives=(*value.alternatives, lent))


def _scale(giver: Mention) -> Decimal:
    """What one of the printed digits of a value is worth: a million in "£1.2m"."""
    value, printed = giver.value, _FIGURE.findall(giver.text)
    assert value is not None
    if len(printed) != 1 or value.nominal is None:
        return _worth(value)
    figure = Decimal(printed[0].replace(",", ""))
    return abs(value.nominal / figure) if figure else _ONE


def _worth(given: Value) -> Decimal:
    """What one of the stated unit is worth, where that is a part of one: 0.01 for a percent."""
    if not given.stated.number or given.nominal is None:
        return _ONE
    worth: Decimal = given.nominal / given.stated.number
    return worth if worth < _ONE else _ONE


def _nearer(one: Value, other: Value, given: Value) -> bool:
    """Whether a reading is at most so many times the given value, and the other is not."""
    return _within(one, given, _CLOSE) and not _within(other, given, _CLOSE)


def _likely(lent: Value, given: Value) -> bool:
    """Whether the bare figure is of a size with the value that lends its unit."""
    if lent.kind == "percent" and given.unit == "fraction" and abs(lent.nominal or Decimal(0)) > 1:
        return given.nominal is None
    return _within(lent, given, _ALIKE)


def _within(one: Value, other: Value, times: int) -> bool:
    """Whether two values differ by so many times at most; True where one is open."""
    if one.nominal is None or other.nominal is None:
        return True
    small, large = sorted((abs(one.nominal), abs(other.nominal)))
    return large <= small * times


def _in_unit(value: Value, given: Value, factor: Decimal) -> Value:
    """The bare figure in the unit of another value, so much for each one of it."""
    readings = (value, *value.alternatives)
    bare = next((v for v in readings if v.kind == "quantity" and not v.unit), value)
    return Value(
        given.kind, given.unit, sets.scale(bare.interval, factor), sets.scale(bare.named, factor),
        None if bare.nominal is None else bare.nominal * factor, bare.hedge,
        Stated(bare.stated.number, given.stated.unit),
    )  # fmt: skip
