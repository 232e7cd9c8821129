"""A claim in, phrases of it as a title prints them out: who does what to what, what is counted."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from typing import Any, Final

from reconcile.model import Argument, Claim
from reconcile.tables import read_tables

#: a subject or an object of more words than this is told by its head alone
LONGEST: Final = 6
#: an object with a figure is told as it is printed, if it is no longer than this
_SHORT: Final = 4
#: a figure that measures a noun stands within so many words of its beginning
_NEAR: Final = 5


@functools.cache
def title_words() -> dict[str, Any]:
    return read_tables("alignment", "rules/titles.toml")


def who_of(claim: Claim) -> str:
    """The subject of a claim as a title prints it; nothing for a pronoun."""
    subject = claim.clause.subject
    if subject is None or subject.text.lower() in title_words()["pronouns"]["words"]:
        return ""
    return _phrase(subject, claim)


def _phrase(argument: Argument, claim: Claim) -> str:
    """The words of an argument, or its head where they are many or hold a figure."""
    words = argument.text.removesuffix("'s").removesuffix("’s").split()
    if not words or len(words) > LONGEST or _has_figure(words):
        return _head(argument)
    first = words[0].lower()
    if (
        first.removesuffix("'s").removesuffix("’s") in title_words()["days"]["words"]
        and len(words) > 1
    ):
        return " ".join(["the", *words[1:]])
    opens = argument.start == claim.clause.sentence.start
    named = first in {word for word, _ in claim.context.names}
    if first in title_words()["small"]["words"] or opens and not named and words[0].istitle():
        words[0] = first
    return " ".join(words)


def _has_figure(words: Sequence[str]) -> bool:
    """Whether there is a figure among the words that is no part of a name, as in "Gate 3"."""
    numerals = title_words()["numerals"]["words"]
    return any(
        word[0].isdigit() or word.lower().split("-")[0] in numerals
        for before, word in zip(("", *words), words, strict=False)
        if not before[:1].isupper() or not word[0].isdigit()
    )


def _head(argument: Argument) -> str:
    """The head of an argument as it is printed; nothing for a figure or a pronoun."""
    lemma, words = argument.lemma, title_words()
    if lemma in words["pronouns"]["words"] or lemma in words["numerals"]["words"]:
        return ""
    start = lemma[: max(len(lemma) - 1, 3)]
    said = argument.text.split()
    printed = (at for at, word in enumerate(said) if word.lower().startswith(start))
    place = next((at for at in printed if said[at][0].isalpha() and len(said[at]) > 2), None)
    if place is None:
        return ""
    head = said[place]
    if head[0].isupper():
        return _name_before(said[: place + 1])
    definite = argument.text.split()[0].lower() in words["small"]["words"] and head.islower()
    return f"the {head}" if definite else head


def _name_before(words: Sequence[str]) -> str:
    """A name as it is printed, with what stands in front of it: "Jason Kwon", not "Kwon"."""
    small = title_words()["small"]["words"]
    start = len(words) - 1
    while start and words[start - 1][:1].isupper() and words[start - 1].lower() not in small:
        start -= 1
    return " ".join(words[start:][-LONGEST:]).rstrip(",")


def is_whole(claim: Claim) -> bool:
    """Whether the predicate is a verb with a tense."""
    words = claim.clause.predicate_text.split()
    bare = len(words) == 1 and (words[0].endswith("ing") or claim.clause.passive)
    return bool(words) and words[0] != "to" and not bare


def who_does_what(claim: Claim) -> str:
    """Who does what, so far as the claim says: "the bus left"."""
    who = who_of(claim)
    return f"{who} {claim.clause.predicate_text}" if who and is_whole(claim) else who


def with_preposition(claim: Claim) -> str:
    """Who does what, and the preposition that the figure hangs on: "the bus was traveling at"."""
    role = claim.context.role
    brought = role if role in {argument.role for argument in claim.clause.arguments} else ""
    bare = brought in ("", "object", "complement", "adverbial", "agent")
    return f"{who_does_what(claim)} {'' if bare else f'{object_of(claim)} {brought}'}"


def is_state(claim: Claim) -> bool:
    """Whether a claim says no more of its subject than that it is so much."""
    return claim.clause.predicate == "be" and claim.context.role in ("object", "complement", "root")


def noun_of(claims: Sequence[Claim], best: Claim) -> str:
    """The counted noun, in the plural as it is printed somewhere, or made so."""
    context = best.context
    lemma = context.measured
    if lemma in title_words()["counters"]["words"]:
        lemma = next(iter(context.measured_phrase), "")
    if lemma in title_words()["pronouns"]["words"] or lemma in {word for word, _ in context.names}:
        return ""
    for claim in (best, *claims):
        last = claim.focus.text.split()[-1]
        if lemma and last.isalpha() and last.lower().startswith(lemma[:3]):
            return last.lower() if not last.isupper() else last
    return _plural(lemma) if lemma else ""


def _plural(lemma: str) -> str:
    known: Mapping[str, str] = title_words()["plurals"]
    if not lemma or lemma in known or not lemma.isalpha() or lemma.endswith("s"):
        return known.get(lemma, lemma)
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return f"{lemma[:-1]}ies"
    return f"{lemma}es" if lemma.endswith(("x", "ch", "sh")) else f"{lemma}s"


def owned(owner: str) -> str:
    return f"{owner}'" if owner.endswith("s") else f"{owner}'s"


def holder_of(best: Claim) -> str:
    """What the figure is only the measure of: "fund" of "a €15 million fund for the families"."""
    for argument in best.clause.arguments:
        lemma = argument.lemma
        start, end = best.focus.start - argument.start, best.focus.end - argument.start
        before, behind = argument.text[: max(start, 0)].split(), argument.text[end:].split()
        holds = start >= 0 and end <= len(argument.text)
        modifies = len(before) < 3 and bool(behind) or before[-1:] == ["of"]
        plain = lemma.isalpha() and lemma.islower() and len(lemma) > 2
        printed = any(word.lower().startswith(lemma[:3]) for word in (*before, *behind))
        told = (
            lemma in title_words()["numerals"]["words"]
            or lemma in title_words()["counters"]["words"]
        )
        if holds and modifies and plain and printed and not told and len(before) < _NEAR:
            return lemma if not _in_words(lemma, best.focus.text) else ""
    return ""


def _in_words(lemma: str, text: str) -> bool:
    return any(word.startswith(lemma[:4]) for word in text.lower().replace("-", " ").split())


def object_of(best: Claim) -> str:
    """What the predicate is done to, where that is short and no figure."""
    for argument in best.clause.arguments:
        is_own = argument.start < best.focus.end and best.focus.start < argument.end
        is_own = is_own or argument.text in best.clause.predicate_text.split()
        known = argument.text.lower() in title_words()["pronouns"]["words"]
        if argument.role in ("object", "complement") and not is_own and not known:
            words = argument.text.split()
            return argument.text if len(words) <= _SHORT else _phrase(argument, best)
    return ""


def tied_to(best: Claim) -> str:
    """The bare noun that a preposition ties to the predicate: "under control", "into force"."""
    for argument in best.clause.arguments:
        bare = argument.text.isalpha() and argument.text.islower()
        apart = argument.end <= best.focus.start or best.focus.end <= argument.start
        apart = apart and argument.start >= best.clause.predicate_span.end
        brought = argument.role not in ("object", "complement", "agent", "adverbial")
        known = argument.text in title_words()["pronouns"]["words"]
        if bare and apart and brought and not known:
            return f"{argument.role} {argument.text}"
    return ""
