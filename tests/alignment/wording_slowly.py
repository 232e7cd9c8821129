"""The words of two claims held together, one pair at a time: the slow way of ``wording``."""

from __future__ import annotations

import math
from collections.abc import Mapping, Set

from reconcile.alignment.profiles import Profile


def word_levels(a: Profile, b: Profile) -> list[float]:
    """The numbers of ``WORD_LEVELS`` for two profiles."""
    return [
        *_words(a, b),
        *_left_out(a, b),
        *_names(a, b),
        *_measured(a, b),
        *_clause(a, b),
        *_event(a, b),
        _heading(a, b),
    ]


def _cosine(a: Mapping[str, float], b: Mapping[str, float], norm: float) -> float:
    """The cosine of two word vectors, ``norm`` being the product of their lengths."""
    if norm == 0.0:
        return 0.0
    if len(a) > len(b):
        a, b = b, a
    return sum(weight * b[word] for word, weight in a.items() if word in b) / norm


def _shared_share(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """The weight that two word vectors share, of the lighter one's."""
    lighter = min(sum(a.values()), sum(b.values()))
    if lighter == 0.0:
        return 0.0
    if len(a) > len(b):
        a, b = b, a
    return sum(min(weight, b[word]) for word, weight in a.items() if word in b) / lighter


def _jaccard(a: frozenset[str], b: frozenset[str]) -> float:
    if not a or not b:
        return 0.0
    shared = len(a & b)
    return shared / (len(a) + len(b) - shared)


def _half(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / math.sqrt(len(a) * len(b)) if a and b else 0.0


def _words(a: Profile, b: Profile) -> list[float]:
    return [
        _cosine(a.near, b.near, a.near_norm * b.near_norm),
        _shared_share(a.near, b.near),
        _cosine(a.whole, b.whole, a.whole_norm * b.whole_norm),
        _cosine(a.passage, b.passage, a.passage_norm * b.passage_norm),
        _jaccard(a.sentence, b.sentence),
        _half(a.sentence, b.around) + _half(a.around, b.sentence),
        _half(a.around, b.around),
    ]


def _left_out(a: Profile, b: Profile) -> list[float]:
    """How much of what stands near each figure the other could have said there and did not.

    Its article has the word, but not in that sentence, or not near it: Japan, and not Vietnam.
    """
    numbers = []
    for words_a, words_b in (
        (_words_left_out(a, b), _words_left_out(b, a)),
        (_names_left_out(a, b), _names_left_out(b, a)),
    ):
        for first, second in zip(words_a, words_b, strict=True):
            numbers += [first + second, min(first, second)]
    return numbers


def _words_left_out(a: Profile, b: Profile) -> tuple[float, float]:
    return _unsaid(a.near, b.known.words, b.sentence, b.around)


def _names_left_out(a: Profile, b: Profile) -> tuple[float, float]:
    return _unsaid(a.names, b.known.names, b.names.keys(), b.names_around)


def _unsaid(
    words: Mapping[str, float], known: Set[str], said: Set[str], around: Set[str]
) -> tuple[float, float]:
    """The weight of the words that are known and not said, and of those not said around either."""
    total = sum(words.values())
    left_out = far = 0.0
    for word, weight in words.items():
        if word in known and word not in said:
            left_out += weight
            if word not in around:
                far += weight
    return (left_out / total, far / total) if total else (0.0, 0.0)


def _names(a: Profile, b: Profile) -> list[float]:
    shared = bool(a.names.keys() & b.names.keys())
    return [
        _cosine(a.names, b.names, a.names_norm * b.names_norm),
        1.0 if shared else 0.0,
        1.0 if a.names and b.names and not shared else 0.0,
        _half(a.names_around | frozenset(a.names), b.names_around | frozenset(b.names)),
    ]


def _measured(a: Profile, b: Profile) -> list[float]:
    if not a.measured or not b.measured:
        measured = [0.0, 0.0, 0.0, 1.0]
    elif a.measured == b.measured:
        measured = [1.0, 0.0, 0.0, 0.0]
    elif a.measured in b.near or b.measured in a.near:
        measured = [0.0, 1.0, 0.0, 0.0]
    else:
        measured = [0.0, 0.0, 1.0, 0.0]
    shared = _half(a.phrase, b.phrase)
    return [*measured, shared, 1.0 if a.phrase and b.phrase and not shared else 0.0]


def _clause(a: Profile, b: Profile) -> list[float]:
    governor = [0.0, 0.0, 0.0]
    if a.governor and b.governor:
        if a.governor == b.governor:
            governor[0] = 1.0
        elif a.governor in b.near or b.governor in a.near:
            governor[1] = 1.0
        else:
            governor[2] = 1.0
    subject_same = bool(a.subject) and a.subject == b.subject
    return [
        *governor,
        1.0 if subject_same else 0.0,
        1.0 if a.subject and b.subject and not subject_same else 0.0,
    ]


def _event(a: Profile, b: Profile) -> list[float]:
    one, other = a.event, b.event
    covered = _covered(one.words, b.whole), _covered(other.words, a.whole)
    return [
        _cosine(one.words, other.words, a.event_norm * b.event_norm),
        max(covered),
        min(covered),
        *_shared_or_not(one.names, other.names),
        *_shared_or_not(one.names_of_subject, other.names_of_subject),
    ]


def _covered(words: Mapping[str, float], said: Mapping[str, float]) -> float:
    """The share of the weight of some words that is said."""
    total = sum(words.values())
    return sum(weight for word, weight in words.items() if word in said) / total if total else 0.0


def _shared_or_not(a: frozenset[str], b: frozenset[str]) -> tuple[float, float]:
    shared = _half(a, b)
    return shared, 1.0 if a and b and not shared else 0.0


def _heading(a: Profile, b: Profile) -> float:
    return (
        _half(a.heading | a.around, b.heading)
        + _half(a.heading, b.sentence)
        + _half(a.sentence, b.heading)
    )
