"""Which figures move between two reports, and which stand still."""

import pytest
from attrs import evolve

from reconcile.comparison import compare
from reconcile.comparison.deadlines import is_due
from reconcile.comparison.pair import holds
from reconcile.comparison.runningwords import is_fixed, is_of_earlier, own_rules_of
from reconcile.comparison.vocabulary import rules
from reconcile.model import Context
from tests.comparison.made import make, make_pair


def verdict(early, late, kind="count", hours=20):
    pair = make_pair((*early[:2], kind), (*late[:2], kind), hours)
    a, b = (
        evolve(claim, context=Context(governor=told[2])) if len(told) > 2 else claim
        for claim, told in ((pair.a, early), (pair.b, late))
    )
    return compare(a, b, pair.article_a, pair.article_b).verdict


MOVED = [
    (
        "By noon 900 people had signed a petition.",
        "900 people",
        "It has 1,300 signatures.",
        "1,300",
    ),
    ("Three men were taken into custody.", "Three men", "Five have been arrested.", "Five"),
    ("Nine villagers lost their lives.", "Nine villagers", "The toll is 13.", "13"),
    ("Six others have not been found.", "Six others", "Two are missing.", "Two"),
    (
        "Some 140 goods trains are stuck.",
        "140 goods trains",
        "At dawn 190 trains stood idle.",
        "190 trains",
    ),
    (
        "Twelve are dead.",
        "Twelve",
        "The toll is 18; on the first morning it had been nine.",
        "nine",
    ),
    (
        "By noon 31 growers had handed in their keys.",
        "31 growers",
        "Some 44 growers gave up their keys.",
        "44 growers",
    ),
    ("The toll is 21.", "21", "By then it was 27.", "27"),
]
STOOD = [
    (
        "A five-storey block killed six when it fell.",
        "five-storey",
        "Six died in the four-storey block.",
        "four-storey",
    ),
    (
        "The trial enrolled 3,100 patients.",
        "3,100 patients",
        "Doctors gave 3,410 patients the drug.",
        "3,410 patients",
    ),
    (
        "By noon 31 growers had handed in their keys.",
        "31 growers",
        "Some 24 growers gave up their keys.",
        "24 growers",
    ),
    (
        "Thirty-one growers handed in their keys.",
        "Thirty-one growers",
        "Some 44 growers gave up their keys.",
        "44 growers",
    ),
    ("The plane landed with 120 people.", "120 people", "It landed with 145.", "145"),
    (
        "The company registered in Panama has 12 directors.",
        "12 directors",
        "The company is registered in Panama and has 19 directors.",
        "19 directors",
    ),
    (
        "The island with a view has 40 rooms.",
        "40 rooms",
        "A view and 60 rooms the island has.",
        "60 rooms",
    ),
    (
        "The court jailed 12 men over people buried alive.",
        "12 men",
        "It jailed 15 men over the people buried alive.",
        "15 men",
    ),
    ("The vaccine is given in two doses.", "two doses", "It takes three doses.", "three doses"),
    ("The launch was put off three times.", "three times", "It was put off twice.", "twice"),
    ("There were 1,243 cases.", "1,243 cases", "Officials speak of 1,423 cases.", "1,423 cases"),
    (
        "They have vaccinated 2,100 of a target of 8,400.",
        "8,400",
        "The aim is to vaccinate 9,900.",
        "9,900",
    ),
]


@pytest.mark.parametrize(("early", "told", "late", "then"), MOVED)
def test_a_figure_that_moves_is_updated(early, told, late, then):
    assert verdict((early, told), (late, then)) == "updated"


@pytest.mark.parametrize(("early", "told", "late", "then"), STOOD)
def test_a_figure_that_stands_conflicts(early, told, late, then):
    assert verdict((early, told), (late, then)) == "conflict"


