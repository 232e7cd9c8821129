"""A question in, its facts out: its claims compared, and what is not sure told apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from reconcile.alignment import (
    Link,
    Question,
    Weights,
    connected,
    doubt_between,
    is_day_of_speech,
    lie_near,
    may_be_swapped,
    title_of,
)
from reconcile.comparison import compare as compare_claims
from reconcile.model import VALUE_KINDS, Article, Claim, Comparison, Evidence, Fact, Verdict
from reconcile.records import evolve
from reconcile.values import sets


def facts_of(
    question: Question,
    articles: dict[str, Article],
    weights: Weights,
    count: int,
    *,
    certainty: float = 0.0,
) -> list[Fact]:
    """The fact of a question, and a possible one for each conflict that is not sure enough.

    ``count`` facts were told before; ``certainty`` is the least probability of a conflict.
    """
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
    unlikely: list[tuple[Link, Comparison]] = []
    for link, comparison in compared:
        if link.probability < _bar(question, link, comparison, weights, certainty):
            unlikely.append((link, comparison))
        else:
            doubted = _is_doubted(question, link, comparison, met, slipped)
            (unsure if doubted else sure).append((link, comparison))
    implied = [
        (link, comparison)
        for link, comparison in _implied(sure, unlikely)
        if not _is_doubted(question, link, comparison, met, slipped)
    ]
    sure += implied
    known = {(link.a, link.b) for link, _ in implied}
    unsure += [each for each in unlikely if (each[0].a, each[0].b) not in known]
    for each in (sure, unsure):
        each.sort(key=lambda one: (one[0].a, one[0].b))
    facts: list[Fact] = []
    parts = _parts(sure) if len(compared) < len(question.links) else [sure]
    for part in parts:
        if part:
            facts.append(_fact(question, part, count + len(facts) + 1, certain=True))
    told = [_conflicting(part) for part in parts]
    for link, comparison in unsure:
        if any(link.a in within and link.b in within for within in told):
            continue
        facts.append(_possible(question, link, comparison, count + len(facts) + 1))
    return facts


def _implied(
    sure: Sequence[tuple[Link, Comparison]], unlikely: Sequence[tuple[Link, Comparison]]
) -> list[tuple[Link, Comparison]]:
    """The conflicts that follow: with each claim that says what a contradicted one says."""
    apart, alike = _ends_by_end(sure, "conflict"), _ends_by_end(sure, "agree")
    return [
        (link, each)
        for link, each in unlikely
        if each.verdict == "conflict"
        and (apart[link.a] & alike[link.b] or apart[link.b] & alike[link.a])
    ]


def _ends_by_end(
    compared: Sequence[tuple[Link, Comparison]], verdict: Verdict
) -> dict[int, set[int]]:
    """By claim, those that stand to it in one way."""
    found: dict[int, set[int]] = defaultdict(set)
    for link, each in compared:
        if each.verdict == verdict:
            found[link.a].add(link.b)
            found[link.b].add(link.a)
    return found


def _bar(
    question: Question, link: Link, comparison: Comparison, weights: Weights, certainty: float
) -> float:
    """From which probability on two claims so compared are of one fact."""
    a, b = _ends(question, link)
    if comparison.verdict != "conflict":
        return weights.fit_bar if a.kind in VALUE_KINDS else 0.0
    return max(weights.fact_bar if lie_near(a, b) else weights.conflict_bar, certainty)


def _ends(question: Question, link: Link) -> tuple[Claim, Claim]:
    return question.claims[link.a], question.claims[link.b]


def _is_of_speech(question: Question, link: Link, comparison: Comparison) -> bool:
    """Whether the day on which somebody spoke meets that of what was told, and does not fit it."""
    fits = comparison.verdict in ("agree", "compatible") and not _is_empty(comparison)
    return not fits and is_day_of_speech(question.claims[link.a], question.claims[link.b])


def _conflicting(part: Sequence[tuple[Link, Comparison]]) -> set[int]:
    """The claims, by index, of which a sure conflict says already that they do not fit."""
    if not any(comparison.verdict == "conflict" for _, comparison in part):
        return set()
    return {end for each, _ in part for end in (each.a, each.b)}


def _parts(compared: Sequence[tuple[Link, Comparison]]) -> list[list[tuple[Link, Comparison]]]:
    """The comparisons by what still hangs together where some links had nothing to compare."""
    groups = connected([(link.a, link.b) for link, _ in compared])
    return [[each for each in compared if each[0].a in within] for within in map(set, groups)]


def _is_doubted(
    question: Question,
    link: Link,
    comparison: Comparison,
    met: Mapping[int, set[int]],
    slipped: set[tuple[int, int]],
) -> bool:
    """Whether what two claims say speaks for two facts."""
    a, b = _ends(question, link)
    if comparison.verdict == "updated":
        return a.kind in VALUE_KINDS and bool(doubt_between(a, b, link.probability))
    if comparison.verdict != "conflict":
        return False
    swapped = may_be_swapped(a, b, link.probability)
    both = not swapped and _says_both(question, link, met, slipped)
    return both or bool(doubt_between(a, b, link.probability))


def _met(question: Question, compared: Sequence[tuple[Link, Comparison]]) -> dict[int, set[int]]:
    """Claims, by index, with the claims of other articles that fit them.

    A country that holds a town is not the town: to name it is not to know of the town. And what
    was answered otherwise before does not fit the answer of today.
    """
    met: dict[int, set[int]] = defaultdict(set)
    for link, comparison in compared:
        kind = question.claims[link.a].kind
        is_wider = kind == "place" and comparison.verdict == "compatible"
        has_turned = kind == "polarity" and comparison.verdict == "updated"
        fits = comparison.verdict != "conflict" and not is_wider and not has_turned
        if fits and not _is_empty(comparison):
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

    A figure that its own article says again in another unit, and wrongly, is no second one. Nor is
    one said again in another currency, which fits the other article's at some rate.
    """
    claims, a, b = question.claims, link.a, link.b

    def again(index: int, told: int) -> bool:
        return claims[index].focus.restates == claims[told].focus.span

    met = {end: {n for n in met[end] if not _covers(claims[n], claims[a], claims[b])}
           for end in (a, b)}  # fmt: skip
    for one, other in ((a, b), (b, a)):
        beside = {n for n in met[one] if claims[n].article == claims[other].article}
        first = claims[one].focus.restates is None
        if any((n, other) not in slipped and not (first and again(n, other)) for n in beside):
            return True
    if claims[a].kind not in VALUE_KINDS:
        return False
    of_one, of_other = (
        {claims[n].article for n in fitting} for fitting in (met[a] - met[b], met[b] - met[a])
    )
    return not of_one.isdisjoint(of_other)


