"""A claim in, whether something is due on the day that it names out."""

from __future__ import annotations

import functools
from typing import Final

from reconcile.comparison.pair import holds, words
from reconcile.comparison.vocabulary import rules
from reconcile.model import Article, Claim

#: words in front of a day that may say so
_BEFORE: Final = 4


@functools.lru_cache(maxsize=4096)
def is_due(claim: Claim, article: Article) -> bool:
    """Whether the words in front of a date make it a last day ("Bids are due March 26")."""
    if claim.kind != "date":
        return False
    start = max(claim.clause.sentence.start, article.text.rfind("\n", 0, claim.focus.start) + 1)
    before = words(article.text[start : claim.focus.start])[-_BEFORE:]
    return holds(" ".join(before), rules("deadlines")["due"]["words"])
