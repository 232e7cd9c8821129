"""Two claims of one fact in, a judgement out: the verdict, its reason, and the steps to it."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Final

from reconcile.comparison.attribution import attributed
from reconcile.comparison.conclusions import conclude
from reconcile.comparison.figures import compare_figures
from reconcile.comparison.grounds import grounded
from reconcile.comparison.names import compare_names
from reconcile.comparison.pair import Pair
from reconcile.comparison.places import compare_places
from reconcile.comparison.polarity import compare_polarity
from reconcile.comparison.quotes import compare_quotes
from reconcile.comparison.roles import compare_roles
from reconcile.model import VALUE_KINDS, Article, Claim, Judgement

__all__ = ["compare", "conclude"]

_BY_WORDS: Final[dict[str, Callable[[Pair], Judgement | None]]] = {
    "name": compare_names,
    "role": compare_roles,
    "place": compare_places,
    "quote": compare_quotes,
    "polarity": compare_polarity,
}
#: the same where the two are known to be of one fact
_OF_ONE_FACT: Final[dict[str, Callable[[Pair], Judgement | None]]] = {
    **_BY_WORDS,
    "place": functools.partial(compare_places, paired=True),
    "polarity": functools.partial(compare_polarity, paired=True),
}


def compare(
    a: Claim,
    b: Claim,
    article_a: Article,
    article_b: Article,
    *,
    running: bool | None = None,
    paired: bool = False,
) -> Judgement | None:
    """How two claims of one fact stand to each other; ``None`` where they have nothing to do.

    Values are related by their sets; names, roles, places, quotations and predicates by their
    words and their articles. ``running`` says whether the figure is one that moves while the story
    is told (a toll, a price); by default the words near it say so. ``paired`` says that the two
    are known to state one fact: then there is always a judgement.
    """
    pair = Pair(a, b, article_a, article_b)
    kinds = {a.kind, b.kind}
    by_words = next((kind for kind in (a.kind, b.kind) if kind not in VALUE_KINDS), None)
    if by_words is None or not kinds - VALUE_KINDS:
        return attributed(pair, compare_figures(pair, is_running=running))
    judge = (_OF_ONE_FACT if paired else _BY_WORDS)[by_words]
    return attributed(pair, grounded(pair, judge(pair)))
