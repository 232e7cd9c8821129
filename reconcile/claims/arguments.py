"""A predicate's token in, its subject and arguments out, with coordinated ones apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from reconcile.model import Argument

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS: Final = frozenset(("nsubj", "nsubjpass", "csubj", "csubjpass"))
_RELATIVES: Final = frozenset(("who", "which", "that", "whom"))
_ROLES: Final = {
    "dobj": "object",
    "dative": "object",
    "attr": "complement",
    "acomp": "complement",
    "oprd": "complement",
    "npadvmod": "adverbial",
}
#: what hangs on a noun but makes a statement of its own
_LOOSE: Final = frozenset(
    ("relcl", "appos", "parataxis", "advcl", "conj", "cc", "punct", "preconj", "dep")
)
_NOMINAL: Final = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ", "SYM", "X"))
#: how many verbs up a shared subject is looked for
_UP: Final = 6


def subject_of(verb: Token) -> Token | None:
    """The token that is a predicate's subject, its own or shared.

    A coordinated verb takes that of the first verb, a relative clause its antecedent, a participle
    the noun that it hangs on, an infinitive the subject of the verb above.
    """
    for _ in range(_UP):
        own = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
        if own is not None:
            return _antecedent(own, verb)
        label, above = verb.dep_, verb.head
        if above.i == verb.i or label == "ROOT":
            return None
        if label in ("acl", "relcl"):
            return above
        if label == "appos" and above.pos_ in ("NOUN", "PROPN"):
            return above
        if label not in ("conj", "xcomp", "advcl", "pcomp", "dep", "ccomp", "prep"):
            return None
        verb = above if label != "pcomp" else above.head
    return None


def _antecedent(subject: Token, verb: Token) -> Token:
    """The noun that a relative pronoun stands for; any other subject is itself."""
    if subject.lower_ not in _RELATIVES or subject.pos_ not in ("PRON", "DET", "SCONJ"):
        return subject
    for _ in range(_UP):
        if verb.dep_ == "relcl":
            return verb.head
        if verb.dep_ != "conj":
            break
        verb = verb.head
    return subject


def members(token: Token) -> Iterator[Token]:
    """A noun and those coordinated with it, in order."""
    yield token
    for child in token.children:
        if child.dep_ == "conj" and child.pos_ in _NOMINAL and child.i > token.i:
            yield from members(child)


def extent(token: Token) -> tuple[int, int]:
    """The tokens of a noun phrase around its head, first and one past the last.

    Coordinated nouns, relative clauses, appositions and parentheses stay outside.
    """
    kept = {token.i}
    stack = [child for child in token.children if not _is_loose(child)]
    while stack:
        current = stack.pop()
        kept.add(current.i)
        stack += [child for child in current.children if not _is_loose(child)]
    first, last = token.i, token.i + 1
    while first - 1 in kept or (first - 2 in kept and _is_joint(token.doc[first - 1])):
        first -= 1
    while last in kept or (last + 1 in kept and _is_joint(token.doc[last], before=token)):
        last += 1
    while first < token.i and not any(c.isalnum() or c in "$€£¥" for c in token.doc[first].text):
        first += 1
    return first, last


def _is_loose(child: Token) -> bool:
    """Whether something that hangs on a noun is a statement or a noun of its own."""
    if child.dep_ in _LOOSE:
        return child.dep_ != "punct" or child.text not in "-‐‑"
    return child.dep_ == "acl" and child.i > child.head.i


def _is_joint(token: Token, before: Token | None = None) -> bool:
    """A mark inside a phrase, as the hyphen in "co-owner" or the comma in "a long, hard road"."""
    if token.text == "," and before is not None and before.pos_ == "PROPN":
        return False
    return token.is_punct and token.text in "-‐‑–,'\"’“”"


def argument(role: str, token: Token, offset: int) -> Argument:
    """The argument that a token heads."""
    first, last = extent(token)
    doc = token.doc
    start = doc[first].idx
    end = doc[last - 1].idx + len(doc[last - 1])
    return Argument(role, start + offset, end + offset, doc[first:last].text, token.lemma_.lower())


def arguments_of(verb: Token, offset: int) -> tuple[Argument, ...]:
    """The participants of a clause other than its subject, by position."""
    found: list[Argument] = []
    for child in verb.children:
        for role, head in _brought_in(child):
            found += [argument(role, member, offset) for member in members(head)]
    return tuple(sorted(found, key=lambda a: (a.start, a.end)))


def _brought_in(child: Token, before: str = "") -> Iterator[tuple[str, Token]]:
    role = _ROLES.get(child.dep_)
    if role and not before:
        yield role, child
        return
    if child.dep_ not in ("prep", "agent", "dative", "advmod"):
        return
    name = f"{before} {child.lower_}".strip()
    for below in child.children:
        if below.dep_ == "pobj":
            yield ("agent" if child.dep_ == "agent" else name), below
        elif below.dep_ == "prep":
            yield from _brought_in(below, name)
