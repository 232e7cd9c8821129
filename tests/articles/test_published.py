"""Dates as pages print them."""

import datetime

import pytest

from reconcile.articles import parse_published, read_articles, read_text
from reconcile.articles.features import is_date_line
from reconcile.articles.zones import offset_minutes

BODY = (
    "A ferry with 20 people aboard sank off Lund on Tuesday night, and 14 of them were pulled "
    "from the water alive, the coast guard said."
)


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Updated 4:05 PM EDT, June 11, 2025", "2025-06-11T16:05:00-04:00"),
        ("Published 11:02 AM EDT, Wed June 11, 2025", "2025-06-11T11:02:00-04:00"),
        ("June 11, 20253:12 PM UTC Updated 2 hours ago", "2025-06-11T15:12:00+00:00"),
        ("Wed 11 Jun 2025 15.12 BST Last modified on Thu 12 Jun 2025 17.40 BST", "2025-06-11T15:12:00+01:00"),  # noqa: E501
        ("Published On 11 Jun 2025", "2025-06-11T00:00:00+00:00"),
        ("By Reuters | June 11, 2025 3:12 p.m. ET", "2025-06-11T15:12:00-04:00"),
        ("2025.06.11 15:12 KST", "2025-06-11T15:12:00+09:00"),
        ("Updated - June 11, 2025 03:12 pm IST - NEW DELHI", "2025-06-11T15:12:00+05:30"),
        ("11/06/2025 - 15:12", "2025-06-11T15:12:00+00:00"),
        ("06/11/2025 03:12 PM EDT", "2025-06-11T15:12:00-04:00"),
        ("Date: 13-06-2025", "2025-06-13T00:00:00+00:00"),
        ("Jun 11, 2025 / 03:12 PM EDT / CBX News", "2025-06-11T15:12:00-04:00"),
        ("Reuters June 11, 2025, 3:12 PM GMT+1", "2025-06-11T15:12:00+01:00"),
        ("Updated 11 June 2025, 18:00 | Published 11 June 2025, 12:00", "2025-06-11T12:00:00+00:00"),  # noqa: E501
    ],
)  # fmt: skip
def test_line_above_a_story(line, published):
    article = read_text(f"Ferry sinks off Lund; 14 are rescued\n{line}\n{BODY}")
    assert article.published == datetime.datetime.fromisoformat(published)
    assert article.published_from == "text"


@pytest.mark.parametrize(
    "line",
    [
        "The ferry sank on 11 June 2025 with 40 people aboard",
        "Storm of June 11, 2025 was the worst in a century, survey says",
        "In May 2025 2,000 ships passed the canal.",
        "He was born on 3 May 1998 in Lund.",
    ],
)
def test_line_that_speaks_of_a_date_is_no_date_line(line):
    assert not is_date_line(line)


def test_rows_of_a_timeline_are_no_date_lines():
    rows = "24 Sep | Cards frozen\n29 Sep | Disclosure\n2 Oct | Inquiry"
    article = read_text(f"What the operator lost\nTimeline\n{rows}\n{BODY}")
    told = {article.text[each.start : each.end]: each.role for each in article.segments}
    assert {told[row] for row in rows.split("\n")}.isdisjoint({"posted", "byline", "furniture"})


def test_dates_of_the_story_are_not_its_publication_time():
    article = read_text(
        f"Ferry sinks off Lund; 14 are rescued\n{BODY}\nIt was built on 3 May 1998."
    )
    assert article.published is None
    assert article.published_from == "unknown"


def test_zone_is_named_where_none_is_printed():
    article = read_text(f"Ferry sinks off Lund; 14 are rescued\nJune 11, 2025, 15:12\n{BODY}")
    assert article.published.utcoffset() == datetime.timedelta(0)
    assert any("UTC" in note for note in article.notes)


@pytest.mark.parametrize(
    ("zone", "day", "minutes"),
    [
        ("ET", "2025-03-08", -300),
        ("ET", "2025-03-09", -240),
        ("ET", "2025-11-02", -300),
        ("UK time", "2025-03-30", 60),
        ("UK time", "2025-10-26", 0),
        ("KST", "2025-06-11", 540),
        ("GMT+7", "2025-06-11", 420),
        ("+05:30", "2025-06-11", 330),
        ("XYZ", "2025-06-11", None),
    ],
)
def test_offset_of_a_zone(zone, day, minutes):
    assert offset_minutes(zone, datetime.date.fromisoformat(day)) == minutes


def test_year_is_taken_from_the_other_articles(tmp_path):
    (tmp_path / "a.txt").write_text(f"Ferry sinks off Lund\nLUND, Dec. 31 (ONA) - {BODY}\n")
    (tmp_path / "b.txt").write_text(f"Ferry sinks off Lund\n2 January 2026\n{BODY}\n")
    a, b = read_articles(tmp_path)
    assert a.published.date() == datetime.date(2025, 12, 31)
    assert any("other articles" in note for note in a.notes)
    assert b.published.date() == datetime.date(2026, 1, 2)


def test_parse_published():
    assert parse_published("2025-06-11").isoformat() == "2025-06-11T00:00:00+00:00"
    assert parse_published("Wed, 11 Jun 2025 06:12:00 GMT").hour == 6
    assert parse_published("yesterday") is None
