"""An order of two figures and what others say of each in, a Check out where it is the other way.

Who is ranked above whom, who has more than whom, and what is the highest since when are linear
constraints on two figures; with what is told of both they may hold or not.
"""

from __future__ import annotations

import itertools
from decimal import Decimal
from typing import Final

from reconcile.checks.figures import lines_of
from reconcile.checks.joint.constraints import Constraint, satisfiable
from reconcile.checks.joint.kinds import one_time
from reconcile.checks.joint.minimal import minimal_conflict
from reconcile.checks.joint.parts import lies_ahead
from reconcile.checks.joint.scene import Scene, can_be_one, place_of, reading, singular, size
from reconcile.checks.joint.telling import all_but_one, capital, cite, text_of
from reconcile.checks.joint.ties import is_of_before, names_of, times_of
from reconcile.checks.standings import Standing, standings_of
from reconcile.model import Check, Citation, Claim, Interval, Step
from reconcile.records import frozen
from reconcile.values import steps

#: figures that are this many times apart are hardly of two that are ranked side by side
_FARTHEST: Final = Decimal(4)
#: a word this near says what is done with what is counted
_NEAR: Final = 2.0
#: slots of scope by which a count is of something else than all that somebody has now
_OTHERWISE: Final = frozenset(("increment", "share", "part"))
#: figures of one holder that are tried
_TRIED: Final = 12
_NONE: Final = Decimal(0)
#: what the first less the second is, where the first is the greater one
MORE: Final = Interval(_NONE, None, False, False)
LESS: Final = Interval(None, _NONE, False, False)
NO_LESS: Final = Interval(_NONE, None, True, False)
NO_MORE: Final = Interval(None, _NONE, False, True)


@frozen(eq=False)
class Ordered:
    """That one figure is the greater, by a step that says so, and what was told of both."""

    #: the step that gives what the first less the second is
    step: Step
    #: why the first is the greater, in words: "“second-largest” is above “third-largest”"
    words: str
    firsts: tuple[Claim, ...]
    seconds: tuple[Claim, ...]
    #: the quotes that the order rests on
    cited: tuple[Citation, ...]


def standings_in(scene: Scene) -> list[Standing]:
    """The ranks of a story's articles."""
    found = []
    for name, article in sorted(scene.articles.items()):
        own = [claim for claim in scene.claims if claim.article == name]
        if any(claim.kind == "rank" for claim in own):
            found += [each for line in lines_of(own, article) for each in standings_of(line)]
    return found


@frozen(eq=False)
class Counted:
    """What is counted of those who are held against each other, and what is said of having it."""

    nouns: frozenset[str]
    #: lemmas: a city *has* people, and people *live* in it
    said: frozenset[str]


def figures_of(
    scene: Scene, name: frozenset[str], counted: Counted, other: frozenset[str]
) -> tuple[Claim, ...]:
    """The counts of some things that someone has now, told where nobody else of the two is."""
    found = []
    for claim in scene.claims:
        if _is_counted(claim, counted) and not is_of_before(scene, claim):
            names = names_of(scene, claim)
            if name <= names and not other & names:
                found.append(claim)
    return tuple(found[:_TRIED])


def _is_counted(claim: Claim, counted: Counted) -> bool:
    """Whether a claim counts things that somebody has, and no more or fewer of them."""
    value = reading(claim)
    if value.kind != "count" or size(claim) <= 0 or claim.clause.negated or lies_ahead(claim):
        return False
    noun = singular(value.unit or claim.context.measured)
    near = {lemma for lemma, far in claim.context.near if far <= _NEAR}
    return (
        noun in counted.nouns
        and bool(counted.said & (near | {claim.context.governor}))
        and not any(slot in _OTHERWISE for slot, _ in claim.context.scope)
    )


def misfit(scene: Scene, ordered: Ordered) -> Check | None:
    """The figures that are the other way round, if all that was told of both are."""
    pairs = [
        pair
        for pair in itertools.product(ordered.firsts, ordered.seconds)
        if one_time(*pair) and times_of(scene, pair[0]) == times_of(scene, pair[1])
    ]
    if not pairs or not all(can_be_one(each) for each in (ordered.firsts, ordered.seconds)):
        return None
    if not all(_is_turned(ordered, *pair) for pair in pairs):
        return None
    told = [pair for pair in pairs if _is_of_several(ordered, *pair)]
    if not told:
        return None
    return _told(ordered, *min(told, key=lambda pair: (place_of(pair[0]), place_of(pair[1]))))


def misfit_of_times(ordered: Ordered) -> Check | None:
    """The same for the figures of two times, of which each is only one."""
    first, second = ordered.firsts[0], ordered.seconds[0]
    several = _is_of_several(ordered, first, second)
    return _told(ordered, first, second) if several and _is_turned(ordered, first, second) else None


def _is_of_several(ordered: Ordered, first: Claim, second: Claim) -> bool:
    articles = {first.article, second.article, *(cited.article for cited in ordered.cited)}
    return len(articles) > 1


def _is_turned(ordered: Ordered, first: Claim, second: Claim) -> bool:
    """Whether both figures and the order cannot all hold, though any two of the three can."""
    sizes = sorted((size(first), size(second)))
    if sizes[1] > _FARTHEST * sizes[0]:
        return False
    result = ordered.step.result
    assert result is not None
    statements = [
        Constraint((("first", 1),), reading(first).interval),
        Constraint((("second", 1),), reading(second).interval),
        Constraint((("first", 1), ("second", -1)), result),
    ]
    return len(minimal_conflict((), statements, satisfiable)) == len(statements)


def _told(ordered: Ordered, first: Claim, second: Claim) -> Check:
    one, other = text_of(first), text_of(second)
    counted = first.kind == "count"
    less, more = (
        ("are fewer than", "are more than") if counted else ("is less than", "is more than")
    )
    said = f"{one} {less if size(first) < size(second) else more} {other}"
    bound = (
        steps.relation(steps.reading(cite(first)), (("first", 1),), ""),
        steps.relation(steps.reading(cite(second)), (("second", 1),), ""),
        steps.relation(ordered.step, (("first", 1), ("second", -1)), ordered.words),
    )
    cited = (*ordered.cited, cite(first), cite(second))
    return Check(
        id="",
        rule="order",
        kind=first.kind,
        title=f"{ordered.cited[0].text}: {one}, {other}",
        citations=tuple(sorted(cited, key=lambda each: (each.article, each.start))),
        explanation=f"{capital(ordered.words)}, yet {said}. {all_but_one(len(cited))}",
        derivation=steps.conclude("cannot all hold", bound, said),
    )
