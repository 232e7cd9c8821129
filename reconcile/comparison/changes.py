"""Two claims that answer one question otherwise in, whether things may have changed since out.

The later report may have found things changed, unless it says that they were so all along, or of a
time before the earlier report; and unless the earlier one said it for good.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

from reconcile.comparison.entries import printed
from reconcile.comparison.pair import Pair, holds, later, sentence, words
from reconcile.comparison.vocabulary import rules
from reconcile.model import Article, Claim, Clause
from reconcile.tuples import NamedTuple
from reconcile.values.calendar import local_second
from reconcile.values.numbers import is_number_word
from reconcile.values.questions import is_claim_denied, questions

#: seconds between an event and the publication of a report that must have known of it
_KNOWN_AFTER_SECONDS: Final = 12 * 3600
_EARLIER: Final = "the later report tells of a time before the earlier one"


class Turn(NamedTuple):
    """Two claims of one question in the order of their reports, with opposite answers."""

    new: Claim
    old: Claim
    new_in: Article
    old_in: Article
    #: what the later one answers
    answer: bool


def turn_of(pair: Pair, a: bool, b: bool) -> Turn | None:
    """The two in order; ``None`` where neither report is known to be the later one."""
    after = later(pair)
    if after is None:
        return None
    if after == "a":
        return Turn(pair.a, pair.b, pair.article_a, pair.article_b, a)
    return Turn(pair.b, pair.a, pair.article_b, pair.article_a, b)


def moves(family: str) -> str:
    """Which answers to a question may come later than their opposites."""
    return questions()[family].moves


def has_moved(turn: Turn, family: str) -> bool:
    """Whether the later report can have found things changed."""
    if is_claim_denied(turn.old) and says_of_now(turn.old):
        return True
    if not moves(family) or unmoved(turn, family) is not None:
        return False
    ahead = is_ahead(turn.old)
    if turn.new.clause.certainty == "denied" or (is_claim_denied(turn.new) and not ahead):
        return False
    if is_claim_denied(turn.old) and not _is_open(turn.old, family):
        return False
    return moves(family) == "both" or (moves(family) == "yes") == turn.answer


def may_have_come(turn: Turn) -> bool:
    """Whether what the earlier report denied so far can have come by the later one."""
    if not is_claim_denied(turn.old) or is_claim_denied(turn.new) or is_ahead(turn.old):
        return False
    if _holds(turn.new, "unbroken") or _is_earlier_event(turn):
        return False
    return says_of_now(turn.old) or _holds(turn.old, "open")


def unmoved(turn: Turn, family: str) -> str | None:
    """Why nothing can have changed between the two reports, in words; ``None`` where it can."""
    if is_ahead(turn.old):
        return _EARLIER if _is_earlier_event(turn) else None
    if _holds(turn.new, "unbroken"):
        return "the later report says that it was so all along"
    if _holds(turn.old, "final"):
        return "the earlier report says so for good"
    if _is_other_outcome(turn, family):
        return "both tell how the same moment ended"
    if questions()[family].once and _is_one_decision(turn):
        return "both tell it as decided"
    return _EARLIER if _is_earlier_event(turn) else None


def _is_other_outcome(turn: Turn, family: str) -> bool:
    """As in "survived with a broken leg", then "was among those killed"."""
    if turn.old.clause.tense != "past" or _is_later_event(turn):
        return False
    return any(
        is_other_outcome(entry, _told(turn.old), _told(turn.new))
        for entry in rules("polarity")["outcome"]
        if entry["question"] == family
    )


def is_other_outcome(entry: dict[str, Any], old: str, new: str) -> bool:
    """Whether two predicates give one moment two outcomes, neither of which leads to the other."""
    held = [holds(told, entry[name]) for told in (old, new) for name in ("spared", "struck")]
    return (held[0] and held[3] or held[1] and held[2]) and not holds(new, entry["late"])


def _is_one_decision(turn: Turn) -> bool:
    """Whether both tell of a decision that was taken, by the same, and of no second one."""
    if not all(_is_done(each) for each in (turn.new, turn.old)) or _is_later_event(turn):
        return False
    told = sentence(turn.new, turn.new_in)
    if holds(told, rules("polarity")["turned"]["words"]):
        return False
    return _may_be_one(turn.new.clause, turn.old.clause)


def _is_done(claim: Claim) -> bool:
    """Whether a claim tells what was done; a headline tells it as it happens: "Senate passes"."""
    headline = claim.clause.segment_role in ("headline", "standfirst")
    past = claim.clause.tense == "past" or headline and claim.clause.tense == "present"
    return past and not is_ahead(claim)


def _may_be_one(a: Clause, b: Clause) -> bool:
    """Whether who did it may be the same in both: not two who share no word, not some of many."""
    if any(each.subject is not None and _is_some(each.subject.text) for each in (a, b)):
        return False
    if a.subject is None or b.subject is None or a.passive != b.passive:
        return True
    return not set(words(a.subject.text)).isdisjoint(words(b.subject.text))


def _is_some(who: str) -> bool:
    counted = any(word[0].isdigit() or is_number_word(word) for word in words(who))
    return counted or holds(who, rules("polarity")["some"]["words"])


def _is_earlier_event(turn: Turn) -> bool:
    """Whether what the later report tells had happened when the earlier one said how things stand.

    Not where the earlier one only says what was known by then, or tells of an event of its own:
    "broke out" on Thursday, after "was caught" on Friday, is the story in its order.
    """
    middle, clause = _middle(turn.new), turn.new.clause
    if middle is None or clause.tense != "past" or clause.certainty != "asserted":
        return False
    if turn.old.clause.tense == "past" and not _holds(turn.old, "unbroken"):
        return False
    written = _written(turn)
    if is_claim_denied(turn.old) and _holds(turn.old, "known") or written is None:
        return False
    margin = 0 if _holds(turn.old, "unbroken") else _KNOWN_AFTER_SECONDS
    return middle + margin <= written


def _is_later_event(turn: Turn) -> bool:
    """Whether what the later report tells came after the earlier one was written."""
    middle, written = _middle(turn.new), _written(turn)
    return middle is not None and written is not None and middle > written


def _middle(claim: Claim) -> Decimal | None:
    """The middle of the time that a claim speaks of."""
    time = claim.context.time
    if time is None or time.low is None or time.high is None:
        return None
    return (time.low + time.high) / 2


def _written(turn: Turn) -> Decimal | None:
    """When the earlier report was written, on dates' line."""
    moment = printed(turn.old, turn.old_in)
    if moment is None:
        return None
    return Decimal(local_second(moment))


def is_ahead(claim: Claim) -> bool:
    """Whether a claim speaks of what is still to come."""
    if claim.clause.tense == "future" or claim.clause.certainty in ("planned", "expected"):
        return True
    return _holds(claim, "ahead")


def says_of_now(claim: Claim) -> bool:
    """Whether a claim speaks only of what was known when it was written."""
    return _holds(claim, "unknown")


def _is_open(claim: Claim, family: str) -> bool:
    """Whether a denial speaks of how things stand, which may change, and not of what is past."""
    if claim.clause.tense == "present" or family in rules("polarity")["open"]["questions"]:
        return True
    return _holds(claim, "open")


def _holds(claim: Claim, table: str) -> bool:
    """Whether the words of a predicate hold one of a rule's."""
    return holds(_told(claim), rules("polarity")[table]["words"])


def _told(claim: Claim) -> str:
    return f"{claim.clause.predicate_text} {claim.focus.text}"
