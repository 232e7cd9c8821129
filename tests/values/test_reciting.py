"""Judgements on readings that stand in many places: worked out once, told of the right quotes."""

import datetime
from decimal import Decimal

import pytest
from attrs import evolve

from reconcile.model import Citation
from reconcile.values import read_value
from reconcile.values.relation import is_timeless, relate

NOON = datetime.datetime(2025, 6, 11, 12, 0, tzinfo=datetime.UTC)
PAIRS = (
    ("14 people", "more than 14 people"),
    ("$73 billion", "$74 billion"),
    ("5 km", "3 miles"),
    ("9 June", "June 10, 2025"),
    ("since 2014", "11 years"),
    ("six months to September", "half a year"),
    ("100 trillion won", "$72.9 billion"),
    ("58", "58 percent"),
)


def cited(words, article, start=0):
    value = read_value(words, NOON)
    return Citation(article, start, start + len(words), words, value)


def judged(a, b, *, published_a=NOON, published_b=NOON):
    return relate(
        a.value, b.value, published_a=published_a, published_b=published_b,
        words_a=a.text, words_b=b.text, cited_a=a, cited_b=b,
    )  # fmt: skip


@pytest.mark.parametrize(("a", "b"), PAIRS, ids=[f"{a} / {b}" for a, b in PAIRS])
def test_the_steps_cite_the_quotes_that_are_compared(a, b):
    first = judged(cited(a, "a"), cited(b, "b"))
    second = judged(cited(a, "c", 7), cited(b, "d", 9))
    for judgement, places in ((first, {("a", 0), ("b", 0)}), (second, {("c", 7), ("d", 9)})):
        premises = [each for step in judgement.derivation.every for each in step.premises]
        assert {(each.article, each.start) for each in premises} == places
    assert evolve(first, derivation=None) == evolve(second, derivation=None)
    assert first.steps == second.steps


@pytest.mark.parametrize(("a", "b"), PAIRS, ids=[f"{a} / {b}" for a, b in PAIRS])
def test_what_stands_nowhere_is_judged_alike(a, b):
    one, other = cited(a, "a"), cited(b, "b")
    bare = relate(one.value, other.value, published_a=NOON, published_b=NOON,
                  words_a=a, words_b=b)  # fmt: skip
    quoted = judged(one, other)
    assert evolve(bare, derivation=None) == evolve(quoted, derivation=None)
    assert bare.steps == quoted.steps


@pytest.mark.parametrize(
    ("a", "b"), [("14 people", "15 people"), ("$73 billion", "$74 billion"), ("5 km", "3 miles")]
)
def test_when_figures_of_one_line_were_printed_has_no_say(a, b):
    earlier, year_before = datetime.timedelta(hours=7), datetime.timedelta(days=365)
    quotes = cited(a, "a"), cited(b, "b")
    found = {judged(*quotes, published_a=NOON - each) for each in (earlier, year_before)}
    assert len(found) == 1


def test_sums_in_two_currencies_are_of_their_day():
    quotes = cited("100 trillion won", "a"), cited("$72.9 billion", "b")
    long_ago = datetime.datetime(2015, 6, 11, tzinfo=datetime.UTC)
    now, then = judged(*quotes), judged(*quotes, published_a=long_ago, published_b=long_ago)
    assert now.derivation != then.derivation


def test_a_reading_that_is_never_a_time_is_timeless():
    assert is_timeless(read_value("14 people"))
    assert not is_timeless(read_value("Tuesday", NOON))


def test_the_reading_of_a_quote_is_its_own():
    quote = cited("14 people", "a")
    same = evolve(quote, article="b", value=evolve(quote.value, nominal=Decimal("14.0")))
    leaf = judged(quote, same).derivation.of[1]
    assert str(leaf.premises[0].value.nominal) == "14.0"
