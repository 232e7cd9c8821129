"""Two claims on what someone is or does in, a judgement on the two titles out."""

from __future__ import annotations

import functools
import re
from typing import Final

from reconcile import patterns
from reconcile.comparison.names import plain
from reconcile.comparison.pair import Pair, quoted
from reconcile.comparison.vocabulary import rules
from reconcile.model import Judgement, Verdict
from reconcile.values.steps import remark

_WORDS: Final = patterns.compile(r"[^\W_]+")
#: a title that only says for whom somebody works: "of train firm KN"
_AFFILIATED: Final = patterns.compile(r"\s*(?:of|at|from|with|for)\b", re.IGNORECASE)
_RANKS: Final = frozenset(("deputy", "vice", "assistant", "acting"))


def compare_roles(pair: Pair) -> Judgement:
    """A rewording agrees, a closer title is compatible, offices that clash conflict."""
    verdict, reason, why = relate_roles(pair.a.focus.text, pair.b.focus.text)
    if reason == "same words":
        return Judgement("agree", reason, f"Both say {quoted(pair.a)}.")
    both = f"{quoted(pair.a)} and {quoted(pair.b)}"
    told = {"agree": "are one title", "compatible": "can be one post"}.get(verdict, "are two posts")
    return Judgement(verdict, reason, f"{both} {told}: {why}.", remark(why))


def relate_roles(a: str, b: str) -> tuple[Verdict, str, str]:
    """The verdict on two titles, its reason, and why in a few words."""
    if _WORDS.findall(plain(a)) == _WORDS.findall(plain(b)):
        return "agree", "same words", "the same words"
    one, other = role_words(a), role_words(b)
    if set(one) == set(other):
        return "agree", "variant", "the same title in other words"
    clash = _clash(set(one), set(other)) or _employed(a, b)
    if clash:
        return "conflict", "different name", clash
    if set(one) <= set(other) or set(other) <= set(one):
        return "compatible", "more specific", "one is more specific"
    return "compatible", "variant", "neither title rules out the other"


@functools.lru_cache(maxsize=4096)
def role_words(text: str) -> tuple[str, ...]:
    """The words of a title, brought to one wording, small words left out."""
    found = f" {' '.join(_WORDS.findall(plain(text)))} "
    for row in rules("roles")["rewordings"]["rows"]:
        found = found.replace(f" {row[0]} ", f" {row[-1]} ")
    empty = set(rules("roles")["empty"]["words"])
    words = tuple(word for word in found.split() if word not in empty)
    return tuple("minister" if _is_minister(word, words) else word for word in words)


def _is_minister(word: str, words: tuple[str, ...]) -> bool:
    """Whether "secretary" is the head of a field of government: "Secretary of the Economy"."""
    others = rules("roles")["portfolios"]["not_secretary"]
    return word == "secretary" and bool(_portfolio(set(words))) and not set(words) & set(others)


def _clash(one: set[str], other: set[str]) -> str | None:
    """Why two titles cannot be one person's, or ``None``; a former post goes with any other."""
    if ("former" in one) != ("former" in other):
        return None
    heads_one, heads_other = _offices(one), _offices(other)
    if not heads_one or not heads_other:
        return None
    shared = heads_one & heads_other
    if shared:
        return _within_office(one, other, shared)
    if any(_together(left, right) for left in heads_one for right in heads_other):
        return _premier_or_minister(one, other)
    return f"one is {_an(min(heads_one))}, the other {_an(min(heads_other))}"


def _employed(a: str, b: str) -> str | None:
    """One holds a public office, and the other is told only by the firm that employs them."""
    table = rules("roles")["public"]
    for office, employed in ((a, b), (b, a)):
        one, other = set(role_words(office)), set(role_words(employed))
        public, firms = one & set(table["offices"]), other & set(table["employers"])
        if public and firms and _AFFILIATED.match(employed) and not one & set(table["employers"]):
            return f"one is {_an(min(public))}, the other works for {_an(min(firms))}"
    return None


def _premier_or_minister(one: set[str], other: set[str]) -> str | None:
    """A premier may be called a minister, but not the minister of a field."""
    for left, right in ((one, other), (other, one)):
        field = _portfolio(right) - _portfolio({"premier"})
        if "premier" in left and "minister" not in left and "minister" in right and field:
            return None if "premier" in right else "one is the premier, the other a minister"
    return None


def _an(word: str) -> str:
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"


def _offices(words: set[str]) -> set[str]:
    return {head for head in rules("roles")["offices"]["heads"] if set(head.split()) <= words}


def _within_office(one: set[str], other: set[str], shared: set[str]) -> str | None:
    """Two portfolios of one office, or an office and its deputy."""
    if (one & _RANKS) != (other & _RANKS):
        return f"only one is {_an(min((one | other) & _RANKS))}"
    left, right = _portfolio(one), _portfolio(other)
    if left and right and not left & right and "minister" in shared:
        return "they are ministers of two fields"
    return None


def _portfolio(words: set[str]) -> set[int]:
    """The fields of government that a title names, by their number in the table."""
    groups = rules("roles")["portfolios"]["groups"]
    return {number for number, group in enumerate(groups) if words & set(group)}


def _together(left: str, right: str) -> bool:
    return any({left, right} == set(pair) for pair in rules("roles")["together"]["pairs"])
