"""Count what blocking loses: pairs of the answer sheets that are no candidates, and why.

usage: python -m benchmarks.alignment.blocking [--verbose]

A pair is lost in reading where one side has no claim of its group (values, or quotes, names, roles,
places, predicates), in kind where values of the two kinds cannot meet, and in blocking
where claims that could meet are not paired. Only the last is blocking's own.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product
from typing import Final, Literal

from attrs import frozen

from benchmarks.alignment.stories import GoldPair, Story, pack_folders, read_stories
from reconcile.alignment.candidates import candidate_pairs, may_meet
from reconcile.alignment.plain import PER_ARTICLE, distinct_plain
from reconcile.alignment.profiles import Profile, profile_claims
from reconcile.model import VALUE_KINDS, Claim, Span

Fate = Literal["kept", "not read", "kinds apart", "lost"]
FATES: Final[tuple[Fate, ...]] = ("kept", "not read", "kinds apart", "lost")


@frozen(eq=False)
class Blocked:
    """What blocking made of one story: the fate of each settled pair of its sheet, and the work."""

    story: Story
    fates: Sequence[tuple[GoldPair, Fate]]
    claims: int
    pairs: int


def main() -> None:
    """Print the fates by kind, the candidates a claim has, and the pairs that blocking lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--verbose", action="store_true", help="list the pairs lost in reading too")
    verbose = parser.parse_args().verbose
    blocked = [block(story) for story in read_stories(pack_folders())]
    for line in table(blocked):
        print(line)
    for line in losses(blocked, FATES[1:] if verbose else ("lost",)):
        print(line)


def block(story: Story) -> Blocked:
    """The fate of every pair of a story's sheet."""
    figures = [claim for claim in story.claims if claim.kind in VALUE_KINDS]
    plain = distinct_plain(story.claims)
    fates: list[tuple[GoldPair, Fate]] = []
    pairs = 0
    for claims, is_value, per_article in ((figures, True, None), (plain, False, PER_ARTICLE)):
        profiles = profile_claims(claims, story.articles)
        found = (
            candidate_pairs(profiles)
            if per_article is None
            else candidate_pairs(profiles, per_article=per_article)
        )
        pairs += len(found)
        candidates = set(found)
        fates += [
            (gold, _fate(gold, profiles, candidates))
            for gold in story.gold
            if not gold.disputed and (gold.kind in VALUE_KINDS) is is_value
        ]
    return Blocked(story, fates, len(figures) + len(plain), pairs)


def table(blocked: Sequence[Blocked]) -> Iterator[str]:
    """The fates by kind, and how many candidates a claim has."""
    counts = Counter((gold.kind, fate) for each in blocked for gold, fate in each.fates)
    kinds = sorted({kind for kind, _ in counts}, key=lambda kind: (kind not in VALUE_KINDS, kind))
    yield f"{'kind':10}{'pairs':>7}" + "".join(f"{fate:>13}" for fate in FATES)
    for name, group in (*((kind, [kind]) for kind in kinds), ("all", kinds)):
        found = [sum(counts[kind, fate] for kind in group) for fate in FATES]
        yield f"{name:10}{sum(found):7}" + "".join(f"{number:13}" for number in found)
    claims, pairs = sum(each.claims for each in blocked), sum(each.pairs for each in blocked)
    yield f"{claims} claims, {pairs} candidate pairs: {2 * pairs / claims:.1f} candidates a claim"


def losses(blocked: Sequence[Blocked], fates: Sequence[Fate]) -> Iterator[str]:
    """The pairs that met one of these fates, a line each."""
    for each in blocked:
        texts = {article.id: article.text for article in each.story.articles}
        for gold, fate in each.fates:
            if fate in fates:
                first, second = _words(gold.a, texts), _words(gold.b, texts)
                yield f"{fate}: {each.story.name} {gold.kind}: “{first}” | “{second}”"


def _fate(gold: GoldPair, profiles: Sequence[Profile], candidates: set[tuple[int, int]]) -> Fate:
    first, second = _meeting(gold.a, profiles), _meeting(gold.b, profiles)
    if not first or not second:
        return "not read"
    pairs = list(product(first, second))
    if any((min(a, b), max(a, b)) in candidates for a, b in pairs):
        return "kept"
    if not any(may_meet(profiles[a], profiles[b]) for a, b in pairs):
        return "kinds apart"
    return "lost"


def _meeting(place: tuple[str, Span], profiles: Sequence[Profile]) -> list[int]:
    """The claims, by index, whose focus overlaps a span of the sheet."""
    return [profile.index for profile in profiles if _overlaps(profile.claim, place)]


def _overlaps(claim: Claim, place: tuple[str, Span]) -> bool:
    article, span = place
    return (
        claim.article == article and claim.focus.start < span.end and span.start < claim.focus.end
    )


def _words(place: tuple[str, Span], texts: dict[str, str]) -> str:
    article, span = place
    return f"{article}: {' '.join(texts[article][span.start : span.end].split())}"


if __name__ == "__main__":
    main()
