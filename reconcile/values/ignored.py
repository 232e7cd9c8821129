"""Figures that are names, not numbers: phone numbers, flights, sections, models, versions."""

from __future__ import annotations

import functools
from typing import Final

from reconcile.values.digits import market_fraction
from reconcile.values.lexicon import Phrases, by_first, by_last, load, word_set, word_values
from reconcile.values.markers import HYPHENS, suffix_at
from reconcile.values.nouns import noun_behind
from reconcile.values.quakes import magnitude_letter
from reconcile.values.signs import sign_before
from reconcile.values.stream import (
    Stream,
    ends_with,
    is_capitalised,
    joined,
    kind_at,
    matches,
    word_at,
)

_JOINERS: Final = HYPHENS | frozenset("./")
#: how many tokens of a web address are looked back through
_LONGEST_ADDRESS: Final = 60
_LINKS: Final = frozenset(("and", "to", "or", "&", "-", "–"))
#: words before "week 44"
_WEEK_LEADS: Final = frozenset(("in", "of", "by", "until", "since", "from", "through", "for"))
_WEEKS: Final = 53
_PHONE_GROUPS: Final = 3
_URL_MARKS: Final = frozenset("@#/=&_?%~\\")


def end_of_name(stream: Stream, index: int) -> int | None:
    """The index behind a name or code that holds the figure at a token; None for a number."""
    phrase = phrase_at(stream, index)
    if phrase is not None:
        return phrase
    if kind_at(stream, index) == "number":
        item = item_at(stream, index)
        return item or _end_of_code(stream, index) or _end_of_reference(stream, index)
    return None


def phrase_at(stream: Stream, index: int) -> int | None:
    """The index behind a whole name with a number in it: "Group of Seven", "COVID-19", "24/7"."""
    starting, ending = _names()
    word = stream.words[index]
    for words, _ in starting.get(word, ()):
        if matches(stream, index, words) and not joined(stream, index):
            return index + len(words)
    for words, _ in ending.get(word, ()):
        if len(words) > 1 and ends_with(stream, index + 1, words):
            return index + 1
    return None


@functools.cache
def _names() -> tuple[Phrases, Phrases]:
    phrases = [(phrase, 1) for rule in load("ignored")["name"] for phrase in rule["phrases"]]
    return by_first(phrases), by_last(phrases)


# --- codes ------------------------------------------------------------------------------------


def item_at(stream: Stream, index: int) -> int | None:
    """The point behind the number of an item in a list: "3. The door", "; 2. Edwin Rojas"."""
    if word_at(stream, index - 1) not in ("", "\n", ";") or len(stream.words[index]) > 2:
        return None
    point, name = index + 1, index + 2
    listed = word_at(stream, point) == "." and joined(stream, point) and not joined(stream, name)
    return name if listed and is_capitalised(stream, name) else None


def _end_of_code(stream: Stream, index: int) -> int | None:
    """The end of digits tied to letters or to more digits: "A380", "F-16", "555-0143", "1.2.3"."""
    words = stream.words
    if words[index].count(".") > 1 and "," not in words[index] and not _is_grouped(words[index]):
        return index + 1
    if word_at(stream, index - 1) == "[" and word_at(stream, index + 1) == "]":
        return index + 1
    if joined(stream, index) and _in_address(stream, index):
        return _end_of_run(stream, index)
    if joined(stream, index) and sign_before(stream, index) is None:
        tied = _tied_before(stream, index) and magnitude_letter(stream, index) is None
        if tied:
            return _run_out(stream, index + 1)
    if _opens_phone(stream, index):
        return _figures_out(stream, index)
    end = _phone(stream, index)
    if end is not None:
        return end
    if _tied_behind(stream, index + 1):
        return _run_out(stream, index + 1)
    return None


def _opens_phone(stream: Stream, index: int) -> bool:
    """Whether spaced figures are a phone number: "0800 555 0199", "+1 202 555 0143"."""
    if kind_at(stream, index + 1) != "number":
        return False
    first = stream.words[index]
    if word_at(stream, index - 1) == "+":
        return kind_at(stream, index + 2) == "number"
    return first[0] == "0" and len(first) > 2 and first.isdecimal()


def _figures_out(stream: Stream, index: int) -> int:
    while kind_at(stream, index) == "number":
        index += 1
    return index


def _in_address(stream: Stream, index: int) -> bool:
    """Whether the figure stands in a web address: its unbroken run holds "://" or "www."."""
    first = index
    while index - first < _LONGEST_ADDRESS and joined(stream, first):
        first -= 1
        if stream.words[first] == "www" or stream.words[first : first + 3] == [":", "/", "/"]:
            return True
    return False


def _end_of_run(stream: Stream, index: int) -> int:
    while joined(stream, index + 1) and kind_at(stream, index + 1) != "newline":
        index += 1
    return index + 1


def _is_grouped(word: str) -> bool:
    return all(len(group) == 3 for group in word.split(".")[1:])


def _tied_before(stream: Stream, index: int) -> bool:
    """Whether letters, or letters and a hyphen, stand right before digits."""
    before = word_at(stream, index - 1)
    if before in _URL_MARKS:
        return joined(stream, index - 1) and kind_at(stream, index - 2) != "number"
    if kind_at(stream, index - 1) == "word":
        return True
    if before in HYPHENS and joined(stream, index - 1):
        word = word_at(stream, index - 2)
        return kind_at(stream, index - 2) == "word" and word not in word_set(
            "ignored", "hyphen_number"
        )
    return False


