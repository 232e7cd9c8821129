"""Ranks that stand twice: what cannot both be, and where the scope explains it."""

import datetime

import pytest
from attrs import evolve

from reconcile.articles import read_article
from reconcile.checks import check_article
from reconcile.claims import extract_claims
from reconcile.verification import verify

PUBLISHED = datetime.datetime(2025, 6, 18, 9, 0, tzinfo=datetime.UTC)
LEAD = "Two men got out of the prison in Rone early on Sunday, the police said in a statement."

WRONG = {
    "two at one place": (
        "Fordal, Norway's second-largest bank, plans to merge.\n\n"
        "Helvi, the country's second-biggest bank, does not."
    ),
    "two first": (
        "Ghana is the world's largest grower of cocoa.\n\n"
        "Ivory Coast, the world's largest grower of cocoa, sold less."
    ),
    "one at two places": (
        "Fordal, Norway's second-largest bank, plans to merge.\n\n"
        "Shares in Fordal, the country's third-largest bank, rose."
    ),
    "a time": (
        "Drivers will walk out for the third time this year on Friday after talks broke down.\n\n"
        "It is the fourth time this year that they have walked out."
    ),
    "an order of finish": "Lind finished second, Roth third and Berg third.",
    "an order with a time": "Kip won in 2:04:11, with Ruto second, Bekele third and Haile third.",
}
WRONG_UNDER = {
    "a visit": ("Minister on third visit to Hanoi, aides say", "It is her fourth visit to Hanoi."),
    "a win": ("Harwick march on with fourth straight win", "It was their fifth straight win."),
    "a time": (
        "Volcano erupts for third time this year",
        "It erupted for the fourth time this year, the agency said.",
    ),
    "since when": (
        "First breakout from jail since 2006, says union",
        "It is the first breakout from the jail since 2009.",
    ),
    "a high": (
        "Inflation highest since 2011, says bank",
        "Inflation rose to 4.1 percent in May, the highest since 2014.",
    ),
}
RIGHT = {
    "the same time": (
        "Drivers will walk out for the third time this year on Friday after talks broke down.\n\n"
        "It is the third time this year that they have walked out."
    ),
    "other things": (
        "Fordal, Norway's second-largest bank, plans to merge.\n\n"
        "Helvi, Norway's second-largest insurer, does not."
    ),
    "other countries": (
        "Fordal, Norway's second-largest bank, plans to merge.\n\n"
        "Helvi, Sweden's second-largest bank, does not."
    ),
    "by something else": (
        "Fordal, Norway's second-largest bank by assets, plans to merge.\n\n"
        "Helvi, Norway's second-largest bank by loans, does not."
    ),
    "a wider scope": (
        "Fordal is the second-biggest port in Asia.\n\n"
        "Fordal is the fifth-biggest port in the world."
    ),
    "then and now": (
        "Fordal was then Norway's second-largest bank.\n\n"
        "Helvi, Norway's second-largest bank, bought it."
    ),
    "a tie": "Lind finished second, with Roth and Berg joint third.",
    "two races": (
        "In the slalom Lind came first, Roth second and Berg third; in the downhill Moser came "
        "first, Lind second and Roth third."
    ),
    "its own": (
        "Fordal's second-largest market, Ghana, grew.\n\nHelvi's second-largest market, Togo, fell."
    ),
}
RIGHT_UNDER = {
    "another scope": (
        "Minister on third visit to Hanoi, aides say", "It is her fourth visit to Asia.",
    ),
    "two counts": (
        "Minister on third visit to Hanoi, aides say",
        "It is her fourth visit to Hanoi and her third this year.",
    ),
    "in a row or in all": (
        "Harwick march on with fourth straight win", "It was their fifth win of the season.",
    ),
    "other years": (
        "Volcano erupts for third time this year",
        "It has erupted for the fourth time since 2020, the agency said.",
    ),
    "years in words": (
        "First breakout from jail since 2009, says union",
        "It is the first breakout from the jail in 16 years.",
    ),
    "a part of it": (
        "Inflation highest since 2011, says bank",
        "Core inflation was 3.9 percent, the highest since 2014.",
    ),
    "something else": (
        "Inflation highest since 2011, says bank",
        "Food prices rose 9 percent, the highest since 2014.",
    ),
    "against one currency": (
        "Dollar falls to lowest since 2019, traders say",
        "The dollar fell to its lowest against the yen since 2021 on Monday.",
    ),
    "both told": (
        "Inflation highest since 2011, says bank",
        "It was the highest since 2011. Rents rose 3 percent, the highest inflation since 2014.",
    ),
}  # fmt: skip


def _article(headline, text):
    return read_article(f"{headline}\n\n{LEAD}\n\n{text}\n", published=PUBLISHED)


def _ranks(article):
    found = check_article(extract_claims([article]), article)
    assert [str(verify(check, [article])) for check in found] == ["it holds"] * len(found)
    return [check for check in found if check.rule == "rank"]


@pytest.mark.parametrize("name", WRONG)
def test_ranks_that_cannot_both_be(name):
    (found,) = _ranks(_article("Notes of the day from all over", WRONG[name]))
    assert found.kind == "rank"


@pytest.mark.parametrize("name", WRONG_UNDER)
def test_a_headline_with_another_rank(name):
    (found,) = _ranks(_article(*WRONG_UNDER[name]))
    assert found.explanation.startswith("The headline says ")


@pytest.mark.parametrize("name", RIGHT)
def test_ranks_that_can_both_be(name):
    assert _ranks(_article("Notes of the day from all over", RIGHT[name])) == []


@pytest.mark.parametrize("name", RIGHT_UNDER)
def test_a_headline_with_another_scope(name):
    assert _ranks(_article(*RIGHT_UNDER[name])) == []


def test_a_place_that_is_held_twice_can_be_replayed_and_not_bent():
    article = _article("Notes of the day from all over", WRONG["two at one place"])
    (found,) = _ranks(article)
    assert found.explanation == "Fordal and Helvi are each called Norway's second-largest bank."
    last = found.derivation
    assert last.rule == "same place"
    once = evolve(found, derivation=evolve(last, of=(*last.of[:3], last.of[2])))
    assert not verify(once, [article]).holds
    renamed = evolve(article, text=article.text.replace("Helvi, the", "Fordal the"))
    assert not verify(found, [renamed]).holds
