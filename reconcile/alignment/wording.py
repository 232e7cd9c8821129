"""Profiles and pairs in, how alike the words and names of both claims are out: named levels."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from reconcile.alignment.profiles import Profile
from reconcile.alignment.wordsets import (
    Shared,
    WordSets,
    half,
    share_of,
    shared_words,
    totals,
    word_sets,
)
from reconcile.records import frozen

if TYPE_CHECKING:
    from numpy import float64, int64
    from numpy.typing import NDArray

    Column = NDArray[float64]
    Claims = NDArray[int64]

WORD_LEVELS: Final = (
    "words near", "words near, each of the shorter", "whole sentence", "passage",
    "words of the sentence", "words around", "words around both",
    "words left out", "words left out by both", "words far from it", "words far from both",
    "names left out", "names left out by both", "names far from it", "names far from both",
    "names near", "names shared", "names clash", "names around",
    "measured same", "measured in the other's words", "measured clash", "measured missing",
    "phrase shared", "phrase clash",
    "governor same", "governor in the other's words", "governor clash",
    "subject same", "subject clash",
    "event alike", "event in the other's words", "event in the words of both",
    "event names shared", "event names clash", "doer shared", "doer clash",
    "heading shared",
)  # fmt: skip


@frozen(eq=False)
class Wording:
    """The words and names of every claim of a story, and what its article knows."""

    near: WordSets
    near_norm: Column
    #: the weight of all words near a claim, of all its names, of all words of its event
    near_total: Column
    whole: WordSets
    whole_norm: Column
    passage: WordSets
    passage_norm: Column
    around: WordSets
    heading: WordSets
    heading_or_around: WordSets
    names: WordSets
    names_norm: Column
    names_total: Column
    names_around: WordSets
    names_anywhere: WordSets
    phrase: WordSets
    event: WordSets
    event_norm: Column
    event_total: Column
    event_names: WordSets
    doers: WordSets
    #: by article, its words and names
    known_words: WordSets
    known_names: WordSets
    article: Claims
    #: the word that each claim measures, that it hangs on, and its subject, by number; or -1
    measured: Claims
    governor: Claims
    subject: Claims


def read_wording(profiles: Sequence[Profile]) -> Wording:
    """The words and names of claims, numbered."""
    import numpy

    concepts: dict[Hashable, int] = {}
    names: dict[Hashable, int] = {}

    def sets(
        told: Callable[[Profile], Collection[str] | Mapping[str, float]],
        numbers: dict[Hashable, int],
    ) -> WordSets:
        return word_sets(map(told, profiles), numbers)

    def column(told: Callable[[Profile], float]) -> Column:
        return numpy.array([told(profile) for profile in profiles], numpy.float64)

    def word(told: Callable[[Profile], str]) -> Claims:
        found = (told(profile) for profile in profiles)
        return numpy.array(
            [concepts.setdefault(each, len(concepts)) if each else -1 for each in found],
            numpy.int64,
        )

    known = {profile.article: profile.known for profile in profiles}
    articles = {article: place for place, article in enumerate(known)}
    return Wording(
        near=sets(lambda each: each.near, concepts),
        near_norm=column(lambda each: each.near_norm),
        near_total=column(lambda each: sum(each.near.values())),
        whole=sets(lambda each: each.whole, concepts),
        whole_norm=column(lambda each: each.whole_norm),
        passage=sets(lambda each: each.passage, concepts),
        passage_norm=column(lambda each: each.passage_norm),
        around=sets(lambda each: each.around, concepts),
        heading=sets(lambda each: each.heading, concepts),
        heading_or_around=sets(lambda each: each.heading | each.around, concepts),
        names=sets(lambda each: each.names, names),
        names_norm=column(lambda each: each.names_norm),
        names_total=column(lambda each: sum(each.names.values())),
        names_around=sets(lambda each: each.names_around, names),
        names_anywhere=sets(lambda each: each.names_around | each.names.keys(), names),
        phrase=sets(lambda each: each.phrase, concepts),
        event=sets(lambda each: each.event.words, concepts),
        event_norm=column(lambda each: each.event_norm),
        event_total=column(lambda each: sum(each.event.words.values())),
        event_names=sets(lambda each: each.event.names, names),
        doers=sets(lambda each: each.event.names_of_subject, names),
        known_words=word_sets((each.words for each in known.values()), concepts),
        known_names=word_sets((each.names for each in known.values()), names),
        article=numpy.array([articles[profile.article] for profile in profiles], numpy.int64),
        measured=word(lambda each: each.measured),
        governor=word(lambda each: each.governor),
        subject=word(lambda each: each.subject),
    )


def word_evidence(wording: Wording, a: Claims, b: Claims) -> NDArray[float64]:
    """The numbers of ``WORD_LEVELS`` for each pair of claims, the first of each and the second."""
    import numpy

    columns = [
        *_alike(wording, a, b),
        *_left_out(wording, a, b),
        *_names(wording, a, b),
        *_measured(wording, a, b),
        *_one_word(wording.governor, wording.near, a, b),
        *_subject(wording.subject, a, b),
        *_event(wording, a, b),
        _heading(wording, a, b),
    ]
    return numpy.stack(columns, axis=1)


def _cosine(shared: Shared, norms: Column, a: Claims, b: Claims) -> Column:
    """The cosines of two word vectors, ``norms`` being their lengths."""
    return share_of(shared.total(shared.weight * shared.other_weight), norms[a] * norms[b])


def _alike(wording: Wording, a: Claims, b: Claims) -> list[Column]:
    import numpy

    near, around = wording.near, wording.around
    met, sizes = shared_words(near, a, b), (near.sizes[a] + near.sizes[b]).astype(float)
    shorter = met.total(numpy.minimum(met.weight, met.other_weight))
    lighter = numpy.minimum(wording.near_total[a], wording.near_total[b])
    return [
        _cosine(met, wording.near_norm, a, b),
        share_of(shorter, lighter),
        _cosine(shared_words(wording.whole, a, b), wording.whole_norm, a, b),
        _cosine(shared_words(wording.passage, a, b), wording.passage_norm, a, b),
        share_of(met.counts, sizes - met.counts),
        half(near, around, a, b) + half(around, near, a, b),
        half(around, around, a, b),
    ]


def _left_out(wording: Wording, a: Claims, b: Claims) -> list[Column]:
    """How much of what stands near each figure the other could have said there and did not.

    Its article has the word, but not in that sentence, or not near it: Japan, and not Vietnam.
    """
    import numpy

    columns = []
    for words, total, known, around in (
        (wording.near, wording.near_total, wording.known_words, wording.around),
        (wording.names, wording.names_total, wording.known_names, wording.names_around),
    ):
        by_a, by_b = (
            _unsaid(words, total, known, around, wording.article, *each)
            for each in ((b, a), (a, b))
        )
        for one, other in zip(by_a, by_b, strict=True):
            columns += [one + other, numpy.minimum(one, other)]
    return columns


def _unsaid(
    words: WordSets,
    total: Column,
    known: WordSets,
    around: WordSets,
    article: Claims,
    by: Claims,
    told: Claims,
) -> tuple[Column, Column]:
    """The share of the words of each claim told that ``by`` knows and does not say, nor around."""
    pair, place = words.spread(told)
    word, weight = words.words[place], words.weights[place]
    left_out = known.has(article[by][pair], word) & ~words.has(by[pair], word)
    pair, word, weight = pair[left_out], word[left_out], weight[left_out]
    far = ~around.has(by[pair], word)
    return (
        share_of(totals(pair, weight, len(told)), total[told]),
        share_of(totals(pair[far], weight[far], len(told)), total[told]),
    )


def _names(wording: Wording, a: Claims, b: Claims) -> list[Column]:
    names, anywhere = wording.names, wording.names_anywhere
    met = shared_words(names, a, b)
    shared = met.counts > 0
    clash = (names.sizes[a] > 0) & (names.sizes[b] > 0) & ~shared
    return [
        _cosine(met, wording.names_norm, a, b),
        shared.astype(float),
        clash.astype(float),
        half(anywhere, anywhere, a, b),
    ]


def _measured(wording: Wording, a: Claims, b: Claims) -> list[Column]:
    same, in_words, clash = _one_word(wording.measured, wording.near, a, b)
    missing = 1.0 - same - in_words - clash
    return [same, in_words, clash, missing, *_shared_or_not(wording.phrase, a, b)]


def _one_word(word: Claims, near: WordSets, a: Claims, b: Claims) -> list[Column]:
    """Whether two words are the same, stand near the other's figure, or neither; both known."""
    known = (word[a] >= 0) & (word[b] >= 0)
    same = known & (word[a] == word[b])
    in_words = known & ~same & (near.has(b, word[a]) | near.has(a, word[b]))
    return [each.astype(float) for each in (same, in_words, known & ~same & ~in_words)]


