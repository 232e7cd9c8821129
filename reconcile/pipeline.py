"""Articles in, a Report out: the one place that knows the order of the rooms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from reconcile.alignment import Weights, align, weights_for
from reconcile.articles import LIMIT_CHARACTERS, bounded, check_comparable
from reconcile.articles.gathering import Source, gather, listed
from reconcile.checks import check_articles
from reconcile.checks.joint import reason_jointly
from reconcile.claims import extract_claims
from reconcile.comparison import conclude
from reconcile.facts import facts_of
from reconcile.model import Article, Claim, Fact, Unchecked
from reconcile.origins import trace_origins
from reconcile.progress import Progress
from reconcile.report import Report
from reconcile.semantic import load_encoder

if TYPE_CHECKING:
    from spacy.language import Language

    from reconcile.semantic import Encoder


def compare(
    sources: Source | Iterable[Source],
    *,
    pipeline: Language | None = None,
    weights: Weights | None = None,
    semantic: bool = True,
    certainty: float = 0.0,
    limit_characters: int = LIMIT_CHARACTERS,
    progress: Progress | None = None,
) -> Report:
    """What two or more articles on one story agree on, differ on and contradict each other on.

    ``sources`` are articles, paths of files and folders that hold them, or texts of several
    lines. ``pipeline`` is a loaded spaCy pipeline with a tagger, a lemmatizer and a parser, in
    place of the installed one; ``weights`` are alignment weights in place of the library's own.
    ``semantic`` says whether the library's language model tells alignment how alike two claims
    are told; without, a report is made sooner and finds less.
    ``certainty``, from 0 to 1, is how likely it must be that two statements are of one fact for a
    conflict of them to be flagged, where that is more than the library asks for by itself; what is
    less likely is listed as possible.
    What lies beyond the first ``limit_characters`` of an article is not parsed, and is listed in
    the report as not checked. ``progress`` is called with what is being done, how much of it is
    done and of how much: ``reconcile.ProgressBar()`` shows that to a person.

    Raises ArticleError where a file cannot be read, TooFewArticles below two articles, and
    ParserUnavailable where the pipeline cannot be loaded.
    """
    return compare_read_by(
        (lambda _: load_encoder()) if semantic else None,
        sources,
        pipeline=pipeline,
        weights=weights,
        certainty=certainty,
        limit_characters=limit_characters,
        progress=progress,
    )


def compare_read_by(
    read_by: Callable[[Sequence[Article]], Encoder] | None,
    sources: Source | Iterable[Source],
    *,
    pipeline: Language | None = None,
    weights: Weights | None = None,
    certainty: float = 0.0,
    limit_characters: int = LIMIT_CHARACTERS,
    progress: Progress | None = None,
) -> Report:
    """As ``compare``, with the encoder that this gives for the articles, before they are parsed."""
    articles = gather(listed(sources))
    notes = check_comparable(articles)
    articles = tuple(bounded(article, limit_characters) for article in articles)
    encoder = read_by(articles) if read_by else None
    claims = extract_claims(articles, pipeline, progress=progress)
    return reconcile_claims(
        claims,
        articles,
        weights=weights,
        encoder=encoder,
        certainty=certainty,
        notes=notes,
        progress=progress,
    )


def reconcile_claims(
    claims: Sequence[Claim],
    articles: Sequence[Article],
    *,
    weights: Weights | None = None,
    encoder: Encoder | None = None,
    certainty: float = 0.0,
    notes: Sequence[str] = (),
    progress: Progress | None = None,
) -> Report:
    """The report on claims that were already extracted from these articles.

    ``encoder``, as ``reconcile.semantic.load_encoder()`` gives it, tells alignment how alike two
    claims are told; ``compare`` asks it unless it is told not to. ``certainty`` is as there.
    """
    weights = weights or weights_for(encoder)
    by_id = {article.id: article for article in articles}
    if progress:
        progress("aligning", 0, 1)
    alignment = align(claims, articles, weights=weights, encoder=encoder)
    facts: list[Fact] = []
    for count, question in enumerate(alignment.questions, 1):
        facts += facts_of(question, by_id, weights, len(facts), certainty=certainty)
        if progress:
            progress("comparing", count, len(alignment.questions))
    traced = trace_origins(articles, claims)
    joint = reason_jointly(claims, facts, articles)
    marked = [traced.mark(fact) for fact in facts]
    return Report(
        articles=tuple(articles),
        claims=tuple(claims),
        aligned=conclude(marked, claims, by_id, joint.implied),
        unaligned=alignment.unmatched,
        unchecked=_unchecked(claims, articles),
        notes=tuple(notes),
        origins=traced.origins,
        checked=check_articles(claims, articles),
        checked_jointly=joint.checks,
    )


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
