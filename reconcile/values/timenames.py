"""What the words of a date name, before anything is counted from the day of publication."""

from __future__ import annotations

from reconcile.records import frozen


@frozen
class Calendar:
    """Fields of the calendar as printed: "Thursday 8 January 2026", "May", "2019", "Monday"."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    #: Monday is 0
    weekday: int | None = None
    #: "last", "next", "this", "previous", "following", "same" or "that"; "coming" of what is traded
    which: str | None = None
    #: the year or week that it lies in: "May last year", "Wednesday of last week"
    within: Name | None = None
    #: the other reading of "10/02"
    other: Calendar | None = None


@frozen
class Span:
    """A counted part of a year: the third quarter (3 months), the first half (6)."""

    months: int
    #: from 1; -1 is the last
    number: int
    year: int | None = None
    within: Name | None = None
    which: str | None = None
    fiscal: bool = False


@frozen
class Era:
    """Some whole years: a decade, a century, "2018-19", a fiscal year."""

    first: int
    count: int
    fiscal: bool = False
    #: whether the first year's century was left out ("the nineties")
    short: bool = False
    #: whether both years that a business year lies in are told: "FY2026-27"
    paired: bool = False


@frozen
class Season:
    """A season; in the south they are turned round."""

    name: str
    year: int | None = None
    within: Name | None = None
    which: str | None = None


@frozen
class Holiday:
    """A holiday by its rule: a month and day, days from Easter, or the nth weekday of a month."""

    on: tuple[int, int] | None = None
    from_easter: int | None = None
    nth: tuple[int, int, int] | None = None
    #: days behind it: Black Friday is the day after the fourth Thursday
    after: int = 0
    year: int | None = None
    within: Name | None = None
    which: str | None = None


@frozen
class Shifted:
    """A length of time counted from now, from the date last named, or a base: "two weeks ago"."""

    unit: str
    low: int
    high: int
    #: -1 back, 1 on
    sign: int
    #: "now", "thread" or "event"
    start: str = "now"
    base: Name | None = None
    #: whether half a unit goes with it ("a year and a half ago")
    half: bool = False


@frozen
class Whole:
    """The unit that holds now, moved by whole units: "last month" is -1, "this year" 0."""

    unit: str
    count: int = 0
    #: "now" or "thread"
    start: str = "now"
    fiscal: bool = False
    within: Name | None = None


@frozen
class Portion:
    """A portion of a period: "late May", "the end of the year", "earlier this month"."""

    which: str
    of: Name
    #: how many weeks or days of it: "the first ten days of May"
    count: int = 1


@frozen
class DayPart:
    """A part of a day: "Wednesday afternoon", "overnight", "dawn"."""

    name: str
    of: Name | None = None
    #: "early", "late", "before" or "after"
    portion: str | None = None


@frozen
class Ending:
    """A length that ends with a day or period: "the three months to September"."""

    months: int
    end: Name
    #: which part of its year it is, where that is said: "the fiscal first quarter ended June 30"
    number: int = 0
    #: of a length of weeks, how many, and no months
    weeks: int = 0


@frozen
class Clock:
    """A clock time in seconds from midnight, and the seconds that it is stated to."""

    second: int
    step: int
    #: whether morning or evening is left open
    open: bool = False
    #: minutes east of UTC in winter and in summer, and whose rule
    zone: tuple[int, int, str] | None = None
    #: what blurs it: "about", "before", "after", and by how many minutes
    near: str | None = None
    minutes: int = 0


@frozen
class At:
    """A clock time on a day; ``day`` is ``None`` where the words name none."""

    clock: Clock
    day: Name | None = None


@frozen
class Range:
    """From one to the other, both included."""

    low: Name
    high: Name


Name = (
    Calendar
    | Span
    | Era
    | Season
    | Holiday
    | Shifted
    | Whole
    | Portion
    | DayPart
    | Ending
    | At
    | Range
)
