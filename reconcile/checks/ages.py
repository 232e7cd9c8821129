"""Lines in, ages out that do not fit the birth that the same article gives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from reconcile.checks.births import are_of_two, is_birth, is_definite, is_present_age, names_by
from reconcile.checks.figures import Figure, Line, cite, day_of_publication
from reconcile.checks.found import apart, contradiction, read
from reconcile.checks.lengths import DAY
from reconcile.checks.lifetimes import age_told, born, years_since
from reconcile.checks.vocabulary import words
from reconcile.model import Article, Check, Step
from reconcile.values import steps
from reconcile.values.calendar import civil, day_of

#: an age may be of so many days before publication
_DAYS_BEFORE: Final = 14 * DAY
#: ages of "the Dutchwoman" and a birth further apart are of two people
_NEAR_YEARS: Final = 3


def check_ages(lines: Sequence[Line], article: Article) -> Iterator[Check]:
    """A finding for each age of a person that the date of birth beside it rules out."""
    if article.published is None:
        return
    figures = [figure for line in lines for figure in line.figures]
    births = [figure for figure in figures if is_birth(figure, article)]
    ages = [figure for figure in figures if is_present_age(figure, article)]
    for birth in births:
        own = [age for age in ages if age.sentence == birth.sentence]
        own = [age for age in own if not are_of_two(age, birth, article)]
        own = sorted(own, key=lambda age: abs(age.start - birth.start))[:1]
        lone = len(births) == 1
        its = own or [age for age in ages if _is_same_person(age, birth, article, lone=lone)]
        made = {age: _years_until(birth, age, figures, article) for age in its}
        wrong = [age for age in its if made[age] and all(apart(x, read(age)) for x in made[age])]
        if wrong and len(wrong) == len(its):
            yield _wrong(wrong[0], birth, made[wrong[0]][-1], article)


def _years_until(
    birth: Figure, age: Figure, figures: Sequence[Figure], article: Article
) -> list[Step]:
    """The years from the birth to each day that the age may be of: publication comes last."""
    if article.published is None or birth.value.interval.high is None:
        return []
    today = steps.publication(cite(birth), day_of_publication(article.published))
    days = [steps.widen(today, _DAYS_BEFORE, Decimal(0))]
    for figure in figures:
        low = figure.value.interval.low
        dated = figure.value.kind == "date" and figure.sentence == age.sentence
        if dated and figure is not birth and low is not None and low > birth.value.interval.high:
            days.insert(0, read(figure))
    return [years_since(read(birth), day) for day in days]


def _is_same_person(age: Figure, birth: Figure, article: Article, *, lone: bool) -> bool:
    """Whether an age elsewhere is of the one who was born then.

    The names must say so; an age of "the Dutchwoman" is of the only person whose birth is told,
    where it is near.
    """
    named, of_birth = names_by(age, article), names_by(birth, article)
    if named & of_birth:
        return True
    if named or not lone or age.value.nominal is None or not is_definite(age, article):
        return False
    return any(abs(age.value.nominal - years) <= _NEAR_YEARS for years in _ages(birth, article))


def _ages(birth: Figure, article: Article) -> tuple[int, int]:
    """The least and greatest age on the day of publication, in whole years."""
    interval, published = birth.value.interval, article.published
    if interval.low is None or interval.high is None or published is None:
        return 0, 0
    today = (published.year, published.month, published.day)
    days = (civil(day_of(int(interval.high) - 1)), civil(day_of(int(interval.low))))
    first, last = (today[0] - day[0] - (today[1:] < day[1:]) for day in days)
    return first, last


def _wrong(age: Figure, birth: Figure, made: Step, article: Article) -> Check:
    sentence = article.text[age.sentence.start : age.sentence.end]
    verb = "would be" if words("dead", "ages").search(sentence) else "is"
    made = steps.spoken(made, f"{born(birth)} {verb} {age_told(made, _DAYS_BEFORE)} now")
    title = f"age {age.value.nominal}, born {birth.text}"
    return contradiction("age", (birth, age), title, made, read(age), "age")
