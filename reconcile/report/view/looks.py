"""The sign and word of every tone, and words for kinds and roles: one set for every page."""

from __future__ import annotations

from typing import Final

from reconcile.model import Verdict
from reconcile.report.view.nouns import Look, Tone
from reconcile.report.words import NOT_JUDGED, look_of

_LOOKS: Final[dict[Tone, Look]] = {
    "check": Look("check", "!", "inside one article"),
    "joint": Look("joint", "∑", "do not fit together"),
    "possible": Look("possible", NOT_JUDGED.sign, NOT_JUDGED.word),
    "single": Look("single", "◦", "in one source only"),
}
_KINDS: Final = {
    "percent": "share or change",
    "count": "number",
    "polarity": "whether it is so",
    "role": "post",
}


def verdict_look(verdict: Verdict) -> Look:
    """How a verdict is shown."""
    look = look_of(verdict)
    return Look(verdict, look.sign, look.word)


def tone_look(tone: Tone) -> Look:
    """How a tone that is no verdict is shown."""
    return _LOOKS[tone]


def kind_words(kind: str) -> str:
    """What a kind is called on a page."""
    return _KINDS.get(kind, kind)
