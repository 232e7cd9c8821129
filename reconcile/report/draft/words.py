"""What each status is called and how it is shown: one set for page, margin and JSON."""

from __future__ import annotations

from typing import Final

from reconcile.report.draft.review import Status
from reconcile.tuples import NamedTuple


class Manner(NamedTuple):
    """How a status is told: a sign, a style of the terminal, one for counts, a heading, a note."""

    sign: str
    style: str
    counted: str
    heading: str
    note: str


MANNERS: Final[dict[Status, Manner]] = {
    "contradicted": Manner(
        "✗", "bold red", "contradicted", "CONTRADICTED", "a source says otherwise"
    ),
    "moved": Manner(
        "↻", "bold blue", "at another time", "AT ANOTHER TIME", "a source had another figure then"
    ),
    "possible": Manner(
        "?", "bold magenta", "possibly contradicted", "POSSIBLY CONTRADICTED",
        "if both speak of one fact",
    ),
    "unsupported": Manner(
        "◦", "bold", "without a source", "WITHOUT A SOURCE", "no source says it"
    ),
    "reworded": Manner(
        "≈", "bold yellow", "worded differently", "WORDED DIFFERENTLY", "all can be true"
    ),
    "one origin": Manner(
        "-", "bold green", "on one origin", "ON ONE ORIGIN ONLY", "agreement counts once"
    ),
    "supported": Manner(
        "=", "bold green", "supported", "SUPPORTED", "by two origins or more"
    ),
}  # fmt: skip
