"""A fact and what follows for its claims in, the fact with loose pairs settled by it out.

"Just over two weeks" and "less than three weeks" overlap; that the visits were on May 26 and on
June 12, 17 days apart, shows that both are true. What follows is worked out over the whole story,
by the joint checks; here it is held against the two claims.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from reconcile.comparison.pair import quoted
from reconcile.model import Claim, Comparison, Fact, Implied, Rule, Span, Step
from reconcile.records import evolve
from reconcile.values import sets, steps

#: where a claim stands: its article and its words
Place = tuple[str, Span]

#: conclusions that leave open whether both claims are true of one number
_LOOSE: Final[frozenset[Rule]] = frozenset(("overlap", "rounds to"))
_BESIDE: Final[frozenset[Rule]] = frozenset(("assumed", "chosen", "in brief"))
#: units of which each is a line of its own
_LINES: Final = frozenset(("second", "date", "fraction", "percentage_point", "score", "place"))
_LETTERS: Final = 3


def by_place(implied: Sequence[Implied]) -> dict[Place, list[Implied]]:
    """What follows for each claim, by where it stands."""
    found: dict[Place, list[Implied]] = {}
    for each in implied:
        found.setdefault(_place(each.claim), []).append(each)
    return found


def settled(fact: Fact, implied: Mapping[Place, Sequence[Implied]]) -> Fact:
    """The fact, each pair that only fits loosely settled by what follows for one of its claims."""
    if not fact.certain or not any(_place(claim) in implied for claim in fact.claims):
        return fact
    comparisons = tuple(_settled(fact, each, implied) for each in fact.comparisons)
    return evolve(fact, comparisons=comparisons)


def _settled(
    fact: Fact, comparison: Comparison, implied: Mapping[Place, Sequence[Implied]]
) -> Comparison:
    judgement = comparison.judgement
    sides = _sides(judgement.derivation)
    if judgement.verdict != "compatible" or judgement.derivation is None or sides is None:
        return comparison
    one, other = fact.claims[comparison.a], fact.claims[comparison.b]
    followed = (each for claim in (one, other, *fact.claims) for each in _of(claim, implied))
    found = next((each for each in followed if _meets(each.derivation, sides)), None)
    if found is None:
        return comparison
    last = _concluded(found.derivation, sides, judgement.derivation, (one, other))
    said = found.derivation.words
    text = f"{quoted(one)} and {quoted(other)} fit each other: {said}, which satisfies both."
    return evolve(comparison, judgement=evolve(judgement, explanation=text, derivation=last))


def _of(claim: Claim, implied: Mapping[Place, Sequence[Implied]]) -> Sequence[Implied]:
    return implied.get(_place(claim), ())


def _place(claim: Claim) -> Place:
    return claim.article, claim.focus.span


def _sides(last: Step | None) -> tuple[Step, Step] | None:
    """The two sets of a conclusion that leaves it open, what is only said of it left aside."""
    while last is not None and last.rule in _BESIDE and last.of:
        last = last.of[0]
    if last is None or last.rule not in _LOOSE or len(last.of) < 2:
        return None
    one, other = last.of[:2]
    plain = one.rule == "reading" and other.rule == "reading"
    exact = all(side.result is not None and sets.width(side.result) == 0 for side in (one, other))
    return (one, other) if plain and not exact else None


def _meets(follows: Step, sides: tuple[Step, Step]) -> bool:
    """Whether all that follows lies in what both sides leave open, on one line."""
    there = follows.result
    return there is not None and all(
        side.result is not None
        and sets.contains(side.result, there)
        and (side.unit == follows.unit or _is_counted(side.unit, follows.unit))
        for side in sides
    )


def _is_counted(one: str, other: str) -> bool:
    """Whether two units may both be of things that are counted: hostages and soldiers."""
    return not {one, other} & _LINES and not any(map(_is_currency, (one, other)))


def _is_currency(unit: str) -> bool:
    return len(unit) == _LETTERS and unit.isupper()


def _concluded(
    follows: Step, sides: tuple[Step, Step], before: Step, claims: Sequence[Claim]
) -> Step:
    """All that follows lies in what both sides leave open."""
    answers = "; ".join(f"{quoted(claim)}: yes" for claim in claims)
    of = (steps.spoken(follows, ""), *sides, before)
    return steps.conclude("within", of, f"{follows.words}; {answers}", result=follows.result)
