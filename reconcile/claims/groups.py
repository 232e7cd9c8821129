"""A verb's token in, the words of its group out, with what completes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reconcile.claims.arguments import extent

if TYPE_CHECKING:
    from spacy.tokens import Token

_INNER: Final = frozenset(("aux", "auxpass", "neg", "prt"))
_COMPLEMENTS: Final = frozenset(("acomp", "attr", "oprd"))
#: how many tokens a completing phrase may add
_LONGEST: Final = 7


def verb_group(verb: Token) -> tuple[int, int]:
    """The tokens from the first auxiliary to the particle: "has not yet been fixed"."""
    kept = [verb.i, *(child.i for child in verb.children if child.dep_ in _INNER)]
    kept = [i for i in kept if verb.i - _LONGEST <= i <= verb.i + 4]
    return min(kept), max(kept) + 1


def full_group(verb: Token) -> tuple[int, int]:
    """The verb group; an infinitive's with the verb that governs it: "is expected to spend"."""
    first, last = verb_group(verb)
    above = verb
    while above.dep_ == "xcomp" and above.head.i < above.i and above.head.pos_ in ("VERB", "AUX"):
        above = above.head
        start = verb_group(above)[0]
        if last - start > _LONGEST + 2:
            break
        first = min(first, start)
    return first, last


def predicate_group(verb: Token) -> tuple[int, int]:
    """The verb group with what it needs to be a statement: "is still at large", "agreed to pay"."""
    first, last = verb_group(verb)
    end = last
    for child in verb.children:
        if child.i < verb.i:
            continue
        if child.dep_ in _COMPLEMENTS or (verb.lemma_ == "be" and child.dep_ in ("prep", "advmod")):
            end = max(end, _end_of(child))
        elif child.dep_ == "xcomp":
            end = max(end, predicate_group(child)[1])
    return first, end if end - last <= _LONGEST else last


def _end_of(child: Token) -> int:
    if child.dep_ == "prep":
        below = next((t for t in child.children if t.dep_ == "pobj"), None)
        return extent(below)[1] if below is not None else child.i + 1
    return max(child.i + 1, min(extent(child)[1], child.i + 4))
