"""A bare figure to a count, with the noun that it counts; and the words that count without one."""

from __future__ import annotations

import functools
from decimal import Decimal
from typing import Final

from reconcile.model import Interval, Stated, Value
from reconcile.records import evolve
from reconcile.values import hedges, sets
from reconcile.values.figures import Figure
from reconcile.values.lengthwords import is_tenor
from reconcile.values.lexicon import word_set, word_values
from reconcile.values.markers import HYPHENS, suffix_at
from reconcile.values.nouns import noun_behind
from reconcile.values.numbers import number_at
from reconcile.values.ranks import heads_many, rank_value
from reconcile.values.scores import against, votes_against
from reconcile.values.settling import evidence_of
from reconcile.values.stream import Reading, Stream, joined, kind_at, word_at
from reconcile.values.terms import per_at
from reconcile.values.valuing import value_of

_OLDEST: Final = 115
#: how many words before a bare figure are looked at
_NEAR: Final = 5
_YEARS: Final = range(1500, 2101)
_YEAR_DIGITS: Final = 4
_SIGNS: Final = frozenset("$£€¥")
_BEING: Final = frozenset(("is", "was", "are", "were", "be", "been", "being", "am", "s", "re", "m"))
#: words that leave some of all out: "all bar one"
_SAVE: Final = frozenset(("but", "bar", "except", "save", "excepting"))
#: how many words before "one was hurt" the count of the others may stand
_COUNTED_REACH: Final = 14


def read_count(stream: Stream, figure: Figure) -> Reading | None:
    """The count; a figure with no noun near may measure anything, and keeps that reading too."""
    if _is_pronoun(stream, figure) or _is_bare_year(stream, figure):
        return None
    last, unit = _counted_noun(stream, figure)
    if word_at(stream, last - 2) in HYPHENS and unit == "year" and is_tenor(stream, last):
        return None
    if last > figure.last:
        last, behind = hedges.after(stream, last)
        figure = figure._replace(hedges=behind + figure.hedges)
    value = value_of(figure, "count", unit, counted=True)
    return Reading(figure.first, last, _with_alternatives(stream, figure, value, last))


def _with_alternatives(stream: Stream, figure: Figure, value: Value, last: int) -> Value:
    if not value.unit:
        price = exchange_rate(stream, figure)
        if price is not None:
            return evolve(price, alternatives=(value_of(figure, "quantity", ""),))
        measured = value_of(figure, "quantity", "")
        fraction = figure.low.number.number != figure.low.number.number.to_integral_value()
        if fraction and figure.low.number.power == 0:
            return evolve(measured, alternatives=(value,))
        return evolve(value, alternatives=(measured, *_age(stream, figure)))
    place = _place_behind(stream, figure)
    if place is not None:
        return evolve(value, alternatives=(place,))
    second = votes_against(stream, last - 1) if figure.high is None else None
    if second is not None:
        return evolve(value, alternatives=against(figure.low.number.number, second))
    rate = per_at(stream, last)
    if rate is not None:
        other = value_of(figure, "quantity", f"{value.unit}/{rate[1]}")
        return evolve(value, alternatives=(other,))
    return value


def _place_behind(stream: Stream, figure: Figure) -> Value | None:
    """The place of what "only two larger ones" stand before: the third."""
    at = figure.bare_last
    if word_at(stream, figure.low.first - 1) != "only" or word_at(stream, at + 1) not in _ONES:
        return None
    if word_at(stream, at) not in _comparatives() or figure.low.number.step != 1:
        return None
    return rank_value(figure.low.number.number + 1, "superlative")


_ONES: Final = frozenset(("one", "ones", "than"))


@functools.cache
def _comparatives() -> frozenset[str]:
    """The comparative of each superlative: "larger" for "largest"."""
    return frozenset(f"{word[:-2]}r" for word in word_set("ranks", "superlative"))


def exchange_rate(stream: Stream, figure: Figure) -> Value | None:
    """As in "11.69 per euro", "1,391.5 to the dollar": in the currency that the text counts in."""
    at = figure.bare_last
    if word_at(stream, at) == "per":
        at += 1
    elif (word_at(stream, at), word_at(stream, at + 1)) in (("to", "the"), ("against", "the")):
        at += 2
    else:
        return None
    found = suffix_at(stream, at)
    if found is None or found[1].kind != "money" or figure.low.number.power:
        return None
    own = (code for code, _ in evidence_of(stream).most_common() if code != found[1].unit)
    return value_of(figure, "money", next(own, ""), stated="exchange rate")


