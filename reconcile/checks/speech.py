"""Two claims of an article in, whether one person says both out, and how near each other."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from typing import Final

from reconcile import patterns
from reconcile.checks.vocabulary import words
from reconcile.folding import fold
from reconcile.model import Article, Claim

_FILE: Final = "quotations"
#: what stands above the text, or beside it, and tells of it
ABOVE: Final = frozenset(("headline", "standfirst", "caption"))
#: a report and the words that it stands beside are so many sentences apart at most
_NEAR: Final = 1
#: the same where both name the speaker
_NAMED_NEAR: Final = 2
#: so many characters between a name and a role make them one person's
_TITLED: Final = 40
_NOT: Final = patterns.compile(r"n['’]t\b", re.IGNORECASE)
_WORD: Final = patterns.compile(r"[^\W\d_]+")


def teller(role: str) -> str:
    """Who tells it in a finding: "the headline", or "the text"."""
    return f"the {role}" if role in ABOVE else "the text"


def is_reported(claim: Claim) -> bool:
    """Whether a claim is what somebody said in other words, or what a headline makes of it."""
    if claim.clause.quoted:
        return False
    return claim.clause.speaker is not None or claim.clause.segment_role in ABOVE


def are_near(report: Claim, quoted: Claim) -> bool:
    """Whether a report stands above the text, or beside what is quoted."""
    apart = abs(report.context.sentence_index - quoted.context.sentence_index)
    return report.clause.segment_role in ABOVE or apart <= _NAMED_NEAR


def are_of_one_speaker(report: Claim, quoted: Claim, article: Article) -> bool:
    """Whether the one who is reported is the one who is quoted, and the two stand together."""
    one, other = _called(report), _called(quoted)
    above = report.clause.segment_role in ABOVE and quoted.clause.segment_role == "body"
    if not other or not one and not above:
        return False
    apart = abs(report.context.sentence_index - quoted.context.sentence_index)
    if one & other and not _are_pronouns(one | other):
        return above or apart <= _NAMED_NEAR
    if above:
        return not one or _is_title_of(one, other, article)
    if apart > _NEAR:
        return False
    if _are_pronouns(other):
        return quoted.context.sentence_index >= report.context.sentence_index
    return _is_title_of(one, other, article)


def _called(claim: Claim) -> frozenset[str]:
    """The words by which a speaker goes, titles left out."""
    named = claim.context.speaker or tuple(_WORD.findall(claim.clause.speaker or ""))
    bare = (fold(word) for word in named)
    return frozenset(word for word in bare if not words("title", _FILE).fullmatch(word))


def _are_pronouns(called: frozenset[str]) -> bool:
    return all(words("pronoun", _FILE).fullmatch(word) for word in called)


def _is_title_of(one: frozenset[str], other: frozenset[str], article: Article) -> bool:
    """Whether the article has the two side by side: "the minister, Anna Roth"."""
    used = _places_of_words(article.text)
    places = [[at for word in called for at in used.get(word, ())] for called in (one, other)]
    return any(abs(a - b) <= _TITLED for a in places[0] for b in places[1])


@functools.lru_cache(maxsize=2)
def _places_of_words(text: str) -> dict[str, list[int]]:
    """Where each word of a text stands, by the word as it is compared."""
    found: dict[str, list[int]] = defaultdict(list)
    for match in _WORD.finditer(text):
        found[fold(match.group())].append(match.start())
    return found


def denials_in(text: str) -> int:
    """How many words of a text deny something."""
    return len(_NOT.findall(text)) + len(words("negation", _FILE).findall(_NOT.sub(" ", text)))


def without_denials(text: str) -> str:
    """The text without the words that deny."""
    return words("negation", _FILE).sub(" ", _NOT.sub(" ", text))
