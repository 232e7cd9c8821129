"""The lines of a page in, its head read out: headline, standfirst, byline, the story's begin."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reconcile import patterns
from reconcile.articles.features import (
    ends_sentence,
    is_heading,
    is_label,
    is_name_line,
    is_prose,
    words_of,
)
from reconcile.articles.vocabulary import word_set
from reconcile.model import SegmentRole

#: the head of a page is looked for in its first blocks only
HEAD_BLOCKS: Final = 24
#: a line with this score or a higher one is a title rather than a label
_TITLED: Final = 4
_WHITE: Final = patterns.compile(r"\s+")
#: an entry of a live page begins with its time
_ENTRY: Final = patterns.compile(
    r"\d{1,2}[.:]\d\d\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4}\s*)?[-–—:]?\s"
)


def first_prose(words: Sequence[str]) -> int:
    """The index of the first paragraph; the number of blocks where there is none."""
    return next((index for index, line in enumerate(words) if is_prose(line)), len(words))


def lead_index(
    words: Sequence[str], roles: Sequence[SegmentRole | None], listed: Sequence[bool]
) -> int:
    """The index of the story's first paragraph, behind byline, date and standfirst."""
    prose = [
        index
        for index, line in enumerate(words)
        if roles[index] is None and is_prose(line) and not listed[index]
    ]
    if not prose:
        return len(words)
    for mark in range(min(HEAD_BLOCKS, len(words)) - 1, -1, -1):
        if roles[mark] in ("byline", "posted"):
            in_front = sum(index < mark for index in prose)
            behind = [index for index in prose if index > mark]
            if in_front <= 1 and behind:
                return behind[0]
    return prose[0]


def _headline_score(words: str) -> int:
    tokens = words_of(words)
    headline = word_set("head", "headline_words")
    score = min(len(tokens), 8)
    score += 3 * any(token.lower() in headline for token in tokens[1:])
    score += 2 * any(character.isdigit() for character in words)
    score += 2 * any(mark in words for mark in "'\"“‘’:?!,")
    return score - (8 if is_label(words) else 0) - (6 if is_name_line(words) else 0)


def _same(left: str, right: str | None) -> bool:
    return right is not None and _WHITE.sub(" ", left).casefold() == right.casefold()


def headline_index(
    words: Sequence[str],
    candidates: Sequence[int],
    *,
    first_mark: int,
    publisher: str | None,
    title: str | None,
) -> int | None:
    """Which of the lines in front of the story is its headline.

    ``first_mark`` is the first byline or date line: a title in front of it goes before the others.
    """
    titled = [index for index in candidates if _same(words[index], title)]
    if titled:
        return titled[0]
    named = [index for index in candidates if not _same(words[index], publisher)]
    if not named:
        return None
    scores = {index: _headline_score(words[index]) for index in named}
    in_front = [index for index in named if index < first_mark and scores[index] >= _TITLED]
    named = in_front or named
    best = max(named, key=lambda index: (scores[index], -index))
    # a headline stands in front of its standfirst, though that has more words
    good = [index for index in named if scores[index] * 10 >= scores[best] * 6 > 0]
    return good[0] if good else best


def give_head_roles(
    words: Sequence[str],
    roles: list[SegmentRole | None],
    listed: Sequence[bool],
    lead: int,
    *,
    publisher: str | None,
    title: str | None,
) -> None:
    """Give each block in front of the story its role, in place."""
    open_blocks = [index for index in range(lead) if roles[index] is None]
    candidates = [index for index in open_blocks if not listed[index]]
    marked = [index for index in range(lead) if roles[index] == "headline"]
    marks = [index for index in range(lead) if roles[index] in ("byline", "posted")]
    last_mark = max(marks, default=-1)
    headline = (
        marked[0]
        if marked
        else headline_index(
            words, candidates, first_mark=min(marks, default=0), publisher=publisher, title=title
        )
    )
    for index in open_blocks:
        line = words[index]
        if index == headline:
            roles[index] = "headline"
        elif headline is None or index < headline:
            roles[index] = "body" if listed[index] else "furniture"
        elif listed[index]:
            roles[index] = "standfirst" if index < last_mark else "body"
        else:
            roles[index] = _behind_headline(line, publisher, before_mark=index < last_mark)


def _behind_headline(line: str, publisher: str | None, *, before_mark: bool) -> SegmentRole:
    """The role of a line between the headline and the story; a byline or date may follow it."""
    count = len(words_of(line))
    if not any(character.isalpha() for character in line):
        return "furniture"
    says_it_all = ends_sentence(line) and not is_heading(line)
    if not before_mark and (_ENTRY.match(line) or says_it_all):
        return "body"
    if _same(line, publisher) or (is_label(line) and count > 2):
        return "byline" if is_name_line(line) else "furniture"
    if (before_mark and count == 1) or (is_name_line(line) and not _is_title_case_deck(line)):
        return "byline"
    if not before_mark and is_heading(line) and count <= 8:
        return "headline"
    return "standfirst"


def _is_title_case_deck(line: str) -> bool:
    """Whether a line in title case says something, as a deck does and names do not."""
    headline = word_set("head", "headline_words") - word_set("head", "name_particles")
    return any(word.lower() in headline for word in words_of(line)[1:])
