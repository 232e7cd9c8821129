"""Claims without values in, groups that state one thing out: quotes, roles, names, places.

Each kind has its own likeness, from 0 to 1, with its own bar. None of them is a probability:
``probability_of`` says what a full likeness is worth where that was measured.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from rapidfuzz import fuzz

from reconcile.alignment.answering import SAME_BAR, likely_answers
from reconcile.alignment.assignment import Group, assign, connected
from reconcile.alignment.candidates import Pair, candidate_pairs
from reconcile.alignment.entities import (
    fullest_names,
    is_worth_telling,
    link_names,
    pairs_of_one_name,
)
from reconcile.alignment.namesakes import namesakes
from reconcile.alignment.naming import folded, may_be_one
from reconcile.alignment.placing import BAR, likely_places
from reconcile.alignment.profiles import Profile, same_article
from reconcile.model import Article, Claim

#: likelihood from which claims that answer a question are gathered by themselves
LIKELY: Final = 0.3
#: mean likelihood below which answers are not gathered in one group
LOOSE: Final = 0.02
#: mean likeness below which claims are not gathered in one group
LOWEST: Final = 0.3
#: likeness of two names that are spelt alike; it is whole where the post is one, too
NAMED_ALIKE: Final = 0.9
#: likeness from which two claims of a kind are one fact
BARS: Final[Mapping[str, float]] = {
    "quote": 0.7,
    "role": 0.5,
    "name": 0.45,
    "place": BAR,
    "polarity": SAME_BAR,
}
#: by kind, a likeness and how sure it is from there on, on the story packs, that two claims which
#: contradict each other speak of one thing; of other kinds a contradiction is never flagged
SURE: Final[Mapping[str, tuple[float, float]]] = {
    "role": (1.0, 0.9),
    "name": (1.0, 0.8),
    "place": (0.4, 0.8),
    "polarity": (0.4, 0.8),
}
#: kinds whose pairs are sought by rare words; names and answers have ways of their own
_SOUGHT: Final = frozenset(("quote", "role", "place"))
#: candidates that one plain claim may have in one other article
PER_ARTICLE: Final = 8


def distinct_plain(claims: Sequence[Claim]) -> list[Claim]:
    """The claims without values; a role once an article in each printed form, a name once."""
    seen: set[tuple[str, tuple[str, ...], frozenset[str]]] = set()
    kept = fullest_names([claim for claim in claims if claim.kind == "name"])
    for claim in claims:
        if claim.kind not in BARS or claim.kind == "name":
            continue
        if claim.kind == "role":
            key = (claim.article, folded(claim.focus.text), _holder(claim))
            if key in seen:
                continue
            seen.add(key)
        kept.append(claim)
    return sorted(kept, key=lambda claim: (claim.article, claim.focus.start, claim.focus.end))


def group_plain(
    profiles: Sequence[Profile], articles: Sequence[Article] = ()
) -> list[tuple[Group, Mapping[Pair, float]]]:
    """The groups of claims that state one thing, in order, with the likeness of the pairs."""
    likeness: dict[Pair, float] = {}
    candidates = _candidates(profiles)
    for a, b in candidates:
        first, second = profiles[a], profiles[b]
        kind = first.claim.kind
        if kind == second.claim.kind and kind in _LIKENESS:
            alike = _LIKENESS[kind](first, second)
            if alike >= BARS[kind]:
                likeness[a, b] = alike
    together = same_article(profiles)
    found: list[tuple[Group, Mapping[Pair, float]]] = []
    found += [(group, likeness) for group in assign(likeness, bar=LOWEST, together=together)]
    places = likely_places(profiles, candidates)
    found += [(group, places) for group in connected(places)]
    for answers in likely_answers(profiles, articles).values():
        for likely in _by_likelihood(answers):
            found += [(group, likely) for group in assign(likely, bar=LOOSE, together=together)]
    names = dict.fromkeys(link_names(_of_kind(profiles, "name")), NAMED_ALIKE)
    names |= dict.fromkeys(namesakes(profiles), 1.0)
    for group in assign(names, bar=BARS["name"], together=together):
        if is_worth_telling([profiles[index].claim for index in group]):
            found.append((group, names))
    return sorted(found, key=lambda each: each[0])


def _by_likelihood(answers: Mapping[Pair, float]) -> list[dict[Pair, float]]:
    """The likely pairs and the others: what is likely must not be drowned in what is not."""
    likely = {pair: alike for pair, alike in answers.items() if alike >= LIKELY}
    return [likely, {pair: alike for pair, alike in answers.items() if pair not in likely}]


def probability_of(profile: Profile, likeness: float) -> float:
    """How probable it is that a claim and one of such likeness speak of one thing; 0 if unknown."""
    bar, share = SURE.get(profile.claim.kind, (0.0, 0.0))
    if profile.claim.kind == "polarity" and LIKELY <= likeness < bar:
        return likeness
    return share if likeness >= bar else 0.0


def _candidates(profiles: Sequence[Profile]) -> list[Pair]:
    """Pairs that share rare words, and all roles of people who may be one."""
    roles = _of_kind(profiles, "role")
    holders = {profile.index: _holder(profile.claim) for profile in roles}
    article = {profile.index: profile.article for profile in roles}
    sought = [profile for profile in profiles if profile.claim.kind in _SOUGHT]
    found = candidate_pairs(sought, per_article=PER_ARTICLE)
    pairs = {(sought[a].index, sought[b].index) for a, b in found}
    return sorted(pairs.union(pairs_of_one_name(holders, article)))


def _of_kind(profiles: Sequence[Profile], kind: str) -> list[Profile]:
    return [profile for profile in profiles if profile.claim.kind == kind]


# --- likeness, by kind ----------------------------------------------------------------------------


def _quotes(a: Profile, b: Profile) -> float:
    first, second = (folded(profile.claim.focus.text) for profile in (a, b))
    shorter = min(len(first), len(second))
    one, other = " ".join(first), " ".join(second)
    whole = fuzz.ratio(one, other) / 100
    return max(whole, fuzz.partial_ratio(one, other) / 100 if shorter >= 4 else 0.0)


def _holder(claim: Claim) -> frozenset[str]:
    """The words of the name of whose role it is."""
    subject = claim.clause.subject
    return frozenset(folded(subject.text)) if subject is not None else frozenset()


def _roles(a: Profile, b: Profile) -> float:
    """Whole for one holder named with two words or alike, less where only a surname is shared."""
    first, second = _holder(a.claim), _holder(b.claim)
    if not may_be_one(sorted(first), sorted(second)):
        return 0.0
    return 1.0 if first == second or min(len(first), len(second)) > 1 else 0.9


_LIKENESS: Final[Mapping[str, Callable[[Profile, Profile], float]]] = {
    "quote": _quotes,
    "role": _roles,
}
