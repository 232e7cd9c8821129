"""A lemma in, the concept it names out: words that newsrooms use for one another share one."""

from __future__ import annotations

import functools
from typing import Final

from reconcile.tables import read_tables
from reconcile.tuples import NamedTuple

#: where no group holds a lemma, its first letters stand for its family: "produc"
STEM_LENGTH: Final = 6


class ParaphraseGroup(NamedTuple):
    """One concept: its name, its lemmas, a pair that must meet and a pair that must not."""

    name: str
    words: tuple[str, ...]
    same: tuple[str, ...]
    other: tuple[str, ...]


@functools.cache
def paraphrase_groups() -> tuple[ParaphraseGroup, ...]:
    """The groups as the data file lists them."""
    return tuple(
        ParaphraseGroup(
            entry["name"], tuple(entry["words"]), tuple(entry["same"]), tuple(entry["other"])
        )
        for entry in read_tables("alignment", "rules/paraphrase.toml")["group"]
    )


@functools.cache
def _concepts() -> dict[str, str]:
    return {word: f"={group.name}" for group in paraphrase_groups() for word in group.words}


@functools.cache
def concept(lemma: str) -> str:
    """The concept of a lemma: its group, or the stem it shares with its family."""
    found = _concepts().get(lemma)
    if found is not None:
        return found
    if "-" in lemma:
        return concept(lemma.rsplit("-", 1)[1]) if lemma[-1] != "-" else lemma
    return _american(lemma)[:STEM_LENGTH]


def _american(lemma: str) -> str:
    """One spelling for words that differ by country: metre, centre, colour, organise."""
    for british, american in (
        ("isation", "ization"),
        ("ise", "ize"),
        ("our", "or"),
        ("tre", "ter"),
    ):
        if lemma.endswith(british) and len(lemma) > len(british) + 1:
            return lemma[: -len(british)] + american
    return lemma
