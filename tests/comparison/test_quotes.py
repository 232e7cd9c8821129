"""Quotations of one speaker: verbatim, trimmed, drifted, turned round; and whose they are."""

import pytest

from reconcile.comparison import compare
from reconcile.comparison.quotes import edit_script, quote_words, relate_quotes
from tests.comparison.made import make


@pytest.mark.parametrize(
    ("a", "b", "verdict", "reason"),
    [
        ("We will stay in Karo", "We will stay in Karo.", "agree", "same words"),
        ("We won't leave Karo", "We will not leave Karo", "compatible", "variant"),
        ("We lost it all, and then we built anew", "We lost it all", "compatible", "more specific"),
        ("The town is badly hurt", "The town is very badly hurt", "compatible", "variant"),
        ("We have forty trucks here", "We have 40 trucks here", "compatible", "variant"),
        ("We have forty trucks here", "We have fourteen trucks here", "conflict",
         "different sense"),
        ("The plant will close in May", "The plant may close in May", "conflict",
         "different sense"),
        ("You must pay the fine now", "You should pay the fine now", "conflict",
         "different sense"),
        ("All our trains were checked", "Some our trains were checked", "conflict",
         "different sense"),
        ("I did take the money home", "I did not take the money home", "conflict",
         "different sense"),
        ("We will raise the fare", "We will cut the fare", "conflict", "different sense"),
    ],
)  # fmt: skip
def test_two_renderings(a, b, verdict, reason):
    for judgement in (relate_quotes(a, b), relate_quotes(b, a)):
        assert (judgement.verdict, judgement.reason) == (verdict, reason), judgement


def test_the_way_from_one_to_the_other():
    one = quote_words("Today we will sell the very old plant here")
    other = quote_words("We may sell the plant here and now")
    script = edit_script(one, other)
    told = [edit.what for edit in script]
    assert told == ["cut", "keep", "change", "keep", "drop", "keep", "cut"]
    assert tuple(word for edit in script for word in edit.a) == one
    assert tuple(word for edit in script for word in edit.b) == other


def test_the_edits_are_told():
    judgement = relate_quotes("We are proud of all our people", "We are so proud of our people")
    assert judgement.explanation == "The quotation drifted: “so” in one only; “all” in one only."


def test_the_same_words_of_two_persons_are_told():
    words = "All our trains passed their checks in May"
    a = make(words, words, "quote", speaker="Ana Silva")
    b = make(words, words, "quote", name="b", speaker="Rui Costa")
    judgement = compare(a[0], b[0], a[1], b[1])
    assert (judgement.verdict, judgement.reason) == ("compatible", "other speaker")
    assert "Ana Silva in Paper A, Rui Costa in Paper B" in judgement.explanation


@pytest.mark.parametrize("speaker", ["Silva", "Minister Ana Silva", "the minister", "he", None])
def test_one_speaker_in_other_words_is_no_other_speaker(speaker):
    words = "All our trains passed their checks in May"
    a = make(words, words, "quote", speaker="Ana Silva")
    b = make(words, words, "quote", name="b", speaker=speaker)
    assert compare(a[0], b[0], a[1], b[1]).reason == "same words"
