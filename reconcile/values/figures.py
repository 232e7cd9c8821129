"""A figure at a token: one term or a range of two, its shared unit and scale, and its hedges."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from reconcile.tuples import NamedTuple
from reconcile.values import hedges
from reconcile.values.brackets import by_brackets
from reconcile.values.lexicon import word_set
from reconcile.values.markers import HYPHENS, Marker, suffix_at
from reconcile.values.nouns import noun_behind
from reconcile.values.numbers import number_at
from reconcile.values.shifts import tells_shift
from reconcile.values.signs import sign_before
from reconcile.values.stream import Stream, joined, kind_at, word_at
from reconcile.values.terms import Term, is_figure, term_at
from reconcile.values.topics import tells_topic

#: how many items a list that shares its unit may have
MOST_LISTED: Final = 8
#: how many words behind a figure its yardstick may stand
_YARDSTICK_REACH: Final = 2
#: "by €20 to €260": so many times what is told in front of it is no other end of a range
MOVED_FAR: Final = Decimal("2.5")
#: how many words before "by" the verb of a movement may stand
_MOVE_REACH: Final = 3
_ARTICLES: Final = frozenset(("a", "an", "the", "its", "their", "his", "her", "of"))
_DASHES: Final = HYPHENS | {"—"}
_WHOLE_PERCENT: Final = 100
_TEN: Final = Decimal(10)


class Figure(NamedTuple):
    """One term, or two ends of a range, at tokens ``first`` to ``last``, hedges included."""

    first: int
    last: int
    low: Term
    #: the upper end of a range
    high: Term | None
    marker: Marker | None
    #: hedge classes, the innermost first
    hedges: tuple[str, ...]
    #: the index behind the number and its unit, hedges behind not counted
    bare_last: int


def figure_at(stream: Stream, index: int) -> Figure | None:
    """The figure whose first number stands at a token."""
    low = term_at(stream, index)
    if low is None:
        return None
    high = _upper_end(stream, low)
    if high is not None:
        low, high = _as_exact(*_share(low, high))
    marker = low.marker or (high.marker if high is not None else None)
    if marker is None and word_at(stream, low.last - 1) != "m":
        marker = listed_marker(stream, low.first, low.last)
    if marker is None and high is None:
        moved = _moved_from(stream, low) or _of_two_shares(stream, low) or by_brackets(stream, low)
        low, marker = moved or (low, None)
    end = high.last if high is not None else low.last
    return _hedged(stream, low, high, marker, end)


def _hedged(
    stream: Stream, low: Term, high: Term | None, marker: Marker | None, end: int
) -> Figure:
    start = low.first
    if high is not None and word_at(stream, start - 1) in ("between", "from"):
        start -= 1
    first, classes = hedges.before(stream, start)
    if high is not None and word_at(stream, first - 1) in ("between", "from"):
        first -= 1
    if classes and stream.words[first] == "over" and tells_topic(stream, first, end, marker):
        first, classes = first + 1, classes[:-1]
    elif classes and _bounds_nothing(stream, first, start, end, marker):
        first, classes = start, ()
    last, behind = hedges.after(stream, end)
    return Figure(first, last, low, high, marker, behind + classes, end)


def _bounds_nothing(
    stream: Stream, first: int, start: int, end: int, marker: Marker | None
) -> bool:
    """Whether the words before a figure are no hedge: "above the 2% target", "over a $3m fraud"."""
    words = stream.words
    if words[first] in word_set("hedges", "milestone"):
        if marker is not None:
            return marker.dimension == "length"  # "crossed 500 miles of desert"
        return noun_behind(stream, end) is not None
    if words[start - 1] == "the":
        behind = words[end : end + _YARDSTICK_REACH]
        return any(word in word_set("hedges", "yardstick") for word in behind)
    covered = words[start - 1] in word_set("hedges", "position") and word_at(stream, end) == "of"
    if covered and marker is not None and marker.dimension == "length":
        return word_at(stream, end + 1) in word_set("hedges", "covering")
    if words[start - 1] == "over" and marker is None:
        noun = noun_behind(stream, end)
        return noun is not None and noun[1] in word_set("hedges", "course")
    if words[start - 1] != "over" or marker is None or marker.kind != "money":
        return False
    attributive = word_at(stream, end) in word_set("hedges", "because")
    return attributive and word_at(stream, start - 2) not in _ARTICLES


# --- ranges -----------------------------------------------------------------------------------


def _upper_end(stream: Stream, low: Term) -> Term | None:
    """The second term of "10 to 15", "10-15", "between 10 and 15", "two or three"."""
    if low.number.most is not None:
        return None
    linked = _link(stream, low)
    if linked is None:
        return None
    link, at = linked
    at = _past_hedges_and_sign(stream, at)
    if not is_figure(stream, at) and not _article_number(stream, at):
        return None
    high = _short_end(stream, low, link, at) or term_at(stream, at)
    if high is None or high.number.most is not None:
        return None
    return high if _is_range(stream, low, high, link) else None


def _short_end(stream: Stream, low: Term, link: str, index: int) -> Term | None:
    """The last digits alone of a second rate: "152.80-82" is 152.80 to 152.82."""
    printed, digits = word_at(stream, low.number.last - 1), word_at(stream, index)
    decimals = len(printed.partition(".")[2])
    if link != "-" or not (1 < len(digits) <= decimals and digits.isdecimal()):
        return None
    if low.number.power or low.marker is not None or not joined(stream, index):
        return None
    shift = Decimal(int(digits) - int(printed[-len(digits) :])) * low.number.step
    number = low.number._replace(
        first=index,
        last=index + 1,
        number=low.number.number + shift,
        mantissa=low.number.mantissa + shift,
    )
    return Term(index, index + 1, number, None) if shift > 0 else None


def _article_number(stream: Stream, index: int) -> bool:
    return word_at(stream, index) in ("a", "an") and number_at(stream, index) is not None


def _link(stream: Stream, low: Term) -> tuple[str, int] | None:
    """The word that links two ends, and the index behind it."""
    at = low.last
    word = word_at(stream, at)
    before = _word_before(stream, low.first)
    if word in _DASHES:
        if word_at(stream, at + 1) == "to" and word_at(stream, at + 2) in _DASHES:
            return "to", at + 3
        tight = joined(stream, at) == joined(stream, at + 1)
        return ("-", at + 1) if tight else None
    if word == "to":
        return "to", at + 1
    if word == "up" and word_at(stream, at + 1) == "to":
        return "to", at + 2
    if word == "and" and before == "between":
        return "and", at + 1
    return ("or", at + 1) if word == "or" else None


def _word_before(stream: Stream, index: int) -> str:
    """The word before a figure and its hedges."""
    return word_at(stream, hedges.before(stream, index)[0] - 1)


def _past_hedges_and_sign(stream: Stream, index: int) -> int:
    """The digit or number word of a second end, behind "about" and its currency sign."""
    for at in range(index, min(index + 5, len(stream.words))):
        if is_figure(stream, at) or _article_number(stream, at):
            opening = sign_before(stream, at)
            start = opening[0] if opening is not None else at
            if word_at(stream, at - 1) in ("-", "−", "minus") and start == at:
                start -= 1
            return at if hedges.before(stream, start)[0] <= index else index
    return index


def _is_range(stream: Stream, low: Term, high: Term, link: str) -> bool:
    if not _same_marker(low, high):
        return False
    least, most = _ends(low, high)
    before = _word_before(stream, low.first)
    if before == "between" and link == "and":
        return True
    if least >= most:
        return False
    if link == "to":
        return not _tells_change(stream, low, high, before)
    if link == "or":
        return low.marker is None and not high.signed and most <= 3 * least and least >= 1
    return not _is_name(stream, low, high)


def _is_name(stream: Stream, low: Term, high: Term) -> bool:
    """Whether figures joined by a dash are one name or number: "555-0143", "1-2-3"."""
    if low.marker is not None or high.marker is not None:
        return False
    if word_at(stream, low.number.last - 1)[:1] == "0" or word_at(stream, high.last - 1)[:1] == "0":
        return True
    behind = word_at(stream, high.last) in _DASHES and joined(stream, high.last)
    return behind and kind_at(stream, high.last + 1) == "number"


def _same_marker(low: Term, high: Term) -> bool:
    """Whether two terms can be ends of one range: one unit, or one of them bare."""
    if low.marker is None or high.marker is None:
        behind = low.marker is not None and not low.signed
        return not behind and (low.marker is not None or high.marker is not None or not high.signed)
    same = (low.marker.kind, low.marker.unit) == (high.marker.kind, high.marker.unit)
    return same and low.marker.factor == high.marker.factor


def _ends(low: Term, high: Term) -> tuple[Decimal, Decimal]:
    shared, top = _share(low, high)
    return shared.number.number, top.number.number


def _share(low: Term, high: Term) -> tuple[Term, Term]:
    """The ends with the scale of the upper one shared by the lower: "$3-5 million"."""
    a, b = low.number, high.number
    if a.power or not b.power or a.number >= 1000 or a.number > b.mantissa * 2:
        return low, high
    factor = Decimal(10) ** b.power
    scaled = a._replace(
        number=a.number * factor, step=min(a.step, Decimal(1)) * factor, power=b.power,
        mantissa=a.number,
    )  # fmt: skip
    return low._replace(number=scaled), high


def _as_exact(low: Term, high: Term) -> tuple[Term, Term]:
    """The ends, no coarser than what lies between: "700,000 to one million" is to 100,000."""
    gap = high.number.number - low.number.number
    if gap <= 0:
        return low, high
    finest = _TEN ** gap.adjusted()
    return _no_coarser(low, gap, finest), _no_coarser(high, gap, finest)


def _no_coarser(end: Term, gap: Decimal, finest: Decimal) -> Term:
    if end.number.step <= gap:
        return end
    return end._replace(number=end.number._replace(step=finest))


def _tells_change(stream: Stream, low: Term, high: Term, before: str) -> bool:
    """Whether "X to Y" says where something moved: "rose 5 to 23", "up from 3 to 4"."""
    if before == "by":
        bare = low.marker is None and high.marker is None
        return bare or _moved_to(stream, low, high)
    return tells_shift(stream, hedges.before(stream, low.first)[0], high.last)


def _moved_to(stream: Stream, low: Term, high: Term) -> bool:
    """As in "fell by £1.4m to £4.7m": by how much and to what, not a range of changes."""
    if low.marker is None or high.marker is None or low.last > high.first - 1:
        return False
    if high.number.number >= MOVED_FAR * low.number.number:
        return True
    first = hedges.before(stream, low.first)[0] - 1
    verbs = (stream.words[at] for at in range(max(0, first - _MOVE_REACH), first))
    return any(verb in word_set("changes", "moved") for verb in verbs)


def _moved_from(stream: Stream, low: Term) -> tuple[Term, Marker] | None:
    """As in "from 20 to 50 per cent": what moved did so in the unit and scale of where it went."""
    if _word_before(stream, low.first) != "from" or word_at(stream, low.last) != "to":
        return None
    high = term_at(stream, low.last + 1) if is_figure(stream, low.last + 1) else None
    if high is None or high.marker is None or high.signed or high.number.most is not None:
        return None
    shared = _share(low, high)[0]
    return (shared, high.marker) if shared.number.power == high.number.power else None


def _of_two_shares(stream: Stream, low: Term) -> tuple[Term, Marker] | None:
    """As in "54-46 per cent", "48 to 43 percent": the larger share of a pair."""
    link, at = _link(stream, low) or ("", -1)
    if link not in ("-", "to") or low.number.power or not is_figure(stream, at):
        return None
    high = term_at(stream, at)
    if high is None or high.marker is None or high.marker.unit != "fraction":
        return None
    larger = high.number.number < low.number.number <= _WHOLE_PERCENT
    return (low, high.marker) if larger and not high.number.power else None


# --- lists ------------------------------------------------------------------------------------


def listed_marker(stream: Stream, first: int, index: int) -> Marker | None:
    """The unit that a bare number shares with the end of its list: "10, 12 and 15 per cent"."""
    several = word_at(stream, first - 1) == "," and kind_at(stream, first - 2) == "number"
    for _ in range(MOST_LISTED):
        word = word_at(stream, index)
        if word not in (",", "and", "or", "to"):
            return None
        at = index + 1
        if word == "," and word_at(stream, at) in ("and", "or"):
            word, at = word_at(stream, at), at + 1
            if not several:
                return None  # "1,204,311, or 48.2%"
        if not is_figure(stream, at):
            return None
        number = number_at(stream, at)
        if number is None or number.most is not None:
            return None
        found = suffix_at(stream, number.last)
        if found is not None:
            ends = word in ("and", "or") or word == "," and several  # not "81,203, 0.9% down"
            return found[1] if ends and not found[1].only else None
        if word in ("and", "or", "to"):
            return None
        index, several = number.last, True
    return None
