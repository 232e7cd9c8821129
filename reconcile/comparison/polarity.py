"""Two claims that affirm or deny in, a judgement out: one answer, opposite ones, or a new one."""

from __future__ import annotations

import functools
import re
from typing import Any, Final, NamedTuple

from reconcile.comparison.pair import Pair, clause, later, quoted, words
from reconcile.comparison.vocabulary import inflections, rules
from reconcile.model import Article, Claim, Judgement

_NOT: Final = re.compile(r"n['’]t\b")
_NEITHER: Final = {"affirmed": "affirms", "denied": "denies"}


class Stance(NamedTuple):
    """What a predicate answers to a question."""

    #: the question, or "" where only the predicate itself is known
    family: str
    yes: bool


def compare_polarity(pair: Pair) -> Judgement:
    """One answer agrees, an opposite one conflicts, unless the state of things moved on since."""
    first, second = _stances(pair.a, pair.article_a), _stances(pair.b, pair.article_b)
    shared = [name for name in first if name in second]
    if shared:
        name = shared[0]
        return _answers(pair, name, first[name].yes, second[name].yes)
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
    return next(str(entry["moves"]) for entry in _families() if entry["name"] == family)


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
    if claim.clause.certainty == "denied" or (_denied(claim) and not _was_to(pair)):
        return False
    return bool(moves == "both" or (moves == "yes") == new)


def _was_to(pair: Pair) -> bool:
    """Whether the earlier report speaks of what was still to come."""
    old = pair.b if later(pair) == "a" else pair.a
    return old.clause.tense == "future" or old.clause.certainty in ("planned", "expected")


def _same_predicate(pair: Pair) -> Judgement:
    """No family knows both: the same predicate, affirmed and denied, contradicts itself."""
    a, b = _denied(pair.a), _denied(pair.b)
    if a == b:
        return _one_answer(pair)
    if _shares_predicate(pair):
        yes, no = (pair.b, pair.a) if a else (pair.a, pair.b)
        text = f"{quoted(no)} denies what {quoted(yes)} affirms."
        return Judgement("conflict", "denied", text, ("one is denied, the other affirmed",))
    text = f"{quoted(pair.a)} and {quoted(pair.b)}: one denies, the other affirms, in other words."
    return Judgement("compatible", "overlap", text)


def _shares_predicate(pair: Pair) -> bool:
    if pair.a.clause.predicate and pair.a.clause.predicate == pair.b.clause.predicate:
        return True
    negations = set(rules("polarity")["negations"]["words"])
    light = {"be", "is", "was", "were", "are", "has", "have", "had", "will", "would", "been", "to"}
    first, second = (
        {
            word
            for word in words(claim.focus.text)
            if word not in negations | light and len(word) > 2
        }
        for claim in (pair.a, pair.b)
    )
    return any(one[:5] == other[:5] for one in first for other in second)


# --- stances --------------------------------------------------------------------------------------


def _families() -> list[dict[str, Any]]:
    return list(rules("polarity")["family"])


def _stances(claim: Claim, article: Article) -> dict[str, Stance]:
    """The answer that a claim gives to each question it touches, by its own words or its clause."""
    found = stances(claim.focus.text, denied=_denied(claim))
    return found or stances(clause(claim, article), denied=_denied(claim))


def _denied(claim: Claim) -> bool:
    return claim.clause.certainty == "denied" or is_denied(claim.focus.text) or (
        claim.clause.negated and not _doubly(claim)
    )  # fmt: skip


def _doubly(claim: Claim) -> bool:
    return is_denied(claim.focus.text)


def is_denied(text: str) -> bool:
    """Whether an odd number of negations stands in a text."""
    negations = set(rules("polarity")["negations"]["words"])
    found = [word for word in words(_NOT.sub(" not", text)) if word in negations]
    return "guilty" not in words(text) and len(found) % 2 == 1


def stances(text: str, *, denied: bool | None = None) -> dict[str, Stance]:
    """The answers that a text gives; ``denied`` overrides what its own negations say."""
    near = f" {' '.join(words(_NOT.sub(' not', text)))} "
    turned = is_denied(text) if denied is None else denied
    found: dict[str, Stance] = {}
    for entry in _families():
        sign = _sign(entry, near)
        if sign is not None:
            found[entry["name"]] = Stance(entry["name"], sign != turned)
    return found


def _sign(entry: dict[str, Any], near: str) -> bool | None:
    """What a text's own words answer, negation left aside; the longest phrase decides."""
    yes, no = _longest(tuple(entry["yes"]), near), _longest(tuple(entry["no"]), near)
    if yes == no:
        return None
    return yes > no


def _longest(phrases: tuple[str, ...], near: str) -> int:
    return max((len(form) for form in _forms(phrases) if f" {form} " in near), default=0)


@functools.cache
def _forms(phrases: tuple[str, ...]) -> tuple[str, ...]:
    found: list[str] = []
    for phrase in phrases:
        first, *rest = phrase.replace("-", " ").split()
        found += [" ".join((form, *rest)) for form in inflections(first)]
    return tuple(found)
