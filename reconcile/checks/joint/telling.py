"""Joint findings in, Checks out: what cannot all hold, in plain sentences."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from reconcile.checks.found import joined, told
from reconcile.checks.joint.events import Dated
from reconcile.checks.joint.levels import Misfit, in_unit_of
from reconcile.checks.joint.parts import FILE
from reconcile.checks.joint.scene import place_of, reading, size
from reconcile.checks.joint.sums import Overfull
from reconcile.checks.joint.times import Unfitting
from reconcile.checks.vocabulary import words
from reconcile.model import Check, Citation, Claim, Interval, Step
from reconcile.values import steps
from reconcile.values.telling import amount, interval_words, moment

_DAY_SECONDS: Final = 86_400
_NUMBERS: Final = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}


def told_overfull(found: Overfull) -> Check:
    """Parts that come to more than their whole."""
    listed, whole = joined([text_of(claim) for claim in found.parts]), text_of(found.whole)
    made = steps.add([steps.reading(cite(claim), "") for claim in found.parts], "")
    made = steps.spoken(made, f"{capital(listed)} make {_amount(found)}, more than {whole}")
    cited = (found.whole, *found.parts)
    return joint_check(
        "parts",
        cited,
        f"{whole}: {listed}",
        f"{made.words}. {all_but_one(len(cited))}",
        steps.conclude("disjoint", (made, _limit(found)), ""),
    )


def told_together(claims: Sequence[Claim]) -> Step:
    """Parts of a whole, which is no less than they are together."""
    listed = joined([text_of(claim) for claim in claims])
    made = steps.add([steps.reading(cite(claim), "") for claim in claims], "")
    total = amount(sum((size(claim) for claim in claims), Decimal(0)), "", "count")
    near = "about " if any(reading(claim).hedge for claim in claims) else ""
    return steps.at_least(made, f"{listed} make {near}{total}, and there are no fewer")


def _amount(found: Overfull) -> str:
    """What the printed figures come to; without a currency where they name it differently."""
    value = reading(found.whole)
    units = {reading(claim).unit for claim in (found.whole, *found.parts)}
    total = sum((size(claim) for claim in found.parts), Decimal(0))
    near = "about " if any(reading(claim).hedge for claim in found.parts) else ""
    if value.kind != "money" or len(units) > 1:
        return near + amount(total, "", "count")
    return near + amount(total, value.unit, value.kind)


def _limit(found: Overfull) -> Step:
    """What the whole leaves open; if it is printed with one digit, a twentieth either way."""
    cited, number = cite(found.whole), size(found.whole)
    value = reading(found.whole)
    if found.rounding is None or not value.stated.number:
        return steps.reading(cited, "")
    room = number * found.rounding
    factor = number / value.stated.number
    exact = steps.printed(cited)
    if factor != 1:
        exact = steps.convert(exact, factor, value.unit, "")
    return steps.widen(exact, room, room, f"“{text_of(found.whole)}” is taken as a plain figure")


def told_shares(claims: Sequence[Claim]) -> Check:
    """Shares that come to more than all."""
    ordered = sorted(claims, key=place_of)
    listed = joined([text_of(claim) for claim in ordered])
    made = steps.add([steps.reading(cite(claim), "") for claim in ordered], "")
    made = steps.spoken(made, f"{capital(listed)} make {told(made, reading(ordered[0]))}")
    return joint_check(
        "shares",
        ordered,
        f"shares of one whole: {listed}",
        f"{made.words}, more than there is. {all_but_one(len(ordered))}",
        steps.conclude("disjoint", (made, steps.whole()), ""),
    )


def told_misfit(found: Misfit) -> Check:
    """A change that does not lie between the two levels."""
    high, low, change = (text_of(each) for each in (found.high, found.low, found.change))
    unit = reading(found.change).unit
    upper, lower = (_led(claim, found.change) for claim in (found.high, found.low))
    made = steps.subtract(upper, lower, "")
    apart = size(found.high) * _factor(found.high, found.change)
    apart -= size(found.low) * _factor(found.low, found.change)
    told_apart = f"{capital(high)} and {low} are {amount(apart, unit, 'quantity')} apart"
    made = steps.spoken(made, told_apart)
    return joint_check(
        "change",
        (found.change, found.high, found.low),
        f"{change}: {high}, {low}",
        f"{told_apart}, not {change}. {all_but_one(3)}",
        steps.conclude("disjoint", (made, steps.reading(cite(found.change), "")), ""),
    )


def _factor(level: Claim, change: Claim) -> Decimal:
    return in_unit_of(level, change)[0]


def _led(level: Claim, change: Claim) -> Step:
    """A level in the unit of a change."""
    read, unit = steps.reading(cite(level), ""), reading(change).unit
    if reading(level).unit == unit:
        return read
    return steps.convert(read, _factor(level, change), unit, "")


# --- times ----------------------------------------------------------------------------------------


def told_unfitting(found: Unfitting) -> Check:
    """A length that does not lie between its two days."""
    length = text_of(found.span.claim)
    between = _between(found.first, found.last)
    made = f"{between} is {_length(found.first, found.last)}"
    return joint_check(
        "span",
        (found.span.claim, found.first.claim, found.last.claim),
        f"{length}: {between}",
        f"{made}, not {_said(found.span.claim)}. {all_but_one(3)}",
        _unfitting_steps(found, made),
    )


def told_apart(first: Dated, last: Dated) -> Step:
    """How far apart two named days or moments are: "26 May to 12 June is 17 days"."""
    words = f"{_between(first, last)} is {_length(first, last)}"
    return steps.apart(_said_day(first.claim), _said_day(last.claim), words)


def _said_day(claim: Claim) -> Step:
    """A day or moment with the words that name it told."""
    value = reading(claim)
    there = interval_words(value.named, value.unit, value.kind)
    return steps.spoken(_day(claim), f"{steps.quoted(cite(claim))} is {there}")


def _between(first: Dated, last: Dated) -> str:
    return f"{_moment(first.when)} to {_moment(last.when)}"


def _said(claim: Claim) -> str:
    """A length as it is printed, the word for the event that it counts from left out."""
    text = text_of(claim)
    found = words("counted_from", FILE).search(text)
    return text[: found.start()].strip() if found else text


def _day(claim: Claim) -> Step:
    """The day or moment that a date names, whatever holds from it or until it."""
    read, value = steps.reading(cite(claim), ""), reading(claim)
    return read if value.interval == value.named else steps.named(read)


def _moment(when: Interval) -> str:
    assert when.low is not None
    return moment(when.low)


def _length(first: Dated, last: Dated) -> str:
    """How far apart the two days or moments are."""
    start, end = first.when.low, last.when.low
    assert start is not None
    assert end is not None
    seconds = end - start
    if seconds % _DAY_SECONDS:
        return _clock(int(seconds))
    days = int(seconds // _DAY_SECONDS)
    return f"{days} day{'' if days == 1 else 's'}"


def _clock(seconds: int) -> str:
    """Hours and minutes, as far as there are any of either."""
    hours, minutes = divmod(seconds // 60, 60)
    told = ((hours, "hour"), (minutes, "minute"))
    return " ".join(f"{count} {unit}{'' if count == 1 else 's'}" for count, unit in told if count)


def _unfitting_steps(found: Unfitting, made: str) -> Step:
    first, last = (_day(each.claim) for each in (found.first, found.last))
    length = steps.reading(cite(found.span.claim), "")
    bound = (
        steps.relation(first, (("first", 1),), f"“{text_of(found.first.claim)}” is the first"),
        steps.relation(last, (("last", 1),), f"“{text_of(found.last.claim)}” is the last"),
        steps.relation(
            length, (("last", 1), ("first", -1)),
            f"“{text_of(found.span.claim)}” lies between the two",
        ),
    )  # fmt: skip
    return steps.conclude("cannot all hold", bound, made)


# --- all ------------------------------------------------------------------------------------------


def joint_check(
    rule: str, claims: Sequence[Claim], title: str, explanation: str, derivation: Step
) -> Check:
    """A finding on claims of several articles, not yet numbered."""
    return Check(
        id="",
        rule=rule,
        kind=claims[0].kind,
        title=title,
        citations=tuple(cite(claim) for claim in sorted(claims, key=place_of)),
        explanation=explanation,
        derivation=derivation,
    )


def of_several(checks: Sequence[Check | None]) -> list[Check]:
    """Those that rest on several articles, if every reading of the story gives one; else none."""
    found = [each for each in checks if each is not None]
    if len(found) < len(checks):
        return []
    return [each for each in found if len({cited.article for cited in each.citations}) > 1]


def cite(claim: Claim) -> Citation:
    """The claim's words as a finding cites them."""
    focus = claim.focus
    return Citation(
        claim.article, focus.start, focus.end, focus.text, focus.value, claim.clause.sentence
    )


def text_of(claim: Claim) -> str:
    """A claim's words on one line, as they stand inside a sentence."""
    text = " ".join(claim.focus.text.split())
    opens = claim.focus.start <= claim.clause.sentence.start
    return text[:1].lower() + text[1:] if opens and claim.kind == "count" else text


def all_but_one(count: int) -> str:
    """What a smallest conflict is, in words."""
    number = _NUMBERS.get(count, str(count))
    return f"These {number} cannot all hold; without any one of them the others can."


def capital(text: str) -> str:
    """The text with a capital in front."""
    return text[:1].upper() + text[1:]
