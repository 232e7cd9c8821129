"""A parsed segment in, what people are said to be out: titles, posts, trades, whose they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from reconcile.claims.appositions import descriptions
from reconcile.claims.arguments import extent, subject_of
from reconcile.claims.coreference import NameIndex
from reconcile.claims.names import FoundName, is_joint
from reconcile.claims.parse import ParsedSegment
from reconcile.claims.speakers import name_of_phrase
from reconcile.claims.vocabulary import words
from reconcile.model import Mention
from reconcile.records import frozen

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OWNED: Final = frozenset(("poss", "det"))
#: how a noun hangs on a verb that gives it to someone: "was named chair", "became chair"
_GIVEN: Final = frozenset(("oprd", "attr", "xcomp", "ccomp", "dobj"))
#: kinds of names that may hold a role
_HOLDERS: Final = frozenset(("person", "other"))
#: how many tokens a role may run on behind its noun
_LONGEST: Final = 9


@frozen
class Role:
    """The words of a role, the token that heads it, and whose role it is."""

    mention: Mention
    head: int
    #: the holder's name as printed and its canonical form; empty where it is not known
    holder: str
    canonical: str


def read_roles(
    segment: ParsedSegment, names: Sequence[FoundName], index: NameIndex
) -> Iterator[Role]:
    """Every role that a segment states, once each, by position."""
    found: dict[int, Role] = {}
    for role in (*_titles(segment, names, index), *_described(segment, names, index),
                 *_offices(segment, index), *_activities(segment, index)):  # fmt: skip
        clash = [r for r in found.values() if _overlap(r.mention, role.mention)]
        if all(not r.canonical for r in clash) and role.canonical or not clash:
            for other in clash:
                del found[other.head]
            found[role.head] = role
    yield from sorted(found.values(), key=lambda role: role.mention.start)


def _overlap(a: Mention, b: Mention) -> bool:
    return a.start < b.end and b.start < a.end


def _role(
    segment: ParsedSegment, first: int, last: int, head: int, holder: str, canonical: str
) -> Role:
    doc, offset = segment.doc, segment.segment.start
    while first < head and not any(char.isalpha() for char in doc[first].text):
        first += 1
    while first > 1 and is_joint(doc[first - 1]):
        first -= 2
    while last + 1 < len(doc) and is_joint(doc[last]):
        last += 2
    start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
    mention = Mention(start + offset, end + offset, doc[first:last].text, "role")
    return Role(mention, head, holder, canonical)


def _titles(segment: ParsedSegment, names: Sequence[FoundName], index: NameIndex) -> Iterator[Role]:
    """Capitalised titles before a name, behind it, or alone."""
    doc = segment.doc
    for number, title in enumerate(names):
        if title.form != "title" or title.text.lower().rstrip(".") in words("roles", "honorifics"):
            continue
        holder = _holder(segment, names, number, index)
        first = _widened(doc, title.first)
        last = title.last if holder and _follows(names, number) else _reach(doc, title.last)
        head = _head_of(doc, title).i
        yield _role(segment, first, last, head, index.printed(holder) if holder else "", holder)


def _follows(names: Sequence[FoundName], number: int) -> bool:
    after = names[number + 1] if number + 1 < len(names) else None
    return after is not None and after.form == "name" and after.first == names[number].last


def _head_of(doc: Doc, title: FoundName) -> Token:
    """The office of a title, which what it is in charge of follows."""
    charged = (token for token in doc[title.first : title.last] if token.lower_ in ("of", "for"))
    return doc[next((token.i for token in charged), title.last) - 1]


def _holder(
    segment: ParsedSegment, names: Sequence[FoundName], number: int, index: NameIndex
) -> str:
    """The canonical name of who holds a capitalised title."""
    title = names[number]
    if _follows(names, number):
        after = names[number + 1]
        canonical = index.names_in(after.start, after.end)
        return canonical[0] if canonical else ""
    doc = segment.doc
    head = _head_of(doc, title)
    if _is_given(head):
        return _appointed(head, segment, index)
    linked = name_of_phrase(head, segment, index)
    if linked and index.kind_of(linked) == "person":
        return linked
    return _apposed_person(head, segment, index)


def _is_given(noun: Token) -> bool:
    """Whether a verb gives someone the post: "stays on as chair", "was named chair"."""
    above = noun.head
    if noun.dep_ == "pobj" and above.lower_ == "as":
        return above.head.pos_ in ("VERB", "AUX")
    return noun.dep_ in _GIVEN and above.lemma_.lower() in words("roles", "appointing")


def _appointed(noun: Token, segment: ParsedSegment, index: NameIndex) -> str:
    """The person to whom a verb gives a post: its object where it has one, else its subject."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    appoints = verb.lemma_.lower() in words("roles", "appointing")
    objects = [c for c in verb.children if appoints and c.dep_ == "dobj" and c.i < noun.i]
    subject = subject_of(verb)
    for token in [*objects, *([subject] if subject is not None else [])]:
        name = name_of_phrase(token, segment, index)
        if name and index.kind_of(name) != "organisation":
            return name
    return ""


