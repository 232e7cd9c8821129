"""Verdicts from the sets alone: rounding, units, currencies, zones, and the relation's laws."""

import datetime
from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from reconcile.model import Interval, Stated, Value
from reconcile.values import read_value, read_values
from reconcile.values.relation import relate

SEOUL = datetime.timezone(datetime.timedelta(hours=9))
PUBLISHED = datetime.datetime(2025, 6, 11, 15, 0, tzinfo=SEOUL)


def judge(a, b):
    return relate(
        read_value(a, PUBLISHED),
        read_value(b, PUBLISHED),
        published_a=PUBLISHED,
        published_b=PUBLISHED,
        words_a=a,
        words_b=b,
    )


def test_a_day_on_which_something_is_due_is_a_deadline():
    readings = [read_value(words, PUBLISHED) for words in ("June 26", "by June 27")]
    assert relate(*readings).verdict == "compatible"
    assert relate(*readings, due_a=True).verdict == "conflict"


@pytest.mark.parametrize(
    ("a", "b", "verdict", "reason"),
    [
        ("$73 billion", "$72.9 billion", "compatible", "rounding"),
        ("$73 billion", "$74 billion", "conflict", "disjoint"),
        ("100 trillion won", "100 trillion won", "agree", "same words"),
        ("1.9 lakh people", "190,000 people", "agree", "same value"),
        ("about 300 people", "some 300 people", "agree", "same value"),
        ("300 people", "about 300 people", "compatible", "rounding"),
        ("14 people", "more than 14 people", "compatible", "bound holds"),
        ("at least 29 people", "31 people", "compatible", "bound holds"),
        ("at least 29 people", "27 people", "conflict", "disjoint"),
        ("up to 15,000 people", "12,000 people", "compatible", "bound holds"),
        ("5 km", "5,000 m", "agree", "unit or currency"),
        ("110 km/h", "68 mph", "compatible", "unit or currency"),
        ("97 km", "97 miles", "conflict", "disjoint"),
        ("38.5 degrees Celsius", "101 degrees Fahrenheit", "compatible", "unit or currency"),
        ("100 trillion won", "$72.9 billion", "compatible", "unit or currency"),
        ("80 million yen", "80 million pesos", "conflict", "disjoint"),
        ("0.5 percent", "0.5 percentage points", "conflict", "disjoint"),
        ("25 basis points", "0.25 percentage points", "agree", "same value"),
        ("one in five", "20 percent", "agree", "same value"),
        ("just over two weeks", "less than three weeks", "compatible", "overlap"),
        ("90 minutes", "an hour and a half", "agree", "same value"),
        ("three years", "36 months", "agree", "same value"),
        ("June 12", "Thursday", "agree", "same value"),
        ("June 12", "June 2025", "compatible", "more specific"),
        ("June 12", "June 13", "conflict", "disjoint"),
        ("since 2014", "since 2013", "conflict", "disjoint"),
        ("between $2.60 and $2.75", "$2.45 to $2.65", "conflict", "disjoint"),
        ("between $2.60 and $2.75", "$2.60 to $2.80", "compatible", "more specific"),
        ("nobody", "six workers", "conflict", "disjoint"),
        ("by June 30", "by July 31", "conflict", "disjoint"),
        ("by the end of the third quarter", "by October 31", "conflict", "disjoint"),
        ("until June 22", "through June 29", "conflict", "disjoint"),
        ("until June 24", "through June 23", "compatible", "more specific"),
        ("by June 27", "by the end of the month", "compatible", "more specific"),
        ("by June 30", "June 26", "compatible", "more specific"),
        ("not before June 20", "no earlier than June 27", "conflict", "disjoint"),
        ("3 p.m. GMT", "midnight KST", "agree", "same value"),
        ("14,300 families", "14,300 people", "conflict", "disjoint"),
    ],
    ids=lambda value: str(value).replace(" ", "_"),
)
def test_the_verdict_of_the_sets(a, b, verdict, reason):
    judgement = judge(a, b)
    if verdict == "agree":
        assert judgement.verdict == "agree", judgement
    else:
        assert (judgement.verdict, judgement.reason) == (verdict, reason), judgement


def test_the_explanation_quotes_both_and_is_one_sentence():
    told = judge("$73 billion", "$72.9 billion").explanation
    assert told == "“$72.9 billion” rounds to “$73 billion”."


def test_a_missing_rate_is_said():
    a = read_value("5 million francs", PUBLISHED)
    b = read_value("$9 million", PUBLISHED)
    judgement = relate(evolve(a, unit="XXX", alternatives=()), b, published_a=PUBLISHED)
    assert judgement.verdict == "compatible"
    assert "no rate is known" in judgement.explanation


def test_an_alternative_reading_that_fits_is_said():
    july = read_value("3 July 2025", PUBLISHED)
    march = read_value("7 March 2025", PUBLISHED)
    judgement = relate(evolve(march, alternatives=(july,)), july)
    assert judgement.verdict == "agree"
    assert "one of the readings" in judgement.steps[-1]


