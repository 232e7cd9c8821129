"""Claims of one article in, Checks out: what cannot hold inside it, each with its reason.

A room of small families: a module reads one kind of statement and says what its figures make of
each other. The sets of the readings decide; where the words leave it open, nothing is said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from reconcile.checks.ages import check_ages
from reconcile.checks.averages import check_averages
from reconcile.checks.changes import check_changes
from reconcile.checks.denials import check_denials
from reconcile.checks.figures import Line, lines_of
from reconcile.checks.found import numbered
from reconcile.checks.groups import check_groups
from reconcile.checks.headings import check_headings
from reconcile.checks.levels import check_levels
from reconcile.checks.listed import check_listed
from reconcile.checks.misquotes import check_misquotes
from reconcile.checks.persons import check_persons
from reconcile.checks.placings import check_placings
from reconcile.checks.quotations import check_quotations
from reconcile.checks.ranks import check_ranks
from reconcile.checks.repeated import check_repeated
from reconcile.checks.restated import check_restatements
from reconcile.checks.rests import check_rests
from reconcile.checks.scales import check_scales
from reconcile.checks.shares import check_shares, check_totals, check_wholes
from reconcile.checks.spans import check_spans
from reconcile.checks.sums import check_sums
from reconcile.checks.terms import check_terms
from reconcile.checks.weekdays import check_weekdays
from reconcile.checks.wider import check_wider
from reconcile.model import Article, Check, Claim

#: what reads a line by itself, the surest first, and how many figures it takes at least
_OF_A_LINE: Final = (
    (check_restatements, 2),
    (check_changes, 3),
    (check_sums, 3),
    (check_rests, 3),
    (check_shares, 3),
    (check_wholes, 2),
    (check_spans, 2),
    (check_averages, 3),
    (check_listed, 1),
    (check_placings, 3),
)
#: what reads an article as a whole
_OF_AN_ARTICLE: Final = (
    check_scales,
    check_groups,
    check_repeated,
    check_headings,
    check_levels,
    check_totals,
    check_terms,
    check_wider,
    check_ranks,
)


def check_article(claims: Sequence[Claim], article: Article) -> tuple[Check, ...]:
    """What cannot hold inside one article, by where it stands."""
    own = [claim for claim in claims if claim.article == article.id]
    return numbered(list(_found(own, lines_of(own, article), article)))


def check_articles(claims: Sequence[Claim], articles: Sequence[Article]) -> tuple[Check, ...]:
    """The same for each of several articles, numbered on from one to the next."""
    found: list[Check] = []
    by_article: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_article[claim.article].append(claim)
    for article in articles:
        own = by_article[article.id]
        found += numbered(list(_found(own, lines_of(own, article), article)), len(found) + 1)
    return tuple(found)


def _found(claims: Sequence[Claim], lines: Sequence[Line], article: Article) -> Iterator[Check]:
    yield from check_weekdays(article)
    yield from check_ages(lines, article)
    yield from check_persons(lines, article)
    yield from check_quotations(lines, article)
    yield from check_denials(claims, article)
    yield from check_misquotes(claims, lines, article)
    for family in _OF_AN_ARTICLE:
        yield from family(lines)
    for line in lines:
        for reader, fewest in _OF_A_LINE:
            if len(line.figures) >= fewest:
                yield from reader(line)
