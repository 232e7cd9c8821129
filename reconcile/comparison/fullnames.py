"""A first name and a surname in, the full name that both articles give them out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.comparison.pair import Pair
from reconcile.comparison.vocabulary import rules
from reconcile.values.lexicon import word_set


def full_name(pair: Pair) -> str | None:
    """The name of which one claim gives the first word and the other the last, as in both articles.

    ``None`` where an article has another bearer of the word that it gives alone.
    """
    one, other = (_only_word(claim.focus.text) for claim in pair[:2])
    if not one or not other:
        return None
    texts = pair.article_a.text, pair.article_b.text
    for first, last, told in ((one, other, texts), (other, one, texts[::-1])):
        whole = _whole(first, last)
        found = [match.group() for text in told if (match := whole.search(text))]
        if len(found) == len(told) and not _is_shared(first, last, told):
            return " ".join(found[0].split())
    return None


def _only_word(text: str) -> str:
    """The word of a name that has only one beside forms of address."""
    titles = rules("names")["titles"]["words"]
    found = [word for word in text.split() if word.strip(".").lower() not in titles]
    word = re.sub(r"['’]s?$", "", found[0]) if len(found) == 1 else ""
    return word if word[:1].isupper() and word.replace("-", "").isalpha() else ""


def _whole(first: str, last: str) -> re.Pattern[str]:
    between = r"(?:[A-Z][\w.'’-]*\s+){0,2}"
    return re.compile(rf"\b{first}\s+{between}{last}\b")


def _is_shared(first: str, last: str, told: tuple[str, str]) -> bool:
    """Whether the one article has another of that first name, or the other of that surname."""
    names = re.finditer(rf"\b{first}\s+(?P<next>[A-Z][\w’'-]+)", told[0])
    homes = re.finditer(rf"\b(?P<next>[A-Z][\w’'-]+)\s+{last}\b", told[1])
    inner = set(_whole(first, last).findall(told[0] + told[1]))
    known = {word for name in inner for word in name.split()}
    return any(not _is_plain(each) and each not in known for each in _beside(names, homes))


def _beside(*found: Iterator[re.Match[str]]) -> Iterator[str]:
    return (match["next"] for each in found for match in each)


def _is_plain(word: str) -> bool:
    """Whether a word in capitals is no name: a form of address, or one that opens a sentence."""
    small = word.lower()
    return small in rules("names")["titles"]["words"] or small in word_set("nouns", "stop")
