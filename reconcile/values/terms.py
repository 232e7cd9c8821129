"""A number with the sign before it or the unit behind it: "$3", "5 million pounds", "12km/h"."""

from __future__ import annotations

import functools
from decimal import Decimal
from typing import Final

from reconcile.tuples import NamedTuple
from reconcile.values.lexicon import load, word_set, word_values
from reconcile.values.markers import HYPHENS, Marker, suffix_at
from reconcile.values.nouns import is_plural
from reconcile.values.numbers import NumberExpression, number_at
from reconcile.values.quakes import MAGNITUDE, magnitude_letter, quake_behind
from reconcile.values.settling import evidence_of
from reconcile.values.signs import sign_before
from reconcile.values.stream import Stream, joined, kind_at, text_at, word_at

_TEN: Final = Decimal(10)
#: a figure before a bare C or F that is larger is no temperature
_LARGE: Final = 500
_HOTTEST: Final = 6000


class Term(NamedTuple):
    """A number at tokens ``first`` to ``last``, with what marks it."""

    first: int
    last: int
    number: NumberExpression
    marker: Marker | None
    #: whether a currency sign stands before it
    signed: bool = False


def term_at(stream: Stream, index: int) -> Term | None:
    """The number at a token with its sign or unit; the marker is None for a bare number."""
    number = number_at(stream, index)
    if number is None:
        return None
    sign = sign_before(stream, number.first)
    if sign is not None:
        return _signed(stream, number, *sign)
    if word_at(stream, number.first) in HYPHENS | {"−", "+"}:  # "-$5": the sign stands outside
        sign = sign_before(stream, number.first + 1)
    number = with_letter(stream, number, money=False)
    return _marked(stream, number)


def _signed(stream: Stream, number: NumberExpression, first: int, marker: Marker) -> Term:
    """A figure behind a currency sign; the currency's name may follow ("$20 US dollars")."""
    number = with_letter(stream, number, money=True)
    last = number.last
    again = suffix_at(stream, last)
    if again is not None and again[1].kind == "money":
        last = again[0]
        marker = again[1] if again[1].unit and again[1].factor == 1 else marker
    if word_at(stream, first - 1) in ("-", "−", "–") and _opens(stream, first - 1):
        first, number = first - 1, number._replace(number=-number.number)
    return Term(first, last, number, marker, True)


def _opens(stream: Stream, index: int) -> bool:
    """Whether a dash touches what follows and nothing before it."""
    return joined(stream, index + 1) and (
        not joined(stream, index) or word_at(stream, index - 1) in ("(", "[")
    )


def _marked(stream: Stream, number: NumberExpression) -> Term:
    quake = quake_behind(stream, number.last)
    if quake is not None:
        return Term(number.first, quake, number, MAGNITUDE)
    found = suffix_at(stream, number.last) or _feet_mark(stream, number.last)
    if found is None and number.most is not None and word_at(stream, number.last) == "of":
        found = suffix_at(stream, number.last + 1)
    if found is None:
        letter = magnitude_letter(stream, number.first)
        if letter is not None:
            return Term(letter, number.last, number, MAGNITUDE)
        before = measure_before(stream, number.first)
        if before is not None:
            return Term(before[0], number.last, number, before[1])
        return Term(number.first, number.last, number, None)
    last, marker = found
    if not _allowed(stream, number, last, marker):
        return Term(number.first, number.last, number, None)
    ounces = _below(stream, last, 16, _OUNCES) if marker.stated == "pound" else None
    if ounces is not None and stream.words[ounces[0] - 1] in _OUNCES:
        last, extra, step = ounces
        number = number._replace(last=last, number=number.number + extra / 16, step=step / 16)
        return Term(number.first, last, number, _POUND)
    if marker.kind == "quantity":
        return _quantity(stream, number, last, marker)
    if marker.kind == "money":
        return _coins(stream, number, last, marker)
    return Term(number.first, last, number, marker)


def _feet_mark(stream: Stream, index: int) -> tuple[int, Marker] | None:
    """The mark of feet in 5'10", where inches stand behind it."""
    if word_at(stream, index) not in ("'", "’", "′") or not joined(stream, index):
        return None
    marked = kind_at(stream, index + 1) == "number" and word_at(stream, index + 2) in _INCH_MARKS
    return (index + 1, _FOOT) if marked else None


def _allowed(stream: Stream, number: NumberExpression, last: int, marker: Marker) -> bool:
    if marker.only == "scaled":
        return number.power > 0
    if marker.only == "large":
        return number.number >= _LARGE or evidence_of(stream)[marker.unit] > 0
    if marker.only == "part":
        return number.form == "fraction" or number.step not in (1, 10) and number.number < 10
    if marker.dimension == "temperature" and text_at(stream, last - 1) in ("C", "F"):
        plain = number.form == "digits" and number.power == 0 and abs(number.number) < _HOTTEST
        apart = not joined(stream, last - 1) and is_plural(word_at(stream, last))
        return plain and not apart and word_at(stream, last) not in ("-", "/", "‑")
    return True


