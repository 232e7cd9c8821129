"""Every word list of joint findings reads its examples and leaves alone what it must ignore."""

import pytest

from reconcile.checks.vocabulary import rules, words

LISTS = [
    name for name, table in rules("joint").items() if isinstance(table, dict) and "reads" in table
]


@pytest.mark.parametrize("name", LISTS)
def test_word_lists(name):
    table = rules("joint")[name]
    assert [text for text in table["reads"] if not words(name, "joint").search(text)] == []
    assert [text for text in table["ignores"] if words(name, "joint").search(text)] == []


@pytest.mark.parametrize("sort", rules("joint")["sort"], ids=lambda sort: sort["name"])
def test_no_noun_is_of_two_kinds_on_one_axis(sort):
    for kinds in sort["axes"].values():
        nouns = [noun for kind in kinds for noun in kind]
        assert len(nouns) == len(set(nouns))


@pytest.mark.parametrize("sort", rules("joint")["sort"], ids=lambda sort: sort["name"])
def test_no_general_noun_is_a_kind(sort):
    kinds = {noun for every in sort["axes"].values() for kind in every for noun in kind}
    assert not kinds & set(sort["general"])
