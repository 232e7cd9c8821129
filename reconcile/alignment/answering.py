"""Claims that affirm or deny in, the pairs of them that may answer one question out.

A question is one that the words of both predicates answer. How likely it is that both ask it of one
thing was learned by logistic regression on the story packs, the weights rounded: few claims of the
story answer it, the same people and things stand in the clause, what is around is alike.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from reconcile.alignment.candidates import Pair
from reconcile.alignment.deeds import denied_deeds
from reconcile.alignment.evidence import cosine
from reconcile.alignment.profiles import Profile
from reconcile.alignment.statements import (
    Statement,
    Things,
    apart,
    other_time,
    share,
    statements_of,
)
from reconcile.model import Article, Clause
from reconcile.values.questions import (
    Question,
    common_answer,
    questions,
)

#: likelihood from which two claims with one answer are one fact
SAME_BAR: Final = 0.05
#: and where each is the likeliest partner of the other in its article
MUTUAL_BAR: Final = 0.02
#: and two with opposite answers, where the answer can move on and nothing tells them apart, or else
MOVED_BAR: Final = 0.15
OPPOSITE_BAR: Final = 0.25
#: the most that opposite answers of other people, on other things, or to a routine question, are
#: taken for
UNSURE: Final = 0.35
#: how likely it is that two denials of one verb with one object deny the same
DENIED: Final = 0.6
#: a question that more claims than this answer says too little
COMMON: Final = 120
#: pairs that one claim may have
PER_CLAIM: Final = 16
#: a deed asks whether it was done, as a question does
_DEED: Final = Question("", (), (), "")
#: what each sign adds to the log-odds
WEIGHTS: Final[Mapping[str, float]] = {
    "base": -1.5,
    "sentence": 0.8,
    "near": 0.5,
    "passage": 0.7,
    "claims": -0.42,
    "routine": -2.4,
    "names": 1.2,
    "denied": 1.25,
    "of all": 0.5,
    "other time": -2.5,
    "subjects apart": -0.6,
    "objects shared": 0.4,
    "objects apart": -0.7,
}


def likely_answers(
    profiles: Sequence[Profile], articles: Sequence[Article] = ()
) -> dict[str, dict[Pair, float]]:
    """By question, pairs of claims, by index, that may answer it of one thing, and how likely."""
    statements = statements_of(profiles, articles)
    by_question: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        for name in statement.answers:
            by_question[name].append(statement)
    likely: dict[Pair, float] = {}
    question: dict[Pair, str] = {}
    for name, answering in by_question.items():
        if len(answering) <= COMMON:
            found = dict(_answering(questions()[name], answering))
            likely.update(found)
            question.update(dict.fromkeys(found, name))
    for pair, alike, predicate in (*_denying(statements), *_denied(statements)):
        if alike > likely.get(pair, 0.0):
            likely[pair] = alike
        question.setdefault(pair, predicate)
    asked: dict[str, dict[Pair, float]] = defaultdict(dict)
    for pair, alike in _best(likely).items():
        asked[question[pair]][pair] = alike
    return asked


def _denying(statements: Sequence[Statement]) -> Iterator[tuple[Pair, float, str]]:
    """The pairs of claims that say one verb of one thing, and deny it both."""
    by_saying: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for statement in statements:
        done_to = statement.objects
        if statement.profile.claim.clause.passive:
            done_to |= statement.subjects
        for thing in sorted(done_to.names | done_to.nouns):
            by_saying[statement.profile.claim.clause.predicate, thing].append(statement)
    for (predicate, _), saying in by_saying.items():
        if len(saying) > COMMON:
            continue
        for a, b in itertools.combinations(saying, 2):
            if a.denied and b.denied and a.profile.article != b.profile.article:
                yield (a.profile.index, b.profile.index), DENIED, predicate


def _denied(statements: Sequence[Statement]) -> Iterator[tuple[Pair, float, str]]:
    """The pairs of claims of which one denies the deed that the other affirms."""
    for a, b, alike, is_one in denied_deeds(statements, _of_one_deed):
        alike = alike if is_one else min(alike, UNSURE)
        if alike >= OPPOSITE_BAR:
            yield (a.profile.index, b.profile.index), alike, a.profile.claim.clause.predicate


def _of_one_deed(a: Statement, b: Statement, telling: int) -> float:
    """How likely it is that two claims of one deed, of so many that tell of it, tell of one."""
    return _likelihood(a, b, _DEED, telling)


def _answering(question: Question, statements: Sequence[Statement]) -> Iterator[tuple[Pair, float]]:
    """The pairs, with their likelihood, of claims that answer a question."""
    counts = Counter(statement.profile.article for statement in statements)
    same: dict[Pair, float] = {}
    others: set[Pair] = set()
    opposed: set[int] = set()
    for a, b in itertools.combinations(statements, 2):
        first, second = a.profile.article, b.profile.article
        shared = common_answer(a.answers, b.answers)
        if first == second or shared is None or shared[0] != question.name:
            continue
        alike = _likelihood(a, b, question, counts[first] * counts[second])
        if shared[1] == shared[2]:
            same[a.profile.index, b.profile.index] = alike
            if apart(a.subjects, b.subjects):
                others.add((a.profile.index, b.profile.index))
            continue
        alike = min(alike, UNSURE) if question.routine or _of_others(a, b) else alike
        if alike >= _bar_of_opposites(a, b, question):
            if share(a.subjects, b.subjects) and not apart(a.subjects, b.subjects):
                opposed |= {a.profile.index, b.profile.index}
            yield (a.profile.index, b.profile.index), alike
    article = {statement.profile.index: statement.profile.article for statement in statements}
    same = {pair: alike for pair, alike in same.items() if not _is_of_other(pair, others, opposed)}
    mutual = _mutual(same, article)
    yield from ((p, n) for p, n in same.items() if n >= SAME_BAR or n >= MUTUAL_BAR and p in mutual)


def _is_of_other(pair: Pair, others: set[Pair], opposed: set[int]) -> bool:
    """Whether two say alike of two people, while of one of them the opposite is said as well."""
    return pair in others and not opposed.isdisjoint(pair)


def _bar_of_opposites(a: Statement, b: Statement, question: Question) -> float:
    """How likely two opposite answers must be to be told; what is only supposed answers nothing."""
    if any(_is_supposed(each.profile.claim.clause) for each in (a, b)):
        return 1.0
    shared = share(a.subjects, b.subjects) or share(a.objects, b.objects)
    may_be_one = not apart(a.subjects, b.subjects) and not apart(a.objects, b.objects)
    return MOVED_BAR if question.moves and (shared or may_be_one) else OPPOSITE_BAR


def _is_supposed(clause: Clause) -> bool:
    """Whether something is said to be so only on a condition: not "said that he would appeal"."""
    announced = clause.speaker is not None and clause.predicate_text.startswith("would ")
    return clause.certainty == "conditional" and not announced


def _mutual(likely: Mapping[Pair, float], article: Mapping[int, int]) -> set[Pair]:
    """The pairs of which each is the likeliest partner of the other in its article."""
    best: dict[tuple[int, int], Pair] = {}
    for pair in sorted(likely, key=lambda pair: (-likely[pair], pair)):
        for own, other in (pair, pair[::-1]):
            best.setdefault((own, article[other]), pair)
    return {(a, b) for a, b in likely if best[a, article[b]] == best[b, article[a]] == (a, b)}


def _likelihood(a: Statement, b: Statement, question: Question, rivals: int) -> float:
    one, other = a.profile, b.profile
    signs = {
        "base": 1.0,
        "sentence": cosine(one.whole, other.whole, one.whole_norm * other.whole_norm),
        "near": cosine(one.near, other.near, one.near_norm * other.near_norm),
        "passage": cosine(one.passage, other.passage, one.passage_norm * other.passage_norm),
        "claims": math.log(rivals),
        "routine": float(question.routine) * _novelty(a, b),
        "names": float(bool(one.names.keys() & other.names.keys())),
        "denied": float(a.denied or b.denied),
        "of all": float(a.denied != b.denied and (a.of_all or b.of_all)),
        "other time": float(other_time(a, b)),
        "subjects apart": float(apart(a.subjects, b.subjects)),
        "objects shared": float(share(a.objects, b.objects)),
        "objects apart": float(apart(a.objects, b.objects)),
    }
    return 1.0 / (1.0 + math.exp(-sum(WEIGHTS[name] * sign for name, sign in signs.items())))


def _novelty(a: Statement, b: Statement) -> float:
    """1 where two claims speak of other people and other things, 0 where they share both."""
    return 1.0 - 0.5 * share(a.subjects, b.subjects) - 0.5 * share(a.objects, b.objects)


def _of_others(a: Statement, b: Statement) -> bool:
    """Whether what is denied here and affirmed there is done to other things, or by others."""
    named = [_in_focus(each) for each in (a, b)]
    if a.of_another != b.of_another:
        return True
    return apart(a.objects, b.objects) or apart(*named) or other_time(a, b)


def _in_focus(statement: Statement) -> Things:
    """The names of those that a statement is about."""
    names = statement.subjects.names | statement.objects.names
    return Things(names.intersection(statement.profile.names), frozenset())


def _best(likely: Mapping[Pair, float]) -> dict[Pair, float]:
    """The pairs that are among the likeliest of both their claims, in order."""
    partners: dict[int, list[Pair]] = defaultdict(list)
    for pair in sorted(likely, key=lambda pair: (-likely[pair], pair)):
        for index in pair:
            partners[index].append(pair)
    kept = {index: set(pairs[:PER_CLAIM]) for index, pairs in partners.items()}
    return {
        pair: likely[pair]
        for pair in sorted(likely)
        if pair in kept[pair[0]] and pair in kept[pair[1]]
    }
