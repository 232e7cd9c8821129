"""Names and posts in, pairs of names of one surname and one post out: one person, named twice.

"Regional organiser Shaun Batter" here is "Sean Batter, the organiser" there. Each article must know
one bearer of the surname only.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from reconcile.alignment.lexicon import concept
from reconcile.alignment.naming import folded
from reconcile.alignment.profiles import Profile

#: the fewest letters of a word that tells a post
LONG: Final = 3

Pair = tuple[int, int]
#: an article and a surname
Bearer = tuple[int, str]


def namesakes(profiles: Sequence[Profile]) -> Iterator[Pair]:
    """Pairs of names, by index, of two articles: the surname is one, and so is the post."""
    bearers = _bearers(profiles)
    posts = _posts(profiles, bearers)
    by_surname: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for (article, surname), names in sorted(bearers.items()):
        if len(names) == 1 and posts[article, surname]:
            by_surname[surname].extend(names.items())
    article_of = {profile.index: profile.article for profile in profiles}
    for surname, named in by_surname.items():
        for (first, a), (other, b) in itertools.combinations(named, 2):
            shared = posts[article_of[a], surname] & posts[article_of[b], surname]
            if first != other and shared:
                yield min(a, b), max(a, b)


def _bearers(profiles: Sequence[Profile]) -> Mapping[Bearer, Mapping[str, int]]:
    """By article and surname the first names of those who bear it, each with its claim."""
    found: dict[Bearer, dict[str, int]] = defaultdict(dict)
    for profile in profiles:
        words = folded(profile.claim.focus.text)
        if profile.claim.kind == "name" and len(words) > 1:
            found[profile.article, words[-1]].setdefault(words[0], profile.index)
    return found


def _posts(
    profiles: Sequence[Profile], bearers: Mapping[Bearer, Mapping[str, int]]
) -> Mapping[Bearer, set[str]]:
    """By article and surname the concepts of the words for what that person is."""
    found: dict[Bearer, set[str]] = defaultdict(set)
    for profile in profiles:
        subject = profile.claim.clause.subject
        if profile.claim.kind != "role" or subject is None:
            continue
        holder = folded(subject.text)
        own = set(holder) | {word for word, _ in profile.claim.context.names}
        told = {word for word in folded(profile.claim.focus.text) if len(word) >= LONG} - own
        for word in holder:
            if (profile.article, word) in bearers:
                found[profile.article, word] |= {concept(each) for each in told}
    return found
