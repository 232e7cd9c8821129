"""Two claims that are taken for one fact in, what keeps a conflict of them from being sure out.

Alignment weighs everything that speaks for and against one fact; here stand the few things that,
each by itself, make two figures that cannot both be true two facts more often than a conflict.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Final

from reconcile import patterns
from reconcile.model import VALUE_KINDS, Claim, Interval
from reconcile.tables import read_tables
from reconcile.values.scores import both_figures
from reconcile.values.slips import figures_slip, has_transposed, same_digits

#: scope slots that tell two figures apart where they are filled differently
_TELLING: Final = ("compared", "direction", "period", "share", "basis", "extreme")
#: what befell those of whom none are counted twice; survivors may be hurt, the hurt may die
_BEFELL: Final = (
    {"dead", "missing"}, {"dead", "safe"}, {"missing", "safe"}, {"missing", "hurt"},
    {"escaped", "caught"}, {"restored", "cut off"},
)  # fmt: skip
#: pairs of kinds whose values can contradict each other
_COMPARABLE: Final = frozenset(
    map(frozenset, (("count", "quantity"), ("count", "money"), ("date", "duration")))
)
#: kinds of figures that are of a time: at another time they may be others
_OF_A_TIME: Final = frozenset(("count", "money", "percent", "duration"))
#: seconds between two times that when somebody spoke does not explain
_APART: Final = Decimal(3 * 86_400)
#: the probability of one fact from which on some doubts are left aside
_LIKELY: Final = 0.9
#: two figures, of which one is so many times the other at most, lie near each other
_NEAR: Final = Decimal("1.5")
#: seconds of the shortest time whose length tells figures apart, and by how many times
_MONTH: Final = Decimal(27 * 86_400)
_LONGER: Final = Decimal("1.5")
_TURN: Final = patterns.compile(
    r"""
      \b (?P<ordinal> first | second | third | fourth | fifth | opening | final
                    | \d+ (?: st | nd | rd | th ) )
      [ -] (?P<noun> half | innings | phase | round | leg | session | set | heat | wave | batch
             | tranche | dose | day | test | reading )\b
    | \b (?P<second> run -? off )\b
    | \b (?P<named> day | phase | round | stage | leg | heat | game | lap )
      [ ] (?P<number> one | two | three | four | five | \d+ )\b
    """,
    re.VERBOSE,
)
#: what a length is of, by the word behind it
_DIMENSIONS: Final = {
    "long": "long", "wide": "wide", "across": "wide", "deep": "deep", "high": "high",
    "tall": "high", "thick": "thick",
}  # fmt: skip
_ORDINALS: Final = {
    "first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5",
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "opening": "1",
}  # fmt: skip
_WORD: Final = patterns.compile(r"\w+(?:[-’']\w+)*")
#: figures that change by something and figures that they change from or to
_CHANGE: Final = frozenset(("by",))
_LEVELS: Final = frozenset(("from", "to", "at"))
#: what leads to a moment at which something stood so
_MOMENTS: Final = frozenset(("at", "as", "by"))
#: a name this near to an age, along the sentence's parse, is whose it is
_BORNE: Final = 2.0
#: words behind an age that may say that it is of another time
_NEXT: Final = 4
_TO_FIGURE: Final = patterns.compile(r"\s+to\s+[^\w\s]?\d")
_OF_THEM: Final = patterns.compile(r"\bof (?:them|whom|which|these|those)\b")
_OWNER: Final = patterns.compile(r"^.*\w['’]s? (?=[A-Z])")
_POSSESSIVE: Final = patterns.compile(r" \[date\]['’]s?\b")

Doubt = Callable[[Claim, Claim], str]


def doubt_between(a: Claim, b: Claim, probability: float = 0.0) -> str:
    """In words, why a conflict of two claims is not sure to be one; "" where nothing speaks up.

    Some doubts do not stand against a high ``probability`` that both state one fact: of the pairs
    that they alone speak against, three in four are then conflicts (held-out weights, 100 packs).
    And none stands where one slip of the pen leads from the one figure to the other: of such pairs,
    98 in a hundred are conflicts.
    """
    if _is_slip(a, b):
        return ""
    is_likely = probability >= _LIKELY and {a.kind, b.kind} <= VALUE_KINDS
    doubts = _FIRM if is_likely else (*_FIRM, *_YIELDING)
    return next((words for doubt in doubts if (words := doubt(a, b))), "")


def count_others(a: Claim, b: Claim) -> bool:
    """Whether two claims count people whom different things befell: no dead are missing."""
    if not a.kind == b.kind == "count":
        return False
    befell = {dict(claim.context.scope).get("condition") for claim in (a, b)}
    return befell in _BEFELL


def lie_near(a: Claim, b: Claim) -> bool:
    """Whether two figures lie so near each other that a conflict needs no higher probability.

    So does one that a slip of the pen leads to from the other. Of pairs from 0.42 to 0.5 that
    differ by half at most, 0.71 are conflicts; of the others 0.34 (held-out weights, 100 packs).
    """
    if _is_slip(a, b):
        return True
    told = _figures(a, b)
    if told is None or not all(told):
        return False
    least, most = sorted(map(abs, told))
    return most <= _NEAR * least


def may_be_swapped(a: Claim, b: Claim, probability: float) -> bool:
    """Whether two figures of what is very likely one fact are one with digits or units swapped.

    Such a pair is a conflict though an article states both figures: that of another may be there.
    """
    told = _figures(a, b)
    if told is None or probability < _LIKELY:
        return False
    return told[0] == told[1] or has_transposed(*told)


def _is_slip(a: Claim, b: Claim) -> bool:
    """Whether two figures differ by their unit, their scale or two digits only: "412", "421"."""
    told = _figures(a, b)
    return told is not None and (same_digits(*told) or figures_slip(*told) is not None)


def _figures(a: Claim, b: Claim) -> tuple[Decimal, Decimal] | None:
    """The figures that two claims print, where both print one."""
    one, other = a.focus.value, b.focus.value
    if one is None or other is None or one.nominal is None or other.nominal is None:
        return None
    return one.nominal, other.nominal


def is_withdrawn(claim: Claim) -> bool:
    """Whether a claim's value is named as one that does not hold: "12 people, not 14"."""
    return dict(claim.context.scope).get("stands") == "withdrawn"


