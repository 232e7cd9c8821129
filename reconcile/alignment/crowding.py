"""Picked pairs in, those out that leave no claim with too many partners in one article.

A short article's claims are picked by each of the thousands of a long one. Of them it keeps those
that count it among their first picks; else the work grows with the square of the longer article.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

#: partners that a claim may have in one other article, whoever picked whom
MOST_PARTNERS: Final = 128

Pair = tuple[int, int]


def uncrowded(
    places: Mapping[Pair, int], articles: Sequence[int], *, most: int = MOST_PARTNERS
) -> list[Pair]:
    """The pairs in order, late picks of crowded claims left out.

    ``places`` says for each pair how early one of the two picked the other, from 0; ``articles``
    in which article each claim stands.
    """
    if max(Counter(articles).values(), default=0) <= most:
        return sorted(places)
    partners: dict[tuple[int, int], list[tuple[int, Pair]]] = defaultdict(list)
    for (a, b), place in places.items():
        partners[a, articles[b]].append((place, (a, b)))
        partners[b, articles[a]].append((place, (a, b)))
    late = {
        pair for crowd in partners.values() if len(crowd) > most for _, pair in sorted(crowd)[most:]
    }
    return sorted(pair for pair in places if pair not in late)
