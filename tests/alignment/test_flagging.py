"""Which conflicts of little stories are flagged, and which are listed as possible."""

from __future__ import annotations

import pytest

import reconcile
from reconcile.alignment import Link, Question, weights_for
from reconcile.facts import facts_of
from reconcile.model import Fact
from tests.comparison.made import make


def _facts(*texts: str) -> list[Fact]:
    report = reconcile.compare(
        [f"All of it was told in full to a full hall.\n\n{text}\n" for text in texts]
    )
    return [fact for fact in report.aligned if fact.kind in ("count", "money", "date", "duration")]


def _flagged(*texts: str) -> list[tuple[str, str]]:
    return [
        (fact.claims[each.a].focus.text, fact.claims[each.b].focus.text)
        for fact in _facts(*texts)
        for each in fact.comparisons
        if fact.certain and each.verdict == "conflict"
    ]


VILLAGE = "In the village of Kothi 31 houses were washed away by the flood, officials said."
VALLEY = "At least 70 houses were washed away by the flood, officials said."
BOTH = (
    "In the village of Kothi 31 houses were washed away by the flood, and in the whole valley "
    "74 houses were washed away by the flood, officials said."
)


def test_what_a_third_source_tells_apart_is_not_flagged() -> None:
    assert not _flagged(VILLAGE, VALLEY, BOTH)


def test_a_figure_said_again_wrongly_in_another_currency_is_no_second_figure() -> None:
    assert ("680 million euros", "860 million euros") in _flagged(
        "The mission to the Moon cost 680 million euros ($798 million).",
        "The mission to the Moon cost 860 million euros, or about $800 million.\n\n"
        "Published 4 October 2025",
    )


def test_kinds_that_cannot_be_held_against_each_other_are_no_fact() -> None:
    facts = _facts(
        "Calverton were playing in their third final in four years at Wembley.",
        "Calverton have won five of their 11 finals at Wembley.",
    )
    assert not [f for f in facts if len({c.kind for c in f.claims}) > 1 and len(f.claims) == 2]


def test_the_dead_are_not_the_missing() -> None:
    facts = _facts(
        "At least 17 people were killed and more than 40 were missing in the flood on Monday.",
        "The toll of the flood rose to 29 by Monday evening, with 34 persons still missing.",
    )
    figures = [[claim.focus.text for claim in fact.claims] for fact in facts]
    assert not [f for f in figures if {"29", "At least 17 people"} & set(f) and "34 persons" in f]


def test_the_day_on_which_somebody_spoke_is_not_that_of_what_happened() -> None:
    report = reconcile.compare(
        [
            "Mill fire\n18 September 2025\n\nFire broke out at the mill, police said on Thursday.",
            "Mill fire\n17 September 2025\n\nFire broke out at the mill early on Wednesday.",
        ]
    )
    assert not [fact for fact in report.aligned if fact.kind == "date"]


def test_a_possible_conflict_that_a_surer_one_tells_is_not_listed_again() -> None:
    facts = _facts(
        "Four people were killed when fire broke out at the mill, the fire service said. "
        "Nordkorn, the owner of the mill, estimated the damage at €15 million.",
        "The mill's owner, Nordkorn, put the damage at around 15 million euros ($17.7 million).",
        "Nordkorn, which owns the mill, said the damage came to 150 million euros.",
    )
    (damage,) = (fact for fact in facts if fact.kind == "money")
    assert damage.certain
    assert len(damage.claims) == 4


@pytest.mark.parametrize(
    ("third", "expected"),
    [
        ("There were 14 people in the hall.", {(0, 1), (0, 2)}),  # says what the second says
        ("There were about 14 people in the hall.", {(0, 1)}),  # only fits it
    ],
)
def test_what_contradicts_a_claim_contradicts_all_that_say_the_same(
    third: str, expected: set[tuple[int, int]]
) -> None:
    made = [
        make(text, None, "count", name=name)
        for text, name in (
            ("There were 29 people in the hall.", "a"),
            ("There were 14 people in the hall.", "b"),
            (third, "c"),
        )
    ]
    links = tuple(Link(a, b, likely) for a, b, likely in ((0, 1, 0.9), (0, 2, 0.1), (1, 2, 0.9)))
    question = Question("people in the hall", tuple(claim for claim, _ in made), links)
    facts = facts_of(question, {article.id: article for _, article in made}, weights_for(), 0)
    flagged = {
        (each.a, each.b)
        for fact in facts
        for each in fact.comparisons
        if fact.certain and each.verdict == "conflict"
    }
    assert flagged == expected
    assert len(facts) == 1
