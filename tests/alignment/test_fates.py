"""What befell the people that a figure counts, and which counts are of all of them."""

from __future__ import annotations

import pytest
from attrs import evolve

from reconcile import extract_claims
from reconcile.alignment.candidates import candidate_pairs, columns_of
from reconcile.alignment.fates import fate_of
from reconcile.alignment.profiles import profile_claims
from reconcile.alignment.tolls import TOLL_LEVELS, tolls_of
from reconcile.articles import read_article
from reconcile.model import Claim
from reconcile.tables import read_tables

FATES = read_tables("alignment", "rules/fates.toml")["fate"]


def _first_count(text: str) -> Claim | None:
    article = read_article(f"The hall was full when it was told.\n\n{text}\n")
    return next((each for each in extract_claims([article]) if each.kind == "count"), None)


@pytest.mark.parametrize("fate", FATES, ids=lambda fate: fate["name"])
def test_examples(fate: dict[str, list[str]]) -> None:
    for text in fate["reads"]:
        claim = _first_count(text)
        assert claim is not None, text
        assert fate_of(claim) == fate["name"], text
    for text in fate["ignores"]:
        claim = _first_count(text)
        assert claim is None or fate_of(claim) != fate["name"], text


def test_a_word_tells_one_fate() -> None:
    words = [word for fate in FATES for word in fate["words"]]
    assert len(words) == len(set(words))


def test_a_heading_tells_it_where_the_noun_is_left_out() -> None:
    article = read_article("1. The dead\n\nTwenty-one. The last of them was found on Friday.\n")
    found = [each for each in extract_claims([article]) if each.focus.text == "Twenty-one"]
    assert [fate_of(each) for each in found] == ["dead"]


TOLD = (
    "A mill in Brenholt collapsed on Monday, killing at least 17. Of the dead, four were children.",
    "In Brenholt 31 people were killed when a mill collapsed; ten children are among the dead.",
)
TOLLS = {
    "all and all": ("killing at least 17", "31 people", "both are the most"),
    "all and a part": ("killing at least 17", "ten children", "one is the most"),
    "a part and a part": ("four", "ten children", "neither is the most"),
}


@pytest.mark.parametrize(("first", "second", "level"), TOLLS.values(), ids=TOLLS)
def test_which_count_is_of_all(first: str, second: str, level: str) -> None:
    articles = [
        evolve(read_article(f"{text}\n"), id=str(number)) for number, text in enumerate(TOLD)
    ]
    profiles = profile_claims(extract_claims(articles), articles)
    pairs = candidate_pairs(profiles)
    told = {
        (profiles[a].claim.focus.text, profiles[b].claim.focus.text): levels
        for (a, b), levels in zip(pairs, tolls_of(profiles, *columns_of(pairs)), strict=True)
    }
    found = next(levels for (a, b), levels in told.items() if a in first and b in second)
    assert dict(zip(TOLL_LEVELS, found, strict=True)) == {
        each: float(each == level) for each in TOLL_LEVELS
    }
