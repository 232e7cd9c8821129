"""A word in, its forms out; a form in, the words of a table that it is a form of out.

Rules name lemmas only. A text has fewer words than the rules, so those of the text are led back.
"""

from __future__ import annotations

import functools
from collections.abc import Container, Iterator, Mapping
from typing import Final

from reconcile.tables import read_tables

#: what a form ends in, and what its lemma has in that place
_ENDINGS: Final = (
    ("s", ""),
    ("es", ""),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
    ("ies", "y"),
    ("ied", "y"),
)


@functools.cache
def inflections(word: str) -> frozenset[str]:
    """The forms of a verb or noun, so that a rule may name its lemma only."""
    return regular_forms(word) | frozenset(_irregular().get(word, ()))


def regular_forms(word: str) -> frozenset[str]:
    """The forms of a verb or noun that follow from its letters."""
    stem = word[:-1] if word.endswith("e") else word
    forms = {word, f"{word}s", f"{word}es", f"{stem}ed", f"{stem}ing"}
    if word.endswith("y"):
        forms |= {f"{word[:-1]}ies", f"{word[:-1]}ied"}
    if len(word) > 2 and word[-1] not in "aeiouwxy" and word[-2] in "aeiou":
        forms |= {f"{word}{word[-1]}ed", f"{word}{word[-1]}ing"}
    return frozenset(forms)


def lemmas_in(words: Container[str], form: str) -> set[str]:
    """The words of a table that have this form."""
    return {word for word in _possible(form) if word in words and form in inflections(word)}


def _possible(form: str) -> Iterator[str]:
    """Every word that may have this form, and others that have not."""
    yield form
    yield from _irregular_lemmas().get(form, ())
    for ending, replaced in _ENDINGS:
        if form.endswith(ending):
            stem = form[: -len(ending)]
            yield stem + replaced
            if stem[-1:] == stem[-2:-1]:
                yield stem[:-1]


@functools.cache
def _irregular() -> Mapping[str, list[str]]:
    irregular: Mapping[str, list[str]] = read_tables("values", "rules/questions.toml")["irregular"]
    return irregular


@functools.cache
def _irregular_lemmas() -> Mapping[str, list[str]]:
    lemmas: dict[str, list[str]] = {}
    for lemma, forms in _irregular().items():
        for form in forms:
            lemmas.setdefault(form, []).append(lemma)
    return lemmas
