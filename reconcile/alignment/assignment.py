"""Pair probabilities in, groups of claims out: each claim in one group, a group for one question.

Agglomerative, average linkage: groups are joined from the surest pair down, while the mean
probability over the pairs between them stays above the bar. A pair that is no candidate is 0.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from reconcile.alignment.candidates import Pair

Group = tuple[int, ...]


def assign(
    probabilities: Mapping[Pair, float],
    *,
    bar: float,
    together: Callable[[int, int], bool] = lambda a, b: False,
) -> list[Group]:
    """Groups of two and more claims, each sorted, in order of their first claim.

    ``together`` says of two claims of one article whether they may share a group without a pair
    between them (restatements of one figure); such pairs leave the mean alone.
    """
    group_of: dict[int, int] = {}
    members: dict[int, list[int]] = {}
    links: dict[int, dict[int, float]] = defaultdict(dict)
    for (a, b), probability in probabilities.items():
        for index in (a, b):
            group_of.setdefault(index, index)
            members.setdefault(index, [index])
        links[a][b] = links[b][a] = probability
    #: groups that did not join, and how large they were: they may when one of them has grown
    refused: dict[Pair, tuple[int, int]] = {}
    for (a, b), probability in sorted(probabilities.items(), key=lambda item: (-item[1], item[0])):
        if probability < bar:
            break
        first, second = group_of[a], group_of[b]
        sizes = len(members[first]), len(members[second])
        if first == second or refused.get((first, second)) == sizes:
            continue
        refused[first, second] = sizes
        if _mean(members[first], members[second], links, together) >= bar:
            if len(members[first]) < len(members[second]):
                first, second = second, first
            for index in members[second]:
                group_of[index] = first
            members[first] += members.pop(second)
    groups = [tuple(sorted(group)) for group in members.values() if len(group) > 1]
    return sorted(groups)


def _mean(
    first: list[int],
    second: list[int],
    links: Mapping[int, Mapping[int, float]],
    together: Callable[[int, int], bool],
) -> float:
    total, count = 0.0, 0
    for a in first:
        known = links[a]
        for b in second:
            if b in known:
                total += known[b]
                count += 1
            elif not together(a, b):
                count += 1
    return total / count if count else 0.0


def connected(pairs: Iterable[Pair]) -> list[Group]:
    """Groups of whatever pairs lead from one to another, each sorted, by their first member."""
    links: dict[int, list[int]] = defaultdict(list)
    for a, b in pairs:
        links[a].append(b)
        links[b].append(a)
    groups, seen = [], set()
    for start in sorted(links):
        if start in seen:
            continue
        seen.add(start)
        group = [start]
        for index in group:
            group += [other for other in links[index] if other not in seen]
            seen.update(links[index])
        groups.append(tuple(sorted(set(group))))
    return groups
