"""Where a date stands in its sentence in, whether its verb looks back or ahead out."""

from __future__ import annotations

import itertools
from typing import Final

from reconcile.values.stream import Stream, is_capitalised, joined, kind_at, word_at
from reconcile.values.timewords import TimeWords, time_words

#: how many words are looked at on either side
_REACH: Final = 14
#: how near an infinitive must stand
_NEAR: Final = 7
#: how far before "to" the word that governs it may stand
_GOVERNING: Final = 4
#: what stands between the days of a list
_LISTING: Final = frozenset((",", "and", "or", "&", "the", "st", "nd", "rd", "th", *"-–"))
_STOPS: Final = frozenset('.!?;“”"')


def direction(stream: Stream, first: int, last: int) -> int:
    """-1 where the words around tokens ``first`` to ``last`` speak of the past, 1 of the future."""
    words = time_words()
    for index in range(first - 1, max(-1, first - 1 - _REACH), -1):
        if _stops(stream, index):
            break
        found = _cue(stream, index, words, near=first - index <= _NEAR)
        if found or stream.words[index] in words.promised:
            return found
    for index in range(last, min(len(stream.words), last + _REACH)):
        if _stops(stream, index):
            break
        found = _cue(stream, index, words, near=False)
        if found:
            return found
    return 0


def is_over(stream: Stream, first: int) -> bool:
    """Whether the verb of what begins at a token tells of a deed done: "was shot on Friday".

    At most an adverb and a place stand between them: "died suddenly in New York on Friday".
    """
    words = time_words()
    first = _start_of_days(stream, first, words)
    for index in range(first - 1, max(-1, first - 1 - _REACH), -1):
        word = stream.words[index]
        if word in words.past or word.endswith("ed"):
            return _is_deed(stream, index, words)
        if word in words.participle:
            return word_at(stream, index - 1) in words.done
        place = word in words.placing or is_capitalised(stream, index)
        if kind_at(stream, index) != "word" or not (place or word.endswith("ly")):
            return False
    return False


def _start_of_days(stream: Stream, first: int, words: TimeWords) -> int:
    """The first of the days that a day is listed with: "on May 12, 13 and 19"."""
    start = first
    while start and (
        stream.words[start - 1] in _LISTING
        or kind_at(stream, start - 1) == "number"
        or stream.words[start - 1] in words.month
    ):
        start -= 1
    numbered = any(kind_at(stream, at) == "number" for at in range(start, first))
    return start if numbered and stream.words[first - 1] in _LISTING else first


def _is_deed(stream: Stream, index: int, words: TimeWords) -> bool:
    """Whether a past form is no bare "was", and no "called" or "held" of what may yet come."""
    word, before = stream.words[index], word_at(stream, index - 1)
    if before.endswith("ly"):
        before = word_at(stream, index - 2)
    if word in words.no_deed or _cue(stream, index, words, near=True) >= 0 or before == "being":
        return False
    return word not in words.arranged or before in words.done


def behind_since(stream: Stream, first: int) -> bool:
    """Whether what begins at a token is the time of what "since" names: "since the vote on Friday".

    Not where "since" gives a reason, or has a time of its own.
    """
    words = time_words()
    for index in range(first - 1, max(-1, first - 1 - _NEAR), -1):
        word = stream.words[index]
        if word == "since":
            return index < first - 1
        marked = kind_at(stream, index) != "word"
        if marked or word in words.month or word in words.which or word in ("is", "are", "for"):
            return False
        if _cue(stream, index, words, near=True) > 0:
            return False
    return False


def perfect(stream: Stream, first: int) -> bool:
    """Whether "had" and a past form govern what begins at a token: "had counted 41 by Friday"."""
    words = time_words()
    for index in range(first - 1, max(0, first - 1 - _REACH), -1):
        word = stream.words[index]
        ahead = word in words.modal and kind_at(stream, index + 1) == "word"
        if _stops(stream, index) or ahead or word in words.promised:
            return False
        if word == "had":
            return word_at(stream, index + 1) not in ("to", "until", "a", "no")
    return False


def reached(stream: Stream, first: int) -> bool:
    """Whether a past form tells what was so "by" a time: "the toll reached 193 by Monday".

    Not where it asks for something: "ordered them out by Monday", "agreed on it by Monday".
    """
    words = time_words()
    for index in range(first - 1, max(-1, first - 1 - _REACH), -1):
        word = stream.words[index]
        if _stops(stream, index) or word in words.asking or word in words.promised:
            return False
        found = _cue(stream, index, words, near=True)
        if found > 0:
            return False
        if found < 0:
            near = stream.words[max(0, index - _NEAR) : index]
            return word_at(stream, index - 1) != "to" and not any(
                each in words.asking or each in words.promised for each in near
            )
    return False


