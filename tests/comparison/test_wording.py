"""The safest wording: what every source implies, and nothing tighter."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile import read_value
from reconcile.comparison.daywords import day_words
from reconcile.comparison.vocabulary import rules
from reconcile.comparison.wording import own_words, starts_with_figure
from reconcile.errors import ValueNotRead
from reconcile.values import sets
from tests.comparison.made import NOON, fact_of, make


@pytest.mark.parametrize(
    ("texts", "wording"),
    [
        (("$73 billion", "$72.9 billion"), "about $73 billion"),
        (("$73 billion", "$73bn"), "$73bn"),
        (("at least 31 people", "34 people"), "at least 31 people"),
        (("at least 31 people", "31 people"), "at least 31 people"),
        (("more than 40 people", "47 people", "over 45 people"), "more than 40 people"),
        (("17 days", "17 days"), "17 days"),
        (("227 days", "more than seven months"), "more than seven months"),
        (("11 metres", "36 feet"), "about 11 metres"),
        (("12 June 2025", "Thursday, June 12, 2025"), "on Thursday 12 June 2025"),
        (("12 June 2025", "June 2025"), "in June 2025"),
        (("3.4 percent", "3.4%"), "3.4%"),
        (("until June 30, 2030", "until 30 June 2030"), "until Sunday 30 June 2030"),
        (("28 people", "31 people"), "between 28 and 31 people; the sources differ"),
        (("3 June 2025", "5 June 2025"), "between 3 and 5 June 2025; the sources differ"),
        (("aged 29", "aged 36"), None),
        (("4 people", "90 people"), None),
        (("$305 million", "$305 billion"), None),
        (("€12m", "$14 million"), None),
        (("up to 50 people", "at least 40 people"), None),
    ],
    ids=lambda value: "_against_".join(value).replace(" ", "_") if isinstance(value, tuple) else "",
)
def test_wordings(texts, wording):
    assert fact_of(*texts).wording == wording


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        ("2025-06-12", "2025-06-14", "between 12 and 14 June 2025"),
        ("2025-05-28", "2025-06-03", "between 28 May and 3 June 2025"),
        ("2024-12-30", "2025-01-02", "between 30 December 2024 and 2 January 2025"),
        ("2025-06-01", "2025-06-30", "in June 2025"),
        ("2025-01-01", "2025-12-31", "in 2025"),
        ("2019-01-01", "2023-12-31", "between 2019 and 2023"),
    ],
)
def test_day_words(low, high, words):
    span = read_value(f"from {low} to {high}").interval
    assert day_words(span) == words
    assert sets.contains(read_value(words).interval, span)


def test_a_figure_that_holds_all_others_is_no_range_to_itself():
    fact = fact_of("2 days", "just over 2 days")
    assert fact.wording is None or "between" not in fact.wording


HEDGES = ("", "about ", "more than ", "at least ", "up to ", "less than ", "nearly ", "just over ")
FIGURES = st.tuples(st.sampled_from(HEDGES), st.integers(2, 999), st.sampled_from(
    (" people", " percent", " kilometres", " million dollars", " days")))  # fmt: skip


@settings(max_examples=80)
@given(st.lists(FIGURES, min_size=2, max_size=3))
def test_every_source_implies_the_wording(figures):
    unit = figures[0][2]
    texts = [f"{hedge}{number}{unit}" for hedge, number, _ in figures]
    fact = fact_of(*texts)
    if fact.wording is None:
        return
    words = fact.wording.split(";")[0]
    try:
        said = read_value(words, published=NOON)
    except ValueNotRead:
        pytest.fail(f"{words!r} for {texts} does not read back")
    for claim in fact.claims:
        assert sets.contains(said.interval, claim.focus.value.interval), (texts, words)


@settings(max_examples=80)
@given(st.lists(FIGURES, min_size=2, max_size=3))
def test_the_order_of_sources_does_not_matter(figures):
    unit = figures[0][2]
    texts = [f"{hedge}{number}{unit}" for hedge, number, _ in figures]
    one, other = fact_of(*texts).wording, fact_of(*texts[::-1]).wording
    assert (one is None) == (other is None)


def test_of_a_running_figure_the_latest_report_speaks():
    from attrs import evolve

    from reconcile.comparison import compare, conclude
    from reconcile.model import Comparison, Fact

    early, late = make("The toll is 23 dead."), make("The toll is 34 dead.", hours=9, name="b")
    judgement = compare(early[0], late[0], early[1], late[1])
    assert judgement.verdict == "updated"
    fact = Fact("f1", "count", "toll", (early[0], late[0]), (Comparison(0, 1, judgement),))
    (told,) = conclude([evolve(fact)], (), {"a": early[1], "b": late[1]})
    assert told.wording == "34 dead, by the latest report"


@pytest.mark.parametrize(("text", "words"), rules("wording")["pointing"]["reads"])
def test_words_that_point_are_left_out(text, words):
    assert own_words(make(text)[0]) in (words, words.lower())


@pytest.mark.parametrize("text", rules("wording")["opening"]["reads"])
def test_about_goes_in_front_of_a_figure(text):
    assert starts_with_figure(text)


@pytest.mark.parametrize("text", rules("wording")["opening"]["ignores"])
def test_about_goes_not_in_front_of_a_hedge(text):
    assert not starts_with_figure(text)
