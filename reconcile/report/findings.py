"""Facts and articles in, findings out: a fact as a reader meets it, with quotes and a verdict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from reconcile.model import (
    About,
    Article,
    Check,
    Comparison,
    Fact,
    Judgement,
    Kind,
    Origin,
    Point,
    Slip,
    Unmatched,
    Verdict,
)
from reconcile.records import evolve, field, frozen
from reconcile.report.excerpts import one_line
from reconcile.report.independence import count_independent, shared_by, standing_words
from reconcile.report.letters import letters_of
from reconcile.report.moving import moved_words
from reconcile.report.quotes import Quote, quote_citation, quote_claim
from reconcile.report.reasons import reasons_of, slips_of

if TYPE_CHECKING:
    from reconcile.report.pictures import RangePlot
    from reconcile.verification import Verification

#: the verdict that a reader must see first comes first
BY_WEIGHT: Final[tuple[Verdict, ...]] = ("conflict", "updated", "compatible", "agree")


@frozen
class Finding:
    """A fact that two or more sources state, with the weightiest verdict among its comparisons."""

    fact: Fact
    verdict: Verdict
    #: one a claim of the fact, in the fact's order
    quotes: tuple[Quote, ...]
    #: the comparisons, weightiest first
    comparisons: tuple[Comparison, ...]
    #: the articles that the quotes are from, which the derivations are held against
    articles: tuple[Article, ...] = field(default=(), repr=False, kw_only=True)
    #: how many sources and origins state it and who carries whose report, or "" where all differ
    standing: str = ""

    @property
    def id(self) -> str:
        return self.fact.id

    @property
    def title(self) -> str:
        return self.fact.title

    @property
    def kind(self) -> Kind:
        return self.fact.kind

    @property
    def certain(self) -> bool:
        """False where the quotes may not speak of one fact."""
        return self.fact.certain

    @property
    def likelihood(self) -> float:
        """How likely it is that the quotes of its weightiest verdict speak of one fact."""
        weightiest = (each for each in self.comparisons if each.verdict == self.verdict)
        return max((each.probability for each in weightiest), default=0.0)

    @property
    def reason(self) -> str:
        """The rung of the ladder that the verdict stands on."""
        return self.comparisons[0].judgement.reason

    @property
    def explanation(self) -> str:
        """Why, in one plain sentence."""
        return self.comparisons[0].judgement.explanation

    @property
    def steps(self) -> tuple[str, ...]:
        """The derivation of the explanation, a plain sentence a step."""
        return self.comparisons[0].judgement.steps

    @property
    def wording(self) -> str | None:
        """The tightest words that every source supports, where the claims carry values."""
        return self.fact.wording

    @property
    def timeline(self) -> tuple[Point, ...]:
        """Of a figure that moved while the story was told, its readings, the earliest first."""
        return self.fact.timeline

    @property
    def moved(self) -> str | None:
        """The timeline in words: "at least 14 on 6 May, 18 on 9 May"."""
        return moved_words(self.fact.timeline, self.quotes)

    @property
    def slips(self) -> tuple[Slip, ...]:
        """The slips of the pen that may lie behind the conflicts, each asked once."""
        return slips_of(self.fact, self.comparisons)

    @property
    def reasons(self) -> tuple[Judgement, ...]:
        """What to say: of conflicts one for each two readings, of the rest one for each reason.

        Of agreements nothing is said beside something weightier.
        """
        return reasons_of(self.fact, self.comparisons)

    @property
    def about(self) -> About | None:
        """Of a conflict, whether it is about what happened, one speaker's words, or speakers."""
        return self.reasons[0].about

    def reasons_from(self, article: str) -> tuple[Judgement, ...]:
        """The reasons as they concern an article: of its own pairs, where these are as grave."""
        indexes = {at for at, claim in enumerate(self.fact.claims) if claim.article == article}
        own = [each for each in self.comparisons if {each.a, each.b} & indexes]
        grave = any(each.verdict == self.verdict for each in own)
        return reasons_of(self.fact, own if grave else self.comparisons)

    @property
    def sources(self) -> tuple[str, ...]:
        """Who states it, each once, in the order of the quotes."""
        return tuple(dict.fromkeys(quote.source for quote in self.quotes))

    @property
    def origins(self) -> int:
        """How many independent origins state it: sources that stand on one report count once."""
        return count_independent(self.fact)

    @property
    def independent(self) -> bool:
        """Whether two origins or more state it."""
        return self.origins > 1

    @property
    def copied(self) -> tuple[str, ...]:
        """What a copy of a passage has otherwise than the passage, a sentence each."""
        found = (each.copied for each in self.comparisons)
        return tuple(dict.fromkeys(each for each in found if each))

    @property
    def at_issue(self) -> tuple[Quote, ...]:
        """The quotes to lay side by side: all, but of places that conflict only those that do.

        An article names the places of its story again and again, and what holds them.
        """
        if self.kind != "place" or self.verdict != "conflict":
            return self.quotes
        conflicts = [each for each in self.comparisons if each.verdict == "conflict"]
        indexes = sorted({index for each in conflicts for index in (each.a, each.b)})
        return tuple(self.quotes[index] for index in indexes)

    def quotes_of(self, comparison: Comparison) -> tuple[Quote, Quote]:
        """The two quotes that a comparison stands between."""
        return self.quotes[comparison.a], self.quotes[comparison.b]

    def verify(self) -> Verification:
        """Whether every verdict follows from the articles: its steps are replayed one by one."""
        from reconcile.verification import verify_fact

        return verify_fact(self.fact, self.articles)

    def plot(self) -> RangePlot | None:
        """The readings as dots and ranges on one line; ``None`` where no two of them differ."""
        from reconcile.report.html.notebook import plot_finding

        return plot_finding(self)

    def __str__(self) -> str:
        return f"{self.verdict}: {self.title}: {self.explanation}"

    def __repr__(self) -> str:
        verdict = self.verdict if self.certain else "possibly one fact"
        return f"<Finding {self.id} {verdict}: {one_line(self.title)}>"

    def _repr_html_(self) -> str:
        from reconcile.report.html.notebook import finding_to_html

        return finding_to_html(self)


