"""Two claims that something happened in, whether the one bears the other out, or denies it, out.

Where no known question is answered, an act is known by its verb and by who takes part: "the tram
struck a delivery van" is borne out by "a parked delivery van was struck by the tram".
"""

from __future__ import annotations

from reconcile.alignment.lexicon import concept
from reconcile.alignment.phrases import title_words
from reconcile.model import Argument, Claim, Clause
from reconcile.records import frozen
from reconcile.report.asking import is_alike, words_of
from reconcile.testing.fitting import Fit
from reconcile.values.questions import answers_of, common_answer

_DOES = ("agent",)
_UNDERGOES = ("object",)


@frozen
class _Act:
    """Who does what to whom, so far as a clause says."""

    verb: str
    does: Argument | None
    undergoes: Argument | None


def is_act(stated: Claim, expected: Claim) -> bool:
    """Whether both tell of something that happened, and no known question is answered by both."""
    return is_near(stated, expected) and not common_answer(answers_of(stated), answers_of(expected))


def fit_act(stated: Claim, expected: Claim) -> Fit | None:
    """Whether an article tells the act that is expected, or that it was not; ``None``: neither.

    Plans, conditions and allegations bear out nothing, and whoever is named in what is expected
    must be named in what is stated.
    """
    told, wanted = _act(stated.clause), _act(expected.clause)
    if not told.verb or told.verb != wanted.verb or not _is_told(stated.clause, expected.clause):
        return None
    subject = stated.context.subject
    does = _takes_part(told.does, wanted.does, subject)
    if not does or not _takes_part(told.undergoes, wanted.undergoes, subject):
        return None
    words = f"“{stated.focus.text}”"
    if stated.clause.negated == expected.clause.negated:
        return Fit(True, f"{words} says so of the same.", "agree")
    return Fit(False, f"{words} says otherwise than “{expected.focus.text}”.", "conflict")


def is_near(stated: Claim, expected: Claim) -> bool:
    """Whether both tell of something that happened."""
    return stated.kind == expected.kind == "polarity"


def _is_told(stated: Clause, expected: Clause) -> bool:
    """Whether what is stated is as sure as what is expected."""
    sure = ("asserted", "denied")
    return stated.certainty == expected.certainty or (
        stated.certainty in sure and expected.certainty in sure
    )


def _act(clause: Clause) -> _Act:
    """The act, a passive turned round."""
    does, undergoes = clause.subject, _first(clause, _UNDERGOES)
    if clause.passive:
        does, undergoes = _first(clause, _DOES), clause.subject
    return _Act(concept(clause.predicate) if clause.predicate != "be" else "", does, undergoes)


def _first(clause: Clause, roles: tuple[str, ...]) -> Argument | None:
    return next((each for each in clause.arguments if each.role in roles), None)


def _takes_part(told: Argument | None, wanted: Argument | None, subject: str) -> bool:
    """Whether the one who is wanted is the one who is told of, by head and by every word.

    ``subject`` is whom a pronoun stands for.
    """
    if wanted is None:
        return True
    if told is None:
        return False
    if told.text.lower() in title_words()["pronouns"]["words"]:
        return concept(subject) == concept(wanted.lemma)
    said = words_of(told.text)
    same = concept(told.lemma) == concept(wanted.lemma) or is_alike(wanted.lemma, told.lemma)
    small = title_words()["small"]["words"]
    named = [word for word in words_of(wanted.text) if word not in small]
    return same and all(any(is_alike(word, other) for other in said) for word in named)
