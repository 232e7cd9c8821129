"""Two sums in two currencies in, the judgement by the rates that the articles themselves imply out.

An article that states one sum in two currencies ("100 trillion won ($73 billion)") says at what
rate it reckons. Within reach of the rates of the day that rate decides before them; of two such
rates that exclude each other the one that lies off the rates of the day is named.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from reconcile.comparison.grounds import cite, cite_mention
from reconcile.comparison.pair import Pair, quoted, source
from reconcile.model import Article, Citation, Claim, Interval, Judgement, Mention, Step, Value
from reconcile.records import evolve, frozen
from reconcile.values import sets, steps
from reconcile.values.rates import Rate, rate
from reconcile.values.reader import mentions_of
from reconcile.values.relation import relate
from reconcile.values.telling import interval_words, number

#: how far a rate may lie off those of the day, as a share, to be one at all
_REACH: Final = Decimal("0.1")
#: how wide a rate may be, the high end by the low one
_WIDEST: Final = Decimal("1.1")
#: and how far to be no odd one
_NEAR: Final = Decimal("0.02")


@frozen
class Implied:
    """What a sum in two currencies makes of their rate."""

    #: the sum in the one currency and in the other
    one: Citation
    other: Citation
    #: how much of the one currency the other costs
    step: Step
    article: Article


def by_implied_rate(pair: Pair, judgement: Judgement) -> Judgement:
    """The judgement on two sums of two currencies, by an implied rate where there is one."""
    a, b = pair.a.focus.value, pair.b.focus.value
    if a is None or b is None or a.kind != "money" or b.kind != "money" or a.per or b.per:
        return judgement
    if a.unit == b.unit:
        return _with_odd_one(pair, judgement)
    if a.unit > b.unit:
        return by_implied_rate(pair.swapped(), judgement)
    rates = [each for each in _rates(pair) if _units(each) == (a.unit, b.unit)]
    if judgement.verdict == "compatible":
        restated = (_as_restated(pair, each) for each in rates if _is_credible(each))
        return next((each for each in restated if each is not None), judgement)
    near = [each for each in rates if _width(each) <= _WIDEST and _is_within(each, _REACH)]
    at_rates = [_at(pair, each) for each in near]
    fitting = (each for each in at_rates if each.verdict == "compatible")
    return next(fitting, judgement) if judgement.verdict == "conflict" else judgement


def _units(implied: Implied) -> tuple[str, str]:
    assert implied.one.value is not None
    assert implied.other.value is not None
    return implied.one.value.unit, implied.other.value.unit


def _rates(pair: Pair) -> list[Implied]:
    """What both articles imply, the closest rate first."""
    found = [each for article in (pair.article_a, pair.article_b) for each in _implied(article)]
    return sorted(found, key=lambda each: (_width(each), each.article.id, each.one.start))


def _width(implied: Implied) -> Decimal:
    there = implied.step.result
    if there is None or not there.low or there.high is None:
        return Decimal("Infinity")
    return there.high / there.low


@functools.lru_cache(maxsize=1024)
def _implied(article: Article) -> tuple[Implied, ...]:
    """Each sum that the article gives in two currencies, the currencies by their names."""
    return tuple(_in_two_currencies(article))


def _in_two_currencies(article: Article) -> Iterator[Implied]:
    mentions = mentions_of(article)
    places = {mention.span: mention for mention in mentions}
    for mention in mentions:
        first = places.get(mention.restates) if mention.restates is not None else None
        if first is None or not (_is_sum(first) and _is_sum(mention)):
            continue
        assert first.value is not None
        assert mention.value is not None
        if first.value.unit == mention.value.unit:
            continue
        both = sorted((first, mention), key=lambda each: each.value.unit if each.value else "")
        one, other = (cite_mention(each, article, None) for each in both)
        yield Implied(one, other, _quotient(one, other), article)


def _is_sum(mention: Mention) -> bool:
    value = mention.value
    if value is None or value.kind != "money" or value.per or value.hedge not in (None, "about"):
        return False
    return value.interval.low is not None and value.interval.low > 0


def _quotient(one: Citation, other: Citation) -> Step:
    assert one.value is not None
    assert other.value is not None
    unit = f"{one.value.unit}/{other.value.unit}"
    step = steps.divide(steps.reading(one), steps.reading(other), "", unit=unit)
    told = f"{steps.quoted(one)} for {steps.quoted(other)} is {_told(step)}"
    return steps.spoken(step, told)


def _told(step: Step) -> str:
    """A rate by its middle."""
    there = step.result
    assert there is not None
    assert there.low is not None
    assert there.high is not None
    one, _, other = step.unit.partition("/")
    middle = (there.low + there.high) / 2
    return f"about {number(round(middle, 3 - middle.adjusted()))} {one} to the {other}"


def _is_credible(implied: Implied) -> bool:
    """Whether nothing that is known of rates speaks against the rate."""
    of_day = _of_day(implied)
    return of_day is None or _is_near(implied, of_day, _REACH)


def _is_within(implied: Implied, share: Decimal) -> bool:
    """Whether the rate lies within so much of the rates of the day."""
    of_day = _of_day(implied)
    return of_day is not None and of_day.quoted and _is_near(implied, of_day, share)


def _of_day(implied: Implied) -> Rate | None:
    """The rate of the day of the article."""
    one, other = _units(implied)
    published = implied.article.published
    return rate(other, one, None if published is None else published.date())


def _is_near(implied: Implied, known: Rate, share: Decimal) -> bool:
    there = implied.step.result
    if there is None or not known.interval.low:
        return False
    return sets.distance(there, known.interval) <= share * known.interval.low


def _at(pair: Pair, implied: Implied) -> Judgement:
    """The second sum at an implied rate against the first."""
    a, b = steps.reading(cite(pair.a, pair.article_a)), steps.reading(cite(pair.b, pair.article_b))
    there = steps.multiply(b, implied.step, "", unit=a.unit)
    opened = interval_words(_known(there.result), a.unit, "money")
    told = f"{quoted(pair.b)} is {opened} at the rate that {source(implied.article)} implies"
    there = steps.spoken(there, told)
    common = sets.intersect(_known(a.result), _known(there.result))
    if sets.is_empty(common):
        last = steps.conclude("disjoint", (a, there), "no value lies in both")
        text = f"{quoted(pair.a)} and {quoted(pair.b)} cannot both be true: {told}."
        return Judgement("conflict", "disjoint", text, last)
    shared = interval_words(common, a.unit, "money")
    last = steps.conclude("overlap", (a, there), f"both can be true: {shared}", result=common)
    text = f"{told} ({implied.step.words}), which fits {quoted(pair.a)}."
    return Judgement("compatible", "unit or currency", text, last)


def _known(interval: Interval | None) -> Interval:
    return sets.EVERYTHING if interval is None else interval


def _as_restated(pair: Pair, implied: Implied) -> Judgement | None:
    """Whether the other's own article gives it as another sum, told in the currency of the one."""
    for claim, there, own, back in (
        (pair.a, pair.b, implied.other, implied.one),
        (pair.b, pair.a, implied.one, implied.other),
    ):  # the first currency is that of the first sum
        if (there.article, there.focus.start) == (own.article, own.start):
            return _restated(pair, claim, own, back, implied)
    return None


