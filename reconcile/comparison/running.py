"""Two claims in, whether their figure is one that moves while the story is told, and how, out."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any, Final, NamedTuple

from reconcile.comparison.asof import later_as_of
from reconcile.comparison.pair import Pair, clause, later, words
from reconcile.comparison.vocabulary import inflections, rules
from reconcile.model import Article, Claim, Value
from reconcile.values.slips import figures_slip

_EPOCH: Final = datetime.datetime(1970, 1, 1)
#: a story's figures move for days, not for months
_STORY_DAYS: Final = 45
#: lemmas near the figure that are looked at, and the shortest duration that counts passing days
_NEAREST: Final = 10
#: words behind a figure that are looked at, and what stands for further off than any
_BEHIND: Final = 6
_FAR: Final = 1000
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
    if either and (_is_terse(pair.a) or _is_terse(pair.b)):
        return (first | second)[either[0]]
    if pair.a.kind not in rules("running")["moving"]["kinds"]:
        return None
    if _says_so(pair.a, pair.article_a) or _says_so(pair.b, pair.article_b):
        return Running("a figure that moves", "any")
    return None


def moves_as_it_may(pair: Pair, figure: Running) -> bool:
    """Whether the later figure lies where such a figure can have moved to."""
    after = later_as_of(pair)
    if after is None:
        return False
    new, old = (pair.a, pair.b) if after == "a" else (pair.b, pair.a)
    if figure.moves == "any":
        return _is_near(new.focus.value, old.focus.value, figure.most)
    return _is_above(new.focus.value, old.focus.value)


def _is_near(new: Value | None, old: Value | None, most: Decimal | None) -> bool:
    """Whether two figures lie no further apart than one can have moved, no slip between them."""
    if new is None or old is None or new.nominal is None or old.nominal is None:
        return True
    if new.unit != old.unit and new.kind == "money" and new.nominal == old.nominal:
        return False
    if new.unit == old.unit and figures_slip(new.nominal, old.nominal):
        return False
    larger = max(abs(new.nominal), abs(old.nominal))
    return most is None or abs(new.nominal - old.nominal) <= most * larger


def _is_above(new: Value | None, old: Value | None) -> bool:
    if new is None or old is None or new.kind != old.kind:
        return True
    new_low, old_high = new.interval.low, old.interval.high
    if new_low is None or old_high is None:
        return new_low is not None
    return new_low >= old_high


def _is_history(claim: Claim, published: datetime.datetime) -> bool:
    """Whether a claim speaks of a time long before its report, whose figures move no more."""
    time = claim.context.time
    if time is None or time.high is None or claim.kind == "date":
        return False
    today = Decimal(int((published.replace(tzinfo=None) - _EPOCH).total_seconds()))
    return today - time.high > _STORY_DAYS * _DAY


def _one_story(pair: Pair) -> bool:
    a, b = pair.article_a.published, pair.article_b.published
    if a is None or b is None or later(pair) is None:
        return False
    if _is_history(pair.a, a) and _is_history(pair.b, b):
        return False
    apart = abs((a.replace(tzinfo=None) - b.replace(tzinfo=None)).days)
    return apart <= _STORY_DAYS


def _reach(name: str, claim: Claim, article: Article) -> int:
    """How many words lie between a figure and the nearest word of a rule, in its sentence."""
    entry = next(entry for entry in rules("running")["running"] if entry["name"] == name)
    start = claim.clause.sentence.start
    before = words(article.text[start : claim.focus.start])[::-1]
    behind = words(article.text[claim.focus.end : max(claim.clause.sentence.end, claim.focus.end)])
    if _speaks_of(entry, f" {' '.join(words(claim.focus.text))} "):
        return 0
    return min(_place(entry, before), _place(entry, behind))


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
        *(word for word in lemmas if word),
    )  # fmt: skip


def _around(claim: Claim, article: Article) -> tuple[str, ...]:
    """The words behind a figure, as far as the next figure or the sentence goes."""
    end = max(claim.clause.sentence.end, claim.focus.end)
    behind = words(article.text[claim.focus.end : end])[:_BEHIND]
    stop = next((place for place, word in enumerate(behind) if word[0].isdigit()), len(behind))
    return behind[:stop]


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
