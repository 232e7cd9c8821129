"""A parsed segment in, its clauses out, and for each token the clause that it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reconcile.claims.arguments import argument, arguments_of, subject_of
from reconcile.claims.certainty import certainty_of, is_negated, tense_of
from reconcile.claims.groups import full_group
from reconcile.claims.parse import ParsedSegment
from reconcile.model import Argument, Clause, Span
from reconcile.tuples import NamedTuple

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PREDICATES: Final = frozenset(
    (
        "ROOT",
        "ccomp",
        "advcl",
        "relcl",
        "conj",
        "parataxis",
        "acl",
        "pcomp",
        "csubj",
        "xcomp",
        "dep",
        "csubjpass",
        "appos",
    )
)
_VERBAL: Final = frozenset(("VERB", "AUX"))


class ClauseTable(NamedTuple):
    """The clauses of one segment; ``owner`` gives each token's clause by number."""

    segment: ParsedSegment
    clauses: tuple[Clause, ...]
    heads: tuple[int, ...]
    owner: tuple[int, ...]

    def at(self, token: int) -> Clause:
        """The clause that a token belongs to."""
        return self.clauses[self.owner[token]]


def is_predicate(token: Token) -> bool:
    """Whether a token heads a clause."""
    if token.dep_ == "ROOT":
        return True
    return token.pos_ in _VERBAL and token.dep_ in _PREDICATES


def read_clauses(segment: ParsedSegment) -> ClauseTable:
    """Every clause of a segment: one for each verb, and one for a sentence without any."""
    doc = segment.doc
    heads = [token.i for token in doc if is_predicate(token)]
    number = {head: index for index, head in enumerate(heads)}
    owner = _owners(doc, number)
    spans = _extents(owner, len(heads), heads)
    clauses = [_clause(segment, doc[head], spans[index]) for index, head in enumerate(heads)]
    return ClauseTable(segment, tuple(clauses), tuple(heads), tuple(owner))


def _owners(doc: Doc, number: dict[int, int]) -> list[int]:
    owner = [-1] * len(doc)
    for token in doc:
        path = []
        current = token
        while owner[current.i] < 0 and current.i not in number and current.head.i != current.i:
            path.append(current.i)
            current = current.head
        found = owner[current.i] if owner[current.i] >= 0 else number.get(current.i, 0)
        owner[current.i] = found
        for i in path:
            owner[i] = found
    return owner


def _extents(owner: list[int], count: int, heads: list[int]) -> list[tuple[int, int]]:
    spans = [(head, head + 1) for head in heads]
    for token, clause in enumerate(owner):
        if clause < count:
            first, last = spans[clause]
            spans[clause] = (min(first, token), max(last, token + 1))
    return spans


def _clause(segment: ParsedSegment, head: Token, tokens: tuple[int, int]) -> Clause:
    offset = segment.segment.start
    verbal = head.pos_ in _VERBAL
    group = full_group(head) if verbal else (head.i, head.i)
    subject = subject_of(head) if verbal else _label(head)
    return Clause(
        *_characters(head.doc, tokens, offset),
        sentence=Span(*_characters(head.doc, (head.sent.start, head.sent.end), offset)),
        segment_role=segment.segment.role,
        paragraph=segment.segment.paragraph,
        subject=argument("subject", subject, offset) if subject is not None else None,
        predicate=predicate_of(head),
        predicate_span=_group_span(head, group, offset),
        arguments=arguments_of(head, offset) if verbal else _fragment(head, offset),
        negated=is_negated(head),
        certainty=certainty_of(head),
        tense=tense_of(head) if verbal else "present",
        predicate_text=head.doc[group[0] : group[1]].text if verbal else "",
        passive=is_passive(head),
    )


def _group_span(head: Token, group: tuple[int, int], offset: int) -> Span:
    """Where the predicate's words stand: nowhere, at its noun, for a sentence without a verb."""
    if group[0] == group[1]:
        return Span(head.idx + offset, head.idx + offset)
    return Span(*_characters(head.doc, group, offset))


def _characters(doc: Doc, tokens: tuple[int, int], offset: int) -> tuple[int, int]:
    last = doc[tokens[1] - 1]
    return doc[tokens[0]].idx + offset, last.idx + len(last) + offset


def predicate_of(head: Token) -> str:
    """The predicate's lemma with its particle; "be" for a noun or adjective alone."""
    if head.pos_ not in _VERBAL:
        return "be"
    particles = [child.lower_ for child in head.children if child.dep_ == "prt"]
    return " ".join([head.lemma_.lower(), *particles])


def is_passive(head: Token) -> bool:
    """Whether the subject is what the verb is done to."""
    labels = {child.dep_ for child in head.children}
    if "nsubjpass" in labels or "auxpass" in labels:
        return True
    return head.tag_ == "VBN" and head.dep_ in ("acl", "ROOT") and "aux" not in labels


def _label(head: Token) -> Token | None:
    """What a sentence without a verb speaks of: the words before its colon, or its subject."""
    for child in head.children:
        if child.dep_ in ("nsubj", "nsubjpass"):
            return child
    sentence = head.sent
    for token in sentence:
        if token.text == ":" and token.i > sentence.start:
            before = token.doc[token.i - 1]
            while (
                before.head.i < token.i
                and before.head.i != before.i
                and before.head.i >= sentence.start
            ):
                before = before.head
            return before if before.i != head.i else None
    return None


def _fragment(head: Token, offset: int) -> tuple[Argument, ...]:
    return (argument("complement", head, offset), *arguments_of(head, offset))
