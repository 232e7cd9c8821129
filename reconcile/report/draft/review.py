"""A Report and which of its articles is the draft in, the Review out.

The verdicts are the report's own. What is asked here is only who stands behind a claim of the
draft: articles that stand on one report count once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal

from reconcile.model import Article, Comparison, Fact, Kind, Span, Unchecked, Unmatched, Verdict
from reconcile.records import evolve, frozen
from reconcile.report.findings import CheckFinding, Finding, Single, find, find_single
from reconcile.report.quotes import Quote
from reconcile.report.report import Report

Status = Literal[
    "contradicted", "moved", "possible", "unsupported", "reworded", "one origin", "supported",
]  # fmt: skip
#: what needs a decision comes first
ORDER: Final[tuple[Status, ...]] = (
    "contradicted", "moved", "possible", "unsupported", "reworded", "one origin", "supported",
)  # fmt: skip


@frozen
class Statement:
    """Claims of the draft on one fact, and how they stand to the sources."""

    status: Status
    kind: Kind
    #: what the draft says
    quotes: tuple[Quote, ...]
    #: the draft's claims and those of the sources that they were compared with
    finding: Finding | None = None
    #: the origins that bear it out, each once: an article's id where it stands on no other report
    origins: tuple[str, ...] = ()
    #: where no source says it: the nearest statement, and why it was not taken
    single: Single | None = None
    #: the same, as alignment handed it over
    unmatched: Unmatched | None = None

    @property
    def title(self) -> str:
        return self.finding.title if self.finding else ""

    @property
    def explanation(self) -> str:
        """Why it stands so, in one plain sentence."""
        if self.finding is not None:
            return self.finding.explanation
        return self.single.reason if self.single else ""


@frozen
class Review:
    """A draft against its sources: each of its claims, and who stands behind it."""

    draft: Article
    report: Report
    #: by weight, then in the order of the draft
    statements: tuple[Statement, ...]
    #: what cannot hold, inside the draft or together with the sources
    checks: tuple[CheckFinding, ...]
    #: what of the draft was not checked, and why
    unchecked: tuple[Unchecked, ...]

    @property
    def sources(self) -> tuple[Article, ...]:
        return tuple(each for each in self.report.articles if each.id != self.draft.id)

    def of(self, status: Status) -> tuple[Statement, ...]:
        """The statements that stand so."""
        return tuple(each for each in self.statements if each.status == status)


def review_of(report: Report, draft: str) -> Review:
    """How each claim of the draft, which is an article's id, stands to the other articles."""
    articles = {article.id: article for article in report.articles}
    surely = list(_borne_out(report, draft, articles))
    statements = [
        *surely,
        *_possible(report, draft, surely),
        *_unsupported(report.unaligned, draft, articles),
    ]
    statements.sort(key=lambda each: (ORDER.index(each.status), each.quotes[0].start))
    return Review(
        draft=articles[draft],
        report=report,
        statements=tuple(statements),
        checks=tuple(each for each in (*report.checks, *report.joint) if _cites(each, draft)),
        unchecked=tuple(each for each in report.unchecked if each.article == draft),
    )


def _cites(check: CheckFinding, draft: str) -> bool:
    return any(quote.article == draft for quote in check.quotes)


def _borne_out(report: Report, draft: str, articles: Mapping[str, Article]) -> Iterator[Statement]:
    """The draft's part of every fact, a statement for each status that its claims have."""
    for finding in (*report.conflicts, *report.differences, *report.agreements):
        fact = finding.fact
        by_status: dict[Status, list[int]] = {}
        for indexes in _said_at_once(fact, draft):
            met = _met(fact, indexes, draft)
            if met:
                by_status.setdefault(_status(fact, met, draft), []).extend(indexes)
        for status, indexes in by_status.items():
            met = _met(fact, indexes, draft)
            part = find(_part(fact, indexes, met), articles)
            own = tuple(quote for quote in part.quotes if quote.article == draft)
            yield Statement(status, fact.kind, own, part, _origins(fact, met, draft))


