"""Little stories whose figures, days or predicates only look like contradictions; and real ones."""

from __future__ import annotations

import datetime

import pytest

import reconcile

MORNING = datetime.datetime(2027, 11, 10, 8, tzinfo=datetime.UTC)


def _found(verdict: str, a: str, b: str, *, hours: int = 0) -> set[tuple[str, str]]:
    articles = [
        reconcile.read_article(f"{heading}\n\n{text}\n", published=published)
        for heading, text, published in (
            ("Daily report from the region", a, MORNING),
            ("News of the day today", b, MORNING + datetime.timedelta(hours=hours)),
        )
    ]
    return {
        (fact.claims[each.a].focus.text, fact.claims[each.b].focus.text)
        for fact in reconcile.compare(articles).aligned
        for each in fact.comparisons
        if fact.certain and each.verdict == verdict
    }


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "Forty people were rescued from the sea off Lampedusa.",
            "Twenty people are still missing off Lampedusa.",
        ),
        (
            "About 1,500 prisoners escaped from the jail in Bauchi.",
            "Some 150 prisoners had been recaptured in Bauchi.",
        ),
        (
            "Power was restored to 40,000 homes in Cork.",
            "Some 20,000 homes in Cork were still without power.",
        ),
        (
            "Not one of the 14 crew survived the wreck.",
            "All 14 crew died in the wreck.",
        ),
    ],
)
def test_what_is_said_of_others_is_no_contradiction(a: str, b: str) -> None:
    for hours in (0, 2):
        assert not _found("conflict", a, b, hours=hours)


@pytest.mark.parametrize(
    ("a", "b", "figures"),
    [
        (
            "The company will cut 2,800 jobs, not 2,500 as first said.",
            "The company will cut 2,500 jobs.",
            ("2,800 jobs", "2,500 jobs"),
        ),
        (
            "Twelve people died in the fire, not 14 as first reported.",
            "Fourteen people died in the fire.",
            ("Twelve people", "Fourteen people"),
        ),
        (
            "The match is on Sunday, not Monday.",
            "The match is on Monday.",
            ("Sunday", "Monday"),
        ),
    ],
)
def test_a_figure_that_is_taken_back_is_not_agreed_on(
    a: str, b: str, figures: tuple[str, str]
) -> None:
    for hours in (0, 2):
        assert _found("conflict", a, b, hours=hours) == {figures}


def test_days_as_of_which_a_toll_moved_do_not_contradict_each_other() -> None:
    eight = "As of Sunday, 8 people had died in the flood."
    eleven = "As of Wednesday, 11 people had died in the flood."
    assert _found("updated", eight, eleven, hours=2) == {("8 people", "11 people")}
    assert not _found("conflict", eight, eleven, hours=2)


def test_days_of_the_event_do() -> None:
    assert ("Monday", "Tuesday") in _found(
        "conflict",
        "The quake on Monday killed 19 people.",
        "The quake on Tuesday killed 22 people.",
        hours=2,
    )


def test_a_share_at_two_hours_of_one_day_moved() -> None:
    noon, five = "Turnout was 27.4% at noon in the vote.", "Turnout was 64.2% at 5pm in the vote."
    assert _found("updated", noon, five, hours=9) == {("27.4%", "64.2%")}
    assert not _found("conflict", noon, five, hours=9)


def test_how_much_is_counted_moves() -> None:
    assert not _found(
        "conflict",
        "With 60 per cent of ballots counted Souza had 52 per cent.",
        "With 97 per cent of ballots counted Souza had 51 per cent.",
        hours=6,
    )
