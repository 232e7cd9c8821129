"""Every paraphrase group shows a pair that meets and one that must not; no lemma is in two."""

from collections import Counter

import pytest

from reconcile.alignment.lexicon import ParaphraseGroup, concept, paraphrase_groups


@pytest.mark.parametrize("group", paraphrase_groups(), ids=lambda group: group.name)
def test_examples(group: ParaphraseGroup) -> None:
    same, other = group.same, group.other
    assert same[0] != same[1]
    assert concept(same[0]) == concept(same[1]) == f"={group.name}"
    assert concept(other[0]) != concept(other[1])
    assert f"={group.name}" in map(concept, other)


def test_a_lemma_stands_in_one_group_only() -> None:
    counts = Counter(word for group in paraphrase_groups() for word in group.words)
    assert [word for word, count in counts.items() if count > 1] == []


@pytest.mark.parametrize(
    ("a", "b"), [("metre", "meter"), ("colour", "color"), ("modernise", "modernize")]
)
def test_spellings_of_one_word_meet(a: str, b: str) -> None:
    assert concept(a) == concept(b)