@frozen
class Single:
    """What only one source says, with the nearest statement elsewhere and why it was not taken."""

    quote: Quote
    kind: Kind
    nearest: Quote | None
    reason: str

    def __str__(self) -> str:
        return f"{self.quote} ({self.reason})"

    def __repr__(self) -> str:
        return f"<Single {self.kind}: {one_line(str(self.quote))}>"


@frozen
class CheckFinding:
    """Statements of one article, or of several, that cannot all hold, as a reader meets them."""

    check: Check
    #: one a statement, in the order of the check's citations
    quotes: tuple[Quote, ...]
    #: the articles that the quotes are from, which the derivation is held against
    articles: tuple[Article, ...] = field(default=(), repr=False, kw_only=True)

    @property
    def id(self) -> str:
        return self.check.id

    @property
    def rule(self) -> str:
        """The name of the rule that they break."""
        return self.check.rule

    @property
    def kind(self) -> Kind:
        return self.check.kind

    @property
    def title(self) -> str:
        return self.check.title

    @property
    def explanation(self) -> str:
        """Why they cannot all hold, in one plain sentence."""
        return self.check.explanation

    @property
    def steps(self) -> tuple[str, ...]:
        """The derivation of the explanation, a plain sentence a step."""
        return self.check.steps

    @property
    def sources(self) -> tuple[str, ...]:
        """Who states it, each once, in the order of the quotes."""
        return tuple(dict.fromkeys(quote.source for quote in self.quotes))

    def verify(self) -> Verification:
        """Whether it follows from the articles: its steps are replayed one by one."""
        from reconcile.verification import verify

        return verify(self.check, self.articles)

    def __str__(self) -> str:
        return f"{self.title}: {self.explanation}"

    def __repr__(self) -> str:
        return f"<CheckFinding {self.id} {self.rule}: {one_line(self.title)}>"

    def _repr_html_(self) -> str:
        from reconcile.report.html.notebook import check_to_html

        return check_to_html(self)


def find(fact: Fact, articles: Mapping[str, Article], origins: Sequence[Origin] = ()) -> Finding:
    """The finding that a fact makes; the fact has at least one comparison."""
    comparisons = tuple(
        sorted(fact.comparisons, key=lambda each: (BY_WEIGHT.index(each.verdict), each.a, each.b))
    )
    letters = letters_of(tuple(articles.values()))
    return Finding(
        fact=fact,
        verdict=comparisons[0].verdict,
        quotes=tuple(
            evolve(
                quote_claim(claim, articles[claim.article], kind=fact.kind),
                letter=letters[claim.article],
            )
            for claim in fact.claims
        ),
        comparisons=comparisons,
        standing=standing_words(fact, shared_by(fact, origins), articles),
        articles=_quoted(_rested_on(fact), articles),
    )


def _rested_on(fact: Fact) -> Iterator[str]:
    """The articles of a fact's claims, and those whose days or parts settle a pair of them."""
    yield from (claim.article for claim in fact.claims)
    for comparison in fact.comparisons:
        last = comparison.judgement.derivation
        if last is not None and last.rule == "within":
            yield from (cited.article for step in last.every for cited in step.premises)


def find_single(unmatched: Unmatched, articles: Mapping[str, Article]) -> Single:
    """What a claim that nobody else makes looks like to a reader."""
    claim, nearest = unmatched.claim, unmatched.nearest
    return Single(
        quote=quote_claim(claim, articles[claim.article]),
        kind=claim.kind,
        nearest=quote_claim(nearest, articles[nearest.article]) if nearest else None,
        reason=unmatched.reason,
    )


def find_check(check: Check, articles: Mapping[str, Article]) -> CheckFinding:
    """What statements that cannot all hold look like to a reader."""
    letters = letters_of(tuple(articles.values()))
    quotes = tuple(
        evolve(quote_citation(each, articles[each.article]), letter=letters[each.article])
        for each in check.citations
    )
    quoted = _quoted((each.article for each in check.citations), articles)
    return CheckFinding(check, quotes, articles=quoted)


def _quoted(names: Iterable[str], articles: Mapping[str, Article]) -> tuple[Article, ...]:
    """The articles that are quoted, each once."""
    return tuple(articles[name] for name in dict.fromkeys(names))