def _quantity(stream: Stream, number: NumberExpression, last: int, marker: Marker) -> Term:
    """A measure, with what it is counted by: "barrels a day", "micrograms per cubic metre"."""
    per = per_at(stream, last)
    if per is not None and "/" not in marker.unit:
        last, under = per
        unit = f"{marker.unit}/{under}"
        marker = marker._replace(unit=unit, stated=unit, dimension=f"{marker.dimension}/{under}")
    elif marker.unit == "stone" and (pounds := _below(stream, last, 14, _POUNDS)) is not None:
        last, extra, step = pounds
        whole = number.number + extra / 14
        number = number._replace(last=last, number=whole, step=step / 14)
    elif marker.unit == "foot" and (inches := _below(stream, last, 12, _INCHES)) is not None:
        last, extra, step = inches
        whole = number.number + extra / 12
        number = number._replace(last=last, number=whole, step=step / 12)
    elif marker.unit in _HUNDREDTHS and marker.factor == 1:
        small = _below(stream, last, 100, _HUNDREDTHS[marker.unit], named=True)
        if small is not None and number.number == number.number.to_integral_value():
            last, extra, step = small
            number = number._replace(last=last, number=number.number + extra / 100, step=step / 100)
    return Term(number.first, last, number, marker)


_FOOT: Final = Marker("quantity", "foot", Decimal(1), "foot", "length")
_INCH_MARKS: Final = frozenset(('"', "″", "”", "in"))
_INCHES: Final = frozenset(("in", "inch", "inches", '"', "″", "”", "ins"))
_POUND: Final = Marker("quantity", "pound", Decimal(1), "lb", "mass")
_OUNCES: Final = frozenset(("oz", "ozs", "ounce", "ounces"))
#: units with the names of their hundredth part: "7m 42cm"
_HUNDREDTHS: Final = {
    "meter": frozenset(("cm", "cms", "centimetre", "centimetres", "centimeter", "centimeters"))
}
_POUNDS: Final = frozenset(("lb", "lbs", "pound", "pounds"))


def _below(
    stream: Stream, index: int, most: int, names: frozenset[str], *, named: bool = False
) -> tuple[int, Decimal, Decimal] | None:
    """The smaller unit behind a larger: "6ft 2in", "5 feet and 2 inches", "12st 4lb", "6ft 2"."""
    at = index + 1 if word_at(stream, index) in ("and", ",", "-") else index
    if kind_at(stream, at) != "number" and word_at(stream, at) not in word_values(
        "numbers", "cardinal"
    ):
        return None
    number = number_at(stream, at)
    if number is None or number.number >= most or number.power or number.first != at:
        return None
    last = number.last + 1 if word_at(stream, number.last) in HYPHENS else number.last
    if word_at(stream, last) in names:
        return last + 1, number.number, number.step
    plain = not named and number.step == 1 and suffix_at(stream, number.last) is None
    tied = word_at(stream, index) in HYPHENS and joined(stream, index) and joined(stream, at)
    closes = tied or at == index and _closes(stream, last)
    return (number.last, number.number, number.step) if plain and closes else None


def _coins(stream: Stream, number: NumberExpression, last: int, marker: Marker) -> Term:
    """The small coins behind a sum: "3 dollars 50 cents", "thirteen dollars and five cents"."""
    again = word_values("numbers", "scale").get(word_at(stream, last))
    if again is not None and number.power == 0:  # "75 USD million"
        number = number._replace(
            number=number.number * _TEN**again, step=min(number.step, Decimal(1)) * _TEN**again,
            power=again, mantissa=number.number,
        )  # fmt: skip
        return Term(number.first, last + 1, number, marker)
    at = index = last + 1 if word_at(stream, last) == "and" else last
    if marker.factor != 1 or number.power or kind_at(stream, index) not in ("number", "word"):
        return Term(number.first, last, number, marker)
    small = number_at(stream, at) if is_figure(stream, at) else None
    if small is None or small.number >= 100 or small.first != at or small.power:
        return Term(number.first, last, number, marker)
    found = suffix_at(stream, small.last)
    end = found[0] if found is not None and found[1].kind == "money" else small.last
    if found is not None and (found[1].kind != "money" or found[1].factor == 1):
        return Term(number.first, last, number, marker)
    digits = kind_at(stream, at) == "number" and len(stream.words[at]) == 2
    spoken = (at == last or digits) and small.number >= 10 and _closes(stream, small.last)
    if found is None and not spoken:
        return Term(number.first, last, number, marker)
    cent = Decimal("0.01")
    total = number._replace(number=number.number + small.number * cent, step=cent, last=end)
    return Term(number.first, end, total, marker)


def _closes(stream: Stream, index: int) -> bool:
    """Whether a clause ends at a token."""
    return word_at(stream, index) in ("", ".", ",", ";", "\n", "!", "?", ")", "more", "each")


def is_figure(stream: Stream, index: int) -> bool:
    """Whether a digit or a number word stands at a token."""
    return kind_at(stream, index) == "number" or word_at(stream, index) in word_values(
        "numbers", "cardinal"
    )


