"""Figures as newsrooms word them: what stands in the mention, and the ends of its set."""

from decimal import Decimal

import pytest

from reconcile.values import read_values
from tests.values.dating import PUBLISHED

#: a text; the mention in it; kind, unit and ends ("" for none)
TABLE = [
    ("Ana bought another dozen trucks.", "another dozen trucks", "count truck 12 12"),
    ("The yard has 18 forty-tonne cranes.", "18", "count crane 18 18"),
    ("The yard has 18 forty-tonne cranes.", "forty-tonne", "quantity metric_ton 39.5 40.5"),
    ("Three 62-year-old men were held.", "Three", "count man 3 3"),
    ("Two night guards hid.", "Two night guards", "count guard 2 2"),
    ("No boat was safe: none of them above 9 tonnes.", "above 9 tonnes", "quantity metric_ton 0 9"),
    ("The bill did not exceed €900.", "not exceed €900", "money EUR 0 900"),
    ("The wreck lies under nearly 90 metres of water.", "nearly 90 metres", "quantity meter 81 90"),
    ("Miners sat beneath 300 metres of rock.", "300 metres", "quantity meter 295 305"),
    ("Profit fell by $2.5m to $9.1m.", "$2.5m", "money USD 2450000 2550000"),
    ("Rents could rise by $20 to $30.", "$20 to $30", "money USD 19.5 30.5"),
    ("The wounded, who number 61, were flown out.", "61", "count  61 61"),
    ("Some 51,000 preferred Danes.", "Some 51,000", "count  45900 56100"),
    ("They found a couple of billion.", "a couple of billion", "count  1500000000 3000000000"),
    (
        "Just one regional bus in six ran.",
        "Just one regional bus in six",
        "percent fraction 0.15 0.1834",
    ),
    ("Fares will be a tenth dearer.", "a tenth", "percent fraction 0.09 0.11"),
    ("Of 30 crew, 28 swam ashore and one drowned.", "one", "count  1 1"),
    ("Eight were hurt, and one was flown home.", "one", "count  1 1"),
    ("Rents go up over three steps.", "three steps", "count step 3 3"),
    ("The toll stood at eight on Sunday.", "eight", "count  8 8"),
    ("The number of dead was put officially at 11 on Monday.", "11", "count  11 11"),
    ("All bar one of the 14 crew swam.", "All bar one", "count crew 13 13"),
    ("All except for three of the 14 swam.", "All except for three", "count  11 11"),
    ("All 14 miners but two left.", "All 14 miners but two", "count miner 12 12"),
    ("Not one of the 14 crew swam.", "Not one", "count crew 0 0"),
    ("Not a single one of the guards spoke.", "Not a single one", "count guard 0 0"),
    ("He must pay £400 plus £85 costs.", "£400", "money GBP 395 405"),
    ("Rain fell, and winds gusted in the 60s.", "60s", "quantity  60 70"),
    ("The toll is in the low 20s.", "low 20s", "count  20 24"),
    ("The dead number 208.", "208", "count  208 208"),
    ("He cleared 7m 42cm.", "7m 42cm", "quantity meter 7.42 7.42"),
    ("A kilo and a half was found.", "A kilo and a half", "quantity kilogram 1.25 1.75"),
    ("A magnitude-7.8 quake came before one of 7.5.", "7.5", "quantity magnitude 7.45 7.55"),
    (
        "The rate is 31.1 per 100,000 people.",
        "31.1 per 100,000",
        "percent fraction 0.0003105 0.0003115",
    ),
    (
        "It has about 34 murders for every 100,000.",
        "about 34 murders for every 100,000",
        "percent fraction 0.000306 0.000374",
    ),
    ("Only one firm in 14 cities makes it.", "14 cities", "count city 14 14"),
    ("A strike over more than 40 job cuts began.", "more than 40 job cuts", "count cut 40 inf"),
    ("They clashed with police over 12 arrests.", "12 arrests", "count arrest 12 12"),
    ("The poll's margin is ±3.1.", "3.1", "percent percentage_point 3.05 3.15"),
    ("He won by 48 to 43 percent.", "48", "percent fraction 0.475 0.485"),
    ("Labour has a majority of 23.", "23", "count  23 23"),
    ("Sales rose to 18.3m.", "18.3m", "count  18250000 18350000"),
    ("The wave was 3.2m.", "3.2m", "quantity meter 3.15 3.25"),
    ("They stood 3.2m apart.", "3.2m", "quantity meter 3.15 3.25"),
    (
        "Between 1.2m and 2m tonnes went.",
        "Between 1.2m and 2m tonnes",
        "quantity metric_ton 1150000 2050000",
    ),
    ("Sales rose to £2.4m from 1.9m.", "1.9m", "money GBP 1850000 1950000"),
    (
        "It has 700,000 to one million users.",
        "700,000 to one million users",
        "count user 695000 1050000",
    ),
    (
        "Between a third and a half of flights left.",
        "Between a third and a half of",
        "percent fraction 0.3083 0.525",
    ),
    ("Every third voter stayed home.", "Every third", "percent fraction 0.3083 0.3583"),
    ("The yen stood at 152.80-82 to the dollar.", "152.80-82", "money  152.795 152.825"),
    ("Maize was at $5.68-3/4 a bushel.", "$5.68-3/4", "money USD 5.6869 5.6881"),
    ("Oats rose 6-1/4 cents.", "6-1/4 cents", "money USD 0.0619 0.0631"),
    ("Sales were SEK 4,312m (3,987).", "3,987", "money SEK 3986500000 3987500000"),
    ("Profit was $41 million (38.6 million).", "38.6 million", "money USD 38550000 38650000"),
    ("The margin was 11.2 (10.8) per cent.", "11.2", "percent fraction 0.1115 0.1125"),
    ("The margin was 11.2 (10.8) per cent.", "10.8", "percent fraction 0.1075 0.1085"),
    ("Revenue (Rs cr): 4,120 vs 3,891.", "4,120", "money INR 41195000000 41205000000"),
    ("Revenue (Rs cr): 4,120 vs 3,891.", "3,891", "money INR 38905000000 38915000000"),
    ("Net sales ($m) 1,204.5", "1,204.5", "money USD 1204450000 1204550000"),
    ("Length (km) 40", "40", "quantity kilometer 39.5 40.5"),
    ("Sales hit €1.2 billion, up from 1.1.", "1.1", "money EUR 1050000000 1150000000"),
    ("It made 50 kt of copper.", "50 kt", "quantity kilometric_ton 49.5 50.5"),
    ("A wind of 50 kt blew.", "50 kt", "quantity knot 49.5 50.5"),
]


