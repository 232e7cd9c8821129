"""The words of many claims in, what the words of two of them share out, for many pairs at once.

Words are numbered; the words of all claims stand in one column, those of one claim together. To
look up every word of one claim among those of the other, for all pairs, is then one look-up.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping
from typing import TYPE_CHECKING, Final

from reconcile.records import frozen

if TYPE_CHECKING:
    from numpy import bool_, float64, int64
    from numpy.typing import NDArray

#: words that can be told apart; a claim and a word are one number, the claim times this
_WORDS: Final = 2**32
_BEYOND: Final = 2**63 - 1


@frozen(eq=False)
class WordSets:
    """The words of each claim, in order, with their weights."""

    #: by claim: where its words begin, and how many they are
    begins: NDArray[int64]
    sizes: NDArray[int64]
    #: the words of all claims, and their weights
    words: NDArray[int64]
    weights: NDArray[float64]
    #: claim and word as one number, sorted, and where each stands among the words
    keys: NDArray[int64]
    places: NDArray[int64]

    def spread(self, claims: NDArray[int64]) -> tuple[NDArray[int64], NDArray[int64]]:
        """The words of some claims, one claim behind the other: which claim's, and their places."""
        return spread(self.begins[claims], self.sizes[claims])

    def find(self, claims: NDArray[int64], words: NDArray[int64]) -> NDArray[int64]:
        """Where each of some claims has the word beside it, or -1."""
        import numpy

        sought = claims * _WORDS + words
        found = numpy.searchsorted(self.keys, sought)
        return numpy.where(self.keys[found] == sought, self.places[found], -1)

    def has(self, claims: NDArray[int64], words: NDArray[int64]) -> NDArray[bool_]:
        """Whether each of some claims has the word beside it; none has a word -1."""
        has: NDArray[bool_] = self.find(claims, words) >= 0
        return has


@frozen(eq=False)
class Shared:
    """The words that both claims of a pair have: of which pair, and their weights in either."""

    pair: NDArray[int64]
    weight: NDArray[float64]
    other_weight: NDArray[float64]
    pairs: int

    @property
    def counts(self) -> NDArray[float64]:
        """By pair, how many they are."""
        return counts(self.pair, self.pairs)

    def total(self, weights: NDArray[float64]) -> NDArray[float64]:
        """By pair, the sum of numbers of the shared words, in order."""
        return totals(self.pair, weights, self.pairs)


def word_sets(
    claims: Iterable[Collection[Hashable] | Mapping[str, float]], numbers: dict[Hashable, int]
) -> WordSets:
    """The words of each claim by their numbers; new ones get the next. No weight is one of 1."""
    import numpy

    sizes: list[int] = []
    words: list[int] = []
    weights: list[float] = []
    for own in claims:
        sizes.append(len(own))
        words += [numbers.setdefault(word, len(numbers)) for word in own]
        weights += own.values() if isinstance(own, Mapping) else [1.0] * len(own)
    lengths, column = numpy.array(sizes, numpy.int64), numpy.array(words, numpy.int64)
    keys = numpy.repeat(numpy.arange(len(lengths)), lengths) * _WORDS + column
    places = numpy.argsort(keys)
    return WordSets(
        numpy.cumsum(lengths) - lengths,
        lengths,
        column,
        numpy.array(weights, numpy.float64),
        numpy.append(keys[places], _BEYOND),
        numpy.append(places, -1),
    )


def number(things: Iterable[Hashable]) -> NDArray[int64]:
    """Each thing as a number, equal ones the same."""
    import numpy

    numbers: dict[Hashable, int] = {}
    return numpy.array([numbers.setdefault(thing, len(numbers)) for thing in things], numpy.int64)


def spread(begins: NDArray[int64], sizes: NDArray[int64]) -> tuple[NDArray[int64], NDArray[int64]]:
    """Stretches of a column, one behind the other: which stretch, and the places in the column."""
    import numpy

    owner = numpy.repeat(numpy.arange(len(sizes)), sizes)
    ahead = numpy.cumsum(sizes) - sizes
    return owner, numpy.arange(len(owner)) + (begins - ahead)[owner]


def counts(owner: NDArray[int64], owners: int) -> NDArray[float64]:
    """By owner, how often it stands there."""
    import numpy

    return numpy.bincount(owner, minlength=owners).astype(numpy.float64)


def totals(owner: NDArray[int64], numbers: NDArray[float64], owners: int) -> NDArray[float64]:
    """By owner, the sum of its numbers, in their order."""
    import numpy

    return numpy.bincount(owner, numbers, owners).astype(numpy.float64, copy=False)


def shared_words(words: WordSets, first: NDArray[int64], second: NDArray[int64]) -> Shared:
    """What both claims of each pair have, in the order of the claim that has fewer words."""
    import numpy

    swap = words.sizes[first] > words.sizes[second]
    few, many = numpy.where(swap, second, first), numpy.where(swap, first, second)
    pair, place = words.spread(few)
    found = words.find(many[pair], words.words[place])
    met = found >= 0
    return Shared(pair[met], words.weights[place[met]], words.weights[found[met]], len(first))


def count_shared(
    words: WordSets, others: WordSets, first: NDArray[int64], second: NDArray[int64]
) -> NDArray[float64]:
    """By pair, how many ``words`` of the first claim are among the ``others`` of the second."""
    pair, place = words.spread(first)
    return counts(pair[others.has(second[pair], words.words[place])], len(first))


def half(
    words: WordSets, others: WordSets, first: NDArray[int64], second: NDArray[int64]
) -> NDArray[float64]:
    """By pair, the words that both have, by the mean of how many each has; 0 where one has none."""
    import numpy

    shared = count_shared(words, others, first, second)
    sizes = numpy.sqrt(words.sizes[first] * others.sizes[second])
    return share_of(shared, sizes)


def distinct(values: NDArray[int64]) -> tuple[NDArray[int64], NDArray[int64]]:
    """The values that there are, in order, and by value its place among them.

    It does what ``numpy.unique`` does, which imports the masked arrays of numpy: that takes longer
    than to weigh the pairs of two articles.
    """
    import numpy

    order = numpy.argsort(values, kind="stable")
    ordered = values[order]
    is_new = numpy.ones(len(values), bool)
    is_new[1:] = ordered[1:] != ordered[:-1]
    place = numpy.empty(len(values), numpy.int64)
    place[order] = numpy.cumsum(is_new) - 1
    return ordered[is_new], place


def peaks(owner: NDArray[int64], numbers: NDArray[float64], owners: int) -> NDArray[float64]:
    """By owner, the greatest of its numbers that are above 0; else 0."""
    import numpy

    found = numpy.zeros(owners)
    numpy.maximum.at(found, owner, numbers)
    return found


def share_of(parts: NDArray[float64], wholes: NDArray[float64]) -> NDArray[float64]:
    """Each part of its whole; 0 of nothing."""
    import numpy

    shares: NDArray[float64] = numpy.zeros(len(parts))
    return numpy.divide(parts, wholes, out=shares, where=wholes != 0)
