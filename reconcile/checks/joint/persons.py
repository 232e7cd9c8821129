"""A scene in, ages out that do not fit a birth or another person's age in other articles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from reconcile import patterns
from reconcile.checks.births import is_birth, is_present_age, names_by
from reconcile.checks.figures import Figure, cite, day_of_publication
from reconcile.checks.found import apart, told
from reconcile.checks.joint.parts import FILE
from reconcile.checks.joint.scene import Scene, place_of, reading, words_of
from reconcile.checks.joint.telling import all_but_one, capital, joint_check, of_several
from reconcile.checks.lengths import DAY
from reconcile.checks.lifetimes import age_told, born, years_since
from reconcile.checks.vocabulary import words
from reconcile.model import Check, Claim, Step
from reconcile.records import frozen
from reconcile.values import sets, steps
from reconcile.values.telling import moment

#: an age may be of so many days before publication
_DAYS_BEFORE: Final = 31 * DAY
#: an age and a birth further apart are of two people of one name
_FARTHEST: Final = 15
#: words in front of an age among which it is said that somebody died
_AHEAD: Final = 5
_MOST_DIFFERENCE: Final = 60
_OLDER: Final = patterns.compile(
    r"\s+(older|younger)\s+than\s+(?:(?:his|her|their)\s+\w+,?\s+)?(.{2,40})"
)
_STOP: Final = patterns.compile(r"[,.;:()]|\s(?:and|who|was|is|were|but)\s")
_NAME: Final = patterns.compile(r"[A-ZÀ-Þ][\w’'-]*[^\W_]")


@frozen(eq=False)
class Told:
    """An age or a birth, and the words of the name whose it is."""

    figure: Figure
    person: frozenset[str]

    @property
    def article(self) -> str:
        return self.figure.claim.article


def misfit_ages(scene: Scene) -> Iterator[Check]:
    """Every age that contradicts a birth, or how much older one of two people is."""
    ages, births = _told(scene, is_age=True), _told(scene, is_age=False)
    people = [each.person for each in (*ages, *births)]
    yield from _by_birth(scene, ages, births, people)
    for claim in scene.claims:
        yield from _by_difference(scene, claim, ages, people)


def _told(scene: Scene, *, is_age: bool) -> list[Told]:
    found = []
    for claim in scene.claims:
        article, figure = scene.articles[claim.article], _figure(scene, claim)
        fits = is_present_age(figure, article) if is_age else is_birth(figure, article)
        fits = fits or is_age and figure.value != reading(claim)
        if article.published is not None and fits:
            person = frozenset(names_by(figure, article))
            if person:
                found.append(Told(figure, person))
    return found


def _figure(scene: Scene, claim: Claim) -> Figure:
    """A claim's figure; of one who "died on Monday at 84" the reading as an age."""
    value = reading(claim)
    ages = [each for each in value.alternatives if each.kind == "age"]
    ahead = " ".join(words_of(scene.before(claim))[-_AHEAD:])
    died = bool(ages) and words("died_at", FILE).search(ahead) and ahead.endswith(" at")
    return Figure(claim, ages[0] if died else value, 0)


def _is_one(a: frozenset[str], b: frozenset[str], people: Sequence[frozenset[str]]) -> bool:
    """Whether two names are of one person: the shorter may be that of no other of the story."""
    if not (a <= b or b <= a):
        return False
    return all(each <= (a | b) or not (a & b) <= each for each in people)


# --- births ---------------------------------------------------------------------------------------


def _by_birth(
    scene: Scene, ages: Sequence[Told], births: Sequence[Told], people: Sequence[frozenset[str]]
) -> Iterator[Check]:
    for age in ages:
        own = [birth for birth in births if _is_one(age.person, birth.person, people)]
        made = [(birth, _years(scene, birth, age)) for birth in own]
        stated = steps.reading(cite(age.figure), "")
        if not made or not all(apart(step, stated) and _is_near(step, stated) for _, step in made):
            continue
        others = [each for each in made if each[0].article != age.article]
        if others:
            birth, step = min(others, key=lambda each: place_of(each[0].figure.claim))
            yield _told_birth(scene, birth, age, step, stated)


