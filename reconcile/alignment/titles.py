"""Claims of one question in, a few words that name it out: who does what, and what is measured."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reconcile.model import Claim

#: a subject of more words than this is told by its head alone
SUBJECT_WORDS: Final = 5


def title_of(claims: Sequence[Claim]) -> str:
    """A title such as "Kwon will visit: duration", from the claim that says most."""
    if claims[0].kind in ("name", "place"):
        return max((claim.focus.text for claim in claims), key=lambda text: (len(text), text))
    if claims[0].kind == "role":
        return f"{_subject(claims[0])}: role"
    best = max(claims, key=lambda claim: (_fullness(claim), -len(_subject(claim))))
    context, clause = best.context, best.clause
    words = [_subject(best), clause.predicate_text or clause.predicate or context.governor]
    noun = " ".join([*context.measured_phrase[-1:], context.measured])
    if context.measured and context.measured not in " ".join(words).lower():
        words.append(noun)
    named = " ".join(" ".join(word for word in words if word).split())
    return f"{named}: {best.kind}" if named else best.kind


def _subject(claim: Claim) -> str:
    subject = claim.clause.subject
    if subject is None:
        return ""
    short = len(subject.text.split()) <= SUBJECT_WORDS
    return subject.text if short else subject.lemma


def _fullness(claim: Claim) -> tuple[bool, bool, bool]:
    subject = claim.clause.subject
    named = subject is not None and subject.text[:1].isupper() and len(subject.text) > 3
    return named, bool(claim.context.measured), bool(claim.clause.predicate)
