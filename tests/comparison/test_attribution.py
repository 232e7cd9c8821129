"""What a conflict is about, and how surely each side is told."""

import pytest

from reconcile.comparison import compare
from reconcile.comparison.attribution import about_of
from reconcile.comparison.certainty import STATED, grade
from reconcile.comparison.changes import is_ahead, says_of_now
from reconcile.comparison.vocabulary import rules
from tests.comparison.made import make, make_pair


def of_two(first, second):
    return make_pair(
        ("31 people", "31 people", "count"), ("28 people", "28 people", "count")
    )._replace(
        a=make("31 people", speaker=first)[0], b=make("28 people", name="b", speaker=second)[0]
    )


@pytest.mark.parametrize(
    ("first", "second", "about"),
    [
        (None, None, "world"),
        ("the police", None, "world"),
        ("the police", "the health ministry", "speakers"),
        ("Ana Silva", "Rui Costa", "speakers"),
        ("Ana Silva", "Silva", "words"),
        ("Police Chief Ana Silva", "Ana Silva", "words"),
        ("the police", "police", "words"),
        ("officials", "the police", "world"),
        ("a person familiar with the matter", "Ana Silva", "world"),
        ("he", "she", "world"),
        ("42 centimetres above the mark", "Ana Silva", "world"),
    ],
)
def test_what_a_conflict_is_about(first, second, about):
    pair = of_two(first, second)
    assert about_of(pair) == about_of(pair.swapped()) == about
    judgement = compare(*pair)
    assert (judgement.verdict, judgement.about) == ("conflict", about)


def test_speakers_who_differ_may_both_be_reported_truly():
    explanation = compare(*of_two("The police", "the health ministry")).explanation
    assert explanation.endswith(
        "; the speakers differ, the police (Paper A) and the health ministry (Paper B), and both "
        "may be reported truly."
    )


def test_of_one_speaker_one_source_has_the_words_wrong():
    explanation = compare(*of_two("Ana Silva", "Silva")).explanation
    assert explanation.endswith("; both cite Ana Silva, so one of them renders the words wrongly.")


def test_what_is_no_conflict_is_about_nothing():
    pair = make_pair("$73 billion", "$72.9 billion")
    assert compare(*pair).about is None


@pytest.mark.parametrize("text", rules("attribution")["generic"]["reads"])
def test_generic_speakers_are_not_told_apart(text):
    assert about_of(of_two(text, "Ana Silva")) == "world"


@pytest.mark.parametrize("text", rules("attribution")["generic"]["ignores"])
def test_speakers_are_told_apart(text):
    assert about_of(of_two(text, "Zoe Quist")) == "speakers"


# --- certainty ----------------------------------------------------------------------------------


def said(text, **clause):
    return make(text, text, "polarity", **clause)[0]


GRADES = rules("certainty")["grade"]


@pytest.mark.parametrize("entry", GRADES, ids=lambda entry: entry["name"])
def test_grades(entry):
    assert all(grade(said(text)) == entry["name"] for text in entry["reads"])
    assert all(grade(said(text)) == STATED for text in entry["ignores"])


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ("may have fled the country", "fled the country", "tells as possible what Paper B states"),
        ("allegedly took the coins", "took the coins", "tells as alleged what Paper B states"),
        ("is accused of taking coins", "took coins", "tells as alleged what Paper B states"),
        ("plans to sell the plant", "sold the plant", "tells as planned what Paper B states"),
    ],
)
def test_a_drift_of_certainty_is_its_own_reason(first, second, words):
    pair = make_pair(
        (first, first, "polarity"),
        (second, second, "polarity"),
    )
    judgement = compare(*pair, paired=True)
    assert (judgement.verdict, judgement.reason) == ("compatible", "certainty")
    assert words in judgement.explanation


def test_as_sure_on_both_sides_is_no_drift():
    pair = make_pair(("may have fled", "may have fled", "polarity"), ("might have fled",) * 2 +
                     ("polarity",))  # fmt: skip
    assert compare(*pair, paired=True).reason != "certainty"


@pytest.mark.parametrize("text", rules("polarity")["ahead"]["reads"])
def test_what_is_still_to_come(text):
    assert is_ahead(said(text, predicate_text=text))


@pytest.mark.parametrize("key", ["reads", "ignores"])
def test_what_was_not_known_yet(key):
    for text in rules("polarity")["unknown"][key]:
        assert says_of_now(said(text, predicate_text=text)) is (key == "reads"), text


@pytest.mark.parametrize("text", rules("polarity")["ahead"]["ignores"])
def test_what_is_not_to_come(text):
    assert not is_ahead(said(text, predicate_text=text))


@pytest.mark.parametrize(
    ("early", "late", "verdict"),
    [
        ("had not yet been found", "was found", "updated"),
        ("no deaths were reported", "two people died", "updated"),
        ("no siren sounded", "a siren sounded", "conflict"),
        ("nobody was hurt", "two were hurt", "conflict"),
        ("will not meet the premier", "met the premier", "conflict"),
        ("is closed", "has reopened", "updated"),
    ],
)
def test_what_a_later_report_can_have_changed(early, late, verdict):
    a = (early, early, "polarity")
    b = (late, late, "polarity")
    tenses = {"tense": "past"}
    one, other = make(*a, **tenses), make(*b, name="b", hours=8, **tenses)
    assert compare(one[0], other[0], one[1], other[1]).verdict == verdict
