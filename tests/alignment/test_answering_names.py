"""Whose statements are held against each other, where several people answer one question."""

import pytest

from reconcile import compare


def _verdicts(first, second):
    """The verdicts on statements, with the words of both, of two reports of one morning."""
    report = compare([first, second])
    return {
        (fact.claims[each.a].focus.text, fact.claims[each.b].focus.text, each.verdict)
        for fact in (finding.fact for finding in report.facts)
        if fact.kind == "polarity"
        for each in fact.comparisons
    }


@pytest.fixture(scope="module")
def trial():
    first = (
        "Verdicts in Karo\n\nOrla Venn was acquitted of bribery in Karo on Tuesday. Her husband, "
        "Karl Venn, was convicted of fraud.\n"
    )
    second = (
        "Karo verdicts\n\nOrla Venn was convicted of bribery in Karo on Tuesday. Her husband, "
        "Karl Venn, was acquitted of fraud.\n"
    )
    return _verdicts(first, second)


def test_each_is_held_against_their_own_verdict(trial):
    assert ("was convicted", "was acquitted", "conflict") in trial


def test_what_is_said_alike_of_two_people_is_no_agreement(trial):
    assert ("was acquitted", "was acquitted", "agree") not in trial
    assert ("was convicted", "was convicted", "agree") not in trial


def test_what_was_done_to_one_thing_or_not_is_held_against_each_other():
    found = _verdicts(
        "Storm hits Karo\n\nThe army has been called in to help Karo. The siren rang.\n",
        "Karo storm\n\nThe army has not been called in to help Karo. The siren rang.\n",
    )
    assert ("has been called in", "has not been called in", "conflict") in found
