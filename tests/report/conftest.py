"""A report built by hand: two short articles, a finding of each verdict, and what was left over."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from reconcile.model import (
    Article,
    Claim,
    Clause,
    Comparison,
    Evidence,
    Fact,
    Interval,
    Judgement,
    Kind,
    Mention,
    Segment,
    Span,
    Stated,
    Unchecked,
    Unmatched,
    Value,
    Verdict,
)
from reconcile.report import Report
from reconcile.values.steps import remarks

KST = datetime.timezone(datetime.timedelta(hours=9))

WIRE = """Harbour bridge closes

The bridge at Port Vale will close on Thursday for 14 weeks, the city said.
Repairs cost $73 million (£54 million), twice the first estimate. \
The toll of the collapse stands at 31.
Mayor Ana Ruiz, 52, called it a long summer.
"""

LEDGER = """Port Vale bridge to shut

PORT VALE, June 11 -- The crossing closes on Jun. 12 for nine weeks.
The work will cost $72.9 million. At least 29 people died in the collapse, and 3 < 4 & <b>5</b>.
Eleven ferries stand by. Work began last spring.
"""


def article(name: str, text: str, publisher: str, hour: int) -> Article:
    """An article with a headline and a body paragraph a line."""
    segments, position, paragraph = [], 0, 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            role = "headline" if not segments else "body"
            paragraph += role == "body"
            end = position + len(line.rstrip("\n"))
            segments.append(Segment(position, end, role, paragraph))  # type: ignore[arg-type]
        position += len(line)
    published = datetime.datetime(2025, 6, 11, hour, 12, tzinfo=KST)
    return Article(
        id=name,
        text=text,
        path=f"story/{name}.txt",
        publisher=publisher,
        published=published,
        published_from="manifest",
        segments=tuple(segments),
    )


def claim(of: Article, quote: str, kind: Kind, value: Value | None = None) -> Claim:
    """A claim whose words are the first occurrence of the quote."""
    start = of.text.index(quote)
    end = start + len(quote)
    segment = next(each for each in of.segments if each.start <= start < each.end)
    before = of.text.rfind(". ", segment.start, start)
    behind = of.text.find(". ", end, segment.end)
    sentence = Span(
        segment.start if before < 0 else before + 2, segment.end if behind < 0 else behind + 1
    )
    clause = Clause(
        start=sentence.start,
        end=sentence.end,
        sentence=sentence,
        segment_role=segment.role,
        paragraph=segment.paragraph,
        subject=None,
        predicate="be",
        predicate_span=Span(start, end),
    )
    return Claim(of.id, Mention(start, end, quote, kind, value), clause)


def money(low: str, high: str, unit: str = "USD", printed: str = "73") -> Value:
    interval = Interval(Decimal(low), Decimal(high))
    return Value(
        "money", unit, interval, interval, Decimal(low), stated=Stated(Decimal(printed), unit)
    )


def day(first: int) -> Value:
    start = (datetime.date(2025, 6, first) - datetime.date(1970, 1, 1)).days * 86_400
    interval = Interval(Decimal(start), Decimal(start + 86_400))
    return Value("date", "date", interval, interval)


def counted(number: int, *, at_least: bool = False) -> Value:
    named = Interval(Decimal(number), Decimal(number), True, True)
    interval = Interval(Decimal(number), None, True, False) if at_least else named
    hedge = "at_least" if at_least else None
    stated = Stated(Decimal(number), "person")
    return Value("count", "person", interval, named, Decimal(number), hedge, stated)


def weeks(number: int) -> Value:
    second = Decimal(number * 7 * 86_400)
    interval = Interval(second, second, True, True)
    return Value("duration", "second", interval, interval, second, stated=Stated(number, "week"))


def fact(
    name: str,
    title: str,
    claims: tuple[Claim, ...],
    verdict: Verdict,
    explanation: str,
    steps: tuple[str, ...] = (),
    *,
    certain: bool = True,
) -> Fact:
    judgement = Judgement(verdict, "made up", explanation, remarks(steps))
    evidence = (Evidence(0, 1, "measured", "both measure the same", 1.25),)
    comparisons = (Comparison(0, 1, judgement),)
    return Fact(name, claims[0].kind, title, claims, comparisons, evidence, certain)


@pytest.fixture
def wire() -> Article:
    return article("wire", WIRE, "Harbour Wire", 9)


@pytest.fixture
def ledger() -> Article:
    return article("ledger", LEDGER, "Vale Ledger", 15)


@pytest.fixture
def report(wire: Article, ledger: Article) -> Report:
    cost = (
        claim(wire, "$73 million", "money", money("72500000", "73500000")),
        claim(ledger, "$72.9 million", "money", money("72850000", "72950000", printed="72.9")),
    )
    length = (
        claim(wire, "14 weeks", "duration", weeks(14)),
        claim(ledger, "nine weeks", "duration", weeks(9)),
    )
    closing = (
        claim(wire, "Thursday", "date", day(12)),
        claim(ledger, "Jun. 12", "date", day(12)),
    )
    toll = (
        claim(wire, "31", "count", counted(31)),
        claim(ledger, "At least 29 people", "count", counted(29, at_least=True)),
    )
    age = claim(wire, "52", "age")
    ferries = claim(ledger, "Eleven ferries", "count", counted(11))
    facts = (
        fact("f1", "cost of the repairs", cost, "compatible", "72.9 million rounds to 73 million."),
        fact(
            "f2",
            "length of the closure",
            length,
            "conflict",
            "14 weeks and nine weeks are five weeks apart.",
            ("14 weeks is 98 days.", "Nine weeks is 63 days."),
        ),
        fact("f3", "day of the closure", closing, "agree", "Thursday is June 12."),
        fact("f4", "toll of the collapse", toll, "updated", "29 was the earlier count."),
        fact("f5", "something else", (age, ferries), "conflict", "52 is not 11.", certain=False),
    )
    spring = ledger.text.index("last spring")
    return Report(
        articles=(wire, ledger),
        claims=(*cost, *length, *closing, *toll, age, ferries),
        aligned=facts,
        unaligned=(
            Unmatched(age, ferries, "an age is no count"),
            Unmatched(ferries, None, "nothing alike"),
        ),
        unchecked=(
            Unchecked("ledger", spring, spring + 11, "last spring", "needs the publication date"),
        ),
    )
