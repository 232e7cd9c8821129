"""Articles and their claims in, the origins that they stand on out: the order of this room."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

from reconcile.model import Article, Change, Claim, Comparison, Fact, Origin
from reconcile.origins.agencies import agencies_of
from reconcile.origins.build import origins_of
from reconcile.origins.copies import copies_among
from reconcile.origins.credits import credits_of
from reconcile.origins.groups import Evidence, Key, grouped
from reconcile.origins.oddities import shared_oddities
from reconcile.origins.standing import Standing, standing_of
from reconcile.origins.telling import change_told
from reconcile.origins.words import words_of
from reconcile.records import evolve, field, frozen

#: where some words stand: the article's id, and from where to where
Place = tuple[str, int, int]


@frozen
class Traced:
    """The origins of some articles, and what each claim of theirs stands on."""

    #: those of whole articles first, then by the likely first article
    origins: tuple[Origin, ...]
    _articles: Mapping[str, Article] = field(repr=False)
    _ids: Mapping[Key, str] = field(repr=False)
    _standing: Standing = field(repr=False)
    _changes: Mapping[frozenset[Place], Change] = field(repr=False)

    def origin_of(self, claim: Claim) -> str:
        """The id of the origin that a claim stands on, or of its own article."""
        key = self._standing.of(claim)
        return claim.article if key is None else self._ids.get(key, claim.article)

    def mark(self, fact: Fact) -> Fact:
        """The fact with the origin of each claim, and with what its copies changed.

        What an article says again in its own words stands on the report that it has it from.
        """
        found = [(claim.article, self.origin_of(claim)) for claim in fact.claims]
        lent = {article: origin for article, origin in reversed(found) if origin != article}
        return evolve(
            fact,
            origins=tuple(
                lent.get(article, article) if origin == article else origin
                for article, origin in found
            ),
            comparisons=tuple(self._noted(each, fact) for each in fact.comparisons),
        )

    def _noted(self, comparison: Comparison, fact: Fact) -> Comparison:
        """The comparison, with what was changed where one claim is a copy of the other."""
        if comparison.verdict not in ("conflict", "updated") or not self._changes:
            return comparison
        claims = (fact.claims[comparison.a], fact.claims[comparison.b])
        places = frozenset((each.article, each.focus.start, each.focus.end) for each in claims)
        change = self._changes.get(places)
        if change is None:
            return comparison
        return evolve(comparison, copied=change_told(change, self._articles))


def trace_origins(articles: Sequence[Article], claims: Sequence[Claim] = ()) -> Traced:
    """The reports that these articles stand on.

    An article stands on another's report where most of it is that one's, word for word or nearly
    so, and on an agency's that it credits for all of it; a part of it does where it shares a
    passage that nobody writes twice, or credits a sentence. The order of the articles and of the
    claims does not matter.
    """
    ordered = sorted(articles, key=lambda each: (_published(each), each.id))
    words = [words_of(article) for article in ordered]
    agencies = agencies_of(ordered)
    credited = tuple(credits_of(each, agencies) for each in words)
    oddities = tuple(shared_oddities(words))
    copies = tuple(copies_among(words, {(each.a, each.b) for each in oddities}))
    groups = grouped(Evidence(agencies, credited, copies, oddities))
    found = origins_of(groups, words, claims)
    numbers = {article.id: number for number, article in enumerate(ordered)}
    ranked = sorted(found, key=lambda key: _rank(found[key], numbers))
    ids = {key: f"o{number}" for number, key in enumerate(ranked, 1)}
    origins = tuple(evolve(found[key], id=ids[key]) for key in ranked)
    return Traced(
        origins,
        {article.id: article for article in ordered},
        ids,
        standing_of(groups, words, {key: _first(found[key], numbers) for key in ranked}),
        {_places(each): each for origin in origins for each in origin.changes},
    )


def _published(article: Article) -> str:
    """When an article was published, on one clock for all zones; what is not known comes last."""
    moment = article.published
    if moment is None:
        return "~"
    zoned = moment if moment.tzinfo else moment.replace(tzinfo=datetime.UTC)
    return zoned.astimezone(datetime.UTC).isoformat()


def _rank(origin: Origin, numbers: Mapping[str, int]) -> tuple[bool, int, str, str]:
    partial = len(origin.articles) == len(origin.partly)
    return partial, numbers[origin.articles[0]], origin.agency or "", ",".join(origin.articles)


def _first(origin: Origin, numbers: Mapping[str, int]) -> int | None:
    """The article that an origin is the report of, by its number; ``None`` where none is."""
    first = origin.articles[0]
    return None if first in origin.partly else numbers[first]


def _places(change: Change) -> frozenset[Place]:
    return frozenset((each.article, each.start, each.end) for each in (change.a, change.b))
