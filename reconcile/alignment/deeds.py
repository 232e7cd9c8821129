"""Statements in, the pairs out of which one denies the deed that the other affirms, and how likely.

A deed is known by its verb, or one that newsrooms use for it, and by what it is done to; or by the
noun that names it, where the verb beside it says little: "rehear" is "seek a rehearing".
"""

from __future__ import annotations

import functools
import itertools
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from reconcile.alignment.lexicon import concept
from reconcile.alignment.naming import folded
from reconcile.alignment.statements import (
    NOTHING,
    Statement,
    Things,
    apart,
    other_time,
    share,
    things_of,
)
from reconcile.model import Argument, Clause
from reconcile.records import frozen
from reconcile.tables import read_tables
from reconcile.values.questions import is_denied, is_light

#: a deed that more claims than this tell says too little
COMMON: Final = 120
#: the fewest letters of a stem by which a verb and a noun are one
STEM: Final = 5
#: roles of where and of what part something is done
_WHERE: Final = frozenset(("in", "at", "near", "outside", "on", "against", "between", "over"))
_DONE_TO: Final = frozenset(("object", "complement", "for", "with"))


@frozen(eq=False)
class Deed:
    """What a statement says is done: by whom, to what, and the words that tell that from others."""

    statement: Statement
    names: frozenset[tuple[str, str]]
    agents: Things
    patients: Things
    #: the words that qualify what it is done to, and where
    qualified: frozenset[str]
    where: frozenset[str]


def denied_deeds(
    statements: Sequence[Statement], likelihood: Callable[[Statement, Statement, int], float]
) -> Iterator[tuple[Statement, Statement, float, bool]]:
    """Pairs of one deed, denied here and affirmed there; how likely; whether nothing differs."""
    deeds = [_deed(each) for each in statements if not _is_of_part(each)]
    by_name: dict[tuple[str, str], list[Deed]] = defaultdict(list)
    for deed in deeds:
        for name in deed.names:
            by_name[name].append(deed)
    pairs: dict[tuple[int, int], tuple[Deed, Deed, int]] = {}
    for telling in map(_without_contrasts, by_name.values()):
        if len(telling) <= COMMON:
            for a, b in itertools.combinations(telling, 2):
                if _opposed(a, b):
                    key = a.statement.profile.index, b.statement.profile.index
                    pairs.setdefault(key, (a, b, len(telling)))
    for key in sorted(pairs):
        a, b, rivals = pairs[key]
        alike = likelihood(a.statement, b.statement, rivals)
        yield a.statement, b.statement, alike, _is_one(a, b)


def _without_contrasts(telling: Sequence[Deed]) -> list[Deed]:
    """The deeds but those that one sentence affirms and denies: "counted, but not counted".

    Such a sentence is of two things, and so is each source that quotes it.
    """
    said: dict[tuple[int, tuple[int, int]], set[bool]] = defaultdict(set)
    for deed in telling:
        said[_sentence(deed)].add(deed.statement.denied)
    return [deed for deed in telling if len(said[_sentence(deed)]) == 1]


def _sentence(deed: Deed) -> tuple[int, tuple[int, int]]:
    profile = deed.statement.profile
    return profile.article, profile.sentence_key


def _opposed(a: Deed, b: Deed) -> bool:
    """Whether one denies what the other affirms, of things that may be one."""
    one, other = a.statement, b.statement
    if one.profile.article == other.profile.article or one.denied == other.denied:
        return False
    if apart(a.agents, b.agents) or _apart_in_name(a, b) or other_time(one, other):
        return False
    clauses = [each.profile.claim.clause for each in (one, other)]
    if any(is_light(clause.predicate) for clause in clauses):
        return share(a.agents, b.agents) and bool(a.names & b.names)
    return bool(_of_verb(a) & _of_verb(b)) or not (a.patients.names ^ b.patients.names)


def _of_verb(deed: Deed) -> frozenset[tuple[str, str]]:
    return frozenset(name for name in deed.names if name[0])


