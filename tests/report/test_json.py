"""The report as JSON: its shape is the documented one, and the same report gives the same bytes."""

from __future__ import annotations

import datetime
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from reconcile.model import Interval, Stated, Value
from reconcile.report import Report
from reconcile.report.json import report_to_json_lines
from reconcile.report.values import value_to_data

SCHEMA = Path(__file__).parents[2] / "docs" / "report.schema.json"


@pytest.fixture
def data(report: Report) -> dict[str, Any]:
    return json.loads(report.to_json())


def test_the_report_follows_the_documented_schema(data: dict[str, Any]) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(data)


def test_every_span_slices_back_to_its_words(data: dict[str, Any]) -> None:
    texts = {article["id"]: article["text"] for article in data["articles"]}
    mentions = [mention for fact in data["facts"] for mention in fact["mentions"]]
    assert mentions
    for mention in mentions:
        assert texts[mention["article"]][mention["start"] : mention["end"]] == mention["text"]


def test_what_is_not_certain_is_no_fact(data: dict[str, Any]) -> None:
    assert [fact["id"] for fact in data["possible"]] == ["f5"]
    assert "f5" not in [fact["id"] for fact in data["facts"]]


def test_the_same_report_gives_the_same_bytes(report: Report) -> None:
    assert report.to_json() == report.to_json()
    assert report.to_json().endswith("}\n")


def test_lines_hold_every_comparison_and_everything_left_over(report: Report) -> None:
    lines = [json.loads(line) for line in report_to_json_lines(report)]
    assert [line["type"] for line in lines] == [
        *["comparison"] * 5,
        *["unmatched"] * 2,
        "unchecked",
    ]
    assert lines[0]["a"]["text"] == "$73 million"
    assert lines[4]["certain"] is False


def date(low: datetime.datetime, high: datetime.datetime | None, offset: int | None) -> Value:
    epoch = datetime.datetime(1970, 1, 1)
    ends = [
        None if each is None else Decimal(int((each - epoch).total_seconds()))
        for each in (low, high)
    ]
    interval = Interval(ends[0], ends[1])
    return Value("date", "date", interval, interval, offset_minutes=offset)


@pytest.mark.parametrize(
    ("value", "low", "high"),
    [
        pytest.param(
            date(datetime.datetime(2025, 6, 12), datetime.datetime(2025, 6, 13), None),
            "2025-06-12",
            "2025-06-13",
            id="a day",
        ),
        pytest.param(
            date(datetime.datetime(2025, 6, 12), None, None), "2025-06-12", None, id="since a day"
        ),
        pytest.param(
            date(
                datetime.datetime(2025, 6, 12, 21, 40), datetime.datetime(2025, 6, 12, 21, 41), 540
            ),
            "2025-06-12T21:40:00+09:00",
            "2025-06-12T21:41:00+09:00",
            id="a time with its zone",
        ),
        pytest.param(
            date(datetime.datetime(2025, 6, 12, 9), datetime.datetime(2025, 6, 12, 10), None),
            "2025-06-12T09:00:00",
            "2025-06-12T10:00:00",
            id="a time without a zone",
        ),
        pytest.param(
            date(datetime.datetime(1969, 7, 20), datetime.datetime(1969, 7, 21), None),
            "1969-07-20",
            "1969-07-21",
            id="before the epoch",
        ),
    ],
)
def test_dates_are_written_as_iso_8601(value: Value, low: str, high: str | None) -> None:
    data = value_to_data(value)
    assert (data["low"], data["high"]) == (low, high)


def test_numbers_are_plain_digits_and_the_printed_form_is_kept() -> None:
    interval = Interval(Decimal("7.25E+10"), Decimal("73500000000.0"))
    stated = Stated(Decimal("73.0"), "USD")
    value = Value("money", "USD", interval, interval, Decimal("7.3E+10"), "about", stated)
    data = value_to_data(value)
    assert (data["low"], data["high"]) == ("72500000000", "73500000000")
    assert data["nominal"] == "73000000000"
    assert data["stated"] == {"number": "73.0", "unit": "USD"}
    assert data["hedge"] == "about"
