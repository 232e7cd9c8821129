"""Every example of the rule files of dates: what a rule reads is read, what it ignores is not."""

import datetime

import pytest

from reconcile.values import read_values
from reconcile.values.lexicon import load

FILES = ("dates", "clock", "zones", "holidays", "durations")
PUBLISHED = datetime.datetime(2025, 6, 11, 15, 12)


def examples(key: str) -> list[object]:
    return [
        pytest.param(text, id=f"{name}.{section}: {text}")
        for name in FILES
        for section, rules in load(name).items()
        for rule in rules
        for text in rule.get(key, ())
    ]


def found(text: str) -> list[str]:
    mentions = read_values(text, PUBLISHED)
    return [mention.text for mention in mentions if mention.kind in ("date", "duration")]


@pytest.mark.parametrize("text", examples("reads"))
def test_a_rule_reads_its_examples(text: str) -> None:
    assert found(text)


@pytest.mark.parametrize("text", examples("ignores"))
def test_a_rule_ignores_what_it_must(text: str) -> None:
    assert not found(text)


@pytest.mark.parametrize("name", FILES)
def test_every_rule_has_examples(name: str) -> None:
    assert all(rule.get("reads") for rules in load(name).values() for rule in rules)
