"""Two profiles in, the evidence that they state one fact out: named levels, each a number."""

from __future__ import annotations

import math
from collections.abc import Mapping, Set
from typing import Final

from reconcile.alignment.meaning import alike_in_meaning
from reconcile.alignment.profiles import Profile
from reconcile.alignment.ranks import RANK_LEVELS, rank_evidence

#: the scope slots, each weighed by itself
SLOTS: Final = (
    "period", "compared", "share", "basis", "status", "inclusion", "part", "extreme", "subgroup",
    "increment", "direction", "bound", "event",
)  # fmt: skip
KINDS: Final = ("money", "count", "quantity", "percent", "rank", "date", "duration", "age")
#: prepositions that say which end of a change a figure is
ENDS: Final = frozenset(("from", "to", "by", "against", "than", "since", "until", "at"))

#: the levels of the ladder, in the order of the numbers that ``evidence_between`` returns
LEVELS: Final = (
    "bias",
    *(f"kind {kind}" for kind in KINDS),
    "kinds differ", "bare number",
    "words near", "words near, each of the shorter", "whole sentence", "passage",
    "words of the sentence", "words around", "words around both",
    "words left out", "words left out by both", "words far from it", "words far from both",
    "names left out", "names left out by both", "names far from it", "names far from both",
    "names near", "names shared", "names clash", "names around",
    "measured same", "measured in the other's words", "measured clash", "measured missing",
    "phrase shared", "phrase clash",
    "governor same", "governor in the other's words", "governor clash",
    "subject same", "subject clash",
    "role same", "role of the other end",
    "event alike", "event in the other's words", "event in the words of both",
    "event names shared", "event names clash", "doer shared", "doer clash",
    "both told", "one told",
    "heading shared", "headline", "both early", "places apart",
    "time same", "time overlaps", "time clash", "time on one side",
    "speaker same", "speaker clash",
    *(f"scope {slot} same" for slot in SLOTS),
    *(f"scope {slot} clash" for slot in SLOTS),
    *(f"scope {slot} on one side" for slot in SLOTS),
    "fate same", "fate clash", "fate on one side",
    *RANK_LEVELS,
    "unit same", "currency differs", "unit differs",
    "hedge same",
    "clauses alike in meaning", "statements alike in meaning",
)  # fmt: skip


def cosine(a: Mapping[str, float], b: Mapping[str, float], norm: float) -> float:
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


def evidence_between(a: Profile, b: Profile) -> list[float]:
    """The numbers of ``LEVELS`` for two profiles, none of them looking at the values."""
    kind = a.claim.focus.kind
    same_kind = kind == b.claim.focus.kind
    numbers = [1.0]
    numbers += [1.0 if same_kind and kind == name else 0.0 for name in KINDS]
    numbers.append(0.0 if same_kind else 1.0)
    numbers.append(1.0 if not (a.unit and b.unit) else 0.0)
    numbers += _words(a, b)
    numbers += _left_out(a, b)
    numbers += _names(a, b)
    numbers += _measured(a, b)
    numbers += _clause(a, b)
    numbers += _event(a, b)
    numbers += _place(a, b)
    numbers += _time(a, b)
    numbers += _speaker(a, b)
    numbers += _scope(a, b)
    numbers += _fate(a, b)
    numbers += rank_evidence(a.ranked, b.ranked)
    numbers += _unit(a, b, same_kind)
    numbers.append(1.0 if a.hedge and a.hedge == b.hedge else 0.0)
    numbers += alike_in_meaning(a.meanings, b.meanings)
    return numbers


def _words(a: Profile, b: Profile) -> list[float]:
    return [
        cosine(a.near, b.near, a.near_norm * b.near_norm),
        _shared_share(a.near, b.near),
        cosine(a.whole, b.whole, a.whole_norm * b.whole_norm),
        cosine(a.passage, b.passage, a.passage_norm * b.passage_norm),
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
        cosine(a.names, b.names, a.names_norm * b.names_norm),
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
    ends = a.role != b.role and a.role in ENDS and b.role in ENDS
    return [
        *governor,
        1.0 if subject_same else 0.0,
        1.0 if a.subject and b.subject and not subject_same else 0.0,
        1.0 if a.role == b.role else 0.0,
        1.0 if ends else 0.0,
    ]


def _event(a: Profile, b: Profile) -> list[float]:
    one, other = a.event, b.event
    covered = _covered(one.words, b.whole), _covered(other.words, a.whole)
    told = one.is_telling + other.is_telling
    return [
        cosine(one.words, other.words, a.event_norm * b.event_norm),
        max(covered),
        min(covered),
        *_shared_or_not(one.names, other.names),
        *_shared_or_not(one.names_of_subject, other.names_of_subject),
        1.0 if told == 2 else 0.0,
        1.0 if told == 1 else 0.0,
    ]


def _covered(words: Mapping[str, float], said: Mapping[str, float]) -> float:
    """The share of the weight of some words that is said."""
    total = sum(words.values())
    return sum(weight for word, weight in words.items() if word in said) / total if total else 0.0


def _shared_or_not(a: frozenset[str], b: frozenset[str]) -> tuple[float, float]:
    shared = _half(a, b)
    return shared, 1.0 if a and b and not shared else 0.0


def _place(a: Profile, b: Profile) -> list[float]:
    first, second = a.claim.context.position, b.claim.context.position
    return [
        _half(a.heading | a.around, b.heading)
        + _half(a.heading, b.sentence)
        + _half(a.sentence, b.heading),
        1.0 if a.headline or b.headline else 0.0,
        1.0 if first < 0.25 and second < 0.25 else 0.0,
        abs(first - second),
    ]  # fmt: skip


def _time(a: Profile, b: Profile) -> list[float]:
    if a.time is None and b.time is None:
        return [0.0, 0.0, 0.0, 0.0]
    if a.time is None or b.time is None:
        return [0.0, 0.0, 0.0, 1.0]
    if a.time == b.time:
        return [1.0, 0.0, 0.0, 0.0]
    overlaps = a.time[0] < b.time[1] and b.time[0] < a.time[1]
    return [0.0, 1.0, 0.0, 0.0] if overlaps else [0.0, 0.0, 1.0, 0.0]


def _speaker(a: Profile, b: Profile) -> list[float]:
    if not a.speaker or not b.speaker:
        return [0.0, 0.0]
    return [1.0, 0.0] if a.speaker & b.speaker else [0.0, 1.0]


def _scope(a: Profile, b: Profile) -> list[float]:
    same, clash, alone = [], [], []
    for slot in SLOTS:
        first, second = a.scope.get(slot), b.scope.get(slot)
        same.append(1.0 if first is not None and first == second else 0.0)
        clash.append(1.0 if first and second and first != second else 0.0)
        alone.append(1.0 if (first is None) != (second is None) else 0.0)
    return [*same, *clash, *alone]


def _fate(a: Profile, b: Profile) -> list[float]:
    """Whether the same befell those that are counted; of what is no count, nothing."""
    if not a.claim.focus.kind == b.claim.focus.kind == "count":
        return [0.0, 0.0, 0.0]
    same, told = a.fate == b.fate, bool(a.fate) + bool(b.fate)
    return [float(same and told == 2), float(not same and told == 2), float(told == 1)]


def _unit(a: Profile, b: Profile, same_kind: bool) -> list[float]:
    if not same_kind:
        return [0.0, 0.0, 0.0]
    if a.unit == b.unit:
        return [1.0, 0.0, 0.0]
    if a.claim.focus.kind == "money":
        return [0.0, 1.0, 0.0]
    return [0.0, 0.0, 1.0 if a.unit and b.unit else 0.0]
