"""The scores of one step in, evidence of the next out: competition, neighbours, triangles, twins.

Each pair is judged by how it fares against the other pairs: whether either side has a better
partner in the other article, whether other pairs of the same two sentences stand, whether a third
article closes the triangle, and whether a restatement in another unit meets too.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from reconcile.alignment.beside import SENTENCE_LEVELS, sentence_support
from reconcile.alignment.rivals import RIVAL_LEVELS, competition
from reconcile.alignment.standing import Standing
from reconcile.alignment.triangles import TRIANGLE_LEVELS, triangles
from reconcile.alignment.wordsets import WordSets, peaks

if TYPE_CHECKING:
    from numpy import float64, int64
    from numpy.typing import NDArray

    Column = NDArray[float64]

#: the level that carries the step before over, as log-odds
SCORE_BEFORE: Final = "score before"
SUPPORT_LEVELS: Final = (
    SCORE_BEFORE, "score before, values equal", "score before, values overlapping",
    "score before, values apart",
    *RIVAL_LEVELS[:-1],
    *SENTENCE_LEVELS,
    *TRIANGLE_LEVELS,
    "restatement meets", "repetition meets", RIVAL_LEVELS[-1],
)  # fmt: skip


def support_of(standing: Standing, relations: NDArray[float64]) -> NDArray[float64]:
    """The numbers of ``SUPPORT_LEVELS`` by pair, a row a pair.

    ``relations`` tells by pair how its values stand to each other: 1 in the column that holds of
    equal, overlapping, apart.
    """
    import numpy

    before = _log_odds(standing.scores)
    *rivals, sole = competition(standing, relations[:, 2])
    columns = [
        before,
        *(before * relation for relation in relations.T),
        *rivals,
        *sentence_support(standing),
        *triangles(standing),
        _twin_support(standing),
        _repeat_support(standing),
        sole,
    ]
    return numpy.stack(columns, axis=1)


def _log_odds(shares: Column) -> Column:
    """The log-odds of probabilities; each logarithm by itself, which is the same on any machine."""
    import numpy

    bounded = numpy.clip(shares, 1e-6, 1 - 1e-6)
    odds = (bounded / (1 - bounded)).tolist()
    return numpy.fromiter(map(math.log, odds), numpy.float64, len(odds))


def _twin_support(standing: Standing) -> Column:
    """The best score of what says either claim, or both, again in another unit."""
    import numpy

    twins, first, second = standing.kin.twins, standing.first, standing.second
    pair, twin = _kin_of(twins, first)
    among, other = _kin_of(twins, second[pair])
    both = peaks(pair[among], standing.score(twin[among], other), len(first))
    return numpy.maximum(both, _through(standing, twins))


def _repeat_support(standing: Standing) -> Column:
    """The best score of a claim with the same figure, elsewhere in either article."""
    return _through(standing, standing.kin.repeats)


def _through(standing: Standing, kin: WordSets) -> Column:
    """By pair, the best score of the kin of one claim with the other."""
    import numpy

    found = numpy.zeros(len(standing.first))
    sides = standing.first, standing.second
    for one, other in (sides, sides[::-1]):
        pair, member = _kin_of(kin, one)
        found = numpy.maximum(found, peaks(pair, standing.score(member, other[pair]), len(found)))
    return found


def _kin_of(kin: WordSets, claims: NDArray[int64]) -> tuple[NDArray[int64], NDArray[int64]]:
    """The kin of some claims, one claim behind the other: which claim's, and who."""
    owner, place = kin.spread(claims)
    return owner, kin.words[place]
