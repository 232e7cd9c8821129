"""Whether what stands before a figure is somebody whose age it may be: "the judge, 61, said"."""

from __future__ import annotations

from typing import Final

from reconcile.values.lexicon import word_set, word_values
from reconcile.values.markers import HYPHENS
from reconcile.values.nouns import is_plural
from reconcile.values.numbers import is_number_word, number_at
from reconcile.values.stream import Stream, is_capitalised, joined, kind_at, text_at, word_at

#: how many words before a noun its article may stand
_ARTICLE_REACH: Final = 5
#: how many words before a plural its number may stand
_NUMBER_REACH: Final = 4
#: how many places with a figure in brackets make a list of counts
_LEAST_LISTED: Final = 3
#: how many tokens back a list of names is told to be of persons
_LIST_REACH: Final = 12
_APOSTROPHES: Final = frozenset("'’")


def is_described(stream: Stream, index: int) -> bool:
    """As in "the retired judge", "a mother-of-three": one thing or person with an article."""
    word = word_at(stream, index)
    if kind_at(stream, index) != "word" or is_plural(word) and not is_number_word(word):
        return False
    if word in word_set("ages", "not_aged") | word_set("nouns", "stop"):
        return False
    for at in range(index - 1, index - 1 - _ARTICLE_REACH, -1):
        before = word_at(stream, at)
        if before in word_set("ages", "article"):
            return word_at(stream, at - 1) not in word_set("ages", "where")
        tied = before in HYPHENS and joined(stream, at) or before in _APOSTROPHES
        within = tied or before == "of" and word_at(stream, at - 1) in HYPHENS
        plain = kind_at(stream, at) == "word" and before not in word_set("nouns", "stop")
        if not (within or plain):
            return False
    return False


def is_one_name(stream: Stream, index: int) -> bool:
    """As in "Smith", "Ana": one word with a capital that is no name of a body or a measure."""
    if kind_at(stream, index) != "word" or not is_capitalised(stream, index):
        return False
    if text_at(stream, index).isupper():
        return False
    others = word_set("ages", "not_person") | word_set("ages", "no_name")
    word = word_at(stream, index)
    return word not in others | word_set("ages", "not_aged") and not is_plural(word)


def is_told_group(stream: Stream, index: int, years: int) -> bool:
    """As in "Ana and Ben, all 19", "The trio, all 19": how many they are is said already."""
    word = word_at(stream, index)
    if word in word_values("nouns", "sets"):
        return True
    if is_one_name(stream, index):
        return True
    for at in range(index - 1, index - 1 - _NUMBER_REACH, -1):
        if kind_at(stream, at) == "number" or is_number_word(word_at(stream, at)):
            number = number_at(stream, at)
            return is_plural(word) and number is not None and number.number != years
        if kind_at(stream, at) != "word":
            return False
    return False


def counts_places(stream: Stream, index: int) -> bool:
    """Whether the bracket at a token is of a list as "Leyte (6), Samar (3) and Cebu (11)"."""
    first = index
    while _is_item(stream, _item_before(stream, first)):
        first = _item_before(stream, first)
    count, last = 0, first
    while _is_item(stream, last):
        count, last = count + 1, _item_behind(stream, last)
    if count < _LEAST_LISTED:
        return False
    told = stream.words[max(0, first - 1 - _LIST_REACH) : first - 1]
    return not any(word in word_set("ages", "person") for word in told)


def _is_item(stream: Stream, index: int) -> bool:
    """Whether the bracket at a token holds one figure, behind a name of one word."""
    bracketed = word_at(stream, index) == "(" and word_at(stream, index + 2) == ")"
    figure = bracketed and kind_at(stream, index + 1) == "number"
    return figure and is_one_name(stream, index - 1) and not is_capitalised(stream, index - 2)


def _item_before(stream: Stream, index: int) -> int:
    """Where the bracket of the item before one stands, if there is one."""
    at = index - 2
    while word_at(stream, at) in (",", "and"):
        at -= 1
    return at - 2


def _item_behind(stream: Stream, index: int) -> int:
    at = index + 3
    while word_at(stream, at) in (",", "and"):
        at += 1
    return at + 1
