"""Ages in all their forms: "34-year-old", "aged 5, 8 and 11", "Lund, 29,", "her seventies"."""

from __future__ import annotations

import functools
from decimal import Decimal
from typing import Final

from reconcile.model import Interval, Stated, Value
from reconcile.records import evolve
from reconcile.values import hedges
from reconcile.values.calendar import day_number, days, shift_months, to_interval
from reconcile.values.decades import tens_at
from reconcile.values.lexicon import Phrases, by_last, load, word_set, word_values
from reconcile.values.markers import HYPHENS, suffix_at
from reconcile.values.nouns import is_plural, noun_behind
from reconcile.values.numbers import NumberExpression, is_number_word, number_at
from reconcile.values.persons import counts_places, is_described, is_one_name, is_told_group
from reconcile.values.stream import (
    Reading,
    Stream,
    ends_with,
    is_capitalised,
    joined,
    kind_at,
    word_at,
)
from reconcile.values.terms import with_letter

_OLDEST: Final = 115
#: how many figures a list of ages may have
_MOST_LISTED: Final = 6
#: how words for a person end: "foreman", "chairwoman"
_PERSONS: Final = ("man", "woman", "person")
#: a name has an age from here on without a word for it: "Abakar Terab is 63"
_GROWN: Final = 14
_ENDS: Final = frozenset((",", ".", ";", ")", "]", ":", "!", "?", "\n", "", "—", "–"))


def read_age(stream: Stream, index: int) -> Reading | None:
    """The age whose figure stands at a token."""
    number = number_at(stream, index)
    if number is None or number.most is not None or number.number < 0:
        return None
    number = with_letter(stream, number, money=False)
    if number.power:
        return _ancient(stream, number)
    return _old(stream, number) or _group(stream, number) or _bare(stream, number)


def age_value(low: Decimal, high: Decimal, printed: Decimal | None, unit: str) -> Value:
    """An age in years: from the birthday named up to the next one."""
    named = Interval(low, high, True, False)
    return Value("age", "year", named, named, printed, None, Stated(printed, unit))


def _hedged(stream: Stream, first: int, last: int, value: Value) -> Reading:
    start, classes = hedges.before(stream, first)
    behind, more = hedges.after(stream, last)
    classes = more + classes
    name = hedges.name_of(classes)
    if name is None:
        return Reading(start, last, value)
    interval = hedges.apply(classes, value.named, value.nominal)
    widened = Value("age", "year", interval, value.named, value.nominal, name, value.stated)
    return Reading(start, behind, widened)


# --- with a unit ------------------------------------------------------------------------------


def _old(stream: Stream, number: NumberExpression) -> Reading | None:
    """As in "34-year-old", "eighteen months of age", "34yo", "18- to 24-year-olds"."""
    upper = _upper_old(stream, number)
    if upper is not None:
        return _span_of_ages(stream, number, upper)
    at = _past_hyphen(stream, number.last)
    if word_at(stream, at) == "yo" or word_at(stream, at) == "y" and joined(stream, at):
        return _short(stream, number, at)
    unit = word_at(stream, at)
    parts = word_values("ages", "unit").get(unit)
    if parts is None:
        return None
    finer = _finer(stream, number, at + 1) if parts == 1 else None
    if finer is not None:
        last = _old_word(stream, _past_hyphen(stream, finer.last))
        return None if last is None else finer._replace(first=number.first, last=last)
    if _apposed(stream, number.first, at + 1):
        return _hedged(stream, number.first, at + 1, _in_years(number.number, parts, unit))
    at = _past_hyphen(stream, at + 1)
    last = _old_word(stream, at)
    if last is None:
        return None
    value = _in_years(number.number, parts, unit)
    reading = _hedged(stream, number.first, last, value)
    made = _made(stream, last, number.number) if parts == 1 else None
    if made is None or reading.value.hedge is not None:
        return reading
    return reading._replace(value=evolve(reading.value, alternatives=(made,)))


