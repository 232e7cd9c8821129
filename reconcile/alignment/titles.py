"""Claims of one question in, a noun phrase that names it out: "number of people killed"."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from reconcile.model import Argument, Claim
from reconcile.tables import read_tables
from reconcile.values.questions import answers_of, common_answer

#: a subject or an object of more words than this is told by its head alone
LONGEST: Final = 6
#: titles that say too little by themselves
_BARE: Final = frozenset(("number", "amount", "figure", "percentage", "date", "duration"))


def title_of(claims: Sequence[Claim]) -> str:
    """A title such as "Kwon's role" or "duration of the visit", from the claim that says most."""
    best = max(claims, key=_fullness)
    words = _TITLES[claims[0].kind](best, claims).split() or [claims[0].kind]
    subject = best.clause.subject
    if len(words) == 1 and words[0] in _BARE and subject is not None:
        words[0] += ":"
        words += f"{subject.text.lower()} {best.clause.predicate_text}".split()
    return " ".join(words)


@functools.cache
def _words() -> dict[str, Any]:
    return read_tables("alignment", "rules/titles.toml")


def _fullness(claim: Claim) -> tuple[bool, bool, bool, bool, bool, bool, int]:
    """How well a claim tells what it is about: a named subject, a whole verb, a measured noun.

    That someone says something tells least.
    """
    who, value = _who(claim), claim.focus.value
    named = who[:1].isupper() and len(who) > 3
    counted = value is not None and claim.kind == "count" and bool(value.unit)
    told = claim.clause.predicate not in _words()["sayings"]["words"]
    whole, measured = _is_whole(claim), bool(claim.context.measured)
    return counted, told, whole, bool(who), named, measured, -len(who)


# --- parts ----------------------------------------------------------------------------------------


def _who(claim: Claim) -> str:
    """The subject of a claim as a title prints it; nothing for a pronoun."""
    subject = claim.clause.subject
    if subject is None or subject.text.lower() in _words()["pronouns"]["words"]:
        return ""
    return _phrase(subject, claim)


def _phrase(argument: Argument, claim: Claim) -> str:
    """The words of an argument, or its head where they are many or hold a figure."""
    words = argument.text.removesuffix("'s").removesuffix("’s").split()
    numerals = _words()["numerals"]["words"]
    figures = any(word[0].isdigit() or word.lower().split("-")[0] in numerals for word in words)
    if not words or len(words) > LONGEST or figures:
        return _head(argument)
    first = words[0].lower()
    opens = argument.start == claim.clause.sentence.start
    named = first in {word for word, _ in claim.context.names}
    if first in _words()["small"]["words"] or opens and not named and words[0].istitle():
        words[0] = first
    return " ".join(words)


def _head(argument: Argument) -> str:
    """The head of an argument as it is printed; nothing for a figure or a pronoun."""
    lemma, words = argument.lemma, _words()
    if lemma in words["pronouns"]["words"] or lemma in words["numerals"]["words"]:
        return ""
    start = lemma[: max(len(lemma) - 1, 3)]
    printed = (word for word in argument.text.split() if word.lower().startswith(start))
    head = next((word for word in printed if word[0].isalpha() and len(word) > 2), "")
    definite = argument.text.split()[0].lower() in words["small"]["words"] and head.islower()
    return f"the {head}" if definite else head


def _is_whole(claim: Claim) -> bool:
    """Whether the predicate is a verb with a tense."""
    words = claim.clause.predicate_text.split()
    bare = len(words) == 1 and (words[0].endswith("ing") or claim.clause.passive)
    return bool(words) and words[0] != "to" and not bare


def _does(claim: Claim) -> str:
    """Who does what, so far as the claim says: "the bus left"."""
    who = _who(claim)
    return f"{who} {claim.clause.predicate_text}" if who and _is_whole(claim) else who


def _with_preposition(claim: Claim) -> str:
    """Who does what, and the preposition that the figure hangs on: "the bus was traveling at"."""
    role = claim.context.role
    brought = role if role in {argument.role for argument in claim.clause.arguments} else ""
    bare = brought in ("", "object", "complement", "adverbial", "agent")
    return f"{_does(claim)} {'' if bare else brought}"


def _is_state(claim: Claim) -> bool:
    """Whether a claim says no more of its subject than that it is so much."""
    return claim.clause.predicate == "be" and claim.context.role in ("object", "complement", "root")


def _noun(claims: Sequence[Claim], best: Claim) -> str:
    """The counted noun, in the plural as it is printed somewhere, or made so."""
    context = best.context
    lemma = context.measured
    if lemma in _words()["counters"]["words"]:
        lemma = next(iter(context.measured_phrase), "")
    if lemma in _words()["pronouns"]["words"] or lemma in {word for word, _ in context.names}:
        return ""
    for claim in (best, *claims):
        last = claim.focus.text.split()[-1]
        if lemma and last.isalpha() and last.lower().startswith(lemma[:3]):
            return last.lower() if not last.isupper() else last
    return _plural(lemma) if lemma else ""


def _plural(lemma: str) -> str:
    known: Mapping[str, str] = _words()["plurals"]
    if not lemma or lemma in known or not lemma.isalpha() or lemma.endswith("s"):
        return known.get(lemma, lemma)
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return f"{lemma[:-1]}ies"
    return f"{lemma}es" if lemma.endswith(("x", "ch", "sh")) else f"{lemma}s"


def _owned(owner: str) -> str:
    return f"{owner}'" if owner.endswith("s") else f"{owner}'s"


# --- titles, by kind ------------------------------------------------------------------------------


def _count(best: Claim, claims: Sequence[Claim]) -> str:
    if any(claim.focus.value is not None and claim.focus.value.unit == "score" for claim in claims):
        return "score"
    noun, subject = _noun(claims, best), best.clause.subject
    head = f"number of {noun}" if noun else "number"
    if best.context.role == "subject" and _is_whole(best):
        predicate = best.clause.predicate_text
        if best.clause.passive:
            return f"{head} {predicate.split()[-1]}"
        if best.clause.predicate == "be":
            return head
        return f"{head} that {predicate}"
    itself = subject is not None and subject.lemma == best.context.measured
    if noun and (best.clause.predicate == "be" or itself):
        return head
    return f"{head} {_with_preposition(best)}"


def _money(best: Claim, claims: Sequence[Claim]) -> str:
    if _is_state(best) and _who(best):
        return _who(best)
    return f"amount {_with_preposition(best)}" if _who(best) else _of("amount", best)


def _measured(best: Claim) -> str:
    context = best.context
    if context.measured in _words()["pronouns"]["words"]:
        return ""
    return " ".join([*context.measured_phrase[-1:], context.measured])


def _of(measure: str, best: Claim) -> str:
    measured = _measured(best)
    return f"{measure} of the {measured}" if measured else measure


def _quantity(best: Claim, claims: Sequence[Claim]) -> str:
    units = [claim.focus.value.unit for claim in claims if claim.focus.value is not None]
    measure = next(
        (_words()["measures"][unit] for unit in units if unit in _words()["measures"]), ""
    )
    if _is_state(best) and _who(best):
        return _who(best)
    if not _who(best):
        return _of(measure or "figure", best)
    return f"{measure or 'figure'}: {_with_preposition(best)}"


def _percent(best: Claim, claims: Sequence[Claim]) -> str:
    if not _who(best):
        return _of("percentage", best)
    return f"percentage: {_does(best)}"


def _rank(best: Claim, claims: Sequence[Claim]) -> str:
    nouns = [best.context.measured, *(claim.focus.text.split()[-1].lower() for claim in claims)]
    ranked = (noun for noun in nouns if noun.isalpha() and not _is_ordinal(noun) and noun != "time")
    noun = next(ranked, "")
    return f"rank of the {noun}" if noun else f"rank: {_does(best)}"


def _is_ordinal(word: str) -> bool:
    return word in _words()["numerals"]["words"] or word.endswith(("th", "st", "nd", "rd", "est"))


def _date(best: Claim, claims: Sequence[Claim]) -> str:
    done = _does(best)
    if not done or not _is_whole(best):
        return f"date of {done}" if done else "date"
    about = _object(best)
    if best.clause.predicate == "be" and not about:
        return f"date of {_who(best)}"
    return f"when {done} {about}"


def _object(best: Claim) -> str:
    """What the predicate is done to, where that is short and no figure."""
    for argument in best.clause.arguments:
        short = len(argument.text.split()) <= LONGEST and not any(map(str.isdigit, argument.text))
        is_own = argument.start < best.focus.end and best.focus.start < argument.end
        if argument.role in ("object", "complement") and short and not is_own:
            return _phrase(argument, best)
    return ""


def _duration(best: Claim, claims: Sequence[Claim]) -> str:
    best = next((claim for claim in claims if claim.clause.predicate == "be" and _who(claim)), best)
    who = _who(best)
    if not who or not _is_whole(best) or best.clause.predicate == "be":
        about = who or best.context.measured or best.context.governor
        return f"duration of {about}" if about else "duration"
    asked = {"after": "how long after", "before": "how long before", "ago": "how long ago",
             "later": "how much later", "earlier": "how much earlier"}  # fmt: skip
    question = asked.get(best.focus.text.split()[-1].lower(), "how long")
    return f"{question} {who} {best.clause.predicate_text} {_object(best)}"


def _age(best: Claim, claims: Sequence[Claim]) -> str:
    who, subject = _who(best), best.clause.subject
    if who and who[:1].isupper():
        return f"{_owned(who)} age"
    noun = subject.lemma if who and subject is not None else best.context.measured
    return f"age of the {noun}" if noun else "age"


def _quote(best: Claim, claims: Sequence[Claim]) -> str:
    speakers = [claim.clause.speaker for claim in claims if claim.clause.speaker]
    return (
        f"{_owned(max(speakers, key=lambda name: (len(name), name)))} words"
        if speakers
        else "quotation"
    )


def _role(best: Claim, claims: Sequence[Claim]) -> str:
    holder = best.clause.subject
    return f"{_owned(holder.text)} role" if holder is not None else best.focus.text


def _name(best: Claim, claims: Sequence[Claim]) -> str:
    return max((claim.focus.text for claim in claims), key=lambda text: (len(text), text))


def _place(best: Claim, claims: Sequence[Claim]) -> str:
    """The place where all name one, else what is there."""
    bare = [_without_preposition(claim.focus.text) for claim in claims]
    shortest = min(bare, key=lambda text: (len(text), text))
    if all(shortest.lower() in text.lower() for text in bare) or not _is_whole(best):
        return shortest
    if all(text.islower() for text in bare):
        return shortest
    return f"where {_does(best)} {_object(best)}" if _who(best) else shortest


def _without_preposition(text: str) -> str:
    words = text.split()
    while len(words) > 1 and words[0].islower():
        words.pop(0)
    return " ".join(words) if not words[0].islower() else text


def _polarity(best: Claim, claims: Sequence[Claim]) -> str:
    """The question that is answered, and of whom."""
    given = [answers_of(claim) for claim in claims]
    shared = next(
        (found for other in given[1:] if (found := common_answer(given[0], other)) is not None),
        None,
    )
    who = _who(best)
    if shared is None:
        return f"whether {_does(best)}"
    return f"{shared[0]} ({who})" if who else shared[0]


_TITLES: Final[Mapping[str, Callable[[Claim, Sequence[Claim]], str]]] = {
    "count": _count,
    "money": _money,
    "quantity": _quantity,
    "percent": _percent,
    "rank": _rank,
    "date": _date,
    "duration": _duration,
    "age": _age,
    "quote": _quote,
    "role": _role,
    "name": _name,
    "place": _place,
    "polarity": _polarity,
}
