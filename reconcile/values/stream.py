"""A text under reading: its tokens, their words, and when and where it was published."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable
from typing import Any

from reconcile.model import Value
from reconcile.tuples import NamedTuple
from reconcile.values.tokens import Token, tokenize


class Stream:
    """One text under reading; ``words[i]`` is the lower-case form of ``tokens[i]``."""

    __slots__ = (
        "_vocabulary",
        "cents_on_the_dollar",
        "day_first",
        "elsewhere",
        "evidence",
        "numbers",
        "phrases",
        "place",
        "published",
        "raced",
        "text",
        "tokens",
        "words",
    )

    def __init__(
        self,
        text: str,
        published: datetime.datetime | None = None,
        place: str | None = None,
    ) -> None:
        self.text = text
        self.tokens: list[Token] = tokenize(text)
        self.words: list[str] = [token.lower for token in self.tokens]
        self.published = published
        self.place = place
        #: what speaks for each currency; found by settling.py when first needed
        self.evidence: Counter[str] | None = None
        #: currencies that the text sets apart from its bare signs; found with the evidence
        self.elsewhere: set[str] = set()
        #: whether it tells what part of each dollar is paid; found by money.py when needed
        self.cents_on_the_dollar: bool | None = None
        #: numbers already read, by the token they were looked for at
        self.numbers: dict[int, Any] = {}
        #: date phrases already read, by the token they were looked for at
        self.phrases: dict[int, Any] = {}
        #: whether it holds running times to a part of a second; found by racetimes.py when needed
        self.raced: bool | None = None
        #: whether the text writes days before months; found by calendarwords.py when first needed
        self.day_first: int | None = None
        self._vocabulary: frozenset[str] | None = None

    @property
    def vocabulary(self) -> frozenset[str]:
        """The different words of the text."""
        if self._vocabulary is None:
            self._vocabulary = frozenset(self.words)
        return self._vocabulary


class Reading(NamedTuple):
    """What a reader found: tokens ``first`` to ``last`` (half-open), hedges included."""

    first: int
    last: int
    value: Value


#: tries to read a value at the trigger token; None where there is none
Reader = Callable[[Stream, int], "Reading | None"]


def word_at(stream: Stream, index: int) -> str:
    """The lower-case form of a token; "" before the first and behind the last."""
    try:
        return stream.words[index] if index >= 0 else ""
    except IndexError:
        return ""


def kind_at(stream: Stream, index: int) -> str:
    """The kind of a token ("number", "word", "newline", "mark"); "" outside the text."""
    try:
        return stream.tokens[index].kind if index >= 0 else ""
    except IndexError:
        return ""


def text_at(stream: Stream, index: int) -> str:
    """A token as printed; "" outside the text."""
    if not 0 <= index < len(stream.tokens):
        return ""
    token = stream.tokens[index]
    return stream.text[token.start : token.end]


def joined(stream: Stream, index: int) -> bool:
    """Whether a token touches the one before it, no space between."""
    tokens = stream.tokens
    return 0 < index < len(tokens) and tokens[index - 1].end == tokens[index].start


def is_capitalised(stream: Stream, index: int) -> bool:
    """Whether a token begins with a capital letter."""
    return text_at(stream, index)[:1].isupper()


def matches(stream: Stream, index: int, phrase: tuple[str, ...]) -> bool:
    """Whether the words of a phrase stand at ``index``."""
    return tuple(stream.words[index : index + len(phrase)]) == phrase


def ends_with(stream: Stream, index: int, phrase: tuple[str, ...]) -> bool:
    """Whether the words of a phrase stand just before ``index``."""
    first = index - len(phrase)
    return first >= 0 and tuple(stream.words[first:index]) == phrase