def _apposed_person(head: Token, segment: ParsedSegment, index: NameIndex) -> str:
    """The person whom a noun stands in apposition to, or who stands in apposition to it."""
    offset = segment.segment.start
    beside = [child for child in head.children if child.dep_ in ("appos", "compound")]
    if head.dep_ in ("appos", "compound", "attr", "nmod"):
        beside.append(head.head)
    if head.dep_ == "attr":
        beside += [child for child in head.head.children if child.dep_ == "nsubj"]
    for token in beside:
        for name in index.names_in(token.idx + offset, token.idx + len(token) + offset):
            if index.kind_of(name) in _HOLDERS:
                return name
    return ""


def _widened(doc: Doc, first: int) -> int:
    """A title's first token with the small modifiers before it ("regional Gov.")."""
    while (
        first and doc[first - 1].lower_ in words("roles", "modifiers") and doc[first - 1].is_alpha
    ):
        if doc[first - 1].is_sent_start and doc[first - 1].pos_ not in ("ADJ", "NOUN", "PROPN"):
            break
        if doc[first - 1].lower_ == "and" or (first > 1 and doc[first - 2].lower_ == "of"):
            break
        first -= 1
    return first


def _reach(doc: Doc, last: int) -> int:
    """One past the last token of "of X", "for X" and "at X" behind a title."""
    head = doc[last - 1]
    for child in head.children:
        if child.dep_ == "prep" and child.i == last and child.lower_ in ("of", "for", "at", "in"):
            below = next((t for t in child.children if t.dep_ == "pobj"), None)
            if below is not None:
                return min(extent(below)[1], last + _LONGEST)
    return last


def _described(
    segment: ParsedSegment, names: Sequence[FoundName], index: NameIndex
) -> Iterator[Role]:
    """Nouns in small letters that say what a named person is."""
    doc = segment.doc
    for name in names:
        canonical = index.names_in(name.start, name.end) if name.form == "name" else ()
        if not canonical or index.kind_of(canonical[0]) not in _HOLDERS:
            continue
        person = index.kind_of(canonical[0]) == "person"
        for described in descriptions(doc[name.first : name.last]):
            noun = _second_half(described)
            if not (noun.pos_ == "NOUN" or noun.text.islower()) or not _is_role_noun(
                noun, person=person
            ):
                continue
            if _is_given(noun) and _appointed(noun, segment, index) != canonical[0]:
                continue
            first, last = _phrase(doc, noun, name)
            yield _role(segment, first, last, noun.i, index.printed(canonical[0]), canonical[0])


def _second_half(noun: Token) -> Token:
    """Of "vice", where "vice-president" stands, the president."""
    doc = noun.doc
    if noun.i + 2 < len(doc) and is_joint(doc[noun.i + 1]):
        second = doc[noun.i + 2]
        return second if second.lemma_.lower() in words("roles", "titles") else noun
    return noun


def _is_role_noun(noun: Token, *, person: bool) -> bool:
    lemma = noun.lemma_.lower()
    if noun.tag_ == "NNS":
        return False
    if lemma in words("roles", "titles") or lemma in words("roles", "families"):
        return True
    return person and noun.dep_ == "appos" and noun.tag_ == "NN" and noun.i > noun.head.i