@functools.lru_cache(maxsize=4096)
def holds_word(table: str, text: str) -> bool:
    """Whether a text holds words of a table; of one with words behind, those too."""
    rule = _rules()[table]
    words = [word.lower() for word in _WORD.findall(text)]
    wanted, behind = set(rule["words"]), set(rule.get("behind", ()))
    told = f" {' '.join(words)} "
    if any(f" {phrase} " in told for phrase in wanted if " " in phrase):
        return True
    return any(
        word in wanted and (not behind or behind.intersection(words[index + 1 : index + 3]))
        for index, word in enumerate(words)
    )


@functools.cache
def _rules() -> dict[str, dict[str, list[str]]]:
    return read_tables("alignment", "rules/doubts.toml")


def _behind(claim: Claim) -> str:
    """What a statement says behind its figure."""
    return claim.statement.partition(f"{claim.focus.text} [{claim.kind}]")[2]


def _one_sided(holds: Callable[[Claim], bool], a: Claim, b: Claim) -> bool:
    return holds(a) != holds(b)


def _kinds(a: Claim, b: Claim) -> str:
    kinds = frozenset((a.kind, b.kind))
    if len(kinds) == 1 or kinds in _COMPARABLE and not _is_bare_day(a) and not _is_bare_day(b):
        return ""
    return f"a {a.kind} and a {b.kind} seldom answer one question"


def _is_bare_day(claim: Claim) -> bool:
    """Whether a claim is of a day that begins and ends nothing."""
    told = f"{claim.context.role} {claim.focus.text}"
    return claim.kind == "date" and not holds_word("ends", told)


