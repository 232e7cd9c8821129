"""Forms that newsrooms write, each with the reading that it must have."""

from __future__ import annotations

import itertools
from decimal import Decimal

import pytest

from reconcile.errors import ValueNotRead
from reconcile.values import read_value, read_values

FORMS = [
    # money
    ("A $1.5-billion deal", "money", "USD", "1450000000", "1550000000"),
    ("The jury awarded $50K.", "money", "USD", "49500", "50500"),
    ("between $3 million and $5 million", "money", "USD", "2500000", "5500000"),
    ("$3-5 million", "money", "USD", "2500000", "5500000"),
    ("Shares fell 3.4% to 1,204p.", "money", "GBP", "12.035", "12.045"),
    ("12 million pesos in Manila", "money", "PHP", "11500000", "12500000"),
    ("Rs 6 crore 20 lakh", "money", "INR", "61950000", "62050000"),
    ("billions of dollars", "money", "USD", "2000000000", "1000000000000"),
    ("30 MEUR", "money", "EUR", "29500000", "30500000"),
    ("The temperature in River Bend hit 101 degrees.", "quantity", "degree", "100.5", "101.5"),
    # counts
    ("Dam bursts: 61,000 flee", "count", "flee", "60500", "61500"),
    ("Some 40,000 to 50,000 people marched", "count", "person", "34450", "55550"),
    ("as many as 30 people hurt", "count", "person", "0", "30"),
    ("All but two of the 14 hostages were freed", "count", "hostage", "12", "12"),
    ("more than 10 but fewer than 20 people", "count", "person", "10", "20"),
    ("three quarters of a million people", "count", "person", "700000", "800000"),
    ("The bill passed 52-48.", "count", "score", "52", "52"),
    ("MPs voted 311 to 289", "count", "score", "311", "311"),
    ("No one came", "count", "person", "0", "0"),
    # shares
    ("They hold a 35% stake", "percent", "fraction", "0.345", "0.355"),
    ("One in four adults smokes", "percent", "fraction", "0.225", "0.275"),
    ("cut by a quarter point", "percent", "percentage_point", "0.225", "0.275"),
    ("Sales more than tripled", "percent", "fraction", "3", None),
    ("Exit polls gave her 51 to 53 percent.", "percent", "fraction", "0.505", "0.535"),
    # quantities
    ("a 6.1-magnitude quake", "quantity", "magnitude", "6.05", "6.15"),
    ("The vessel, 208m long, ran aground", "quantity", "meter", "207.5", "208.5"),
    ("2.4 million b/d of crude", "quantity", "oil_barrel/day", "2350000", "2450000"),
    ("It moves at 20 metres a second", "quantity", "meter/second", "19.5", "20.5"),
    # ranks and ages
    ("He drew a second yellow card", "rank", "place", "2", "2"),
    ("in the top 10 in Asia", "rank", "place", "1", "10"),
    ("Christine Ray, 54, of Leeds", "age", "year", "54", "55"),
    ("The Pope, 68 years, arrived", "age", "year", "68", "69"),
    ("18- to 24-year-olds voted", "age", "year", "18", "25"),
]


@pytest.mark.parametrize(("text", "kind", "unit", "low", "high"), FORMS, ids=[f[0] for f in FORMS])
def test_form(text: str, kind: str, unit: str, low: str, high: str | None) -> None:
    values = [mention.value for mention in read_values(text)]
    wanted = (kind, unit, Decimal(low), None if high is None else Decimal(high))
    found = [(v.kind, v.unit, v.interval.low, v.interval.high) for v in values if v is not None]
    assert wanted in found


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("In Sydney the fine is A$500. Costs were $2 million.", "AUD"),
        ("AUCKLAND, New Zealand: houses in Auckland cost $780,000.", "NZD"),
        ("The firm paid $5 million.", "USD"),
    ],
)
def test_a_shared_sign_is_settled_by_its_text(text: str, wanted: str) -> None:
    last = read_values(text)[-1].value
    assert last is not None
    assert last.unit == wanted


def test_a_shared_sign_is_settled_by_its_place() -> None:
    assert read_value("$5 million", place="Toronto").unit == "CAD"


def test_a_name_that_nothing_settles_stays_open() -> None:
    value = read_value("1.5 billion pesos")
    assert value.unresolved
    assert {other.unit for other in value.alternatives} >= {"PHP", "ARS", "CLP"}


def test_a_restatement_shares_the_hedge() -> None:
    first, second = read_values("It burned about 24 miles (38 kilometers) of road.")
    assert second.restates == first.span
    assert second.value is not None
    assert second.value.hedge == "about"


def test_a_bare_figure_takes_the_unit_of_the_value_before_it() -> None:
    last = read_values("Inflation rose to 3.4 percent from 3.2 in May.")[1]
    assert (last.kind, last.value.unit if last.value else "") == ("percent", "fraction")


def test_mentions_are_in_order_and_do_not_overlap() -> None:
    text = "About 40 people, aged 5 to 80, paid $3-5 million (2.8 to 4.6 million euros) in 2024."
    mentions = read_values(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(mentions))
    assert all(text[m.start : m.end] == m.text for m in mentions)


def test_a_text_without_a_value_is_an_error() -> None:
    with pytest.raises(ValueNotRead):
        read_value("nothing at all to read here")
