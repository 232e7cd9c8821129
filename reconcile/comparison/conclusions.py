"""Compared facts in; out: with slips behind conflicts, a safest wording, how a figure moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import evolve

from reconcile.comparison.slips import diagnose
from reconcile.comparison.timeline import timeline_of
from reconcile.comparison.wording import safest
from reconcile.model import Article, Claim, Fact


def conclude(
    facts: Sequence[Fact], claims: Sequence[Claim], articles: Mapping[str, Article]
) -> tuple[Fact, ...]:
    """What the sources of each fact say together, once each two of them were compared."""
    by_article: dict[str, list[Claim]] = {name: [] for name in articles}
    for claim in claims:
        by_article[claim.article].append(claim)
    told = (diagnose(fact, articles, by_article) for fact in facts)
    return tuple(
        evolve(fact, wording=safest(fact, articles), timeline=timeline_of(fact, articles))
        for fact in told
    )