def test_an_unresolved_day_is_never_a_conflict():
    open_ended = Interval(None, None, False, False)
    why = "it needs the day of publication"
    a = Value("date", "date", open_ended, open_ended, unresolved=why)
    judgement = relate(a, read_value("June 12", PUBLISHED))
    assert judgement.verdict == "compatible"
    assert "needs the day of publication" in judgement.explanation


# --- laws -----------------------------------------------------------------------------------------

NUMBERS = st.integers(1, 400).map(Decimal)
HEDGES = st.sampled_from([None, "about", "over", "at_least", "under", "at_most"])


@st.composite
def values(draw, kinds=(("count", "person"), ("quantity", "mile"), ("quantity", "kilometer"))):
    kind, unit = draw(st.sampled_from(kinds))
    low, wide = draw(NUMBERS), draw(NUMBERS)
    nominal = low + wide / 2
    interval = Interval(
        None if draw(st.booleans()) and draw(st.booleans()) else low,
        None if draw(st.booleans()) and draw(st.booleans()) else low + wide,
        draw(st.booleans()),
        draw(st.booleans()),
    )
    return Value(kind, unit, interval, Interval(low, low + wide), nominal, draw(HEDGES),
                 Stated(nominal, unit))  # fmt: skip


@given(values(), values())
def test_the_relation_is_symmetric(a, b):
    """ "Comparison is symmetric"."""
    there, back = relate(a, b), relate(b, a)
    assert (there.verdict, there.reason) == (back.verdict, back.reason)


@given(values(), values(), NUMBERS, NUMBERS)
def test_widening_a_set_never_makes_a_conflict(a, b, down, up):
    """ "Widening a set never makes a conflict"."""
    if relate(a, b).verdict == "conflict":
        return
    low = None if a.interval.low is None else a.interval.low - down
    high = None if a.interval.high is None else a.interval.high + up
    wider = evolve(a, interval=Interval(low, high, True, True))
    assert relate(wider, b).verdict != "conflict"


@given(values())
def test_a_value_agrees_with_itself(a):
    assert relate(a, a).verdict == "agree"


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("They won 2-1.", "They won 2-1.", "agree"),
        ("They won 2-1.", "It lost 1-2.", "agree"),
        ("They won 2-1.", "They won 2-0.", "conflict"),
        ("It passed by 31 votes to 26.", "It passed 31-26.", "agree"),
        ("It passed by 31 votes to 26.", "It passed 31-24.", "conflict"),
        ("It passed by 31 votes to 26.", "They lost 26 to 31.", "agree"),
        ("MPs voted 52 to 48.", "The bill passed 52-48.", "agree"),
        ("MPs voted 52 to 48.", "48 were against.", "agree"),
        ("MPs voted 52 to 48.", "The vote was unanimous.", "conflict"),
        ("The board voted 9-0.", "The board agreed unanimously.", "agree"),
        ("MPs voted 52 to 48.", "a margin of four", "agree"),
        ("About a fifth of the 1,900 ships left.", "380 ships", "compatible"),
        ("38 of the 43 cases", "88 percent", "compatible"),
        ("It grew from four to 10.", "It more than doubled.", "compatible"),
        ("It fell to $782,000 from $787,000.", "It fell 0.6%.", "compatible"),
        ("the fifth straight day", "five days", "agree"),
        ("her second visit", "two visits", "agree"),
    ],
)  # fmt: skip
def test_the_verdict_on_readings_that_follow(a, b, verdict):
    one, other = read_values(a, PUBLISHED)[0], read_values(b, PUBLISHED)[-1]
    if a.startswith(("It grew",)):
        one = read_values(a, PUBLISHED)[-1]
    assert relate(one.value, other.value, published_a=PUBLISHED).verdict == verdict
    assert relate(other.value, one.value, published_b=PUBLISHED).verdict == verdict


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("£100,000 a week", "£5.2 million a year", "compatible"),
        ("£100,000 a week", "£6.2 million a year", "conflict"),
        ("$3 per kilometre", "$4.8 a mile", "compatible"),
        ("$3 per kilometre", "$3 a mile", "conflict"),
        ("$10 an hour", "$10 per hour", "agree"),
        ("$10 a share", "$10 for each share", "agree"),
        ("$10 an hour", "$10", "agree"),
    ],
)
def test_the_verdict_on_what_is_paid_for(a, b, verdict):
    assert judge(a, b).verdict == verdict
    assert judge(b, a).verdict == verdict


@pytest.mark.parametrize(
    ("day", "verdict"),
    [("9 June", "agree"), ("16 June", "agree"), ("2 June", "conflict"), ("23 June", "conflict")],
)
def test_a_weekday_is_none_of_more_than_a_week_away(day, verdict):
    assert judge(day, "Monday").verdict == verdict
    assert judge("Monday", day).verdict == verdict
