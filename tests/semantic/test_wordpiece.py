"""Texts in word pieces: numerals hidden, accents off, each piece where its word stands."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.semantic.encoder import FOLDER
from reconcile.semantic.wordpiece import NUMERAL, SPECIAL, UNKNOWN, pieces_of, read_vocabulary


@pytest.fixture(scope="module")
def vocabulary() -> Mapping[str, int]:
    return read_vocabulary(FOLDER / "vocabulary.txt")


def words(text: str, vocabulary: Mapping[str, int]) -> list[str]:
    names = list(vocabulary)
    return [names[number] for number in pieces_of(text, vocabulary).numbers]


def test_the_vocabulary_begins_with_the_special_pieces(vocabulary: Mapping[str, int]) -> None:
    assert tuple(vocabulary)[: len(SPECIAL)] == SPECIAL


def test_a_word_is_taken_apart_from_the_left(vocabulary: Mapping[str, int]) -> None:
    assert words("Firefighters rescued 3", vocabulary) == ["firefighters", "rescued", "[NUMERAL]"]
    assert words("misalignments", vocabulary) == ["mis", "##ali", "##gn", "##ments"]


@pytest.mark.parametrize("numeral", ["7", "1,652", "72.9", "05:40", "twelve", "Million"])
def test_a_numeral_is_one_piece_whatever_it_says(
    numeral: str, vocabulary: Mapping[str, int]
) -> None:
    assert pieces_of(numeral, vocabulary).numbers == [NUMERAL]


@pytest.mark.parametrize(
    ("numeral", "piece"), [("7", "7"), ("1,652", "1"), ("2012", "2012"), ("Twelve", "twelve")]
)
def test_what_a_numeral_says_is_kept_beside_it(
    numeral: str, piece: str, vocabulary: Mapping[str, int]
) -> None:
    pieces = pieces_of(f"The {numeral} men", vocabulary)
    names = list(vocabulary)
    assert [names[number] for number in pieces.told] == ["the", piece, "men"]


@pytest.mark.parametrize("word", ["caf\u00e9", "cafe\u0301"])
def test_accents_are_taken_off(word: str, vocabulary: Mapping[str, int]) -> None:
    assert words(word, vocabulary) == words("Cafe", vocabulary)


@pytest.mark.parametrize("word", ["日本", "a" * 41])
def test_what_is_no_english_word_is_unknown(word: str, vocabulary: Mapping[str, int]) -> None:
    assert pieces_of(word, vocabulary).numbers == [UNKNOWN]


def test_a_piece_has_the_span_of_its_word(vocabulary: Mapping[str, int]) -> None:
    text = "The misalignments cost €410m."
    pieces = pieces_of(text, vocabulary)
    spans = zip(pieces.begins, pieces.ends, strict=True)
    told = list(dict.fromkeys(text[begin:end] for begin, end in spans))
    assert told == ["The", "misalignments", "cost", "€", "410", "m", "."]


@given(st.text(max_size=200))
def test_pieces_lie_in_order_within_the_text(text: str) -> None:
    pieces = pieces_of(text, read_vocabulary(FOLDER / "vocabulary.txt"))
    assert pieces.begins == sorted(pieces.begins)
    assert pieces.ends == sorted(pieces.ends)
    assert all(
        0 <= begin < end <= len(text) for begin, end in zip(pieces.begins, pieces.ends, strict=True)
    )
