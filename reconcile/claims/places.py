"""A parsed segment in, the words that say where out: "in Seoul", "Kumasi hospital"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reconcile.claims.appositions import noun_phrase_head
from reconcile.claims.arguments import extent
from reconcile.claims.coreference import NameIndex
from reconcile.claims.entities import countries
from reconcile.claims.names import FoundName
from reconcile.claims.parse import ParsedSegment
from reconcile.claims.vocabulary import words
from reconcile.model import Mention, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def place_mentions(
    segment: ParsedSegment, names: Sequence[FoundName], index: NameIndex, taken: Sequence[Span]
) -> Iterator[tuple[Mention, int]]:
    """The places that a segment speaks of, each with its head token; ``taken`` are values."""
    doc, offset = segment.doc, segment.segment.start
    seen: set[tuple[int, int]] = set()
    stretches = [*_named(doc, names, index, offset), *_common(doc)]
    for first, last, head in stretches:
        start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
        if any(start < b and a < end for a, b in seen) or any(
            s.start < end + offset and start + offset < s.end for s in taken
        ):
            continue
        seen.add((start, end))
        yield Mention(start + offset, end + offset, doc[first:last].text, "place"), head


def _named(
    doc: Doc, names: Sequence[FoundName], index: NameIndex, offset: int
) -> Iterator[tuple[int, int, int]]:
    """Names of places, with the preposition that brings them in or the noun that they modify."""
    for name in names:
        if name.form != "name":
            continue
        root = doc[name.first : name.last].root
        canonical = index.names_in(name.start, name.end)
        is_place = bool(canonical) and index.kind_of(canonical[0]) == "place"
        brought = _preposition(root, name.first)
        person = bool(canonical) and index.kind_of(canonical[0]) == "person"
        if brought is not None and not person and (is_place or _is_strong(brought)):
            first = brought.i if name.first - brought.i <= _reach_of(root) else name.first
            yield first, _wider(doc, name)[1], root.i
        elif is_place and not (root.dep_ == "poss" and canonical[0] in countries()):
            yield (*_wider(doc, name), root.i)


def _is_strong(preposition: Token) -> bool:
    """Whether a preposition by itself makes a name a place: "in", or "for" after "leave"."""
    if preposition.lower_ not in words("places", "weak"):
        return True
    return preposition.lower_ == "for" and preposition.head.lemma_ in words("places", "motion")


def _preposition(root: Token, first: int) -> Token | None:
    """The preposition that brings in a name, where only its own noun phrase stands between."""
    head = noun_phrase_head(root)
    while head.dep_ == "conj" and head.head.pos_ in ("PROPN", "NOUN"):
        head = head.head
    above = head.head
    if head.dep_ != "pobj" or above.lower_ not in words("places", "prepositions"):
        return None
    return above if 0 <= first - above.i <= 6 else None


def _reach_of(root: Token) -> int:
    """How far a preposition may stand before its own noun; not at all for a coordinated one."""
    return 0 if noun_phrase_head(root).dep_ == "conj" else 6


def _wider(doc: Doc, name: FoundName) -> tuple[int, int]:
    """A name with the noun that it modifies, or with its hyphened tail ("Paris-based")."""
    if name.last + 1 < len(doc) and doc[name.last].text in "-‐‑" and not doc[name.last].whitespace_:
        return name.first, name.last + 2
    head = noun_phrase_head(doc[name.last - 1])
    if name.last <= head.i <= name.last + 3:
        return name.first, head.i + 1
    return name.first, name.last


def _common(doc: Doc) -> Iterator[tuple[int, int, int]]:
    """Prepositions before nouns that name a spot, a building or a stretch of land."""
    for token in doc:
        if token.pos_ not in ("NOUN", "ADV", "PROPN"):
            continue
        lemma = token.lemma_.lower()
        if lemma in words("places", "heads"):
            first, last = extent(token)
            yield first, last, token.i
        elif token.dep_ == "dobj" and token.head.lemma_ in words("places", "motion"):
            if lemma in words("places", "nouns"):
                yield (*extent(token), token.i)
        elif token.dep_ == "pobj" and lemma in words("places", "nouns") and token.pos_ != "ADV":
            above = token.head
            if above.lower_ in words("places", "prepositions") and 0 < token.i - above.i <= 8:
                yield above.i, extent(token)[1], token.i
