"""Every example of every rule file of the room reads, and ignores, as it says."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reconcile.origins.agencies import agencies_of
from reconcile.origins.credits import _patterns, read_credit
from reconcile.origins.vocabulary import rules
from reconcile.origins.words import words_of
from tests.origins.articles import told
from tests.patterns import is_told_by

CREDITS = {name: rule for name, rule in rules("credits").items() if "where" in rule}
KNOWN = agencies_of([])


def _examples(key: str) -> Iterator[object]:
    for name, rule in CREDITS.items():
        for number, example in enumerate(rule[key]):
            text, agency = example if isinstance(example, list) else (example, None)
            yield pytest.param(rule, text, agency, id=f"{name}-{number}")


def test_every_rule_has_examples() -> None:
    for name, rule in CREDITS.items():
        assert rule["reads"], name
        assert rule["ignores"], name
        assert rule["covers"] in ("article", "some", "sentence"), name


@pytest.mark.parametrize(("rule", "text", "agency"), [*_examples("reads")])
def test_reads(rule: dict[str, str], text: str, agency: str) -> None:
    assert read_credit(text, rule["where"], KNOWN) == (agency, rule["covers"])


@pytest.mark.parametrize(("rule", "text", "agency"), [*_examples("ignores")])
def test_ignores(rule: dict[str, str], text: str, agency: None) -> None:
    found = read_credit(text, rule["where"], KNOWN)
    assert found is None or found[1] != rule["covers"]


@pytest.mark.parametrize("where", ["dateline", "line", "sentence", "end"])
def test_nothing_is_credited_without_what_a_pattern_needs(where: str) -> None:
    for pattern, needs, _ in _patterns(where):
        assert not needs or is_told_by(pattern, needs), pattern


@pytest.mark.parametrize("agency", [each["name"] for each in rules("agencies")["agency"]])
def test_every_agency_is_credited_by_each_of_its_names(agency: str) -> None:
    listed = next(each for each in rules("agencies")["agency"] if each["name"] == agency)
    for printed in (agency, *listed.get("names", ()), *listed.get("short", ())):
        assert read_credit(f"LIMA ({printed}) —", "dateline", KNOWN) in (
            (agency, "article"), None if printed == "PA" else (agency, "article"),
        )  # fmt: skip
        assert read_credit(f"Two were held, {printed} reported.", "sentence", KNOWN) == (
            agency, "sentence",
        )  # fmt: skip


def test_tags_mean_an_agency_in_datelines_only() -> None:
    for each in rules("agencies")["agency"]:
        for tag in each.get("tags", ()):
            assert read_credit(f"LIMA ({tag}) —", "dateline", KNOWN) == (each["name"], "article")
            assert read_credit(f"Two were held, {tag} reported.", "sentence", KNOWN) is None


def test_no_name_stands_for_two_agencies() -> None:
    seen: dict[str, str] = {}
    for each in rules("agencies")["agency"]:
        for printed in (each["name"], *each.get("names", ()), *each.get("short", ())):
            assert seen.setdefault(printed, each["name"]) == each["name"]


def test_spellings_are_made_alike() -> None:
    british = "It rose 4.1 per cent to 12 kilometres, said Gov. Ann Lee in Sept., and “we” agree."
    american = (
        "It rose 4.1% to twelve kilometers, said Governor Ann Lee in September, and “we” agree."
    )
    first, second = (words_of(told(text)).forms for text in (british, american))
    assert first == second


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Gov. Ann Lee spoke on Nov. 6. She left.", 2),
        ("It ended at 9 p.m. Friday. Nobody spoke.", 2),
        ("“We won.” He left.", 2),
        ("J. R. Holm paid $1.5 million. The U.S. did not.", 2),
    ],
)
def test_sentences(text: str, sentences: int) -> None:
    assert len(words_of(told(text)).sentences) == sentences
