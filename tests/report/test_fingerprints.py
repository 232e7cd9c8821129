"""Fingerprints: the same finding keeps its own, another has another."""

from __future__ import annotations

from attrs import evolve

from reconcile.model import Article, Span
from reconcile.report import Report
from reconcile.report.findings import Finding
from reconcile.report.fingerprints import DIGITS, fingerprint, of_comparison, of_finding
from reconcile.report.quotes import Quote


def finding(report: Report, name: str) -> Finding:
    return next(each for each in report.facts if each.id == name)


def moved(quote: Quote, by: int) -> Quote:
    span = Span(quote.sentence_span.start + by, quote.sentence_span.end + by)
    return evolve(
        quote, start=quote.start + by, end=quote.end + by, paragraph=9, sentence_span=span
    )


def test_a_fingerprint_does_not_look_at_places(report: Report) -> None:
    first = finding(report, "f2")
    later = evolve(first, quotes=tuple(moved(quote, 500) for quote in first.quotes))
    assert of_finding(later) == of_finding(first)
    assert len(of_finding(first)) == DIGITS


def test_a_fingerprint_does_not_look_at_order(report: Report) -> None:
    first = finding(report, "f2")
    fact = first.fact
    last = len(fact.claims) - 1
    turned = evolve(
        first,
        fact=evolve(fact, claims=fact.claims[::-1]),
        quotes=first.quotes[::-1],
        comparisons=tuple(evolve(e, a=last - e.a, b=last - e.b) for e in first.comparisons),
    )
    assert of_finding(turned) == of_finding(first)


def test_a_value_printed_otherwise_keeps_the_fingerprint(report: Report) -> None:
    first = finding(report, "f2")
    other = tuple(evolve(quote, text=f"some other {quote.text}") for quote in first.quotes)
    assert of_finding(evolve(first, quotes=other)) == of_finding(first)


def test_each_finding_has_its_own(report: Report) -> None:
    every = [*report.facts, *report.possible]
    assert len({of_finding(each) for each in every}) == len(every)


def test_another_source_or_value_has_another(report: Report, wire: Article) -> None:
    first = finding(report, "f2")
    other = (evolve(first.quotes[0], source="Another Wire"), first.quotes[1])
    assert of_finding(evolve(first, quotes=other)) != of_finding(first)
    assert fingerprint("money", "cost", [("a", "1")]) != fingerprint("money", "cost", [("a", "2")])


def test_a_pair_keeps_its_own_when_a_third_source_joins(report: Report) -> None:
    first = finding(report, "f2")
    joined = evolve(
        first,
        fact=evolve(first.fact, claims=(*first.fact.claims, first.fact.claims[1])),
        quotes=(*first.quotes, evolve(first.quotes[1], source="Third")),
    )
    assert of_comparison(joined, first.comparisons[0]) == of_comparison(first, first.comparisons[0])
    assert of_finding(joined) == of_finding(first)


def test_a_title_that_a_third_source_alters_keeps_the_fingerprint(report: Report) -> None:
    first = finding(report, "f2")
    retitled = evolve(first, fact=evolve(first.fact, title="something else"))
    assert of_finding(retitled) == of_finding(first)
