"""Claims of two articles in, which levels hold of the first claim of each out."""

from __future__ import annotations

from collections.abc import Sequence

import numpy

from reconcile.alignment.likeness import VALUE_LEVELS, values_between
from reconcile.alignment.profiles import profile_claims
from reconcile.model import Article, Claim


def levels_of(
    claims: Sequence[Claim], articles: Sequence[Article], levels: Sequence[str]
) -> set[str]:
    """Those of some levels of values that hold of the only claims of two articles."""
    profiles = profile_claims(claims, articles)
    assert [profile.article for profile in profiles] == [0, 1]
    found = values_between(profiles, numpy.array([0]), numpy.array([1]))[0]
    return {level for level in levels if found[VALUE_LEVELS.index(level)]}
