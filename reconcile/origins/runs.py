"""Words in, the runs of words that two articles share out, each as long as it goes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from reconcile.origins.fingerprints import WORDS, fingerprints
from reconcile.origins.words import Words
from reconcile.records import frozen

#: what an article says more often than this is a refrain, a table or a form; it starts no run
_REFRAIN: Final = 4

#: the places at which one fingerprint stands: by the number of the article, its first words
Holders = list[tuple[int, list[int]]]
#: two articles, by their numbers, the lower one first
Pair = tuple[int, int]
#: the first words of a fingerprint in either article
Seed = tuple[int, int]


@frozen(order=True)
class Run:
    """As many words that two articles share: where they begin in each."""

    a: int
    b: int
    length: int


def shared_fingerprints(articles: Sequence[Words]) -> list[Holders]:
    """Where each fingerprint stands that several articles hold, in the order of the articles."""
    held: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for number, words in enumerate(articles):
        for mark, place in fingerprints(words.forms):
            held[mark].append((number, place))
    found = (_holders(places) for places in held.values() if places[0][0] != places[-1][0])
    return [holders for holders in found if len(holders) > 1]


def _holders(places: Sequence[tuple[int, int]]) -> Holders:
    by_article: dict[int, list[int]] = defaultdict(list)
    for number, place in places:
        by_article[number].append(place)
    return [each for each in by_article.items() if len(each[1]) <= _REFRAIN]


def seeds_with_first(shared: Iterable[Holders]) -> dict[Pair, list[Seed]]:
    """For each fingerprint, the first article that holds it against each of the others."""
    seeds: dict[Pair, list[Seed]] = defaultdict(list)
    for (first, places), *others in shared:
        for other, there in others:
            seeds[first, other] += [(one, two) for one in places for two in there]
    return seeds


def seeds_between(
    shared: Iterable[Holders],
    groups: Sequence[int],
    covered: Sequence[set[int]],
    articles: Sequence[Words],
) -> dict[Pair, list[Seed]]:
    """Each two articles that hold a fingerprint; inside a group, where neither is covered yet.

    ``covered`` has the sentences of each article that are known to be those of its group.
    """
    seeds: dict[Pair, list[Seed]] = defaultdict(list)
    for holders in shared:
        if len({groups[number] for number, _ in holders}) == 1:
            holders = [
                (number, _open(places, number, covered, articles)) for number, places in holders
            ]
            holders = [each for each in holders if each[1]]
        for index, (one, here) in enumerate(holders):
            for other, there in holders[index + 1 :]:
                first, second = here, there
                if groups[one] == groups[other]:
                    first = _open(here, one, covered, articles)
                    second = _open(there, other, covered, articles)
                if first and second:
                    seeds[one, other] += [(mine, yours) for mine in first for yours in second]
    return seeds


def _open(
    places: Sequence[int], number: int, covered: Sequence[set[int]], articles: Sequence[Words]
) -> list[int]:
    sentence_of, known = articles[number].sentence_of, covered[number]
    return [place for place in places if sentence_of[place] not in known]


def runs_from(seeds: Iterable[Seed], a: Words, b: Words) -> list[Run]:
    """Each seed as far as the words agree both ways; seeds of a run that is known are passed."""
    mine, yours = a.forms, b.forms
    reached: dict[int, int] = {}
    runs: list[Run] = []
    for here, there in sorted(seeds):
        if here < reached.get(there - here, -1) or not _agree(mine, yours, here, there):
            continue
        back, ahead = 0, WORDS
        while here > back and there > back and mine[here - back - 1] == yours[there - back - 1]:
            back += 1
        most = min(len(mine) - here, len(yours) - there)
        while ahead < most and mine[here + ahead] == yours[there + ahead]:
            ahead += 1
        reached[there - here] = here + ahead
        runs.append(Run(here - back, there - back, back + ahead))
    return sorted(runs)


def _agree(mine: Sequence[str], yours: Sequence[str], here: int, there: int) -> bool:
    """Whether the words of a fingerprint are the same, and not only their number."""
    return mine[here : here + WORDS] == yours[there : there + WORDS]
