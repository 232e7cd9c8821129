"""When the words of a live page were written."""

import datetime

import pytest
from attrs import evolve

from reconcile.articles import read_article
from reconcile.claims import extract_claims
from reconcile.comparison import compare
from reconcile.comparison.entries import entries_of, printed

PUBLISHED = datetime.datetime(2025, 5, 7, 17, 0, tzinfo=datetime.UTC)

LIVE = """Bridge collapse: as it happened

4.40pm - We are closing this page
Thank you for reading.

2.10pm - Second victim
Police say 9 people have died.

11.05am - Search goes on
Police say 4 people have died.

7.30am - First reports
Police say 2 people have died.
"""


def _read(text, hour=17, name="live"):
    return evolve(read_article(text, published=PUBLISHED.replace(hour=hour)), id=name)


def _tolls(article):
    return [claim for claim in extract_claims([article]) if claim.kind == "count"]


def test_an_entry_dates_what_stands_in_it():
    article = _read(LIVE)
    clocks = [printed(claim, article).strftime("%H:%M") for claim in _tolls(article)]
    assert clocks == ["14:10", "11:05", "07:30"]


def test_what_stood_in_an_older_entry_was_true_then():
    """A toll of noon, after an entry of the morning on a page that was closed in the evening."""
    live, noon = _read(LIVE), _read("A headline\n\nPolice say 6 people have died.\n", 12, "noon")
    verdicts = [compare(toll, _tolls(noon)[0], live, noon).verdict for toll in _tolls(live)]
    assert verdicts == ["updated", "updated", "updated"]
    told = compare(_tolls(live)[1], _tolls(noon)[0], live, noon).explanation
    assert "“4 people” became “6 people”" in told or "4" in told


@pytest.mark.parametrize(
    ("lines", "minutes"),
    [
        (["09:00 a", "08:10 b", "07:00 c", "06:30 d"], [540, 490, 420, 390]),
        (["06:30 — a", "07:00 — b", "08:10 — c", "09:00 — d"], [390, 420, 490, 540]),
        # the day before
        (["01:10 a", "00:20 b", "23:40 c", "22:00 d"], [70, 20, -20, -120]),
        # no live page
        (["09:00 a", "10:00 b"], []),
        (["10-12 a", "11-14 b", "9-3 c", "3-1 d"], []),
        (["09:00 a", "08:00 b", "18:00 c", "07:00 d", "16:00 e", "06:00 f"], []),
    ],
)
def test_heads_of_entries(lines, minutes):
    found = entries_of("\n\n".join(lines), 600)
    assert sorted(entry.minute for entry in found) == sorted(minutes)
