"""Two claims that affirm or deny in, a judgement out: one answer, opposite ones, or a new one."""

from __future__ import annotations

from decimal import Decimal

from reconcile.comparison.certainty import drift_of
from reconcile.comparison.changes import has_moved, is_ahead, may_have_come, moves, turn_of, unmoved
from reconcile.comparison.pair import Pair, later, quoted, words
from reconcile.comparison.vocabulary import inflections, rules
from reconcile.model import Article, Claim, Interval, Judgement
from reconcile.values import sets
from reconcile.values.questions import (
    answers_of,
    common_answer,
    is_claim_denied,
)
from reconcile.values.reader import mentions_of
from reconcile.values.steps import remark


def compare_polarity(pair: Pair, *, paired: bool = False) -> Judgement | None:
    """One answer agrees, an opposite one conflicts, unless the state of things moved on since.

    Predicates that answer no question together, and are not the same, have nothing to do, unless
    they are known to speak of one fact (``paired``): then one denies what the other affirms, or
    both say alike.
    """
    shared = common_answer(answers_of(pair.a), answers_of(pair.b))
    if shared is not None and shared[1] != shared[2]:
        shared = _without_subject(pair, shared)
    if shared is not None:
        judgement = _answers(pair, *shared)
        counted = judgement.verdict == "conflict" and _count_others(pair)
        return _of_others(pair) if counted else judgement
    return _same_predicate(pair, paired=paired)


def _without_subject(pair: Pair, shared: tuple[str, bool, bool]) -> tuple[str, bool, bool] | None:
    """The answers, but where only the nouns of the subjects differ: "the fugitive was arrested"."""
    a, b = (answers_of(claim, told_of=False) for claim in pair[:2])
    bare = common_answer(a, b)
    if bare is not None and bare[1] == bare[2]:
        return bare
    same = words(pair.a.focus.text) == words(pair.b.focus.text)
    return None if bare is None and same else shared


def _count_others(pair: Pair) -> bool:
    """As in "40 people were rescued" and "20 people are missing": some, and others of them."""
    one, other = (
        _counts(claim, article) for claim, article in zip(pair[:2], pair[2:], strict=True)
    )
    return bool(one and other) and all(sets.disjoint(a, b) for a in one for b in other)


def _of_others(pair: Pair) -> Judgement:
    text = f"{quoted(pair.a)} and {quoted(pair.b)} can both be true: they count others."
    return Judgement("compatible", "overlap", text, remark("they count others"))


def _counts(claim: Claim, article: Article) -> list[Interval]:
    """The numbers that a claim's clause counts; none where it speaks of all or of nobody."""
    clause = claim.clause
    if not set(words(article.text[clause.start : clause.end])).isdisjoint(
        rules("polarity")["every"]["words"]
    ):
        return []
    found = [
        mention.value.interval
        for mention in mentions_of(article)
        if mention.kind == "count"
        and mention.value is not None
        and clause.start <= mention.start < clause.end
        and mention.value.unit != "score"
    ]
    return [] if any(sets.contains_number(each, Decimal(0)) for each in found) else found


def _answers(pair: Pair, family: str, a: bool, b: bool) -> Judgement:
    if a == b:
        return _came_true(pair, family) or _one_answer(pair)
    turn = turn_of(pair, a, b)
    if turn is not None and has_moved(turn, family):
        text = f"{quoted(turn.old)}, then {quoted(turn.new)} in the later report."
        return Judgement("updated", "later figure", text, remark(f"the question is {family}"))
    text = f"{quoted(pair.a)} and {quoted(pair.b)} contradict each other on {family}"
    why = unmoved(turn, family) if turn is not None and moves(family) else None
    told = f"{text}, and {why}." if why else f"{text}."
    return Judgement("conflict", "denied", told, remark(f"the question is {family}"))


def _came_true(pair: Pair, family: str) -> Judgement | None:
    """What was to happen in the earlier report has happened in the later one."""
    after = later(pair)
    if after is None or not moves(family):
        return None
    new, old = (pair.a, pair.b) if after == "a" else (pair.b, pair.a)
    done = new.clause.tense == "past" and new.clause.certainty == "asserted"
    if not (done and is_ahead(old)) or is_ahead(new):
        return None
    text = f"{quoted(old)} in the earlier report, {quoted(new)} in the later one."
    return Judgement("updated", "later figure", text, remark(f"the question is {family}"))


def _one_answer(pair: Pair) -> Judgement:
    same = words(pair.a.focus.text) == words(pair.b.focus.text)
    reason = "same words" if same else "same value"
    found = drift_of(pair)
    if found is not None:
        both = f"{quoted(pair.a)} and {quoted(pair.b)}"
        text = f"{both} say the same, not equally surely: {found.words}."
        return Judgement("compatible", "certainty", text, remark(found.words))
    text = f"{quoted(pair.a)} and {quoted(pair.b)} say the same."
    return Judgement("agree", reason, text)


def _same_predicate(pair: Pair, *, paired: bool) -> Judgement | None:
    """No question is known: the same predicate, affirmed and denied, contradicts itself."""
    same = pair.a.clause.predicate and pair.a.clause.predicate == pair.b.clause.predicate
    if not same and not paired:
        return None
    a, b = is_claim_denied(pair.a), is_claim_denied(pair.b)
    opposed = _opposed(pair)
    if a == b and opposed is not None:
        text = f"{quoted(pair.a)} and {quoted(pair.b)} contradict each other: {opposed}."
        return Judgement("conflict", "denied", text, remark(opposed))
    if a == b:
        return _one_answer(pair)
    turn = turn_of(pair, not a, not b)
    if turn is not None and may_have_come(turn):
        text = f"{quoted(turn.old)}, then {quoted(turn.new)} in the later report."
        return Judgement("updated", "later figure", text, remark("it was denied so far"))
    yes, no = (pair.b, pair.a) if a else (pair.a, pair.b)
    text = f"{quoted(no)} denies what {quoted(yes)} affirms."
    return Judgement("conflict", "denied", text, remark("one is denied, the other affirmed"))


def _opposed(pair: Pair) -> str | None:
    """Two words of which one turns the other round, one in each predicate."""
    one, other = (set(words(claim.focus.text)) for claim in (pair.a, pair.b))
    for left, right in rules("quotes")["opposites"]["pairs"]:
        for first, second in ((left, right), (right, left)):
            here = one & inflections(first) - other
            there = other & inflections(second) - one
            if here and there and not other & inflections(first):
                return f"“{min(here)}” against “{min(there)}”"
    return None
