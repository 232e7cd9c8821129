"""Where the words of a date are counted from, and what they stand for, or what is lacking."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from reconcile.records import frozen
from reconcile.tuples import NamedTuple
from reconcile.values.calendar import Stretch
from reconcile.values.timenames import Name

NEEDS_PUBLICATION: Final = "it is counted from the day of publication, which is not known"
NEEDS_THREAD: Final = "it is counted from a date named before, and none was found"
NEEDS_EVENT: Final = "it is counted from an event whose date is not given"
NO_SUCH_DAY: Final = "there is no such day"


@frozen
class Now:
    """Where words are counted from: publication (a local second), tense, the date last named."""

    second: int | None
    #: whether the hour of publication is known
    has_hour: bool = False
    #: -1 under a verb of the past, 1 of the future, 2 under "until" or "by", -2 under "since" or
    #: right behind its verb of the past, 0 unknown
    direction: int = 0
    thread: Stretch | None = None
    #: the month, quarter or year last named
    period: Stretch | None = None
    south: bool = False


class Resolved(NamedTuple):
    """The stretch that is named, other readings, or what is lacking."""

    stretch: Stretch | None
    others: tuple[Stretch, ...] = ()
    lacks: str = ""


#: how a name that is part of another is resolved
Resolve = Callable[[Name, Now], Resolved]


def lacking(reason: str) -> Resolved:
    """No stretch, and what is lacking for one."""
    return Resolved(None, (), reason)