def _subject(subject: Claims, a: Claims, b: Claims) -> list[Column]:
    known, same = (subject[a] >= 0) & (subject[b] >= 0), subject[a] == subject[b]
    return [(known & same).astype(float), (known & ~same).astype(float)]


def _event(wording: Wording, a: Claims, b: Claims) -> list[Column]:
    import numpy

    met = shared_words(wording.event, a, b)
    covered = _covered(wording, a, b), _covered(wording, b, a)
    return [
        _cosine(met, wording.event_norm, a, b),
        numpy.maximum(*covered),
        numpy.minimum(*covered),
        *_shared_or_not(wording.event_names, a, b),
        *_shared_or_not(wording.doers, a, b),
    ]


def _covered(wording: Wording, told: Claims, by: Claims) -> Column:
    """The share of the words of an event that another claim's sentence says."""
    pair, place = wording.event.spread(told)
    said = wording.whole.has(by[pair], wording.event.words[place])
    weight = wording.event.weights[place[said]]
    return share_of(totals(pair[said], weight, len(told)), wording.event_total[told])


def _shared_or_not(words: WordSets, a: Claims, b: Claims) -> list[Column]:
    shared = half(words, words, a, b)
    clash = (words.sizes[a] > 0) & (words.sizes[b] > 0) & (shared == 0)
    return [shared, clash.astype(float)]


def _heading(wording: Wording, a: Claims, b: Claims) -> Column:
    near, heading = wording.near, wording.heading
    return (
        half(wording.heading_or_around, heading, a, b)
        + half(heading, near, a, b)
        + half(near, heading, a, b)
    )
