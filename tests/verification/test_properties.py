"""Figures made up: every verdict on them holds, and is the same whichever side comes first."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from reconcile.comparison import compare
from reconcile.verification import verify
from tests.comparison.made import make, make_pair

HEDGES = ("", "about ", "at least ", "more than ", "up to ", "nearly ", "some ", "just over ",
          "fewer than ", "exactly ")  # fmt: skip
UNITS = {
    "count": ("people", "ships", "officers"),
    "money": ("dollars", "euros", "million won", "pounds", "Australian dollars"),
    "quantity": ("miles", "kilometres", "metres", "acres", "hectares", "tonnes"),
    "percent": ("percent", "percentage points"),
    "duration": ("minutes", "days", "weeks", "months", "years"),
    "age": ("years old",),
}
DAYS = ("Monday", "late May", "12 February 2026", "February 2026", "last year", "since 2014",
        "by 3 March 2026", "the second quarter of 2026", "9.40 p.m.", "2025", "noon", "midnight",
        "3 January 2026", "9 am on 2 February 2026", "10 to 11 p.m.", "Tuesday night")  # fmt: skip


@st.composite
def figures(draw, kind):
    number = draw(st.sampled_from((1, 2, 3, 7, 12, 31, 40, 58, 72.9, 73, 100, 1400, 12_500, 0.4)))
    hedge = draw(st.sampled_from(HEDGES))
    return f"They told of {hedge}{number:,g} {draw(st.sampled_from(UNITS[kind]))}."


@st.composite
def pairs(draw):
    if draw(st.integers(0, 4)) == 0:
        days = st.sampled_from(DAYS).map("It was on {}.".format)
        return draw(days), draw(days)
    kind = draw(st.sampled_from(sorted(UNITS)))
    return draw(figures(kind)), draw(figures(kind))


def is_read(text):
    try:
        return make(text)[0].focus.value is not None
    except ValueError:
        return False


@given(pairs())
@example(("It was on Monday.", "It was on 9.40 p.m.."))
@settings(max_examples=150)
def test_a_verdict_on_any_two_figures_holds_either_way_round(texts):
    if not all(map(is_read, texts)):
        return
    pair = make_pair(*texts)
    forth = compare(pair.a, pair.b, pair.article_a, pair.article_b)
    back = compare(pair.b, pair.a, pair.article_b, pair.article_a)
    assert forth is not None
    assert back is not None
    assert (forth.verdict, forth.reason) == (back.verdict, back.reason)
    for each in (forth, back):
        found = verify(each, (pair.article_a, pair.article_b))
        assert found.holds, (texts, str(found))
