"""A parsed article in, an index of its names out: short forms and pronouns linked."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Mapping
from functools import cached_property

from reconcile.claims.canonical import same_name
from reconcile.claims.entities import Entity, cluster_names
from reconcile.claims.names import FoundName, find_names
from reconcile.claims.parse import ParsedArticle
from reconcile.claims.pronouns import resolve_references
from reconcile.records import field, frozen

__all__ = ["NameIndex", "Reference", "link_names", "same_name"]


@frozen(order=True)
class Reference:
    """A stretch of the article that stands for a name."""

    start: int
    end: int
    #: the longest form in the article, lower-case, without accents, titles and legal suffixes
    canonical: str
    #: "name", "demonym", "pronoun" or "noun" ("the company")
    form: str


@frozen(eq=False)
class NameIndex:
    """Which names any stretch of an article speaks of."""

    #: by position
    references: tuple[Reference, ...]
    #: what is known of each name, by its canonical form
    entities: Mapping[str, Entity] = field(factory=dict)
    #: the names and titles where they stand, as tokens
    found: tuple[FoundName, ...] = ()

    @cached_property
    def _starts(self) -> list[int]:
        return [reference.start for reference in self.references]

    def references_in(self, start: int, end: int) -> tuple[Reference, ...]:
        """The references that overlap a stretch of the article, by position."""
        first = bisect.bisect_left(self._starts, start)
        while first and self.references[first - 1].end > start:
            first -= 1
        last = bisect.bisect_left(self._starts, end)
        return tuple(r for r in self.references[first:last] if r.end > start)

    def names_in(self, start: int, end: int) -> tuple[str, ...]:
        """The canonical names that a stretch of the article speaks of, each once, in order."""
        return tuple(dict.fromkeys(r.canonical for r in self.references_in(start, end)))

    def kind_of(self, canonical: str) -> str:
        """What a name is: "person", "organisation", "place" or "other"."""
        entity = self.entities.get(canonical)
        return entity.kind if entity else "other"

    def printed(self, canonical: str) -> str:
        """The longest form in which the article prints a name."""
        entity = self.entities.get(canonical)
        return entity.printed if entity else canonical


def link_names(parsed: ParsedArticle) -> NameIndex:
    """The names of an article, with short forms, pronouns and "the company" linked to them."""
    found = find_names(parsed)
    entities, linked = cluster_names(parsed, found)
    named = [
        Reference(name.start, name.end, linked[number], name.form)
        for number, name in enumerate(found)
        if name.form != "title"
    ]
    resolved = resolve_references(parsed, found, linked, entities)
    return NameIndex(_in_order([*named, *_references(resolved)]), entities, found)


def _references(resolved: Iterable[tuple[int, int, str, str]]) -> list[Reference]:
    return [Reference(*each) for each in resolved]


def _in_order(references: Iterable[Reference]) -> tuple[Reference, ...]:
    return tuple(sorted(set(references), key=_position))


def _position(reference: Reference) -> tuple[int, int, str, str]:
    return reference.start, reference.end, reference.canonical, reference.form
