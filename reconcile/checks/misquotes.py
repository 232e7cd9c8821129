"""Claims and lines in, quotations out that stand there twice and do not say the same."""

from __future__ import annotations

import bisect
import itertools
import operator
from collections.abc import Iterator, Sequence
from typing import Final

from reconcile import patterns
from reconcile.checks.figures import Figure, Line
from reconcile.checks.found import apart, check, denied, read
from reconcile.checks.speech import ABOVE, denials_in, without_denials
from reconcile.folding import fold
from reconcile.model import Article, Check, Citation, Claim
from reconcile.records import frozen
from reconcile.values import steps
from reconcile.values.numbers import is_number_word

_WORD: Final = patterns.compile(r"[^\W_]+(?:['’][^\W_]+)?")
#: so many words, figures and denials left out, make two quotations one
_FEWEST: Final = 3
_START: Final = operator.attrgetter("start")


@frozen
class Quotation:
    """Words between quotation marks, and the figures among them."""

    claim: Claim
    figures: tuple[Figure, ...]
    #: the words without figures and denials
    words: tuple[str, ...]
    denials: int


def check_misquotes(
    claims: Sequence[Claim], lines: Sequence[Line], article: Article
) -> Iterator[Check]:
    """A finding for each quotation that stands there twice and does not say the same."""
    figures = sorted((each for line in lines for each in line.figures), key=_START)
    quoted = [_quotation(each, figures, article) for each in claims if each.kind == "quote"]
    for a, b in itertools.combinations(quoted, 2):
        if _are_one(a, b) and not _is_told_so(a, b, quoted):
            yield from _check(a, b, article)


def _quotation(claim: Claim, figures: Sequence[Figure], article: Article) -> Quotation:
    focus = claim.focus
    first, last = (bisect.bisect_left(figures, at, key=_START) for at in (focus.start, focus.end))
    inside = tuple(each for each in figures[first:last] if each.end <= focus.end)
    said = [
        fold(found.group())
        for found in _WORD.finditer(without_denials(focus.text))
        if not (inside and (found.group()[0].isdigit() or is_number_word(found.group())))
    ]
    return Quotation(claim, inside, tuple(said), denials_in(focus.text))


def _are_one(a: Quotation, b: Quotation) -> bool:
    """Whether one sentence is quoted twice: by one speaker, or by none on either side."""
    speakers = [set(each.claim.context.speaker) for each in (a, b)]
    if speakers[0] and speakers[1] and not speakers[0] & speakers[1]:
        return False
    if len(a.words) < _FEWEST or len(b.words) < _FEWEST:
        return False
    return a.words == b.words or _is_part(a, b) or _is_part(b, a)


def _is_part(above: Quotation, told: Quotation) -> bool:
    """Whether a headline's words are a run of those that the text quotes."""
    if above.claim.clause.segment_role not in ABOVE or told.claim.clause.segment_role in ABOVE:
        return False
    size = len(above.words)
    return any(
        told.words[at : at + size] == above.words for at in range(len(told.words) - size + 1)
    )


def _is_told_so(a: Quotation, b: Quotation, every: Sequence[Quotation]) -> bool:
    """Whether a third quotation has the very words of either: then both may have been said."""
    own = {a.claim.focus.text, b.claim.focus.text}
    return any(each.claim.focus.text in own for each in every if each not in (a, b))


def _check(a: Quotation, b: Quotation, article: Article) -> Iterator[Check]:
    if len(a.figures) == len(b.figures) == 1:
        first, second = a.figures[0], b.figures[0]
        alike = first.value.kind == second.value.kind and first.value.unit == second.value.unit
        bare = first.value.kind == second.value.kind == "count"
        made, stated = read(first), read(second)
        if (alike or bare) and apart(made, stated):
            last = steps.conclude("disjoint", (made, stated), "no value lies in both")
            said = f"The same words are quoted with {first.text} and with {second.text}."
            title = f"{first.text} or {second.text}, quoted"
            yield check("quotation", (first, second), title, said, last, first.value.kind)
    elif not a.figures and not b.figures and a.denials % 2 != b.denials % 2:
        yield _denied(a, b, article)


def _denied(a: Quotation, b: Quotation, article: Article) -> Check:
    cited = tuple(_cite(each.claim, article) for each in (a, b))
    one, other = (" ".join(each.text.split()) for each in cited)
    explanation = f"The same words are quoted as “{one}” and as “{other}”."
    return denied("quotation", cited, f"{one}, or the opposite", explanation, "quote")


def _cite(claim: Claim, article: Article) -> Citation:
    focus = claim.focus
    text = article.text[focus.start : focus.end]
    return Citation(article.id, focus.start, focus.end, text, None, claim.clause.sentence)