def _age(stream: Stream, figure: Figure) -> tuple[Value, ...]:
    """The age that a small bare figure may be: "an award at 71", "a student of 22"."""
    number = figure.low.number
    may = figure.high is None and number.form == "digits" and 0 < number.number <= _OLDEST
    before = stream.words[max(0, figure.first - _NEAR) : figure.first]
    told = "age" in before or before[-1:] and before[-1] in word_set("ages", "maybe")
    if not (may and told):
        return ()
    named = Interval(number.number, number.number + 1, True, False)
    interval = hedges.apply(figure.hedges, named, number.number) if figure.hedges else named
    return (Value("age", "year", interval, named, number.number, hedges.name_of(figure.hedges)),)


def _counted_noun(stream: Stream, figure: Figure) -> tuple[int, str]:
    """The index behind the noun (or behind the figure), and its lemma ("" without one)."""
    at = figure.last
    strong = _strong(stream, figure.bare_last)
    if strong is not None and figure.last == figure.bare_last:
        return strong
    if word_at(stream, at) == "of":
        return figure.last, _group_counted(stream, at + 1)
    if word_at(stream, at) in ("more", "other", "further", "additional", "fewer", "new", "extra"):
        found = noun_behind(stream, at + 1)
        return found if found is not None else (at + 1, "")
    if _is_group(stream, figure.first) and word_at(stream, at) in word_set("nouns", "group_verb"):
        return figure.last, ""
    one = figure.low.number
    if one.number == 1 and _is_last_of_count(stream, one.first):
        return figure.last, ""
    measured = _past_measure(stream, at)
    if measured is not None:
        found = noun_behind(stream, measured)
        return figure.last, found[1] if found is not None else ""
    found = noun_behind(stream, at, single=figure.low.number.number == 1 and figure.high is None)
    return found if found is not None else (figure.last, "")


def _is_group(stream: Stream, index: int) -> bool:
    """Whether a group stands before a figure that tells its size: "a squad of 26"."""
    return word_at(stream, index - 1) == "of" and word_at(stream, index - 2) in word_set(
        "nouns", "group_of"
    )


def _past_measure(stream: Stream, index: int) -> int | None:
    """The index behind a figure and its noun that tell a size: "31 | fifty-seat jets"."""
    number = number_at(stream, index)
    if number is None or number.first != index or number.most is not None:
        return None
    at = number.last
    while word_at(stream, at) in HYPHENS and joined(stream, at) and joined(stream, at + 1):
        at += 2
    return at if at > number.last else None


def _strong(stream: Stream, index: int) -> tuple[int, str] | None:
    """Nouns joined by a hyphen: "12-strong", "51-seater", "a 16-nation bloc"."""
    if not (word_at(stream, index) in HYPHENS and joined(stream, index)):
        return None
    if not joined(stream, index + 1) or kind_at(stream, index + 1) != "word":
        return None
    word = stream.words[index + 1]
    if word == "for":  # "2-for-4"
        return None
    return index + 2, str(word_values("nouns", "strong").get(word, word))


def _group_counted(stream: Stream, index: int) -> str:
    """The noun of the group in "nine of the 40 workers", "six of its members", "dozens of fans"."""
    for _ in range(3):
        if word_at(stream, index) in _DETERMINERS or kind_at(stream, index) == "number":
            index += 1
    found = noun_behind(stream, index)
    return found[1] if found is not None else ""


_DETERMINERS: Final = frozenset(
    ("the", "its", "his", "her", "their", "our", "those", "these", "all", "my", "your")
)


def _is_pronoun(stream: Stream, figure: Figure) -> bool:
    """Whether "one" stands for a person or thing spoken of: "no one", "the one", "one must"."""
    number = figure.low.number
    if number.last - number.first != 1 or stream.words[number.first] != "one":
        return False
    if figure.hedges and hedges.name_of(figure.hedges) is not None:
        return False
    if word_at(stream, number.first - 1) in word_set("ignored", "one_not"):
        return not _is_last_of_count(stream, number.first)
    if heads_many(stream, number.first) is not None or _is_measured(stream, number.last):
        return True
    if _is_last_of_count(stream, number.first):
        return False
    return word_at(stream, number.last) in word_set("ignored", "one_verb")