def _stops(stream: Stream, index: int) -> bool:
    kind, word = stream.tokens[index].kind, stream.words[index]
    if kind == "newline":
        return True
    if word == "." and kind == "mark":  # an abbreviation's point does not end a sentence
        return index + 1 >= len(stream.words) or not _abbreviates(stream, index)
    return word in _STOPS


def _abbreviates(stream: Stream, index: int) -> bool:
    return (
        index > 0
        and len(stream.words[index - 1]) < 5
        and not (is_capitalised(stream, index + 1) and len(stream.words[index - 1]) > 1)
    )


def _cue(stream: Stream, index: int, words: TimeWords, *, near: bool) -> int:
    if stream.tokens[index].kind != "word":
        return 0
    word = stream.words[index]
    if word == "won" and word_at(stream, index + 2) == "t" and joined(stream, index + 1):
        return 1  # "won't"
    if word in words.future:
        return 1 if _is_verb(stream, index, word, words) else 0
    if word in words.past:
        return _past(stream, index, words)
    if word in words.running:
        return 1 if _runs_over(stream, index + 1, words) else 0
    if word in words.scheduled and _follows_plural(stream, index, words):
        return 1
    if near and word == "to" and kind_at(stream, index + 1) == "word":
        return _infinitive(stream, index, words)
    if word in words.promised:
        return 0
    if len(word) > 3 and word.endswith("ed") and not is_capitalised(stream, index):
        return _past(stream, index, words)
    if word.endswith("s") and index and stream.words[index - 1] in words.pronoun:
        return 1 if word not in ("was", "is", "has", "says", "does") else 0  # "before it joins"
    return 0


def _follows_plural(stream: Stream, index: int, words: TimeWords) -> bool:
    """As in "polls close": what goes before is a noun in the plural."""
    before = word_at(stream, index - 1)
    return len(before) > 3 and before.endswith("s") and before not in words.past


def _runs_over(stream: Stream, index: int, words: TimeWords) -> bool:
    """As in "runs | from 13 to 24 May", "runs | daily until Friday"; not "runs | a firm"."""
    if word_at(stream, index) not in words.running_over and kind_at(stream, index) != "number":
        return False
    for at in range(index, index + _NEAR):
        word = word_at(stream, at)
        if kind_at(stream, at) == "number" or word in words.month or word in words.weekday:
            return True
        if kind_at(stream, at) != "word" or word in ("that", "which", "who", "where"):
            return False
    return False


def _past(stream: Stream, index: int, words: TimeWords) -> int:
    """A past form; behind "be" ("to be held", "should be completed") it looks ahead."""
    before = stream.words[index - 1] if index else ""
    if before == "be" or (before in words.modal and not is_capitalised(stream, index - 1)):
        return 1
    return 0 if before in ("is", "are") else -1


def _is_verb(stream: Stream, index: int, word: str, words: TimeWords) -> bool:
    """As in "will", "may" and "set" with a capital, or behind a determiner, are something else."""
    before = stream.words[index - 1] if index else ""
    if word in words.planned:  # "is expected", "expected to", but not "than the market expected"
        behind = stream.words[index + 1] if index + 1 < len(stream.words) else ""
        if before == "had" and word in words.reckoned:
            return False
        return before in words.auxiliary or behind == "to" or before == ","
    if word in ("next", "coming", "tomorrow", "upcoming", "tonight"):
        return True
    owned = before in time_words().determiner - words.relative
    return not owned and not (is_capitalised(stream, index) and index > 0)


def _looks_ahead(stream: Stream, index: int, words: TimeWords) -> bool:
    """Whether what governs "to" looks ahead; at the head of a clause it does."""
    governing = stream.words[max(0, index - _GOVERNING) : index]
    marks = {word for word in governing if not word.isalnum()}
    return not governing or bool(marks) or any(word in words.looks_ahead for word in governing)


def _had_expected(stream: Stream, index: int, words: TimeWords) -> bool:
    """As in "had expected the firm to earn": what was expected then is over."""
    near = stream.words[max(0, index - _NEAR) : index]
    return any(pair[0] == "had" and pair[1] in words.reckoned for pair in itertools.pairwise(near))


def _infinitive(stream: Stream, index: int, words: TimeWords) -> int:
    """As in "to meet on Friday" lies ahead, "to London" and "refused to meet" do not."""
    behind = stream.words[index + 1]
    before = stream.words[index - 1] if index else ""
    if (
        before in words.no_infinitive
        or behind in words.no_verb
        or behind in words.hedge
        or behind in time_words().determiner
        or is_capitalised(stream, index + 1)
    ):
        return 0
    if not _looks_ahead(stream, index, words) or _had_expected(stream, index, words):
        return 0
    ahead = behind not in words.which and behind not in words.month and not behind.endswith("s")
    return 1 if ahead and behind not in words.weekday and len(behind) > 1 else 0
