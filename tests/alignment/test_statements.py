"""Whom and what a statement is about, when it was so, and whether it denies of everyone."""

from __future__ import annotations

import datetime

import pytest

import reconcile
from reconcile.alignment.profiles import profile_claims
from reconcile.alignment.statements import (
    NOTHING,
    Statement,
    Things,
    apart,
    denies_of_all,
    other_time,
    share,
    statements_of,
    things_of,
)
from reconcile.articles import read_article
from reconcile.tables import read_tables

RULES = read_tables("alignment", "rules/statements.toml")


def _nouns(*words: str) -> Things:
    return Things(frozenset(), frozenset(words))


def _statements(text: str) -> list[Statement]:
    article = read_article(f"{text}\n", published=datetime.datetime(2026, 2, 6))
    claims = reconcile.extract_claims([article])
    return statements_of(profile_claims(claims, [article]), [article])


@pytest.mark.parametrize(("a", "b"), RULES["anyone"]["reads"])
def test_words_for_anyone_are_never_apart(a: str, b: str) -> None:
    assert not apart(things_of(a, a), things_of(b, b))


@pytest.mark.parametrize(("a", "b"), RULES["anyone"]["ignores"])
def test_other_things_are_apart(a: str, b: str) -> None:
    assert apart(things_of(a, a), things_of(b, b))


def test_a_name_and_a_noun_may_be_one() -> None:
    berg = Things(frozenset(("berg",)), frozenset())
    assert not apart(berg, _nouns("driver"))
    assert not share(berg, NOTHING)


@pytest.mark.parametrize("text", RULES["nobody"]["reads"])
def test_denials_of_everyone(text: str) -> None:
    assert denies_of_all(text)


@pytest.mark.parametrize("text", RULES["nobody"]["ignores"])
def test_denials_of_one(text: str) -> None:
    assert not denies_of_all(text)


@pytest.mark.parametrize("key", ["reads", "ignores"])
def test_what_speaks_of_another_of_its_kind(key: str) -> None:
    for text in RULES["another"][key]:
        words = set(text.split())
        assert bool(words & set(RULES["another"]["words"])) == (key == "reads")


@pytest.mark.parametrize("key", ["reads", "ignores"])
def test_denials_of_all_times(key: str) -> None:
    for text in RULES["never"][key]:
        assert _statements(f"The bank {text}.")[0].never is (key == "reads")


def test_what_was_long_before_is_of_another_time() -> None:
    now, then = _statements(
        "The driver was hurt on Friday.\n\nA train left the rails in May 2024. Nobody was hurt."
    )[0::2]
    assert then.before is not None
    assert other_time(now, then)
