"""A text in, its letters out as they are compared: small, without accents."""

from __future__ import annotations

import unicodedata
from typing import Final

#: letters that do not come apart into a plain one and a mark
_LETTERS: Final = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d",
        "þ": "th", "ħ": "h",
    }
)  # fmt: skip


def fold(text: str) -> str:
    """The text in small letters without accents; all else stands as it is."""
    small = text.casefold()
    if small.isascii():
        return small
    apart = unicodedata.normalize("NFKD", small.translate(_LETTERS))
    return "".join(char for char in apart if not unicodedata.combining(char))
