"""Every example of every rule file of the room reads, and ignores, as it says."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reconcile.claims.clauses import read_clauses
from reconcile.claims.coreference import link_names
from reconcile.claims.vocabulary import rules

FILES = ("names", "roles", "places", "pronouns", "polarity", "certainty", "reporting", "groups")
#: tables whose words serve other tables' rules and have no reading of their own
SERVING = {
    ("names", "not_names"), ("names", "directions"), ("names", "affiliates"),
    ("names", "place_tails"),
    ("roles", "honorifics"), ("roles", "families"), ("roles", "women"), ("roles", "men"),
    ("polarity", "light"), ("reporting", "sources"),
}  # fmt: skip


def _examples(name: str, key: str) -> list[object]:
    return list(_each_example(name, key))


def _each_example(name: str, key: str) -> Iterator[object]:
    for table, rule in rules(name).items():
        for number, example in enumerate(rule[key]):
            text, wanted = example if isinstance(example, list) else (example, "")
            yield pytest.param(table, text, wanted, id=f"{table}-{number}")


@pytest.mark.parametrize("name", FILES)
def test_every_rule_has_examples(name):
    for table, rule in rules(name).items():
        assert "ignores" in rule
        assert rule["reads"] or (name, table) in SERVING, table


@pytest.mark.parametrize(("table", "text", "wanted"), _examples("names", "reads"))
def test_names_read(parsed, table, text, wanted):
    assert wanted in [n.text for n in link_names(parsed(text)).found if n.form != "title"]


@pytest.mark.parametrize(("table", "text", "wanted"), _examples("names", "ignores"))
def test_names_ignored(parsed, table, text, wanted):
    assert [n.text for n in link_names(parsed(text)).found if n.form != "title"] == []


@pytest.mark.parametrize("kind", ["roles", "places"])
def test_roles_and_places(claims, kind):
    for table, rule in rules(kind).items():
        for text, wanted in rule["reads"]:
            found = [c.focus.text for c in claims(text) if c.kind == kind.removesuffix("s")]
            assert any(wanted in words or words in wanted for words in found), (table, text, found)
        for text in rule["ignores"]:
            assert [c.focus.text for c in claims(text) if c.kind == kind.removesuffix("s")] == []


@pytest.mark.parametrize(("table", "text", "wanted"), _examples("pronouns", "ignores"))
def test_pronouns_ignored(parsed, table, text, wanted):
    assert [r for r in link_names(parsed(text)).references if r.form == "pronoun"] == []


@pytest.mark.parametrize(("table", "text", "wanted"), _examples("pronouns", "reads"))
def test_pronouns_read(claims, parsed, table, text, wanted):
    if table == "first_person":
        assert {c.clause.speaker for c in claims(text)} >= {"Jon Berg"}
        return
    references = link_names(parsed(text)).references
    assert [r.canonical for r in references if r.form == "pronoun"] == [wanted]


@pytest.mark.parametrize("key", ["reads", "ignores"])
def test_polarity(claims, key):
    for rule in rules("polarity").values():
        for text in rule[key]:
            denied = [c.clause.negated for c in claims(text) if c.kind == "polarity"]
            assert denied, text
            assert any(denied) is (key == "reads"), text


@pytest.mark.parametrize("key", ["reads", "ignores"])
def test_groups(claims, key):
    for rule in rules("groups").values():
        for text, wanted in rule[key]:
            assert wanted in [c.focus.text for c in claims(text) if c.kind == "polarity"], text


@pytest.mark.parametrize(("table", "text", "wanted"), _examples("certainty", "reads"))
def test_certainty_read(parsed, table, text, wanted):
    assert _grade(parsed, table, text)


@pytest.mark.parametrize(("table", "text", "wanted"), _examples("certainty", "ignores"))
def test_certainty_ignored(parsed, table, text, wanted):
    assert not _grade(parsed, table, text)


def _grade(parsed, table: str, text: str) -> bool:
    clauses = [c for segment in parsed(text).segments for c in read_clauses(segment).clauses]
    if table == "future":
        return any(clause.tense == "future" for clause in clauses)
    if table == "implicative":
        return any(clause.negated for clause in clauses)
    grade = "conditional" if table == "conditions" else table
    return any(clause.certainty == grade for clause in clauses)


@pytest.mark.parametrize(("table", "text", "wanted"), _examples("reporting", "reads"))
def test_speakers_read(claims, table, text, wanted):
    assert wanted in {c.clause.speaker for c in claims(text)}


@pytest.mark.parametrize(("table", "text", "wanted"), _examples("reporting", "ignores"))
def test_speakers_ignored(claims, table, text, wanted):
    assert {c.clause.speaker for c in claims(text)} <= {None}
