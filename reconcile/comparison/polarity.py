"""Two claims that affirm or deny in, a judgement out: one answer, opposite ones, or a new one."""

from __future__ import annotations

from reconcile.comparison.pair import Pair, later, quoted, words
from reconcile.model import Claim, Judgement
from reconcile.values.questions import answers_of, common_answer, is_claim_denied, questions


def compare_polarity(pair: Pair) -> Judgement | None:
    """One answer agrees, an opposite one conflicts, unless the state of things moved on since.

    Predicates that answer no question together, and are not the same, have nothing to do.
    """
    shared = common_answer(answers_of(pair.a), answers_of(pair.b))
    if shared is not None:
        return _answers(pair, *shared)
    return _same_predicate(pair)


def _answers(pair: Pair, family: str, a: bool, b: bool) -> Judgement:
    if a == b:
        return _came_true(pair, family) or _one_answer(pair)
    if _moved(pair, family, a, b):
        new, old = (pair.a, pair.b) if later(pair) == "a" else (pair.b, pair.a)
        text = f"{quoted(old)}, then {quoted(new)} in the later report."
        return Judgement("updated", "later figure", text, (f"the question is {family}",))
    text = f"{quoted(pair.a)} and {quoted(pair.b)} contradict each other on {family}."
    return Judgement("conflict", "denied", text, (f"the question is {family}",))


def _came_true(pair: Pair, family: str) -> Judgement | None:
    """What was to happen in the earlier report has happened in the later one."""
    after = later(pair)
    if after is None or not _moves(family):
        return None
    new, old = (pair.a, pair.b) if after == "a" else (pair.b, pair.a)
    ahead = old.clause.tense == "future" or old.clause.certainty in ("planned", "expected")
    done = new.clause.tense == "past" and new.clause.certainty == "asserted"
    if not (ahead and done):
        return None
    text = f"{quoted(old)} in the earlier report, {quoted(new)} in the later one."
    return Judgement("updated", "later figure", text, (f"the question is {family}",))


def _moves(family: str) -> str:
    return questions()[family].moves


def _one_answer(pair: Pair) -> Judgement:
    same = words(pair.a.focus.text) == words(pair.b.focus.text)
    reason = "same words" if same else "same value"
    if _certainty(pair.a) != _certainty(pair.b):
        text = f"{quoted(pair.a)} and {quoted(pair.b)} say the same, not equally surely."
        step = f"one is {_certainty(pair.a)}, the other {_certainty(pair.b)}"
        return Judgement("compatible", "more specific", text, (step,))
    text = f"{quoted(pair.a)} and {quoted(pair.b)} say the same."
    return Judgement("agree", reason, text)


def _certainty(claim: Claim) -> str:
    certainty = claim.clause.certainty
    return "asserted" if certainty in ("denied", "planned") else certainty


def _moved(pair: Pair, family: str, a: bool, b: bool) -> bool:
    """Whether the later report can have found things changed."""
    after = later(pair)
    moves = _moves(family)
    if after is None or not moves:
        return False
    new = a if after == "a" else b
    claim = pair.a if after == "a" else pair.b
    if claim.clause.certainty == "denied" or (is_claim_denied(claim) and not _was_to(pair)):
        return False
    return bool(moves == "both" or (moves == "yes") == new)


def _was_to(pair: Pair) -> bool:
    """Whether the earlier report speaks of what was still to come."""
    old = pair.b if later(pair) == "a" else pair.a
    return old.clause.tense == "future" or old.clause.certainty in ("planned", "expected")


def _same_predicate(pair: Pair) -> Judgement | None:
    """No question is known: the same predicate, affirmed and denied, contradicts itself."""
    if not pair.a.clause.predicate or pair.a.clause.predicate != pair.b.clause.predicate:
        return None
    a, b = is_claim_denied(pair.a), is_claim_denied(pair.b)
    if a == b:
        return _one_answer(pair)
    yes, no = (pair.b, pair.a) if a else (pair.a, pair.b)
    text = f"{quoted(no)} denies what {quoted(yes)} affirms."
    return Judgement("conflict", "denied", text, ("one is denied, the other affirmed",))
