"""A predicate's token in; out: whether it is denied, how sure it is, of which time it speaks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from reconcile.claims.vocabulary import words
from reconcile.model import Certainty
from reconcile.values.withdrawn import BREAKS

if TYPE_CHECKING:
    from spacy.tokens import Token

_AUXILIARIES: Final = frozenset(("aux", "auxpass"))
_GRADES: Final[tuple[Certainty, ...]] = ("denied", "alleged", "planned", "expected")
_NOUNS: Final = frozenset(("NOUN", "PROPN", "PRON"))
#: nouns of which "not" leaves none
_SINGLE: Final = frozenset(("one", "soul", "person"))
#: how many clauses up the words of certainty are looked for
_UP: Final = 3


def auxiliaries(verb: Token) -> list[Token]:
    """The auxiliaries of a verb; a coordinated verb without its own shares those of the first."""
    own = [child for child in verb.children if child.dep_ in _AUXILIARIES]
    if (
        not own
        and verb.dep_ == "conj"
        and verb.tag_ in ("VB", "VBN", "VBG")
        and verb.head.pos_ in ("VERB", "AUX")
    ):
        return auxiliaries(verb.head)
    return own


def is_negated(verb: Token) -> bool:
    """Whether a clause is denied: "not", "no one", "yet to", "failed to"."""
    negators = words("polarity", "negators")
    denials = sum(
        child.dep_ == "neg" or (child.dep_ == "advmod" and child.lower_ in negators)
        for child in verb.children
        if not _denies_what_follows(child, verb)
    )
    denials += any(
        _is_empty(child) for child in verb.children if child.dep_ not in ("advcl", "ccomp", "conj")
    )
    if (
        not denials
        and verb.dep_ == "conj"
        and not _has_subject(verb)
        and verb.head.pos_ in ("VERB", "AUX")
    ):
        denials += verb.tag_ in ("VB", "VBN") and not _has_but(verb) and is_negated(verb.head)
    if verb.dep_ == "xcomp":
        above = verb.head
        denials += (
            above.lemma_ in words("certainty", "implicative")
            or is_negated(above)
            or _has_yet(above)
        )
    return denials % 2 == 1


def _denies_what_follows(negation: Token, verb: Token) -> bool:
    """As in "12 people died, not 14": the verb before it is not denied."""
    return negation.i > verb.i + 1 and negation.nbor(-1).lower_ in BREAKS


def _is_empty(child: Token) -> bool:
    """Whether a participant is no one or nothing: "nobody", "no flight", "none of them"."""
    if child.dep_ not in ("nsubj", "nsubjpass", "dobj", "attr", "acomp", "prep", "pobj"):
        return False
    negators = words("polarity", "negators")
    if child.lower_ in negators and child.lower_ != "without":
        return True
    if child.lower_ in _SINGLE and any(below.lower_ == "not" for below in child.children):
        return True  # "not one of them", "not a soul"
    return any(
        below.lower_ in ("no", "neither") and below.dep_ in ("det", "neg", "advmod")
        for below in child.children
    )


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)


def _has_but(verb: Token) -> bool:
    return any(child.lower_ == "but" for child in verb.head.children if child.dep_ == "cc")


def _has_yet(verb: Token) -> bool:
    """Whether an infinitive is "yet to" happen."""
    return verb.lemma_ in ("have", "be") and any(child.lower_ == "yet" for child in verb.children)


def certainty_of(verb: Token) -> Certainty:
    """How surely a clause is said to hold, by its own words and those that govern it."""
    for word in _own_words(verb):
        if word in words("certainty", "alleged") and word.endswith("ly"):
            return "alleged"
    for word in _governing_words(verb):
        for grade in _GRADES:
            if word in words("certainty", grade):
                return grade
    if any(word in words("certainty", "conditional") for word in _own_words(verb)):
        return "conditional"
    return "planned" if is_headline_infinitive(verb) else "asserted"


def _own_words(verb: Token) -> Iterator[str]:
    for token in (*auxiliaries(verb), *verb.children):
        if token.dep_ in ("aux", "auxpass", "advmod", "mark"):
            yield token.lower_


def _governing_words(verb: Token) -> Iterator[str]:
    """Lemmas of the verbs and adjectives whose complement the clause is, nearest first."""
    for _ in range(_UP):
        label, above = verb.dep_, verb.head
        while label == "conj" and above.pos_ in ("VERB", "AUX"):
            label, above = above.dep_, above.head
        if label == "pcomp":
            above, label = above.head, "xcomp"
        if label not in ("xcomp", "ccomp", "acl") or above.i == verb.i:
            return
        if label == "acl" and verb.tag_ != "VB":
            return
        if not (
            label == "ccomp" and above.lemma_ in words("reporting", "verbs") and _is_saying(above)
        ):
            yield above.lemma_.lower()
            yield from (
                child.lemma_.lower() for child in above.children if child.dep_ in ("acomp", "oprd")
            )
        verb = above


def _is_saying(verb: Token) -> bool:
    """Whether a verb of saying leaves what it brings in as sure as its speaker."""
    return not any(verb.lemma_ in words("certainty", grade) for grade in _GRADES)


def is_headline_infinitive(verb: Token) -> bool:
    """Whether "to" with a verb makes the whole statement, as headlines put the future."""
    marks = [child.lower_ for child in verb.children if child.dep_ == "aux"]
    if marks != ["to"]:
        return False
    noun = verb.head
    under_noun = (
        verb.dep_ in ("acl", "relcl", "advcl") and noun.dep_ == "ROOT" and noun.pos_ in _NOUNS
    )
    return verb.dep_ == "ROOT" or under_noun


def tense_of(verb: Token) -> str:
    """The time, "past", "present" or "future"; an infinitive takes that of what governs it."""
    helpers = {token.lower_ for token in auxiliaries(verb)}
    future = words("certainty", "future")
    if helpers & future or is_headline_infinitive(verb):
        return "future"
    if verb.dep_ in ("xcomp", "ccomp", "acl", "advcl") and "to" in helpers:
        above = verb.head
        if above.lemma_.lower() in future or above.lemma_ == "be" or _has_future_complement(above):
            return "future"
        return tense_of(above) if above.pos_ in ("VERB", "AUX") else "present"
    return _finite_tense(verb, helpers)


def _has_future_complement(verb: Token) -> bool:
    return any(
        child.lemma_.lower() in words("certainty", "future")
        for child in verb.children
        if child.dep_ in ("acomp", "oprd")
    )


def _finite_tense(verb: Token, helpers: set[str]) -> str:
    if helpers & {"was", "were", "had", "did", "has", "have", "'ve", "’ve"}:
        return "past"
    if helpers & {"is", "are", "am", "'s", "'re", "’s", "’re", "does", "do", "be"}:
        return "present"
    if verb.tag_ in ("VBD", "VBN"):
        return "past"
    if verb.tag_ == "VBG" and verb.head.i != verb.i and verb.head.pos_ in ("VERB", "AUX"):
        return tense_of(verb.head)
    return "present"
