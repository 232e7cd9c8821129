"""Articles in, a Report out: the one place that knows the order of the rooms."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from attrs import evolve

from reconcile.alignment import (
    Encoder,
    Link,
    Question,
    Weights,
    align,
    connected,
    default_weights,
    doubt_between,
    is_day_of_speech,
    semantic_weights,
    title_of,
)
from reconcile.articles import (
    LIMIT_CHARACTERS,
    bounded,
    check_comparable,
    read_article,
    read_articles,
)
from reconcile.checks import check_articles
from reconcile.checks.joint import check_jointly
from reconcile.claims import extract_claims
from reconcile.comparison import compare as compare_claims
from reconcile.comparison import conclude
from reconcile.model import VALUE_KINDS, Article, Claim, Comparison, Fact, Unchecked
from reconcile.origins import trace_origins
from reconcile.progress import Progress
from reconcile.report import Report

if TYPE_CHECKING:
    from spacy.language import Language

Source = Article | str | os.PathLike[str]


def compare(
    sources: Source | Iterable[Source],
    *,
    pipeline: Language | None = None,
    weights: Weights | None = None,
    encoder: Encoder | None = None,
    limit_characters: int = LIMIT_CHARACTERS,
    progress: Progress | None = None,
) -> Report:
    """What two or more articles on one story agree on, differ on and contradict each other on.

    ``sources`` are articles, paths of files and folders that hold them, or texts of several
    lines. ``pipeline`` is a loaded spaCy pipeline with a tagger, a lemmatizer and a parser, in
    place of the installed one; ``weights`` are alignment weights in place of the library's own.
    ``encoder`` tells alignment what words mean: ``reconcile.semantic.load_encoder()``, which
    needs the extra ``semantic``.
    What lies beyond the first ``limit_characters`` of an article is not parsed, and is listed in
    the report as not checked. ``progress`` is called with what is being done, how much of it is
    done and of how much: ``reconcile.ProgressBar()`` shows that to a person.

    Raises ArticleError where a file cannot be read, TooFewArticles below two articles, and
    ParserUnavailable where the pipeline cannot be loaded.
    """
    articles = _articles(sources)
    notes = check_comparable(articles)
    articles = tuple(bounded(article, limit_characters) for article in articles)
    claims = extract_claims(articles, pipeline, progress=progress)
    return reconcile_claims(
        claims, articles, weights=weights, encoder=encoder, notes=notes, progress=progress
    )


def reconcile_claims(
    claims: Sequence[Claim],
    articles: Sequence[Article],
    *,
    weights: Weights | None = None,
    encoder: Encoder | None = None,
    notes: Sequence[str] = (),
    progress: Progress | None = None,
) -> Report:
    """The report on claims that were already extracted from these articles."""
    weights = weights or (semantic_weights() if encoder else default_weights())
    by_id = {article.id: article for article in articles}
    if progress:
        progress("aligning", 0, 1)
    alignment = align(claims, articles, weights=weights, encoder=encoder)
    facts: list[Fact] = []
    for count, question in enumerate(alignment.questions, 1):
        facts += _facts(question, by_id, weights, len(facts))
        if progress:
            progress("comparing", count, len(alignment.questions))
    traced = trace_origins(articles, claims)
    return Report(
        articles=tuple(articles),
        claims=tuple(claims),
        aligned=conclude([traced.mark(fact) for fact in facts], claims, by_id),
        unaligned=alignment.unmatched,
        unchecked=_unchecked(claims, articles),
        notes=tuple(notes),
        origins=traced.origins,
        checked=check_articles(claims, articles),
        checked_jointly=check_jointly(claims, facts, articles),
    )


def _articles(sources: Source | Iterable[Source]) -> tuple[Article, ...]:
    listed = [sources] if isinstance(sources, (Article, str, os.PathLike)) else list(sources)
    return _named_apart([article for source in listed for article in _read(source)])


def _read(source: Source) -> Sequence[Article]:
    if isinstance(source, Article):
        return [source]
    if isinstance(source, str) and "\n" in source:
        return [read_article(source)]
    return read_articles([source])


def _named_apart(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles, with a number behind each id that is taken."""
    named: dict[str, Article] = {}
    for article in articles:
        name, number = article.id, 1
        while name in named:
            number += 1
            name = f"{article.id}-{number}"
        unchecked = tuple(evolve(each, article=name) for each in article.unchecked)
        named[name] = evolve(article, id=name, unchecked=unchecked)
    return tuple(named.values())


def _facts(
    question: Question, articles: dict[str, Article], weights: Weights, count: int
) -> list[Fact]:
    """The fact of a question, and a possible one for each conflict that is not sure enough."""
    compared = [
        (link, comparison)
        for link in question.links
        if (comparison := _compare(link, question, articles)) is not None
        and not _is_of_speech(question, link, comparison)
    ]
    met = _met(question, compared)
    slipped = _slipped(question, articles)
    sure: list[tuple[Link, Comparison]] = []
    unsure: list[tuple[Link, Comparison]] = []
    for link, comparison in compared:
        doubted = _is_doubted(question, link, comparison, met, slipped, weights.conflict_bar)
        (unsure if doubted else sure).append((link, comparison))
    facts: list[Fact] = []
    parts = _parts(sure) if len(compared) < len(question.links) else [sure]
    for part in parts:
        if part:
            facts.append(_fact(question, part, count + len(facts) + 1, certain=True))
    for link, comparison in unsure:
        if any(_is_told(link, part) for part in parts):
            continue
        facts.append(_possible(question, link, comparison, count + len(facts) + 1))
    return facts