def _said_at_once(fact: Fact, draft: str) -> list[list[int]]:
    """The draft's claims by index; one that says another again in other units goes with it."""
    gathered: dict[Span, list[int]] = {}
    for index, claim in enumerate(fact.claims):
        if claim.article == draft:
            gathered.setdefault(claim.focus.restates or claim.focus.span, []).append(index)
    return list(gathered.values())


def _met(fact: Fact, indexes: Sequence[int], draft: str) -> list[Comparison]:
    """The comparisons of these claims with claims of other articles."""
    return [
        each
        for each in fact.comparisons
        if (each.a in indexes) != (each.b in indexes)
        and fact.claims[_other(fact, each, draft)].article != draft
    ]


def _other(fact: Fact, comparison: Comparison, draft: str) -> int:
    """The index of the claim that is not the draft's."""
    return comparison.b if fact.claims[comparison.a].article == draft else comparison.a


def _status(fact: Fact, met: Sequence[Comparison], draft: str) -> Status:
    verdicts: set[Verdict] = {each.verdict for each in met}
    if "conflict" in verdicts:
        return "contradicted"
    if "updated" in verdicts:
        return "moved"
    if "agree" not in verdicts and fact.kind != "name":  # a name in full and in short is one
        return "reworded"
    return "supported" if len(_origins(fact, met, draft)) > 1 else "one origin"


def _origins(fact: Fact, met: Sequence[Comparison], draft: str) -> tuple[str, ...]:
    """The origins of the claims that bear the draft out, in the order of the fact."""
    bearing = sorted(
        {_other(fact, each, draft) for each in met if each.verdict in ("agree", "compatible")}
    )
    named = fact.origins or tuple(claim.article for claim in fact.claims)
    return tuple(dict.fromkeys(named[index] for index in bearing))


def _part(fact: Fact, indexes: Sequence[int], met: Sequence[Comparison]) -> Fact:
    """The fact with these claims and those that they were compared with, the draft's first."""
    others = sorted({index for each in met for index in (each.a, each.b)} - set(indexes))
    kept = [*indexes, *others]
    place = {index: position for position, index in enumerate(kept)}
    return evolve(
        fact,
        claims=tuple(fact.claims[index] for index in kept),
        comparisons=tuple(evolve(each, a=place[each.a], b=place[each.b]) for each in met),
        evidence=tuple(
            evolve(each, a=place[each.a], b=place[each.b])
            for each in fact.evidence
            if each.a in place and each.b in place
        ),
        origins=tuple(fact.origins[index] for index in kept) if fact.origins else (),
        timeline=tuple(
            evolve(point, claim=place[point.claim])
            for point in fact.timeline
            if point.claim in place
        ),
    )


def _possible(report: Report, draft: str, surely: Sequence[Statement]) -> Iterator[Statement]:
    """What a source may contradict, if both speak of one fact.

    Where the same source surely says something of the same kind about it, that is what it says.
    """
    told = {pair for each in surely if each.finding for pair in _pairs(each.finding, draft)}
    for finding in report.possible:
        own = tuple(quote for quote in finding.quotes if quote.article == draft)
        others = {quote.article for quote in finding.quotes} - {draft}
        if any((quote.start, other) not in told for quote in own for other in others):
            yield Statement("possible", finding.kind, own, finding)


def _pairs(finding: Finding, draft: str) -> Iterator[tuple[int, str]]:
    """Where the draft says something, and who says something of the same kind about it."""
    claims = finding.fact.claims
    for comparison in finding.comparisons:
        own, other = claims[comparison.a], claims[comparison.b]
        if other.article == draft:
            own, other = other, own
        if own.kind == other.kind:
            yield own.focus.start, other.article


def _unsupported(
    unaligned: Sequence[Unmatched], draft: str, articles: Mapping[str, Article]
) -> Iterator[Statement]:
    """What no source says."""
    for unmatched in unaligned:
        if unmatched.claim.article == draft:
            single = find_single(unmatched, articles)
            yield Statement(
                "unsupported", single.kind, (single.quote,), single=single, unmatched=unmatched
            )
