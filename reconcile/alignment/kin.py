"""Profiles in, which claims of one article belong together out: one figure said again, sentences.

A restatement says a figure again in another unit (a twin), a repetition says the very same figure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from typing import TYPE_CHECKING

from reconcile.alignment.profiles import Profile
from reconcile.alignment.wordsets import WordSets, word_sets
from reconcile.model import Span
from reconcile.records import frozen

if TYPE_CHECKING:
    from numpy import bool_, int64
    from numpy.typing import NDArray

    Claims = NDArray[int64]


@frozen(eq=False)
class Kin:
    """What every claim of a story has to do with the others of its article."""

    article: Claims
    #: the sentence of each claim; those in front of it and behind it are the numbers beside it
    sentence: Claims
    #: where each claim stands, by number; and the numbers of where it is said again
    span: Claims
    said_again: WordSets
    #: by claim: the claims that say it again, and those that carry the same figure
    twins: WordSets
    repeats: WordSets
    #: claims of one article with the same figure have the same number
    figure: Claims

    def twinned(self, claims: Claims, others: Claims) -> NDArray[bool_]:
        """Whether each of some claims is said again where the one beside it stands."""
        return self.said_again.has(claims, self.span[others])


def read_kin(profiles: Sequence[Profile]) -> Kin:
    """The kin of every claim."""
    import numpy

    spans: dict[Hashable, int] = {}
    figures: dict[Hashable, int] = {}
    standing = [spans.setdefault(_place(each), len(spans)) for each in profiles]
    said_again = [{(each.article, span) for span in each.twins} for each in profiles]
    figure = [figures.setdefault(_figure(each), len(figures)) for each in profiles]
    at_span = {number: [claim] for claim, number in enumerate(standing)}
    return Kin(
        numpy.array([profile.article for profile in profiles], numpy.int64),
        numpy.array(_sentences(profiles), numpy.int64),
        numpy.array(standing, numpy.int64),
        word_sets(said_again, spans),
        _claims([claim for at in again if at in spans for claim in at_span.get(spans[at], ())]
                for again in said_again),
        _claims(_others(figure)),
        numpy.array(figure, numpy.int64),
    )  # fmt: skip


def _place(profile: Profile) -> tuple[int, Span]:
    return profile.article, profile.claim.focus.span


def _figure(profile: Profile) -> Hashable:
    """What claims with the same figure share; a claim without one shares it with none."""
    place = profile.position
    if place is None:
        return profile.index
    return profile.article, place.line, place.low, place.high


def _others(numbers: Sequence[int]) -> list[list[int]]:
    """By claim, the others with the same number."""
    groups: dict[int, list[int]] = defaultdict(list)
    for claim, number in enumerate(numbers):
        groups[number].append(claim)
    return [
        [other for other in groups[number] if other != claim]
        for claim, number in enumerate(numbers)
    ]


def _claims(rows: Iterable[Sequence[int]]) -> WordSets:
    """Claims by claim, each being its own number."""
    listed = list(rows)
    return word_sets(listed, {claim: claim for claim in range(len(listed))})


def _sentences(profiles: Sequence[Profile]) -> list[int]:
    """The sentences of all articles in one row, a gap between two articles."""
    ends: dict[int, int] = defaultdict(int)
    for profile in profiles:
        article, sentence = profile.sentence_key
        ends[article] = max(ends[article], sentence)
    begins, begin = {}, 0
    for article in sorted(ends):
        begins[article], begin = begin, begin + ends[article] + 3
    return [begins[each.sentence_key[0]] + each.sentence_key[1] for each in profiles]
