"""The words of all articles in, the runs of words that two of them share out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import frozen

from reconcile.origins.fingerprints import WORDS, fingerprints
from reconcile.origins.words import Words

#: what an article says more often than this is a refrain, a table or a form; it starts no run
_REFRAIN: Final = 4


@frozen(order=True)
class Run:
    """As many words that two articles share: where they begin in each."""

    a: int
    b: int
    length: int


def shared_runs(articles: Sequence[Words]) -> dict[tuple[int, int], list[Run]]:
    """For each two articles, by their numbers, the maximal runs that they share, in order."""
    seeds: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for holders in _holders(articles):
        for index, (one, places) in enumerate(holders):
            for other, others in holders[index + 1 :]:
                seeds[one, other] += [(here, there) for here in places for there in others]
    return {
        pair: runs
        for pair in sorted(seeds)
        if (runs := _extended(seeds[pair], articles[pair[0]].forms, articles[pair[1]].forms))
    }


def _holders(articles: Sequence[Words]) -> Iterator[list[tuple[int, list[int]]]]:
    """For each fingerprint that several articles hold, in which ones it stands, and where."""
    held: dict[int, dict[int, list[int]]] = defaultdict(dict)
    for number, words in enumerate(articles):
        for mark, place in fingerprints(words.forms):
            held[mark].setdefault(number, []).append(place)
    for by_article in held.values():
        if len(by_article) > 1:
            yield [each for each in by_article.items() if len(each[1]) <= _REFRAIN]


def _extended(seeds: Sequence[tuple[int, int]], a: Sequence[str], b: Sequence[str]) -> list[Run]:
    """Each seed as far as the words agree both ways; seeds of a run that is known are passed."""
    reached: dict[int, int] = {}
    runs: list[Run] = []
    for here, there in sorted(seeds):
        if (
            here < reached.get(there - here, -1)
            or a[here : here + WORDS] != b[there : there + WORDS]
        ):
            continue
        back = 0
        while here > back and there > back and a[here - back - 1] == b[there - back - 1]:
            back += 1
        ahead = WORDS
        while (
            here + ahead < len(a) and there + ahead < len(b) and a[here + ahead] == b[there + ahead]
        ):
            ahead += 1
        reached[there - here] = here + ahead
        runs.append(Run(here - back, there - back, back + ahead))
    return sorted(runs)
