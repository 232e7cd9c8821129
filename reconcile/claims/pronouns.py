"""Pronouns and definite nouns in, the names that they stand for out, by simple salience.

Candidates are the names of the sentence so far and of the few sentences before; subjects weigh
more, distance costs, and what is known of a name (person or body, woman or man, its title, its
age) rules candidates out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from reconcile import patterns
from reconcile.claims.entities import Entity
from reconcile.claims.names import FoundName, is_heading_case
from reconcile.claims.parse import ParsedArticle
from reconcile.claims.vocabulary import words
from reconcile.tuples import NamedTuple

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: how many sentences back a candidate may stand
REACH: Final = 4
_SUBJECTS: Final = frozenset(("nsubj", "nsubjpass"))
_AGED: Final = patterns.compile(r"(\d{1,2})-year-old")


class _Candidate(NamedTuple):
    canonical: str
    sentence: int
    is_subject: bool
    token: int
    segment: int
    #: what a noun that is no name stands for: "person" or "thing"; "" for a name
    plain: str = ""
    gender: str = ""


def resolve_references(
    parsed: ParsedArticle,
    found: Sequence[FoundName],
    linked: Mapping[int, str],
    entities: dict[str, Entity],
) -> list[tuple[int, int, str, str]]:
    """Start, end, canonical name and form of each pronoun and definite noun that was resolved.

    What a pronoun tells of a name (that it is a woman's) is written into ``entities``.
    """
    named: dict[tuple[int, int], int] = {
        (name.segment, name.first): number
        for number, name in enumerate(found)
        if name.form != "title"
    }
    inside = {
        (name.segment, i)
        for name in found
        for i in range(name.first, name.last)
        if name.form == "name"
    }
    resolved: list[tuple[int, int, str, str]] = []
    recent: list[_Candidate] = []
    sentence = 0
    for number, segment in enumerate(parsed.segments):
        if segment.segment.role == "headline" or is_heading_case(segment.doc):
            continue
        for token in segment.doc:
            if token.is_sent_start:
                sentence += 1
                recent = [each for each in recent if sentence - each.sentence <= REACH]
            at = named.get((number, token.i))
            if at is not None and found[at].form == "demonym":
                continue
            if at is not None:
                recent.append(_candidate(segment.doc, found[at], linked[at], sentence))
                continue
            if _is_plain_subject(token):
                recent.append(_plain(token, sentence, number))
                continue
            span = _refers(token, recent, entities, sentence)
            if span and not (span[3] == "noun" and (number, token.head.i) in inside):
                first, last, canonical, form = span
                start = segment.doc[first].idx + segment.segment.start
                end = segment.doc[last - 1].idx + len(segment.doc[last - 1]) + segment.segment.start
                resolved.append((start, end, canonical, form))
                recent.append(_Candidate(canonical, sentence, _is_subject(token), token.i, number))
    return resolved


def _candidate(doc: Doc, name: FoundName, canonical: str, sentence: int) -> _Candidate:
    root = doc[name.first : name.last].root
    return _Candidate(canonical, sentence, _is_subject(root), name.first, name.segment)


def _is_plain_subject(token: Token) -> bool:
    return token.dep_ in _SUBJECTS and token.tag_ == "NN" and token.text.islower()


def _plain(token: Token, sentence: int, segment: int) -> _Candidate:
    """A subject that is no name, so that the pronouns that mean it are not given to a name."""
    lemma = token.lemma_.lower()
    women, men = lemma in words("roles", "women"), lemma in words("roles", "men")
    is_person = women or men or lemma in words("roles", "titles")
    gender = "woman" if women else "man" if men else ""
    return _Candidate(
        "", sentence, True, token.i, segment, "person" if is_person else "thing", gender
    )


def _is_subject(token: Token) -> bool:
    if token.dep_ in _SUBJECTS:
        return True
    return (
        token.dep_ in ("compound", "poss")
        and token.head.dep_ in _SUBJECTS
        and token.dep_ == "compound"
    )


def _refers(
    token: Token, recent: list[_Candidate], entities: dict[str, Entity], sentence: int
) -> tuple[int, int, str, str] | None:
    """The stretch that begins a reference at a token, with the name that it stands for."""
    word = token.lower_
    if token.pos_ == "PRON":
        canonical = _pronoun(token, word, recent, entities, sentence)
        return (token.i, token.i + 1, canonical, "pronoun") if canonical else None
    if word in ("the", "this", "that") and token.dep_ == "det" and token.head.i > token.i:
        canonical = _definite(token, recent, entities, sentence)
        return (token.i, token.head.i + 1, canonical, "noun") if canonical else None
    return None


def _pronoun(
    token: Token, word: str, recent: list[_Candidate], entities: dict[str, Entity], sentence: int
) -> str:
    for gender, key in (("woman", "she"), ("man", "he")):
        if word in words("pronouns", key):
            fits = [c for c in recent if _may_be_person(c, entities, gender)]
            chosen = _best(fits, sentence, token)
            if chosen and not entities[chosen].gender:
                entities[chosen] = entities[chosen]._replace(gender=gender, kind="person")
            return chosen
    if word in words("pronouns", "it") and not _is_empty(token):
        fits = [
            c for c in recent if _kind(c, entities) in ("organisation", "other", "place", "thing")
        ]
        return _best(fits, sentence, token, reach=1 if word == "it" else 2)
    if word in words("pronouns", "they"):
        fits = [c for c in recent if _kind(c, entities) == "organisation" and c.is_subject]
        return "" if _has_plural_before(token) else _best(fits, sentence, token, reach=1)
    return ""


def _may_be_person(candidate: _Candidate, entities: Mapping[str, Entity], gender: str) -> bool:
    if candidate.plain:
        return candidate.plain == "person" and candidate.gender in ("", gender)
    entity = entities[candidate.canonical]
    return entity.kind in ("person", "other") and entity.gender in ("", gender)


def _is_empty(token: Token) -> bool:
    """Whether an "it" stands for nothing: "it is expected that", "it rained"."""
    if token.dep_ == "expl":
        return True
    head = token.head
    return token.lower_ == "it" and head.lemma_ in ("be", "rain", "snow", "take", "seem", "appear")


def _has_plural_before(token: Token) -> bool:
    """Whether a plural noun in the same sentence stands nearer than any name."""
    return any(t.tag_ == "NNS" for t in token.doc[token.sent.start : token.i])


def _best(fits: Sequence[_Candidate], sentence: int, token: Token, *, reach: int = REACH) -> str:
    """The candidate that weighs most: near, a subject, named often."""
    scores: dict[str, float] = {}
    for candidate in fits:
        away = sentence - candidate.sentence
        if away > reach:
            continue
        weight = (2.5 if candidate.is_subject else 1.0) / (1.0 + 1.2 * away)
        if away == 0 and candidate.is_subject and _governs(candidate, token):
            weight *= 1.6
        if away == 0 and not candidate.is_subject and token.dep_ in _SUBJECTS:
            weight *= 0.5
        scores[candidate.canonical] = scores.get(candidate.canonical, 0.0) * 0.6 + weight
    order = {candidate.canonical: number for number, candidate in enumerate(fits)}
    return max(scores, key=lambda name: (scores[name], order[name])) if scores else ""


def _kind(candidate: _Candidate, entities: Mapping[str, Entity]) -> str:
    return candidate.plain or entities[candidate.canonical].kind


def _governs(candidate: _Candidate, token: Token) -> bool:
    """Whether a candidate is the subject of the clause that a possessive stands in."""
    if candidate.token >= len(token.doc):
        return False
    subject = token.doc[candidate.token]
    while subject.dep_ == "compound":
        subject = subject.head
    verb = subject.head
    return token.dep_ == "poss" and any(ancestor.i == verb.i for ancestor in token.ancestors)


def _definite(
    token: Token, recent: list[_Candidate], entities: dict[str, Entity], sentence: int
) -> str:
    """The name that "the company", "the prosecutor" or "the 41-year-old" stands for."""
    head = token.head
    phrase = token.doc[token.i : head.i + 1]
    aged = _AGED.search(phrase.text)
    persons = [c for c in recent if _kind(c, entities) in ("person", "other")]
    if aged:
        same_age = [e.canonical for e in entities.values() if e.age == aged.group(1)]
        return same_age[0] if same_age else _best(persons, sentence, token)
    lemma = head.lemma_.lower()
    owned = any(child.dep_ == "prep" and child.lower_ in ("of", "for") for child in head.children)
    bare = len(phrase) == 2
    if lemma in words("roles", "titles"):
        return (
            _titled(lemma, phrase.text.lower(), recent, entities, sentence, token)
            if not owned
            else ""
        )
    if lemma in words("names", "company_nouns"):
        return _body(lemma, recent, entities, sentence, token, strict=not bare)
    if lemma in words("names", "place_nouns") and bare and not owned:
        places = [c for c in recent if _kind(c, entities) == "place"]
        return _best(places, sentence, token, reach=2)
    return ""


def _titled(
    lemma: str, phrase: str, recent: Sequence[_Candidate], entities: Mapping[str, Entity],
    sentence: int, token: Token,
) -> str:  # fmt: skip
    known = sorted(
        e.canonical for e in entities.values() if lemma in e.described and e.kind == "person"
    )
    if len(known) == 1:
        return known[0]
    fits = [c for c in recent if c.canonical in known]
    return _best(fits, sentence, token)


def _body(
    lemma: str,
    recent: Sequence[_Candidate],
    entities: Mapping[str, Entity],
    sentence: int,
    token: Token,
    *,
    strict: bool,
) -> str:
    """The body that a noun takes up: one that was so described or so named, else the last one."""
    known = sorted(
        e.canonical
        for e in entities.values()
        if e.kind != "person" and (lemma in e.described or lemma in e.canonical.split())
    )
    if len(known) == 1:
        return known[0]
    fits = [c for c in recent if c.canonical in known]
    if not fits and not strict:
        fits = [c for c in recent if _kind(c, entities) == "organisation"]
    return _best(fits, sentence, token, reach=3)
