"""A conflict and its fact in, the side out that no third source backs while one backs the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from reconcile.comparison.pair import Side
from reconcile.model import Comparison, Fact

#: for each claim of a fact, by index, those that it agrees with or fits
Fitting = Mapping[int, Sequence[int]]


def fitting_of(fact: Fact) -> Fitting:
    """Which claims of a fact fit which."""
    found: dict[int, list[int]] = defaultdict(list)
    for each in fact.comparisons:
        if each.verdict in ("agree", "compatible"):
            found[each.a].append(each.b)
            found[each.b].append(each.a)
    return found


def odd_one(conflict: Comparison, fact: Fact, fitting: Fitting) -> Side | None:
    """The claim of a conflict that no third source backs, where one backs the other."""
    backed_a, backed_b = (_is_backed(n, conflict, fact, fitting) for n in (conflict.a, conflict.b))
    if backed_a == backed_b:
        return None
    return "b" if backed_a else "a"


def _is_backed(claim: int, conflict: Comparison, fact: Fact, fitting: Fitting) -> bool:
    """Whether a source of a third origin states the same as a claim."""
    own = {_origin(conflict.a, fact), _origin(conflict.b, fact)}
    both = {fact.claims[conflict.a].article, fact.claims[conflict.b].article}
    return any(
        _origin(other, fact) not in own and fact.claims[other].article not in both
        for other in fitting.get(claim, ())
    )


def _origin(claim: int, fact: Fact) -> str:
    return fact.origins[claim] if fact.origins else fact.claims[claim].article
