"""Pairs of claims in, a way to look up the pair that two claims make out, for many at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from numpy import int64
    from numpy.typing import NDArray

    Claims = NDArray[int64]

#: claims of which a table holds every two
FEW: Final = 4096
_BEYOND: Final = 2**63 - 1


def pair_finder(
    first: Claims, second: Claims, claims: int, *, few: int = FEW
) -> Callable[[Claims, Claims], Claims]:
    """Tells of each of some claims the pair that it makes with the one beside it, or -1.

    Of few claims a table tells it, of more a search among all pairs in order.
    """
    import numpy

    def joined(one: Claims, other: Claims) -> Claims:
        both: Claims = numpy.minimum(one, other) * claims + numpy.maximum(one, other)
        return both

    keys = joined(first, second)
    if claims <= few:
        table = numpy.full(claims * claims, -1, numpy.int32)
        table[keys] = numpy.arange(len(keys))
        return lambda one, other: table[joined(one, other)].astype(numpy.int64)
    pairs = numpy.append(numpy.argsort(keys), -1)
    keys = numpy.append(numpy.sort(keys), _BEYOND)

    def find(one: Claims, other: Claims) -> Claims:
        sought = joined(one, other)
        found = numpy.searchsorted(keys, sought)
        return numpy.where(keys[found] == sought, pairs[found], -1)

    return find
