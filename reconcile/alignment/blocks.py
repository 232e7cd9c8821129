"""Profiles in, blocks out: claims that share something, split by article where many do.

A key that few claims share makes one block. One that many share is split by the article, and a
claim looks it up only in the articles that may tell its story. So a claim meets a bounded number
of others, however many there are, and no key is dropped for being common.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from reconcile.alignment.profiles import Profile
from reconcile.records import frozen

if TYPE_CHECKING:
    from numpy import int64
    from numpy.typing import NDArray

    Members = NDArray[int64]

#: kinds that may state one fact in each other's terms: "third coin", "three coins"
FAMILIES: Final = {
    "money": "money",
    "quantity": "quantity",
    "count": "number",
    "rank": "number",
    "percent": "number",
    "date": "time",
    "duration": "time",
    "age": "time",
}
#: kinds of a figure that is printed without a unit, and can be any other
BARE: Final = frozenset(("count", "quantity"))
#: families that a bare figure is sought in
ANY: Final = ("money", "quantity", "number")
#: claims in a block that is not split
LARGEST: Final = 400
#: what it is worth to share no more than the family of kinds
FAMILY: Final = 0.01


@frozen(eq=False)
class Blocks:
    """Who shares what."""

    #: by claim: its keys, and what sharing each of them is worth
    keys: Sequence[Mapping[str, float]]
    whole: Mapping[str, Members]
    #: by key and article
    split: Mapping[str, Mapping[int, Members]]

    def sharing(self, index: int, articles: Sequence[int]) -> Iterator[tuple[Members, float]]:
        """The blocks that a claim shares with others, in these articles where they are split."""
        for key, weight in self.keys[index].items():
            if key in self.whole:
                yield self.whole[key], weight
            elif key in self.split:
                parts = self.split[key]
                for article in articles:
                    if article in parts:
                        yield parts[article], weight


def family_of(profile: Profile) -> str:
    """The kinds that a claim's value can be told in."""
    kind = profile.claim.focus.kind
    return FAMILIES.get(kind, kind)


def is_bare(profile: Profile) -> bool:
    """Whether the figure is printed without a unit, and may be one of any kind."""
    return not profile.unit and profile.claim.focus.kind in BARE and not _counts_in_words(profile)


def _counts_in_words(profile: Profile) -> bool:
    """Whether it is a number in words, of a noun: "the other two" of some offices."""
    focus, counted = profile.claim.focus, profile.measured.lstrip("=")
    is_noun = bool(counted) and counted not in profile.names and counted != focus.text.lower()
    return focus.kind == "count" and focus.text.isalpha() and is_noun


def build_blocks(profiles: Sequence[Profile], *, largest: int = LARGEST) -> Blocks:
    """The blocks of two claims and more; of more than ``largest`` claims, split by article."""
    import numpy

    keys = [_keys(profile) for profile in profiles]
    sharing: dict[str, list[int]] = defaultdict(list)
    for index, own in enumerate(keys):
        for key in own:
            sharing[key].append(index)
    whole = {
        key: numpy.array(block, numpy.int64)
        for key, block in sharing.items()
        if 2 <= len(block) <= largest
    }
    split = {
        key: _by_article(block, profiles) for key, block in sharing.items() if len(block) > largest
    }
    return Blocks(keys, whole, split)


def _by_article(block: Sequence[int], profiles: Sequence[Profile]) -> dict[int, Members]:
    import numpy

    parts: dict[int, list[int]] = defaultdict(list)
    for index in block:
        parts[profiles[index].article].append(index)
    return {article: numpy.array(part, numpy.int64) for article, part in parts.items()}


def _keys(profile: Profile) -> dict[str, float]:
    """What a claim can be found by, with what sharing it is worth."""
    family = family_of(profile)
    keys: dict[str, float] = {}
    for told in ANY if is_bare(profile) else (family,):
        for key, weight in _told(profile):
            keys[f"{told} {key}"] = keys.get(f"{told} {key}", 0.0) + weight
    if profile.position is not None and profile.position.digits:
        keys[f"digits {profile.position.digits}"] = 1.5
    keys[family] = FAMILY
    return keys


def _told(profile: Profile) -> Iterator[tuple[str, float]]:
    for word, weight in profile.near.items():
        yield word, weight
    for word, weight in profile.names.items():
        yield f"@{word}", weight
    if profile.measured:
        yield f"measured {profile.measured}", 2.0
    if profile.governor:
        yield f"governor {profile.governor}", 1.0
    for word in profile.heading:
        yield word, 0.5
    if profile.position is not None and profile.position.digits:
        yield f"digits {profile.position.digits}", 3.0
