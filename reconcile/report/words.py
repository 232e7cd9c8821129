"""The signs and words that a person meets in place of field names, one set for every report."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from reconcile.model import VALUE_KINDS, About, Verdict
from reconcile.report.quotes import Quote
from reconcile.tuples import NamedTuple

if TYPE_CHECKING:
    from reconcile.report.report import Report


#: beside an article that nobody dated
UNDATED: Final = (
    "its weekdays and clock times are not compared: --published FILE=DATE, or a sources.toml, "
    "says when it was published"
)
#: kinds that a page tells one by one; of the others it says how many there are
TOLD_SINGLY: Final = VALUE_KINDS | {"quote", "role"}


#: what a conflict is about, where it is not what happened
ABOUT: Final[Mapping[About, str]] = {
    "words": "the sources differ on what one speaker said",
    "speakers": "the speakers differ; each may be reported truly",
}


class Look(NamedTuple):
    """How a verdict is shown: a sign, a style of the terminal, a colour of the page, a word."""

    sign: str
    style: str
    word: str


NOT_JUDGED: Final = Look("?", "bold magenta", "possibly one fact")
_LOOKS: Final[dict[Verdict, Look]] = {
    "conflict": Look("✗", "bold red", "conflict"),
    "updated": Look("↻", "bold blue", "updated"),
    "compatible": Look("≈", "bold yellow", "compatible"),
    "agree": Look("=", "bold green", "agree"),
}


def look_of(verdict: Verdict) -> Look:
    """How a verdict is shown."""
    return _LOOKS[verdict]


def time_words(published: datetime.datetime, before: str) -> str:
    """The time of day; nothing for midnight, which a date without a time is taken for."""
    return f"{before}{published:%H:%M}" if published.time() != datetime.time() else ""


def place_sign(quote: Quote) -> str:
    """Where a quote stands, in short: "¶3", "headline"."""
    return f"¶{quote.paragraph}" if quote.role == "body" else quote.role


def count_words(report: Report) -> list[tuple[int, str]]:
    """What the report found, as numbers and words: ``[(1, "conflict"), (6, "differences")]``."""
    told = [single for single in report.unmatched if single.kind in TOLD_SINGLY]
    checks = [
        (len(report.checks), "inside one article", "inside one article"),
        (len(report.joint), "joint finding", "joint findings"),
    ]
    counted = [
        (len(report.conflicts), "conflict", "conflicts"),
        *(each for each in checks if each[0]),
        (len(report.differences), "difference", "differences"),
        (len(report.agreements), "agreement", "agreements"),
        (len(report.possible), "possibly one fact", "possibly one fact"),
        (len(told), "in one source only", "in one source only"),
        (len(report.unchecked), "not checked", "not checked"),
    ]
    return [(count, one if count == 1 else many) for count, one, many in counted]
