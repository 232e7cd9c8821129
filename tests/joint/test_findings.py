"""What cannot all hold over several articles is found, told, replayed, and nothing else is."""

import datetime

import pytest
from attrs import evolve

from reconcile.model import Check
from reconcile.pipeline import compare
from reconcile.report import Report
from reconcile.verification import verify

from .stories import CONFLICTS, CONSISTENT, articles_of


@pytest.fixture(scope="module")
def reports() -> dict[str, Report]:
    return {name: compare(articles_of(texts)) for name, (texts, _) in CONFLICTS.items()}


def _quotes(check: Check) -> set[str]:
    return {cited.text for cited in check.citations}


@pytest.mark.parametrize("name", CONFLICTS)
def test_what_cannot_all_hold_is_found(name, reports):
    found = reports[name].joint
    assert len(found) == 1
    wanted = set(CONFLICTS[name][1])
    assert {text.removeprefix("on ") for text in _quotes(found[0].check)} == {
        text.removeprefix("on ") for text in wanted
    }


@pytest.mark.parametrize("name", CONFLICTS)
def test_every_finding_replays(name, reports):
    report = reports[name]
    for check in report.checked_jointly:
        assert verify(check, report.articles).holds


@pytest.mark.parametrize("name", CONFLICTS)
def test_the_order_of_sources_changes_nothing(name, reports):
    articles = articles_of(CONFLICTS[name][0])
    turned = compare([*articles[1:], articles[0]])
    assert turned.checked_jointly == reports[name].checked_jointly


@pytest.mark.parametrize("name", CONFLICTS)
def test_without_one_of_the_articles_the_others_can_hold(name):
    articles = articles_of(CONFLICTS[name][0])
    for left_out in range(len(articles)):
        kept = [*articles[:left_out], *articles[left_out + 1 :]]
        if len(kept) > 1:
            assert compare(kept).joint == () or name == "a package"


@pytest.mark.parametrize("name", CONSISTENT)
def test_what_can_all_hold_is_left_alone(name):
    assert compare(articles_of(CONSISTENT[name])).joint == ()


def test_a_finding_says_what_it_is(reports):
    (found,) = reports["votes"].joint
    assert found.rule == "parts"
    assert found.explanation == (
        "168 members and 141 lawmakers make 309, more than a total of 300 lawmakers. "
        "These three cannot all hold; without any one of them the others can."
    )


def test_parts_counted_a_day_later_may_be_of_a_greater_whole():
    texts = CONFLICTS["hurt by calling"][0]
    first, *later = articles_of(texts)
    assert first.published is not None
    next_day = first.published + datetime.timedelta(days=1)
    assert compare([first, *(evolve(each, published=next_day) for each in later)]).joint == ()
