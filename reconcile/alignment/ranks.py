"""Two ranks in, whether they rank alike out: named levels.

"The worst flood since 2002" and "the worst in two decades" are records of their time, "the fourth
strike this year" and "the fourth since January" are counted over one; "the first round" is neither.
"""

from __future__ import annotations

import functools
from typing import Any, Final

from reconcile import patterns
from reconcile.alignment.lexicon import concept
from reconcile.model import Claim
from reconcile.records import frozen
from reconcile.tables import read_tables

RANK_LEVELS: Final = (
    "both are records of a time", "both are counted over a time", "of a time on one side",
    "superlatives of one measure", "superlatives of other measures", "a superlative on one side",
)  # fmt: skip
#: words behind a rank that may tell its time
_BEHIND: Final = 14
_WORD: Final = patterns.compile(r"\w+(?:['’]\w+)*|[.;!?]")
_NUMBER: Final = patterns.compile(r"\d[\d,.]*\Z")


@frozen
class Ranked:
    """How a rank ranks: by which superlatives, and whether over a time that it names."""

    superlatives: frozenset[str]
    over_time: bool


def ranked_of(claim: Claim, text: str) -> Ranked | None:
    """How a claim ranks in the text of its article; ``None`` where it is no rank."""
    if claim.focus.kind != "rank":
        return None
    said = text[claim.focus.start : claim.clause.sentence.end]
    return Ranked(superlatives_in(claim.focus.text), tells_time(said))


def rank_evidence(a: Ranked | None, b: Ranked | None) -> list[float]:
    """The numbers of ``RANK_LEVELS`` for two claims; nothing where one is no rank."""
    if a is None or b is None:
        return [0.0] * len(RANK_LEVELS)
    timed = a.over_time and b.over_time
    shared = bool(a.superlatives & b.superlatives)
    most = [bool(each.superlatives) for each in (a, b)]
    return [
        float(timed and all(most)),
        float(timed and not any(most)),
        float(a.over_time != b.over_time),
        float(shared),
        float(all(most) and not shared),
        float(most[0] != most[1]),
    ]


def superlatives_in(text: str) -> frozenset[str]:
    """The concepts of the superlatives in the words of a rank: "second-biggest"."""
    rule = _rules()["superlative"]
    words = (word.lower() for word in _WORD.findall(text))
    return frozenset(
        concept(word)
        for word in words
        if word in rule["words"]
        or word.endswith(tuple(rule["endings"]))
        and word not in rule["other"]
    )


def tells_time(text: str) -> bool:
    """Whether the words of a rank and those behind it, as far as its sentence, tell its time."""
    words: list[str] = []
    for word in _WORD.findall(text)[:_BEHIND]:
        if not word[0].isalnum():
            break
        words.append("#" if _is_number(word) else word.lower())
    said = f" {' '.join(words)} "
    return any(f" {phrase} " in said for phrase in _rules()["time"]["phrases"])


def _is_number(word: str) -> bool:
    return _NUMBER.match(word) is not None or word.lower() in _numerals()


@functools.cache
def _numerals() -> frozenset[str]:
    return frozenset(read_tables("alignment", "rules/titles.toml")["numerals"]["words"])


@functools.cache
def _rules() -> dict[str, dict[str, Any]]:
    return read_tables("alignment", "rules/ranks.toml")
