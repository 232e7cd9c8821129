"""Rule files in, their tables and compiled patterns out; each is read once.

A pattern is a regular expression over a masked line (see ``figures``) in which ``{percent:by}``
stands for a figure of a kind, by its name, ``{percent}`` for one that needs none, and ``{any:a}``
for one of any kind that adds up; ``{gap}`` for some words of one sentence without a figure,
``{few}`` for fewer; ``{when}`` for such words that may hold a date, a length or a rank, ``{long}``
for more; and ``{rise}`` for any of the words of the list of that name in the same file.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from reconcile import patterns
from reconcile.checks.signs import KINDS, is_sign, kind_of, signs_of
from reconcile.checks.wordlists import WordList, either_of, word_list
from reconcile.tables import read_tables

_SLOT: Final = patterns.compile(r"\{([a-z_|]+)(?::([a-z_]+))?\}")
#: what tells the figures that a pattern asks for: what is escaped or in a class is passed over
_PART: Final = patterns.compile(
    r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?:(?P<either>[A-Za-z |]+)\)(?![?*]|\{\d)"
    r"|(?P<open>\()|(?P<close>\))|(?P<or>\|)"
    r"|\{(?P<kind>[a-z_|]+)(?::(?P<name>[a-z_]+))?\}(?P<optional>[?*])?"
)
#: the kinds that can be added to their like
_ANY: Final = ("count", "money", "quantity", "percent", "age")
_TIMES: Final = ("date", "rank", "duration")
#: a character of one sentence that is no figure, and one that is none but of a time
_PLAIN: Final = rf"(?:(?![.;!?]\s)[^{signs_of(KINDS)}])"
_TIMELY: Final = rf"(?:(?![.;!?]\s)[^{signs_of([kind for kind in KINDS if kind not in _TIMES])}])"
_GAPS: Final = {
    "few": rf"{_PLAIN}{{0,24}}?",
    "gap": rf"{_PLAIN}{{0,60}}?",
    "when": rf"{_TIMELY}{{0,70}}?",
    "long": rf"{_TIMELY}{{0,140}}?",
}


@functools.cache
def rules(name: str) -> dict[str, Any]:
    """The table of one rule file."""
    return read_tables("checks", f"rules/{name}.toml")


def matches(text: str, file: str, masked: str) -> Iterator[re.Match[str]]:
    """Where a masked line says what a rule's pattern does.

    A pattern takes some milliseconds to compile: that is done at the first line that has the
    figures which it asks for, in their order, and the words.
    """
    if not _has_figures(masked, figures_asked(text)) or not _has_words(masked, words_asked(text)):
        return iter(())
    return pattern(text, file).finditer(masked)


def _has_figures(masked: str, asked: Sequence[frozenset[str]]) -> bool:
    kinds = iter(_kinds_in(masked))
    return all(any(kind in wanted for kind in kinds) for wanted in asked)


@functools.lru_cache(maxsize=1024)
def _kinds_in(masked: str) -> tuple[str, ...]:
    return tuple(kind_of(character) for character in masked if is_sign(character))


def _has_words(masked: str, asked: Sequence[Sequence[str]]) -> bool:
    small = _small(masked)
    return all(any(word in small for word in either) for either in asked)


@functools.lru_cache(maxsize=1024)
def _small(masked: str) -> str:
    return masked.lower()


@functools.cache
def figures_asked(text: str) -> tuple[frozenset[str], ...]:
    """The kinds of the figures that no match of a pattern does without, in their order.

    Only what stands outside all groups is looked at; beside an alternative nothing is sure.
    """
    found: list[frozenset[str]] = []
    depth = 0
    for part in _PART.finditer(text):
        if part["open"]:
            depth += 1
        elif part["close"]:
            depth -= 1
        elif part["or"] and not depth:
            return ()
        elif part["kind"] and not depth and not part["optional"]:
            kinds = frozenset(_ANY if part["kind"] == "any" else part["kind"].split("|"))
            if part["name"] or kinds <= frozenset(KINDS):
                found.append(kinds)
    return tuple(found)


@functools.cache
def words_asked(text: str) -> tuple[tuple[str, ...], ...]:
    """The words of which any match of a pattern has one, for each place where it has to.

    These are the groups outside all groups that hold nothing but words to choose from.
    """
    found: list[tuple[str, ...]] = []
    depth = 0
    for part in _PART.finditer(text):
        if part["either"] and not depth:
            found.append(tuple(part["either"].lower().split("|")))
        elif part["open"]:
            depth += 1
        elif part["close"]:
            depth -= 1
        elif part["or"] and not depth:
            return ()
    return tuple(found)


@functools.cache
def pattern(text: str, file: str) -> re.Pattern[str]:
    """A rule's pattern, its slots filled in."""

    def filled(slot: re.Match[str]) -> str:
        kind, name = slot.groups()
        if name is not None:
            kinds = _ANY if kind == "any" else kind.split("|")
            return rf"(?P<{name}>[{signs_of(kinds)}])"
        if kind in KINDS:
            return f"[{signs_of([kind])}]"
        return _GAPS[kind] if kind in _GAPS else one_of(kind, file)

    return re.compile(_SLOT.sub(filled, text), re.IGNORECASE)


@functools.cache
def one_of(section: str, file: str) -> str:
    """Any word of a list, as a part of a regular expression; the longest wins."""
    return either_of(rules(file)[section]["words"])


@functools.cache
def words(section: str, file: str) -> WordList:
    """What finds any word of a list."""
    return word_list(rules(file)[section]["words"])
