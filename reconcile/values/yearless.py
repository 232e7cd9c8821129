"""A day told without its year in, its year out, or the years that it may be of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from reconcile.model import Mention, Value
from reconcile.records import evolve
from reconcile.values import calendar
from reconcile.values.clockdays import later
from reconcile.values.datephrases import Phrase
from reconcile.values.timenames import At, Calendar, DayPart, Name, Portion, Range, Season

#: a day told without its year that lies no more days from the publication is of the nearest year
NEAR_DAYS: Final = 60
#: it is in the year of the date in full before it where it is no more days away
_BESIDE_DAYS: Final = 45
#: and stands no more characters behind it
_BESIDE_CHARACTERS: Final = 500
#: a year that may be meant is no more years from the one that is supposed
_YEARS_AWAY: Final = 2
#: so many years back are looked at for one in which a day was the weekday that it is said to be
_YEARS_BACK: Final = 3


def years_named(phrases: Sequence[Phrase | None]) -> set[int]:
    """The years that a text gives its days and months; that of somebody's birth is none."""
    names = (day_of(phrase.name) for phrase in phrases if phrase is not None)
    return {name.year for name in names if name is not None and name.year and name.month}


def years_told(mentions: Sequence[Mention], phrases: Sequence[Phrase | None]) -> set[int]:
    """The years that a text tells its times of, also as "June last year"."""
    return {
        calendar.civil(calendar.day_of(int(mention.value.named.low)))[0]
        for mention, phrase in zip(mentions, phrases, strict=True)
        if phrase is not None and mention.value is not None and mention.value.named.low is not None
        if _tells_year(phrase.name)
    }


def _tells_year(name: Name) -> bool:
    name = day_of(name) or name
    if isinstance(name, Calendar):
        return name.month is not None and (name.year is not None or name.within is not None)
    if isinstance(name, Season):
        return name.year is not None or name.within is not None
    if isinstance(name, Portion | DayPart) and name.of is not None:
        return _tells_year(name.of)
    return False


def day_of(name: Name) -> Calendar | None:
    """The fields of the calendar that a day or a clock time of a day is named by."""
    name = name.day if isinstance(name, At) and name.day is not None else name
    return name if isinstance(name, Calendar) else None


def lacks_year(name: Name) -> bool:
    """Whether a name is that of a day and its month alone, or of a range that begins with one."""
    name = name.low if isinstance(name, Range) else name
    return (
        isinstance(name, Calendar)
        and name.month is not None
        and name.day is not None
        and (name.year, name.within, name.which) == (None, None, None)
    )


def with_other_years(
    mention: Mention, name: Name, today: int | None, years: Iterable[int]
) -> Mention:
    """A day whose year is only supposed, and far: it may be of a year that its text tells.

    Only of one that is near. ``today`` is the day of publication, ``years`` are those told.
    """
    value = mention.value
    name = name.low if isinstance(name, Range) else name
    if value is None or value.unresolved is not None or value.named.low is None or today is None:
        return mention
    if not isinstance(name, Calendar) or name.month is None or name.day is None:
        return mention
    day = calendar.day_of(int(value.named.low))
    year, *rest = calendar.civil(day)
    if abs(day - today) <= NEAR_DAYS or name.weekday is not None or rest != [name.month, name.day]:
        return mention
    moved = tuple(
        later(value, calendar.day_number(other, *rest) - day)
        for other in sorted(years)
        if other != year and abs(other - year) <= _YEARS_AWAY and calendar.is_date(other, *rest)
        if _is_as_long(value, calendar.day_number(other, *rest) - day)
    )
    return evolve(mention, value=evolve(value, alternatives=(*value.alternatives, *moved)))


def _is_as_long(value: Value, days: int) -> bool:
    """Whether a range so many days later ends on the same day of its year."""
    if value.named.high is None:
        return True
    end = calendar.day_of(int(value.named.high) - 1)
    return calendar.civil(end)[1:] == calendar.civil(end + days)[1:]


def with_year_told(
    name: Name,
    mention: Mention,
    dated: tuple[int, int] | None,
    years: Iterable[int],
    today: int | None,
) -> Calendar | None:
    """A day with its year: "16 June" behind "14 June 2025", "Saturday 14 June" in a text on 2025.

    The weekday chooses among the years that the text names, where the nearest has another; where
    that is far from the publication, among the last years. ``dated`` is the day last named with its
    year, and where it ends.
    """
    if not isinstance(name, Calendar) or name.month is None or name.day is None:
        return None
    start = None if mention.value is None else mention.value.named.low
    if not lacks_year(name) or start is None:
        return None
    day = calendar.day_of(int(start))
    if name.weekday is not None and calendar.weekday(day) != name.weekday:
        fitting = _years_of_weekday(name, sorted(years))
        if len(fitting) != 1 and today is not None and abs(day - today) > NEAR_DAYS:
            last = calendar.civil(today)[0]
            fitting = _years_of_weekday(name, range(last, last - _YEARS_BACK, -1))[:1]
        return evolve(name, year=fitting[0]) if len(fitting) == 1 else None
    if dated is None or mention.start - dated[1] > _BESIDE_CHARACTERS:
        return None
    year = calendar.civil(dated[0])[0]
    found = calendar.is_date(year, name.month, name.day)
    beside = calendar.day_number(year, name.month, name.day) if found else None
    if beside is None or beside == day or not 0 <= beside - dated[0] <= _BESIDE_DAYS:
        return None
    return evolve(name, year=year)


def _years_of_weekday(name: Calendar, years: Iterable[int]) -> list[int]:
    """Those of some years in which a day is the weekday that it is said to be."""
    month, day = name.month, name.day
    assert month is not None
    assert day is not None
    return [
        year
        for year in years
        if calendar.is_date(year, month, day)
        and calendar.weekday(calendar.day_number(year, month, day)) == name.weekday
    ]
