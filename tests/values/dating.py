"""What the tests of dates share: one reading as ISO ends, counted from Wednesday 11 June 2025."""

import datetime

from reconcile.model import Interval, Mention
from reconcile.values import read_values
from reconcile.values.calendar import write_second

PUBLISHED = datetime.datetime(2025, 6, 11, 15, 12)


def read(text: str, kind: str = "date") -> list[Mention]:
    return [mention for mention in read_values(text, PUBLISHED) if mention.kind == kind]


def ends(interval: Interval) -> str:
    written = [
        "" if end is None else write_second(int(end)) for end in (interval.low, interval.high)
    ]
    return "/".join(written)


def first(text: str) -> str:
    mention = read(text)[0]
    assert mention.value is not None
    return ends(mention.value.interval)