def _is_measured(stream: Stream, index: int) -> bool:
    """As in "a quake of 7.8, then one of 7.5", "one of magnitude 7.5": it stands for the noun."""
    if word_at(stream, index) != "of":
        return False
    return (
        "." in word_at(stream, index + 1)
        and kind_at(stream, index + 1) == "number"
        or (word_at(stream, index + 1) == "magnitude")
    )


def _is_last_of_count(stream: Stream, index: int) -> bool:
    """As in "12 were killed and one was hurt": who else was counted stands in the sentence."""
    if word_at(stream, index + 1) not in word_set("ignored", "one_befell"):
        return False
    if word_at(stream, index - 1) not in ("and", ",", ";", "while", "but"):
        return False
    for at in range(index - 2, max(-1, index - _COUNTED_REACH), -1):
        if stream.words[at] in (".", "\n", "!", "?"):
            return False
        counted = stream.words[at] in word_values("numbers", "cardinal")
        if counted or kind_at(stream, at) == "number":
            return _is_counted_verb(stream, at + 1)
    return False


def _is_counted_verb(stream: Stream, index: int) -> bool:
    """Whether people or things are counted before a token, and not measured: "39 recovered"."""
    printed, before = stream.words[index - 1], word_at(stream, index - 2)
    year = len(printed) == _YEAR_DIGITS and printed.isdecimal() and int(printed) in _YEARS
    plain = kind_at(stream, index) == "word" and suffix_at(stream, index) is None
    return plain and not year and before not in _SIGNS


def _is_bare_year(stream: Stream, figure: Figure) -> bool:
    """Whether four digits by themselves are more likely a year than a number."""
    number = figure.low.number
    if figure.hedges or number.power or number.form != "digits" or figure.high is not None:
        return False
    printed = stream.words[number.last - 1]
    if not (len(printed) == 4 and printed.isdecimal() and int(printed) in _YEARS):
        return False
    return noun_behind(stream, figure.last) is None and word_at(stream, figure.last) != "of"


# --- words that count without a figure ----------------------------------------------------------


def read_group_word(stream: Stream, index: int) -> Reading | None:
    """As in "both", "none of them", "nobody", "the trio", "a pair of universities"."""
    word = stream.words[index]
    first = index
    if word in word_values("nouns", "sets"):
        number = word_values("nouns", "sets")[word]
        if word_at(stream, index - 1) not in ("a", "the", "another", "this", "that", "one"):
            return None
        first, last, unit = index - 1, *_of_group(stream, index + 1)
    elif word == "no":
        return _no(stream, index)
    else:
        number = word_values("nouns", "every").get(word)
        if number is None:
            return None
        last, unit = _of_group(stream, index + 1)
        if word == "both" and not unit:
            found = noun_behind(stream, index + 1)
            last, unit = found if found is not None else (last, "")
    value = exact_count(Decimal(number), unit)
    if word == "none":  # "none of it is contained"
        share = Value("percent", "fraction", value.interval, value.named, value.nominal)
        value = evolve(value, alternatives=(share,))
    return Reading(first, last, value)


def _of_group(stream: Stream, index: int) -> tuple[int, str]:
    """As in "of the men", "of them" behind a group word: the index behind "of", and the lemma."""
    if word_at(stream, index) != "of":
        return index, ""
    return index, _group_counted(stream, index + 1)


def _no(stream: Stream, index: int) -> Reading | None:
    """As in "no one", "no casualties": none of them."""
    if word_at(stream, index + 1) == "one":
        return Reading(index, index + 2, exact_count(Decimal(0), "person"))
    found = noun_behind(stream, index + 1)
    if found is None or found[0] > index + 3:
        return None
    return Reading(index, found[0], exact_count(Decimal(0), found[1]))


