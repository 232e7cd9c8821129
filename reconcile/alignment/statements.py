"""Claims that affirm or deny in, what each says of whom and of what, and of which time, out."""

from __future__ import annotations

import datetime
import functools
import itertools
import re
from collections.abc import Mapping, Sequence
from typing import Final

from reconcile.alignment.lexicon import concept
from reconcile.alignment.naming import folded
from reconcile.alignment.profiles import Profile
from reconcile.model import Argument, Article, Claim
from reconcile.records import frozen
from reconcile.tables import read_tables
from reconcile.values.questions import answers_of, denies_its_object, is_claim_denied

#: roles of what a predicate is done to or with
_OBJECTS: Final = frozenset(("object", "complement", "with", "for"))
#: roles in which a word tells when, not what
_TIMES: Final = frozenset(("adverbial", "after", "since", "until", "before"))
#: a name between commas, or a comma and an age, behind a subject
_APPOSED: Final = re.compile(
    r",\s(?P<name>[^\W\d_][\w'’.-]*(?:\s[^\W\d_][\w'’.-]*){1,3})\s?,(?:\s\d{1,3},)?\s?\Z"
)
_EPOCH: Final = datetime.datetime(1970, 1, 1)
#: how long before its article, in seconds, what it tells is no part of the story itself
LONG_BEFORE: Final = 45 * 86_400


@frozen
class Things:
    """Whom or what a phrase names: by names, and by the concepts of the nouns that head it."""

    names: frozenset[str]
    nouns: frozenset[str]

    def __or__(self, other: Things) -> Things:
        return Things(self.names | other.names, self.nouns | other.nouns)


NOTHING: Final = Things(frozenset(), frozenset())


@frozen(eq=False)
class Statement:
    """A claim as an answer: to which questions, of whom and of what, and when it was so."""

    profile: Profile
    answers: Mapping[str, bool]
    denied: bool
    subjects: Things
    objects: Things
    #: whether it denies something of everyone: "nobody was hurt"
    of_all: bool
    #: whether it denies something of all times: "was never licensed"
    never: bool
    #: whether it speaks of one more of its kind, or of the rest: "a second farm", "three others"
    of_another: bool
    #: when it was so, where that lies long before the article
    before: tuple[float, float] | None


def statements_of(profiles: Sequence[Profile], articles: Sequence[Article]) -> list[Statement]:
    """The statements of the claims that affirm or deny, in order."""
    told = [profile for profile in profiles if profile.claim.kind == "polarity"]
    before = _long_before(profiles, articles)
    texts = {article.id: article.text for article in articles}
    return [
        _statement(profile, before.get(profile.index), texts.get(profile.claim.article, ""))
        for profile in told
    ]


def share(a: Things, b: Things) -> bool:
    """Whether two phrases name something in common."""
    return bool(a.names & b.names or a.nouns & b.nouns)


def apart(a: Things, b: Things) -> bool:
    """Whether two phrases name other things; "Berg" and "the driver" may be one.

    Two names of which each has a word of its own are two: Orla Venn and Karl Venn.
    """
    two = bool(a.names - b.names) and bool(b.names - a.names)
    return two or _disjoint(a.nouns, b.nouns)


def _disjoint(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a) and bool(b) and not a & b


def other_time(a: Statement, b: Statement) -> bool:
    """Whether one speaks of what was long ago, and the other does not, or of another time then."""
    if a.never or b.never:
        return False
    if a.before is None or b.before is None:
        return a.before is not b.before
    return a.before[1] < b.before[0] or b.before[1] < a.before[0]


def _statement(profile: Profile, before: tuple[float, float] | None, text: str = "") -> Statement:
    claim = profile.claim
    clause = claim.clause
    names = frozenset(word for word, _ in claim.context.names)
    subjects = [clause.subject] if clause.subject is not None else []
    objects = [each for each in clause.arguments if each.role in _OBJECTS]
    return Statement(
        profile,
        answers_of(claim),
        is_claim_denied(claim) or denies_its_object(claim),
        _named_beside(claim, text) or _things(subjects, names),
        _things(objects, names),
        any(denies_of_all(text) for text in (*(each.text for each in subjects), claim.focus.text)),
        not _words("never").isdisjoint(folded(claim.focus.text)),
        _is_of_another(claim),
        before,
    )


def _is_of_another(claim: Claim) -> bool:
    clause = claim.clause
    told = [each.text for each in clause.arguments if each.role not in _TIMES]
    if clause.subject is not None:
        told.append(clause.subject.text)
    return not _words("another").isdisjoint(folded(" ".join((claim.focus.text, *told))))


def _named_beside(claim: Claim, text: str) -> Things | None:
    """The name that stands beside a subject: "Her husband, | Karl Venn |, was acquitted"."""
    subject = claim.clause.subject
    found = None if subject is None else _APPOSED.match(text, subject.end, claim.focus.start)
    return None if found is None else Things(frozenset(folded(found["name"])), frozenset())


def _things(arguments: Sequence[Argument], names: frozenset[str]) -> Things:
    """The names in some arguments, or the concepts of their heads."""
    found = NOTHING
    for argument in arguments:
        found |= things_of(argument.text, argument.lemma, names)
    return found


def things_of(text: str, head: str, names: frozenset[str] = frozenset()) -> Things:
    """What a phrase names, of these names, or the concept of its head; nothing for a pronoun."""
    if head.lower() in _words("anyone") or text.lower() in _words("anyone"):
        return NOTHING
    own = names.intersection(folded(text))
    return Things(own, frozenset()) if own else Things(own, frozenset((concept(head.lower()),)))


def denies_of_all(text: str) -> bool:
    """Whether words deny of everyone and everything, not of one person or thing."""
    words = folded(text)
    pairs = (f"{a} {b}" for a, b in itertools.pairwise(words))
    return not _words("nobody").isdisjoint((*words, *pairs))


def _long_before(
    profiles: Sequence[Profile], articles: Sequence[Article]
) -> dict[int, tuple[float, float]]:
    """By index, the times of claims of what was long before their article came out.

    A sentence without a time of its own is of that of the sentence in front, in its paragraph.
    """
    published = {each.id: _seconds(each.published) for each in articles if each.published}
    found: dict[int, tuple[float, float]] = {}
    last: dict[tuple[str, int], tuple[float, float]] = {}
    for profile in sorted(profiles, key=lambda p: (p.claim.article, p.claim.focus.start)):
        claim = profile.claim
        where = claim.article, claim.clause.paragraph
        time = profile.time or (last.get(where) if claim.clause.paragraph else None)
        now = published.get(claim.article)
        if time is None or now is None:
            continue
        last[where] = time
        if time[1] <= now - LONG_BEFORE or time[1] <= now and time[1] - time[0] > LONG_BEFORE:
            found[profile.index] = time
    return found


def _seconds(moment: datetime.datetime) -> float:
    return (moment.replace(tzinfo=None) - _EPOCH).total_seconds()


@functools.cache
def _words(table: str) -> frozenset[str]:
    return frozenset(read_tables("alignment", "rules/statements.toml")[table]["words"])