def _finer(stream: Stream, years: NumberExpression, index: int) -> Reading | None:
    """As in "19 years and 134 days", the token behind the years: up to the next day or month."""
    at = index + 1 if word_at(stream, index) in ("and", ",") else index
    number = number_at(stream, at) if kind_at(stream, at) in ("number", "word") else None
    parts = (
        None if number is None else word_values("ages", "unit").get(word_at(stream, number.last))
    )
    if number is None or parts is None or not 0 <= number.number <= parts or parts == 1:
        return None
    low, high = ((years.number + (number.number + more) / parts) for more in (0, 1))
    value = age_value(low, high, low, "year")
    return Reading(years.first, number.last + 1, value)


def _ancient(stream: Stream, number: NumberExpression) -> Reading | None:
    """As in "4.5 billion years old": as exact as it is printed."""
    at = _past_hyphen(stream, number.last)
    last = _old_word(stream, _past_hyphen(stream, at + 1))
    if last is None or word_at(stream, at) not in ("year", "years"):
        return None
    reach = number.step / 2
    value = age_value(number.number - reach, number.number + reach, number.number, "year")
    return _hedged(stream, number.first, last, value)


def _made(stream: Stream, index: int, years: Decimal) -> Value | None:
    """When "a 42-year-old dam" was built: so many years before publication, and up to one more."""
    day = stream.published
    thing = word_at(stream, index)
    plain = kind_at(stream, index) == "word" and not is_capitalised(stream, index)
    if day is None or not plain or thing in word_set("ages", "person") | word_set("nouns", "stop"):
        return None
    today = day_number(day.year, day.month, day.day)
    first, last = (shift_months(today, -12 * (int(years) + more)) for more in (1, 0))
    stretch = to_interval(days(first + 1, last - first))
    return Value("date", "date", stretch, stretch, stated=Stated(None, "period"))


def _upper_old(stream: Stream, number: NumberExpression) -> NumberExpression | None:
    """The second figure of "18- to 24-year-olds", "40 to 50 years old"."""
    at = _past_hyphen(stream, number.last)
    if word_at(stream, at) in ("to", "and", "or"):
        at += 1
    if at == number.last or kind_at(stream, at) not in ("number", "word"):
        return None
    return number_at(stream, at) if word_at(stream, at) not in ("a", "an") else None


def _span_of_ages(
    stream: Stream, lower: NumberExpression, upper: NumberExpression
) -> Reading | None:
    reading = None if _upper_old(stream, upper) is not None else _old(stream, upper)
    if reading is None or not lower.number < upper.number:
        return None
    value = reading.value
    low = age_value(lower.number, lower.number + 1, lower.number, value.stated.unit)
    named = Interval(low.named.low, value.named.high, True, False)
    between = Value("age", "year", named, named, None, "between", Stated(None, value.stated.unit))
    return _hedged(stream, lower.first, reading.last, between)


def _apposed(stream: Stream, first: int, last: int) -> bool:
    """As in "The Pope, 68 years, ...", "Pautasso (53 years)": years set off behind a person."""
    opener, closer = word_at(stream, first - 1), word_at(stream, last)
    if (opener, closer) == ("(", ")"):
        return _is_person(stream, first - 2)
    return (opener, closer) == (",", ",") and _is_person(stream, first - 2)


def _old_word(stream: Stream, index: int) -> int | None:
    word = word_at(stream, index)
    if word in ("old", "olds"):
        return index + 1
    if word == "of" and word_at(stream, index + 1) == "age":
        return index + 2
    return None


def _past_hyphen(stream: Stream, index: int) -> int:
    return index + 1 if word_at(stream, index) in HYPHENS else index


def _short(stream: Stream, number: NumberExpression, index: int) -> Reading | None:
    if word_at(stream, index) == "yo":
        return _hedged(stream, number.first, index + 1, _in_years(number.number, 1, "year"))
    forms = (("y", ".", "o", "."), ("y", "/", "o"), ("y", "-", "o"))
    for form in forms:
        if tuple(stream.words[index : index + len(form)]) == form:
            value = _in_years(number.number, 1, "year")
            return _hedged(stream, number.first, index + len(form), value)
    return None


