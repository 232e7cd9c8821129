"""Joint findings in, Checks out: what cannot all hold, in plain sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import evolve

from reconcile.checks.found import joined, told
from reconcile.checks.joint.constraints import Constraint
from reconcile.checks.joint.derived import Relation, Statement, cite, conclusion
from reconcile.checks.joint.scene import place_of, reading
from reconcile.checks.joint.sums import NOT_ABOVE, Overfull
from reconcile.model import Check, Claim, Step

_NUMBERS: Final = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}


def told_overfull(found: Overfull) -> Check:
    """Parts that come to more than their whole."""
    parts = [text_of(claim) for claim in found.parts]
    amount = _amount(found)
    whole = text_of(found.whole)
    cited = (found.whole, *found.parts)
    return joint_check(
        "parts",
        cited,
        f"{whole}: {joined(parts)}",
        f"{capital(joined(parts))} make {amount}, more than {whole}. {all_but_one(len(cited))}",
        _overfull_steps(found, amount),
    )


def _amount(found: Overfull) -> str:
    """What the parts come to; without a currency where they name it differently."""
    value = reading(found.whole)
    units = {reading(claim).unit for claim in (found.whole, *found.parts)}
    if value.kind == "money" and len(units) > 1:
        value = evolve(value, kind="count", unit="")
    return told(found.total, value)


def _overfull_steps(found: Overfull, amount: str) -> Step:
    names = [name_of(claim) for claim in found.parts]
    whole = name_of(found.whole)
    statements = [
        Statement(
            cite(claim),
            Constraint(((name, 1),), stated),
            f"{claim.article}: {text_of(claim)} of {text_of(found.whole)}",
        )
        for claim, name, stated in zip(found.parts, names, found.stated, strict=True)
    ]
    statements.append(
        Statement(
            cite(found.whole),
            Constraint(((whole, 1),), found.limit),
            f"{found.whole.article}: {text_of(found.whole)}",
        )
    )
    relation = Relation(
        Constraint((*((name, 1) for name in names), (whole, -1)), NOT_ABOVE),
        "the parts hold nothing in common, so together they are no more than the whole",
    )
    return conclusion(statements, [relation], f"the parts make {amount}")


def joint_check(
    rule: str, claims: Sequence[Claim], title: str, explanation: str, derivation: Step
) -> Check:
    """A finding on claims of several articles, not yet numbered."""
    return Check(
        id="",
        rule=rule,
        kind=claims[0].kind,
        title=title,
        citations=tuple(cite(claim) for claim in sorted(claims, key=place_of)),
        explanation=explanation,
        derivation=derivation,
    )


def name_of(claim: Claim) -> str:
    """The name of the quantity that a claim states: the article, and where in it."""
    return f"{claim.article}:{claim.focus.start}"


def text_of(claim: Claim) -> str:
    """A claim's words on one line."""
    return " ".join(claim.focus.text.split())


def all_but_one(count: int) -> str:
    """What a smallest conflict is, in words."""
    number = _NUMBERS.get(count, str(count))
    return f"These {number} cannot all hold; without any one of them the others can."


def capital(text: str) -> str:
    """The text with a capital in front."""
    return text[:1].upper() + text[1:]