def _restated(
    pair: Pair, claim: Claim, own: Citation, back: Citation, implied: Implied
) -> Judgement | None:
    article = pair.article_a if claim is pair.a else pair.article_b
    cited = cite(claim, article)
    if not _are_apart(cited.value, back.value):
        return None
    assert cited.value is not None
    assert back.value is not None
    judgement = relate(
        cited.value, back.value, words_a=quoted(claim)[1:-1], words_b=steps.quoted(back)[1:-1],
        cited_a=cited, cited_b=back,
    )  # fmt: skip
    if judgement.derivation is None or judgement.verdict != "conflict":
        return None
    told = f"{source(implied.article)} gives {steps.quoted(own)} as {steps.quoted(back)}"
    last = steps.beside(judgement.derivation, "in brief", told, (implied.step,))
    text = f"{told}; {judgement.explanation}"
    return Judgement(judgement.verdict, judgement.reason, text, last)


def _are_apart(a: Value | None, b: Value | None) -> bool:
    """Whether two printed sums differ by more than a converter rounds away."""
    if a is None or b is None or not a.nominal or not b.nominal:
        return False
    return abs(a.nominal - b.nominal) > _NEAR * max(abs(a.nominal), abs(b.nominal))


# --- the odd one out ------------------------------------------------------------------------------


def _with_odd_one(pair: Pair, judgement: Judgement) -> Judgement:
    """A conflict, with the article whose rate is not of the day while the other's is."""
    if judgement.verdict != "conflict" or judgement.derivation is None:
        return judgement
    a, b = _of_claim(pair.a, pair.article_a), _of_claim(pair.b, pair.article_b)
    if a is None or b is None or _units(a) != _units(b):
        return judgement
    fits = [_is_within(each, _NEAR) for each in (a, b)]
    if fits[0] == fits[1]:
        return judgement
    odd, even = (b, a) if fits[0] else (a, b)
    told = f"{odd.step.words}, off the rates of the day: {source(odd.article)} is the odd one out"
    last = steps.beside(judgement.derivation, "in brief", told, (even.step, odd.step))
    text = judgement.explanation.rstrip(".")
    return evolve(judgement, explanation=f"{text}; {told}.", derivation=last)


def _of_claim(claim: Claim, article: Article) -> Implied | None:
    """The rate of the very sum that a claim states."""
    for implied in _implied(article):
        if claim.focus.start in (implied.one.start, implied.other.start):
            return implied
    return None
