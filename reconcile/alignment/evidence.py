"""Profiles and pairs in, the evidence that both claims state one fact out: named levels.

None of it looks at the values. Words are looked up for all pairs at once; the rest looks at few
traits of a claim, and is worked out once for each pair of traits.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from reconcile.alignment.bearers import BEARER_LEVELS, bearer_evidence
from reconcile.alignment.profiles import Profile
from reconcile.alignment.ranks import RANK_LEVELS, rank_evidence
from reconcile.alignment.traits import Family, fill_in
from reconcile.alignment.wording import WORD_LEVELS, read_wording, word_evidence

if TYPE_CHECKING:
    from numpy import float64, int64
    from numpy.typing import NDArray

    from reconcile.semantic import Likeness

#: the scope slots, each weighed by itself
SLOTS: Final = (
    "period", "compared", "share", "basis", "status", "inclusion", "part", "extreme", "subgroup",
    "increment", "direction", "bound", "event",
)  # fmt: skip
KINDS: Final = ("money", "count", "quantity", "percent", "rank", "date", "duration", "age")
#: prepositions that say which end of a change a figure is
ENDS: Final = frozenset(("from", "to", "by", "against", "than", "since", "until", "at"))
#: share of an article up to which it is early in it
EARLY: Final = 0.25

#: where the words of the event begin among those that words alone tell; the heading ends them
_EVENT: Final = WORD_LEVELS.index("event alike")
#: the level that an encoder speaks to
TOLD_ALIKE: Final = "told alike"
#: the levels of the ladder, in the order of the numbers that ``evidence_of`` returns
LEVELS: Final = (
    "bias",
    *(f"kind {kind}" for kind in KINDS),
    "kinds differ", "bare number",
    *WORD_LEVELS[:_EVENT],
    "role same", "role of the other end",
    *WORD_LEVELS[_EVENT:-1],
    "both told", "one told",
    WORD_LEVELS[-1], "headline", "both early", "places apart",
    "time same", "time overlaps", "time clash", "time on one side",
    "speaker same", "speaker clash",
    *(f"scope {slot} same" for slot in SLOTS),
    *(f"scope {slot} clash" for slot in SLOTS),
    *(f"scope {slot} on one side" for slot in SLOTS),
    "fate same", "fate clash", "fate on one side",
    *RANK_LEVELS,
    *BEARER_LEVELS,
    "unit same", "currency differs", "unit differs",
    "hedge same",
    TOLD_ALIKE,
)  # fmt: skip
#: what an encoder finds is weighed by so many log-odds at a time
LOG_ODDS: Final = 4.0
#: and kept to so many places, on which machines that add up otherwise agree but for one pair in
#: some thousands
_PLACES: Final = 2
#: pairs whose words are looked up at once
_AT_ONCE: Final = 10_000


def cosine(a: Mapping[str, float], b: Mapping[str, float], norm: float) -> float:
    """The cosine of two word vectors, ``norm`` being the product of their lengths."""
    if norm == 0.0:
        return 0.0
    if len(a) > len(b):
        a, b = b, a
    return sum(weight * b[word] for word, weight in a.items() if word in b) / norm


def evidence_of(
    profiles: Sequence[Profile],
    first: NDArray[int64],
    second: NDArray[int64],
    likeness: Likeness | None = None,
) -> NDArray[float64]:
    """The numbers of ``LEVELS`` for each pair of profiles, the first of each and the second.

    ``likeness`` tells of two profiles, by index, how alike an encoder finds what their articles
    tell of them.
    """
    import numpy

    evidence = numpy.zeros((len(first), len(LEVELS)))
    evidence[:, LEVELS.index("bias")] = 1.0
    for family in _FAMILIES:
        fill_in(evidence, LEVELS, family, profiles, first, second)
    position = numpy.array([profile.claim.context.position for profile in profiles])
    evidence[:, LEVELS.index("places apart")] = abs(position[first] - position[second])
    if likeness is not None:
        told = likeness(first, second).astype(numpy.float64) / LOG_ODDS
        evidence[:, LEVELS.index(TOLD_ALIKE)] = told.round(_PLACES)
    wording, columns = read_wording(profiles), [LEVELS.index(level) for level in WORD_LEVELS]
    for begin in range(0, len(first), _AT_ONCE):
        some = slice(begin, begin + _AT_ONCE)
        evidence[some, columns] = word_evidence(wording, first[some], second[some])
    return evidence


# --- traits ---------------------------------------------------------------------------------------


def _kinds(a: Profile, b: Profile) -> list[float]:
    kind = a.claim.focus.kind
    same = kind == b.claim.focus.kind
    return [
        *(float(same and kind == name) for name in KINDS),
        float(not same),
        float(not (a.unit and b.unit)),
        *_unit(a, b, same_kind=same),
    ]


def _unit(a: Profile, b: Profile, *, same_kind: bool) -> list[float]:
    if not same_kind:
        return [0.0, 0.0, 0.0]
    if a.unit == b.unit:
        return [1.0, 0.0, 0.0]
    if a.claim.focus.kind == "money":
        return [0.0, 1.0, 0.0]
    return [0.0, 0.0, float(bool(a.unit and b.unit))]


def _role(a: Profile, b: Profile) -> list[float]:
    ends = a.role != b.role and a.role in ENDS and b.role in ENDS
    return [float(a.role == b.role), float(ends)]


def _telling(a: Profile, b: Profile) -> list[float]:
    told = a.event.is_telling + b.event.is_telling
    return [float(told == 2), float(told == 1)]


def _place(a: Profile, b: Profile) -> list[float]:
    return [float(a.headline or b.headline), float(_is_early(a) and _is_early(b))]


def _is_early(profile: Profile) -> bool:
    return profile.claim.context.position < EARLY


def _time(a: Profile, b: Profile) -> list[float]:
    if a.time is None and b.time is None:
        return [0.0, 0.0, 0.0, 0.0]
    if a.time is None or b.time is None:
        return [0.0, 0.0, 0.0, 1.0]
    if a.time == b.time:
        return [1.0, 0.0, 0.0, 0.0]
    overlaps = a.time[0] < b.time[1] and b.time[0] < a.time[1]
    return [0.0, 1.0, 0.0, 0.0] if overlaps else [0.0, 0.0, 1.0, 0.0]


def _speaker(a: Profile, b: Profile) -> list[float]:
    if not a.speaker or not b.speaker:
        return [0.0, 0.0]
    return [1.0, 0.0] if a.speaker & b.speaker else [0.0, 1.0]


def _scope(a: Profile, b: Profile) -> list[float]:
    same, clash, alone = [], [], []
    for slot in SLOTS:
        first, second = a.scope.get(slot), b.scope.get(slot)
        same.append(float(first is not None and first == second))
        clash.append(float(bool(first and second and first != second)))
        alone.append(float((first is None) != (second is None)))
    return [*same, *clash, *alone]


def _fate(a: Profile, b: Profile) -> list[float]:
    """Whether the same befell those that are counted; of what is no count, nothing."""
    if not (_is_count(a) and _is_count(b)):
        return [0.0, 0.0, 0.0]
    same, told = a.fate == b.fate, bool(a.fate) + bool(b.fate)
    return [float(same and told == 2), float(not same and told == 2), float(told == 1)]


def _is_count(profile: Profile) -> bool:
    return profile.claim.focus.kind == "count"


_FAMILIES: Final = (
    Family(
        (*(f"kind {kind}" for kind in KINDS), "kinds differ", "bare number",
         "unit same", "currency differs", "unit differs"),
        lambda profile: (profile.claim.focus.kind, profile.unit),
        _kinds,
    ),
    Family(("role same", "role of the other end"), lambda profile: profile.role, _role),
    Family(("both told", "one told"), lambda profile: profile.event.is_telling, _telling),
    Family(("headline", "both early"), lambda each: (each.headline, _is_early(each)), _place),
    Family(
        ("time same", "time overlaps", "time clash", "time on one side"),
        lambda profile: profile.time,
        _time,
    ),
    Family(("speaker same", "speaker clash"), lambda profile: profile.speaker, _speaker),
    Family(
        tuple(
            f"scope {slot} {how}" for how in ("same", "clash", "on one side") for slot in SLOTS
        ),
        lambda profile: frozenset(profile.scope.items()),
        _scope,
    ),
    Family(
        ("fate same", "fate clash", "fate on one side"),
        lambda profile: (_is_count(profile), profile.fate),
        _fate,
    ),
    Family(
        RANK_LEVELS,
        lambda profile: profile.ranked,
        lambda a, b: rank_evidence(a.ranked, b.ranked),
    ),
    Family(
        BEARER_LEVELS,
        lambda profile: profile.bearer,
        lambda a, b: bearer_evidence(a.bearer, b.bearer),
    ),
    Family(
        ("hedge same",),
        lambda profile: profile.hedge,
        lambda a, b: [float(bool(a.hedge) and a.hedge == b.hedge)],
    ),
)  # fmt: skip