def _phrase(doc: Doc, noun: Token, name: FoundName) -> tuple[int, int]:
    """The noun phrase of a role, up to the name beside it."""
    first, last = extent(noun)
    if first <= name.first and name.last <= last:
        if name.first > noun.i:
            return min(first, _widened(doc, noun.i)), noun.i + 1
        return name.last, last
    return min(first, _widened(doc, noun.i)), max(
        _reach(doc, noun.i + 1), min(last, noun.i + _LONGEST)
    )


def _offices(segment: ParsedSegment, index: NameIndex) -> Iterator[Role]:
    """Offices without a name beside them: "the governor", "its president", "head of research"."""
    doc = segment.doc
    for noun in doc:
        if noun.pos_ not in ("NOUN", "PROPN") or noun.dep_ == "compound":
            continue
        lemma = noun.lemma_.lower().rstrip(".")
        if lemma not in words("roles", "titles") and lemma not in words("roles", "families"):
            continue
        if _is_given(noun):
            holder = _appointed(noun, segment, index)
        else:
            holder = name_of_phrase(noun, segment, index) or _apposed_person(noun, segment, index)
        if index.kind_of(holder) not in _HOLDERS:
            holder = ""
        if not holder and (noun.tag_ in ("NNS", "NNPS") or not _stands_alone(noun, lemma)):
            continue
        first, last = extent(noun)
        last = max(_reach(doc, noun.i + 1), min(last, noun.i + _LONGEST))
        yield _role(segment, first, last, noun.i, index.printed(holder) if holder else "", holder)


def _stands_alone(noun: Token, lemma: str) -> bool:
    """Whether an office without a known holder is one person's: with an owner or "the"."""
    if lemma in words("roles", "families"):
        return any(child.dep_ == "poss" for child in noun.children)
    if lemma not in words("roles", "offices"):
        return False
    marked = any(
        child.dep_ in _OWNED or child.dep_ in ("compound", "amod") for child in noun.children
    )
    return marked or any(child.dep_ == "prep" and child.lower_ == "of" for child in noun.children)


def _activities(segment: ParsedSegment, index: NameIndex) -> Iterator[Role]:
    """Verbs that say what someone's post or trade is: "who runs the plant", "raises cattle"."""
    doc = segment.doc
    for verb in doc:
        if verb.pos_ != "VERB" or verb.lemma_.lower() not in words("roles", "activities"):
            continue
        subject = subject_of(verb)
        target = _object(verb)
        relative = verb.dep_ in ("relcl", "acl")
        if subject is None or target is None or not _is_habit(verb, relative=relative):
            continue
        holder = name_of_phrase(subject, segment, index)
        if index.kind_of(holder) != "person" and not (relative and _is_human(subject)):
            continue
        pronoun = next((c for c in verb.children if c.lower_ == "who"), None)
        first = pronoun.i if pronoun is not None else verb.i
        last = min(max(t.i for t in target.subtree) + 1, verb.i + _LONGEST)
        yield _role(segment, first, last, verb.i, index.printed(holder) if holder else "", holder)


def _object(verb: Token) -> Token | None:
    """What an activity is done to, or where: "sells vegetables", "works for the city"."""
    below = [child for child in verb.children if child.i > verb.i]
    for child in below:
        if child.dep_ == "dobj":
            return child
        if child.dep_ == "prep" and verb.lemma_.lower() in words("roles", "engagements"):
            return child if child.lower_ in ("for", "at", "over") else None
    return None


def _is_habit(verb: Token, *, relative: bool) -> bool:
    """Whether a verb says what someone does for a living: "runs", "has led", "who will lead"."""
    if verb.tag_ in ("VBZ", "VBP", "VBG") or relative and verb.tag_ != "VBD":
        return not any(child.dep_ == "neg" for child in verb.children)
    return verb.tag_ == "VBN" and any(child.lemma_ == "have" for child in verb.children)


def _is_human(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    return any(lemma in words("roles", key) for key in ("titles", "families", "women", "men"))
