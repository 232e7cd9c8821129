"""Two claims with values in, a judgement out: the sets decide, running figures may have moved."""

from __future__ import annotations

import datetime
from typing import Final

from reconcile.comparison.deadlines import is_due
from reconcile.comparison.entries import printed
from reconcile.comparison.grounds import cite, grounded, published
from reconcile.comparison.impliedrates import by_implied_rate
from reconcile.comparison.movement import moves_as_it_may
from reconcile.comparison.pair import FIGURES, Pair, later, quoted
from reconcile.comparison.periods import of_other_times
from reconcile.comparison.reckoned import by_reckoning
from reconcile.comparison.running import running
from reconcile.comparison.runningwords import Running
from reconcile.comparison.vocabulary import rules
from reconcile.model import Article, Judgement, Step, Value
from reconcile.records import evolve
from reconcile.values import steps
from reconcile.values.meeting import is_bare
from reconcile.values.relation import relate

#: "none of it is contained", then "10 percent is"
_PARTS: Final = frozenset(("count", "percent"))


def compare_figures(pair: Pair, *, is_running: bool | None = None) -> Judgement | None:
    """The relation of the two sets; "updated" where a moving figure differs in a later report.

    ``is_running`` overrides what the words say of the figure.
    """
    a, b = pair.a.focus.value, pair.b.focus.value
    if a is None or b is None:
        return grounded(pair, _unread(pair))
    judgement = by_reckoning(pair, by_implied_rate(pair, _relate(pair, a, b)))
    if judgement.verdict != "conflict":
        return grounded(pair, of_other_times(pair, judgement))
    if _tell_one_period(pair):
        return grounded(pair, _unread(pair))
    if _tell_one_threshold(pair, a, b):
        return grounded(pair, _one_threshold(pair))
    if is_running is False:
        return judgement
    figure = Running("a figure that moves", "any") if is_running else running(pair)
    if figure is None or not _are_of_one_sort(a, b):
        return judgement
    if not moves_as_it_may(pair, figure):
        return _cannot_have_moved(pair, judgement, figure)
    return _updated(pair, judgement)


def _are_of_one_sort(a: Value, b: Value) -> bool:
    """Whether two figures that differ can be one that moved: of one kind, or one a bare number."""
    kinds = {a.kind, b.kind}
    if len(kinds) == 1 or kinds == _PARTS:
        return True
    measured = any(each.kind == "quantity" and each.unit for each in (a, b))
    return kinds <= FIGURES and not measured and any(map(is_bare, (a, b)))


def _tell_one_period(pair: Pair) -> bool:
    """As in "in the quarter" and "for the quarter": which one it is, each source told before."""
    told = {_words(claim.focus.text).casefold() for claim in (pair.a, pair.b)}
    return len(told) == 1 and told <= set(rules("running")["told_before"]["words"])


def _tell_one_threshold(pair: Pair, a: Value, b: Value) -> bool:
    """As in "must keep at least 1,900" against "pays back if it keeps fewer than 1,900"."""
    if a.kind != b.kind or a.unit != b.unit or a.nominal is None or a.nominal != b.nominal:
        return False
    conditional = [each.clause.certainty == "conditional" for each in (pair.a, pair.b)]
    above = [each.interval.high is None for each in (a, b)]
    return conditional[0] != conditional[1] and above[0] != above[1]


def _one_threshold(pair: Pair) -> Judgement:
    if_so, else_ = (
        (pair.a, pair.b) if pair.a.clause.certainty == "conditional" else (pair.b, pair.a)
    )
    text = f"{quoted(if_so)} stands under a condition: it is what {quoted(else_)} rules out."
    return Judgement("compatible", "bound holds", text)


def _relate(pair: Pair, a: Value, b: Value) -> Judgement:
    return relate(
        a,
        b,
        published_a=pair.article_a.published,
        published_b=pair.article_b.published,
        words_a=_words(pair.a.focus.text),
        words_b=_words(pair.b.focus.text),
        cited_a=cite(pair.a, pair.article_a),
        cited_b=cite(pair.b, pair.article_b),
        due_a=is_due(pair.a, pair.article_a),
        due_b=is_due(pair.b, pair.article_b),
    )


def _words(text: str) -> str:
    return " ".join(text.split())


def _unread(pair: Pair) -> Judgement:
    same = _words(pair.a.focus.text).casefold() == _words(pair.b.focus.text).casefold()
    if same:
        text = f"Both say {quoted(pair.a)}."
        return Judgement("agree", "same words", text)
    text = f"{quoted(pair.a)} and {quoted(pair.b)}: at least one of them was not read."
    return Judgement("compatible", "overlap", text)


def _updated(pair: Pair, judgement: Judgement) -> Judgement:
    new_claim, old_claim = (pair.a, pair.b) if later(pair) == "a" else (pair.b, pair.a)
    articles = {pair.a.article: pair.article_a, pair.b.article: pair.article_b}
    new, old = articles[new_claim.article], articles[old_claim.article]
    when = printed(new_claim, new), printed(old_claim, old)
    told = f"{_source(new)} was published later ({_when(*when)}) than {_source(old)}"
    text = (
        f"{quoted(old_claim)} became {quoted(new_claim)}: the figure was moving, and "
        f"{_source(new)} is the later report."
    )
    return Judgement("updated", "later figure", text, _overtaken(pair, judgement, told))


def _overtaken(pair: Pair, judgement: Judgement, words: str) -> Step | None:
    """The figures differ, and both articles say when they were published."""
    last = judgement.derivation
    if last is None:
        return None
    bare = last.of[0] if last.rule == "in brief" else last
    times = (published(pair.a, pair.article_a), published(pair.b, pair.article_b))
    return steps.beside(steps.spoken(bare, "the figures differ"), "later", words, times)


def _cannot_have_moved(pair: Pair, judgement: Judgement, figure: Running) -> Judgement:
    if later(pair) is None:
        return judgement
    last = judgement.derivation
    told = f"{figure.name} can only grow, yet the later report has the lower figure"
    last = steps.remark(told) if last is None else steps.beside(last, "in brief", told)
    return evolve(judgement, derivation=last)


def _source(article: Article) -> str:
    return article.publisher or article.id


def _when(new: datetime.datetime | None, old: datetime.datetime | None) -> str:
    return f"{_moment(new)}, against {_moment(old)}"


def _moment(published: datetime.datetime | None) -> str:
    if published is None:
        return "at an unknown time"
    zone = f" {published:%z}" if published.tzinfo else ""
    return f"{published.day} {published:%B %H:%M}{zone}"
