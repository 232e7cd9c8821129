"""Every rule of the room's vocabulary reads its examples and ignores what it must."""

import datetime

import pytest

from reconcile.articles.corrections import correction_start
from reconcile.articles.features import is_bar
from reconcile.articles.language import language_of
from reconcile.articles.published import published_in_text
from reconcile.articles.vocabulary import LineRule, line_rules, meets, rules_of
from tests.patterns import is_told_by


def _meets(rule: LineRule, words: str) -> bool:
    return len(words.split()) <= rule.max_words and meets(rule, words, words.lower())


@pytest.mark.parametrize("rule", line_rules(), ids=lambda rule: rule.name)
def test_line_rule_has_examples(rule):
    assert rule.reads
    assert rule.ignores


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        pytest.param(rule, words, id=f"{rule.name}: {words[:40]}")
        for rule in line_rules()
        for words in rule.reads
    ],
)
def test_line_rule_reads(rule, words):
    assert _meets(rule, words)


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        pytest.param(rule, words, id=f"{rule.name}: {words[:40]}")
        for rule in line_rules()
        for words in rule.ignores
    ],
)
def test_line_rule_ignores(rule, words):
    assert not _meets(rule, words)


@pytest.mark.parametrize(
    "rule", [each for each in line_rules() if each.needs], ids=lambda r: r.name
)
def test_no_line_meets_a_rule_without_its_needs(rule):
    assert is_told_by(rule.pattern, rule.needs)


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        ("(?:photo|image)s?:", True),
        ("(?:photo)?image", True),
        ("(?:photo|picture):", False),
        ("(?:photo)?:", False),
        (".*Photos+", True),
        ("[Pp]hoto", False),
        ("pho.to", False),
    ],
)
def test_needs_are_checked(pattern, told):
    assert is_told_by(pattern, ("photo", "image")) == told


def test_line_rule_names_are_unique():
    names = [rule.name for rule in line_rules()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("words", rules_of("bars")["reads"])
def test_bar_is_read(words):
    assert is_bar(words)


@pytest.mark.parametrize("words", rules_of("bars")["ignores"])
def test_bar_ignores(words):
    assert not is_bar(words)


@pytest.mark.parametrize("example", rules_of("published")["example"], ids=lambda e: e["text"])
def test_published_example(example):
    dated = published_in_text([example["text"]], ["posted"])
    wanted = datetime.datetime.fromisoformat(example["published"])
    assert dated.published == wanted
    assert dated.published.utcoffset() == wanted.utcoffset()


@pytest.mark.parametrize("example", rules_of("language")["example"], ids=lambda e: e["text"][:40])
def test_language_example(example):
    assert language_of(example["text"]) == example["language"]


@pytest.mark.parametrize("example", rules_of("corrections")["example"], ids=lambda e: e["text"])
def test_correction_example(example):
    start = correction_start(example["text"])
    assert (example["text"][start:] if start is not None else "") == example["read"]
