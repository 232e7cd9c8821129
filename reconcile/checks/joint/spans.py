"""Claims on lengths in, the two events that each lies between out, by the words beside it."""

from __future__ import annotations

from typing import Final

from reconcile.checks.joint.events import (
    End,
    events_near,
    events_of,
    ordinals_of,
    things_of,
    vague_events,
)
from reconcile.checks.joint.parts import FILE
from reconcile.checks.joint.scene import BREATH, Scene, words_of
from reconcile.checks.vocabulary import rules, words
from reconcile.model import Claim
from reconcile.records import frozen

_LEAVING: Final = frozenset(("departure",))
_ARRIVING: Final = frozenset(("arrival",))
#: what a visit may be told by: "he flew in again"
_CAME: Final = frozenset(("visit", "arrival", "travel"))
#: characters on either side of a figure within which its event is named
_REACH: Final = 60
#: words in front of "in three weeks" among which it is said that something came again
_AGAIN: Final = 6


@frozen(eq=False)
class Span:
    """A length of time between two events."""

    claim: Claim
    before: frozenset[str]
    after: frozenset[str]
    before_end: End
    after_end: End
    #: what tells the first event from others of its name
    ordinals: frozenset[str] = frozenset()
    #: whether it is the time within which something happened again: "twice in three weeks"
    is_within: bool = False

    @property
    def things(self) -> frozenset[str]:
        """The words for what the events are of."""
        return things_of(self.claim)

    @property
    def is_vague(self) -> bool:
        """Whether the names of its events leave open what they are of: "closed"."""
        return self.before <= vague_events()


def spans_in(scene: Scene) -> list[Span]:
    """The lengths of a story that lie between two events, or from something's start to its end."""
    found = []
    for claim in scene.claims:
        if claim.kind == "duration" and claim.clause.certainty not in ("conditional", "denied"):
            span = next(filter(None, (tell(scene, claim) for tell in _WAYS)), None)
            if span is not None:
                found.append(span)
    return found


def _again(scene: Scene, claim: Claim) -> Span | None:
    """As in "her second visit in less than three weeks": from the one before to this one."""
    ahead = words_of(BREATH.split(scene.before(claim))[-1])[-_AGAIN:]
    if not ahead or ahead[-1] not in rules(FILE)["within"]["words"]:
        return None
    if not words("again", FILE).search(" ".join(ahead)):
        return None
    events = (events_of(ahead) or events_near(claim)) - _LEAVING
    events = events | _CAME if events & _CAME else events
    earlier = frozenset(rules(FILE)["earlier"]["words"])
    if not events:
        return None
    return Span(claim, events, events, "moment", "moment", earlier, is_within=True)


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


def _before(scene: Scene, claim: Claim) -> Span | None:
    """As in "resigned three days before the referendum"."""
    text = f"{claim.focus.text} {scene.behind(claim)}"
    found = words("before", FILE).search(text, 0, len(claim.focus.text) + 12)
    if found is None:
        return None
    told = BREATH.split(text[found.end() :])[0][:_REACH]
    first, last = events_of(words_of(scene.before(claim))), events_of(words_of(told))
    if not first or not last or first & last or ordinals_of(told):
        return None
    end: End = "end" if words("ending", FILE).search(told) else "moment"
    return Span(claim, first, last, "moment", end)


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
    events = events_of(words_of(" ".join(behind)))
    if found and not ahead[found[-1].end() :].strip():
        events = events_of(words_of(ahead)[-5:]) or events_of((claim.context.subject,))
    return Span(claim, events, events, "start", "end") if events else None


#: the ways to tell what a length lies between, the surest first
_WAYS: Final = (_again, _after, _before, _between, _lasting)
