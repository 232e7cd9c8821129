"""Claims on dates in, the events that they are about out, by the words beside them."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Final, Literal

from reconcile import patterns
from reconcile.checks.joint.parts import FILE
from reconcile.checks.joint.scene import BREATH, Scene, reading, words_of
from reconcile.checks.vocabulary import rules, words
from reconcile.model import Claim, Interval
from reconcile.records import frozen
from reconcile.values import sets

#: the beginning of something, its end, or a moment
End = Literal["start", "end", "moment"]

_DAY: Final = 86_400
#: how near in the sentence a word must be to name what is dated
_NEAR: Final = 3.0
#: the same of a word for what an event is of
_NEAR_THING: Final = 4.0
#: characters on either side of a figure within which its event is named
_REACH: Final = 60

#: a clause that a sentence opens with has no more words
_OPENING: Final = 8
#: characters back in which the sentence before is looked for
_BACK: Final = 300
_SENTENCE: Final = patterns.compile(r"[.!?][\"”’]?\s+|\n")


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
    found = events_near(claim) or _event_in_front(scene, claim) or _event_before(scene, claim)
    ended = _ended(scene, claim)
    if width is None or named.low is None or named.high is None or not found | ended:
        return
    ordinals = ordinals_of(scene.sentence(claim))
    if ended and width <= _DAY:
        yield Dated(claim, "end", named, ended, ordinals)
    elif width <= _DAY:
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
        return "start" if claim.context.governor in _onsets() else "moment"
    return "start" if max(starts, default=-1) > max(ends, default=-1) else "end"


def events_near(claim: Claim) -> frozenset[str]:
    """The events that the words near a figure name."""
    return events_of(_said(claim))


def _said(claim: Claim) -> tuple[str, ...]:
    """The words near a figure, those that govern it first."""
    context = claim.context
    near = (lemma for lemma, distance in context.near if distance <= _NEAR)
    return context.governor, context.measured, context.subject, claim.clause.predicate, *near


def _event_in_front(scene: Scene, claim: Claim) -> frozenset[str]:
    """The event of the clause that a sentence opens with: "When he last came, on May 26,"."""
    ahead = words_of(scene.before(claim))
    opens = bool(ahead) and len(ahead) <= _OPENING and words("when", FILE).fullmatch(ahead[0])
    return events_of(ahead) if opens else frozenset()


def _event_before(scene: Scene, claim: Claim) -> frozenset[str]:
    """The one event that the sentence before tells of, where this one goes on with "It"."""
    subject = claim.clause.subject
    if subject is None or not words("pronoun", FILE).fullmatch(subject.text):
        return frozenset()
    text = scene.articles[claim.article].text[: claim.clause.sentence.start].rstrip()
    found = events_of(words_of(_SENTENCE.split(text[-_BACK:])[-1]))
    return found if len(found) == 1 else frozenset()


def events_of(listed: tuple[str, ...]) -> frozenset[str]:
    """The events that words name."""
    return frozenset(_events()[word] for word in listed if word in _events())


def ordinals_of(text: str) -> frozenset[str]:
    """The words that tell events of one name apart."""
    found = frozenset(match.group().casefold() for match in words("ordinal", FILE).finditer(text))
    return found | {"previous"} if words("before_this", FILE).search(text) else found


def things_of(claim: Claim) -> frozenset[str]:
    """The subject of a claim, the names and the nouns beside it, events left out."""
    context = claim.context
    near = {lemma for lemma, far in (*context.near, *context.names) if far <= _NEAR_THING}
    return frozenset(near | {context.subject.removeprefix("@")}) - {""} - _events().keys()


@functools.cache
def vague_events() -> frozenset[str]:
    """The events whose names leave open what they are of."""
    return frozenset(each["name"] for each in rules(FILE)["event"] if each.get("vague"))


@functools.cache
def _events() -> dict[str, str]:
    return {word: each["name"] for each in rules(FILE)["event"] for word in each["words"]}


def _ended(scene: Scene, claim: Claim) -> frozenset[str]:
    """The events that the words near a day end; the sentence names them, or things tie them."""
    found = frozenset(_endings()[word] for word in _said(claim) if word in _endings())
    return found & (events_of(words_of(scene.sentence(claim))) | vague_events())


@functools.cache
def _endings() -> dict[str, str]:
    """The words that tell the end of an event by another name: what was closed reopens."""
    return {word: each["name"] for each in rules(FILE)["event"] for word in each.get("ends", ())}


@functools.cache
def _onsets() -> frozenset[str]:
    """The verbs that tell the beginning of something that lasts: "was closed on 4 May"."""
    return frozenset(word for each in rules(FILE)["event"] for word in each.get("onset", ()))
