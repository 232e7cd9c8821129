"""Names of places read, and how the places that they stand for lie to each other."""

import itertools
import random

import pytest

from reconcile.gazetteer import COUNTRY, holders, key_of, places_named, relation
from reconcile.gazetteer.numbers import read_number, read_point, write_number, write_point
from reconcile.tables import read_tables

RULES = read_tables("gazetteer", "rules/regions.toml")


def told(place):
    """The names of what a place lies in, the widest first."""
    return "/".join(unit.name for unit in reversed(holders(place.units[0])))


def related(one, other):
    return {relation(*both) for both in itertools.product(places_named(one), places_named(other))}


@pytest.mark.parametrize(
    ("name", "held_by"),
    [
        ("Leipzig", "Europe/Germany/Saxony"),
        ("Kisumu", "Africa/Kenya/Kisumu County"),
        ("Hobro", "Europe/Denmark/North Denmark"),
        ("Crediton", "Europe/United Kingdom/England/Devon"),
        ("Hà Nội", "Asia/Vietnam/Hanoi"),
        ("the Hague", "Europe/The Netherlands/South Holland"),
        ("Calcutta", "Asia/India/West Bengal"),
        ("Ghent", "Europe/Belgium/Flanders"),
    ],
)
def test_towns_are_known_with_what_holds_them(name, held_by):
    assert any(told(place).startswith(held_by) for place in places_named(name))


@pytest.mark.parametrize(
    ("name", "every"),
    [
        ("Georgia", {"Asia/Georgia", "North America/United States/Georgia"}),
        ("Hyderabad", {"Asia/India/Telangana", "Asia/Pakistan/Sindh"}),
        ("Congo", {"Africa/Democratic Republic of the Congo", "Africa/Republic of the Congo"}),
        ("Victoria", {"Oceania/Australia/Victoria", "North America/Canada/British Columbia"}),
    ],
)
def test_an_ambiguous_name_stays_all_the_places_that_it_can_be(name, every):
    found = {told(place) for place in places_named(name)}
    assert all(any(each.startswith(start) for each in found) for start in every)


def test_what_is_no_place_is_not_known():
    assert places_named("Kirengamoto") == ()
    assert places_named("") == ()
    assert places_named("—") == ()


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("Leipzig", "Dresden", {"apart"}),
        ("China", "Vietnam", {"apart"}),
        ("Leipzig", "Germany", {"within"}),
        ("Germany", "Leipzig", {"holds"}),
        ("UK", "Britain", {"same"}),
        ("Scandinavia", "Aalborg", {"holds"}),
        ("Jutland", "Hobro", {"holds"}),
        ("Middle East", "Egypt", {"holds"}),
    ],
)
def test_how_places_lie(one, other, how):
    assert related(one, other) == how


@pytest.mark.parametrize(
    ("one", "other"),
    [("Yokohama", "Tokyo"), ("Oakland", "San Francisco"), ("Croydon", "London")],
)
def test_a_suburb_is_not_apart_from_its_town(one, other):
    suburb, town = (next(p for p in places_named(name) if p.is_town) for name in (one, other))
    assert relation(suburb, town) != "apart"


@pytest.mark.parametrize(
    ("one", "other"),
    [("Taiwan", "China"), ("Kosovo", "Serbia"), ("Puerto Rico", "US"), ("Sevastopol", "Russia"),
     ("Gaza Strip", "Israel"), ("Belfast", "Ireland")],
)  # fmt: skip
def test_land_told_to_be_of_two_countries_lies_in_both(one, other):
    assert "within" in related(one, other)


def test_relations_are_symmetric():
    names = ["Leipzig", "Saxony", "Germany", "Europe", "Paris", "Texas", "Scandinavia", "Asia",
             "New York", "Brooklyn", "Georgia", "Taiwan", "Yorkshire", "Leeds"]  # fmt: skip
    turned = {"holds": "within", "within": "holds"}
    for one, other in itertools.product(names, names):
        for first, second in itertools.product(places_named(one), places_named(other)):
            how = relation(first, second)
            assert relation(second, first) == turned.get(how, how), (one, other)


def test_every_rule_stands_for_what_it_says():
    for section in ("words",):
        for name, unit in RULES[section]["reads"]:
            assert any(unit in told(place).split("/") for place in places_named(name)), name
        for name, unit in RULES[section]["ignores"]:
            assert not any(unit in told(place).split("/") for place in places_named(name)), name


def test_every_word_and_region_of_the_rules_is_known():
    for word, names in RULES["words"]["map"].items():
        for name in [names] if isinstance(names, str) else names:
            assert any(not place.is_town for place in places_named(name)), (word, name)
    for entry in RULES["region"]:
        region = places_named(entry["name"])[0]
        assert not region.is_town, entry["name"]
        for name in entry["holds"]:  # a part that names no unit would be lost in silence
            assert any(place.units[0] in region.units for place in places_named(name)), name


def test_countries_of_the_rules_are_countries():
    named = {name for entry in RULES["claimed"] for name in entry["by"]}
    named |= {name for entry in RULES["region"] for name in entry.get("in", ())}
    assert all(any(place.is_country for place in places_named(name)) for name in named)
    assert all(place.units[0].level == COUNTRY for place in places_named("Kenya")[:1])


def test_names_are_kept_without_case_accents_and_marks():
    assert key_of("Đà Nẵng") == "da nang"
    assert key_of("St. John’s") == key_of("st johns")
    assert key_of("The Hague") == "hague"
    assert key_of("Faya-Largeau") == "faya largeau"
    assert key_of("Straße") == "strasse"


def test_numbers_and_points_read_back():
    chance = random.Random(64)
    for _ in range(500):
        number = chance.randrange(64**3)
        assert read_number(write_number(number, 3)) == number
        point = (chance.randrange(1801), chance.randrange(3601))
        centre = (point[0] + chance.randrange(-40, 41), point[1] + chance.randrange(-40, 41))
        assert read_point(write_point(point, centre), centre) == point
