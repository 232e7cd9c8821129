"""Two claims on where something is, compared: rewording, narrower, different."""

import pytest

from reconcile.comparison.atlas import layout
from reconcile.comparison.places import compare_places
from reconcile.comparison.vocabulary import rules
from reconcile.comparison.whereabouts import whereabouts
from tests.comparison.made import make_pair

SENTENCE = "The factory burned down {} on Monday."


def judge(a, b, *, paired=False, first=SENTENCE, second=SENTENCE):
    pair = make_pair((first.format(a), a, "place"), (second.format(b), b, "place"))
    return compare_places(pair, paired=paired)


def verdict(a, b, **given):
    found = judge(a, b, **given)
    return None if found is None else found.verdict


CASES = [
    # towns of one country, and of two
    ("in Leipzig", "in Dresden", "conflict"),
    ("in Kisumu", "in Kakamega", "conflict"),
    ("in Leipzig", "at its Dresden plant", "conflict"),
    ("from Lagos", "from Abuja", "conflict"),
    ("in Zurich", "in Geneva", "conflict"),
    # countries and regions
    ("in China", "in Vietnam", "conflict"),
    ("in South Africa", "in South Korea", "conflict"),
    ("in Kent", "in Essex", "conflict"),
    ("in North Carolina", "in South Carolina", "conflict"),
    # one within the other
    ("in Leipzig", "in Saxony", "compatible"),
    ("in Kisumu", "in Kenya", "compatible"),
    ("in Crediton", "in Devon", "compatible"),
    ("in Maumere", "in Indonesia", "compatible"),
    ("near Hobro", "in Jutland", "compatible"),
    ("in Goma", "in North Kivu", "compatible"),
    ("in Brooklyn", "in New York", "compatible"),
    # a name that is several places holds what any of them holds
    ("in Georgia", "in Atlanta", "compatible"),
    ("in Georgia", "in Tbilisi", "compatible"),
    ("in Birmingham", "in Alabama", "compatible"),
    ("in Punjab", "in Lahore", "compatible"),
    ("in Punjab", "in Amritsar", "compatible"),
    ("in Victoria", "in Melbourne", "compatible"),
    # land that two countries are told to hold
    ("in Taipei", "in China", "compatible"),
    ("in Sevastopol", "in Russia", "compatible"),
    ("in Belfast", "in Ireland", "compatible"),
    # what stands in a town, and what lies by it
    ("in the port of Antofagasta", "in Antofagasta", "compatible"),
    ("20 km north of Leipzig", "in Leipzig", "compatible"),
    ("in Central London", "in London", "compatible"),
    ("in a Leeds hospital", "in Leeds", "compatible"),
    # lists, and the ends of a way
    ("in Lisbon and Porto", "in Portugal", "compatible"),
    ("in Lisbon", "in Lisbon and Porto", "compatible"),
    ("of Kisumu", "on the Kisumu-Nairobi service", "compatible"),
    # one place, two names
    ("in Kyiv", "in Kiev", "agree"),
    ("in Mumbai", "in Bombay", "agree"),
    ("in Hà Nội", "in Hanoi", "agree"),
    ("in Britain", "in the U.K.", "agree"),
]


@pytest.mark.parametrize(("a", "b", "expected"), CASES)
def test_places(a, b, expected):
    assert verdict(a, b) == expected
    assert verdict(b, a) == expected


