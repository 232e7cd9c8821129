"""A scene in, figures that say themselves that they are parts out: "12,400 of them"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from reconcile import patterns
from reconcile.checks.joint.kinds import kind_of
from reconcile.checks.joint.parts import FILE, Part, alike_in_unit
from reconcile.checks.joint.placed import item_of_place
from reconcile.checks.joint.scene import BREATH, Scene, reading, size, words_of
from reconcile.checks.vocabulary import rules, words
from reconcile.model import Claim

#: characters behind a figure, and in front of it, within which the words make it a part
_BEHIND: Final = 24
_BEFORE: Final = 60
#: sentences back in which the whole of "of them" is looked for
_SENTENCES: Final = 2
#: names this near are those of where the part is
_NEAR: Final = 3.5
_STOP: Final = patterns.compile(r"[.;:!?]\s")


def partitive_parts(scene: Scene, claims: Sequence[Claim]) -> Iterator[Part]:
    """The parts that say "of them", with the whole that was spoken of before."""
    said = [claim for claim in claims if is_partitive(scene, claim)]
    loose = []
    for claim in said:
        told = _told_apart(scene, claim)
        if told is None:
            continue
        for whole in _antecedents(claim, claims, said):
            yield Part(scene.of(claim), claim, scene.of(whole), *told)
        loose.append((claim, told))
    yield from _siblings(scene, loose, claims, said)


def is_partitive(scene: Scene, claim: Claim) -> bool:
    """Whether the words around a figure make it a part of something."""
    behind = _STOP.split(scene.behind(claim))[0][:_BEHIND]
    found = words("part_behind", FILE).search(behind)
    if found and "," not in behind[: found.start()] and len(behind[: found.start()].split()) <= 1:
        return True
    before = _STOP.split(scene.before(claim))[-1][-_BEFORE:]
    ahead = list(words("part_before", FILE).finditer(before))
    return bool(ahead) and not any(each.isdigit() for each in before[ahead[-1].end() :])


def _antecedents(claim: Claim, claims: Sequence[Claim], said: Sequence[Claim]) -> list[Claim]:
    """The larger figures shortly before it that are no parts themselves."""
    return [
        each
        for each in claims
        if each.article == claim.article
        and each.focus.start < claim.focus.start
        and claim.context.sentence_index - each.context.sentence_index <= _SENTENCES
        and each not in said
        and _comparable(each, claim)
        and size(each) > size(claim)
    ]


def _comparable(whole: Claim, part: Claim) -> bool:
    a, b = reading(whole), reading(part)
    if a.kind != b.kind:
        return False
    return alike_in_unit(part, whole) and (a.kind != "count" or bool(a.unit))


def _told_apart(scene: Scene, claim: Claim) -> tuple[str, frozenset[str]] | None:
    place = item_of_place(scene, claim)
    if place:
        return "place", place
    kind = kind_of(claim)
    if kind is not None:
        return kind[0], kind[1]
    if reading(claim).kind == "money":
        return "use", use_of(scene, claim)
    return None


def use_of(scene: Scene, claim: Claim) -> frozenset[str]:
    """The words of the same breath that say what a sum of money is: "cash in four banks"."""
    before = BREATH.split(scene.before(claim))[-1]
    behind = BREATH.split(scene.behind(claim))[0]
    empty = set(rules(FILE)["empty"]["words"])
    return frozenset(words_of(f"{before} {behind}")) - empty


def _siblings(
    scene: Scene,
    loose: Sequence[tuple[Claim, tuple[str, frozenset[str]]]],
    claims: Sequence[Claim],
    said: Sequence[Claim],
) -> Iterator[Part]:
    """Parts whose whole their article does not give: as parts of the whole of a sister's."""
    for claim, (axis, item) in loose:
        for sister in said:
            if sister.article == claim.article or not _are_sisters(claim, sister):
                continue
            for whole in _antecedents(sister, claims, said):
                if size(whole) > size(claim):
                    yield Part(scene.of(claim), claim, scene.of(whole), axis, item)


def _are_sisters(a: Claim, b: Claim) -> bool:
    """Whether the names beside two figures share a word and differ in another: North Island."""
    one, other = ({word for word, far in each.context.names if far <= _NEAR} for each in (a, b))
    return bool(one & other) and one != other
