"""Rates of the days around, pegs and bands; what is missing is said."""

import datetime
from decimal import Decimal

import pytest

from reconcile.values import sets
from reconcile.values.rates import rate

JUNE_2025 = datetime.date(2025, 6, 11)


@pytest.mark.parametrize(
    ("source", "target", "inside", "outside"),
    [
        pytest.param("USD", "KRW", "1372", "1500", id="two quoted currencies"),
        pytest.param("EUR", "USD", "1.15", "1.30", id="from the euro"),
        pytest.param("USD", "EUR", "0.87", "0.80", id="to the euro"),
        pytest.param("BGN", "EUR", "0.5113", "0.52", id="a peg to the euro"),
        pytest.param("QAR", "USD", "0.2747", "0.30", id="a peg to the dollar"),
        pytest.param("USD", "VND", "26000", "32000", id="a band"),
    ],
)
def test_the_rate_of_the_day_is_a_set(source, target, inside, outside):
    found = rate(source, target, JUNE_2025)
    assert found is not None
    assert sets.contains_number(found.interval, Decimal(inside))
    assert not sets.contains_number(found.interval, Decimal(outside))


def test_a_weekend_has_the_rates_of_the_days_around():
    found = rate("USD", "EUR", datetime.date(2025, 6, 8))
    assert found is not None
    assert found.quoted


def test_a_band_says_that_it_is_one():
    found = rate("USD", "VND", JUNE_2025)
    assert found is not None
    assert not found.quoted
    assert "no daily VND rate" in found.words


def test_a_peg_says_what_it_is():
    found = rate("BAM", "EUR", JUNE_2025)
    assert found is not None
    assert "1.95583" in found.words


def test_a_day_after_the_last_quote_says_which_days_stand_in():
    found = rate("USD", "EUR", datetime.date(2199, 1, 1))
    assert found is not None
    assert not found.quoted
    assert "stand in" in found.words


def test_an_unknown_day_says_which_day_stands_in():
    found = rate("USD", "EUR", None)
    assert found is not None
    assert not found.quoted
    assert "the day is not known" in found.words


def test_a_currency_that_nobody_quotes_has_no_rate():
    assert rate("XXX", "USD", JUNE_2025) is None


def test_a_band_holds_only_for_its_years():
    assert rate("ARS", "USD", datetime.date(2012, 1, 1)) is None


def test_one_currency_is_its_own_price():
    found = rate("KRW", "KRW", JUNE_2025)
    assert found is not None
    assert found.interval.low == found.interval.high == 1


@pytest.mark.parametrize("pair", [("USD", "KRW"), ("GBP", "VND"), ("BGN", "USD")], ids="-".join)
def test_there_and_back_is_the_same_price(pair):
    there, back = rate(*pair, JUNE_2025), rate(*reversed(pair), JUNE_2025)
    assert there is not None
    assert back is not None
    assert there.interval.low is not None
    assert back.interval.high is not None
    assert abs(there.interval.low * back.interval.high - 1) < Decimal("1e-6")