def _years(scene: Scene, birth: Told, age: Told) -> Step:
    """The years from a birth to the day on which the age was printed, or shortly before."""
    published = scene.articles[age.article].published
    assert published is not None
    today = steps.publication(cite(age.figure), day_of_publication(published))
    day = steps.widen(today, _DAYS_BEFORE, Decimal(0))
    return years_since(steps.reading(cite(birth.figure), ""), day)


def _is_near(made: Step, stated: Step) -> bool:
    if made.result is None or stated.result is None:
        return False
    return sets.distance(made.result, stated.result) <= _FARTHEST


def _told_birth(scene: Scene, birth: Told, age: Told, made: Step, stated: Step) -> Check:
    published = scene.articles[age.article].published
    assert published is not None
    today = moment(day_of_publication(published).low or Decimal(0))
    said = f"{born(birth.figure)} is {age_told(made, _DAYS_BEFORE)} on {today}"
    last = steps.conclude("disjoint", (steps.spoken(made, said), stated), "")
    title = f"age {age.figure.text}, born {birth.figure.text}"
    explanation = f"{capital(said)}, not {age.figure.value.nominal}. These two cannot both hold."
    claims = (age.figure.claim, birth.figure.claim)
    return joint_check("age", claims, title, explanation, last)


# --- two people -----------------------------------------------------------------------------------


def _by_difference(
    scene: Scene, claim: Claim, ages: Sequence[Told], people: Sequence[frozenset[str]]
) -> Iterator[Check]:
    """As in "Mia is three years older than Tom", told beside the ages of both."""
    found = _OLDER.match(scene.behind(claim))
    subject = claim.clause.subject
    value = reading(claim)
    number = value.stated.number
    if found is None or subject is None or number is None or claim.clause.negated:
        return
    if value.stated.unit != "year" and value.unit != "year" or number > _MOST_DIFFERENCE:
        return
    one = frozenset(_NAME.findall(subject.text)) or _named_before(scene, claim)
    other = frozenset(_NAME.findall(_STOP.split(found.group(2))[0]))
    elder, younger = (one, other) if found.group(1) == "older" else (other, one)
    firsts = [age for age in ages if elder and _is_one(age.person, elder, people)]
    seconds = [age for age in ages if younger and _is_one(age.person, younger, people)]
    yield from of_several([_difference(claim, a, b) for a in firsts for b in seconds])[:1]


def _named_before(scene: Scene, claim: Claim) -> frozenset[str]:
    """The name that stands last in front of "who is three years older"."""
    found = words("relative", FILE).split(scene.before(claim))
    names = re.findall(r"(?:[A-ZÀ-Þ][\w’'-]*[^\W_] ?)+,? ?$", found[0]) if len(found) > 1 else []
    return frozenset(_NAME.findall(names[0])) if names else frozenset()


def _difference(claim: Claim, elder: Told, younger: Told) -> Check | None:
    made = steps.subtract(
        steps.reading(cite(elder.figure), ""), steps.reading(cite(younger.figure), ""), ""
    )
    stated = steps.printed(cite(Figure(claim, reading(claim), 0)))
    if not apart(made, stated):
        return None
    ages = f"{elder.figure.text} and {younger.figure.text}"
    said = f"{ages} are {told(made, reading(elder.figure.claim))} apart"
    last = steps.conclude("disjoint", (steps.spoken(made, said), stated), "")
    number = " ".join(claim.focus.text.split())
    cited = (claim, elder.figure.claim, younger.figure.claim)
    explanation = f"{capital(said)}, not {number}. {all_but_one(3)}"
    return joint_check("age", cited, f"{number} between {ages}", explanation, last)
