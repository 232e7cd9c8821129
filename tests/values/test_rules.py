"""Every rule of the number side reads its own examples and ignores what it must."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from reconcile.model import Mention
from reconcile.values import read_values
from reconcile.values.lexicon import load

FILES = (
    "ages", "changes", "currencies", "hedges", "ignored", "magnitudes", "nouns", "numbers", "ranks",
    "scores", "shares", "units",
)  # fmt: skip
#: "text => kind low..high unit"; an end may be "inf" or "-inf", the unit may be left out
_EXPECTED = re.compile(r"(?P<kind>\w+) (?P<low>\S+?)\.\.(?P<high>\S+)(?: (?P<unit>\S+))?")
CLOSE = Decimal("0.001")


def rules() -> Iterator[tuple[str, dict[str, Any]]]:
    for name in FILES:
        for section, entries in load(name).items():
            for number, rule in enumerate(entries):
                yield f"{name}.{section}.{number}", rule


def examples(key: str) -> list[object]:
    return [
        pytest.param(example, id=f"{name}: {example}")
        for name, rule in rules()
        for example in rule.get(key, ())
    ]


@pytest.mark.parametrize(("name", "rule"), list(rules()), ids=[name for name, _ in rules()])
def test_every_rule_has_examples(name: str, rule: dict[str, Any]) -> None:
    assert "reads" in rule or "ignores" in rule
    assert rule.get("reads") or rule.get("ignores") or rule.get("meta")


@pytest.mark.parametrize("example", examples("reads"))
def test_a_rule_reads_its_examples(example: str) -> None:
    text, _, wanted = example.partition(" => ")
    match = _EXPECTED.fullmatch(wanted)
    assert match is not None, f"no reading is given in {example!r}"
    mentions = read_values(text)
    assert any(_fits(mention, match) for mention in mentions), mentions


def _fits(mention: Mention, match: re.Match[str]) -> bool:
    assert mention.value is not None
    value, unit = mention.value, match["unit"]
    if value.kind != match["kind"] or (unit is not None and value.unit != unit):
        return False
    return _end(value.interval.low, match["low"]) and _end(value.interval.high, match["high"])


def _end(end: Decimal | None, wanted: str) -> bool:
    if wanted in ("inf", "-inf"):
        return end is None
    return end is not None and abs(end - Decimal(wanted)) <= CLOSE * abs(end)


#: the kind of value that a file's rules must not find in what they ignore; any kind for the others
KINDS = {
    "ages": "age",
    "currencies": "money",
    "units": "quantity",
    "shares": "percent",
    "ranks": "rank",
}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param(name.partition(".")[0], text, id=f"{name}: {text}")
        for name, rule in rules()
        for text in rule.get("ignores", ())
    ],
)
def test_a_rule_ignores_its_examples(name: str, text: str) -> None:
    kinds = {mention.kind for mention in read_values(text)} - {"date", "duration"}
    assert not kinds & ({KINDS[name]} if name in KINDS else kinds)
