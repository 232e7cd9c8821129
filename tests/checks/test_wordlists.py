"""Lists of words find what a regular expression of them would; patterns are passed over rightly."""

from __future__ import annotations

import re

import pytest

from reconcile.checks.vocabulary import figures_asked, pattern, rules, words_asked
from reconcile.checks.wordlists import either_of, word_list
from tests.patterns import is_told_by

WORDS = ("last year", "last", "back-to-back", "of", "DOB", "'ll", "no.", "year of")
LISTED = word_list(WORDS)
PLAIN = re.compile(either_of(WORDS), re.IGNORECASE)
TEXTS = (
    "",
    "Last year, of all",
    "back to back",
    "It was Back-to-back",
    "offer",
    "last  year",
    "dob",
    "The last year of all years.",
    "he'll, 'll and 'lls",
    "no.1 and no. 2",
    "İn last year, LAST",
    "of_it",
)
BOUNDS = ((0, 99), (1, 99), (0, 8), (4, 13), (2, 5))
PATTERNS = [
    (file, rule[key].replace("{same", "{count"))
    for file in ("averages", "changes", "groups", "listed", "shares", "spans", "sums", "wider")
    for section in rules(file).values()
    if isinstance(section, list)
    for rule in section
    for key in ("pattern", "told")
    if isinstance(rule.get(key), str)
]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("method", ["search", "match", "fullmatch"])
def test_a_list_finds_what_a_regular_expression_does(text: str, method: str) -> None:
    found, wanted = getattr(LISTED, method)(text), getattr(PLAIN, method)(text)
    assert (found and found.span()) == (wanted and wanted.span())


@pytest.mark.parametrize("text", TEXTS)
def test_a_list_takes_texts_apart_as_a_regular_expression_does(text: str) -> None:
    assert LISTED.findall(text) == PLAIN.findall(text)
    assert LISTED.split(text, maxsplit=1) == PLAIN.split(text, maxsplit=1)
    assert LISTED.sub("-", text) == PLAIN.sub("-", text)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("bounds", BOUNDS)
def test_a_list_finds_what_lies_between_bounds(text: str, bounds: tuple[int, int]) -> None:
    found = list(LISTED.finditer(text, *bounds))
    assert [each.span() for each in found] == [
        each.span() for each in PLAIN.finditer(text, *bounds)
    ]
    assert [each.group() for each in found] == PLAIN.findall(text, *bounds)


@pytest.mark.parametrize(("file", "text"), PATTERNS)
def test_no_line_meets_a_pattern_without_the_words_that_it_asks_for(file: str, text: str) -> None:
    for words in words_asked(text):
        assert is_told_by(pattern(text, file).pattern, words)


def test_only_what_stands_outside_all_groups_is_asked_for() -> None:
    assert words_asked(r"{count:a}{gap}\b(?:in all|Together)\b") == (("in all", "together"),)
    assert words_asked(r"(?:one|two)?(?: (?:three|four)){count:a}(?:[ab]|c)") == ()
    assert words_asked(r"(?:one|two)|{count:a}") == ()
    assert figures_asked(r"{count:a}(?:one|two){money:b}") == (
        frozenset(("count",)),
        frozenset(("money",)),
    )