def _in_years(number: Decimal, parts: int, unit: str) -> Value:
    """So many months or weeks of age, as years: from this count up to the next."""
    unit = unit.rstrip("s").replace("yr", "year")
    if parts == 1:
        return age_value(number, number + 1, number, unit)
    value = age_value(number / parts, (number + 1) / parts, number / parts, unit)
    return Value(
        "age", "year", value.interval, value.named, number / parts, None, Stated(number, unit)
    )


# --- groups -----------------------------------------------------------------------------------


def _group(stream: Stream, number: NumberExpression) -> Reading | None:
    """As in "the over-65s", "children under five": all of an age above or below a figure."""
    if number.number > _OLDEST or number.number != number.number.to_integral_value():
        return None
    before = number.first - 1
    if word_at(stream, before) in HYPHENS and joined(stream, number.first):
        plural = word_at(stream, number.last) == "s" and joined(stream, number.last)
        bound = word_values("ages", "bound").get(word_at(stream, before - 1))
        if not plural or bound is None:
            return None
        return Reading(before - 1, number.last + 1, _bounded(number.number, bound))
    bound = word_values("ages", "bound").get(word_at(stream, before))
    if bound is None or word_at(stream, before - 1) not in word_set("ages", "group"):
        return None
    behind = word_at(stream, number.last)
    counted = kind_at(stream, number.last) == "word" and behind.endswith("s")
    counted = counted or suffix_at(stream, number.last) is not None  # "children under five feet"
    if counted or behind in ("per", "-") or behind in word_values("ages", "unit"):
        return None
    return Reading(before, number.last, _bounded(number.number, bound))


def _bounded(years: Decimal, bound: str) -> Value:
    named = Interval(years, years + 1, True, False)
    interval = hedges.apply((bound,), named, years)
    return Value("age", "year", interval, named, years, bound, Stated(years, "year"))


# --- without a unit ---------------------------------------------------------------------------


