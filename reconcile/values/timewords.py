"""The vocabulary of dates, clock times and durations: look-up tables, read once from the rules."""

from __future__ import annotations

import functools
from typing import Any

from reconcile.tuples import NamedTuple
from reconcile.values.lexicon import load, word_set, word_values

#: a holiday's words after the first, and its rule
Holidays = dict[str, tuple[tuple[tuple[str, ...], dict[str, Any]], ...]]


class TimeWords(NamedTuple):
    """Every table that the date readers look words up in."""

    month: dict[str, int]
    abbreviated: frozenset[str]
    wary: frozenset[str]
    weekday: dict[str, int]
    unit: dict[str, str]
    deictic: dict[str, int]
    which: dict[str, str]
    portion: dict[str, str]
    ago: dict[str, str]
    bound: dict[str, str]
    beginning: frozenset[str]
    hedge: dict[str, str]
    day_cue: frozenset[str]
    period_cue: frozenset[str]
    season: dict[str, str]
    south: frozenset[str]
    ordinal: dict[str, int]
    span: dict[str, int]
    relative: frozenset[str]
    fiscal: frozenset[str]
    decade: dict[str, int]
    era: dict[str, int]
    year_cue: frozenset[str]
    year_firm: frozenset[str]
    not_year_before: frozenset[str]
    not_year_behind: frozenset[str]
    name_behind: frozenset[str]
    name_before: frozenset[str]
    future: frozenset[str]
    past: frozenset[str]
    planned: frozenset[str]
    promised: frozenset[str]
    reckoned: frozenset[str]
    looks_ahead: frozenset[str]
    placing: frozenset[str]
    no_deed: frozenset[str]
    participle: frozenset[str]
    arranged: frozenset[str]
    asking: frozenset[str]
    done: frozenset[str]
    auxiliary: frozenset[str]
    modal: frozenset[str]
    pronoun: frozenset[str]
    no_infinitive: frozenset[str]
    no_verb: frozenset[str]
    recurring: frozenset[str]
    person_cue: frozenset[str]
    meridiem: dict[str, str]
    named_time: dict[str, int]
    part: dict[str, list[int]]
    tonight: dict[str, str]
    small_hours: frozenset[str]
    nearby: dict[str, int]
    at: frozenset[str]
    service: frozenset[str]
    zone: dict[str, list[Any]]
    zone_place: dict[str, list[Any]]
    zone_first: frozenset[str]
    month_cue: frozenset[str]
    month_measured: frozenset[str]
    half_year: frozenset[str]
    season_cue: frozenset[str]
    old: frozenset[str]
    year_goes_on: frozenset[str]
    dashed: frozenset[str]
    twilight: frozenset[str]
    twilight_cue: frozenset[str]
    goes_on: frozenset[str]
    lead: frozenset[str]
    more: frozenset[str]
    traded: frozenset[str]
    change: frozenset[str]
    course: frozenset[str]
    not_event: frozenset[str]
    never_first: frozenset[str]
    moved: frozenset[str]
    scheduled: frozenset[str]
    running: frozenset[str]
    running_over: frozenset[str]
    dating: frozenset[str]
    trailing: frozenset[str]
    timetable: frozenset[str]
    opening: frozenset[str]
    priced: frozenset[str]
    business: frozenset[str]
    than: dict[str, str]
    owner: frozenset[str]
    times: frozenset[str]
    negation: frozenset[str]
    during: frozenset[str]
    lasting: frozenset[str]
    from_midnight: frozenset[str]
    before_hour: frozenset[str]
    determiner: frozenset[str]
    holidays: Holidays
    holiday_adjective: frozenset[str]


def _holidays() -> Holidays:
    groups: dict[str, list[tuple[tuple[str, ...], dict[str, Any]]]] = {}
    for section in ("fixed", "easter", "weekday"):
        for rule in load("holidays")[section]:
            for holiday in rule["holidays"]:
                first, *rest = holiday["words"]
                groups.setdefault(first, []).append((tuple(rest), holiday))
    return {
        first: tuple(sorted(group, key=lambda one: -len(one[0]))) for first, group in groups.items()
    }


