"""Two claims on what someone is or does in, a judgement on the two titles out."""

from __future__ import annotations

from typing import Final

from reconcile import patterns
from reconcile.comparison.names import plain
from reconcile.comparison.offices import why_two
from reconcile.comparison.pair import Pair, quoted
from reconcile.comparison.titlewords import parts_of, role_words
from reconcile.model import Judgement, Verdict
from reconcile.values.steps import remark

_WORDS: Final = patterns.compile(r"[^\W_]+")


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
    clash = why_two(a, b)
    if clash:
        return "conflict", "different name", clash
    if parts_of(one) <= parts_of(other) or parts_of(other) <= parts_of(one):
        return "compatible", "more specific", "one is more specific"
    return "compatible", "variant", "neither title rules out the other"
