"""Every rule of the checks room reads its examples and leaves alone what it must ignore."""

import pytest

from reconcile.checks.vocabulary import rules, words
from reconcile.verification import verify

FILES = (
    "ages averages changes groups listed masking quotations ranks repeated shares spans sums "
    "terms wider wording"
).split()
WORDS = [
    (file, section)
    for file in FILES
    for section, table in rules(file).items()
    if isinstance(table, dict) and "words" in table
]
PATTERNS = [
    (file, section, number)
    for file in FILES
    for section, tables in rules(file).items()
    if isinstance(tables, list)
    for number, _ in enumerate(tables)
]


@pytest.mark.parametrize(("file", "section"), WORDS)
def test_word_lists(file, section):
    table = rules(file)[section]
    assert table["reads"]
    assert table["ignores"]
    assert [text for text in table["reads"] if not words(section, file).search(text)] == []
    assert [text for text in table["ignores"] if words(section, file).search(text)] == []


@pytest.mark.parametrize(("file", "section", "number"), PATTERNS)
def test_patterns(file, section, number, checked):
    rule = rules(file)[section][number]
    assert rule["reads"]
    assert rule["ignores"]
    assert [text for text in rule["reads"] if not checked(text)] == []
    assert [text for text in rule["ignores"] if checked(text)] == []


@pytest.mark.parametrize(("file", "section", "number"), PATTERNS)
def test_what_a_pattern_finds_can_be_replayed(file, section, number, checked, article_of):
    for text in rules(file)[section][number]["reads"]:
        for check in checked(text):
            assert str(verify(check, [article_of(text)])) == "it holds"
