"""Two claims in, whether the names that stand nearest to their figures are one out: named levels.

Whose age a figure is, and which county's rate, is told by the name beside it more surely than by
all the names of its sentence: "Callum Berg, 46, and his wife, Vera Berg, 38".
"""

from __future__ import annotations

from typing import Final

from reconcile.alignment.naming import may_be_one
from reconcile.model import Claim
from reconcile.records import frozen

BEARER_LEVELS: Final = (
    "age of one person", "age of another person",
    "nearest name shared", "nearest name apart",
)  # fmt: skip
#: a name farther than this from a figure, along the sentence's parse, is not beside it
_NEAREST: Final = 4.0
#: what a figure is said of where no noun bears it
_PRONOUNS: Final = frozenset(("", "he", "she", "who"))
#: so many words make a name that is a person's, and no place's beside a noun
_FULL: Final = 2


@frozen
class Bearer:
    """The words of the name nearest to a figure, in order; and whether it bears an age."""

    names: tuple[str, ...]
    of_age: bool


def bearer_of(claim: Claim) -> Bearer:
    """The name nearest to a claim's figure; of an age only one that can be whose it is."""
    context, of_age = claim.context, claim.focus.kind == "age"
    least = min((far for _, far in context.names), default=_NEAREST + 1.0)
    names = tuple(sorted(word for word, far in context.names if far == least <= _NEAREST))
    borne = len(names) >= _FULL or context.measured in names or context.measured in _PRONOUNS
    return Bearer(names if borne or not of_age else (), of_age)


def bearer_evidence(a: Bearer, b: Bearer) -> list[float]:
    """The numbers of ``BEARER_LEVELS`` for two claims; nothing where one has no name beside it."""
    if not a.names or not b.names:
        return [0.0] * len(BEARER_LEVELS)
    if a.of_age and b.of_age:
        one = may_be_one(a.names, b.names)
        return [float(one), float(not one), 0.0, 0.0]
    shared = not set(a.names).isdisjoint(b.names)
    return [0.0, 0.0, float(shared), float(not shared)]
