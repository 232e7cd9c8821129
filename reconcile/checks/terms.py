"""Lines in, sentences out that the terms served one after the other do not make."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from reconcile import patterns
from reconcile.checks.figures import Figure, Line
from reconcile.checks.found import apart, contradiction, joined, nominal_sum, told
from reconcile.checks.sums import meant, total_of
from reconcile.checks.vocabulary import words
from reconcile.model import Check

_FILE: Final = "terms"
#: so many characters on either side of a length say that it is a sentence
_BESIDE: Final = 32
#: terms that make less, or more, than this share of a sentence are those of another
_LEAST, _MOST = Decimal("0.66"), Decimal("1.5")
_SENTENCE: Final = patterns.compile(r"[.!?]\s")


def check_terms(lines: Sequence[Line]) -> Iterator[Check]:
    """A finding for each sentence of the article that its consecutive terms do not make."""
    for line in lines:
        if not words("consecutive", _FILE).search(line.masked):
            continue
        for sentence in _SENTENCE.split(line.masked):
            parts = [each for each in line.figures_in(sentence) if each.value.kind == "duration"]
            if len(parts) > 1 and not words("least", _FILE).search(sentence):
                yield from _check(parts, _sentences(lines, parts))
                break


def _sentences(lines: Sequence[Line], parts: Sequence[Figure]) -> list[Figure]:
    """The lengths elsewhere that are told as a sentence."""
    found = []
    for line in lines:
        text = line.article.text
        for figure in line.figures:
            beside = text[max(line.segment.start, figure.start - _BESIDE) : figure.end + _BESIDE]
            told_so = words("sentence", _FILE).search(beside) and not words("least", _FILE).search(
                beside
            )
            if figure.value.kind == "duration" and told_so and figure not in parts:
                found.append(figure)
    return found


def _check(parts: Sequence[Figure], sentences: Sequence[Figure]) -> Iterator[Check]:
    made = total_of(parts, "duration")
    if not sentences or not all(apart(made, meant(each)) for each in sentences):
        return
    near = [each for each in sentences if _LEAST <= _share(parts, each) <= _MOST]
    if not near:
        return
    sentence, listed = near[0], joined([part.text for part in parts])
    words_made = f"{listed} make {told(made, sentence.value, nominal_sum(parts))}"
    made = total_of(parts, "duration", words_made)
    title = f"{sentence.text}: {listed}"
    yield contradiction("sum", (sentence, *parts), title, made, meant(sentence), "duration")


def _share(parts: Sequence[Figure], sentence: Figure) -> Decimal:
    made = sum((part.value.nominal or Decimal(0) for part in parts), Decimal(0))
    return made / (sentence.value.nominal or Decimal(1))
