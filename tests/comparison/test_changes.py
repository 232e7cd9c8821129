"""Opposite answers in two reports: what can have changed in between, and what cannot."""

import pytest
from attrs import evolve

from reconcile.comparison import compare
from reconcile.comparison.changes import holds, is_other_outcome
from reconcile.comparison.vocabulary import rules
from reconcile.model import Argument
from tests.comparison.made import make

PLAIN = ("ahead", "open", "unknown", "unbroken", "final", "known", "turned", "some")


@pytest.mark.parametrize("section", PLAIN)
def test_word_lists(section):
    table = rules("polarity")[section]
    for text in table["reads"]:
        assert holds(text, table["words"]), text
    for text in table["ignores"]:
        assert not holds(text, table["words"]), text


@pytest.mark.parametrize("entry", rules("polarity")["outcome"], ids=lambda one: one["question"])
def test_outcomes(entry):
    for old, new in entry["reads"]:
        assert is_other_outcome(entry, old, new), (old, new)
    for old, new in entry["ignores"]:
        assert not is_other_outcome(entry, old, new), (old, new)


def verdict(early, late, hours=8, **clause):
    tenses = {"tense": "past", **clause}
    one = make(early, early, "polarity", **tenses)
    other = make(late, late, "polarity", name="b", hours=hours, **tenses)
    return compare(one[0], other[0], one[1], other[1])


@pytest.mark.parametrize(
    ("early", "late", "expected"),
    [
        # the later report says that nothing changed
        ("was arrested", "is still on the run", "conflict"),
        ("has reopened", "remains closed", "conflict"),
        ("suspended production", "was still making cheese", "conflict"),
        ("is on the run", "was arrested", "updated"),
        ("was closed", "has reopened", "updated"),
        # the earlier one said it for good
        ("ruled out a tsunami", "a tsunami alert was lifted", "conflict"),
        # one moment, two outcomes
        ("survived the crash", "was among those killed", "conflict"),
        ("was pulled alive from the rubble", "was found dead", "conflict"),
        ("survived the crash", "has died", "updated"),
        ("was pulled alive from the rubble", "died later in hospital", "updated"),
        # decided once
        ("approved the merger", "rejected the merger", "conflict"),
        ("rejected the merger", "has now approved the merger", "updated"),
        (
            "rejected the bid",
            "accepted a revised offer after all, so it approved the bid",
            "updated",
        ),
        # what was not known may come out
        ("no deaths were reported", "two people died", "updated"),
    ],
)
def test_what_can_have_changed(early, late, expected):
    assert verdict(early, late).verdict == expected


def test_the_reason_is_told():
    judgement = verdict("was arrested", "is still on the run")
    assert judgement.explanation.endswith("the later report says that it was so all along.")


def test_some_of_many_decide_for_themselves():
    """Those who voted for it and those who voted against it are two groups of one vote."""
    early = make("412 workers voted for the pact", "voted for the pact", "polarity", tense="past")
    late = make("88 workers voted against it", "voted against it", "polarity", name="b", hours=8,
                tense="past")  # fmt: skip
    sides = []
    for claim, article in (early, late):
        who = article.text.split(" voted")[0]
        subject = Argument("subject", 0, len(who), who, "worker")
        sides.append(evolve(claim, clause=evolve(claim.clause, subject=subject)))
    assert compare(*sides, early[1], late[1]).verdict == "updated"
