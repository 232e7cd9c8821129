"""Claims without values in, groups that state one thing out: quotes, roles, names, places.

Each kind has its own likeness, from 0 to 1, with its own bar. None of them is a probability: a
contradiction between such claims is shown as possible, and never flagged.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from rapidfuzz import fuzz

from reconcile.alignment.assignment import Group, assign
from reconcile.alignment.candidates import Pair, candidate_pairs
from reconcile.alignment.evidence import cosine
from reconcile.alignment.profiles import Profile, same_article
from reconcile.model import Claim

#: likeness from which two claims of a kind are one fact
BARS: Final[Mapping[str, float]] = {
    "quote": 0.7,
    "role": 0.5,
    "name": 0.5,
    "place": 0.3,
    "polarity": 0.42,
}
#: candidates that one plain claim may have in one other article
PER_ARTICLE: Final = 8


def distinct_plain(claims: Sequence[Claim]) -> list[Claim]:
    """The claims without values; a name or a role once an article in each printed form."""
    seen: set[tuple[str, str, str, str]] = set()
    kept: list[Claim] = []
    for claim in claims:
        if claim.kind not in BARS:
            continue
        if claim.kind in ("name", "role"):
            key = (claim.article, claim.kind, claim.focus.text.casefold(), _holder(claim))
            if key in seen:
                continue
            seen.add(key)
        kept.append(claim)
    return kept


def group_plain(profiles: Sequence[Profile]) -> tuple[list[Group], dict[Pair, float]]:
    """The groups of claims that state one thing, and the likeness of each pair."""
    likeness: dict[Pair, float] = {}
    for a, b in candidate_pairs(profiles, per_article=PER_ARTICLE):
        first, second = profiles[a], profiles[b]
        kind = first.claim.kind
        if kind == second.claim.kind:
            alike = _LIKENESS[kind](first, second)
            if alike >= BARS[kind]:
                likeness[a, b] = alike
    return assign(likeness, bar=min(BARS.values()), together=same_article(profiles)), likeness


def _holder(claim: Claim) -> str:
    """The last word of the name of whose role it is."""
    subject = claim.clause.subject
    words = _folded(subject.text).split() if subject is not None else []
    return words[-1] if words else ""


def _folded(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in letters if c.isalnum() or c == " ")


def _quotes(a: Profile, b: Profile) -> float:
    first, second = _folded(a.claim.focus.text), _folded(b.claim.focus.text)
    shorter = min(len(first.split()), len(second.split()))
    whole = fuzz.ratio(first, second) / 100
    return max(whole, fuzz.partial_ratio(first, second) / 100 if shorter >= 4 else 0.0)


def _roles(a: Profile, b: Profile) -> float:
    holder = _holder(a.claim)
    return 1.0 if holder and holder == _holder(b.claim) else 0.0


def _own_name(profile: Profile) -> frozenset[str]:
    return frozenset(word for word, distance in profile.claim.context.names if distance == 0)


def _names(a: Profile, b: Profile) -> float:
    if a.claim.focus.text.casefold() == b.claim.focus.text.casefold():
        return 0.0
    first, second = _own_name(a), _own_name(b)
    return 1.0 if first and second and (first <= second or second <= first) else 0.0


def _places(a: Profile, b: Profile) -> float:
    if not a.names.keys() & b.names.keys():
        return 0.0
    if a.claim.focus.text.islower() or b.claim.focus.text.islower():
        return 0.0
    about = cosine(a.whole, b.whole, a.whole_norm * b.whole_norm)
    return max(about, cosine(a.near, b.near, a.near_norm * b.near_norm))


def _predicates(a: Profile, b: Profile) -> float:
    about = cosine(a.whole, b.whole, a.whole_norm * b.whole_norm)
    return (about + cosine(a.near, b.near, a.near_norm * b.near_norm)) / 2


_LIKENESS: Final[Mapping[str, Callable[[Profile, Profile], float]]] = {
    "quote": _quotes,
    "role": _roles,
    "name": _names,
    "place": _places,
    "polarity": _predicates,
}
