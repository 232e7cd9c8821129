"""Whose figure it is, by the name that stands nearest to it."""

from __future__ import annotations

import pytest

from reconcile import extract_claims, read_article
from reconcile.alignment.bearers import BEARER_LEVELS, Bearer, bearer_evidence, bearer_of


def bearer(text: str, figure: str) -> Bearer:
    article = read_article(f"Published 12 March 2025\n\nIt was told in a full hall. {text}\n")
    return next(bearer_of(each) for each in extract_claims([article]) if each.focus.text == figure)


def told(a: Bearer, b: Bearer) -> list[str]:
    numbers = bearer_evidence(a, b)
    return [level for level, number in zip(BEARER_LEVELS, numbers, strict=True) if number]


COUPLE = "Callum Berg, 46, came with his wife, Vera Berg, 38, on Friday."
COURT = "The court heard Callum Berg, {}, on Monday."


@pytest.mark.parametrize(
    ("a", "b", "level"),
    [
        ((COUPLE, "46"), (COURT.format(48), "48"), "age of one person"),
        ((COUPLE, "38"), (COURT.format(38), "38"), "age of another person"),
    ],
)  # fmt: skip
def test_ages(a: tuple[str, str], b: tuple[str, str], level: str) -> None:
    assert told(bearer(*a), bearer(*b)) == [level]
    assert told(bearer(*b), bearer(*a)) == [level]


def test_the_nearest_name_bears_a_figure() -> None:
    a = bearer("Rates rose by 2.1% in Kaunas and by 4.5% in Telsiai.", "2.1%")
    b = bearer("Kaunas is up by 4.5%, Telsiai by 2.1%.", "4.5%")
    assert told(a, b) == ["nearest name shared"]


def test_a_noun_without_a_name_bears_nothing() -> None:
    driver = bearer("The 42-year-old driver was pulled out.", "42-year-old")
    assert driver.names == ()
    assert told(driver, bearer(COUPLE, "46")) == []
