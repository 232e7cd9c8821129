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
    ("Firefighters brought the blaze under control after three hours.",
     "Firefighters brought the blaze under control after five hours.",
     "how long it took firefighters to bring the blaze under control"),
    ("The talks collapsed in two days.", "The talks collapsed in three days.",
     "how long it took the talks to collapse"),
    ("Minister Anna Berg held a three-hour meeting in Karo.",
     "Minister Anna Berg held a four-hour meeting in Karo.", "duration of the meeting"),
    ("Orrin Works will set up a $15 million fund for the families.",
     "Orrin Works will set up a $5 million fund for the families.", "amount of the fund"),
    ("Yesterday's crash in Karo killed 12 people.", "Yesterday's crash in Karo killed 13 people.",
     "number of people the crash in Karo killed"),
    ("Orrin Works bought the mill for $4 million.", "Orrin Works bought the mill for $6 million.",
     "amount Orrin Works bought the mill for"),
    ("Gate 3 gave way at 2:15 a.m.", "Gate 3 gave way at 2:35 a.m.", "when Gate 3 gave way"),
    ("Bus plunges off bridge, 14 dead", "Bus crash leaves 17 dead", "number of people killed"),
    ("“We tried,” said captain Anna Berg, 52.", "“We tried,” said captain Anna Berg, 25.",
     "Anna Berg's age"),
    ("A ferry with 212 passengers on board went down near Karo.",
     "A ferry with 221 passengers on board went down near Karo.",
     "number of passengers: the ferry"),
    ("Mayor Anna Berg spoke.", "Anna Berg, the governor of Karo, spoke.", "Anna Berg's role"),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "title"), TITLES, ids=[title for _, _, title in TITLES])
def test_a_title_says_what_it_is_about(a: str, b: str, title: str) -> None:
    report = reconcile.compare([f"{a}\n", f"{b}\n"])
    assert title in [fact.title for fact in report.aligned]
