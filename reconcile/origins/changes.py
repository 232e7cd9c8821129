"""A copied sentence and the claims of both articles in, what the copy has otherwise out."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from typing import Final

from reconcile.model import Article, Change, Citation, Claim, Kind, Value
from reconcile.origins.links import Link
from reconcile.origins.words import Words
from reconcile.values import sets
from reconcile.values.relation import relate

#: as many words of a name, at most, that stand for others
_LONGEST_NAME: Final = 3
#: letters of a name that are put, left out or exchanged when it is misspelt, as a share of all
_MISSPELT: Final = 0.34


def changes_in(
    link: Link, a: Words, b: Words, claims_a: Sequence[Claim], claims_b: Sequence[Claim]
) -> Iterator[Change]:
    """The values and names of a sentence that its copy has otherwise, in the order of the text.

    ``claims_a`` and ``claims_b`` are the claims with values in each sentence.
    """
    if not link.edits:
        return
    told: set[tuple[int, int]] = set()
    for claim in claims_a:
        for change in _value_change(claim, link, a, b, claims_b):
            told.add((change.a.start, change.a.end))
            yield change
    for change in _name_changes(link, a, b):
        if not any(start < change.a.end and change.a.start < end for start, end in told):
            yield change


# --- values -----------------------------------------------------------------------------------


def _value_change(
    claim: Claim, link: Link, a: Words, b: Words, others: Sequence[Claim]
) -> Iterator[Change]:
    here = _words_in(a, claim.focus.start, claim.focus.end)
    there = _counterpart(here, link) if here else None
    if here is None or there is None or a.forms[here[0] : here[1]] == b.forms[there[0] : there[1]]:
        return
    standing = [
        other
        for other in others
        if other.kind == claim.kind
        and (span := _words_in(b, other.focus.start, other.focus.end))
        and span[0] < there[1]
        and there[0] < span[1]
    ]
    if len(standing) == 1 and (why := _differs(claim, standing[0], a.article, b.article)):
        yield Change(_cite(claim), _cite(standing[0]), claim.kind, why)


def _words_in(words: Words, start: int, end: int) -> tuple[int, int] | None:
    """The words that a stretch of the text touches, by their numbers, half-open."""
    first = bisect.bisect_right(words.spans, start, key=lambda span: span[1])
    behind = bisect.bisect_left(words.spans, end, key=lambda span: span[0])
    return (first, behind) if first < behind else None


def _counterpart(here: tuple[int, int], link: Link) -> tuple[int, int] | None:
    """The words of the other sentence that stand where some of one do."""
    places: list[int] = []
    for run in link.same:
        low, high = max(here[0], run.a), min(here[1], run.a + run.length)
        if low < high:
            places += [run.b + low - run.a, run.b + high - run.a]
    for edit in link.edits:
        touches = edit.a[0] < here[1] and here[0] < edit.a[1]
        if touches or here[0] < edit.a[0] == edit.a[1] < here[1]:
            places += list(edit.b)
    return (min(places), max(places)) if places and min(places) < max(places) else None


def _differs(claim: Claim, other: Claim, article: Article, copy: Article) -> str:
    """Why two values cannot both be what was written first; "" where they can."""
    value, changed = claim.focus.value, other.focus.value
    if value is None or changed is None:
        return ""
    if value.unresolved or changed.unresolved:
        return _other_figure(claim, other)
    judgement = relate(
        value, changed,
        published_a=article.published, published_b=copy.published,
        words_a=_line(claim.focus.text), words_b=_line(other.focus.text),
    )  # fmt: skip
    if judgement.verdict == "conflict" or _has_another_unit(value, changed):
        return judgement.explanation
    return ""


def _other_figure(claim: Claim, other: Claim) -> str:
    """That figures differ before one and the same word, which could not be read; or ""."""
    one, two = claim.focus.value, other.focus.value
    if one is None or two is None or one.nominal is None or two.nominal is None:
        return ""
    words = (focus.text.casefold().split() for focus in (claim.focus, other.focus))
    if len({each[-1] for each in words}) > 1 or not sets.disjoint(one.interval, two.interval):
        return ""
    return f"“{_line(claim.focus.text)}” is not “{_line(other.focus.text)}”."


def _has_another_unit(value: Value, changed: Value) -> bool:
    """Whether a figure stayed as it was printed while the currency behind it changed."""
    same = value.nominal is not None and value.nominal == changed.nominal
    return same and value.kind == "money" and value.unit != changed.unit


def _cite(claim: Claim) -> Citation:
    focus = claim.focus
    return Citation(
        claim.article, focus.start, focus.end, focus.text, focus.value, claim.clause.sentence
    )


# --- names ------------------------------------------------------------------------------------


def _name_changes(link: Link, a: Words, b: Words) -> Iterator[Change]:
    """Names that the copy spells otherwise, and given names that it exchanges."""
    for edit in link.edits:
        lengths = edit.a[1] - edit.a[0], edit.b[1] - edit.b[0]
        if lengths[0] != lengths[1] or not 0 < lengths[0] <= _LONGEST_NAME:
            continue
        words = [*zip(range(*edit.a), range(*edit.b), strict=True)]
        if all(_is_plain_name(a, one) and _is_plain_name(b, other) for one, other in words):
            pairs = [(a.forms[one], b.forms[other]) for one, other in words]
            if all(_is_misspelt(*pair) for pair in pairs) or _is_within_a_name(
                edit.a, edit.b, a, b
            ):
                yield _named(edit.a, edit.b, a, b)


def _is_plain_name(words: Words, word: int) -> bool:
    """Whether a word is a part of a name and no figure, in full and not in capital letters."""
    start, end = words.spans[word]
    printed = words.article.text[start:end]
    return words.is_name(word) and printed.isalpha() and len(printed) > 1 and not printed.isupper()


def _is_misspelt(one: str, other: str) -> bool:
    from rapidfuzz.distance import OSA

    return one != other and OSA.distance(one, other) <= _MISSPELT * max(len(one), len(other))


def _is_within_a_name(here: tuple[int, int], there: tuple[int, int], a: Words, b: Words) -> bool:
    """Whether one word of a name differs and the next is the same: two people of one family."""
    ends = here[1], there[1]
    if here[1] - here[0] != 1 or ends[0] >= len(a.forms) or ends[1] >= len(b.forms):
        return False
    close = all(
        words.article.text[words.spans[end - 1][1] : words.spans[end][0]] == " "
        for words, end in ((a, ends[0]), (b, ends[1]))
    )
    return close and a.forms[ends[0]] == b.forms[ends[1]] and a.is_name(ends[0])


def _named(here: tuple[int, int], there: tuple[int, int], a: Words, b: Words) -> Change:
    kind: Kind = "name"
    first, second = _cite_words(a, here), _cite_words(b, there)
    return Change(first, second, kind, f"“{first.text}” is not “{second.text}”.")


def _cite_words(words: Words, numbers: tuple[int, int]) -> Citation:
    start, end = words.spans[numbers[0]][0], words.spans[numbers[1] - 1][1]
    sentence = words.sentences[words.sentence_of[numbers[0]]].span
    return Citation(words.article.id, start, end, words.article.text[start:end], sentence=sentence)


def _line(text: str) -> str:
    return " ".join(text.split())
