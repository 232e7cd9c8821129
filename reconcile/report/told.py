"""A card of the view in, the steps of its reasons that say more than its readings out."""

from __future__ import annotations

from reconcile.report.view.nouns import Card, Reason


def telling_steps(card: Card, reason: Reason) -> tuple[str, ...]:
    """The steps without those that only say again what words were read as."""
    shown = {
        f"“{reading.text}” is {reading.words}"
        for column in card.columns
        for said in column.said
        for reading in said.readings
    }
    return tuple(step for step in reason.steps if step.rstrip(".") not in shown)
