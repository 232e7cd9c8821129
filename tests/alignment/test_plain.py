"""Claims without values meet across sources: names, roles, places, quotations and denials."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import reconcile
from reconcile.model import Fact

Facts = Callable[..., list[Fact]]


@pytest.fixture(scope="module")
def facts() -> Facts:
    """The facts of one kind, certain and possible, that a few texts share."""

    def compare(kind: str, *texts: str) -> list[Fact]:
        report = reconcile.compare([f"{text}\n" for text in texts])
        return [fact for fact in report.aligned if fact.kind == kind]

    return compare


def _words(fact: Fact) -> list[str]:
    return [claim.focus.text for claim in fact.claims]


# --- names ----------------------------------------------------------------------------------------

A = "Karo Power Corp. runs the dam. Johan Berg, its owner, said that Berg would pay."
B = "Karo Power built the dam near the village. Its owner is J. Berg, whom villagers blame."


def test_a_name_is_one_fact_however_often_it_is_printed(facts: Facts) -> None:
    named = [_words(fact) for fact in facts("name", A, B)]
    assert sorted(named) == [["Johan Berg", "J. Berg"], ["Karo Power Corp.", "Karo Power"]]


def test_a_name_that_all_print_alike_is_no_fact(facts: Facts) -> None:
    assert not facts("name", "Johan Berg left.", "Johan Berg went home.")


def test_a_surname_that_could_be_two_peoples_is_nobodys(facts: Facts) -> None:
    pair = "Anna Lund and Jon Lund opened the shop."
    assert not facts("name", pair, "Lund spoke of the shop.")


ORGANISER = "The drivers will walk out, said union organiser Shaun Batter."


def test_one_surname_in_one_post_is_one_person_named_twice(facts: Facts) -> None:
    found = facts(
        "name", ORGANISER, "Sean Batter, an organiser of the union, said no buses would run."
    )
    assert _verdicts(found) == [(True, "conflict")]


def test_one_first_name_in_one_post_is_one_person_named_twice(facts: Facts) -> None:
    other = "Shaun Butcher, an organiser of the union, said no buses would run."
    assert _verdicts(facts("name", ORGANISER, other)) == [(True, "conflict")]
    both = f"{other} Its organiser Shaun Batter was ill."
    assert (True, "conflict") not in _verdicts(facts("name", ORGANISER, both))


@pytest.mark.parametrize(
    "other",
    [
        "Sean Batter, a nephew of the union organiser, said no buses would run.",
        "Sean Batter, the wife of a driver, said no buses would run.",
        "Union organisers Sean Batter and Shaun Batter said no buses would run.",
    ],
    ids=["another's post", "another post", "both are known"],
)
def test_one_surname_alone_is_not_one_person(facts: Facts, other: str) -> None:
    assert (True, "conflict") not in _verdicts(facts("name", ORGANISER, other))


def test_a_spelling_is_held_against_the_name_that_is_as_long(facts: Facts) -> None:
    other = "Keith Ablet will be paid. The cull at the farm of Mr Ablett goes on."
    assert ["Keith Ablett", "Keith Ablet"] in [
        _words(fact) for fact in facts("name", "Keith Ablett owns the farm.", other)
    ]


# --- roles ----------------------------------------------------------------------------------------


def _verdicts(found: list[Fact]) -> list[tuple[bool, str]]:
    return [(fact.certain, each.verdict) for fact in found for each in fact.comparisons]


def test_one_persons_titles_meet_by_any_form_of_the_name(facts: Facts) -> None:
    found = facts(
        "role", "Governor Ana Lund Berg spoke.", "The rain fell on Ana Lund, the governor."
    )
    assert _verdicts(found) == [(True, "agree")]


def test_two_offices_of_one_person_contradict_each_other(facts: Facts) -> None:
    found = facts("role", "Mayor Anna Berg spoke.", "Anna Berg, the governor of Karo, spoke.")
    assert _verdicts(found) == [(True, "conflict")]


def test_a_former_office_contradicts_nothing(facts: Facts) -> None:
    found = facts("role", "Mayor Anna Berg spoke.", "Anna Berg, a former governor of Karo, spoke.")
    assert _verdicts(found) == [(True, "compatible")]


# --- places ---------------------------------------------------------------------------------------


def test_one_place_is_one_fact(facts: Facts) -> None:
    found = facts(
        "place", "The two firms signed the deal in Hà Nội.", "The deal was signed in Hanoi."
    )
    assert _verdicts(found) == [(True, "agree")]


def test_a_town_and_its_country_fit(facts: Facts) -> None:
    found = facts(
        "place", "The two firms signed the deal in Doha.", "The deal was signed in Qatar."
    )
    assert _verdicts(found) == [(True, "compatible")]


def test_two_cities_for_one_event_contradict_each_other(facts: Facts) -> None:
    found = facts(
        "place", "The two firms signed the deal in Prague.", "The firms signed the deal in Vienna."
    )
    assert _verdicts(found) == [(True, "conflict")]


def test_two_cities_that_one_article_tells_apart_contradict_nothing(facts: Facts) -> None:
    a = "The firms signed the deal in Prague. A ship left Vienna on Monday."
    found = facts("place", a, "The firms signed the deal in Vienna.")
    assert "conflict" not in [verdict for _, verdict in _verdicts(found)]


# --- affirmed against denied ----------------------------------------------------------------------


def test_a_denial_contradicts_what_it_denies(facts: Facts) -> None:
    a = "The driver of the bus has been taken into custody in Karo, police said."
    b = "The driver of the bus has not been arrested in Karo, police said."
    assert _verdicts(facts("polarity", a, b)) == [(True, "conflict")]


def test_other_words_for_one_answer_agree(facts: Facts) -> None:
    a = "Voters in Karo rejected the bridge plan on Sunday."
    b = "The bridge plan was turned down by Karo voters on Sunday."
    assert _verdicts(facts("polarity", a, b)) == [(True, "agree")]


def test_predicates_that_answer_no_question_are_no_fact(facts: Facts) -> None:
    assert not facts("polarity", "Anna Berg said hello in Karo.", "Anna Berg said hello in Karo.")


def test_two_denials_of_one_thing_agree(facts: Facts) -> None:
    a = "There was no tsunami warning for the coast, the navy said."
    b = "The navy said there was no tsunami."
    assert _verdicts(facts("polarity", a, b)) == [(True, "agree")]
