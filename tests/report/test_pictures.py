"""Pictures: SVG that parses, says in words what it shows, and shows every reading."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from reconcile.model import Interval
from reconcile.report import Report
from reconcile.report.pictures import Group, Lane, RangePlot, Timeline
from reconcile.report.pictures.axis import axis_over
from reconcile.report.pictures.lanes import lane_of

SVG = "{http://www.w3.org/2000/svg}"


def parsed(svg: str) -> ET.Element:
    root = ET.fromstring(svg)
    assert root.tag == f"{SVG}svg"
    assert root.get("role") == "img"
    assert root.get("aria-label")
    assert root.find(f"{SVG}title") is not None
    assert root.find(f"{SVG}desc") is not None
    return root


def texts(svg: str) -> str:
    return " ".join(each.text or "" for each in parsed(svg).iter(f"{SVG}text"))


def test_a_plot_shows_each_reading(report: Report) -> None:
    plot = report.conflicts[0].plot()
    assert plot is not None
    assert "14 weeks" in texts(plot.to_svg())
    assert "A: “14 weeks” is exactly 98 days" in plot.told
    assert plot._repr_svg_() == plot.to_svg()
    assert repr(plot).startswith("<RangePlot of ")


def test_no_plot_where_nothing_differs(report: Report) -> None:
    assert report.agreements[0].plot() is None


def test_quantities_are_brought_to_one_unit(report: Report) -> None:
    def quantity(low: int, unit: str) -> object:
        interval = Interval(Decimal(low), Decimal(low), True, True)
        return evolve(
            report.claims[0].focus.value,
            kind="quantity", unit=unit, interval=interval, named=interval, nominal=Decimal(low),
        )  # fmt: skip

    fact = report.aligned[0]
    claims = tuple(
        evolve(claim, focus=evolve(claim.focus, kind="quantity", value=value))
        for claim, value in zip(
            fact.claims, (quantity(1, "kilometer"), quantity(2000, "meter")), strict=True
        )
    )
    report = evolve(report, aligned=(evolve(fact, kind="quantity", claims=claims),))
    plot = report.differences[0].plot()
    assert plot is not None
    assert [lane.low for lane in plot.lanes] == [1.0, 2.0]
    assert plot.unit == "km"


def test_another_currency_is_told_and_not_drawn(report: Report) -> None:
    fact = report.aligned[0]
    third = evolve(fact.claims[0], focus=evolve(fact.claims[0].focus, start=9, end=10))
    other = evolve(third.focus.value, unit="GBP")
    third = evolve(third, focus=evolve(third.focus, value=other))
    report = evolve(report, aligned=(evolve(fact, claims=(*fact.claims, third)),))
    plot = report.differences[0].plot()
    assert plot is not None
    assert plot.left_out == "1 more is in another unit and not drawn"
    assert plot.left_out in plot.told


def test_of_several_readings_the_one_on_the_axis_is_drawn(report: Report) -> None:
    fact = report.aligned[0]
    value = fact.claims[1].focus.value
    assert value is not None
    other = evolve(value, unit="GBP", alternatives=(value,))
    second = evolve(fact.claims[1], focus=evolve(fact.claims[1].focus, value=other))
    report = evolve(report, aligned=(evolve(fact, claims=(fact.claims[0], second)),))
    plot = report.differences[0].plot()
    assert plot is not None
    assert plot.left_out == ""
    assert plot.lanes[1].low == 72_850_000


def test_the_timeline_shows_who_gives_which_day(report: Report) -> None:
    timeline = report.timeline()
    assert "day of the closure: A B 12 June 2025" in timeline.told
    assert "day of the closure" in texts(timeline.to_svg())


def test_days_far_from_the_news_are_told_beside_the_timeline(report: Report) -> None:
    closing = next(each for each in report.aligned if each.kind == "date")
    facts = []
    for index, days in enumerate((0, 1, 2, 3, -20_000)):
        claims = []
        for claim in closing.claims:
            value = claim.focus.value
            assert value is not None
            assert value.interval.low is not None
            assert value.interval.high is not None
            shift = Decimal(days * 86_400)
            moved = evolve(
                value.interval, low=value.interval.low + shift, high=value.interval.high + shift
            )
            claims.append(
                evolve(claim, focus=evolve(claim.focus, value=evolve(value, interval=moved)))
            )
        facts.append(evolve(closing, id=f"f{index}", title=f"day {index}", claims=tuple(claims)))
    timeline = evolve(report, aligned=tuple(facts)).timeline()
    assert [group.title for group in timeline.groups] == ["day 0", "day 1", "day 2", "day 3"]
    assert len(timeline.left_out) == 1
    assert timeline.left_out[0].startswith("day 4: ")


def test_a_timeline_without_dates_says_so() -> None:
    assert "no dates" in texts(Timeline(()).to_svg())


def test_the_matrix_shows_who_says_nothing(report: Report) -> None:
    matrix = report.matrix()
    assert matrix.sources == (("A", "Harbour Wire"), ("B", "Vale Ledger"))
    assert "length of the closure: A conflict, B conflict" in matrix.told
    assert "✗" in texts(matrix.to_svg())
    third = evolve(report.articles[0], id="third", publisher="Third Post")
    matrix = evolve(report, articles=(*report.articles, third)).matrix()
    assert all(row.cells[2].is_silent for row in matrix.rows)
    assert "C says nothing" in matrix.told


def test_a_picture_is_escaped() -> None:
    lane = Lane("A", "<b>&\x00\u202e", "31", 1.0, 2.0, True, False, "conflict")
    other = evolve(lane, letters="B", low=5.0, high=None)
    svg = RangePlot("<script>", "count", "", (lane, other)).to_svg()
    root = parsed(svg)
    assert "<script>" in (root.findtext(f"{SVG}title") or "")
    assert "<b>" in texts(svg)


@pytest.mark.parametrize("paper", [True, False])
def test_only_a_picture_on_its_own_brings_its_ground(report: Report, paper: bool) -> None:
    drawn = parsed(report.matrix().to_svg(paper=paper))
    assert bool(drawn.findall(f"{SVG}rect")) == paper


ENDS = [
    ("count", [1.0, 1.0]), ("count", [0.0, 1.0]), ("count", [27.0, 33.0]),
    ("money", [7.2e10, 7.3e10]),
    ("percent", [0.034, 0.035]), ("rank", [1.0, 3.0]), ("age", [38.0, 43.0]),
    ("quantity", [-5.0, 38.5]),
    ("duration", [1.0, 2.0]), ("duration", [60.0, 86_400.0]), ("duration", [86_400.0, 1e10]),
    ("date", [0.0, 3600.0]), ("date", [0.0, 86_400.0 * 2]), ("date", [0.0, 86_400.0 * 30]),
    ("date", [0.0, 86_400.0 * 300]), ("date", [-5e10, 5e10]), ("money", [1e-9, 1e15]),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "ends"), ENDS)
def test_an_axis_has_a_few_round_marks_inside_it(kind: str, ends: list[float]) -> None:
    axis = axis_over(ends, kind, "fraction" if kind == "percent" else "")
    marks = axis.marks()
    assert 1 <= len(marks) <= 16
    assert all(axis.low <= value <= axis.high for value, _ in marks)
    assert all(words for _, words in marks)


@pytest.mark.parametrize(
    "interval",
    [Interval(None, None), Interval(Decimal("1e400"), None), Interval(Decimal("NaN"), None)],
    ids=str,
)
def test_what_cannot_be_drawn_is_left_out(interval: Interval) -> None:
    assert lane_of(interval, "A", "x", "x", "agree") is None


def test_open_ends_point_outwards() -> None:
    lane = lane_of(Interval(Decimal(3), None), "A", "at least 3", "at least 3", "agree")
    other = lane_of(Interval(None, Decimal(9)), "B", "up to 9", "at most 9", "agree")
    assert lane is not None
    assert other is not None
    svg = Timeline((Group("x", (lane, other)),)).to_svg()
    assert svg.count("<polygon") == 2


KINDS = ("money", "count", "quantity", "percent", "rank", "date", "duration", "age")
ENDS_OF_INTERVALS = st.none() | st.decimals(-(10**19), 10**19, places=3) | st.integers(-3, 3)


@given(
    kind=st.sampled_from(KINDS),
    ends=st.lists(st.tuples(ENDS_OF_INTERVALS, ENDS_OF_INTERVALS), min_size=1, max_size=5),
)
def test_whatever_was_read_can_be_drawn(
    kind: str, ends: list[tuple[Decimal | None, Decimal | None]]
) -> None:
    lanes = []
    for pair in ends:
        low, high = (None if end is None else Decimal(end) for end in pair)
        if low is not None and high is not None and low > high:
            low, high = high, low
        lane = lane_of(Interval(low, high), "A", "words", "a reading", "agree")
        lanes += [lane] if lane is not None else []
    if lanes:
        unit = "fraction" if kind == "percent" else "x"
        parsed(RangePlot("any", kind, unit, tuple(lanes)).to_svg())
