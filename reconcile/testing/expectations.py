"""An expectation in plain words in, what it is about and what it says out."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Final

from reconcile.alignment.lexicon import concept
from reconcile.claims import extract_claims
from reconcile.errors import ExpectationNotRead
from reconcile.model import VALUE_KINDS, Article, Claim, Segment
from reconcile.records import frozen
from reconcile.report.asking import is_alike, words_of
from reconcile.values import read_values

#: what an expectation is about, where it names several things: what comes first is what it says
_TELLING_KINDS: Final = (*sorted(VALUE_KINDS), "quote", "role", "place", "polarity")
#: the id of the article that an expectation makes; no file has it
_ID: Final = "what is expected"


@frozen
class Expectation:
    """One sentence that the sources should bear out."""

    words: str
    claim: Claim
    article: Article
    #: the words that name the fact, by their concepts
    about: Mapping[str, str]
    #: words of other values in the sentence: "in April"
    others: frozenset[str]
    #: the concept of the counted noun, or "": any
    noun: str = ""


def read_expectation(words: str, published: datetime.datetime | None = None) -> Expectation:
    """What a sentence expects: "the toll is at least 31", "the pledge is 100 trillion won".

    ``published`` is what "on Thursday" counts from. Raises ExpectationNotRead where the
    words state nothing that sources could be held to.
    """
    sentence = " ".join(words.split()).rstrip(".")
    if not sentence:
        raise ExpectationNotRead(words)
    text = f"{sentence}."
    body = Segment(0, len(text), "body", 1)
    article = Article(_ID, text, published=published, segments=(body,))
    claims = extract_claims([article])
    found = min(
        (claim for claim in claims if claim.kind in _TELLING_KINDS),
        key=lambda claim: (_weight(claim), claim.focus.start),
        default=None,
    )
    if found is None:
        raise ExpectationNotRead(words)
    return Expectation(
        sentence, found, article, _about(found), _others(text, found), noun_of(found)
    )


def _weight(claim: Claim) -> int:
    return 0 if claim.kind in VALUE_KINDS else _TELLING_KINDS.index(claim.kind)


def _about(claim: Claim) -> dict[str, str]:
    """The content words by their concepts, but for those of the value itself."""
    stated = words_of(claim.focus.text)
    lemmas = [lemma for lemma, _ in (*claim.context.near, *claim.context.names)]
    named = [lemma for lemma in lemmas if not any(is_alike(lemma, word) for word in stated)]
    return {concept(lemma): lemma for lemma in named or lemmas}


def _others(text: str, claim: Claim) -> frozenset[str]:
    """The words of the values that set the fact apart and are not what is expected of it."""
    focus = claim.focus
    besides = (
        each.text
        for each in read_values(text)
        if each.end <= focus.start or each.start >= focus.end
    )
    return words_of(" ".join(besides))


def noun_of(claim: Claim) -> str:
    """The concept of what a claim counts, or "" where it counts nothing that it names."""
    value = claim.focus.value
    if value is None or value.kind != "count" or not value.unit:
        return ""
    return concept(value.unit)
