"""Text in, tokens out: words, numbers and single marks, each with its span; linear in the text."""

from __future__ import annotations

import re
from typing import Final

from reconcile import patterns
from reconcile.tuples import NamedTuple

_TOKEN: Final = patterns.compile(
    r"""
      (?P<number> \d+ (?: [.,]\d+ )* )   # 1,200  12.5  3.400,00: grouping is judged later
    | (?P<word>   [^\W\d_]+ )             # letters of any script; apostrophes and hyphens are marks
    | (?P<newline> \n )
    | (?P<mark>   [^\s] )
    """,
    re.VERBOSE,
)


class Token(NamedTuple):
    """One token; ``text[start:end]`` of the text read, and its lower-case form."""

    kind: str
    start: int
    end: int
    lower: str


def tokenize(text: str) -> list[Token]:
    """The tokens of a text in order; white space other than newlines gives none."""
    return [
        Token(match.lastgroup or "mark", match.start(), match.end(), match.group().lower())
        for match in _TOKEN.finditer(text)
    ]


def words_in(text: str) -> list[str]:
    """The tokens of a text as they are in lower case."""
    return [match.group().lower() for match in _TOKEN.finditer(text)]
