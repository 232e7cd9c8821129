"""The blocks of a text in, their roles out: furniture, head, story and foot told apart."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from typing import Final

from reconcile.articles.blocks import Block, is_bullet
from reconcile.articles.features import (
    is_bar,
    is_date_line,
    is_heading,
    is_label,
    is_name_line,
    is_prose,
    words_of,
)
from reconcile.articles.vocabulary import LineRule, line_rules, word_set
from reconcile.model import SegmentRole

#: the head of a page is looked for in its first blocks only
HEAD_BLOCKS: Final = 24
_WHITE: Final = re.compile(r"\s+")
#: an entry of a live page begins with its time
_ENTRY: Final = re.compile(r"\d{1,2}[.:]\d\d\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4}\s*)?[-–—:]?\s")


def matching_rule(words: str, *, places: Container[str] = ("",)) -> LineRule | None:
    """The first rule of ``lines.toml`` that a line meets; ``places`` are those where it stands."""
    if len(words) > 1200:
        return None
    count = words.count(" ") + 1
    for rule in line_rules():
        if count <= rule.max_words and rule.where in places and rule.pattern.match(words):
            return rule
    return None


def _ruled(words: Sequence[str], lead: int) -> list[SegmentRole | None]:
    """The roles that the rules give, line by line; ``None`` where none speaks."""
    roles: list[SegmentRole | None] = []
    under_heading = False
    for index, line in enumerate(words):
        places = ["", "head"] if index < lead else [""]
        if roles and roles[-1] == "furniture":
            places.append("furniture")
        rule = matching_rule(line, places=places)
        if rule is not None:
            roles.append(rule.role)
            under_heading = rule.opens
        elif is_bar(line):
            roles.append("furniture")
        elif under_heading and not _ends_list(line):
            roles.append("furniture")
        else:
            under_heading = False
            roles.append(None)
    return roles


def _ends_list(line: str) -> bool:
    """Whether a line cannot be one of the links under a heading."""
    return is_prose(line) and not is_bullet(line)


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
    words: Sequence[str], candidates: Sequence[int], publisher: str | None, title: str | None
) -> int | None:
    """Which of the lines in front of the story is its headline."""
    titled = [index for index in candidates if _same(words[index], title)]
    if titled:
        return titled[0]
    named = [index for index in candidates if not _same(words[index], publisher)]
    if not named:
        return None
    scores = {index: _headline_score(words[index]) for index in named}
    best = max(named, key=lambda index: (scores[index], -index))
    # a headline stands in front of its standfirst, though that has more words
    good = [index for index in named if scores[index] * 10 >= scores[best] * 6 > 0]
    return good[0] if good else best


def _head_roles(
    words: Sequence[str],
    roles: list[SegmentRole | None],
    listed: Sequence[bool],
    lead: int,
    publisher: str | None,
    title: str | None,
) -> None:
    """Give each block in front of the story its role."""
    open_blocks = [index for index in range(lead) if roles[index] is None]
    candidates = [index for index in open_blocks if not listed[index]]
    marked = [index for index in range(lead) if roles[index] == "headline"]
    headline = marked[0] if marked else headline_index(words, candidates, publisher, title)
    last_mark = max((i for i in range(lead) if roles[i] in ("byline", "posted")), default=-1)
    for index in open_blocks:
        line = words[index]
        if index == headline:
            roles[index] = "headline"
        elif headline is None or index < headline:
            roles[index] = "body" if listed[index] else "furniture"
        elif listed[index]:
            roles[index] = "standfirst" if index < last_mark else "body"
        elif index > last_mark and _ENTRY.match(line):
            roles[index] = "body"
        elif _same(line, publisher) or (is_label(line) and len(words_of(line)) > 2):
            roles[index] = "byline" if is_name_line(line) else "furniture"
        elif is_name_line(line) and not _is_title_case_deck(line):
            roles[index] = "byline"
        elif index > last_mark and is_heading(line) and len(words_of(line)) <= 8:
            roles[index] = "headline"
        else:
            roles[index] = "standfirst"


def _is_title_case_deck(line: str) -> bool:
    """Whether a line in title case says something, as a deck does and names do not."""
    headline = word_set("head", "headline_words") - word_set("head", "name_particles")
    return any(word.lower() in headline for word in words_of(line)[1:])


def _foot_index(words: Sequence[str], roles: Sequence[SegmentRole | None]) -> int:
    """The index behind the last paragraph of the story."""
    for index in range(len(words) - 1, -1, -1):
        if roles[index] is None and (is_prose(words[index]) or len(words_of(words[index])) > 6):
            return index + 1
    return 0


def _story_role(words: str, *, at_foot: bool) -> SegmentRole:
    if is_prose(words) or not is_heading(words):
        return "body"
    return "furniture" if at_foot and not words.endswith("?") else "headline"


def roles_of(
    text: str, blocks: Sequence[Block], *, publisher: str | None = None, title: str | None = None
) -> list[SegmentRole]:
    """The role of each block of a text, hints of its markup obeyed."""
    words = [_WHITE.sub(" ", text[block.start : min(block.end, block.start + 1500)]) for block in blocks]
    first = first_prose(words)
    head_end = min(first + 8, HEAD_BLOCKS)
    roles = _ruled(words, head_end)
    for index, line in enumerate(words):
        listed = is_bullet(line) or blocks[index].hint == "list"
        deep_in_story = index >= head_end and is_prose(line)
        if roles[index] in (None, "byline") and not is_bullet(line) and not deep_in_story:
            if is_date_line(line, alone=listed or index > first):
                roles[index] = "posted"
    _apply_hints(blocks, roles)
    listed = [is_bullet(line) or block.hint == "list" for line, block in zip(words, blocks, strict=True)]
    lead = lead_index(words, roles, listed)
    _head_roles(words, roles, listed, lead, publisher, title)
    foot = _foot_index(words, roles)
    return [
        role or ("body" if listed[index] else _story_role(line, at_foot=index >= foot))
        for index, (role, line) in enumerate(zip(roles, words, strict=True))
    ]


#: hints that hold whatever the words look like
_STRONG: Final = ("furniture", "headline", "standfirst")
_FIXED: Final[dict[str, SegmentRole]] = {
    "headline": "headline",
    "subhead": "headline",
    "standfirst": "standfirst",
    "byline": "byline",
    "posted": "posted",
    "caption": "caption",
    "furniture": "furniture",
}


def _apply_hints(blocks: Sequence[Block], roles: list[SegmentRole | None]) -> None:
    """What markup says beats what words suggest, except that furniture stays furniture."""
    for index, block in enumerate(blocks):
        fixed = _FIXED.get(block.hint)
        if fixed is not None and (roles[index] != "furniture" or block.hint in _STRONG):
            roles[index] = fixed
        elif block.hint == "body" and roles[index] is None:
            roles[index] = "body"