def _apart_in_name(a: Deed, b: Deed) -> bool:
    one, other = a.patients.names, b.patients.names
    return bool(one - other) and bool(other - one)


def _is_one(a: Deed, b: Deed) -> bool:
    """Whether nothing tells the two deeds apart: not who, nor to what, where or when."""
    known = share(a.agents, b.agents) or not (_is_known(a.agents) and _is_known(b.agents))
    if not known or a.qualified - b.qualified and b.qualified - a.qualified:
        return False
    if a.where and b.where and not a.where & b.where:
        return False
    first, second = (each.statement.profile.claim.clause for each in (a, b))
    if "conditional" in (first.certainty, second.certainty):
        return False
    return not {first.tense, second.tense} >= {"past", "future"}


def _is_known(things: Things) -> bool:
    return bool(things.names or things.nouns)


def _is_of_part(statement: Statement) -> bool:
    """Whether only a degree or an alternative is denied: "not fully", "not on price but on trust".

    What is affirmed of "not a scrap" is neither here nor there.
    """
    claim = statement.profile.claim
    arguments = " ".join(each.text for each in claim.clause.arguments)
    if not statement.denied:
        return is_denied(arguments)
    told = f"{claim.clause.predicate_text} {claim.focus.text} {arguments}"
    return not _words("partly").isdisjoint(folded(told))


# --- one deed -------------------------------------------------------------------------------------


def _deed(statement: Statement) -> Deed:
    clause = statement.profile.claim.clause
    done_to = [each for each in clause.arguments if each.role in _DONE_TO]
    if clause.passive and clause.subject is not None:
        done_to = [clause.subject]
    agents = NOTHING if clause.passive else statement.subjects
    patients = _things(
        done_to, frozenset(word for word, _ in statement.profile.claim.context.names)
    )
    where = [each for each in clause.arguments if each.role in _WHERE]
    return Deed(
        statement,
        frozenset(_names(clause, patients)),
        agents,
        patients,
        frozenset(_qualifying(done_to)),
        frozenset(each.lemma.lower() for each in where),
    )


def _things(arguments: Sequence[Argument], names: frozenset[str]) -> Things:
    """What heads some arguments; a name in front of a noun only qualifies it."""
    found = NOTHING
    for each in arguments:
        head = folded(each.lemma)
        found |= things_of(each.text if names.intersection(head) else each.lemma, each.lemma, names)
    return found


def _names(clause: Clause, patients: Things) -> Iterator[tuple[str, str]]:
    """What a deed can be known by."""
    things = sorted(thing for thing in patients.names | patients.nouns if thing not in _units())
    for verb in _alike(clause.predicate):
        yield from ((verb, thing) for thing in things)
    if clause.predicate in _words("support"):
        for each in clause.arguments:
            if each.role in _DONE_TO and len(each.lemma) >= STEM and each.lemma.islower():
                yield "", _stem(each.lemma)
    elif len(clause.predicate) >= STEM:
        yield "", _stem(clause.predicate)


def _stem(word: str) -> str:
    """What a verb and the noun of its deed share."""
    found = concept(word)
    return (
        found
        if not found.startswith("=")
        else word[: len(word) - 3]
        if word.endswith("ing")
        else word
    )


def _qualifying(arguments: Sequence[Argument]) -> Iterator[str]:
    for each in arguments:
        for word in folded(each.text):
            if word != each.lemma.lower() and word not in _words("loose"):
                yield word


@functools.cache
def _alike(predicate: str) -> tuple[str, ...]:
    """The verb, and the groups of verbs that it belongs to."""
    groups: list[list[str]] = read_tables("alignment", "rules/deeds.toml")["alike"]["groups"]
    return (predicate, *(group[0] + "~" for group in groups if predicate in group))


@functools.cache
def _units() -> frozenset[str]:
    """The concepts of what only measures: "paid 25 percent"."""
    return frozenset(map(concept, _words("units")))


@functools.cache
def _words(table: str) -> frozenset[str]:
    return frozenset(read_tables("alignment", "rules/deeds.toml")[table]["words"])
