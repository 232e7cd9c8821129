"""A card of the view in, what is told of it beside its quotes and reasons out."""

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


def remarks_on(card: Card) -> tuple[str, ...]:
    """What else there is to say of a finding, a line each."""
    wording = f"safe to print: {card.wording}" if card.wording else ""
    moved = f"over time: {card.moved}" if card.moved else ""
    accepted = f"accepted: {card.accepted}" if card.accepted else ""
    return tuple(
        filter(None, (card.standing, *card.copied, *card.questions, moved, wording, accepted))
    )
