"""Articles in, whom a report can be credited to out: agencies, each other's papers."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Sequence
from typing import Final

from reconcile import patterns
from reconcile.model import Article
from reconcile.origins.vocabulary import rules, word_set
from reconcile.records import field, frozen

_THE: Final = patterns.compile(r"^(?:the|a)\s+", re.IGNORECASE)
_WORD: Final = patterns.compile(r"\w+")
_INITIAL: Final = patterns.compile(r"\b[A-Z]")
#: a shorter name is one only in capital letters
_SHORTEST_NAME: Final = 4


@frozen
class Agencies:
    """Who a report can be credited to, by every name that is printed."""

    #: each printed name with the one that stands for it
    names: dict[str, str] = field(repr=False)
    #: capital letters that stand for a name in a dateline only
    tags: dict[str, str] = field(repr=False)
    #: by name, the numbers of the articles that it published
    published: dict[str, tuple[int, ...]]
    #: the names that only these articles' publishers have
    papers: tuple[str, ...] = ()

    def credited(self, tag: str, publisher: str | None) -> str:
        """The name that stands for a tag of a dateline: a known one, the article's own, or itself.

        A paper tags its reports with its name in short: its initials, or a word or two of it.
        """
        own = _plain(publisher)
        if tag.casefold() == own.casefold() or {*tag.casefold().split()} <= {
            *own.casefold().split()
        }:
            return self.names.get(own, own)
        return self.names.get(tag) or self.tags.get(tag) or tag

    def is_known(self, name: str) -> bool:
        """Whether a name is that of an agency or a paper, and not of a tag that nobody knows."""
        return name in self.names.values()


@frozen
class Masked:
    """A text in which the names of agencies and papers are numbers in angle brackets."""

    text: str
    #: the names by number, as they are known
    names: tuple[str, ...]


def agencies_of(articles: Sequence[Article]) -> Agencies:
    """The agencies that are known, and the publishers of these articles."""
    listed = _listed()
    papers: dict[str, str] = {}
    tags: dict[str, str] = {}
    published: dict[str, list[int]] = {}
    for number, article in enumerate(articles):
        plain = _plain(article.publisher)
        if not plain:
            continue
        name = listed.get(plain) or papers.setdefault(plain, plain)
        if plain not in listed:
            papers.setdefault(plain.upper(), name)
            papers.setdefault(_short(plain), name)
        published.setdefault(name, []).append(number)
        if len(initials := "".join(_INITIAL.findall(plain))) > 1:
            tags.setdefault(initials, name)
    for agency in rules("agencies")["agency"]:
        for tag in agency.get("tags", ()):
            tags.setdefault(tag, agency["name"])
    numbers = {name: tuple(numbers) for name, numbers in published.items()}
    return Agencies(listed | papers, tags, numbers, tuple(sorted(papers)))


def masked(text: str, agencies: Agencies) -> Masked:
    """A text on one line, with the names of agencies and papers masked."""
    names: list[str] = []

    def mask(found: re.Match[str]) -> str:
        names.append(agencies.names[found["name"]])
        return f"⟨{len(names) - 1}⟩"

    text = " ".join(text.replace("⟨", "<").replace("⟩", ">").split())
    words = set(_WORD.findall(text))
    for known in (agencies.papers, tuple(_listed())):
        by_first = _by_first_word(known)
        if possible := sorted(words & by_first.keys()):
            text = _naming(tuple(by_first[word] for word in possible)).sub(mask, text)
    return Masked(_around().sub(r"⟨\1⟩", text) if names else text, tuple(names))


@functools.lru_cache(maxsize=256)
def _naming(names: tuple[tuple[str, ...], ...]) -> re.Pattern[str]:
    """Any of some names, the longest that fits."""
    longest_first = sorted(itertools.chain(*names), key=lambda each: (-len(each), each))
    either = "|".join(map(re.escape, longest_first))
    return re.compile(rf"(?<![\w.])(?<!\w-)(?P<name>{either})(?![\w-])")


@functools.cache
def _around() -> re.Pattern[str]:
    """A masked name with the words that go with a name of its sort."""
    around = rules("credits")["around"]
    return re.compile(rf"{around['before']}⟨(\d+)⟩{around['behind']}")


def _plain(publisher: str | None) -> str:
    plain = " ".join(_THE.sub("", publisher or "").split())
    return plain if len(plain) >= _SHORTEST_NAME or plain.isupper() else ""


def _short(plain: str) -> str:
    """A publisher's name without "Agency" and the like at its end, where two words are left."""
    *rest, last = plain.split()
    return " ".join(rest) if len(rest) > 1 and last in word_set("credits", "generic") else plain


@functools.lru_cache(maxsize=32)
def _by_first_word(names: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name in names:
        found.setdefault(_WORD.findall(name)[0], []).append(name)
    return {word: tuple(listed) for word, listed in found.items()}


@functools.cache
def _listed() -> dict[str, str]:
    """The agencies of the list, by every name that they are credited under."""
    found: dict[str, str] = {}
    for agency in rules("agencies")["agency"]:
        for printed in (agency["name"], *agency.get("names", ()), *agency.get("short", ())):
            found[" ".join(_THE.sub("", printed).split())] = agency["name"]
    return found


@functools.cache
def namesakes() -> dict[str, tuple[str, ...]]:
    """Agencies that share their name with somebody else, and the words that show who is meant."""
    listed = rules("agencies")["agency"]
    return {each["name"]: tuple(each["unless"]) for each in listed if "unless" in each}


def is_place(tag: str) -> bool:
    """Whether capital letters in brackets of a dateline name a state or a country."""
    return tag.strip(".") in word_set("credits", "places")
