"""A paragraph in, the length of the dateline in front of it out ("SEOUL, June 11 (AJP) - ")."""

from __future__ import annotations

import re
from typing import Final

from reconcile import patterns
from reconcile.articles.moments import find_moments
from reconcile.articles.vocabulary import word_set

#: a dateline is no longer than this
_LONGEST: Final = 110
_DASH: Final = patterns.compile(r"\s+(?:--?|[–—―])\s*|\s*(?:--|[—―])\s*|(?<=\))\s*[-–]\s*")
_COLON: Final = patterns.compile(r"\s*:\s*")
_AFTER_AGENCY: Final = patterns.compile(r"(?<=\))\s*:?\s+(?=[\"“‘'A-Z])")
_AGENCY: Final = patterns.compile(r"\(\s*[A-Z][^()]{1,40}\)")
_WORD: Final = patterns.compile(r"[^\W\d_][\w.'’-]*")


def _is_capitalised(word: str) -> bool:
    return word[0].isupper() or word.lower() in word_set("head", "name_particles")


def _is_place(words: list[str]) -> bool:
    return 1 <= len(words) <= 8 and all(_is_capitalised(word) for word in words)


def _without_dates(words: str) -> tuple[str, bool]:
    moments = find_moments(words)
    for moment in reversed(moments):
        words = words[: moment.start] + " " + words[moment.end :]
    kept = [
        word
        for word in re.split(r"(\W+)", words)
        if word.lower() not in word_set("published", "weekdays")
    ]
    return "".join(kept), bool(moments)


def is_dateline(words: str, *, first: bool) -> bool:
    """Whether the words in front of a dash or colon name a place, a day, an agency."""
    without_agency, agencies = _AGENCY.subn(" ", words)
    rest, dated = _without_dates(without_agency)
    names = _WORD.findall(rest)
    if not _is_place(names) or re.search(r"[\d!?;\"“”]", rest):
        return False
    if agencies or dated:
        return True
    shouted = names[0].isupper() and len(names[0]) > 2
    return first and (shouted or len(names) <= 4)


def dateline_length(paragraph: str, *, first: bool) -> int:
    """How many characters of a paragraph are its dateline, the dash and white space included.

    ``first`` says that it is the first paragraph of the story, where a place alone is enough.
    """
    head = paragraph[:_LONGEST].replace("*", " ").replace("_", " ")
    opening = head.lstrip()[:1]
    if not (opening.isupper() or opening == "("):
        return 0
    candidates = [match for pattern in (_DASH, _AFTER_AGENCY) for match in pattern.finditer(head)]
    for match in sorted(candidates, key=lambda match: (match.start(), -match.end())):
        rest = paragraph[match.end() : match.end() + 1]
        if rest and is_dateline(head[: match.start()], first=first):
            agency = _AGENCY.fullmatch(head[: match.start()].strip())
            if agency is None:
                return match.end()
    return _colon_length(paragraph, head) if first else 0


def _colon_length(paragraph: str, head: str) -> int:
    """The length of "NEW DELHI: " or "Seoul:" in front of the first paragraph."""
    match = _COLON.search(head)
    if match is None or not paragraph[match.end() : match.end() + 1].isupper():
        return 0
    words = head[: match.start()].split()
    place = head[: match.start()]
    if len(words) > 3 or not is_dateline(place, first=True) or len(paragraph.split()) < 15:
        return 0
    return match.end()
