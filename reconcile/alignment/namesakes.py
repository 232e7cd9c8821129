"""Names and posts in, pairs of names that share one name and one post out: one person, named twice.

"Regional organiser Shaun Batter" here is "Sean Batter, the organiser" there, and "housing minister
Fergal Dunne" is "Fergal Doyle, the minister". Each article must know one bearer of the shared name
only, and where that is the first name, nobody of the other's surname.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Final

from reconcile.alignment.lexicon import concept
from reconcile.alignment.naming import folded
from reconcile.alignment.profiles import Profile

#: the fewest letters of a word that tells a post
LONG: Final = 3

Pair = tuple[int, int]
#: the first and the last word of a name
Words = tuple[str, str]
#: an article and a word of a name
Bearer = tuple[int, str]


def namesakes(profiles: Sequence[Profile]) -> Iterator[Pair]:
    """Pairs of names, by index, of two articles: the surname or first name is one, and the post."""
    names = _names(profiles)
    posts = _posts(profiles, {(article, each[-1]) for article, each in names})
    known = {(article, word) for article, each in names for word in each}
    for own in (-1, 0):
        by_name: dict[str, list[tuple[int, Words]]] = defaultdict(list)
        for (article, shared), bearing in _bearers(names, own).items():
            if len(bearing) == 1 and posts[article, bearing[0][-1]]:
                by_name[shared].append((article, bearing[0]))
        for bearers in by_name.values():
            for (one, a), (other, b) in itertools.combinations(sorted(bearers), 2):
                apart = a[-1 - own] != b[-1 - own]
                strange = (one, b[-1]) not in known and (other, a[-1]) not in known
                if apart and (own or strange) and posts[one, a[-1]] & posts[other, b[-1]]:
                    first, second = names[one, a], names[other, b]
                    yield min(first, second), max(first, second)


def _names(profiles: Sequence[Profile]) -> Mapping[tuple[int, Words], int]:
    """By article the first and last word of each name of several words, with its claim."""
    found: dict[tuple[int, Words], int] = {}
    for profile in profiles:
        words = folded(profile.claim.focus.text)
        if profile.claim.kind == "name" and len(words) > 1:
            found.setdefault((profile.article, (words[0], words[-1])), profile.index)
    return found


def _bearers(names: Mapping[tuple[int, Words], int], own: int) -> Mapping[Bearer, Sequence[Words]]:
    """By article and one word of them the names that hold it in that place."""
    found: dict[Bearer, list[Words]] = defaultdict(list)
    for article, words in names:
        found[article, words[own]].append(words)
    return found


def _posts(profiles: Sequence[Profile], bearers: Set[Bearer]) -> Mapping[Bearer, set[str]]:
    """By article and surname the concepts of the words for what that person is."""
    found: dict[Bearer, set[str]] = defaultdict(set)
    for profile in profiles:
        subject = profile.claim.clause.subject
        if profile.claim.kind != "role" or subject is None:
            continue
        holder = folded(subject.text)
        own = set(holder) | {word for word, _ in profile.claim.context.names}
        post = itertools.takewhile(lambda word: word != "of", folded(profile.claim.focus.text))
        told = {word for word in post if len(word) >= LONG} - own
        for word in holder:
            if (profile.article, word) in bearers:
                found[profile.article, word] |= {concept(each) for each in told}
    return found