def _bare(stream: Stream, number: NumberExpression) -> Reading | None:
    if number.number < _OLDEST and "and" in stream.words[number.first : number.last]:
        number = number._replace(number=number.number // 1)  # "aged ten and a half"
    if number.number > _OLDEST or number.number != number.number.to_integral_value():
        return None
    if word_at(stream, number.last) == ":" and joined(stream, number.last + 1):
        return None  # "15:00 local, 13:00 UTC"
    first = _named_before(stream, number)
    if first is None or (number.number == 1 and word_at(stream, number.last) == "of"):
        return None  # "he is one of many"
    if first < number.first and word_at(stream, number.last) in word_values("ages", "unit"):
        return _with_unit(stream, first, number)
    value = age_value(number.number, number.number + 1, number.number, "year")
    if _is_ahead(stream, first):
        still = Interval(number.number - 1, number.number + 1, True, False)
        return Reading(first, number.last, evolve(value, interval=still))
    if _is_never_reached(stream, first):
        return Reading(first, number.last, age_value(Decimal(0), number.number, None, "year"))
    upper = _upper_age(stream, number)
    if upper is not None:
        both = age_value(number.number, upper.number + 1, None, "year")
        return Reading(first, upper.last + (word_at(stream, upper.last) == "years"), both)
    return _hedged(stream, first, number.last, value)


def _is_ahead(stream: Stream, first: int) -> bool:
    """As in "will turn 80", "turns 80 on Friday", "he will be 80": perhaps it is still to come."""
    if word_at(stream, first) in ("turns", "turning"):
        return True
    last = first if word_at(stream, first) == "turn" else first - 1
    ahead = word_at(stream, last - 1) in word_set("ages", "ahead")
    return ahead and word_at(stream, last) in ("turn", "be")


def _is_never_reached(stream: Stream, first: int) -> bool:
    """As in "would have turned 90", "she would have been 90"."""
    last = first if word_at(stream, first) == "turned" else first - 1
    reached = word_at(stream, last) in ("turned", "been")
    return reached and ends_with(stream, last, ("would", "have"))


def _with_unit(stream: Stream, first: int, number: NumberExpression) -> Reading:
    """As in "aged 18 months", "aged between six months and 12 years"."""
    units = word_values("ages", "unit")
    unit = word_at(stream, number.last)
    value = _in_years(number.number, units[unit], unit)
    finer = _finer(stream, number, number.last + 1) if units[unit] == 1 else None
    if finer is not None:
        return finer._replace(first=first)
    behind = number._replace(last=number.last + 1, number=number.number / units[unit])
    upper = _upper_age(stream, behind, in_years=False)
    if upper is None:
        return Reading(first, number.last + 1, value)
    told = word_at(stream, upper.last) in units
    unit = word_at(stream, upper.last) if told else "year"
    top = _in_years(upper.number, units[unit], unit)
    if (top.named.low or Decimal(0)) <= behind.number:
        return Reading(first, number.last + 1, value)
    both = age_value(value.named.low or Decimal(0), top.named.high or Decimal(0), None, "year")
    return Reading(first, upper.last + told, both)


def _upper_age(
    stream: Stream, number: NumberExpression, *, in_years: bool = True
) -> NumberExpression | None:
    """The second age of "aged between 18 and 24", "aged 18 to 24", "ages 18-24"."""
    link = word_at(stream, number.last)
    between = word_at(stream, number.first - 1) in ("between", "of")
    if not (link in ("to", "-", "–") or link == "and" and between):
        return None
    upper = number_at(stream, number.last + 1)
    if upper is None or in_years and not number.number < upper.number <= _OLDEST:
        return None
    return upper


def _named_before(stream: Stream, number: NumberExpression) -> int | None:
    """Where an age begins: its word ("aged"), or its figure; None where nothing tells of an age."""
    first = number.first
    opening = hedges.before(stream, first)[0]
    at = opening - 1 if word_at(stream, opening - 1) == "between" else opening
    word = word_at(stream, at - 1)
    start = _extent(stream, opening)
    start = _ranging(stream, opening) if start is None else start
    if start is not None:
        return start if _ends_extent(stream, number.last) else None
    if word in word_set("ages", "before"):
        return at - 1 if _ends_age(stream, number, word) else None
    if word in (",", "and", "or") and _in_list(stream, at - 1):
        return first
    if _stands_alone(stream, first, number.last):
        return first
    being = _is_being(stream, at) or _is_extreme(stream, at) or _is_named_being(stream, at, number)
    if being and _ends_clause(stream, number.last):
        return first
    return first if _at_age(stream, first, number.last) else None


def _extent(stream: Stream, index: int) -> int | None:
    """Where "as young as", "as old as" before a token begins."""
    extents = (("as", word, "as") for word in word_set("ages", "extent"))
    return next((index - len(words) for words in extents if ends_with(stream, index, words)), None)


def _ends_extent(stream: Stream, index: int) -> bool:
    """Whether nothing is counted behind "as old as 90", which may have a unit of time."""
    word = word_at(stream, index)
    return word in word_values("ages", "unit") or noun_behind(stream, index) is None


def _ranging(stream: Stream, index: int) -> int | None:
    """Where "aged from", "in age from", "ages ranging from" before a token begins."""
    if word_at(stream, index - 1) not in ("from", "between"):
        return None
    at = index - 2
    if word_at(stream, at) in word_set("ages", "ranging"):
        at -= 1
    return at if word_at(stream, at) in ("aged", "age", "ages") else None


def _ends_age(stream: Stream, number: NumberExpression, word: str) -> bool:
    """Whether "aged 6", "turned 40" is an age and not "turned 40 pages"."""
    if word in ("aged", "age", "ages"):
        return True
    behind = word_at(stream, number.last)
    return behind in _ENDS or behind in word_set("nouns", "stop")


def _in_list(stream: Stream, index: int) -> bool:
    """Whether a comma or "and" stands in a list that "aged" opens: "aged 5, 8 and 11"."""
    for _ in range(2 * _MOST_LISTED):
        index -= 1
        word = word_at(stream, index)
        if word in ("aged", "ages"):
            return True
        figure = kind_at(stream, index) == "number" or word in word_values("numbers", "cardinal")
        if not figure and word not in (",", "and", "or"):
            return False
    return False


def _stands_alone(stream: Stream, first: int, last: int) -> bool:
    """As in "Lund, 29,", "the captain, 48, said", "driver (51)": set off behind a person."""
    opener, closer = word_at(stream, first - 1), word_at(stream, last)
    if opener == "(":
        closed = closer == ")" or closer == "," and _goes_on_in_brackets(stream, last + 1)
        return closed and _is_person(stream, first - 2) and not counts_places(stream, first - 1)
    if opener in ("all", "both"):
        if word_at(stream, first - 2) != "," or closer not in _ENDS:
            return False
        two = opener == "both" and is_plural(word_at(stream, first - 3))
        return two or _is_group(stream, first - 3, stream.words[first])
    if opener in word_set("ages", "adverb"):  # "Anna Lund, now 63,", "the foreman, of 51,"
        short = opener != "of" and closer == ","
        opener, first = word_at(stream, first - 2), first - 1
        if not _is_surely_person(stream, first - 2) and not (
            short and (is_one_name(stream, first - 2) or is_described(stream, first - 2))
        ):
            return False
    elif kind_at(stream, first) == "word":
        return _stands_in_words(stream, first, last)
    if opener == "and" and kind_at(stream, first - 2) == "number":  # "81 and 79"
        opener, first = word_at(stream, first - 3), first - 2
    if opener != ",":
        return False
    if closer not in _ENDS and closer not in word_set("ages", "going_on"):
        return False
    if closer == "." and joined(stream, last + 1) and kind_at(stream, last + 1) == "number":
        return False
    if closer == "," and _is_figure_list(stream, last + 1):
        return False
    return _is_person(stream, first - 2) or closer == "," and is_described(stream, first - 2)


def _is_group(stream: Stream, index: int, printed: str) -> bool:
    return printed.isdecimal() and is_told_group(stream, index, int(printed))


def _goes_on_in_brackets(stream: Stream, index: int) -> bool:
    """As in "Smith (34, of Elm Road)" behind the comma."""
    return word_at(stream, index) in word_set("ages", "in_brackets") and not _is_figure(
        stream, index + 1
    )


def _stands_in_words(stream: Stream, first: int, last: int) -> bool:
    """As in "Hassan Idriss, seventeen, was", "her children, nine and six,": ages in words."""
    if word_at(stream, first) in ("one", "a", "an"):
        return False
    if word_at(stream, first - 1) == "and" and is_number_word(word_at(stream, first - 2)):
        first -= 2
    elif word_at(stream, last) == "and" and is_number_word(word_at(stream, last + 1)):
        last += 2
    if word_at(stream, first - 1) != "," or word_at(stream, last) not in (",", ".", "\n", ""):
        return False
    if "of" in stream.words[max(0, first - 5) : first - 2]:  # "of the victims, two, were"
        return False
    if _is_figure_list(stream, last + 1):
        return False
    return _is_surely_person(stream, first - 2) or _is_named_child(stream, first, last)


def _is_named_child(stream: Stream, first: int, last: int) -> bool:
    """As in "Ana, nine, died": one name before the age, and a clause that goes on behind it."""
    if word_at(stream, last) != "," or not is_one_name(stream, first - 2):
        return False
    goes_on = word_at(stream, last + 1) in word_set("ages", "clause")
    family = word_at(stream, last + 1) == "and" and word_at(stream, last + 2) in ("his", "her")
    return goes_on or family


def _is_surely_person(stream: Stream, index: int) -> bool:
    """Whether a noun for a person, or a name of two words: "Leeds, two," tells of a score."""
    if not _is_person(stream, index):
        return False
    one = word_at(stream, index)
    if one == "one":
        return False  # "the offers before this one, of 104 crowns"
    if one in word_set("ages", "person") or one.endswith(_PERSONS):
        return True
    before = stream.words[max(0, index - 1)]
    return _is_person(stream, index - 1) and not {one, before} & word_set("ages", "no_name")


def _is_figure_list(stream: Stream, index: int) -> bool:
    """Whether figures go on behind a comma, as in a list or a date; not "and two passengers"."""
    linked = word_at(stream, index) in ("and", "or")
    at = index + 1 if linked else index
    number = number_at(stream, at) if _is_figure(stream, at) else None
    return number is not None and not (linked and noun_behind(stream, number.last) is not None)


def _is_figure(stream: Stream, index: int) -> bool:
    """Whether digits or a number word stand at a token."""
    return kind_at(stream, index) == "number" or is_number_word(word_at(stream, index))


def _is_person(stream: Stream, index: int) -> bool:
    """Whether a word can be a person: a noun for one, or a capitalised name."""
    word = word_at(stream, index)
    if word in word_set("ages", "person") or word.endswith(_PERSONS):
        return True
    if is_number_word(word) and word_at(stream, index - 1) == "of":  # "mother of six"
        return kind_at(stream, index - 2) == "word" and _is_person(stream, index - 2)
    if kind_at(stream, index) != "word" or not is_capitalised(stream, index) or len(word) < 2:
        return False
    if word_at(stream, index - 1) in ("in", "at", "near", "from", "outside"):
        return False
    return word not in word_set("ages", "not_person")


@functools.cache
def _being() -> Phrases:
    return by_last((phrase, 1) for rule in load("ages")["being"] for phrase in rule["phrases"])


#: "the number of dead at 17" tells no age
_OF_THE_DEAD: Final = (("of", "dead", "at"), ("the", "dead", "at"))


def _is_being(stream: Stream, index: int) -> bool:
    """As in "He is", "a man of", "died at" before a token."""
    phrases = _being().get(word_at(stream, index - 1), ())
    if any(ends_with(stream, index, words) for words in _OF_THE_DEAD):
        return False
    return any(ends_with(stream, index, words) for words, _ in phrases)


def _is_named_being(stream: Stream, index: int, number: NumberExpression) -> bool:
    """As in "Abakar Terab is" or "Anna Lund was" before a figure in digits: a name of two words."""
    if kind_at(stream, number.first) != "number" or number.number < _GROWN:
        return False
    if word_at(stream, index - 1) not in ("is", "was"):
        return False
    last = index - 3 if word_at(stream, index - 2) == "," else index - 2
    named = all(is_capitalised(stream, at) for at in (last - 1, last))
    return named and _is_surely_person(stream, last)


def _is_extreme(stream: Stream, index: int) -> bool:
    """As in "the oldest is", "the youngest victim was just" before a token."""
    if word_at(stream, index - 1) not in ("is", "was"):
        return False
    return any(
        word in word_set("ages", "extreme") for word in stream.words[max(0, index - 4) : index]
    )


def _ends_clause(stream: Stream, index: int) -> bool:
    word = word_at(stream, index)
    if word in _ENDS:
        return not (
            word in (".", ",", ":")
            and joined(stream, index + 1)
            and kind_at(stream, index + 1) == "number"
        )
    return word in word_set("ages", "going_on")


def _at_age(stream: Stream, first: int, last: int) -> bool:
    """As in "At 78, he", "at 23 the youngest"."""
    if word_at(stream, first - 1) != "at" or kind_at(stream, first) != "number":
        return False
    behind = word_at(stream, last)
    if word_at(stream, first - 2) == "who":  # "who at 71 is"
        return behind in ("is", "was", "became", "has", "had", "remains", ",")
    if behind == ",":
        return is_capitalised(stream, first - 1) and word_at(stream, last + 1) in (
            "he",
            "she",
            "the",
        )
    return behind == "the" and word_at(stream, last + 1) in word_set("ranks", "superlative")


# --- decades ----------------------------------------------------------------------------------


def read_decade(stream: Stream, index: int) -> Reading | None:
    """As in "her seventies", "in his early 30s" at the word or figure of the decade."""
    tens = tens_at(stream, index)
    if tens is None or word_at(stream, tens.first - 1) not in word_set("ages", "possessive"):
        return None
    value = age_value(Decimal(tens.low), Decimal(tens.high), None, "decade")
    return Reading(tens.first - 1, tens.last, value)


def read_stage(stream: Stream, index: int) -> Reading | None:
    """As in "a teenager", "the octogenarian", "a teenage boy": all the ages that the word holds."""
    low, high = word_values("ages", "stage")[stream.words[index]]
    person = word_at(stream, index + 1) in word_set("ages", "person")
    adjective = stream.words[index] in word_set("ages", "stage_before")
    if adjective != person or word_at(stream, index + 1) in HYPHENS:
        return None
    last = index + 1 + adjective
    return Reading(index, last, age_value(Decimal(low), Decimal(high), None, "stage"))
