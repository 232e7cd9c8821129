"""Claims of one question in, a noun phrase that names it out: "number of people killed"."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from reconcile.alignment.phrases import (
    holder_of,
    is_state,
    is_whole,
    noun_of,
    object_of,
    owned,
    tied_to,
    title_words,
    who_does_what,
    who_of,
    with_preposition,
)
from reconcile.model import Claim
from reconcile.values.questions import answers_of, common_answer

#: titles that say too little by themselves
_BARE: Final = frozenset(("number", "amount", "figure", "percentage", "date", "duration"))


def title_of(claims: Sequence[Claim]) -> str:
    """A title such as "Kwon's role" or "duration of the visit", from the claim that says most."""
    best = max(claims, key=_fullness)
    words = _TITLES[claims[0].kind](best, claims).split() or [claims[0].kind]
    if len(words) == 1 and words[0] in _BARE and who_of(best):
        words[0] += ":"
        words += f"{who_of(best)} {best.clause.predicate_text}".split()
    return " ".join(words)


def _fullness(claim: Claim) -> tuple[bool, bool, bool, bool, bool, bool, int]:
    """How well a claim tells what it is about: a named subject, a whole verb, a measured noun.

    That someone says something tells least.
    """
    who, value = who_of(claim), claim.focus.value
    named = who[:1].isupper() and len(who) > 3
    counted = value is not None and claim.kind == "count" and bool(value.unit)
    told = claim.clause.predicate not in title_words()["sayings"]["words"]
    whole, measured = is_whole(claim), bool(claim.context.measured)
    return counted, told, whole, bool(who), named, measured, -len(who)


# --- titles, by kind ------------------------------------------------------------------------------


def _count(best: Claim, claims: Sequence[Claim]) -> str:
    if any(claim.focus.value is not None and claim.focus.value.unit == "score" for claim in claims):
        return "score"
    fate = next(filter(None, map(_fate, claims)), "")
    if fate:
        return fate
    noun, subject = noun_of(claims, best), best.clause.subject
    head = f"number of {noun}" if noun else "number"
    if best.context.role == "subject" and is_whole(best):
        predicate = best.clause.predicate_text
        undergone = best.clause.predicate in title_words()["undergone"]["words"] and not object_of(
            best
        )
        if best.clause.passive or undergone:
            return f"{head} {predicate.split()[-1]}"
        if best.clause.predicate == "be":
            return head
        return f"{head} that {predicate} {object_of(best)}"
    itself = subject is not None and subject.lemma == best.context.measured
    if noun and (best.clause.predicate == "be" or itself):
        return head
    if subject is not None and subject.start <= best.focus.start < subject.end and who_of(best):
        return f"{head}: {who_of(best)}"
    return f"{head} {with_preposition(best)}"


def _fate(claim: Claim) -> str:
    """How people are titled that are counted by what befell them: "14 dead"."""
    fates: Mapping[str, str] = title_words()["fates"]
    return fates.get(claim.focus.value.unit, "") if claim.focus.value is not None else ""


def _money(best: Claim, claims: Sequence[Claim]) -> str:
    if is_state(best) and who_of(best):
        return who_of(best)
    holder = holder_of(best)
    if holder:
        priced = holder in title_words()["prices"]["words"]
        return f"{holder}: {who_does_what(best)}" if priced else f"amount of the {holder}"
    return f"amount {with_preposition(best)}" if who_of(best) else _of("amount", best)


def _measured(best: Claim) -> str:
    context = best.context
    if context.measured in title_words()["pronouns"]["words"]:
        return ""
    return " ".join([*context.measured_phrase[-1:], context.measured])


def _of(measure: str, best: Claim) -> str:
    measured = _measured(best)
    return f"{measure} of the {measured}" if measured else measure


def _quantity(best: Claim, claims: Sequence[Claim]) -> str:
    units = [claim.focus.value.unit for claim in claims if claim.focus.value is not None]
    measure = next(
        (title_words()["measures"][unit] for unit in units if unit in title_words()["measures"]), ""
    )
    if is_state(best) and who_of(best):
        return who_of(best)
    if not who_of(best):
        return _of(measure or "figure", best)
    return f"{measure or 'figure'}: {with_preposition(best)}"


def _percent(best: Claim, claims: Sequence[Claim]) -> str:
    if not who_of(best):
        return _of("percentage", best)
    return f"percentage: {who_does_what(best)}"


def _rank(best: Claim, claims: Sequence[Claim]) -> str:
    nouns = [best.context.measured, *(claim.focus.text.split()[-1].lower() for claim in claims)]
    silent = {*title_words()["pronouns"]["words"], "time"}
    ranked = (n for n in nouns if n.isalpha() and not _is_ordinal(n) and n not in silent)
    noun = next(ranked, "")
    return f"rank of the {noun}" if noun else f"rank: {who_does_what(best)}"


def _is_ordinal(word: str) -> bool:
    return word in title_words()["numerals"]["words"] or word.endswith(
        ("th", "st", "nd", "rd", "est")
    )


def _date(best: Claim, claims: Sequence[Claim]) -> str:
    done = who_does_what(best)
    if not done or not is_whole(best):
        return f"date of {done}" if done else "date"
    about = object_of(best)
    if best.clause.predicate == "be" and not about:
        return f"date of {who_of(best)}"
    return f"when {done} {about} {tied_to(best)}"


def _duration(best: Claim, claims: Sequence[Claim]) -> str:
    best = next(
        (claim for claim in claims if claim.clause.predicate == "be" and who_of(claim)), best
    )
    who, holder = who_of(best), holder_of(best)
    if holder:
        return f"duration of the {holder}"
    if who and is_whole(best) and _is_until_done(best):
        verb = best.clause.predicate
        return f"how long it took {who} to {verb} {object_of(best)} {tied_to(best)}"
    if not who or not is_whole(best) or best.clause.predicate == "be":
        about = who or best.context.measured or best.context.governor
        return f"duration of {about}" if about else "duration"
    asked = {"after": "how long after", "before": "how long before", "ago": "how long ago",
             "later": "how much later", "earlier": "how much earlier"}  # fmt: skip
    question = asked.get(best.focus.text.split()[-1].lower(), "how long")
    return f"{question} {who} {best.clause.predicate_text} {object_of(best)} {tied_to(best)}"


def _is_until_done(best: Claim) -> bool:
    """Whether the length is that of the time until something was done, and it was."""
    clause, words = best.clause, title_words()
    role = best.context.role if best.context.role != "prep" else best.focus.text.split()[0].lower()
    done = clause.tense == "past" and not clause.negated and not clause.passive
    return done and role in words["until_done"]["words"] and clause.predicate != "be"


def _age(best: Claim, claims: Sequence[Claim]) -> str:
    who, subject = who_of(best), best.clause.subject
    named = who if who[:1].isupper() else _name_in(best)
    if named:
        return f"{owned(named)} age"
    noun = subject.lemma if who and subject is not None else best.context.measured
    return f"age of the {noun}" if noun else "age"


def _name_in(best: Claim) -> str:
    """The name of a subject that is told with a post: of "captain Nikos Vallas", that."""
    words = best.clause.subject.text.split() if best.clause.subject is not None else []
    small = title_words()["small"]["words"]
    names = (n for n, word in enumerate(words) if word[:1].isupper() and word.lower() not in small)
    start = next(names, len(words))
    return " ".join(words[start:]) if best.context.subject.startswith("@") else ""


def _quote(best: Claim, claims: Sequence[Claim]) -> str:
    speakers = [claim.clause.speaker for claim in claims if claim.clause.speaker]
    return (
        f"{owned(max(speakers, key=lambda name: (len(name), name)))} words"
        if speakers
        else "quotation"
    )


def _role(best: Claim, claims: Sequence[Claim]) -> str:
    holder = best.clause.subject
    return f"{owned(holder.text)} role" if holder is not None else best.focus.text


def _name(best: Claim, claims: Sequence[Claim]) -> str:
    return max((claim.focus.text for claim in claims), key=lambda text: (len(text), text))


def _place(best: Claim, claims: Sequence[Claim]) -> str:
    """The place where all name one, else what is there."""
    bare = [_without_preposition(claim.focus.text) for claim in claims]
    shortest = min(bare, key=lambda text: (len(text), text))
    if all(shortest.lower() in text.lower() for text in bare) or not is_whole(best):
        return shortest
    if all(text.islower() for text in bare):
        return shortest
    return f"where {who_does_what(best)} {object_of(best)}" if who_of(best) else shortest


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
    who = who_of(best)
    if shared is None:
        return f"whether {who_does_what(best)}"
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