def _is_of_speech(question: Question, link: Link, comparison: Comparison) -> bool:
    """Whether the day on which somebody spoke meets that of what was told, and does not fit it."""
    fits = comparison.verdict in ("agree", "compatible") and not _is_empty(comparison)
    return not fits and is_day_of_speech(question.claims[link.a], question.claims[link.b])


def _is_told(link: Link, part: Sequence[tuple[Link, Comparison]]) -> bool:
    """Whether a surer conflict between the same claims and others says it already."""
    within = {end for each, _ in part for end in (each.a, each.b)}
    conflicting = any(comparison.verdict == "conflict" for _, comparison in part)
    return conflicting and link.a in within and link.b in within


def _parts(compared: Sequence[tuple[Link, Comparison]]) -> list[list[tuple[Link, Comparison]]]:
    """The comparisons by what still hangs together where some links had nothing to compare."""
    groups = connected([(link.a, link.b) for link, _ in compared])
    return [[each for each in compared if each[0].a in group] for group in groups]


def _is_doubted(
    question: Question,
    link: Link,
    comparison: Comparison,
    met: Mapping[int, set[int]],
    slipped: set[tuple[int, int]],
    bar: float,
) -> bool:
    """Whether two figures that differ may well be two facts: no conflict, and no moved figure."""
    a, b = question.claims[link.a], question.claims[link.b]
    if comparison.verdict == "updated":
        return a.kind in VALUE_KINDS and bool(doubt_between(a, b))
    return comparison.verdict == "conflict" and (
        link.probability < bar
        or _says_both(question, link, met, slipped)
        or bool(doubt_between(a, b))
    )


def _met(question: Question, compared: Sequence[tuple[Link, Comparison]]) -> dict[int, set[int]]:
    """Claims, by index, with the claims of other articles that fit them."""
    met: dict[int, set[int]] = defaultdict(set)
    for link, comparison in compared:
        if comparison.verdict != "conflict" and not _is_empty(comparison):
            met[link.a].add(link.b)
            met[link.b].add(link.a)
    return met


def _is_empty(comparison: Comparison) -> bool:
    """Whether the two could not be held against each other at all."""
    last = comparison.judgement.derivation
    return last is not None and last.rule == "incomparable"


def _says_both(
    question: Question, link: Link, met: Mapping[int, set[int]], slipped: set[tuple[int, int]]
) -> bool:
    """Whether any article states both figures: then the two may be two facts.

    A figure that its own article says again in another unit, and wrongly, is no second one.
    """
    claims, a, b = question.claims, link.a, link.b
    for one, other in ((a, b), (b, a)):
        beside = {n for n in met[one] if claims[n].article == claims[other].article}
        if any((n, other) not in slipped for n in beside):
            return True
    return claims[a].kind in VALUE_KINDS and any(
        claims[x].article == claims[y].article for x in met[a] - met[b] for y in met[b] - met[a]
    )


def _slipped(question: Question, articles: dict[str, Article]) -> set[tuple[int, int]]:
    """Claims, by index, that say one another again in another unit and do not fit."""
    found: set[tuple[int, int]] = set()
    place = {(claim.article, claim.focus.span): n for n, claim in enumerate(question.claims)}
    for index, claim in enumerate(question.claims):
        first = place.get((claim.article, claim.focus.restates or claim.focus.span), index)
        if first != index:
            article = articles[claim.article]
            judgement = compare_claims(question.claims[first], claim, article, article)
            if judgement is not None and judgement.verdict == "conflict":
                found |= {(first, index), (index, first)}
    return found


def _compare(link: Link, question: Question, articles: dict[str, Article]) -> Comparison | None:
    a, b = question.claims[link.a], question.claims[link.b]
    judgement = compare_claims(a, b, articles[a.article], articles[b.article])
    if judgement is None:
        return None
    comparison = Comparison(link.a, link.b, judgement, link.probability)
    return None if a.kind != b.kind and _is_empty(comparison) else comparison


def _fact(
    question: Question, compared: Sequence[tuple[Link, Comparison]], number: int, *, certain: bool
) -> Fact:
    """Only claims that stand in a comparison belong to the fact; indexes are counted anew."""
    kept = sorted({index for link, _ in compared for index in (link.a, link.b)})
    place = {index: position for position, index in enumerate(kept)}
    claims = tuple(question.claims[index] for index in kept)
    return Fact(
        id=f"f{number}",
        kind=claims[0].kind,
        title=question.title if len(claims) == len(question.claims) else title_of(claims),
        claims=claims,
        comparisons=tuple(
            evolve(comparison, a=place[comparison.a], b=place[comparison.b])
            for _, comparison in compared
        ),
        evidence=tuple(
            evolve(each, a=place[link.a], b=place[link.b])
            for link, _ in compared
            for each in link.evidence
        ),
        certain=certain,
    )


def _possible(question: Question, link: Link, comparison: Comparison, number: int) -> Fact:
    return _fact(question, [(link, comparison)], number, certain=False)


def _unchecked(claims: Sequence[Claim], articles: Sequence[Article]) -> tuple[Unchecked, ...]:
    """What was not read, and the values whose words could not be resolved."""
    listed = [each for article in articles for each in article.unchecked]
    for claim in claims:
        value = claim.focus.value
        if value is not None and value.unresolved:
            listed.append(
                Unchecked(
                    claim.article,
                    claim.focus.start,
                    claim.focus.end,
                    claim.focus.text,
                    value.unresolved,
                )
            )
    order = {article.id: index for index, article in enumerate(articles)}
    return tuple(sorted(listed, key=lambda each: (order[each.article], each.start, each.end)))
