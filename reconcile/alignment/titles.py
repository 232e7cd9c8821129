"""Claims of one question in, a few words that name it out: who, does what, what is measured."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.model import Claim


def title_of(claims: Sequence[Claim]) -> str:
    """A title such as "Kwon visit: duration", from the claim that says most about its figure."""
    best = max(claims, key=lambda claim: (_fullness(claim), -claim.focus.start))
    context = best.context
    subject = context.subject.lstrip("@")
    words = [subject.capitalize() if context.subject.startswith("@") else subject]
    words += [*context.measured_phrase[:2], context.measured]
    if not any(words[1:]):
        words.append(context.governor)
    named = list(dict.fromkeys(word for word in words if word))
    return f"{' '.join(named)}: {best.kind}" if named else best.kind


def _fullness(claim: Claim) -> int:
    context = claim.context
    return sum(map(bool, (context.subject, context.measured, context.governor)))
