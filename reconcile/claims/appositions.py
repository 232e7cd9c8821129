"""A noun in, the nouns that describe it out: appositions, titles in front, "X is the head of Y"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_NOUNS: Final = frozenset(("NOUN", "PROPN"))


def noun_phrase_head(token: Token) -> Token:
    """The head of the noun phrase in which a token is only a modifier."""
    while token.dep_ in ("compound", "nmod", "amod", "nummod") and token.head.pos_ in _NOUNS:
        token = token.head
    return token


def descriptions(span: Span) -> Iterator[Token]:
    """The head tokens of noun phrases that say who or what the name of a span is."""
    root = span.root
    inside = range(span.start, span.end)
    head = noun_phrase_head(root)
    yield from _before(span)
    for child in head.children:
        if child.dep_ == "appos" and child.i not in inside and child.pos_ in _NOUNS:
            yield child
    if head.i in inside and head.dep_ == "appos" and head.head.pos_ in _NOUNS:
        yield head.head
    if head.dep_ == "nsubj" and head.head.lemma_ == "be":
        yield from (
            child for child in head.head.children if child.dep_ == "attr" and child.pos_ in _NOUNS
        )


def _before(span: Span) -> Iterator[Token]:
    """Common nouns that stand at once before the name, as in "prosecutor Joanna Rydz"."""
    at = span.start - 1
    if at >= 0 and span.doc[at].pos_ in _NOUNS and span.doc[at].sent == span.root.sent:
        yield span.doc[at]
