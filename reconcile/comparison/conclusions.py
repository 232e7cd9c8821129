"""Compared facts in; out: settled, with slips, a safest wording, and how a figure moved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from reconcile.comparison.bothtold import both_tell_both
from reconcile.comparison.derivation import by_place, settled
from reconcile.comparison.slips import diagnose
from reconcile.comparison.takings import date_takings, places_moved
from reconcile.comparison.timeline import timeline_of
from reconcile.comparison.wording import safest
from reconcile.model import Article, Claim, Fact, Implied, Kind
from reconcile.records import evolve


def conclude(
    facts: Sequence[Fact],
    claims: Sequence[Claim],
    articles: Mapping[str, Article],
    implied: Sequence[Implied] = (),
) -> tuple[Fact, ...]:
    """What the sources of each fact say together, once each two of them were compared.

    ``implied`` is what follows for single claims from the whole story; it settles loose pairs.
    """
    by_kind: dict[tuple[str, Kind], list[Claim]] = defaultdict(list)
    for claim in claims:
        by_kind[claim.article, claim.kind].append(claim)
    places = by_place(implied)
    apart = _told_apart(facts, articles)
    told = (diagnose(settled(fact, places), articles, by_kind) for fact in apart)
    return tuple(
        evolve(fact, wording=safest(fact, articles), timeline=timeline_of(fact, articles))
        for fact in told
    )


def _told_apart(facts: Sequence[Fact], articles: Mapping[str, Article]) -> Iterator[Fact]:
    """The facts; as possible ones those of which nothing fits and nothing contradicts.

    So it is with dates that only say when a figure was counted, and figures that both tell.
    """
    moved = places_moved(facts)
    for fact in facts:
        apart = all(
            each.verdict in ("conflict", "updated")
            and (date_takings(fact, each, moved, articles) or both_tell_both(fact, each, articles))
            for each in fact.comparisons
        )
        yield evolve(fact, certain=False) if apart else fact
