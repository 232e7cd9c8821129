"""Ordinary pairs of articles, prepared for learning: what differs in them is seldom one fact.

The packs are dense with conflicts; weights learned from them alone take two figures that cannot
both be true for one fact too readily in ordinary news. Of some pairs of ``benchmarks/desk`` all
figures that both articles tell are labelled; they are stories like those of the packs. Of the
others it is known of every two figures that cannot both be true what they are: planted, and one
fact, or two facts. Of figures that fit each other nothing is known there, and nothing is learned.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Final

import numpy

from benchmarks.alignment.learn import Prepared, prepare
from benchmarks.alignment.stories import GoldPair, Labels, Story
from benchmarks.desk import (
    DIFFER,
    FOLDER,
    LATER,
    SAME,
    Pair,
    Told,
    read_pairs,
    tells_elsewhere,
    tells_there,
)
from reconcile import extract_claims
from reconcile.alignment.candidates import candidate_pairs
from reconcile.alignment.profiles import profile_claims
from reconcile.alignment.score import grounds_of
from reconcile.comparison import compare
from reconcile.model import VALUE_KINDS, Claim, Span
from reconcile.semantic import Encoder

#: what an answer sheet calls what two articles say of one fact
VERDICTS: Final = {SAME: "compatible", DIFFER: "conflict", LATER: "updated"}


def ordinary_pairs(encoder: Encoder | None = None) -> Iterator[Prepared]:
    """The evidence and labels of every candidate pair of every pair of articles."""
    for path in sorted(FOLDER.glob("*.txt")):
        for number, pair in enumerate(read_pairs(path.read_text("utf-8")), 1):
            name = f"{path.stem} {number}"
            if pair.labelled:
                yield prepare(story_of(name, pair), encoder)
            else:
                yield _of_what_differs(name, pair, encoder)


def story_of(name: str, pair: Pair) -> Story:
    """A labelled pair as a story, of its values alone."""
    claims = [claim for claim in extract_claims(pair.articles) if claim.kind in VALUE_KINDS]
    gold = [
        GoldPair(a, b, "count", VERDICTS[told.verdict], disputed=False)
        for told in pair.facts
        for a, b in itertools.product(*_places(pair, told))
    ]
    return Story(name, "desk", pair.articles, claims, gold, ())


def _places(pair: Pair, told: Told) -> Iterator[list[tuple[str, Span]]]:
    """By article: where the words of a fact stand."""
    for article, side in zip(pair.articles, told.words, strict=True):
        starts = [(article.text.index(words), len(words)) for words in side]
        yield [(article.id, Span(start, start + length)) for start, length in starts]


def _of_what_differs(name: str, pair: Pair, encoder: Encoder | None) -> Prepared:
    """What is known of the figures of a pair that cannot both be true."""
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
    for words in (words for told in pair.planted for words in itertools.product(*told.words)):
        if all(tells_there(*side, told) for side, told in zip(sides, words, strict=True)):
            return True
        if all(tells_elsewhere(*side, told) for side, told in zip(sides, words, strict=True)):
            return None
    return False