def read_not_one(stream: Stream, index: int) -> Reading | None:
    """As in "not one arrest", "not a single life": none."""
    at = index + 1
    if word_at(stream, at) == "a" and word_at(stream, at + 1) == "single":
        at += 1 + (word_at(stream, at + 2) == "one")
    elif word_at(stream, at) != "one":
        return None
    if word_at(stream, at + 1) == "of" and stream.words[at] == "one":
        return _none_of(stream, index, at)
    found = noun_behind(stream, at + 1, single=True)
    if found is None or found[0] > at + 3:
        return None
    return Reading(index, found[0], exact_count(Decimal(0), found[1]))


def _none_of(stream: Stream, index: int, one: int) -> Reading | None:
    """As in "not one of the 14 crew"; "she is not one of them" counts nobody."""
    if word_at(stream, index - 1) in _BEING or heads_many(stream, one) is not None:
        return None
    return Reading(index, one + 1, exact_count(Decimal(0), _group_counted(stream, one + 2)))


def read_sole(stream: Stream, index: int) -> Reading | None:
    """As in "the only bridge", "a lone gunman": one of them."""
    if word_at(stream, index - 1) not in ("the", "a", "its", "their", "his", "her", "an", "s"):
        return None
    if word_at(stream, index + 1) not in word_set("nouns", "sole_noun"):
        return None
    return Reading(index, index + 2, exact_count(Decimal(1), stream.words[index + 1]))


def read_parenthood(stream: Stream, index: int) -> Reading | None:
    """As in "mum-of-two", "father of four"; the token is the number's."""
    at = index - 1
    if word_at(stream, at) in HYPHENS:
        at -= 1
    if word_at(stream, at) != "of":
        return None
    at -= 2 if word_at(stream, at - 1) in HYPHENS else 1
    if word_at(stream, at) not in word_set("nouns", "of_number"):
        return None
    number = word_values("numbers", "cardinal").get(stream.words[index])
    if number is None and stream.words[index].isdecimal():
        number = int(stream.words[index])
    if number is None or number > 25:
        return None
    return Reading(at, index + 1, exact_count(Decimal(number), "child"))


def read_every(stream: Stream, index: int) -> Reading | None:
    """As in "every gate", "all of its gates": all there are, however many."""
    last = index + 1
    if stream.words[index] == "all":
        if word_at(stream, last) in _SAVE:
            return _all_but(stream, index)
        if number_at(stream, last) is not None:
            return _all_so_many_but(stream, index)
        if word_at(stream, index + 1) != "of":
            return None
        last = index + 3
        found = noun_behind(stream, last)
    else:
        found = noun_behind(stream, last, single=True)
    if found is None or word_at(stream, last) in word_set("nouns", "period"):
        return None
    every = Value(
        "count", found[1], sets.EVERYTHING, sets.EVERYTHING, None, None, Stated(None, "all"),
        unresolved="how many there are is not said",
    )  # fmt: skip
    return Reading(index, found[0], every)


def _all_but(stream: Stream, index: int) -> Reading | None:
    """As in "all but two of the 14 hostages": the 12 others."""
    left = number_at(stream, _past_save(stream, index + 1))
    if left is None or word_at(stream, left.last) != "of":
        return None
    at = left.last + 2 if word_at(stream, left.last + 1) in _DETERMINERS else left.last + 1
    whole = number_at(stream, at)
    if whole is None or whole.first != at or not left.number < whole.number:
        return None
    found = noun_behind(stream, whole.last)
    unit = found[1] if found is not None else ""
    return Reading(index, left.last, exact_count(whole.number - left.number, unit))


def _past_save(stream: Stream, index: int) -> int:
    """The index behind "but", "except for" at a token."""
    return index + 1 + (word_at(stream, index + 1) == "for")


def _all_so_many_but(stream: Stream, index: int) -> Reading | None:
    """As in "all 14 but one", "all 14 miners except two": the others."""
    whole = number_at(stream, index + 1)
    if whole is None or whole.first != index + 1 or whole.most is not None:
        return None
    found = noun_behind(stream, whole.last)
    at, unit = found if found is not None else (whole.last, "")
    if word_at(stream, at) not in _SAVE:
        return None
    left = number_at(stream, _past_save(stream, at))
    if left is None or not left.number < whole.number:
        return None
    return Reading(index, left.last, exact_count(whole.number - left.number, unit))


def exact_count(number: Decimal, unit: str) -> Value:
    """A count of exactly so many."""
    exact = sets.exactly(number)
    return Value("count", unit, exact, exact, number, None, Stated(number, unit))
