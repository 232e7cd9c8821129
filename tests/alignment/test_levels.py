"""The evidence of all pairs at once is that of each pair by itself, to the last bit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy
import pytest

from reconcile.alignment.candidates import Pair, candidate_pairs, columns_of
from reconcile.alignment.closeness import CLOSENESS_LEVELS, closeness_of, gap_between
from reconcile.alignment.looking import pair_finder
from reconcile.alignment.profiles import Profile, profile_claims
from reconcile.alignment.score import LATER_LEVELS, grounds_of, later_evidence
from reconcile.alignment.support import SUPPORT_LEVELS
from reconcile.alignment.wording import WORD_LEVELS, read_wording, word_evidence
from reconcile.model import VALUE_KINDS
from tests.alignment import closeness_slowly, support_slowly
from tests.alignment.wording_slowly import word_levels

RELATIONS = {"same": "value same", "overlapping": "values overlap", "apart": "values apart"}


@pytest.fixture
def profiles(story: Any) -> list[Profile]:
    figures = [claim for claim in story.claims if claim.kind in VALUE_KINDS]
    return profile_claims(figures, story.articles)


@pytest.fixture
def pairs(profiles: Sequence[Profile]) -> list[Pair]:
    return candidate_pairs(profiles)


def differing(levels: Sequence[str], found: Any, expected: Any) -> list[str]:
    """The levels whose numbers are not the same for all pairs."""
    columns = zip(levels, numpy.array(found).T, numpy.array(expected).T, strict=True)
    return [level for level, one, other in columns if (one != other).any()]


def test_words(profiles: Sequence[Profile], pairs: Sequence[Pair]) -> None:
    found = word_evidence(read_wording(profiles), *columns_of(pairs))
    expected = [word_levels(profiles[a], profiles[b]) for a, b in pairs]
    assert differing(WORD_LEVELS, found, expected) == []


def test_values_among_others(profiles: Sequence[Profile], pairs: Sequence[Pair]) -> None:
    found, gaps = closeness_of(profiles, *columns_of(pairs))
    expected = closeness_slowly.closeness_of(profiles, pairs)
    assert differing(CLOSENESS_LEVELS, found, expected) == []
    assert gaps.tolist() == [gap_between(profiles[a], profiles[b]) for a, b in pairs]


def test_support(profiles: Sequence[Profile], pairs: Sequence[Pair]) -> None:
    grounds = grounds_of(profiles, pairs)
    shares = numpy.random.default_rng(1).random(len(pairs)) ** 2
    found = later_evidence(grounds, shares)
    columns = {name: found[:, LATER_LEVELS.index(level)] for name, level in RELATIONS.items()}
    standing = support_slowly.Standing(
        profiles,
        dict(zip(pairs, shares.tolist(), strict=True)),
        {
            p: name
            for name, column in columns.items()
            for p, on in zip(pairs, column, strict=True)
            if on
        },
        dict(zip(pairs, grounds.gaps.tolist(), strict=True)),
    )
    expected = [support_slowly.support_of(standing, a, b) for a, b in pairs]
    assert differing(SUPPORT_LEVELS, found[:, -len(SUPPORT_LEVELS) :], expected) == []


def test_no_pairs_have_no_evidence(profiles: Sequence[Profile]) -> None:
    for some in (profiles, []):
        grounds = grounds_of(some, [])
        assert later_evidence(grounds, grounds.gaps).shape == (0, len(LATER_LEVELS))


@pytest.mark.parametrize("few", [0, 10_000])
def test_a_pair_is_found_whichever_of_its_claims_comes_first(
    pairs: Sequence[Pair], profiles: Sequence[Profile], few: int
) -> None:
    first, second = columns_of(pairs)
    find = pair_finder(first, second, len(profiles), few=few)
    assert find(first, second).tolist() == find(second, first).tolist() == [*range(len(pairs))]
    assert set(find(first, first).tolist()) == {-1}
