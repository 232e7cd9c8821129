"""A fact's title is a noun phrase that says what the figures are of."""

from __future__ import annotations

import pytest

import reconcile

TITLES = [
    ("Twelve people were killed.", "The crash killed 12 people.", "number of people killed"),
    ("The bus had 51 seats.", "The bus had 50 seats.", "number of seats the bus had"),
    ("Harwick Town beat Calverton City 2-1 at Wembley.", "Harwick beat Calverton 2-0 at Wembley.",
     "score"),
    ("The fine is $5 million.", "The fine was $6 million.", "the fine"),
    ("Anna Berg, 52, left the firm.", "Anna Berg, 53, left the firm.", "Anna Berg's age"),
    ("The bridge will close on Friday.", "The bridge will close on Monday.",
     "when the bridge will close"),
    ("The visit lasted two days.", "The visit lasted three days.", "how long the visit lasted"),
    ("The train was travelling at 70 km/h.", "The train was travelling at 90 km/h.",
     "speed: the train was travelling at"),
    ("Mayor Anna Berg spoke.", "Anna Berg, the governor of Karo, spoke.", "Anna Berg's role"),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "title"), TITLES, ids=[title for _, _, title in TITLES])
def test_a_title_says_what_it_is_about(a: str, b: str, title: str) -> None:
    report = reconcile.compare([f"{a}\n", f"{b}\n"])
    assert title in [fact.title for fact in report.aligned]
