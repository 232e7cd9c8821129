"""Every scope rule reads its examples and leaves its counter-examples alone."""

import pytest

from reconcile.claims.parse import default_pipeline
from reconcile.claims.scope import ScopeRule, scope_rules, scope_words
from reconcile.claims.syntax import sentences_of


def _slots(text: str) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for sentence in sentences_of(default_pipeline()(text), 0):
        found |= {(name, value) for _, name, value in scope_words(sentence.words, sentence.lemmas)}
    return found


def _name(rule: ScopeRule) -> str:
    return f"{rule.name}-{rule.value}"


@pytest.mark.parametrize("rule", scope_rules(), ids=_name)
def test_examples(rule: ScopeRule) -> None:
    assert rule.reads
    assert rule.ignores
    for text in rule.reads:
        assert (rule.name, rule.value) in _slots(text), text
    for text in rule.ignores:
        assert (rule.name, rule.value) not in _slots(text), text