def _tied_behind(stream: Stream, index: int) -> bool:
    """Whether letters that are no unit, scale or ordinal ending stand right behind digits."""
    if kind_at(stream, index) != "word" or not joined(stream, index):
        return False
    word = stream.words[index]
    if joined(stream, index + 1) and kind_at(stream, index + 1) == "number":
        return suffix_at(stream, index) is None  # "24703L202"
    if word not in word_set("ignored", "unit_name") or not is_capitalised(stream, index):
        return False
    if sign_before(stream, index - 1) is not None:
        return False
    figure = stream.words[index - 1]
    return {"k": len(figure) < 2, "b": "." not in figure}.get(word, True)


def _run_out(stream: Stream, index: int) -> int:
    """The index behind all that is joined to a code."""
    while joined(stream, index) and (
        kind_at(stream, index) in ("word", "number")
        or stream.words[index] in _JOINERS
        and joined(stream, index + 1)
        and kind_at(stream, index + 1) in ("word", "number")
    ):
        index += 1
    return index


def _phone(stream: Stream, index: int) -> int | None:
    """The end of three or more groups of digits, or of two that begin like a phone number."""
    if market_fraction(stream, index + 1) is not None:
        return None
    at, groups = index + 1, 1
    while groups < 8:
        step = 2 if word_at(stream, at) in _JOINERS and joined(stream, at) else 0
        if not step or kind_at(stream, at + 1) != "number" or not joined(stream, at + 1):
            break
        at, groups = at + step, groups + 1
    if groups >= _PHONE_GROUPS:
        return at
    last = word_at(stream, at - 1)
    if groups == 2 and word_at(stream, index + 1) in HYPHENS and last[0] == "0" and len(last) > 1:
        return at
    return at if word_at(stream, index - 1) == "+" and groups > 1 else None


# --- references -------------------------------------------------------------------------------


def _end_of_reference(stream: Stream, index: int) -> int | None:
    """The end of a number that a noun in front makes a reference: "Section 230", "page 14"."""
    before = word_at(stream, index - 1)
    at = index - 1
    if before == "." and kind_at(stream, index - 2) == "word":
        at, before = index - 2, word_at(stream, index - 2)
    if before in ("number", "no", "nos") and word_at(stream, at - 1) in word_set(
        "ignored", "filed"
    ):
        return _run_out(stream, index + 1)
    capital, small = _before_words()
    named = before in small or before in capital and _is_title(stream, at)
    if named and not _counts(stream, index, before):
        return _past_brackets(stream, _run_out(stream, index + 1))
    if _is_index_name(stream, index) or _is_model(stream, index):
        return index + 1
    if _is_next_reference(stream, index) or _is_week(stream, index):
        return index + 1
    return None


def _is_next_reference(stream: Stream, index: int) -> bool:
    """As in "Junctions 17 and | 18": nothing is counted behind it."""
    if word_at(stream, index - 1) not in _LINKS or kind_at(stream, index - 2) != "number":
        return False
    capital, small = _before_words()
    noun = word_at(stream, index - 3)
    forms = {noun, noun.removesuffix("s")}
    named = forms & small or forms & capital and _is_title(stream, index - 3)
    return bool(named) and _counts_nothing(stream, index + 1)


def _is_week(stream: Stream, index: int) -> bool:
    """As in "in week 44": a week of the year."""
    if word_at(stream, index - 1) != "week" or not stream.words[index].isdecimal():
        return False
    lead = word_at(stream, index - 2) in _WEEK_LEADS or is_capitalised(stream, index - 1)
    numbered = int(stream.words[index]) <= _WEEKS
    return lead and numbered and _counts_nothing(stream, index + 1)


def _counts_nothing(stream: Stream, index: int) -> bool:
    return noun_behind(stream, index) is None and suffix_at(stream, index) is None


def _past_brackets(stream: Stream, index: int) -> int:
    """The index behind the parts of a section: "376(2)(a)"."""
    while word_at(stream, index) == "(" and joined(stream, index):
        if word_at(stream, index + 2) != ")" or not joined(stream, index + 2):
            break
        index += 3
    return index


def _is_model(stream: Stream, index: int) -> bool:
    """Whether the figure is a model of a maker that the text names: "the 787", "Boeing's 777"."""
    makers = word_values("ignored", "model").get(stream.words[index])
    return makers is not None and any(maker in stream.vocabulary for maker in makers)


def _is_title(stream: Stream, index: int) -> bool:
    """Whether a word has a capital that is not due to its opening a sentence."""
    token = stream.tokens[index]
    return stream.text[token.start : token.end] != token.lower


def _counts(stream: Stream, index: int, before: str) -> bool:
    """Whether a unit or currency behind the figure shows that it is a number after all."""
    if "," in stream.words[index] or joined(stream, index) and sign_before(stream, index):
        return True
    return suffix_at(stream, index + 1) is not None and not joined(stream, index + 1)


@functools.cache
def _before_words() -> tuple[frozenset[str], frozenset[str]]:
    rules = load("ignored")["before"]
    capital = frozenset(word for rule in rules if rule["capital"] for word in rule["words"])
    return capital, frozenset(
        word for rule in rules if not rule["capital"] for word in rule["words"]
    )


def _is_index_name(stream: Stream, index: int) -> bool:
    """Whether the figure is part of an index's name: "S&P 500", "FTSE 100"."""
    rule = load("ignored")["behind_name"][0]
    if stream.words[index] not in rule["after"]:
        return False
    at = index - 1 if word_at(stream, index - 1) in HYPHENS else index
    return any(
        ends_with(stream, at, words) for words, _ in _indexes().get(word_at(stream, at - 1), ())
    )


@functools.cache
def _indexes() -> Phrases:
    return by_last(
        (phrase, 1) for rule in load("ignored")["behind_name"] for phrase in rule["phrases"]
    )
