"""The files of rules/ in, compiled rules and word sets out; each is read once, at first use."""

from __future__ import annotations

import functools
import re
from typing import Any

from reconcile.model import SegmentRole
from reconcile.tables import read_tables
from reconcile.tuples import NamedTuple


class LineRule(NamedTuple):
    """A kind of line that is told by its words."""

    name: str
    role: SegmentRole
    #: a regular expression; letter case is ignored unless ``case``
    pattern: str
    case: bool
    #: in small letters; a line that holds none of them does not meet the pattern
    needs: tuple[str, ...]
    #: lines of more words are not looked at
    max_words: int
    #: "head": only in front of the story; "furniture": only right behind furniture; or ""
    where: str
    #: a heading whose list below has the same role
    opens: bool
    reads: tuple[str, ...]
    ignores: tuple[str, ...]


@functools.cache
def rules_of(name: str) -> dict[str, Any]:
    """The tables of ``rules/<name>.toml``."""
    return read_tables("articles", f"rules/{name}.toml")


def _line_rule(entry: dict[str, Any]) -> LineRule:
    return LineRule(
        name=entry["name"],
        role=entry["role"],
        pattern=entry["pattern"],
        case=entry.get("case", False),
        needs=tuple(entry.get("needs", ())),
        max_words=entry["max_words"],
        where=entry.get("where", ""),
        opens=entry.get("opens", False),
        reads=tuple(entry["reads"]),
        ignores=tuple(entry["ignores"]),
    )


@functools.cache
def line_rules() -> tuple[LineRule, ...]:
    """The rules of ``lines.toml`` in their order: the first that matches wins."""
    return tuple(_line_rule(entry) for entry in rules_of("lines")["line"])


def meets(rule: LineRule, words: str, small: str) -> bool:
    """Whether a line, given as it is and in small letters, meets the pattern of a rule."""
    if rule.needs and not any(need in small for need in rule.needs):
        return False
    return _compiled(rule.pattern, rule.case).match(words) is not None


@functools.cache
def _compiled(pattern: str, case: bool) -> re.Pattern[str]:
    return re.compile(pattern, re.NOFLAG if case else re.IGNORECASE)


@functools.cache
def word_set(file: str, key: str) -> frozenset[str]:
    """A list of words of a rules file, for look-up."""
    return frozenset(rules_of(file)[key])
