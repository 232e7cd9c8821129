"""Every rule of the comparison room reads its examples and leaves alone what it must ignore."""

import pytest

from reconcile.comparison.names import relate_names
from reconcile.comparison.places import place_words
from reconcile.comparison.quotes import relate_quotes
from reconcile.comparison.roles import relate_roles
from reconcile.comparison.runningwords import speaks_of
from reconcile.comparison.vocabulary import rules

RUNNING = [(entry["name"], entry) for entry in rules("running")["running"]]
RUNNING += [(name, rules("running")[name]) for name in ("moving", "risen")]


@pytest.mark.parametrize(("name", "entry"), RUNNING, ids=[name for name, _ in RUNNING])
def test_running_rules(name, entry):
    assert entry["reads"]
    assert entry["ignores"]
    assert all(speaks_of(name, text) for text in entry["reads"])
    assert not any(speaks_of(name, text) for text in entry["ignores"])


@pytest.mark.parametrize("section", sorted(rules("names")))
def test_name_rules(section):
    table = rules("names")[section]
    for a, b in table["reads"]:
        assert relate_names(a, b)[0] != "conflict", (a, b)
    for a, b in table["ignores"]:
        assert relate_names(a, b)[0] == "conflict", (a, b)


@pytest.mark.parametrize("section", ["contractions", "endings", "negations", "opposites"])
def test_quote_rules(section):
    table = rules("quotes")[section]
    turns = section in ("negations", "opposites")
    for a, b in table["reads"]:
        assert (relate_quotes(a, b).verdict == "conflict") == turns, (a, b)
    for a, b in table["ignores"]:
        assert (relate_quotes(a, b).verdict == "conflict") != turns, (a, b)


@pytest.mark.parametrize("section", ["rewordings", "empty"])
def test_role_rewordings(section):
    for a, b in rules("roles")[section]["reads"]:
        assert relate_roles(a, b)[0] == "agree", (a, b)
    for a, b in rules("roles")[section]["ignores"]:
        assert relate_roles(a, b)[0] == "conflict", (a, b)


@pytest.mark.parametrize(
    "section", ["offices", "timed", "ranks", "local", "presidents", "portfolios", "public"]
)
def test_role_clashes(section):
    for a, b in rules("roles")[section]["reads"]:
        assert relate_roles(a, b)[0] == "conflict", (a, b)
    for a, b in rules("roles")[section]["ignores"]:
        assert relate_roles(a, b)[0] != "conflict", (a, b)


def test_offices_held_together():
    for a, b in rules("roles")["together"]["reads"]:
        assert relate_roles(a, b)[0] != "conflict", (a, b)
    for a, b in rules("roles")["together"]["ignores"]:
        assert relate_roles(a, b)[0] == "conflict", (a, b)


def test_place_words_that_say_nothing():
    for a, b in rules("places")["empty"]["reads"]:
        assert place_words(a) == place_words(b)
