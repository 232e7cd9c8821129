"""A judgement or a check and the articles in, what of its derivation fails out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from reconcile.model import Article, Check, Claim, Fact, Judgement, Rule, Step
from reconcile.records import frozen
from reconcile.verification import conclusions, leaves, linear, moves, orders, sayings, sums
from reconcile.verification.shapes import check_shape
from reconcile.verification.sources import Failure, Sources, check_citation, sources_of
from reconcile.verification.verdicts import check_broken, check_verdict

Replay = Callable[[Step, Sources], Iterator[str]]

#: how each rule is replayed
REPLAYS: Final[Mapping[Rule, Replay]] = {
    "reading": leaves.reading,
    "printed": leaves.printed,
    "since": leaves.since,
    "words": leaves.words,
    "publication": leaves.publication,
    "published": leaves.published,
    "counted": leaves.counted,
    "whole": leaves.whole,
    "remark": leaves.remark,
    "named": moves.named,
    "convert": moves.convert,
    "exchange": moves.exchange,
    "other currency": moves.other_currency,
    "shift": moves.shift,
    "unsigned": moves.unsigned,
    "rise": moves.rise,
    "turned": moves.turned,
    "year": moves.year,
    "years": moves.years,
    "calendar": moves.calendar,
    "months": moves.months,
    "both ends": moves.both_ends,
    "elapsed": moves.elapsed,
    "widen": moves.widen,
    "same unit": moves.same_unit,
    "days apart": sums.days_apart,
    "sum": sums.sum_,
    "difference": sums.difference,
    "product": sums.multiplied,
    "quotient": sums.quotient,
    "change": sums.change,
    "hull": sums.joined,
    "intersection": sums.met,
    "at least": moves.at_least,
    "order": orders.order,
    "relation": sums.relation,
    "same figure": conclusions.same_figure,
    "same set": conclusions.same_set,
    "same words": conclusions.same_words,
    "counts to": conclusions.counts_to,
    "rounds to": conclusions.rounds_to,
    "within": conclusions.within,
    "overlap": conclusions.overlap,
    "near": conclusions.beside,
    "disjoint": conclusions.disjoint,
    "neither rounds": conclusions.neither_rounds,
    "other unit": conclusions.other_unit,
    "other ends": conclusions.other_ends,
    "other scale": conclusions.other_scale,
    "incomparable": conclusions.incomparable,
    "weekday": conclusions.weekday,
    "same place": sayings.same_place,
    "denied": sayings.denied,
    "cannot all hold": linear.cannot_all_hold,
    "rewording": conclusions.worded,
    "drift": conclusions.worded,
    "other wording": conclusions.worded,
    "assumed": conclusions.assumed,
    "chosen": conclusions.chosen,
    "in brief": conclusions.same_conclusion,
    "later": conclusions.later,
}


@frozen
class Verification:
    """Whether a derivation holds, and what of it does not."""

    failures: tuple[Failure, ...]

    @property
    def holds(self) -> bool:
        """Whether every step could be replayed, and the verdict follows from the last one."""
        return not self.failures

    def __bool__(self) -> bool:
        raise TypeError("the truth of a Verification is ambiguous: ask for holds")

    def __str__(self) -> str:
        return "it holds" if self.holds else "; ".join(map(str, self.failures))


def verify(found: Judgement | Check, articles: Iterable[Article]) -> Verification:
    """Whether a verdict or a check follows from the articles, step by step.

    Each quote is looked up and read again, each set is computed again, and the last step must say
    what the verdict says.
    """
    last = found.derivation
    if last is None:
        return Verification((Failure(None, "it has no derivation"),))
    sources = sources_of(last, articles)
    replayed = [Failure(step, why) for step in last.every for why in _replay(step, sources)]
    follows = check_verdict(found, last) if isinstance(found, Judgement) else _check(found, sources)
    return Verification((*replayed, *(Failure(None, why) for why in follows)))


def verify_fact(fact: Fact, articles: Iterable[Article]) -> Verification:
    """Whether every verdict on the claims of a fact follows, and rests on what the claims state."""
    listed, failures = tuple(articles), list[Failure]()
    for comparison in fact.comparisons:
        judgement = comparison.judgement
        failures += verify(judgement, listed).failures
        claims = (fact.claims[comparison.a], fact.claims[comparison.b])
        failures += (Failure(None, why) for why in _check_claims(judgement, claims))
    return Verification(tuple(failures))


def _check_claims(judgement: Judgement, claims: Iterable[Claim]) -> Iterator[str]:
    every = judgement.derivation.every if judgement.derivation else ()
    used = {(each.article, each.start, each.end) for step in every for each in step.premises}
    for claim in claims:
        if (claim.article, claim.focus.start, claim.focus.end) not in used:
            yield f"no step rests on “{claim.focus.text}”"


def _replay(step: Step, sources: Sources) -> Iterator[str]:
    for cited in step.premises:
        yield from check_citation(cited, sources.articles)
    misshapen = tuple(check_shape(step))
    yield from misshapen
    if not misshapen and not any(why for before in step.of for why in check_shape(before)):
        yield from REPLAYS[step.rule](step, sources)


def _check(check: Check, sources: Sources) -> Iterator[str]:
    """A check's own quotes are all among those that its steps rest on, and something breaks."""
    assert check.derivation is not None
    yield from check_broken(check.derivation)
    used = {(each.article, each.start, each.end) for each in sources.premises}
    for cited in check.citations:
        yield from check_citation(cited, sources.articles)
        if (cited.article, cited.start, cited.end) not in used:
            yield f"no step rests on “{cited.text}”"
