"""A page's tree in, what JSON-LD and meta elements say of the article out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from reconcile.articles.assemble import Known, first_known
from reconcile.articles.published import parse_published
from reconcile.articles.vocabulary import rules_of

if TYPE_CHECKING:
    from lxml.etree import _Element

#: a page's JSON-LD is looked at up to this many values and characters
_MOST_VALUES: Final = 5_000
_MOST_CHARACTERS: Final = 2_000_000


def _json_values(root: _Element) -> Iterator[dict[str, Any]]:
    """Every object of a page's JSON-LD, from the outside in."""
    seen = 0
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            waiting = [json.loads((script.text or "")[:_MOST_CHARACTERS], strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting and seen < _MOST_VALUES:
            value = waiting.pop(0)
            seen += 1
            if isinstance(value, dict):
                yield value
                waiting.extend(value.values())
            elif isinstance(value, list):
                waiting.extend(value[:_MOST_VALUES])


def _is_article(value: dict[str, Any]) -> bool:
    types = value.get("@type")
    names = types if isinstance(types, list) else [types]
    ends = tuple(rules_of("markup")["metadata"]["articles"])
    return any(isinstance(name, str) and name.endswith(ends) for name in names)


def _words(value: object, key: str = "name") -> str | None:
    """A text, or the text under a key of an object or of the first object of a list."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get(key) or value.get("@id")
    if not isinstance(value, str):
        return None
    return " ".join(value.split())[:1000] or None


def _from_json(root: _Element) -> Known:
    for value in _json_values(root):
        if not _is_article(value):
            continue
        printed = _words(value.get("datePublished")) or _words(value.get("dateCreated"))
        published = parse_published(printed) if printed else None
        return Known(
            published=published,
            published_from="json-ld" if published else "unknown",
            publisher=_words(value.get("publisher")),
            url=_words(value.get("url")) or _words(value.get("mainEntityOfPage"), "@id"),
            title=_words(value.get("headline")),
        )
    return Known()


def _meta_contents(root: _Element) -> dict[str, str]:
    """The contents of meta elements (and marked times) by name, the first of each."""
    found: dict[str, str] = {}
    for element in root.iter("meta", "time"):
        content = element.get("content") or element.get("datetime")
        names = (element.get("property"), element.get("name"), element.get("itemprop"))
        for name in names:
            if name and content and content.strip():
                found.setdefault(name.strip().lower(), content.strip()[:1000])
    return found


def _first(contents: dict[str, str], field: str) -> str | None:
    names = rules_of("markup")["metadata"][field]
    return next((contents[name] for name in names if name in contents), None)


def _canonical(root: _Element) -> str | None:
    for link in root.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            href: str | None = link.get("href")
            return href
    return None


def _time_in_article(root: _Element) -> str | None:
    """The first time element with a full date that stands in an article or behind the title."""
    titled = False
    for element in root.iter("h1", "time"):
        titled = titled or element.tag == "h1"
        stated = element.get("datetime") or ""
        around = {ancestor.tag for ancestor in element.iterancestors()}
        beside = bool(around & {"aside", "nav", "footer"})
        if len(stated) >= 10 and not beside and (titled or "article" in around):
            return str(stated)
    return None


def _from_meta(root: _Element) -> Known:
    contents = _meta_contents(root)
    names = rules_of("markup")["metadata"]["published"]
    stated = [contents[name] for name in names if name in contents]
    times = [parse_published(text) for text in (*stated, _time_in_article(root) or "")]
    published = next((time for time in times if time is not None), None)
    return Known(
        published=published,
        published_from="meta" if published else "unknown",
        publisher=_first(contents, "publisher"),
        url=_canonical(root) or _first(contents, "url"),
        title=_first(contents, "title"),
    )


def known_of_page(root: _Element) -> Known:
    """What a page says of its article beside the text; JSON-LD goes before meta elements."""
    return first_known(_from_json(root), _from_meta(root))


def page_title(root: _Element) -> str | None:
    """The words of the page's title element."""
    for element in root.iter("title"):
        return _words(element.text)
    return None
