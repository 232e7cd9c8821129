"""Figures of a headline that the text has otherwise: a slip, or the only one of its kind."""

import datetime

import pytest

from reconcile.articles import read_article
from reconcile.checks import check_article
from reconcile.claims import extract_claims
from reconcile.verification import verify

PUBLISHED = datetime.datetime(2025, 6, 18, 9, 0, tzinfo=datetime.UTC)
FAR = "The ministry gave the figures out on Tuesday in a note to the press and to the town halls."

OTHERWISE = {
    "a scale": (
        "Bank fined £1.2bn over money laundering",
        "The bank was fined £1.2m on Tuesday for its failures to stop money laundering.",
        "The headline says £1.2bn; the text says £1.2m.",
    ),
    "two digits": (
        "Tunnel will cost €3.4bn, report says",
        "The tunnel will cost €4.3bn, the report said, twice as much as in 2019.",
        "The headline says €3.4bn; the text says €4.3bn.",
    ),
    "a share": (
        "Rail fares to rise 12% in May", "Rail fares will rise by 21 percent in May.",
        "The headline says 12%; the text says 21 percent.",
    ),
    "a count": (
        "450 homes planned for harbour",
        "Builders want to put 540 homes on the old harbour of Rone.\n\nSome 200 will be let.",
        "The headline says 450 homes; the text says 540 homes.",
    ),
    "three digits, about": (
        "Robot maker puts tariff bill at $121 million",
        "The tariffs will cost it around $211 million and its suppliers $90 million more.",
        "The headline says $121 million; the text says around $211 million.",
    ),
    "another noun": (
        "Ash costs Bali 121 rotations",
        "Denpasar's airport lost 112 flights to the ash of the volcano by Friday.",
        "The headline says 121 rotations; the text says 112 flights.",
    ),
    "the dead": (
        "Rone bus tragedy: 72 die as coach plunges into Kirenga River",
        "Twenty-seven people died when a bus left the road at Rone and fell into the Kirenga "
        "River.",
        "The headline says 72 die; the text says Twenty-seven people.",
    ),
    "the only one": (
        "Tunnel will cost €3.4bn, report says", "The tunnel will cost €3.6bn, the report said.",
        "The headline says €3.4bn; the text says €3.6bn.",
    ),
}  # fmt: skip
FITTING = {
    "rounded": (
        "Tunnel will cost €3.4bn, report says", "The tunnel will cost €3.41 billion, it said.",
    ),
    "the last report": (
        "Tunnel will cost €3.4bn, report says",
        "The previous report had put the cost of the tunnel at €4.3bn.",
    ),
    "both": (
        "Tunnel will cost €3.4bn, report says",
        "The tunnel will cost €3.4bn, the report said. With its roads the tunnel will cost €4.3bn.",
    ),
    "parts": (
        "Fund loses £40m on bad bets in Asia",
        "The fund lost £14m in May on bad bets in Asia and £26m in June.",
    ),
    "two sorts of people": (
        "Five held after raid on club",
        "Police arrested three men after a raid on the club on Monday and two women.",
    ),
    "a share of the digits": (
        "Rone's 121 buses to run on gas", "The buses of Rone cost €112 a day to run on oil.",
    ),
    "years and months": (
        "Bank failed six months before audit", "The bank had a five-year plan before its audit.",
    ),
    "the same in other words": (
        "Bank to cut 1,200 jobs",
        "In all 1,200 people at the bank will lose their posts. The union said 1,400 jobs would "
        "go.",
    ),
    "other fares": ("Rail fares to rise 12% in May", "Bus fares rose by 21 percent last year."),
    "another thing": (
        "450 homes planned for harbour", "The old harbour of Rone has 540 berths for boats.",
    ),
}  # fmt: skip


def _found(headline, text):
    article = read_article(f"{headline}\n\n{FAR}\n\n{text}\n", published=PUBLISHED)
    found = check_article(extract_claims([article]), article)
    assert [str(verify(check, [article])) for check in found] == ["it holds"] * len(found)
    return [(check.rule, check.explanation) for check in found]


@pytest.mark.parametrize("name", OTHERWISE)
def test_a_headline_that_the_text_has_otherwise(name):
    headline, text, told = OTHERWISE[name]
    assert _found(headline, text) == [("headline", told)]


@pytest.mark.parametrize("name", FITTING)
def test_a_headline_that_the_text_bears_out(name):
    assert _found(*FITTING[name]) == []
