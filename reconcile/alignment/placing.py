"""Claims on where something is in, the pairs of them that may say where one thing is out."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from reconcile.alignment.candidates import Pair
from reconcile.alignment.evidence import cosine
from reconcile.alignment.naming import folded
from reconcile.alignment.profiles import Profile

#: likeness of what is said from which one place, in two articles, is that of one thing
BAR: Final = 0.1
#: and from which two places may be those of one thing
OTHER_BAR: Final = 0.15
#: partners that a place has in one other article
PARTNERS: Final = 2
#: a name that more claims than this share says too little
COMMON: Final = 400


def likely_places(profiles: Sequence[Profile], candidates: Iterable[Pair]) -> dict[Pair, float]:
    """Pairs of claims on places, by index, with how alike what they say of them is.

    Of the places of one name each has its likeliest partners only; whether places of different
    names have to do with each other is for the comparison to say.
    """
    places = {profile.index: profile for profile in profiles if profile.claim.kind == "place"}
    words = {index: _name_words(profile) for index, profile in places.items()}
    named = {
        (a, b): alike
        for a, b in sorted(_sharing(words, places))
        if (alike := _likeness_of_one(places[a], places[b])) >= BAR
    }
    about = {index: _about(profile, words[index]) for index, profile in places.items()}
    others = {
        (a, b): alike
        for a, b in candidates
        if a in places and b in places and not words[a] & words[b]
        if (alike := cosine(about[a][0], about[b][0], about[a][1] * about[b][1])) >= OTHER_BAR
    }
    return _likeliest(places, named) | others


def _name_words(profile: Profile) -> frozenset[str]:
    """The words of names in a place's own words."""
    names = {word for word, _ in profile.claim.context.names}
    return frozenset(names.intersection(folded(profile.claim.focus.text)))


def _sharing(words: Mapping[int, frozenset[str]], places: Mapping[int, Profile]) -> set[Pair]:
    postings: dict[str, list[int]] = defaultdict(list)
    for index, own in words.items():
        for word in own:
            postings[word].append(index)
    return {
        (a, b)
        for sharing in postings.values()
        if len(sharing) <= COMMON
        for place, a in enumerate(sharing)
        for b in sharing[place + 1 :]
        if places[a].article != places[b].article
    }


def _likeness_of_one(a: Profile, b: Profile) -> float:
    """How alike the sentences of one place are, or the passages around them."""
    sentences = cosine(a.whole, b.whole, a.whole_norm * b.whole_norm)
    return max(sentences, cosine(a.passage, b.passage, a.passage_norm * b.passage_norm))


def _about(profile: Profile, words: frozenset[str]) -> tuple[dict[str, float], float]:
    """What is said of a place, its own name left out, and the length of that vector."""
    own = {f"@{word}" for word in words}
    about = {word: weight for word, weight in profile.whole.items() if word not in own}
    return about, math.sqrt(sum(weight * weight for weight in about.values()))


def _likeliest(places: Mapping[int, Profile], likeness: Mapping[Pair, float]) -> dict[Pair, float]:
    """The pairs that are among the best of both their places."""
    partners: dict[tuple[int, int], list[Pair]] = defaultdict(list)
    for pair in sorted(likeness, key=lambda pair: (-likeness[pair], pair)):
        for own, other in (pair, pair[::-1]):
            partners[own, places[other].article].append(pair)
    chosen = {key: set(pairs[:PARTNERS]) for key, pairs in partners.items()}
    return {
        (a, b): alike
        for (a, b), alike in likeness.items()
        if (a, b) in chosen[a, places[b].article] and (a, b) in chosen[b, places[a].article]
    }
