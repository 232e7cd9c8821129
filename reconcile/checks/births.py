"""Figures in, which of them are births and ages out, and which of them are of one person."""

from __future__ import annotations

import re
from typing import Final

from reconcile import patterns
from reconcile.checks.figures import Figure
from reconcile.checks.vocabulary import words
from reconcile.model import Article

_FILE: Final = "ages"
#: so many characters before a date the word "born" makes it a birth
_BEFORE: Final = 60
#: so many before "born" may say whose birth it is
_WHOSE: Final = 30
_BEFORE_AGE: Final = patterns.compile(r"(?:\bis(?: now)?|,|\bnow) $")
_BEHIND_AGE: Final = patterns.compile(r"[.,;]| and\b|$")
#: the name before an age or a birth that is told of it
_APPOSED: Final = patterns.compile(
    r"((?:[A-ZÀ-Þ][\w’'-]+ ?)+),? ?\(?(?:who )?(?:was )?(?:born (?:in |on )?)?(?:aged? ?)?$"
)
_NAME: Final = patterns.compile(r"\b[A-ZÀ-Þ][\w’'-]+")


def _before(figure: Figure, article: Article, length: int) -> str:
    return article.text[max(figure.sentence.start, figure.start - length) : figure.start]


def is_birth(figure: Figure, article: Article) -> bool:
    """Whether a date follows "born" in its sentence, with no other figure between."""
    if figure.value.kind != "date":
        return False
    before = _before(figure, article, _BEFORE + _WHOSE)
    found = list(words("born", _FILE).finditer(before))
    if not found or words("kin", _FILE).search(before[: found[-1].start()][-_WHOSE:]):
        return False
    between = before[found[-1].end() :]
    return not re.search(r"\d", between) and not words("after_birth", _FILE).search(between)


def is_present_age(figure: Figure, article: Article) -> bool:
    """Whether an age is that of publication, of one person: "aged 12 when" and "at 12" are not."""
    value = figure.value
    if value.hedge or value.nominal is None:
        return False
    before = _before(figure, article, 24)
    behind = article.text[figure.end : figure.end + 40]
    if value.kind != "age" and not _is_bare_age(figure, before, behind):
        return False
    if words("then", _FILE).search(figure.text):
        return False
    if words("then_before", _FILE).search(before) or words("kin", _FILE).search(before):
        return False
    return not words("then_behind", _FILE).match(behind.lstrip(" ,"))


def _is_bare_age(figure: Figure, before: str, behind: str) -> bool:
    """As in "she is 52 and has two children"."""
    may = any(each.kind == "age" for each in figure.value.alternatives)
    return may and _BEFORE_AGE.search(before) is not None and _BEHIND_AGE.match(behind) is not None


def are_of_two(age: Figure, birth: Figure, article: Article) -> bool:
    """Whether the two stand in apposition to two names: "Holm, born in 1999, beat Silva, 22"."""
    names = [_APPOSED.search(_before(figure, article, 40)) for figure in (age, birth)]
    found = [set(_NAME.findall(name.group(1))) for name in names if name is not None]
    return len(found) == 2 and not found[0] & found[1]


def names_by(figure: Figure, article: Article) -> set[str]:
    """The words of the name that the figure stands in apposition to, or its subject's."""
    before = _before(figure, article, 40)
    apposed = _APPOSED.search(before)
    if apposed and apposed.group(1).startswith("The "):
        return set()
    found = set(_NAME.findall(apposed.group(1))) if apposed else set()
    subject = figure.claim.clause.subject
    if not found and subject is not None and not subject.text.startswith("The "):
        found = set(_NAME.findall(subject.text))
    return {name for name in found if not words("no_name", _FILE).fullmatch(name)}


def is_definite(age: Figure, article: Article) -> bool:
    """As in "the 24-year-old" or "The Dutchwoman, 19 years old"."""
    before = _before(age, article, 40)
    return bool(re.search(r"\b[Tt]he (?:[\w-]+ ){0,2}[\w-]*,? ?$", before))