def _covers(wide: Claim, a: Claim, b: Claim) -> bool:
    """As in "on Saturday morning", which fits two hours of it and states neither."""
    told = wide.focus.value
    if told is None or told.interval.low == told.interval.high:
        return False
    return all(
        value is not None
        and value.unit == told.unit
        and sets.contains(told.interval, value.interval)
        for value in (a.focus.value, b.focus.value)
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
    judgement = compare_claims(
        a, b, articles[a.article], articles[b.article], paired=a.kind == b.kind == "polarity"
    )
    if judgement is None:
        return None
    if a.kind == b.kind == "polarity" and judgement.reason == "overlap":
        return None  # said of some, and of others
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
            _compared(comparison, place[link.a], place[link.b]) for link, comparison in compared
        ),
        evidence=tuple(
            each
            for link, _ in compared
            for each in _placed(link.evidence, place[link.a], place[link.b])
        ),
        certain=certain,
    )


def _compared(comparison: Comparison, a: int, b: int) -> Comparison:
    """A comparison told of the claims ``a`` and ``b`` of a fact."""
    if (comparison.a, comparison.b) == (a, b):
        return comparison
    return evolve(comparison, a=a, b=b)


def _placed(evidence: Sequence[Evidence], a: int, b: int) -> Sequence[Evidence]:
    """Evidence told of the claims ``a`` and ``b`` of a fact."""
    if evidence and (evidence[0].a, evidence[0].b) == (a, b):
        return evidence
    return [Evidence(a, b, each.level, each.words, each.weight) for each in evidence]


def _possible(question: Question, link: Link, comparison: Comparison, number: int) -> Fact:
    return _fact(question, [(link, comparison)], number, certain=False)
