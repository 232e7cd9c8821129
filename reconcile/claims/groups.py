"""A verb's token in, the words of its group out, with what completes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reconcile.claims.arguments import extent
from reconcile.claims.vocabulary import words
from reconcile.values.questions import is_light

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
        reached = _end_with(verb, child, end) if child.i > verb.i else end
        if end < reached <= last + _LONGEST:
            end = reached
    return first, end


def _end_with(verb: Token, child: Token, end: int) -> int:
    """How far a verb's statement reaches with something that hangs on it; or as far as before."""
    inner = _of_many(verb, child)
    if inner is not None:
        return inner.i + 1
    if child.dep_ in _COMPLEMENTS or (verb.lemma_ == "be" and child.dep_ in ("prep", "advmod")):
        return _end_of(child)
    if child.dep_ == "xcomp":
        return predicate_group(child)[1]
    if child.left_edge.i != end:
        return end
    if child.lower_ in words("groups", "answers"):
        return child.i + 1
    if child.dep_ == "dobj" and (_says_little(verb) or _denies(child)):
        return _end_of_object(child)
    if child.dep_ == "prep":
        return _end_of_preposition(verb, child, end)
    if child.lower_ in words("groups", "particles") or child.dep_ == "advmod" and _opens(child):
        below = next((t for t in child.children if t.dep_ == "prep" and t.i == child.i + 1), None)
        return _end_of_preposition(verb, below, child.i + 1) if below is not None else child.i + 1
    return end


def _of_many(verb: Token, child: Token) -> Token | None:
    """What happened to those of whom the subject is one: "was among those | killed"."""
    if verb.lemma_ != "be" or child.lower_ not in words("groups", "among"):
        return None
    of = child
    if child.dep_ == "attr":
        of = next((t for t in child.children if t.lower_ == "of"), child)
    noun = next((t for t in of.children if t.dep_ == "pobj"), None)
    inner = None if noun is None else next((t for t in noun.children if _tells_of(t, noun)), None)
    return inner if inner is not None and inner.i - verb.i <= _LONGEST + 2 else None


def _tells_of(verb: Token, noun: Token) -> bool:
    """As in "those | killed", "people who | died"."""
    if verb.dep_ == "acl":
        return bool(verb.tag_ == "VBN" and verb.i == noun.i + 1)
    return bool(verb.dep_ == "relcl" and verb.tag_ == "VBD" and verb.i == noun.i + 2)


def happened_to_many(verb: Token) -> bool:
    """Whether a verb belongs to a statement of one who is among those whom it tells of."""
    if verb.dep_ not in ("acl", "relcl"):
        return False
    above = verb.head.head
    governors = (above, above.head, above.head.head)
    return any(
        _of_many(governor, child) == verb
        for governor in governors
        if governor.lemma_ == "be"
        for child in governor.children
    )


def _says_little(verb: Token) -> bool:
    """Whether what happened is said by what follows a verb: "take | into custody"."""
    return is_light(verb.lemma_.lower())


def _denies(noun: Token) -> bool:
    return noun.left_edge.lower_ in words("polarity", "negators")


def _opens(adverb: Token) -> bool:
    """Whether an adverb brings in what was, or was not, done: "stop short of signing"."""
    return any(t.dep_ == "prep" and _verb_below(t) is not None for t in adverb.children)


def _verb_below(preposition: Token) -> Token | None:
    return next((t for t in preposition.children if t.dep_ == "pcomp" and t.pos_ == "VERB"), None)


def _end_of_preposition(verb: Token, preposition: Token, end: int) -> int:
    """A preposition that stands alone, brings in a verb, or says what a light verb does not."""
    below = [*preposition.children]
    if not below:
        return preposition.i + 1
    inner = _verb_below(preposition)
    if inner is not None:
        return predicate_group(inner)[1]
    noun = next((t for t in below if t.dep_ == "pobj"), None)
    if noun is not None and (_denies(noun) or _says_little(verb) and _is_first(verb, preposition)):
        return noun.i + 1
    return end


def _is_first(verb: Token, preposition: Token) -> bool:
    """Whether nothing but adverbs stands between a verb and a preposition."""
    return not any(
        t.dep_ in ("prep", "dobj", "dative") for t in verb.children if verb.i < t.i < preposition.i
    )


def _end_of_object(noun: Token) -> int:
    """Up to the noun, or to the verb that it brings in: "took the decision to increase"."""
    for child in noun.children:
        if child.i == noun.i + 1 and child.dep_ in ("amod", "acomp"):
            return child.i + 1
        if child.dep_ == "acl" and child.tag_ == "VB":
            return child.i + 1
    return noun.i + 1


def _end_of(child: Token) -> int:
    if child.dep_ == "prep":
        below = next((t for t in child.children if t.dep_ == "pobj"), None)
        return extent(below)[1] if below is not None else child.i + 1
    end = max(child.i + 1, min(extent(child)[1], child.i + 4))
    closes = next((t for t in child.children if t.i == end and t.tag_ == "VBG"), None)
    return end + 1 if closes is not None else end
