"""Pairs of claims in, evidence that looks at few traits of a claim out, once a pair of traits."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TYPE_CHECKING

from reconcile.alignment.profiles import Profile
from reconcile.alignment.wordsets import distinct
from reconcile.records import frozen

if TYPE_CHECKING:
    from numpy import float64, int64
    from numpy.typing import NDArray


@frozen(eq=False)
class Family:
    """Levels of evidence that look at one trait of each claim, and at nothing else."""

    levels: tuple[str, ...]
    trait: Callable[[Profile], Hashable]
    #: the numbers of the levels for two claims with traits
    evidence: Callable[[Profile, Profile], Sequence[float]]


def fill_in(
    evidence: NDArray[float64],
    levels: Sequence[str],
    family: Family,
    profiles: Sequence[Profile],
    first: NDArray[int64],
    second: NDArray[int64],
) -> None:
    """Write the numbers of a family for every pair of claims into a table with these levels."""
    columns = [levels.index(level) for level in family.levels]
    evidence[:, columns] = evidence_of_family(family, profiles, first, second)


def evidence_of_family(
    family: Family,
    profiles: Sequence[Profile],
    first: NDArray[int64],
    second: NDArray[int64],
) -> NDArray[float64]:
    """The numbers of a family's levels for every pair of claims, a row a pair."""
    import numpy

    numbers, examples = numbered(profiles, family.trait)
    codes, row = distinct(numbers[first] * len(examples) + numbers[second])
    rows = [
        family.evidence(examples[one], examples[other])
        for one, other in zip(
            *(each.tolist() for each in divmod(codes, len(examples))), strict=True
        )
    ]
    return numpy.array(rows, numpy.float64).reshape(len(rows), len(family.levels))[row]


def numbered(
    profiles: Sequence[Profile], trait: Callable[[Profile], Hashable]
) -> tuple[NDArray[int64], list[Profile]]:
    """Each claim's trait as a number, and of each trait a claim that has it."""
    import numpy

    numbers: dict[Hashable, int] = {}
    examples: list[Profile] = []
    column = numpy.empty(len(profiles), numpy.int64)
    for place, profile in enumerate(profiles):
        number = numbers.setdefault(trait(profile), len(numbers))
        if number == len(examples):
            examples.append(profile)
        column[place] = number
    return column, examples