@pytest.mark.parametrize(("days", "expected"), [("11", "updated"), ("16", "conflict")])
def test_days_that_pass_grow_by_the_time_between_the_reports(days, expected):
    early = ("The strike has lasted 9 days.", "9 days", "duration")
    pair = make_pair(early, (f"The strike has lasted {days} days.", f"{days} days", "duration"), 48)
    assert compare(*pair).verdict == expected


def test_what_both_must_speak_of_is_said_of_the_figure_itself_by_one():
    late = ("So 19 accounts were frozen.", "19 accounts")
    assert verdict(("Police froze 17 accounts.", "17 accounts", "freeze"), late) == "updated"
    assert verdict(("Police froze when 17 accounts fell.", "17 accounts"), late) == "conflict"


@pytest.mark.parametrize(
    ("late", "expected"),
    [
        ("The bridge will now be ready in December 2028.", "updated"),
        ("The bridge is to be ready in December 2028.", "conflict"),
        ("The bridge is ready in December 2028 and will now be painted.", "conflict"),
    ],
)
def test_a_plan_that_is_told_as_it_is_now_has_moved(late, expected):
    early = ("The bridge is to be ready in March 2028.", "March 2028", "date")
    pair = make_pair(early, (late, "December 2028", "date"), 200)
    assert compare(*pair).verdict == expected


def test_the_verb_of_one_figure_is_enough_but_not_of_the_whole():
    late = ("The bus had 47 aboard.", "47 aboard")
    assert verdict(("Later 44 of them were killed.", "44", "kill"), late) == "updated"
    assert verdict(("Of the 44 aboard nine were killed.", "44", "kill"), late) == "conflict"


def test_what_makes_a_figure_fixed_whole_or_overtaken():
    tables = rules("running")
    for text in tables["fixed"]["reads"]:
        assert is_fixed(*make(text))
    for text in tables["fixed"]["ignores"]:
        assert not is_fixed(*make(text))
    for name, expected in (("reads", True), ("ignores", False)):
        for text in tables["earlier"][name]:
            assert is_of_earlier(*make(text, text.split()[-1], "count")) == expected
        for text in tables["whole"][name]:
            claim, article = make(text, "38", "count")
            claim = evolve(claim, context=Context(governor="kill"))
            assert (not own_rules_of(claim, article)) == expected


@pytest.mark.parametrize(("name", "expected"), [("reads", True), ("ignores", False)])
def test_words_that_make_a_day_a_deadline(name, expected):
    for text in rules("deadlines")["due"][name]:
        assert is_due(*make(text, None)) == expected, text


@pytest.mark.parametrize(
    ("early", "told", "late", "then", "kind", "expected"),
    [
        ("Its shares fell to 287 pence.", "287 pence", "The shares closed at 283 pence.",
         "283 pence", "money", "updated"),
        ("Its shares fell to 287 pence.", "287 pence", "The shares fell to 283 pence.",
         "283 pence", "money", "conflict"),
        ("Its shares closed at 287 pence.", "287 pence", "The shares ended at 283 pence.",
         "283 pence", "money", "updated"),
        ("It became a category 2 storm.", "category 2", "The category 4 storm raged on.",
         "category 4", "rank", "updated"),
        ("It made landfall as a category 2 storm.", "category 2", "The category 4 storm raged on.",
         "category 4", "rank", "conflict"),
        ("The storm moved at 12 mph.", "12 mph", "The storm had slowed to 7 mph.",
         "7 mph", "quantity", "updated"),
    ],
)  # fmt: skip
def test_levels_that_move_within_hours(early, told, late, then, kind, expected):
    assert verdict((early, told), (late, then), kind) == expected


def test_a_close_is_a_close_where_both_are_of_one_day():
    early, late = "Its shares closed at 287 pence.", "The shares ended at 283 pence."
    assert verdict((early, "287 pence"), (late, "283 pence"), "money", hours=4) == "conflict"


