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
    r"\b(?:from|to|against|versus|with|than|and|or|at|by|of)\s*$", re.IGNORECASE
)
#: a figure and its lender differ by no more than this
_ALIKE: Final = 100
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
    lent = _in_unit(value, given)
    if not _likely(lent, given) and not (given.kind == "money" and _is_large(value)):
        return value
    if _LINK.search(text[giver.end : mention.start]):
        return evolve(lent, alternatives=(value, *value.alternatives))
    return evolve(value, alternatives=(*value.alternatives, lent))


def _likely(lent: Value, given: Value) -> bool:
    """Whether the bare figure is of a size with the value that lends its unit."""
    if lent.nominal is None or given.nominal is None:
        return True
    if lent.kind == "percent" and given.unit == "fraction" and abs(lent.nominal) > 1:
        return False
    small, large = sorted((abs(lent.nominal), abs(given.nominal)))
    return large <= small * _ALIKE


def _in_unit(value: Value, given: Value) -> Value:
    """The bare figure in the unit of another value; hundredths where that unit is a share."""
    factor = Decimal(1)
    if given.stated.number and given.nominal is not None:
        ratio = given.nominal / given.stated.number
        factor = ratio if ratio < 1 else factor
    readings = (value, *value.alternatives)
    bare = next((v for v in readings if v.kind == "quantity" and not v.unit), value)
    return Value(
        given.kind, given.unit, sets.scale(bare.interval, factor), sets.scale(bare.named, factor),
        None if bare.nominal is None else bare.nominal * factor, bare.hedge,
        Stated(bare.stated.number, given.stated.unit),
    )  # fmt: skip
