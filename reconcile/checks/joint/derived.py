"""Statements and relations in, the derivation of a joint finding out, so that it can be replayed.

Each statement is a reading and what it leaves of one quantity; each relation binds quantities to
each other; the conclusion is that no numbers meet all of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from reconcile.checks.joint.constraints import Constraint, satisfiable
from reconcile.model import Citation, Claim, Step


@frozen
class Statement:
    """What one claim leaves open of a sum of quantities, most often of one."""

    citation: Citation
    constraint: Constraint
    words: str


@frozen
class Relation:
    """How quantities bind each other, in words."""

    constraint: Constraint
    words: str


def cite(claim: Claim) -> Citation:
    """The claim's words as a finding cites them."""
    focus = claim.focus
    return Citation(
        claim.article, focus.start, focus.end, focus.text, focus.value, claim.clause.sentence
    )


def conclusion(statements: Sequence[Statement], relations: Sequence[Relation], words: str) -> Step:
    """That the statements cannot all hold, given how the quantities bind each other."""
    return Step(
        rule="cannot all hold",
        words=words,
        of=(*(_stated(each) for each in statements), *(_bound(each) for each in relations)),
    )


def cannot_all_hold(statements: Sequence[Statement], relations: Sequence[Relation]) -> bool:
    """Whether no numbers meet them all, and some meet them without any one of the statements."""
    bound = [each.constraint for each in relations]
    said = [each.constraint for each in statements]
    fewer = ([*said[:index], *said[index + 1 :]] for index in range(len(said)))
    return not satisfiable([*bound, *said]) and all(satisfiable([*bound, *rest]) for rest in fewer)


def _stated(statement: Statement) -> Step:
    value = statement.citation.value
    read = Step(
        rule="reading",
        words="",
        premises=(statement.citation,),
        result=value.interval if value is not None else None,
        unit=value.unit if value is not None else "",
    )
    return Step(
        rule="relation",
        words=statement.words,
        of=(read,),
        terms=statement.constraint.terms,
        result=statement.constraint.interval,
        unit=read.unit,
    )


def _bound(relation: Relation) -> Step:
    return Step(
        rule="relation",
        words=relation.words,
        terms=relation.constraint.terms,
        result=relation.constraint.interval,
    )
