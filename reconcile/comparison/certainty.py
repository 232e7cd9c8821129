"""Two claims that say the same in, out: whether one says it more surely than the other.

"May have" becomes "has", "alleged" is dropped, "plans to" becomes "did": each drift is small, and
changes what a reader may believe.
"""

from __future__ import annotations

import functools
from typing import Final

from reconcile.comparison.pair import Pair, later, source, words
from reconcile.comparison.vocabulary import rules
from reconcile.model import Article, Claim
from reconcile.tuples import NamedTuple

#: how a claim is told that leaves nothing open
STATED: Final = "stated"
#: certainties of a clause that are grades of their own
_GRADED: Final = frozenset(("alleged", "planned", "expected", "conditional"))


class Drift(NamedTuple):
    """Two grades of certainty for one thing."""

    #: the less certain claim first
    open: Claim
    stated: Claim
    #: the grade of the less certain one
    grade: str
    #: the drift in a sentence
    words: str


def drift_of(pair: Pair) -> Drift | None:
    """The drift between two claims of one thing; ``None`` where both are told as surely."""
    a, b = grade(pair.a), grade(pair.b)
    if (a == STATED) == (b == STATED):
        return None
    first, second = (pair.b, pair.a) if a == STATED else (pair.a, pair.b)
    articles = (pair.article_b, pair.article_a) if a == STATED else (pair.article_a, pair.article_b)
    return Drift(first, second, grade(first), _told(first, second, *articles, pair))


@functools.lru_cache(maxsize=4096)
def grade(claim: Claim) -> str:
    """How surely a claim is told: ``stated``, or the name of what leaves it open."""
    told = f" {' '.join(words(f'{claim.clause.predicate_text} {claim.focus.text}'))} "
    for entry in rules("certainty")["grade"]:
        if any(f" {phrase} " in told for phrase in entry["words"]):
            return str(entry["name"])
    certainty = claim.clause.certainty
    return certainty if certainty in _GRADED else STATED


def _told(first: Claim, second: Claim, open_in: Article, stated_in: Article, pair: Pair) -> str:
    said = next(
        (
            str(entry["said"])
            for entry in rules("certainty")["grade"]
            if entry["name"] == grade(first)
        ),
        "under a condition",
    )
    text = f"{source(open_in)} tells {said} what {source(stated_in)} states"
    came_true = later(pair) is not None and pair[1 if later(pair) == "b" else 0] is second
    planned = grade(first) in ("planned", "expected")
    return f"{text}, in a later report" if planned and came_true else text