def test_a_figure_that_runs_on_to_the_day_of_its_report_is_no_history():
    early = "Infections have reached 512 since the outbreak began on Oct. 28."
    late = "It is a total of 538 cases since late October."
    published = {"hours": 24 * 98}
    a, first = make(early, "512", "count", **published)
    b, second = make(late, "538", "count", name="b", hours=24 * 99)
    assert compare(a, b, first, second).verdict == "updated"
    early = "It was the worst since the collision in March 2012, which left 57 hurt."
    late = "The collision of March 2012 left 61 injured."
    assert verdict((early, "57"), (late, "61")) == "conflict"


def test_what_somebody_still_holds_may_grow_and_shrink():
    seized = ("Gunmen abducted 37 people.", "37 people")
    assert verdict(seized, ("They said 36 were still being held.", "36")) == "updated"


def test_one_word_for_a_period_told_before_is_one_period():
    first, second = "Sales rose in the quarter.", "Sales slid in the quarter."
    pair = make_pair((first, "the quarter", "date"), (second, "the quarter", "date"), 24 * 120)
    assert compare(*pair).verdict == "agree"


def test_so_far_counts_for_the_figure_that_it_stands_beside():
    early = ("It pays Rs 500,000 to the kin of each.", "Rs 500,000")
    late = ("It pays Rs 400,000 to the kin; it was paid so far in 33 cases.", "Rs 400,000")
    assert verdict(early, late, "money") == "conflict"
    twice = ("It has cost 34 billion yen ($219 million) so far.", "34 billion yen")
    assert verdict(twice, ("It will cost 40 billion yen.", "40 billion yen"), "money") == "updated"


def test_two_counts_of_one_moment_do_not_move():
    early = ("It was 92% let at the end of September.", "92%")
    assert verdict(early, ("It was 82% let as at 30 September.", "82%"), "percent") == "conflict"
    early = ("By noon 23 bodies had been found.", "23 bodies")
    assert verdict(early, ("The toll stood at 32 at noon on 11 February.", "32")) == "conflict"
    assert verdict(early, ("The toll stood at 32 on Thursday.", "32")) == "updated"


def test_a_vote_that_both_tell_as_won_is_final():
    early = ("She won by 8,214 votes.", "8,214 votes")
    assert verdict(early, ("She prevailed by 8,824 votes.", "8,824 votes")) == "conflict"
    assert verdict(early, ("She led by 8,824 votes.", "8,824 votes")) == "updated"


@pytest.mark.parametrize(
    ("early", "told", "late", "then", "kind", "expected"),
    [
        ("Some 4,300 properties are without power.", "4,300 properties",
         "There were 52 rescues and 1,700 properties still have no electricity.",
         "1,700 properties", "count", "updated"),
        ("Police said 14 people had been treated.", "14 people", "The number rose to 41.", "41",
         "count", "updated"),
        ("Police said 14 people had been treated.", "14 people", "In all, 41 were treated.", "41",
         "count", "conflict"),
        ("Turnout was 51.7 percent, up from 48.9 percent four years ago.", "51.7 percent",
         "Turnout came to 52.1%, more than three points better than in 2022.", "52.1%",
         "percent", "updated"),
        ("Turnout was 51.7 percent in 2022.", "51.7 percent", "Turnout came to 52.1% in 2022.",
         "52.1%", "percent", "conflict"),
        ("Intruders stole the details of 6.2 million customers.", "6.2 million customers",
         "The operator now says 6.9 million people are affected.", "6.9 million people", "count",
         "updated"),
        ("The operator says 6.2 million customers are affected by it.", "6.2 million customers",
         "It says 6.9 million people have had letters.", "6.9 million people", "count",
         "conflict"),
    ],
)  # fmt: skip
def test_words_by_which_a_figure_has_moved(early, told, late, then, kind, expected):
    assert verdict((early, told), (late, then), kind) == expected


@pytest.mark.parametrize("table", ["restated", "compared"])
def test_words_in_front_of_a_figure_and_of_a_date(table):
    told = rules("running")[table]
    assert all(holds(text, told["words"]) for text in told["reads"])
    assert not any(holds(text, told["words"]) for text in told["ignores"])