@pytest.mark.parametrize(
    ("a", "b"),
    [
        # near is not at; where to is not where from
        ("near Leipzig", "in Dresden"),
        ("from Lagos", "to Abuja"),
        # a bridge, a stadium or a university may bear the name of a place that it is not in
        ("at the Dresden stadium", "in Leipzig"),
        ("at Leeds University", "in Manchester"),
        ("on Dresden Street", "in Leipzig"),
        # towns that grow into each other
        ("in Oakland", "in San Francisco"),
        ("in Yokohama", "in Tokyo"),
        # whose it is, not where
        ("of Leipzig", "in Dresden"),
        # a town and a region that does not hold it: one may be told more widely
        ("in Milan", "in Sicily"),
        # a village that shares its name with a small town far away
        ("in Hobro", "in Nakuru"),
        # what is in no table
        ("in Karovia", "in Leipzig"),
        # Italy holds Sicily, and its north does not
        ("in northern Italy", "in Sicily"),
        # a part of the world says too little
        ("in Leipzig", "in Europe"),
    ],
)
def test_places_that_have_nothing_to_do_with_each_other_are_left_alone(a, b):
    assert verdict(a, b) is None
    assert verdict(b, a) is None


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("in Milan", "in Sicily", "conflict"),
        ("in Bukavu", "in North Kivu", "conflict"),
        ("of Leipzig", "in Dresden", "conflict"),
        ("in Springfield, Illinois", "in Springfield, Missouri", "conflict"),
        ("in San Jose, Costa Rica", "in California", "conflict"),
        ("in Lisbon and Porto", "in Madrid", "conflict"),
        ("in Leipzig", "in Europe", "compatible"),
        ("from Nairobi", "to Kisumu", "compatible"),
        ("Nairobi-bound", "on the Kisumu-Nairobi service", "compatible"),
        ("from Kakamega", "on the Kisumu-Nairobi service", "conflict"),
        # no reading of the one may lie in the other
        ("in Alexandria", "in Virginia", "compatible"),
        ("in Perth", "in Scotland", "compatible"),
        ("in Paris, Texas", "in Paris", "compatible"),
        ("in Karovia", "in Leipzig", "compatible"),
    ],
)
def test_places_of_one_fact_are_always_judged(a, b, expected):
    assert verdict(a, b, paired=True) == expected
    assert verdict(b, a, paired=True) == expected


def test_an_article_that_names_both_places_knows_them_apart():
    told = "The factory burned down {} on Monday; the one in Dresden was spared."
    assert verdict("in Leipzig", "in Dresden", first=told) is None


def test_an_article_may_say_which_of_the_places_of_a_name_is_meant():
    told = "The mayor of Paris, Texas, spoke. The factory burned down {} on Monday."
    assert verdict("in Paris", "in Texas", first=told) == "compatible"
    assert verdict("in Paris", "in Texas") is None


def test_two_places_of_one_name_that_the_articles_tell_apart():
    first = "In Columbus, Ohio, people cheered. The factory will stand {}."
    second = "The mayor of Columbus, Georgia, cheered. The factory will stand {}."
    found = judge("in Columbus", "in Columbus", first=first, second=second)
    assert found.verdict == "conflict"
    assert "Columbus in Ohio and Columbus in Georgia are two towns" in found.explanation
    assert verdict("in Columbus", "in Columbus", first=first) == "agree"
    assert verdict("in Columbus", "in Georgia", first=first) is None
    assert verdict("in Columbus", "in Georgia") == "compatible"


def test_the_explanation_says_how_they_lie():
    found = judge("in Leipzig", "in Dresden")
    assert found.explanation == (
        "“in Leipzig” and “in Dresden” are different places: Leipzig and Dresden are two towns, "
        "about 90 kilometres from each other."
    )
    assert "Leipzig lies within Saxony" in judge("in Leipzig", "in Saxony").explanation


@pytest.mark.parametrize("section", ["near", "from", "to", "at"])
def test_words_in_front_of_a_name(section):
    bearing = "in" if section == "at" else section
    for text in rules("places")[section]["reads"]:
        assert whereabouts(f"{text} Leipzig").bearing == bearing, text
    for text in rules("places")[section]["ignores"]:
        assert whereabouts(f"{text} Leipzig").bearing != bearing, text


def test_words_behind_a_name():
    for text in rules("places")["sites"]["reads"]:
        assert whereabouts(text).is_plain, text
    for text in rules("places")["sites"]["ignores"]:
        assert not whereabouts(text).is_plain, text


@pytest.mark.parametrize("section", ["parts", "sides"])
def test_parts_and_sides_of_a_place(section):
    for a, b in rules("places")[section]["reads"]:
        found = layout(whereabouts(a), whereabouts(b))
        assert found is not None, (a, b)
        assert found.how in ("same", "within"), (a, b)
    for a, b in rules("places")[section]["ignores"]:
        found = layout(whereabouts(a), whereabouts(b))
        assert found is None or found.how == "apart", (a, b)


def test_what_has_no_place_is_nowhere():
    assert whereabouts("at the station").stops == ()
    assert not whereabouts("at the station").is_plain
    assert layout(whereabouts("at the station"), whereabouts("in Leipzig")) is None
