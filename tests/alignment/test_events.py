"""The event that a figure belongs to, and how dates, lengths and ages stand to their articles."""

from __future__ import annotations

import datetime

import pytest

import reconcile
from reconcile.alignment.candidates import columns_of
from reconcile.alignment.elapsed import ELAPSED_LEVELS, elapsed_evidence
from reconcile.alignment.evidence import LEVELS, evidence_of
from reconcile.alignment.lexicon import concept
from reconcile.alignment.likeness import VALUE_LEVELS, values_between
from reconcile.alignment.phrases import title_words
from reconcile.alignment.profiles import Profile, profile_claims
from reconcile.articles import read_article
from reconcile.tables import read_tables

LIGHT = read_tables("alignment", "rules/events.toml")["light"]


def _profile(
    text: str, kind: str, figure: str, published: tuple[int, int, int] = (2026, 3, 6)
) -> Profile:
    """The profile of a figure of a text."""
    article = read_article(
        f"News\n\n{text} That is all so far.\n", published=datetime.datetime(*published, 9)
    )
    claims = reconcile.extract_claims([article])
    found = [
        each
        for each in profile_claims(claims, [article])
        if each.claim.kind == kind and figure in each.claim.focus.text
    ]
    return found[0]


def _level(a: Profile, b: Profile, level: str) -> float:
    return float(evidence_of([a, b], *columns_of([(0, 1)]))[0, LEVELS.index(level)])


SIGNED = "The two firms signed the pact in May 2025, and a plant in Lodz opens in June 2027."


def test_each_date_of_a_sentence_has_an_event_of_its_own() -> None:
    signed, opens = _profile(SIGNED, "date", "May"), _profile(SIGNED, "date", "June")
    assert concept("sign") in signed.event.words
    assert concept("open") in opens.event.words
    assert concept("open") not in signed.event.words


def test_an_event_told_in_other_words_is_alike_and_another_of_the_sentence_is_not() -> None:
    signed, opens = _profile(SIGNED, "date", "May"), _profile(SIGNED, "date", "June")
    other = _profile("The opening of the plant is set for July 2027.", "date", "July")
    assert _level(opens, other, "event alike") > _level(signed, other, "event alike")
    in_both = "event in the words of both"
    assert _level(opens, other, in_both) > _level(signed, other, in_both)


def test_who_takes_part_tells_two_trips_apart() -> None:
    a = _profile("Karin Moll arrived in Tartu on Monday.", "date", "Monday")
    same = _profile("Moll arrived on Tuesday.", "date", "Tuesday")
    other = _profile("Piet Sauer arrived on Tuesday.", "date", "Tuesday")
    assert _level(a, same, "doer shared") > 0.0
    assert _level(a, other, "doer clash") == 1.0


def test_the_day_of_saying_so_is_no_day_of_an_event() -> None:
    said = _profile("The mill will close, its owner said on Monday.", "date", "Monday")
    closed = _profile("The mill closed on Monday.", "date", "Monday")
    assert said.event.is_telling
    assert not closed.event.is_telling
    assert _level(said, closed, "one told") == 1.0
    assert _level(said, said, "both told") == 1.0


@pytest.mark.parametrize("word", LIGHT["reads"])
def test_light_words_are_left_out(word: str) -> None:
    assert word in LIGHT["words"]


@pytest.mark.parametrize("word", LIGHT["ignores"])
def test_words_that_tell_an_event_are_kept(word: str) -> None:
    assert word not in {*LIGHT["words"], *title_words()["pronouns"]["words"]}


@pytest.mark.parametrize(
    ("a", "b", "level"),
    [
        ("The fair opens on 9 May 2026.", "The fair opens on 12 June 2026.", "both still ahead"),
        ("It opened in 1991.", "It opened in 1989.", "both long past"),
        ("It opened on Thursday.", "It opened today.", "both of these days"),
        ("The fair opens on 9 May 2026.", "It opened in 1989.", "one ahead, one long past"),
    ],
)
def test_dates_lie_ahead_of_their_articles_or_behind(a: str, b: str, level: str) -> None:
    figures = [text.removesuffix(".").split()[-1] for text in (a, b)]
    profiles = [_profile(t, "date", f) for t, f in zip((a, b), figures, strict=True)]
    assert elapsed_evidence(*profiles) == {level: 1.0}


@pytest.mark.parametrize(
    ("dated", "length", "level"),
    [
        ("since August 2023", "hid for nearly three years", "length reaches back to the date"),
        ("since August 2019", "hid for nearly three years", "length does not reach the date"),
        ("in 1991", "has a 34-year-old son", "age reaches back to the date"),
        ("until 20 March", "has 14 days to appeal", "length reaches on to the date"),
        ("from 2011 to 2015", "led it for four years", "length of the date's own span"),
    ],
)
def test_a_length_is_counted_from_its_article(dated: str, length: str, level: str) -> None:
    date = _profile(f"He was on the run {dated}.", "date", dated.split()[-1])
    other = _profile(f"He {length}.", "age" if "-old" in length else "duration", "")
    assert elapsed_evidence(date, other) == elapsed_evidence(other, date) == {level: 1.0}


@pytest.mark.parametrize(
    ("a", "b", "holds"),
    [
        ("It opened in February 2021.", "It opened in March 2022.", 1.0),
        ("It opened in 1991.", "It opened in 1988.", 1.0),
        ("It opened in March 2022.", "It opened in 2021.", 0.0),
        ("It opened in 1991.", "It opened in 1991.", 0.0),
    ],
)
def test_dates_that_differ_may_be_equally_fine(a: str, b: str, holds: float) -> None:
    profiles = [_profile(text, "date", text.removesuffix(".").split()[-1]) for text in (a, b)]
    level = VALUE_LEVELS.index("dates apart and equally fine")
    assert values_between(profiles, *columns_of([(0, 1)]))[0, level] == holds


def test_other_kinds_are_not_counted_from_their_articles() -> None:
    a = _profile("Some 40 people left.", "count", "40")
    assert elapsed_evidence(a, a) == {}
    assert len(set(ELAPSED_LEVELS)) == len(ELAPSED_LEVELS)