def _scope(a: Claim, b: Claim) -> str:
    first, second = dict(a.context.scope), dict(b.context.scope)
    for slot in _TELLING if "rank" not in (a.kind, b.kind) else ():
        one, other = first.get(slot), second.get(slot)
        if one and other and one != other:
            return f"the {slot} differs: {one}, and {other}"
    return ""


def _bound(a: Claim, b: Claim) -> str:
    one, other = (dict(claim.context.scope).get("bound") for claim in (a, b))
    apart = one and other and one != other
    return "one is of the beginning, the other of the end" if apart else ""


def _session(a: Claim, b: Claim) -> str:
    early = _one_sided(lambda claim: holds_word("early", claim.statement), a, b)
    return "one is of before the market closed" if early else ""


def _outcome(a: Claim, b: Claim) -> str:
    for one, other in ((a, b), (b, a)):
        clause, status = other.clause, dict(other.context.scope).get("status")
        happened = clause.tense == "past" and clause.certainty == "asserted" and not status
        if happened and dict(one.context.scope).get("status") == "forecast":
            return "one was expected, the other came about"
    return ""


def _times(a: Claim, b: Claim) -> str:
    if a.kind not in _OF_A_TIME or a.context.time is None or b.context.time is None:
        return ""
    apart = max(_gap(a.context.time, b.context.time), _gap(b.context.time, a.context.time))
    return "they speak of different times" if apart >= _APART else ""


def _lengths(a: Claim, b: Claim) -> str:
    """As in "in the third quarter" against "in the first nine months"."""
    if a.kind not in _OF_A_TIME:
        return ""
    lengths = [length for claim in (a, b) if (length := _length(claim.context.time)) is not None]
    apart = len(lengths) == 2 and max(lengths) >= _LONGER * min(lengths)
    return "they are of times of different length" if apart else ""


def _length(time: Interval | None) -> Decimal | None:
    """Seconds of a time of a month and more."""
    if time is None or time.low is None or time.high is None:
        return None
    length = time.high - time.low
    return length if length >= _MONTH else None


def _turns(a: Claim, b: Claim) -> str:
    """As in "the first innings" against "the second innings": of one noun, another turn."""
    one, other = _turns_of(a.statement), _turns_of(b.statement)
    for noun in sorted(one.keys() & other.keys()):
        if not one[noun] & other[noun]:
            return f"one is of another {noun}"
    return ""


