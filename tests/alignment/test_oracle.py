"""A slow, obvious aligner as the oracle of the fast one.

What is shown: (1) grouping does what its description says, on any probabilities; (2) where no bound
of blocking binds, its candidates are every pair of figures that may meet and share the family of
their kind, so that nothing else drops a pair; (3) on such inputs the facts are those of the
aligner that looks at every pair; (4) on whole stories, where bounds bind, nearly all links of
the aligner that looks at every pair are found, and hardly any others.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations, product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.alignment import weights_for
from reconcile.alignment.assignment import assign
from reconcile.alignment.blocks import family_of
from reconcile.alignment.candidates import candidate_pairs, columns_of, may_meet
from reconcile.alignment.copies import telling_apart_copies
from reconcile.alignment.profiles import Profile, profile_claims, same_article
from reconcile.alignment.score import score_pairs
from reconcile.model import VALUE_KINDS

Pair = tuple[int, int]
Groups = list[tuple[int, ...]]

#: figures an article, so few that no bound of blocking binds
FEW = 12


# --- the oracle ---------------------------------------------------------------------------------


def every_pair(profiles: Sequence[Profile]) -> list[Pair]:
    may_say_the_same = telling_apart_copies([profile.claim for profile in profiles])
    pairs = [
        (a.index, b.index)
        for a, b in combinations(profiles, 2)
        if a.article != b.article and may_meet(a, b)
    ]
    may = may_say_the_same(*columns_of(pairs))
    return [pair for pair, may_be_one in zip(pairs, may, strict=True) if may_be_one]


def grouped_slowly(
    probabilities: Mapping[Pair, float], bar: float, together: Callable[[int, int], bool]
) -> Groups:
    """From the surest pair down: join the groups of the two where the mean over the pairs between
    them, one that is no candidate being 0, is not below the bar.
    """
    groups = {frozenset([index]) for pair in probabilities for index in pair}
    for pair in sorted(probabilities, key=lambda pair: (-probabilities[pair], pair)):
        if probabilities[pair] < bar:
            break
        first, second = (next(g for g in groups if index in g) for index in pair)
        between = [(min(a, b), max(a, b)) for a, b in product(first, second)]
        counted = [p for p in between if p in probabilities or not together(*p)]
        if first != second and counted:
            mean = sum(probabilities.get(p, 0.0) for p in counted) / len(counted)
            if mean >= bar:
                groups = (groups - {first, second}) | {first | second}
    return sorted(tuple(sorted(group)) for group in groups if len(group) > 1)


def linked(groups: Groups, probabilities: Mapping[Pair, float]) -> set[Pair]:
    return {pair for group in groups for pair in combinations(group, 2) if pair in probabilities}


def aligned(profiles: Sequence[Profile], pairs: Sequence[Pair], group: Any) -> set[Pair]:
    weights = weights_for()
    scored = score_pairs(profiles, pairs, weights).probabilities
    return linked(group(scored, bar=weights.fact_bar, together=same_article(profiles)), scored)


def figures(story: Any, *, most: int | None = None) -> list[Profile]:
    claims = [
        claim
        for article in story.articles
        for claim in [c for c in story.claims if c.article == article.id and c.kind in VALUE_KINDS][
            :most
        ]
    ]
    return profile_claims(claims, story.articles)


# --- what is shown ------------------------------------------------------------------------------

probabilities = st.dictionaries(
    st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda pair: pair[0] < pair[1]),
    st.sampled_from([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]),
    max_size=40,
)


@given(probabilities, st.sampled_from([0.25, 0.36, 0.5]), st.integers(1, 4))
def test_groups_are_those_of_the_description(
    found: dict[Pair, float], bar: float, articles: int
) -> None:
    def together(a: int, b: int) -> bool:
        return a % articles == b % articles

    assert assign(found, bar=bar, together=together) == grouped_slowly(found, bar, together)


def test_blocking_without_bounds_drops_only_what_shares_no_family(story: Any) -> None:
    profiles = figures(story)
    unbounded = len(profiles)
    pairs = candidate_pairs(profiles, per_article=unbounded, per_claim=unbounded)
    missing = set(every_pair(profiles)) - set(pairs)
    assert set(pairs) <= set(every_pair(profiles))
    assert all(family_of(profiles[a]) != family_of(profiles[b]) for a, b in missing)


def test_a_split_block_loses_nothing_within_a_story(story: Any) -> None:
    profiles = figures(story)
    assert candidate_pairs(profiles, largest_block=2) == candidate_pairs(profiles)


def test_facts_of_small_inputs_are_those_of_every_pair(story: Any) -> None:
    profiles = figures(story, most=FEW)
    pairs, every = candidate_pairs(profiles), every_pair(profiles)
    without = set(every) - set(pairs)
    assert all(family_of(profiles[a]) != family_of(profiles[b]) for a, b in without)
    reached = [pair for pair in every if pair not in without]
    assert aligned(profiles, pairs, assign) == aligned(profiles, reached, slowly)
    if not without:
        assert aligned(profiles, pairs, assign) == aligned(profiles, every, slowly)


def slowly(found: Mapping[Pair, float], *, bar: float, together: Any) -> Groups:
    return grouped_slowly(found, bar, together)


@pytest.fixture(scope="module")
def links(stories: Any) -> tuple[set[Any], set[Any]]:
    """The links of the fast aligner and of the oracle over whole stories."""
    fast, slow = set(), set()
    for name, story in stories.items():
        profiles = figures(story)
        fast |= {(name, p) for p in aligned(profiles, candidate_pairs(profiles), assign)}
        slow |= {(name, p) for p in aligned(profiles, every_pair(profiles), slowly)}
    return fast, slow


def test_whole_stories_keep_nearly_all_links_of_every_pair(
    links: tuple[set[Any], set[Any]],
) -> None:
    fast, slow = links
    assert len(fast & slow) >= 0.97 * len(slow)
    assert len(fast & slow) >= 0.97 * len(fast)
