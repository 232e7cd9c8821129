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


def test_what_somebody_announced_is_no_condition():
    found = _verdicts(
        "Karo fine\n\nThe brewer's lawyer, Orla Venn, said that the brewer would appeal.\n",
        "Brewer fined in Karo\n\nThe brewer's lawyer, Orla Venn, said it would not appeal.\n",
    )
    assert ("would appeal", "would not appeal", "conflict") in found


def test_who_dismisses_reports_of_a_thing_denies_it():
    found = _verdicts(
        "Unrest in Karo\n\nTwo people died in Karo on Friday.\n",
        "Karo calm\n\nMayor Orla Venn dismissed reports of deaths in Karo.\n",
    )
    assert ("died", "dismissed", "conflict") in found


def test_an_act_on_one_thing_is_one_question_in_other_words():
    found = _verdicts(
        "Karo Ferries\n\nKaro Ferries suspended its share buyback on Monday.\n",
        "Ferries\n\nA large share buyback of Karo Ferries has been put on ice.\n",
    )
    assert ("suspended", "has been put on ice", "agree") in found
