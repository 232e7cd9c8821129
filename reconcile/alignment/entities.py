"""Claims of names in, one a name and article, and which of them name the same out."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from reconcile import patterns
from reconcile.alignment.naming import folded, may_be_one
from reconcile.alignment.profiles import Profile
from reconcile.model import Claim

#: names that share a word's first consonants; more than this of them are too common to say a thing
COMMON: Final = 200
_VOWELS: Final = patterns.compile(r"[aeiouy]")

Pair = tuple[int, int]
NameWords = frozenset[str]


def fullest_names(claims: Iterable[Claim]) -> list[Claim]:
    """Of each name in each article the claim that prints it most fully, the first of those."""
    best: dict[tuple[str, NameWords], Claim] = {}
    for claim in claims:
        key = (claim.article, name_words(claim))
        if key[1] and (key not in best or _fullness(claim) > _fullness(best[key])):
            best[key] = claim
    return sorted(best.values(), key=lambda claim: (claim.article, claim.focus.start))


def name_words(claim: Claim) -> NameWords:
    """The words of the name that a claim's focus is, as its article prints it in full."""
    return frozenset(word for word, distance in claim.context.names if distance == 0)


def _fullness(claim: Claim) -> int:
    """How many words of a name are printed; capitals throughout are a heading's."""
    text = claim.focus.text
    return 2 * len(folded(text)) - (text.isupper() and len(text) > 4)


def link_names(profiles: Sequence[Profile]) -> Iterator[Pair]:
    """Pairs of claims, by index, that print one name in two articles.

    A name that could be two of the other article's is linked to the one that it is word for word,
    or that is as long, or to none.
    """
    words = {profile.index: name_words(profile.claim) for profile in profiles}
    article = {profile.index: profile.article for profile in profiles}
    fitting: dict[int, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for a, b in pairs_of_one_name(words, article):
        fitting[a][article[b]].append(b)
        fitting[b][article[a]].append(a)
    chosen = {
        (index, best)
        for index, others in fitting.items()
        for found in others.values()
        if (best := _only(index, found, words)) is not None
    }
    yield from sorted((a, b) for a, b in chosen if a < b and (b, a) in chosen)


def _only(index: int, found: Sequence[int], words: Mapping[int, NameWords]) -> int | None:
    """The one that is the same word for word, or else as long, or else the only one."""
    own = words[index]
    same = [other for other in found if words[other] == own]
    long = [other for other in found if len(words[other]) == len(own) > 1]
    candidates = same or long or found
    return candidates[0] if len(candidates) == 1 else None


def pairs_of_one_name(words: Mapping[int, NameWords], article: Mapping[int, int]) -> list[Pair]:
    """Pairs of indexes whose names, in two articles, may be one."""
    return [
        (a, b)
        for a, b in sorted(_sharing(words, article))
        if may_be_one(sorted(words[a]), sorted(words[b]))
    ]


def _sharing(words: Mapping[int, NameWords], article: Mapping[int, int]) -> set[Pair]:
    """Pairs of names of two articles with a word that may be the same."""
    postings: dict[str, list[int]] = defaultdict(list)
    for index, own in words.items():
        for key in {_skeleton(word) for word in own}:
            postings[key].append(index)
    return {
        (a, b) if a < b else (b, a)
        for sharing in postings.values()
        if len(sharing) <= COMMON
        for a, b in itertools.combinations(sharing, 2)
        if article[a] != article[b]
    }


def _skeleton(word: str) -> str:
    """A word's first letter and the first consonant behind it: what spellings seldom change."""
    return word[0] + _VOWELS.sub("", word[1:])[:1]


def is_worth_telling(claims: Sequence[Claim]) -> bool:
    """Whether the sources print a name in more than one way."""
    return len({claim.focus.text for claim in claims}) > 1
