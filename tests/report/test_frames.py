"""The tables of a report, and what reads them."""

from __future__ import annotations

import datetime
import gc
import subprocess
import sys

import pytest
from attrs import evolve

from reconcile.model import Check, Citation, Origin
from reconcile.report import Report
from reconcile.report.frames import Frame
from reconcile.report.frames.arrow import _kept
from reconcile.report.frames.frame import Column

NAMES = (
    "articles", "checks", "claims", "comparisons", "facts", "origins", "unchecked", "unmatched",
)  # fmt: skip

EVERY_TYPE = Frame(
    "everything",
    (
        Column("text", "text", ("a", None, "é\U0001f600", "")),
        Column("integer", "integer", (1, None, -(2**60), 0)),
        Column("number", "number", (0.5, None, -1e300, 0.0)),
        Column("truth", "truth", (True, None, False, True)),
        Column(
            "moment",
            "moment",
            (datetime.datetime(2025, 6, 11, 9, tzinfo=datetime.UTC), None, None, None),
        ),
        Column("local", "local", (datetime.datetime(1066, 10, 14), None, None, None)),
    ),
)


@pytest.fixture
def report(report: Report) -> Report:
    """The report of these tests with a check, a joint finding and an origin."""
    first, second = (Citation(each.id, 0, 10, each.text[:10]) for each in report.articles)
    check = Check("c1", "sum", "count", "a sum", (first, first), "It does not add up.")
    joint = evolve(check, id="j1", citations=(first, second))
    origin = Origin("o1", ("wire", "ledger"), "Harbour Agency", "both credit it")
    return evolve(report, checked=(check,), checked_jointly=(joint,), origins=(origin,))


def frame(report: Report, name: str) -> Frame:
    made: Frame = getattr(report, f"{name}_table")()
    return made


@pytest.mark.parametrize("name", NAMES)
def test_rows_are_dicts(report: Report, name: str) -> None:
    table = frame(report, name)
    records = table.to_records()
    assert len(records) == len(table) > 0
    assert list(records[0]) == [column.name for column in table.columns]


def test_rows_say_what_the_report_says(report: Report) -> None:
    (conflict,) = [
        row for row in frame(report, "facts").to_records() if row["verdict"] == "conflict"
    ]
    assert conflict["title"] == "length of the closure"
    assert conflict["sources"] == 2
    (possible,) = [row for row in frame(report, "facts").to_records() if not row["certain"]]
    assert possible["verdict"] is None
    compared = frame(report, "comparisons").to_records()[0]
    assert (compared["a_text"], compared["b_text"]) == ("14 weeks", "nine weeks")
    claims = {row["text"]: row for row in frame(report, "claims").to_records()}
    assert claims["$73 million"]["low"] == 72_500_000.0
    assert claims["Thursday"]["earliest"] == datetime.datetime(2025, 6, 12)
    assert claims["Thursday"]["low"] is None
    assert claims["nine weeks"]["fact"] == "f2"
    checks = frame(report, "checks").to_records()
    assert [(row["check"], row["joint"], row["article"]) for row in checks] == [
        ("c1", False, "wire"), ("c1", False, "wire"), ("j1", True, "wire"), ("j1", True, "ledger"),
    ]  # fmt: skip
    article = frame(report, "articles").to_records()[0]
    assert article["published"] == datetime.datetime(2025, 6, 11, 0, 12, tzinfo=datetime.UTC)


@pytest.mark.parametrize("name", NAMES)
def test_arrow_takes_a_table_as_it_is(report: Report, name: str) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    for given in (report, Report(articles=())):
        table = pyarrow.table(frame(given, name))
        table.validate(full=True)
        assert table.to_pylist() == frame(given, name).to_records()


def test_every_type_comes_through() -> None:
    pyarrow = pytest.importorskip("pyarrow")
    table = pyarrow.table(EVERY_TYPE)
    table.validate(full=True)
    assert table.to_pylist() == EVERY_TYPE.to_records()
    assert table.schema.field("moment").type == pyarrow.timestamp("us", "UTC")


def test_polars_takes_a_table(report: Report) -> None:
    polars = pytest.importorskip("polars")
    assert EVERY_TYPE.to_polars().to_dicts()[2]["integer"] == -(2**60)
    assert polars.DataFrame(frame(report, "facts")).height == len(report.aligned)


def test_pandas_takes_a_table(report: Report) -> None:
    pytest.importorskip("pandas")
    data = EVERY_TYPE.to_pandas()
    assert data["integer"][2] == -(2**60)
    assert data["local"][0] == datetime.datetime(1066, 10, 14)
    assert data["truth"].isna().tolist() == [False, True, False, False]
    assert len(frame(report, "claims").to_pandas()) == len(report.claims)


def test_nothing_is_kept_that_nobody_holds(report: Report) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    gc.collect()
    before = len(_kept().things)
    capsule = frame(report, "facts").__arrow_c_stream__()
    table = pyarrow.table(frame(report, "claims"))
    column = table.column("text")
    assert len(_kept().things) > before
    del capsule, table
    gc.collect()
    assert column[0].as_py() == "$73 million"
    del column
    gc.collect()
    assert len(_kept().things) == before


def test_what_is_still_held_at_the_end_does_no_harm() -> None:
    pytest.importorskip("pyarrow")
    code = (
        "import pyarrow, sys; from reconcile.report import Report;"
        "from reconcile.report.frames.frame import Column, Frame;"
        "frame = Frame('x', (Column('a', 'text', ('b', None)),));"
        "sys.kept = [pyarrow.table(frame), frame.__arrow_c_stream__(),"
        " pyarrow.RecordBatchReader.from_stream(frame)]"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_table_shows_itself(report: Report) -> None:
    table = frame(report, "facts")
    assert repr(table) == "<Frame of facts: 5 rows, 9 columns>"
    assert "length of the closure" in table._repr_html_()
