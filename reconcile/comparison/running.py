"""Two claims in, the rule by which their figure moves while the story is told out."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any, Final, NamedTuple

from reconcile.comparison.asof import of_sentence
from reconcile.comparison.pair import Pair, clause, holds, later, words
from reconcile.comparison.vocabulary import inflections, rules
from reconcile.model import Article, Claim

_EPOCH: Final = datetime.datetime(1970, 1, 1)
#: a story's figures move for days, not for months
_STORY_DAYS: Final = 45
#: lemmas near the figure that are looked at, and the shortest duration that counts passing days
_NEAREST: Final = 10
#: words behind a figure that are looked at, and what stands for further off than any
_BEHIND: Final = 6
_FAR: Final = 1000
#: characters of a paragraph that are looked at in front of a bare figure's sentence
_PARAGRAPH: Final = 300
_DAY: Final = 86_400


class Running(NamedTuple):
    """A figure that moves."""

    #: what it is ("a toll")
    name: str
    #: "up" where it can only grow
    moves: str
    #: the share by which it can move at most, or ``None``
    most: Decimal | None = None


def running(pair: Pair) -> Running | None:
    """The rule that both claims' figure falls under, or ``None`` where it stands still."""
    if not _one_story(pair):
        return None
    first, second = _rules_of(pair.a, pair.article_a), _rules_of(pair.b, pair.article_b)
    shared = sorted(
        (name for name in first if name in second),
        key=lambda name: (
            _reach(name, pair.a, pair.article_a) + _reach(name, pair.b, pair.article_b)
        ),
    )
    either = [
        entry["name"] for entry in rules("running")["running"] if entry["name"] in first | second
    ]
    if shared:
        return first[shared[0]]
    settled = _settled(first, pair.b, pair.article_b) or _settled(second, pair.a, pair.article_a)
    if settled is not None:
        return settled
    if either and (_is_terse(pair.a) or _is_terse(pair.b)):
        return (first | second)[either[0]]
    if pair.a.kind not in rules("running")["moving"]["kinds"]:
        return None
    if _says_so(pair.a, pair.article_a) or _says_so(pair.b, pair.article_b):
        return Running("a figure that moves", "any")
    return None


def _is_history(claim: Claim, article: Article, published: datetime.datetime) -> bool:
    """Whether a claim speaks of a time long before its report, whose figures move no more."""
    if claim.kind == "date":
        return False
    today = Decimal(int((published.replace(tzinfo=None) - _EPOCH).total_seconds()))
    own = claim.context.time
    if own is not None and own.high is not None and _is_long_ago(own.high, today):
        return True
    dates = (date.value.named for date in of_sentence(claim, article, "date") if date.value)
    ends = [date.high for date in dates if date.high is not None and date.high <= today + _DAY]
    return bool(ends) and all(_is_long_ago(end, today) for end in ends)


def _is_long_ago(end: Decimal, today: Decimal) -> bool:
    return today - end > _STORY_DAYS * _DAY


def _one_story(pair: Pair) -> bool:
    a, b = pair.article_a.published, pair.article_b.published
    if a is None or b is None or later(pair) is None:
        return False
    if _is_history(pair.a, pair.article_a, a) and _is_history(pair.b, pair.article_b, b):
        return False
    apart = abs((a.replace(tzinfo=None) - b.replace(tzinfo=None)).days)
    return apart <= _STORY_DAYS


def _settled(found: dict[str, Running], other: Claim, article: Article) -> Running | None:
    """The rule of a figure that the other article gives as it ended: early trading, the close."""
    near = clause(other, article)
    return next(
        (
            found[entry["name"]]
            for entry in rules("running")["running"]
            if entry["name"] in found and holds(near, entry.get("ends", ()))
        ),
        None,
    )


