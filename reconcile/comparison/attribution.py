"""A conflict of two claims in, the same out with what it is about: the world, words, or speakers.

Two articles that each say so themselves contradict each other about the world. Where both cite one
speaker, at least one of them renders the words wrongly. Where they cite two who disagree, both
articles may report truly.
"""

from __future__ import annotations

from reconcile.comparison.names import relate_names
from reconcile.comparison.pair import Pair, source, words
from reconcile.comparison.vocabulary import rules
from reconcile.model import About, Claim, Judgement
from reconcile.records import evolve

#: longer runs of words are no name of a speaker
_LONGEST = 8


def attributed(pair: Pair, judgement: Judgement | None) -> Judgement | None:
    """A judgement that says, if it is a conflict, what the conflict is about."""
    if judgement is None or judgement.verdict != "conflict":
        return judgement
    about = about_of(pair)
    added = _added(pair, about)
    if not added:
        return evolve(judgement, about=about)
    text = f"{judgement.explanation.rstrip('.')}; {added}."
    return evolve(judgement, about=about, explanation=text)


def about_of(pair: Pair) -> About:
    """What two claims contradict each other about."""
    a, b = _speaker(pair.a), _speaker(pair.b)
    if a is None or b is None:
        return "world"
    if _is_one(a, b):
        return "words"
    return "speakers" if _is_telling(a) and _is_telling(b) else "world"


def _speaker(claim: Claim) -> str | None:
    """Who says so, where the words for that can be a speaker's name."""
    speaker = claim.clause.speaker
    if speaker is None or any(char.isdigit() for char in speaker):
        return None
    return speaker if len(speaker.split()) <= _LONGEST else None


def _is_one(a: str, b: str) -> bool:
    """Whether two articles name one speaker, be it more or less closely."""
    if not _is_telling(a) or not _is_telling(b):
        return False
    own, other = _telling(a), _telling(b)
    if own <= other or other <= own:
        return True
    return relate_names(a, b)[1] in ("same words", "variant")


def _is_telling(speaker: str) -> bool:
    return bool(_telling(speaker))


def _telling(speaker: str) -> frozenset[str]:
    """The words of a speaker's name that tell one from another."""
    generic = rules("attribution")["generic"]["words"]
    return frozenset(word for word in words(speaker) if word not in generic and len(word) > 1)


def _added(pair: Pair, about: About) -> str:
    a, b = pair.a.clause.speaker, pair.b.clause.speaker
    if about == "words":
        return f"both cite {_name(a)}, so one of them renders the words wrongly"
    if about == "speakers":
        first = f"{_name(a)} ({source(pair.article_a)})"
        second = f"{_name(b)} ({source(pair.article_b)})"
        return f"the speakers differ, {first} and {second}, and both may be reported truly"
    return ""


def _name(speaker: str | None) -> str:
    """A speaker's name in the middle of a sentence."""
    name = " ".join((speaker or "").split())
    first = name.split(" ")[0]
    return name[:1].lower() + name[1:] if first in ("The", "A", "An", "Its", "His", "Her") else name
