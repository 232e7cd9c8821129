"""Articles in, a Report out: the one place that knows the order of the rooms."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from reconcile.alignment import Link, Question, align, default_weights
from reconcile.articles import check_comparable, read_article, read_articles
from reconcile.claims import extract_claims
from reconcile.comparison import compare as judge
from reconcile.model import Article, Claim, Comparison, Fact, Judgement, Unchecked
from reconcile.report import Report
from reconcile.report.titles import title_of

if TYPE_CHECKING:
    from spacy.language import Language

Source = Article | str | os.PathLike[str]


def compare(sources: Source | Iterable[Source], *, pipeline: Language | None = None) -> Report:
    """Read two or more articles on one story and compare what they say.

    ``sources`` are articles, paths of files and folders, or texts with a line break; ``pipeline``
    is a spaCy pipeline for English in place of the one that is installed. Raises TooFewArticles,
    ArticleError, ManifestError and ParserUnavailable.
    """
    articles = read_sources(sources)
    articles = _with_notes(articles, check_comparable(articles, where=_where(sources)))
    claims = tuple(extract_claims(articles, pipeline))
    aligned = align(claims, articles)
    facts = judge_questions(aligned.questions, articles)
    unchecked = tuple(each for article in articles for each in article.unchecked)
    return Report(articles, claims, facts, aligned.unmatched, unchecked + _unresolved(claims))


# --- articles ---------------------------------------------------------------------------------


def read_sources(sources: Source | Iterable[Source]) -> tuple[Article, ...]:
    """The articles of paths, texts and articles, in order, each with an id of its own."""
    given = [sources] if isinstance(sources, Article | str | os.PathLike) else list(sources)
    return _named_apart([article for each in given for article in _read(each)])


def _read(source: Source) -> Sequence[Article]:
    if isinstance(source, Article):
        return [source]
    if isinstance(source, str) and "\n" in source:
        return [read_article(source)]
    return read_articles(source)


def _named_apart(articles: Iterable[Article]) -> tuple[Article, ...]:
    """The articles, a number behind each id that is taken."""
    named: dict[str, Article] = {}
    for article in articles:
        name, number = article.id, 1
        while name in named:
            number += 1
            name = f"{article.id}-{number}"
        unchecked = tuple(evolve(each, article=name) for each in article.unchecked)
        named[name] = evolve(article, id=name, unchecked=unchecked)
    return tuple(named.values())


def _where(sources: Source | Iterable[Source]) -> str:
    return sources if isinstance(sources, str) and "\n" not in sources else ""


def _with_notes(articles: tuple[Article, ...], notes: tuple[str, ...]) -> tuple[Article, ...]:
    last = articles[-1]
    return (*articles[:-1], evolve(last, notes=(*last.notes, *notes)))


# --- facts ------------------------------------------------------------------------------------


@frozen
class _Judged:
    """A link between two claims of a question, and what their values say of each other."""

    link: Link
    judgement: Judgement


def judge_questions(questions: Iterable[Question], articles: Iterable[Article]) -> tuple[Fact, ...]:
    """A fact for each question; conflicts below the bar for flagging become facts of their own."""
    by_id = {article.id: article for article in articles}
    bar = default_weights().conflict_bar
    facts: list[Fact] = []
    for question in questions:
        judged = [_Judged(link, _judge(question, link, by_id)) for link in question.links]
        doubtful = [each for each in judged if _is_doubtful(each, bar)]
        certain = [each for each in judged if not _is_doubtful(each, bar)]
        for group, sure in ((certain, True), *(([each], False) for each in doubtful)):
            if group:
                facts.append(_fact(f"f{len(facts) + 1}", question.claims, group, certain=sure))
    return tuple(facts)


def _judge(question: Question, link: Link, articles: Mapping[str, Article]) -> Judgement:
    a, b = question.claims[link.a], question.claims[link.b]
    return judge(a, b, articles[a.article], articles[b.article])


def _is_doubtful(judged: _Judged, bar: float) -> bool:
    return judged.judgement.verdict == "conflict" and judged.link.probability < bar


def _fact(name: str, claims: Sequence[Claim], judged: Sequence[_Judged], *, certain: bool) -> Fact:
    """A fact of the claims that these comparisons stand between."""
    held = sorted({index for each in judged for index in (each.link.a, each.link.b)})
    place = {old: new for new, old in enumerate(held)}
    kept = tuple(claims[index] for index in held)
    comparisons = tuple(
        Comparison(place[each.link.a], place[each.link.b], each.judgement) for each in judged
    )
    evidence = tuple(
        evolve(rung, a=place[each.link.a], b=place[each.link.b])
        for each in judged
        for rung in each.link.evidence
    )
    return Fact(name, kept[0].kind, title_of(kept), kept, comparisons, evidence, certain)


def _unresolved(claims: Iterable[Claim]) -> tuple[Unchecked, ...]:
    return tuple(_unread(claim) for claim in claims if _reason(claim))


def _unread(claim: Claim) -> Unchecked:
    focus = claim.focus
    return Unchecked(claim.article, focus.start, focus.end, focus.text, _reason(claim))


def _reason(claim: Claim) -> str:
    value = claim.focus.value
    return value.unresolved or "" if value is not None else ""
