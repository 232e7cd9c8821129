"""A segment's clauses in, what each affirms or denies out: the verb group of every content verb."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from reconcile.claims.certainty import is_headline_infinitive
from reconcile.claims.clauses import ClauseTable
from reconcile.claims.groups import happened_to_many, predicate_group
from reconcile.claims.vocabulary import words
from reconcile.model import Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

#: how many words before its verb a question's pronoun stands at most
_ASKING: Final = 4


def polarity_mentions(table: ClauseTable) -> Iterator[tuple[Mention, int]]:
    """The predicates of a segment that state something, each with the token that heads it."""
    doc, offset = table.segment.doc, table.segment.segment.start
    for head in table.heads:
        token = doc[head]
        if not _states(token):
            continue
        first, last = _stretch(token)
        start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
        text = doc[first:last].text
        yield Mention(start + offset, end + offset, text, "polarity"), _innermost(token, last)


def _states(head: Token) -> bool:
    """Whether a clause says something of its own, rather than bringing in what someone said."""
    if head.pos_ not in ("VERB", "AUX"):
        return any(child.lower_ == "no" for child in head.children)
    if head.dep_ == "xcomp" and head.head.pos_ in ("VERB", "AUX", "ADJ"):
        return False
    if is_headline_infinitive(head):
        return True
    if head.dep_ in ("acl", "pcomp", "csubj", "advcl") and _is_bare(head):
        return False
    if _asks(head) or happened_to_many(head):
        return False
    lemma = head.lemma_.lower()
    if lemma in words("polarity", "light"):
        answers = words("groups", "answers")
        return any(child.dep_ == "dobj" or child.lower_ in answers for child in head.children)
    return not _reports(head, lemma)


def _asks(head: Token) -> bool:
    """Whether a clause is a question, or part of one: "who gets hurt"."""
    closing = head.sent[-1]
    if head.dep_ == "ROOT" and (closing.text == "?" or len(head.sent) > 1 and _is_mark(closing)):
        return True
    return head.dep_ in ("ROOT", "ccomp", "pcomp") and any(
        child.tag_ == "WP"
        and child.dep_ in ("nsubj", "nsubjpass", "dobj")
        and head.i - child.i <= _ASKING
        for child in head.children
    )


def _is_mark(closing: Token) -> bool:
    """Whether a sentence ends with a question mark inside quotation marks."""
    return closing.is_quote and closing.nbor(-1).text == "?"


def _innermost(head: Token, last: int) -> int:
    """The verb that says what is done, under those that say how sure it is: "plans to | open"."""
    current = head
    while True:
        below = [*current.children]
        below += [t for child in below if child.dep_ in ("acomp", "oprd") for t in child.children]
        inner = next((t for t in below if t.dep_ == "xcomp" and head.i < t.i < last), None)
        if inner is None or inner.pos_ not in ("VERB", "AUX"):
            return current.i
        current = inner


def _is_bare(head: Token) -> bool:
    """Whether a verb is a participle in -ing or an infinitive with "to" alone."""
    helpers = [child.lower_ for child in head.children if child.dep_ in ("aux", "auxpass")]
    return head.tag_ == "VBG" and not helpers or helpers[:1] == ["to"]


def _reports(head: Token, lemma: str) -> bool:
    """Whether a verb of saying brings in a clause or a quotation here."""
    if lemma not in words("reporting", "strong"):
        return False
    complements = ("ccomp", "parataxis")
    return any(child.dep_ in complements for child in head.children) or head.dep_ == "parataxis"


def _stretch(head: Token) -> tuple[int, int]:
    """The verb group; a subject that denies ("no one") and stands before it belongs to it."""
    if head.pos_ not in ("VERB", "AUX"):
        first = next(child.i for child in head.children if child.lower_ == "no")
        return min(first, head.i), max(first, head.i) + 1
    first, last = predicate_group(head)
    before = head.doc[first - 1] if first > head.sent.start else None
    if before is not None and before.head == head and before.lower_ in words("groups", "aspect"):
        first = before.i
    negators = words("polarity", "negators")
    for child in head.children:
        if child.dep_ not in ("nsubj", "nsubjpass") or child.i > first:
            continue
        denial = child if child.lower_ in negators else None
        denial = denial or next((t for t in child.children if t.lower_ in negators), None)
        if denial is not None and first - denial.i <= 5:
            first = min(first, denial.i)
    return first, last
