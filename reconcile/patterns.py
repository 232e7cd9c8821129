"""A regular expression in, one that is compiled at its first use out.

To compile one takes about as long as to read a page with it, and most runs use half of those that
the library has.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from re import compile as compile  # noqa: A004
else:

    def compile(text, flags=0):  # noqa: A001
        """What ``re.compile`` gives, made when it is first asked for something."""
        return _Pattern(text, flags)


_METHODS: Final = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


class _Pattern:
    """Stands for a compiled pattern; from its first use on it has the methods of that."""

    def __init__(self, text: str, flags: int) -> None:
        self._made_of = text, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = re.compile(*self._made_of)
        self.__dict__.update({each: getattr(compiled, each) for each in _METHODS})
        return getattr(compiled, name)

    def __reduce__(self) -> tuple[Any, ...]:
        return _Pattern, self._made_of