@functools.cache
def time_words() -> TimeWords:
    """The tables, read at first use."""
    values = functools.partial(word_values, "dates")
    words = functools.partial(word_set, "dates")
    return TimeWords(
        month=values("month"),
        abbreviated=words("abbreviated"),
        wary=words("wary"),
        weekday=values("weekday"),
        unit=values("unit"),
        deictic=values("deictic"),
        which=values("which"),
        portion=values("portion"),
        ago=values("ago"),
        bound=values("bound"),
        beginning=words("beginning"),
        hedge=values("hedge"),
        day_cue=words("day_cue"),
        period_cue=words("period_cue"),
        season=values("season"),
        south=words("south"),
        ordinal=values("ordinal"),
        span=values("span"),
        relative=words("relative"),
        fiscal=words("fiscal"),
        decade=values("decade"),
        era=values("era"),
        year_cue=words("year_cue"),
        year_firm=words("year_firm"),
        not_year_before=words("not_year_before"),
        not_year_behind=words("not_year_behind"),
        name_behind=words("given_name_behind"),
        name_before=words("given_name_before"),
        future=words("future"),
        past=words("past"),
        planned=words("planned"),
        promised=words("promised"),
        reckoned=words("reckoned"),
        looks_ahead=words("looks_ahead"),
        placing=words("placing"),
        no_deed=words("no_deed"),
        participle=words("participle"),
        arranged=words("arranged"),
        asking=words("asking"),
        done=words("done"),
        auxiliary=words("auxiliary"),
        modal=words("modal"),
        pronoun=words("pronoun"),
        no_infinitive=words("no_infinitive"),
        no_verb=words("no_verb"),
        recurring=words("recurring"),
        person_cue=words("person_cue"),
        meridiem=word_values("clock", "meridiem"),
        named_time=word_values("clock", "named"),
        part=word_values("clock", "part"),
        tonight=word_values("clock", "tonight"),
        small_hours=word_set("clock", "small_hours"),
        nearby=word_values("clock", "nearby"),
        at=word_set("clock", "at"),
        service=word_set("clock", "service"),
        zone=word_values("zones", "zone"),
        zone_place=word_values("zones", "place"),
        zone_first=word_set("zones", "first"),
        month_cue=word_set("dates", "month_cue"),
        month_measured=word_set("dates", "month_measured"),
        half_year=word_set("dates", "half_year"),
        season_cue=word_set("dates", "season_cue"),
        old=word_set("dates", "old"),
        year_goes_on=word_set("dates", "year_goes_on"),
        dashed=word_set("dates", "dashed"),
        twilight=word_set("clock", "twilight"),
        twilight_cue=word_set("clock", "twilight_cue"),
        goes_on=word_set("dates", "goes_on"),
        lead=word_set("dates", "lead"),
        more=word_set("dates", "more"),
        traded=word_set("dates", "traded"),
        change=word_set("dates", "change"),
        course=word_set("dates", "course"),
        not_event=word_set("dates", "not_event"),
        never_first=word_set("dates", "never_first"),
        moved=word_set("dates", "moved"),
        scheduled=word_set("dates", "scheduled"),
        running=word_set("dates", "running"),
        running_over=word_set("dates", "running_over"),
        dating=word_set("dates", "dating"),
        trailing=word_set("dates", "trailing"),
        timetable=word_set("clock", "timetable"),
        opening=word_set("clock", "opening"),
        priced=word_set("clock", "priced"),
        business=word_set("dates", "business"),
        than=values("than"),
        owner=word_set("dates", "owner"),
        times=word_set("dates", "times"),
        negation=word_set("dates", "negation"),
        during=word_set("dates", "during"),
        lasting=word_set("durations", "lasting"),
        from_midnight=word_set("clock", "from_midnight"),
        before_hour=word_set("dates", "before_hour"),
        determiner=word_set("dates", "determiner"),
        holidays=_holidays(),
        holiday_adjective=word_set("holidays", "behind"),
    )
