"""Clauses and quotations in, who says them out: "X said", "according to X", "Fire service: ..."."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reconcile.claims.arguments import extent, subject_of
from reconcile.claims.coreference import NameIndex
from reconcile.claims.parse import ParsedSegment
from reconcile.claims.vocabulary import words
from reconcile.tuples import NamedTuple

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_MARKS: Final = frozenset('"“”„«»')


class Speaker(NamedTuple):
    """Who says something: the words, and the name that they stand for, or an empty string."""

    text: str
    canonical: str


def reporting_verbs(doc: Doc) -> list[Token]:
    """The verbs of saying in a text, in order."""
    lemmas = words("reporting", "strong") | words("reporting", "quoted")
    return [token for token in doc if token.pos_ == "VERB" and token.lemma_.lower() in lemmas]


def speaker_of_verb(verb: Token, segment: ParsedSegment, index: NameIndex) -> Speaker | None:
    """The subject of a verb of saying, a pronoun resolved."""
    subject = subject_of(verb)
    if subject is None or subject.lower_ in ("it", "that", "this", "which", "what", "there"):
        return None
    return speaker_from(subject, segment, index)


def speaker_from(head: Token, segment: ParsedSegment, index: NameIndex) -> Speaker:
    """The speaker that a noun phrase names."""
    doc = head.doc
    first, last = extent(head)
    text = doc[first:last].text
    canonical = name_of_phrase(head, segment, index)
    if canonical and head.pos_ == "PRON":
        text = index.printed(canonical)
    return Speaker(text, canonical)


def name_of_phrase(head: Token, segment: ParsedSegment, index: NameIndex) -> str:
    """The canonical name of what a noun phrase speaks of; an empty string where it names no one.

    The head's own name comes first, then one in apposition ("its spokeswoman, Agata Molenda").
    """
    offset = segment.segment.start
    own = index.names_in(head.idx + offset, head.idx + len(head) + offset)
    if own:
        return own[0]
    for child in head.children:
        if child.dep_ == "appos":
            named = index.names_in(child.idx + offset, child.idx + len(child) + offset)
            if named:
                return named[0]
    return ""


def speaker_named_by(span: Span, segment: ParsedSegment, index: NameIndex) -> Speaker | None:
    """Who speaks a stretch: "according to X", a label before a colon, or its clause's subject."""
    told = _according(span.sent, segment, index) or _label(span, segment, index)
    if told:
        return told
    verb = span.root
    while verb.head.i != verb.i and not (
        verb.pos_ in ("VERB", "AUX") and not span.start <= verb.i < span.end
    ):
        verb = verb.head
    if span.start <= verb.i < span.end or verb.pos_ not in ("VERB", "AUX"):
        return None
    subject = subject_of(verb)
    if subject is None or span.start <= subject.i < span.end:
        return None
    speaker = speaker_from(subject, segment, index)
    return speaker if index.kind_of(speaker.canonical) == "person" else None


def _according(sentence: Span, segment: ParsedSegment, index: NameIndex) -> Speaker | None:
    for token in sentence:
        if token.lower_ != "according" or token.i + 1 >= len(token.doc):
            continue
        to = token.nbor(1)
        head = next((child for child in to.children if child.dep_ == "pobj"), None)
        if (
            to.lower_ == "to"
            and head is not None
            and head.lower_ not in ("plan", "law", "schedule")
        ):
            return speaker_from(head, segment, index)
    return None


def _label(span: Span, segment: ParsedSegment, index: NameIndex) -> Speaker | None:
    """The name or the source before a colon that opens the sentence: "The voivode: 11 dead"."""
    doc = span.doc
    at = span.start - 1
    while at >= 0 and (doc[at].text in _MARKS or doc[at].is_space):
        at -= 1
    if at < 1 or doc[at].text != ":":
        return None
    return label_speaker(doc, at, segment, index)


def label_speaker(doc: Doc, colon: int, segment: ParsedSegment, index: NameIndex) -> Speaker | None:
    """The speaker that stands right before a colon, if it is a person, a body or a source."""
    head = doc[colon - 1]
    while head.dep_ == "compound" and head.head.i < colon and head.head.i > head.i:
        head = head.head
    canonical = name_of_phrase(head, segment, index)
    sources = (
        words("reporting", "sources") | words("roles", "titles") | words("names", "company_nouns")
    )
    known = canonical and index.kind_of(canonical) in ("person", "organisation")
    if not known and head.lemma_.lower() not in sources:
        return None
    return speaker_from(head, segment, index)


def speaker_of_clause(head: Token, segment: ParsedSegment, index: NameIndex) -> Speaker | None:
    """Who says the clause that a token heads: the subject of the verb of saying above it."""
    strong = words("reporting", "strong")
    current = head
    while current.head.i != current.i:
        label, above = current.dep_, current.head
        says = above.pos_ == "VERB" and above.lemma_.lower() in strong
        if says and label in ("ccomp", "parataxis", "acl"):
            speaker = speaker_of_verb(above, segment, index)
            if speaker:
                return speaker
        current = above
    return _parenthetic(head, segment, index) or _according(head.sent, segment, index)


def _parenthetic(head: Token, segment: ParsedSegment, index: NameIndex) -> Speaker | None:
    """Who says a sentence into which "X said" is put, or which stands behind "X:"."""
    root = head.sent.root
    strong = words("reporting", "strong")
    for child in root.children:
        if child.dep_ == "parataxis" and child.lemma_.lower() in strong and child.i != head.i:
            return speaker_of_verb(child, segment, index)
    first = head.sent.start
    for token in head.doc[first : head.i]:
        if token.text == ":" and token.i > first and token.i - first <= 6:
            return label_speaker(head.doc, token.i, segment, index)
    return None
