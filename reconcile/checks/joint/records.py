"""A scene in, records since a time that a figure of a later time beats out.

"Inflation rose to 5.1 percent, the highest since 2019" beside "it stood at 6.3 percent in 2022".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reconcile.checks.joint.ordering import NO_LESS, NO_MORE, Ordered, misfit_of_times
from reconcile.checks.joint.parts import FILE, lies_ahead
from reconcile.checks.joint.scene import ADDING, Scene, place_of, reading
from reconcile.checks.joint.telling import cite, text_of
from reconcile.checks.joint.ties import are_told_alike, is_of_before, share_a_name, thing_of
from reconcile.checks.vocabulary import words
from reconcile.model import Check, Claim, Interval
from reconcile.values import sets, steps
from reconcile.values.telling import interval_words

_DAY: Final = 86_400
#: a time of a figure that is longer than this says too little
_LONGEST: Final = 366 * _DAY
#: a figure of so long before the record's article is of another time
_BEFORE: Final = 120 * _DAY
#: characters between a figure and its own date
_REACH: Final = 60


def beaten_records(scene: Scene) -> Iterator[Check]:
    """Every record since a time that the figure of a later time beats."""
    for record in scene.claims:
        if reading(record).since is not None and not record.clause.negated:
            yield from _beaten(scene, record)


def _beaten(scene: Scene, record: Claim) -> Iterator[Check]:
    high = _is_high(record)
    own = _own_figure(scene, record)
    if own is None or high is None or words("within_this", FILE).search(scene.sentence(record)):
        return
    since = steps.since(cite(record))
    for old, date in _earlier(scene, record, own):
        when = steps.reading(cite(date))
        told = f"{text_of(own)} is told as the {text_of(record)} since {_time(since.result)}"
        told = f"{told}, and {text_of(old)} is of {_time(reading(date).named)}"
        order = steps.order((since, when), NO_LESS if high else NO_MORE, told)
        cited = (cite(record), cite(date))
        found = misfit_of_times(Ordered(order, told, (own,), (old,), cited))
        if found is not None:
            yield found
            return


def _time(when: Interval | None) -> str:
    return interval_words(sets.EVERYTHING if when is None else when, "date", "date")


def _is_high(record: Claim) -> bool | None:
    """Whether it is the most, or the least; ``None`` of the best, or the first."""
    said = record.focus.text.casefold()
    most, least = (bool(words(side, FILE).search(said)) for side in ("most", "least"))
    return None if most == least else most


def _own_figure(scene: Scene, record: Claim) -> Claim | None:
    """The figure that is the record: the last of its sentence in front of it that says how much."""
    before = [
        claim
        for claim in scene.claims
        if claim.article == record.article
        and claim.clause.sentence == record.clause.sentence
        and claim.focus.end <= record.focus.start
        and _is_level(scene, claim)
    ]
    return before[-1] if before else None


def _is_level(scene: Scene, claim: Claim) -> bool:
    value = reading(claim)
    fits = value.kind in ADDING or value.unit == "fraction"
    return (
        fits
        and value.nominal is not None
        and not claim.clause.negated
        and not lies_ahead(claim)
        and not is_of_before(scene, claim)
        and not words("by_so_much", FILE).search(scene.before(claim)[-_REACH // 3 :])
    )


def _earlier(scene: Scene, record: Claim, own: Claim) -> Iterator[tuple[Claim, Claim]]:
    """The figures of the same thing at a time since then, in other articles, with their dates."""
    since, published = reading(record).since, scene.articles[record.article].published
    if since is None or since.high is None or published is None:
        return
    now = int(published.timestamp())
    for claim in scene.claims:
        if claim.article == record.article or not _is_of_one(scene, own, claim):
            continue
        date = _date_of(scene, claim)
        if date is None or not _is_level(scene, claim):
            continue
        when = reading(date).interval
        if when.low is not None and when.high is not None:
            between = when.low >= since.high and when.high <= now - _BEFORE
            if between and when.high - when.low <= _LONGEST:
                yield claim, date


def _is_of_one(scene: Scene, own: Claim, claim: Claim) -> bool:
    """Whether two figures are of one thing in one unit."""
    a, b = reading(own), reading(claim)
    if (a.kind, a.unit, a.per) != (b.kind, b.unit, b.per):
        return False
    alike = bool(thing_of(scene, own) & thing_of(scene, claim)) or scene.of(own) is scene.of(claim)
    rivals = {place_of(rival) for rival in scene.of(own).rivals}
    return (
        (alike or place_of(claim) in rivals)
        and are_told_alike(own, claim)
        and share_a_name(scene, own, claim)
    )


def _date_of(scene: Scene, claim: Claim) -> Claim | None:
    """The one time that a figure's sentence names, close to it."""
    dates = [
        each
        for each in scene.claims
        if each.kind == "date"
        and each.article == claim.article
        and each.clause.sentence == claim.clause.sentence
    ]
    if len(dates) != 1:
        return None
    gap = max(dates[0].focus.start - claim.focus.end, claim.focus.start - dates[0].focus.end)
    return dates[0] if gap <= _REACH else None
