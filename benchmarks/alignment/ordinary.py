"""Ordinary pairs of articles, prepared for learning: what differs in them is seldom one fact.

The packs are dense with conflicts; weights learned from them alone take two figures that cannot
both be true for one fact too readily in ordinary news. In the pairs of ``benchmarks/desk`` it is
known of every two such figures what they are: planted, and one fact, or two facts. Of figures that
fit each other nothing is known, and nothing is learned.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy

from benchmarks.alignment.learn import Prepared
from benchmarks.alignment.stories import Labels, Story
from benchmarks.desk import FOLDER, Pair, read_pairs, tells_elsewhere, tells_there
from reconcile import extract_claims
from reconcile.alignment.candidates import candidate_pairs
from reconcile.alignment.profiles import profile_claims
from reconcile.alignment.score import grounds_of
from reconcile.comparison import compare
from reconcile.model import VALUE_KINDS, Claim
from reconcile.semantic import Encoder


def ordinary_pairs(encoder: Encoder | None = None) -> Iterator[Prepared]:
    """The evidence of every candidate pair whose figures cannot both be true."""
    for path in sorted(FOLDER.glob("*.txt")):
        for number, pair in enumerate(read_pairs(path.read_text("utf-8")), 1):
            yield _prepared(f"{path.stem} {number}", pair, encoder)


def _prepared(name: str, pair: Pair, encoder: Encoder | None) -> Prepared:
    articles = pair.articles
    claims = [claim for claim in extract_claims(articles) if claim.kind in VALUE_KINDS]
    profiles = profile_claims(claims, articles)
    pairs = candidate_pairs(profiles)
    likeness = encoder(claims, articles) if encoder else None
    known = [_is_one_fact(pair, claims[a], claims[b]) for a, b in pairs]
    return Prepared(
        Story(name, "desk", articles, claims, (), ()),
        grounds_of(profiles, pairs, likeness),
        Labels({}, frozenset()),
        numpy.array([each is True for each in known], bool),
        numpy.array([each is not None for each in known], bool),
    )


def _is_one_fact(pair: Pair, a: Claim, b: Claim) -> bool | None:
    """Whether two claims are of one fact; ``None`` where that is not known."""
    if a.article == b.article:
        return None
    if a.article != "A":
        a, b = b, a
    judgement = compare(a, b, *pair.articles)
    if judgement is None or judgement.verdict != "conflict":
        return None
    sides = list(zip((a, b), pair.articles, strict=True))
    for words in pair.planted:
        if all(tells_there(*side, told) for side, told in zip(sides, words, strict=True)):
            return True
        if all(tells_elsewhere(*side, told) for side, told in zip(sides, words, strict=True)):
            return None
    return False
