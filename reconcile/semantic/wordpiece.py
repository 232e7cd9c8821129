"""A text in, its word pieces out: their numbers in the vocabulary, and the span each stands in.

The pieces are those of BERT (Devlin et al. 2019): small letters without accents, the longest piece
that the vocabulary has, from left to right. Every numeral in digits and every plain number word is
one and the same piece: the reader is to see that a figure stands there, and not which. Which it is
is kept beside it, for those that look at another figure.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from reconcile.tuples import NamedTuple

#: the pieces that the vocabulary begins with: for what is no text, an unknown word, where a text
#: begins and ends, and a numeral
SPECIAL: Final = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[NUMERAL]")
UNKNOWN: Final = SPECIAL.index("[UNK]")
BEGIN: Final = SPECIAL.index("[CLS]")
END: Final = SPECIAL.index("[SEP]")
NUMERAL: Final = SPECIAL.index("[NUMERAL]")
#: letters of a word beyond which it is no word
LONGEST: Final = 40
_NUMERAL_ALONE: Final = (NUMERAL,)
_WORD: Final = re.compile(r"(?P<numeral>\d+(?:[.,:]\d+)*)|(?:[^\W\d_][\u0300-\u036f]*)+|[^\w\s]|_")
_DIGITS: Final = re.compile(r"\d+")
_NUMBER_WORDS: Final = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
    " hundred hundreds thousand thousands million millions billion billions trillion trillions"
    " dozen".split()
)


class Pieces(NamedTuple):
    """The word pieces of a text, in order."""

    numbers: list[int]
    #: the same with every numeral as the first piece of what it says
    told: list[int]
    #: by piece: where the word that it is part of begins and ends
    begins: list[int]
    ends: list[int]


@functools.cache
def read_vocabulary(path: Path) -> Mapping[str, int]:
    """Piece: its number, which is its line in the file."""
    return {
        piece: line
        for line, piece in enumerate(path.read_text("utf-8").removesuffix("\n").split("\n"))
    }


def pieces_of(text: str, vocabulary: Mapping[str, int]) -> Pieces:
    """The word pieces of a text; a word is taken apart once."""
    known: dict[str, tuple[int, ...]] = {}
    figures: dict[str, int] = {}
    numbers: list[int] = []
    told: list[int] = []
    begins: list[int] = []
    ends: list[int] = []
    for found in _WORD.finditer(text):
        word = found.group()
        parts = _NUMERAL_ALONE if found.lastgroup else known.get(word)
        if parts is None:
            parts = known[word] = _apart(_plain(word), vocabulary)
        numbers += parts
        if parts == _NUMERAL_ALONE:
            if word not in figures:
                figures[word] = _first_piece(word, vocabulary)
            told.append(figures[word])
        else:
            told += parts
        begins += [found.start()] * len(parts)
        ends += [found.end()] * len(parts)
    return Pieces(numbers, told, begins, ends)


def _first_piece(numeral: str, vocabulary: Mapping[str, int]) -> int:
    """The longest piece that a numeral begins with, of its first group of digits."""
    digits = _DIGITS.match(numeral)
    word = _plain(digits.group() if digits else numeral)
    starts = (vocabulary.get(word[:end]) for end in range(len(word), 0, -1))
    return next((number for number in starts if number is not None), UNKNOWN)


def _plain(word: str) -> str:
    """Small letters without the marks that stand on them."""
    apart = unicodedata.normalize("NFD", word.lower())
    return "".join(char for char in apart if unicodedata.category(char) != "Mn")


def _apart(word: str, vocabulary: Mapping[str, int]) -> tuple[int, ...]:
    if word in _NUMBER_WORDS:
        return _NUMERAL_ALONE
    if len(word) > LONGEST:
        return (UNKNOWN,)
    parts: list[int] = []
    begin = 0
    while begin < len(word):
        mark = "##" if begin else ""
        for end in range(len(word), begin, -1):
            number = vocabulary.get(mark + word[begin:end])
            if number is not None:
                parts.append(number)
                begin = end
                break
        else:
            return (UNKNOWN,)
    return tuple(parts)
