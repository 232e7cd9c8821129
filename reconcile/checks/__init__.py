"""Claims of one article in, Checks out: what cannot hold inside it, each with its reason.

A room of small families: a module reads one kind of statement and says what its figures make of
each other. The sets of the readings decide; where the words leave it open, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.checks.ages import check_ages
from reconcile.checks.averages import check_averages
from reconcile.checks.changes import check_changes, check_levels
from reconcile.checks.figures import Line, lines_of
from reconcile.checks.found import numbered
from reconcile.checks.groups import check_groups
from reconcile.checks.listed import check_listed
from reconcile.checks.repeated import check_repeated
from reconcile.checks.restated import check_restatements
from reconcile.checks.rests import check_rests
from reconcile.checks.scales import check_scales
from reconcile.checks.shares import check_shares, check_totals, check_wholes
from reconcile.checks.spans import check_spans
from reconcile.checks.sums import check_sums
from reconcile.checks.terms import check_terms
from reconcile.checks.weekdays import check_weekdays
from reconcile.model import Article, Check, Claim

#: what reads a line by itself, the surest first
_OF_A_LINE = (
    check_restatements,
    check_changes,
    check_sums,
    check_rests,
    check_shares,
    check_wholes,
    check_spans,
    check_averages,
    check_listed,
)


def check_article(claims: Sequence[Claim], article: Article) -> tuple[Check, ...]:
    """What cannot hold inside one article, by where it stands."""
    own = [claim for claim in claims if claim.article == article.id]
    return numbered(list(_found(lines_of(own, article), article)))


def check_articles(claims: Sequence[Claim], articles: Sequence[Article]) -> tuple[Check, ...]:
    """The same for each of several articles, numbered on from one to the next."""
    found: list[Check] = []
    for article in articles:
        own = [claim for claim in claims if claim.article == article.id]
        found += numbered(list(_found(lines_of(own, article), article)), len(found) + 1)
    return tuple(found)


def _found(lines: Sequence[Line], article: Article) -> Iterator[Check]:
    yield from check_weekdays(article)
    yield from check_ages(lines, article)
    yield from check_scales(lines)
    yield from check_groups(lines)
    yield from check_repeated(lines)
    yield from check_levels(lines)
    yield from check_totals(lines)
    yield from check_terms(lines)
    for line in lines:
        for family in _OF_A_LINE:
            yield from family(line)
