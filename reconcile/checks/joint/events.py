"""Claims on dates and lengths in, the events that they are about out, by the words beside them."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Final, Literal

from attrs import frozen

from reconcile.checks.joint.parts import FILE
from reconcile.checks.joint.scene import BREATH, Scene, reading, words_of
from reconcile.checks.vocabulary import rules, words
from reconcile.model import Claim, Interval
from reconcile.values import sets

#: the beginning of something, its end, or a moment
End = Literal["start", "end", "moment"]

_DAY: Final = 86_400
#: how near in the sentence a word must be to name what is dated
_NEAR: Final = 3.0
_LEAVING: Final = frozenset(("departure",))
_ARRIVING: Final = frozenset(("arrival",))
#: characters on either side of a figure within which its event is named
_REACH: Final = 60


@frozen(eq=False)
class Dated:
    """A day or moment that an article gives, with the events that it may be of."""

    claim: Claim
    end: End
    #: the named day or moment, on dates' line
    when: Interval
    events: frozenset[str]
    #: "first", "last" ... where the sentence tells events of one name apart
    ordinals: frozenset[str]

    @property
    def things(self) -> frozenset[str]:
        """The words for what the event is of: which road was closed."""
        return things_of(self.claim)


@frozen(eq=False)
class Span:
    """A length of time between two events."""

    claim: Claim
    before: frozenset[str]
    after: frozenset[str]
    before_end: End
    after_end: End
    ordinals: frozenset[str] = frozenset()

    @property
    def things(self) -> frozenset[str]:
        """The words for what the events are of."""
        return things_of(self.claim)

    @property
    def is_vague(self) -> bool:
        """Whether the names of its events leave open what they are of: "closed"."""
        return self.before <= vague_events()


def dated_in(scene: Scene) -> list[Dated]:
    """The days and moments of a story that are named, with their events."""
    found = [
        each
        for claim in scene.claims
        if claim.kind == "date" and claim.clause.certainty not in ("conditional", "denied")
        for each in _dated(scene, claim)
    ]
    return [each for each in found if not any(_is_day_of(each, other) for other in found)]


def _is_day_of(day: Dated, moment: Dated) -> bool:
    """Whether a day is no more than that of a moment in its sentence: "Friday's 5:45am count"."""
    return (
        day.claim.article == moment.claim.article
        and day.claim.clause.sentence == moment.claim.clause.sentence
        and day.events <= moment.events
        and not sets.same(day.when, moment.when)
        and sets.contains(day.when, moment.when)
    )


def _dated(scene: Scene, claim: Claim) -> Iterator[Dated]:
    named = reading(claim).named
    width = sets.width(named)
    found = events_near(claim)
    if width is None or named.low is None or named.high is None or not found:
        return
    ordinals = ordinals_of(scene.sentence(claim))
    if width <= _DAY:
        yield Dated(claim, _end(scene, claim), named, found, ordinals)
    elif width <= 31 * _DAY and _is_range(claim):
        yield Dated(claim, "start", Interval(named.low, named.low + _DAY), found, ordinals)
        yield Dated(claim, "end", Interval(named.high - _DAY, named.high), found, ordinals)


def _is_range(claim: Claim) -> bool:
    """Whether the words name two days."""
    return sum(any(sign.isdigit() for sign in each) for each in claim.focus.text.split()) > 1


def _end(scene: Scene, claim: Claim) -> End:
    ahead = f"{BREATH.split(scene.before(claim))[-1][-_REACH:]} {claim.focus.text}"
    starts = [match.end() for match in words("beginning", FILE).finditer(ahead)]
    ends = [match.end() for match in words("ending", FILE).finditer(ahead)]
    if not starts and not ends:
        return "moment"
    return "start" if max(starts, default=-1) > max(ends, default=-1) else "end"


def events_near(claim: Claim) -> frozenset[str]:
    """The events that the words near a figure name."""
    context = claim.context
    near = (lemma for lemma, distance in context.near if distance <= _NEAR)
    said = (context.governor, context.measured, context.subject, claim.clause.predicate)
    return events_of((*said, *near))


def events_of(listed: tuple[str, ...]) -> frozenset[str]:
    """The events that words name."""
    return frozenset(_events()[word] for word in listed if word in _events())


def ordinals_of(text: str) -> frozenset[str]:
    """The words that tell events of one name apart."""
    return frozenset(match.group().casefold() for match in words("ordinal", FILE).finditer(text))


def things_of(claim: Claim) -> frozenset[str]:
    """The subject of a claim, the names and the nouns beside it, events left out."""
    context = claim.context
    near = {lemma for lemma, far in (*context.near, *context.names) if far <= _NEAR}
    return frozenset(near | {context.subject.removeprefix("@")}) - {""} - _events().keys()


@functools.cache
def vague_events() -> frozenset[str]:
    """The events whose names leave open what they are of."""
    return frozenset(each["name"] for each in rules(FILE)["event"] if each.get("vague"))


@functools.cache
def _events() -> dict[str, str]:
    return {word: each["name"] for each in rules(FILE)["event"] for word in each["words"]}


# --- lengths --------------------------------------------------------------------------------------


def spans_in(scene: Scene) -> list[Span]:
    """The lengths of a story that lie between two events, or from something's start to its end."""
    found = []
    for claim in scene.claims:
        if claim.kind == "duration" and claim.clause.certainty not in ("conditional", "denied"):
            span = _after(scene, claim) or _between(scene, claim) or _lasting(scene, claim)
            if span is not None:
                found.append(span)
    return found


def _after(scene: Scene, claim: Claim) -> Span | None:
    """As in "came back 12 days after her first visit ended"."""
    text = f"{claim.focus.text} {scene.behind(claim)}"
    found = words("after", FILE).search(text, 0, len(claim.focus.text) + 12)
    if found is None:
        return None
    told = BREATH.split(text[found.end() :])[0][:_REACH]
    before = events_of(words_of(told))
    after = events_of(words_of(scene.before(claim)))
    if not before or not after or before == after:
        return None
    end: End = "end" if words("ending", FILE).search(told) else "moment"
    end = "start" if words("beginning", FILE).search(told) else end
    return Span(claim, before, after, end, "moment", ordinals_of(told))


def _between(scene: Scene, claim: Claim) -> Span | None:
    """As in "the nine hours between one head count and the next"."""
    behind = BREATH.split(scene.behind(claim))[0][: 2 * _REACH]
    found = words("between", FILE).match(behind.lstrip())
    first, joined, second = behind.partition(" and ")
    if found is None or not joined:
        return None
    before = events_of(words_of(first))
    after = events_of(words_of(second)) or before
    return Span(claim, before, after, "moment", "moment") if before else None


def _lasting(scene: Scene, claim: Claim) -> Span | None:
    """As in "the limit stays for ten days", "a 42-day truce"."""
    ahead = BREATH.split(scene.before(claim))[-1]
    taken = claim.context.governor in rules(FILE)["taking"]["words"]
    if taken and words("passage", FILE).search(claim.context.subject):
        return Span(claim, _LEAVING, _ARRIVING, "moment", "moment")
    found = list(words("lasting", FILE).finditer(ahead))
    behind = scene.behind(claim).split()[:1]
    events = events_of(tuple(words_of(" ".join(behind))))
    if found and not ahead[found[-1].end() :].strip():
        events = events_of(tuple(words_of(ahead)[-5:]))
    return Span(claim, events, events, "start", "end") if events else None