def per_at(stream: Stream, index: int) -> tuple[int, str] | None:
    """What a unit is counted by at a token ("per day", "a day", "/d"), and the index behind."""
    word = word_at(stream, index)
    if word == "-" and word_at(stream, index + 1) in ("per", "a", "an"):
        index, word = index + 1, word_at(stream, index + 1)
    if word not in ("per", "a", "an", "/", "each", "every"):
        return None
    at = index + 1
    if word_at(stream, at) == "-":
        at += 1
    under = word_values("units", "per").get(word_at(stream, at))
    if under is not None:
        return at + 1, under
    if word in ("per", "/"):
        found = suffix_at(stream, at)
        if found is not None and found[1].kind == "quantity" and found[1].factor == 1:
            return found[0], found[1].unit
    return None


def price_of(stream: Stream, index: int) -> str:
    """What a sum is paid for, behind it: "a week", "per tonne", "for each kilometre"; or ""."""
    if word_at(stream, index) == "for" and word_at(stream, index + 1) in ("each", "every"):
        index += 1
    per = per_at(stream, index)
    if per is not None:
        return per[1]
    if word_at(stream, index) not in ("a", "an", "each", "every"):
        return ""
    found = suffix_at(stream, index + 1)
    return found[1].unit if found is not None and found[1].kind == "quantity" else ""


def measure_before(stream: Stream, index: int) -> tuple[int, Marker] | None:
    """A measure named in front of its figure: "magnitude 6.1", "magnitude-6.8"."""
    at = index - 1 if word_at(stream, index - 1) in HYPHENS else index
    for words, marker in _measures():
        first = at - len(words)
        if first >= 0 and tuple(stream.words[first:at]) == words:
            return first, marker
    return None


@functools.cache
def _measures() -> tuple[tuple[tuple[str, ...], Marker], ...]:
    found = []
    for rule in load("units")["unit"]:
        for phrase in rule.get("before", ()):
            words = tuple(phrase.replace("-", "").split())
            marker = Marker("quantity", rule["name"], Decimal(1), rule["name"], rule["dimension"])
            found.append((words, marker))
    return tuple(found)


# --- letters that scale -----------------------------------------------------------------------


def with_letter(stream: Stream, number: NumberExpression, *, money: bool) -> NumberExpression:
    """The number with the letter behind it taken as its scale: "$3.5m", "50k", "2m barrels"."""
    index = number.last
    hyphened = money and word_at(stream, index) in HYPHENS and joined(stream, index + 1)
    if hyphened and joined(stream, index) and text_at(stream, index + 1) in ("M", "B"):
        index += 1  # "P6.8-M"
    if number.power or number.form != "digits" or kind_at(stream, index) != "word":
        return number
    if quake_behind(stream, index) is not None:
        return number
    word = stream.words[index]
    power = 6 if word == "mm" and money else word_values("numbers", "scale_letter").get(word)
    decimal = "." in stream.words[index - 1] and text_at(stream, index) in ("k", "M")
    if power is None or not (joined(stream, index) or money or decimal):
        return number
    if joined(stream, index + 1) and kind_at(stream, index + 1) == "number":
        return number
    if not money and not _scales(stream, index, word):
        return number
    factor = _TEN**power
    return number._replace(
        last=index + 1, number=number.number * factor, step=min(number.step, Decimal(1)) * factor,
        power=power, mantissa=number.number,
    )  # fmt: skip


def _scales(stream: Stream, index: int, word: str) -> bool:
    """Whether a letter behind a figure that is no money stands for a scale."""
    if text_at(stream, index) == "M":
        return True
    if word == "k":
        return text_at(stream, index) == "k"
    if word == "b":
        return "." in stream.words[index - 1] or text_at(stream, index) == "b"
    return word == "m" and _millions(stream, index)


def _millions(stream: Stream, index: int) -> bool:
    """Whether "m" is million: a counted noun or a unit stands behind it, no word of length."""
    behind = index + 1
    if suffix_at(stream, behind) is not None:
        return word_at(stream, behind) not in HYPHENS or kind_at(stream, behind + 1) == "word"
    if word_at(stream, behind) in word_set("units", "million_before"):
        return True
    if word_at(stream, behind) in ("to", "and", "or") or word_at(stream, behind) in HYPHENS:
        return _of_counted_range(stream, behind + 1)
    return _is_noun(stream, behind)


def _of_counted_range(stream: Stream, index: int) -> bool:
    """As in "1.2m to | 2m tonnes": what is counted stands behind the second figure."""
    if kind_at(stream, index) != "number" or word_at(stream, index + 1) != "m":
        return False
    behind = index + 2
    plain = word_at(stream, behind) not in HYPHENS and suffix_at(stream, behind) is not None
    return plain or _is_noun(stream, behind)


def _is_noun(stream: Stream, index: int) -> bool:
    """Whether a word that may be counted stands at a token, no word of length or place."""
    plain = word_at(stream, index) if kind_at(stream, index) == "word" else ""
    return len(plain) > 2 and not (
        plain in word_set("units", "metre_before") or plain in word_set("nouns", "stop")
    )
