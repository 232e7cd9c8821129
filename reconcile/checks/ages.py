"""Lines in, ages out that do not fit the birth that the same article gives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from reconcile.checks.figures import Figure, Line
from reconcile.checks.found import check
from reconcile.checks.vocabulary import words
from reconcile.model import Article, Check, Interval
from reconcile.values.calendar import civil, day_number, day_of

_FILE: Final = "ages"
#: so many characters before a date the word "born" makes it a birth
_BEFORE: Final = 60
#: an age may be of some days before publication
_DAYS_BEFORE: Final = 14
#: ages of one person hardly differ by more where one of them is a slip
_NEAR_YEARS: Final = 10
#: the name before an age or a birth that is told of it
_APPOSED: Final = re.compile(
    r"((?:[A-ZÀ-Þ][\w’'-]+ ?)+),? ?\(?(?:who )?(?:was )?(?:born )?(?:aged? ?)?$"
)
_NAME: Final = re.compile(r"\b[A-ZÀ-Þ][\w’'-]+")


def check_ages(lines: Sequence[Line], article: Article) -> Iterator[Check]:
    """A finding for each age of a person that the date of birth beside it rules out."""
    if article.published is None:
        return
    figures = [figure for line in lines for figure in line.figures]
    births = [figure for figure in figures if _is_birth(figure, article)]
    ages = [figure for figure in figures if _is_present_age(figure, article)]
    for birth in births:
        span = _years_since(birth.value.interval, article)
        if span is None:
            continue
        own = [age for age in ages if age.sentence == birth.sentence]
        own = _nearest(own, birth) if len(births) == 1 or own else []
        candidates = own or [age for age in ages if _is_same_person(age, birth, births, article)]
        wrong = [age for age in candidates if not _fits(age, span)]
        if wrong and len(wrong) == len(candidates):
            yield _wrong(wrong[0], birth, span)


def _nearest(ages: Sequence[Figure], birth: Figure) -> list[Figure]:
    return sorted(ages, key=lambda age: abs(age.start - birth.start))[:1]


def _is_birth(figure: Figure, article: Article) -> bool:
    """Whether a date follows "born" in its sentence, with no other figure between."""
    if figure.value.kind != "date":
        return False
    start = max(figure.sentence.start, figure.start - _BEFORE)
    before = article.text[start : figure.start]
    found = list(words("born", _FILE).finditer(before))
    if not found or re.search(r"\d", before[found[-1].end() :]):
        return False
    return not words("after_birth", _FILE).search(before[found[-1].end() :])


def _is_present_age(figure: Figure, article: Article) -> bool:
    """Whether an age is that of publication, of one person: "aged 12 when" and "at 12" are not."""
    if figure.value.kind != "age" or figure.value.hedge or figure.value.nominal is None:
        return False
    before = article.text[max(figure.sentence.start, figure.start - 24) : figure.start]
    behind = article.text[figure.end : figure.end + 40]
    if words("then", _FILE).search(figure.text):
        return False
    if words("then_before", _FILE).search(before):
        return False
    return not words("then_behind", _FILE).match(behind.lstrip(" ,"))


def _years_since(birth: Interval, article: Article) -> tuple[int, int] | None:
    """The least and greatest age that the birth leaves open, around publication."""
    if birth.low is None or birth.high is None or article.published is None:
        return None
    published = article.published
    today = day_number(published.year, published.month, published.day)
    youngest = _years(day_of(int(birth.high) - 1), today - _DAYS_BEFORE)
    return youngest, _years(day_of(int(birth.low)), today)


def _years(born: int, today: int) -> int:
    (year, *birthday), (this_year, *now) = civil(born), civil(today)
    return this_year - year - (now < birthday)


def _fits(age: Figure, span: tuple[int, int]) -> bool:
    stated = age.value.nominal
    return stated is not None and span[0] <= stated <= span[1]


def _is_same_person(age: Figure, birth: Figure, births: Sequence[Figure], article: Article) -> bool:
    """Whether an age elsewhere is of the one who was born then.

    The names must say so; an age of "the Dutchwoman" is of the only person whose birth is told,
    where it is near.
    """
    span = _years_since(birth.value.interval, article)
    if span is None or age.value.nominal is None:
        return False
    named, born = _names_by(age, article), _names_by(birth, article)
    if named & born:
        return True
    near = min(abs(age.value.nominal - year) for year in span) <= 3
    return near and len(births) == 1 and not named and _is_definite(age, article)


def _names_by(figure: Figure, article: Article) -> set[str]:
    """The words of the name that the figure stands in apposition to, or its subject's."""
    before = article.text[max(figure.sentence.start, figure.start - 40) : figure.start]
    apposed = _APPOSED.search(before)
    if apposed and apposed.group(1).startswith("The "):
        return set()
    found = set(_NAME.findall(apposed.group(1))) if apposed else set()
    subject = figure.claim.clause.subject
    if not found and subject is not None and not subject.text.startswith("The "):
        found = set(_NAME.findall(subject.text))
    return {name for name in found if not words("no_name", _FILE).fullmatch(name)}


def _is_definite(age: Figure, article: Article) -> bool:
    """As in "the 24-year-old" or "The Dutchwoman, 19 years old"."""
    before = article.text[max(age.sentence.start, age.start - 40) : age.start]
    return bool(re.search(r"\b[Tt]he (?:[\w-]+ ){0,2}[\w-]*,? ?$", before))


def _wrong(age: Figure, birth: Figure, span: tuple[int, int]) -> Check:
    least, greatest = span
    told = str(least) if least == greatest else f"{least} or {greatest}"
    if greatest - least > 1:
        told = f"{least} to {greatest}"
    return check(
        "age",
        (birth, age),
        f"age {age.value.nominal}, born {birth.text}",
        f"Someone born in {birth.text} is {told} now; the article says {age.text}."
        if birth.value.stated.unit != "day"
        else f"Someone born on {birth.text} is {told} now; the article says {age.text}.",
        (
            f"from {birth.text} to publication it is {told} years",
            f"“{age.text}” is {age.value.nominal}",
        ),
        kind="age",
    )