def _reach(name: str, claim: Claim, article: Article) -> int:
    """How many words lie between a figure and the nearest word of a rule, in its sentence.

    Those in front count twice: in "four died and 12 are missing" the 12 are the missing.
    """
    entry = next(entry for entry in rules("running")["running"] if entry["name"] == name)
    start = claim.clause.sentence.start
    before = words(article.text[start : claim.focus.start])[::-1]
    behind = words(article.text[claim.focus.end : max(claim.clause.sentence.end, claim.focus.end)])
    if _speaks_of(entry, f" {' '.join(words(claim.focus.text))} "):
        return 0
    return min(_place(entry, before) * 2, _place(entry, behind))


def _place(entry: dict[str, Any], near: tuple[str, ...]) -> int:
    """The place of the first word of a rule."""
    return next(
        (place for place, word in enumerate(near, 1) if _speaks_of(entry, f" {word} ")), _FAR
    )


def _rules_of(claim: Claim, article: Article) -> dict[str, Running]:
    """The rules whose words stand near the figure, by name, the nearest first."""
    near = f" {' '.join(_near(claim, article))} "
    return {
        entry["name"]: _rule(entry)
        for entry in rules("running")["running"]
        if claim.kind in entry["kinds"] and _counts_days(claim) and _speaks_of(entry, near)
    }


def _counts_days(claim: Claim) -> bool:
    """Whether a duration, if it is one, is long enough to grow between two reports."""
    value = claim.focus.value
    if claim.kind != "duration" or value is None or value.nominal is None:
        return True
    return value.nominal >= _DAY


def _rule(entry: dict[str, Any]) -> Running:
    most = entry.get("most")
    return Running(entry["name"], entry["moves"], None if most is None else Decimal(str(most)))


def _near(claim: Claim, article: Article) -> tuple[str, ...]:
    context = claim.context
    lemmas = (
        context.measured,
        *context.measured_phrase,
        context.governor,
        *(lemma for lemma, _ in context.near[:_NEAREST]),
    )
    around = _around(claim, article)
    return (
        *words(claim.focus.text), *words(clause(claim, article)), *around,
        *_ahead_of(claim, article), *(word for word in lemmas if word),
    )  # fmt: skip


def _around(claim: Claim, article: Article) -> tuple[str, ...]:
    """The words behind a figure, as far as the next figure or the sentence goes."""
    end = max(claim.clause.sentence.end, claim.focus.end)
    behind = words(article.text[claim.focus.end : end])[:_BEHIND]
    stop = next((place for place, word in enumerate(behind) if word[0].isdigit()), len(behind))
    return behind[:stop]


def _ahead_of(claim: Claim, article: Article) -> tuple[str, ...]:
    """What a paragraph says in front of a bare figure's sentence: "The queue is 63. It was 41"."""
    value = claim.focus.value
    if len(words(claim.focus.text)) > 1 or value is not None and value.kind != "count":
        return ()
    start = claim.clause.sentence.start
    line = article.text.rfind("\n", 0, start) + 1
    return words(article.text[max(line, start - _PARAGRAPH) : start])


def _speaks_of(entry: dict[str, Any], near: str) -> bool:
    return any(
        f" {form} " in near
        for word in (*entry["nouns"], *entry["verbs"])
        for form in inflections(word)
    )


def speaks_of(name: str, text: str) -> bool:
    """Whether a text holds the words of a rule: what the rule file's examples are held against."""
    near = f" {' '.join(words(text))} "
    if name == "moving":
        return _moving(near)
    entry = next(entry for entry in rules("running")["running"] if entry["name"] == name)
    return _speaks_of(entry, near)


def _is_terse(claim: Claim) -> bool:
    """Whether a figure stands with hardly a word beside it ("31")."""
    return len(words(claim.focus.text)) <= 1 and not claim.context.measured


def _moving(near: str) -> bool:
    return any(f" {phrase} " in near for phrase in rules("running")["moving"]["words"])


def _says_so(claim: Claim, article: Article) -> bool:
    return _moving(f" {' '.join(words(clause(claim, article)))} ")
