"""A block's words in, what can be seen of them out: prose, label, name line, title, date line."""

from __future__ import annotations

import re
from typing import Final

from reconcile import patterns
from reconcile.articles.moments import find_moments
from reconcile.articles.vocabulary import rules_of, word_set

_WORD: Final = patterns.compile(r"[\w][\w.'’&-]*")
_SENTENCE_BREAK: Final = patterns.compile(r"[^\W\d_]{3}[.!?…][\"”’')\]]*\s+[\"“‘'(\[]?[A-Z0-9]")
_SENTENCE_END: Final = patterns.compile(r"[.!?…][\"”’')\]]*$|[.!?…]\s[\"”’']$|[.!?…,][\"”’]\s*$")
_LABEL_MARK: Final = patterns.compile(r"\s(?:\||>|»|›|•|·|/|–|—|-)\s|\s*(?:\||>|»|›)\s*")
_SLOGAN: Final = patterns.compile(
    r".*\b(?:since|est\.?|established|founded)\s+(?:in\s+)?[12]\d{3}\.?$", re.I
)
#: the longest date at the head of a row of a timeline
_LONGEST_DATE: Final = 30
#: a paragraph has at least this many words
PROSE_WORDS: Final = 12


def words_of(text: str) -> list[str]:
    """The words of a block, marks left aside."""
    return _WORD.findall(text)


def ends_sentence(text: str) -> bool:
    """Whether a block ends as a sentence does."""
    return _SENTENCE_END.search(text[-8:]) is not None


def is_prose(text: str) -> bool:
    """Whether a block is a paragraph of sentences rather than a title or a label."""
    if len(text) > 600:
        return True
    count = len(text.split())
    if count < PROSE_WORDS:
        return False
    return ends_sentence(text) or count >= 40 or _SENTENCE_BREAK.search(text) is not None


def is_bar(text: str) -> bool:
    """Whether a short line is made of the words of share bars, menus and counters only."""
    if len(text) > 90:
        return False
    words = [word.lower() for word in re.findall(r"[^\W\d_][\w-]*", text)]
    return (
        0 < len(words) <= 10
        and all(word in word_set("bars", "words") for word in words)
        and any(word in word_set("bars", "anchors") for word in words)
        and not (len(words) > 2 and ends_sentence(text))
    )


def is_date_line(text: str, *, alone: bool = False) -> bool:
    """Whether a line gives a publication time, and next to nothing else.

    ``alone`` asks that there be nothing else at all, unless it is marked as "posted" and the like.
    """
    if len(text) > 240 or len(text.split()) > 34:
        return False
    moments = find_moments(text)
    if not moments:
        return False
    rest = text
    for moment in reversed(moments):
        rest = rest[: moment.start] + " | " + rest[moment.end :]
    published = rules_of("published")
    beside = {*published["beside"], *published["weekdays"]}
    left = [
        word
        for word in re.findall(r"[^\W\d_][\w.'’-]*", rest)
        if word.lower().rstrip(".") not in beside
    ]
    complete = any(moment.year is not None for moment in moments)
    if moments[0].start < 20 and _speaks_of_itself(text):
        return True
    if _is_marked(text, moments[0].start) and (complete or not alone):
        return len(left) <= 22 and (not _is_sentence(text, left) or _speaks_of_itself(text))
    lower_case = sum(word[0].islower() for word in left)
    if alone:
        return not left
    return len(left) <= (10 if complete else 3) and lower_case <= 2 and not _reads_on(text, left)


def begins_with_date(line: str) -> bool:
    """Whether a line begins with a date and a bar: "24 Sep | Replacement of cards frozen"."""
    date, bar, _ = line.partition(" | ")
    moments = find_moments(date) if bar and len(date) <= _LONGEST_DATE else []
    return bool(moments) and not re.search(r"[^\W\d_]", date[: moments[0].start])


def _is_marked(text: str, start: int) -> bool:
    """Whether "posted" or the like stands right in front of a date, or begins the line."""
    around = f"{text[:14]} {text[max(0, start - 30) : start]}".lower()
    markers = rules_of("published")["markers"]
    return any(re.search(rf"\b{marker}\b", around) for marker in markers)


def _is_sentence(text: str, left: list[str]) -> bool:
    return ends_sentence(text) and len(left) > 4


def _speaks_of_itself(text: str) -> bool:
    lower = text.lower()
    return any(phrase in lower for phrase in rules_of("published")["itself"])


def _reads_on(text: str, left: list[str]) -> bool:
    """Whether a line with a date is a sentence or a headline after all."""
    headline = word_set("head", "headline_words")
    return (
        ends_sentence(text)
        and len(left) > 3
        or any(word in headline - {"in", "at", "by", "on"} for word in left)
    )


def is_label(text: str) -> bool:
    """Whether a line is a section label, a trail of links, a masthead or a slogan."""
    words = words_of(text)
    if not words or len(words) > 12:
        return not words
    if _SLOGAN.match(text) or any(phrase in text.lower() for phrase in word_set("head", "slogans")):
        return True
    headline = word_set("head", "headline_words")
    if any(word.lower() in headline for word in words[1:]) or ends_sentence(text):
        return False
    if _LABEL_MARK.search(text) and not any(character.isdigit() for character in text):
        return all(len(words_of(part)) <= 5 for part in _LABEL_MARK.split(text))
    if any(character.isdigit() for character in text):
        return False
    names = word_set("head", "mastheads")
    has_name = any(word.lower().strip(".") in names for word in words)
    titled = all(word[0].isupper() or word.lower() in ("of", "and", "the", "for") for word in words)
    return (titled and has_name and len(words) <= 7) or len(words) <= 2


def is_name_line(text: str) -> bool:
    """Whether a line holds nothing but names, with posts and places: a byline without "by"."""
    if len(text) > 140 or any(character.isdigit() for character in text) or text[-1] in ".!?:":
        return False
    words = words_of(text)
    particles = word_set("head", "name_particles")
    posts = word_set("head", "posts")
    if not 1 < len(words) <= 14:
        return False
    if text.upper() == text or words[0].lower() in word_set("head", "headline_words"):
        return False
    return all(
        word[0].isupper() or word.lower() in particles or word.lower() in posts for word in words
    )


def is_heading(text: str) -> bool:
    """Whether a short line inside the story is a subhead rather than a fact in few words."""
    words = words_of(text)
    if not words or len(words) > 12:
        return False
    if text.endswith("?"):
        return True
    if ends_sentence(text) or text[-1] in ",;:" or text[0].islower():
        return False
    shouted = text.upper() == text
    if any(character.isdigit() for character in text):
        return shouted and not re.search(r"\d[,.:%]|[:%|+]|\d$", text)
    return not re.search(r"[:|%+]|\s/\s", text) or shouted
