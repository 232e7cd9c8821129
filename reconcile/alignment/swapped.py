"""Profiles and pairs in, whether they print one figure with two units out: named levels.

Who writes 32 trillion yen for 32 trillion dong has the figure right and the currency wrong; that
two sums of a story have the same figure by chance is rare, the rarer the longer it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from reconcile.alignment.profiles import Profile
from reconcile.alignment.traits import Family, evidence_of_family

if TYPE_CHECKING:
    from collections.abc import Hashable

    from numpy import float64, int64
    from numpy.typing import NDArray

SWAPPED_LEVELS: Final = ("same figure in another unit", "same long figure in another unit")
_KINDS: Final = frozenset(("money", "quantity"))
#: significant digits from which a figure says something, and from which it is long
_SAYING: Final = 2
_LONG: Final = 3


def swapped_between(
    profiles: Sequence[Profile], first: NDArray[int64], second: NDArray[int64]
) -> NDArray[float64]:
    """The numbers of ``SWAPPED_LEVELS`` for each pair of profiles, a row a pair."""
    return evidence_of_family(_PRINTED, profiles, first, second)


def _printed(profile: Profile) -> Hashable:
    value, place = profile.claim.focus.value, profile.position
    if value is None or place is None or value.kind not in _KINDS or not value.unit:
        return None
    return (value.kind, value.unit, value.nominal, place.digits)


def _evidence(a: Profile, b: Profile) -> tuple[float, float]:
    one, other = a.claim.focus.value, b.claim.focus.value
    if one is None or other is None or _printed(a) is None or _printed(b) is None:
        return 0.0, 0.0
    if one.kind != other.kind or one.unit == other.unit or one.nominal != other.nominal:
        return 0.0, 0.0
    digits = len(a.position.digits) if a.position is not None else 0
    return float(digits >= _SAYING), float(digits >= _LONG)


_PRINTED: Final = Family(SWAPPED_LEVELS, _printed, _evidence)
