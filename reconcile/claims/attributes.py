"""The rules of a pipeline's attribute ruler in, a matcher out that finds the same much faster.

spaCy tries each of its rules at each token. But they ask for no more than the tag, the dependency
and a few words; so what a token can meet is worked out once for each such combination and looked
up from then on. A ruler with rules that ask for anything else is left as it is.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from reconcile.tuples import NamedTuple

if TYPE_CHECKING:
    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc, Token

#: what is asked of a token: the attribute's name and the value or the predicate
Asked = Mapping[str, Any]
#: the number of the rule, its hash, and the first token and the one behind the last
Match = tuple[int, int, int, int]
_ATTRIBUTES = frozenset(("TAG", "DEP", "LOWER", "IS_SPACE"))
_PREDICATES = frozenset(("IN", "NOT_IN", "REGEX"))
_MOST_TOKENS = 2


class _Seen(NamedTuple):
    """What the rules can ask of a token; ``lower`` is empty for words that none of them names."""

    tag: str
    dep: str
    lower: str
    is_space: bool


class _Rule(NamedTuple):
    number: int
    hash: int
    asked: Sequence[Asked]


def quicken(ruler: AttributeRuler) -> None:
    """Let a ruler match by looking up, where its rules allow it."""
    patterns: Any = ruler.patterns
    rules = [
        _Rule(number, ruler.vocab.strings.add(str(number)), asked)
        for number, rule in enumerate(patterns)
        for asked in rule["patterns"]
    ]
    if all(_is_plain(asked) for asked in rules):
        ruler.match = matcher(rules)  # type: ignore[assignment]


def _is_plain(rule: _Rule) -> bool:
    return len(rule.asked) <= _MOST_TOKENS and all(
        name in _ATTRIBUTES and (not isinstance(value, dict) or set(value) <= _PREDICATES)
        for asked in rule.asked
        for name, value in asked.items()
    )


def matcher(rules: Sequence[_Rule]) -> Callable[[Doc], list[Match]]:
    """A function from a parse to the matches of the rules, in the order of their numbers."""
    by_tag = _by_tag(rules)
    every = [asked for rule in rules for asked in rule.asked]
    is_named = _names([asked["LOWER"] for asked in every if "LOWER" in asked])
    #: by what is seen of a token, the rules that it meets, and those whose first token it meets
    met: dict[_Seen, tuple[list[_Rule], list[_Rule]]] = {}

    def seen(token: Token) -> _Seen:
        lower = token.lower_
        return _Seen(token.tag_, token.dep_, lower if is_named(lower) else "", token.is_space)

    def match(doc: Doc) -> list[Match]:
        found: set[Match] = set()
        begun: list[_Rule] = []
        for index, token in enumerate(map(seen, doc)):
            found.update(
                (rule.number, rule.hash, index - 1, index + 1)
                for rule in begun
                if _meets(token, rule.asked[1])
            )
            if token not in met:
                able = [r for r in (*by_tag.get(token.tag, ()), *by_tag[""]) if _begins(token, r)]
                met[token] = (
                    [rule for rule in able if len(rule.asked) == 1],
                    [rule for rule in able if len(rule.asked) > 1],
                )
            whole, begun = met[token]
            found.update((rule.number, rule.hash, index, index + 1) for rule in whole)
        return sorted(found)

    return match


def _by_tag(rules: Iterable[_Rule]) -> dict[str, list[_Rule]]:
    """The rules by the tag that their first token must have; under "" those that name none."""
    grouped: dict[str, list[_Rule]] = {"": []}
    for rule in rules:
        tag = rule.asked[0].get("TAG", "")
        grouped.setdefault(tag if isinstance(tag, str) else "", []).append(rule)
    return grouped


def _names(asked: Sequence[Any]) -> Callable[[str], bool]:
    """Whether a word may be one that some rule asks for; kept, since texts repeat their words."""
    exact = {each for each in asked if isinstance(each, str)}
    exact.update(word for each in asked if isinstance(each, dict) for word in each.get("IN", ()))
    others = [each for each in asked if isinstance(each, dict) and "IN" not in each]

    @functools.lru_cache(maxsize=65536)
    def is_named(word: str) -> bool:
        return word in exact or any(_holds(other, word) for other in others)

    return is_named


def _begins(token: _Seen, rule: _Rule) -> bool:
    return _meets(token, rule.asked[0])


def _meets(token: _Seen, asked: Asked) -> bool:
    return all(_holds(value, getattr(token, name.lower())) for name, value in asked.items())


def _holds(asked: Any, value: Any) -> bool:
    """Whether a token's attribute is what a rule asks for."""
    if not isinstance(asked, dict):
        return bool(asked == value)
    return (
        ("IN" not in asked or value in asked["IN"])
        and ("NOT_IN" not in asked or value not in asked["NOT_IN"])
        and ("REGEX" not in asked or re.search(asked["REGEX"], value) is not None)
    )