@pytest.mark.parametrize(("text", "words", "wanted"), TABLE, ids=[row[1] for row in TABLE])
def test_newsroom_figures(text: str, words: str, wanted: str) -> None:
    found = {mention.text: mention.value for mention in read_values(text, PUBLISHED)}
    assert words in found
    value = found[words]
    assert value is not None
    kind, unit, low, high = wanted.split(" ")
    assert (value.kind, value.unit) == (kind, unit)
    for end, told in ((value.interval.low, low), (value.interval.high, high)):
        if told == "inf":
            assert end is None
            continue
        assert end is not None
        assert abs(end - Decimal(told)) <= abs(end) / 1000


@pytest.mark.parametrize(
    ("text", "words"),
    [("The toll was released at 9 on Sunday.", "9 on Sunday"),
     ("She is not one of the 14 winners.", "one")],
)  # fmt: skip
def test_what_only_looks_like_a_figure_of_so_many(text: str, words: str) -> None:
    assert words in [mention.text for mention in read_values(text, PUBLISHED)]


def test_a_vote_also_tells_what_stood_against_it() -> None:
    value = read_values("The plan passed by 44 votes to 37.", PUBLISHED)[0].value
    assert value is not None
    told = {(one.unit, one.nominal) for one in value.alternatives}
    assert told == {("against", Decimal(37)), ("margin", Decimal(7))}


PLACES = [
    ("Okoro took the individual silver at the championships.", "silver", 2),
    ("The bronze was won by Marek in the final.", "bronze", 3),
    ("A gold medal is all that Reid wants.", "gold medal", 1),
    ("Ferro was runner-up twice.", "runner-up", 2),
    ("Stage: 1. Marek (POL) 4:11:07; 2. Reid (GBR) at 0:09; cyclists rested.", "2", 2),
    ("She broke the meeting record.", "meeting record", 1),
]


@pytest.mark.parametrize(("text", "words", "place"), PLACES, ids=[row[1] for row in PLACES])
def test_places_without_a_figure(text: str, words: str, place: int) -> None:
    found = {each.text: each.value for each in read_values(text, PUBLISHED) if each.kind == "rank"}
    assert words in found
    value = found[words]
    assert value is not None
    assert value.nominal == place


@pytest.mark.parametrize(
    "text",
    ["He put his money into gold and silver.", "The champions stole silver plates.",
     "Gold rose before the final.", "The team has five silver medals."],
)  # fmt: skip
def test_metals_that_are_no_medals(text: str) -> None:
    assert not [each for each in read_values(text, PUBLISHED) if each.kind == "rank"]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("It can cut a shaft 66 centimetres wide.", "quantity", "66 centimetres"),
        ("Orders stood at 1.02 trillion yen.", "money", "1.02 trillion yen"),
        ("They will replace the 472-m structure.", "quantity", "472-m"),
        ("Cases range in age from one to 78 years.", "age", "age from one to 78 years"),
        ("He ran the final 400m in 66.8 seconds.", "quantity", "the final 400m"),
    ],
)
def test_what_stands_behind_a_figure_says_what_it_is(text: str, kind: str, words: str) -> None:
    first = read_values(text)[0]
    assert (first.kind, first.text) == (kind, words)
