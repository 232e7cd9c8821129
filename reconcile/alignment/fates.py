"""A claim in, what befell the people that it counts out: dead, missing, hurt."""

from __future__ import annotations

import functools
import math
from typing import Final

from reconcile import patterns
from reconcile.alignment.lexicon import concept
from reconcile.model import Claim
from reconcile.tables import read_tables

#: a word further than this from the figure, by the parse, tells of others
REACH: Final = 3.5
_LABEL: Final = patterns.compile(r":\s*$")


@functools.cache
def fate_by_word() -> dict[str, str]:
    """Lemma: the fate that it tells."""
    return {
        word: entry["name"]
        for entry in read_tables("alignment", "rules/fates.toml")["fate"]
        for word in entry["words"]
    }


@functools.cache
def _people() -> frozenset[str]:
    return frozenset(map(concept, read_tables("alignment", "rules/fates.toml")["people"]["words"]))


def fate_of(claim: Claim) -> str:
    """What befell those that a claim counts, by the nearest word that tells it; "" where none does.

    A count whose noun is left out may be one of people: "killing at least 17".
    """
    measured = claim.context.measured
    if claim.focus.kind != "count" or measured and concept(measured) not in _people():
        return ""
    fates, reach = fate_by_word(), math.inf if _is_labelled(claim) else REACH
    told = ((far, fates[word]) for word, far in claim.context.near if word in fates)
    far, fate = min(told, default=(math.inf, ""))
    if far <= reach:
        return fate
    return "" if measured else _fate_above(claim)


def _is_labelled(claim: Claim) -> bool:
    """Whether a label tells what is counted: "Injured: 96"."""
    return _LABEL.search(claim.statement.partition(f"{claim.focus.text} [")[0]) is not None


def _fate_above(claim: Claim) -> str:
    """The one fate that the heading tells: "The dead", and below it "Twenty-one."."""
    fates = fate_by_word()
    told = {fates[word] for word in claim.context.heading if word in fates}
    return told.pop() if len(told) == 1 else ""
