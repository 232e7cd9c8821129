"""A scene in, parts whose group is described somewhere out: "They include employees of a mine".

An article that says what a group is made of, with figures or without, vouches for the figures of
other articles on each kind: "Most are soldiers" makes "41 soldiers" some of the 63 held.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from reconcile import patterns
from reconcile.checks.joint.kinds import families_of, noun_of, one_time, sort_of
from reconcile.checks.joint.parts import FILE, Part
from reconcile.checks.joint.scene import Known, Scene, reading, singular, size, words_of
from reconcile.checks.joint.ties import names_in
from reconcile.checks.vocabulary import words
from reconcile.model import Claim
from reconcile.records import frozen

#: characters behind a group's figure within which its members are told
_REACH: Final = 700
#: a description ends with its sentence; conjuncts are split at these
_SENTENCE: Final = patterns.compile(r"[.;!?\n](?=\s|$)")
_CONJUNCT: Final = patterns.compile(r",\s+(?:and\s+)?|\s+and\s+|\s+as well as\s+|\s+plus\s+")
_LEAST: Final = 3
_SHORTEST: Final = 3
#: articles of one story have at least so many names in common
_SHARED: Final = 3


@frozen(eq=False)
class Member:
    """A kind of which a group is said to hold some."""

    group: Known
    words: frozenset[str]


def listed_parts(scene: Scene, claims: Sequence[Claim]) -> Iterator[Part]:
    """The figures on the members of a group, as parts of the figure on the group."""
    claims = [claim for claim in claims if reading(claim).kind == "count"]
    members = [member for claim in claims for member in _members(scene, claim, claims)]
    for claim in claims:
        if not reading(claim).unit or sort_of(claim):
            continue
        for group in dict.fromkeys(member.group for member in members):
            fitting = [member for member in members if member.group is group]
            member = _likeliest(claim, fitting)
            if member is not None and _may_be(claim, member, scene):
                yield Part(scene.of(claim), claim, group, "listed", member.words)


def _likeliest(claim: Claim, members: Sequence[Member]) -> Member | None:
    """The kind that a figure counts, by the words that both have; ``None`` where two tie."""
    own = {singular(word) for word in words_of(claim.focus.text)} | {noun_of(claim)}
    named = [member for member in members if own & member.words]
    if not any(noun_of(claim) in member.words for member in named):
        return None
    most = max(len(own & member.words) for member in named)
    best = [member for member in named if len(own & member.words) == most]
    shared = frozenset.intersection(*(member.words for member in best))
    return best[0] if shared else None


def _may_be(claim: Claim, member: Member, scene: Scene) -> bool:
    return (
        member.group is not scene.of(claim)
        and any(_is_of_one_story(scene, claim, each) for each in member.group.claims)
        and all(size(claim) < size(each) for each in member.group.claims)
        and any(one_time(claim, each) for each in member.group.claims)
        and 2 * sum(noun_of(claim) == noun_of(each) for each in member.group.claims)
        < len(member.group.claims)
    )


def _is_of_one_story(scene: Scene, claim: Claim, whole: Claim) -> bool:
    """Whether two articles name the same, or two figures tell that the same was done."""
    one, other = (names_in(scene.articles[each.article].text) for each in (claim, whole))
    asked = min(_SHARED, max(1, len(one)), max(1, len(other)))
    return len(one & other) >= asked or bool(families_of(claim) & families_of(whole))


def _members(scene: Scene, claim: Claim, claims: Sequence[Claim]) -> Iterator[Member]:
    """The kinds that the sentences behind a group's figure name as its members."""
    if size(claim) < _LEAST or not sort_of(claim):
        return
    text = scene.articles[claim.article].text
    end = min(_next_group(claim, claims), claim.focus.end + _REACH)
    for match in words("members", FILE).finditer(text, claim.focus.end, end):
        behind = _SENTENCE.split(text[match.end() : match.end() + _REACH])[0]
        for conjunct in _CONJUNCT.split(behind):
            named = frozenset(
                singular(word) for word in words_of(conjunct) if len(word) >= _SHORTEST
            )
            if named:
                yield Member(scene.of(claim), named)


def _next_group(claim: Claim, claims: Sequence[Claim]) -> int:
    """Where the next figure on another group begins, if that group is as general."""
    return min(
        (
            each.focus.start
            for each in claims
            if each.article == claim.article
            and each.focus.start > claim.focus.end
            and sort_of(each)
            and size(each) != size(claim)
        ),
        default=claim.focus.end + _REACH,
    )
