"""A deed that one article denies meets the article that affirms it, and no other deed does."""

from __future__ import annotations

import datetime

import pytest

import reconcile
from reconcile.alignment import deeds
from reconcile.articles import read_article
from reconcile.tables import read_tables

RULES = read_tables("alignment", "rules/deeds.toml")


def _verdicts(a: str, b: str) -> list[tuple[bool, str]]:
    report = reconcile.compare([f"{a}\n", f"{b}\n"])
    told = [fact for fact in report.aligned if fact.kind == "polarity"]
    return [(fact.certain, each.verdict) for fact in told for each in fact.comparisons]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Johan Berg did not offer a truce.", "On Monday Johan Berg had offered a truce."),
        ("Police in Karo denied using force.", "Police said that some force had been used."),
        (
            "Karo Power does not plan to seek a rehearing.",
            "Karo Power will ask all the judges to rehear the case, Ana Lund said.",
        ),
        (
            "The bridge was inspected in March and no damage was found, Karo Rail said.",
            "Inspectors of Karo Rail had already noticed damage to the bridge in March.",
        ),
        ("No siren had sounded in Karo.", "Sirens sounded along the river in Karo."),
    ],
    ids=["light verb", "passive", "noun of the verb", "other verb", "no object"],
)
def test_a_denied_deed_meets_the_deed(a: str, b: str) -> None:
    assert "conflict" in [verdict for _, verdict in _verdicts(a, b)]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Berg did not pay the first fine.", "Berg paid the second fine in Karo."),
        ("Police did not fully use the force.", "Police used the force in Karo."),
        ("Berg did not sign the deal in Karo.", "Ana Lund signed the deal in Varn."),
        ("Berg will not leave the firm.", "The ferry left the port of Karo."),
        ("Berg showed not a scrap of regret.", "Berg showed no scrap of regret."),
        (
            '"This song is for the men who carried coal and were never carried," Berg said.',
            'Berg said: "It is for the men who carried coal but were never carried."',
        ),
    ],
    ids=["another of its kind", "a degree", "other people", "other sense", "both deny", "contrast"],
)
def test_another_deed_is_no_sure_conflict(a: str, b: str) -> None:
    assert (True, "conflict") not in _verdicts(a, b)


def test_what_was_denied_so_far_may_have_come() -> None:
    texts = ["Berg has not repaid the loan.\n", "Berg repaid the loan in Karo.\n"]
    articles = [
        read_article(text, published=datetime.datetime(2025, 3, day, 10))
        for text, day in zip(texts, (3, 5), strict=True)
    ]
    verdicts = [c.verdict for fact in reconcile.compare(articles).aligned for c in fact.comparisons]
    assert "updated" in verdicts
    assert "conflict" not in verdicts


@pytest.mark.parametrize("table", ["support", "loose", "partly", "units"])
def test_tables_hold_what_they_read(table: str) -> None:
    words = set(RULES[table]["words"])
    assert set(RULES[table]["reads"]) <= words
    assert words.isdisjoint(RULES[table]["ignores"])


@pytest.mark.parametrize("key", ["reads", "ignores"])
def test_verbs_that_stand_for_one_another_share_a_group(key: str) -> None:
    for a, b in RULES["alike"][key]:
        assert bool(set(deeds._alike(a)) & set(deeds._alike(b))) == (key == "reads")