@functools.lru_cache(maxsize=4096)
def _turns_of(text: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for match in _TURN.finditer(text.lower()):
        ordinal, noun = match["ordinal"] or match["number"], match["noun"] or match["named"]
        if match["second"]:
            ordinal, noun = "2", "round"
        found.setdefault(noun, set()).add(_ORDINALS.get(ordinal, ordinal.rstrip("stndrh")))
    return {noun: frozenset(ordinals) for noun, ordinals in found.items()}


def _group(a: Claim, b: Claim) -> str:
    for table, words in (
        ("control", "one is of those who were not treated"),
        ("core", "one leaves some of it out"),
        ("seeded", "one is the place of a seed"),
        ("margin", "one is a margin of error"),
    ):
        if _one_sided(functools.partial(_tells, table), a, b):
            return words
    return ""


def _aboard(a: Claim, b: Claim) -> str:
    """As in "carrying 37 passengers" against "38 people on board, including the driver"."""
    for one, other in ((a, b), (b, a)):
        told, everybody = _figures(one, other), holds_word("everybody", other.context.measured)
        if one.context.measured == "passenger" and everybody and told and told[0] < told[1]:
            return "one counts passengers only"
    return ""


def _combined(a: Claim, b: Claim) -> str:
    """As in "the combined group has 53,000 staff" against "the buyer has 24,500"."""
    combined = _one_sided(functools.partial(_tells, "combined"), a, b)
    together = _tells("together", a) or _tells("together", b)
    return "one is of two companies together" if combined and not together else ""


def _premium(a: Claim, b: Claim) -> str:
    """As in "a premium of 74%", "41% above the last price", against "shares jumped 71%"."""
    for one, other in ((a, b), (b, a)):
        if not _is_premium(one) or _is_premium(other):
            continue
        if _tells("shares", other) or holds_word("leapt", other.context.governor):
            return "one is what is paid above a price"
    return ""


def _is_premium(claim: Claim) -> bool:
    return _tells("premium", claim) or _tells("above_price", claim)


def _revised(a: Claim, b: Claim) -> str:
    """As in "a revised 168,000" against "177,000 initially reported"."""
    return "one was revised" if _one_sided(functools.partial(_tells, "revised"), a, b) else ""


def _former(a: Claim, b: Claim) -> str:
    """As in "the last comparable eruption was in 2022" against "it erupted in 2024"."""
    former = _one_sided(functools.partial(_tells, "former"), a, b)
    return "one is of an earlier event of the sort" if former else ""


def _tells(table: str, claim: Claim) -> bool:
    return holds_word(table, claim.statement)


def _sexes(a: Claim, b: Claim) -> str:
    """As in "men earned £41,000" against "women earned £36,000"."""
    apart = {a.context.subject, b.context.subject} == {"man", "woman"}
    return "one is of men, the other of women" if apart else ""


def _rival(a: Claim, b: Claim) -> str:
    """As in "Souza won 52 percent" against "her opponent got 48 percent"."""

    def is_rival(claim: Claim) -> bool:
        return holds_word("rival", claim.context.subject)

    return "one is said of a rival" if _one_sided(is_rival, a, b) else ""


def _expected(a: Claim, b: Claim) -> str:
    """As in "earned $1.37" against "analysts had expected $1.29"."""

    def is_past(claim: Claim) -> bool:
        return claim.kind in _OF_A_TIME and _tells("had expected", claim)

    return "one is what was expected before" if _one_sided(is_past, a, b) else ""


def _then(a: Claim, b: Claim) -> str:
    """As in "was 68 at the time" against "the 77-year-old"."""
    if not a.kind == b.kind == "age":
        return ""
    return "one is an age of another time" if _one_sided(_is_of_then, a, b) else ""


def _is_of_then(claim: Claim) -> bool:
    return holds_word("then", " ".join(_behind(claim).split()[:_NEXT]))


def _asked(a: Claim, b: Claim) -> str:
    """As in "on the market for £7.5m" against "sold for £6.8m"."""
    if not a.kind == b.kind == "money" or not _one_sided(functools.partial(_tells, "paid"), a, b):
        return ""
    unpaid = b if _tells("paid", a) else a
    return "one was asked, the other paid" if _tells("asked", unpaid) else ""


def _renewed(a: Claim, b: Claim) -> str:
    """As in "a bid of £12m" against "a second offer of £14m"."""
    if not a.kind == b.kind == "money":
        return ""
    one_only = _one_sided(functools.partial(_tells, "renewed"), a, b)
    return "one was offered later" if one_only else ""


def _announced(a: Claim, b: Claim) -> str:
    """As in "last month it announced that" against "in February they signed"."""

    def is_announced(claim: Claim) -> bool:
        return claim.kind == "date" and holds_word("announcing", claim.context.governor)

    return "one is when it was announced" if _one_sided(is_announced, a, b) else ""


def _forecast(a: Claim, b: Claim) -> str:
    one, other = (dict(claim.context.scope).get("status") == "forecast" for claim in (a, b))
    return "one is a forecast" if one != other else ""


def _dimension(a: Claim, b: Claim) -> str:
    """As in "30 metres wide" against "11 metres deep"."""
    if not a.kind == b.kind == "quantity":
        return ""
    one, other = _dimension_of(a), _dimension_of(b)
    apart = one and other and one != other
    return f"one is how {one} it is, the other how {other}" if apart else ""


def _dimension_of(claim: Claim) -> str:
    word = next(iter(_behind(claim).split()), "")
    return _DIMENSIONS.get(word, "")


def _sides(a: Claim, b: Claim) -> str:
    """As in "1,402 voted for it" against "286 voted against it"."""
    if not (_tells("votes", a) and _tells("votes", b)):
        return ""
    for one, other in ((a, b), (b, a)):
        if _tells("in favour", one) and _tells("against", other) and not _tells("against", one):
            return "" if _tells("in favour", other) else "one counts those who were against"
    return ""


def _gap(earlier: Interval, later: Interval) -> Decimal:
    """Seconds from the end of one time to the start of another; below 0 where they meet."""
    if earlier.high is None or later.low is None:
        return Decimal(-1)
    return later.low - earlier.high


def _saying(a: Claim, b: Claim) -> str:
    return "one is when somebody spoke" if _one_sided(_is_of_speech, a, b) else ""


def _is_of_speech(claim: Claim) -> bool:
    return claim.kind == "date" and holds_word("saying", claim.context.governor)


def is_day_of_speech(a: Claim, b: Claim) -> bool:
    """Whether one is the day on which somebody spoke, and the other that of what happened.

    Or both are, and it is not the same person, by name, who is said to have spoken.
    """
    if _is_of_speech(a) and _is_of_speech(b):
        return not _named_speaker(a) & _named_speaker(b)
    return bool(_saying(a, b))


def _named_speaker(claim: Claim) -> set[str]:
    """The words of the name of who speaks; none of "officials"."""
    return {*claim.context.speaker} & {word for word, _ in claim.context.names}


def _day_of_something(a: Claim, b: Claim) -> str:
    """The day of "Tuesday's close" dates a thing and not an event."""

    def is_possessive(claim: Claim) -> bool:
        if claim.kind != "date":
            return False
        owns = _POSSESSIVE.search(claim.statement) is not None
        return owns or holds_word("priced", claim.context.measured)

    return "one dates a thing, the other an event" if _one_sided(is_possessive, a, b) else ""


def _snapshot(a: Claim, b: Claim) -> str:
    """As in "at 5 a.m. it was 165 km off the coast" against "it reached the coast at 8"."""

    def is_snapshot(claim: Claim) -> bool:
        told = claim.kind == "date" and claim.context.role in _MOMENTS
        return told and holds_word("stood", claim.context.governor)

    return "one is when it stood so" if _one_sided(is_snapshot, a, b) else ""


def _ordinal(a: Claim, b: Claim) -> str:
    def is_first(claim: Claim) -> bool:
        return claim.kind == "rank" and holds_word("first", claim.focus.text)

    return "one is the first of several" if _one_sided(is_first, a, b) else ""


def _score(a: Claim, b: Claim) -> str:
    def is_score(claim: Claim) -> bool:
        return claim.focus.value is not None and both_figures(claim.focus.value) is not None

    return "one is a score" if _one_sided(is_score, a, b) else ""


def _change(a: Claim, b: Claim) -> str:
    """As in "raised by $7,500" against "from $47,500", "rise by €20 to €260" against "is €270"."""
    roles = {a.context.role, b.context.role}
    told = roles & _CHANGE and roles & _LEVELS or _one_sided(_changes_to, a, b)
    return "one is by how much it changed" if told else ""


def _changes_to(claim: Claim) -> bool:
    return claim.context.role in _CHANGE and _TO_FIGURE.match(_behind(claim)) is not None


def _part(a: Claim, b: Claim) -> str:
    """As in "a bonus of £1m, half of the prize money", against the prize money."""

    def is_part(claim: Claim) -> bool:
        near = " ".join(_behind(claim).split()[:4])
        return holds_word("part", near) and not _OF_THEM.search(near)

    return "one is a part of another figure" if _one_sided(is_part, a, b) else ""


def _rest(a: Claim, b: Claim) -> str:
    """As in "four other men were convicted", against "five men": the first is told apart."""

    def is_rest(claim: Claim) -> bool:
        before, _, behind = claim.statement.partition(claim.focus.text)
        near = [*before.split()[-1:], claim.focus.text, *behind.split()[:3]]
        return claim.kind == "count" and holds_word("rest", " ".join(near))

    return "one counts the others only" if _one_sided(is_rest, a, b) else ""


def _said_then(a: Claim, b: Claim) -> str:
    """As in "tomorrow", said by one person and printed on two days."""
    same = a.kind == "date" and a.focus.text.lower() == b.focus.text.lower()
    return "both quote the same words" if same and a.clause.quoted and b.clause.quoted else ""


def _persons(a: Claim, b: Claim) -> str:
    """Ages of two people, each named as who it is that speaks or acts."""
    subjects = {a.context.subject, b.context.subject}
    named = len(subjects) == 2 and all(subject.startswith("@") for subject in subjects)
    shared = {word for word, _ in a.context.names} & {word for word, _ in b.context.names}
    return "they are of two people" if a.kind == "age" and named and not shared else ""


def _beside(a: Claim, b: Claim) -> str:
    """As in "the 25-year-old was beaten by Ferrier", against Ferrier's age."""
    if not a.kind == b.kind == "age":
        return ""
    for one, other in ((a, b), (b, a)):
        is_named = [claim.context.subject.startswith("@") for claim in (one, other)]
        told = {word for word, far in other.context.names if far <= _BORNE}
        if is_named == [False, True] and told and told <= _names_met(one):
            return "one is of somebody else than is named beside it"
    return ""


def _names_met(claim: Claim) -> set[str]:
    """The words of names of those whom an unnamed subject, told by its age, has to do with."""
    subject = claim.clause.subject
    if subject is None or not subject.start <= claim.focus.start < subject.end:
        return set()
    own = set(_WORD.findall(subject.text.lower()))
    told = {word for each in claim.clause.arguments for word in _WORD.findall(each.text.lower())}
    return ({word for word, _ in claim.context.names} & told) - own


def _habit(a: Claim, b: Claim) -> str:
    """As in "malaria kills 600,000 people a year", which no single event affirms or denies."""

    def is_habit(claim: Claim) -> bool:
        often = "period" in dict(claim.context.scope)
        return claim.kind == "polarity" and claim.clause.tense == "present" and often

    return "one tells what happens again and again" if _one_sided(is_habit, a, b) else ""


def _others(a: Claim, b: Claim) -> str:
    """What is said of others: of "Skylark's Tom Ferrier", and of "the Skylark name"."""
    one, other = _named_subject(a), _named_subject(b)
    apart = a.kind == b.kind == "polarity" and one and other and not one & other
    return "they are said of others" if apart else ""


def _voted(a: Claim, b: Claim) -> str:
    """How one or some of them voted, against how all did: "a handful declined to endorse it"."""
    if not a.kind == b.kind == "polarity":
        return ""

    def is_of_some(claim: Claim) -> bool:
        subject = claim.clause.subject
        if subject is None or not holds_word("ballot", claim.focus.text):
            return False
        return bool(_named_subject(claim)) or holds_word("some", subject.text)

    return "one is how some of them voted" if _one_sided(is_of_some, a, b) else ""


def _named_subject(claim: Claim) -> frozenset[str]:
    """The names in who or what a claim is said of, an owner's left aside."""
    subject = claim.clause.subject
    if subject is None:
        return frozenset()
    told = _OWNER.sub("", subject.text).lower()
    return frozenset(word for word, _ in claim.context.names).intersection(_WORD.findall(told))


_FIRM: Final[tuple[Doubt, ...]] = (
    _session, _saying, _day_of_something, _ordinal, _score, _rest, _said_then, _habit, _others,
    _bound, _dimension, _turns, _group, _rival, _sides,
    _sexes, _aboard, _premium, _beside, _combined, _voted, _then, _asked,
)  # fmt: skip
#: what the evidence of alignment can outweigh
_YIELDING: Final[tuple[Doubt, ...]] = (
    _kinds, _scope, _outcome, _times, _change, _part, _persons, _lengths,
    _expected, _forecast, _announced, _former, _revised, _snapshot, _renewed,
)  # fmt: skip
