"""Orders, ranks, records, changes and ages over several articles, and their innocent twins."""

from __future__ import annotations

import pytest
from attrs import evolve

from reconcile.model import Check, Interval, Step
from reconcile.pipeline import compare
from reconcile.report import Report
from reconcile.verification import verify

from .stories import articles_of

#: the articles of a story, the rule that they break, and the words of the finding
CONFLICTS: dict[str, tuple[tuple[str, ...], str, tuple[str, ...]]] = {
    "two ranks": (
        (
            "Karo, the country's second-largest city, was flooded on Monday.",
            "Mara, the third-largest city in Tolo, escaped the flood.",
            "Karo has 410,000 inhabitants.",
            "Some 520,000 people live in Mara.",
        ),
        "order",
        ("second-largest", "third-largest", "410,000 inhabitants", "Some 520,000 people"),
    ),
    "more than": (
        (
            "The Reds won more seats than the Blues in Sunday's election in Tolo.",
            "The Red Party won 41 seats in Tolo's election.",
            "The Blue Party took 44 seats in the election in Tolo.",
        ),
        "order",
        ("more seats than the Blues", "41 seats", "44 seats"),
    ),
    "fewer than": (
        (
            "Brakk sold fewer cars than Kolb last year, it said.",
            "Brakk sold 410,000 cars last year.",
            "The carmaker Kolb sold 390,000 cars last year.",
        ),
        "order",
        ("fewer cars than Kolb", "410,000 cars", "390,000 cars"),
    ),
    "the highest since": (
        (
            "Inflation in Tolo rose to 5.1 percent in February, the highest since 2019.",
            "Inflation in Tolo was 5.1 percent in February. It stood at 6.3 percent in 2022.",
        ),
        "order",
        ("5.1 percent", "highest", "6.3 percent", "2022"),
    ),
    "a level of a river": (
        (
            "The river Tamm reached 6.2 metres at Karo on Sunday, its highest level since 2002.",
            "In 2013 the Tamm reached 7.1 metres at Karo.",
        ),
        "order",
        ("6.2 metres", "highest level", "7.1 metres", "2013"),
    ),
    "a rise": (
        (
            "Brakk's profit rose 12 percent last year, the brake maker said on Monday.",
            "Brakk made a profit of £310 million in 2024, it said on Monday.",
            "The brake maker Brakk reported on Monday. Its profit had been £250 million in 2023.",
        ),
        "change",
        ("12 percent", "£310 million", "£250 million"),
    ),
    "a share of the workforce": (
        (
            "Brakk will cut 15 percent of its workforce, it said on Monday.",
            "Brakk is to cut 1,200 jobs, the union said.",
            "Brakk employs 14,000 people.",
        ),
        "share",
        ("15 percent", "1,200 jobs", "14,000 people"),
    ),
    "a share of the dead": (
        (
            "Thirty-one people died when a bus fell into a gorge near Alta on Monday.",
            "Two thirds of the dead in the bus crash near Alta were women, police said.",
            "Twelve women died when the bus fell into the gorge near Alta on Monday.",
        ),
        "share",
        ("Thirty-one people", "Two thirds of", "Twelve women"),
    ),
    "days before": (
        (
            "The verdict came two weeks before the wedding.",
            "In Karo the judge read the verdict on 1 February.",
            "The wedding was held in Karo on 1 March.",
        ),
        "span",
        ("two weeks before", "1 February", "1 March"),
    ),
    "twice within": (
        (
            "Ana Roth returned to Karo on Wednesday for her second visit in just over a week.",
            "Ana Roth, the trade envoy, is in Karo again. Her previous visit was on 3 March.",
        ),
        "span",
        ("just over a week", "Wednesday", "3 March"),
    ),
    "closed and reopened": (
        (
            "The Karo bridge was closed on 1 February after a barge hit it.",
            "The Karo bridge reopened to traffic on 1 March, the city said.",
            "The Karo bridge was closed for six weeks.",
        ),
        "span",
        ("1 February", "1 March", "six weeks"),
    ),
    "a blackout": (
        (
            "The blackout in Karo began at 9:15 p.m. on Friday.",
            "Power was restored in Karo at 1:40 a.m. on Saturday, when the blackout ended.",
            "Karo was in the dark in a blackout of seven hours.",
        ),
        "span",
        ("9:15 p.m. on Friday", "1:40 a.m. on Saturday", "seven hours"),
    ),
    "an age and a birth": (
        (
            "Ana Roth, 84, the painter, died in Karo on Monday.",
            "Ana Roth was born in Karo on 3 May 1935, the painter's gallery said.",
        ),
        "age",
        ("84", "3 May 1935"),
    ),
    "dead at": (
        (
            "Ana Roth, who died on Monday at 84, was a painter.",
            "Ana Roth, the painter, was born in Karo in 1936.",
        ),
        "age",
        ("84", "1936"),
    ),
    "older than": (
        (
            "Mia Roth is three years older than Tom Roth.",
            "Tom Roth, 29, was hurt.",
            "Mia Roth, 34, was unhurt.",
        ),
        "age",
        ("three years", "29", "34"),
    ),
}

#: near twins of these with which nothing is wrong
CONSISTENT: dict[str, tuple[str, ...]] = {
    "ranks that fit": (
        "Karo, the country's second-largest city, was flooded on Monday.",
        "Mara, the third-largest city in Tolo, escaped the flood.",
        "Karo has 610,000 inhabitants.",
        "Some 520,000 people live in Mara.",
    ),
    "people who fled a city": (
        "Karo, the country's second-largest city, was flooded on Monday.",
        "Mara, the third-largest city in Tolo, was flooded too.",
        "Some 41,000 people were evacuated in Karo.",
        "Some 52,000 people live in the old town of Mara, of whom 50,000 fled.",
    ),
    "cities of two countries": (
        "Karo, Asia's second-largest city, was flooded on Monday.",
        "Mara, Tolo's third-largest city, escaped the flood.",
        "Karo has 410,000 inhabitants.",
        "Some 520,000 people live in Mara.",
    ),
    "a rank of once": (
        "Karo, once the country's second-largest city, was flooded on Monday.",
        "Mara, the third-largest city in Tolo, escaped the flood.",
        "Karo has 410,000 inhabitants.",
        "Some 520,000 people live in Mara.",
    ),
    "more than, and it fits": (
        "The Reds won more seats than the Blues in Sunday's election in Tolo.",
        "The Red Party won 44 seats in Tolo's election.",
        "The Blue Party took 41 seats in the election in Tolo.",
    ),
    "more of other things": (
        "The Reds won more votes than the Blues in Sunday's election in Tolo.",
        "The Red Party won 41 seats in Tolo's election.",
        "The Blue Party took 44 seats in the election in Tolo.",
    ),
    "over another stretch": (
        "Brakk sold more cars than Kolb last year.",
        "Brakk sold 410,000 cars.",
        "Kolb sold 440,000 cars in all of the past decade.",
    ),
    "not more": (
        "Brakk has never sold more cars than Kolb.",
        "Brakk sold 410,000 cars last year.",
        "Kolb sold 440,000 cars last year.",
    ),
    "higher before that": (
        "Unemployment in Tolo fell to 4.1 percent in February, its lowest level since 2019.",
        "Unemployment in Tolo was 3.8 percent in 2019. It was 4.9 percent in 2022.",
    ),
    "another rate, another place": (
        "Inflation in Tolo rose to 5.1 percent in February, the highest since 2019.",
        "Food inflation in Tolo was 9.1 percent in 2022. In Mara inflation was 6.3 percent "
        "in 2022.",
    ),
    "a fall since a month ago": (
        "Inflation in Tolo fell to 5.1 percent in February, the lowest since October.",
        "Inflation in Tolo was 3.3 percent in 2021.",
    ),
    "a rise that fits": (
        "Brakk's profit rose 24 percent last year, the brake maker said on Monday.",
        "Brakk made a profit of £310 million in 2024, it said on Monday.",
        "The brake maker Brakk reported on Monday. Its profit had been £250 million in 2023.",
    ),
    "two profits": (
        "Brakk's operating profit rose 12 percent last year, the brake maker said on Monday.",
        "Brakk made a net profit of £310 million in 2024, it said on Monday.",
        "The brake maker Brakk reported on Monday. Its net profit had been £250 million in 2023.",
    ),
    "a quarter and a year": (
        "Brakk's sales rose 12 percent in the third quarter.",
        "Brakk had sales of £310 million, up from £250 million a year earlier.",
    ),
    "two companies": (
        "Brakk's sales rose 12 percent last year.",
        "Kolb had sales of £310 million last year, up from £250 million a year earlier.",
    ),
    "a share that fits": (
        "Brakk will cut a tenth of its workforce, it said on Monday.",
        "Brakk is to cut 1,200 jobs, the union said.",
        "Brakk employs 11,600 people.",
    ),
    "jobs at one plant": (
        "Brakk will cut 15 percent of its workforce, it said on Monday.",
        "Brakk is to cut 1,200 jobs in Leeds, the union said.",
        "Brakk employs 14,000 people.",
    ),
    "days before, and they fit": (
        "The verdict came two weeks before the wedding.",
        "In Karo the judge read the verdict on 15 February.",
        "The wedding was held in Karo on 1 March.",
    ),
    "nearer than within": (
        "Ana Roth returned to Karo on Wednesday for her second visit in three weeks.",
        "Ana Roth, the trade envoy, is in Karo again. Her previous visit was on 12 March.",
    ),
    "another bridge": (
        "The Karo bridge was closed on 1 February after a barge hit it.",
        "The tunnel at Mara reopened to traffic on 1 March, the city said.",
        "The Karo bridge was closed for six weeks.",
    ),
    "a report released": (
        "Ana Roth was kidnapped in Karo on 1 March.",
        "A report on the mines of Karo was released on 5 March.",
        "Ana Roth was held captive for ten days.",
    ),
    "a sister's age": (
        "Tom Roth, 29, was hurt on Monday.",
        "Mia Roth was born in 1980. She is a teacher in Karo.",
    ),
    "an age that fits": (
        "Ana Roth, 88, the painter, died in Karo on Monday.",
        "Ana Roth was born in Karo on 3 May 1936, the painter's gallery said.",
    ),
    "an age of then": (
        "Ana Roth was 34 when she first came to Karo.",
        "Ana Roth was born in Karo on 3 May 1936, the painter's gallery said.",
    ),
    "older, to a year": (
        "Mia Roth is four years older than Tom Roth.",
        "Tom Roth, 29, was hurt.",
        "Mia Roth, 34, was unhurt.",
    ),
}


@pytest.fixture(scope="module")
def reports() -> dict[str, Report]:
    return {name: compare(articles_of(texts)) for name, (texts, _, _) in CONFLICTS.items()}


def _joint(report: Report) -> list[Check]:
    return list(report.checked_jointly)


@pytest.mark.parametrize("name", CONFLICTS)
def test_what_is_turned_round_is_found_and_replays(name, reports):
    _, rule, quotes = CONFLICTS[name]
    (found,) = _joint(reports[name])
    assert found.rule == rule
    assert {cited.text for cited in found.citations} == set(quotes)
    assert "cannot" in found.explanation
    assert verify(found, reports[name].articles).holds


@pytest.mark.parametrize("name", CONSISTENT)
def test_innocent_twins_are_left_alone(name):
    assert _joint(compare(articles_of(CONSISTENT[name]))) == []


@pytest.mark.parametrize("name", CONFLICTS)
def test_the_order_of_sources_changes_nothing(name, reports):
    turned = compare(articles_of(CONFLICTS[name][0])[::-1])
    assert turned.checked_jointly == reports[name].checked_jointly


@pytest.mark.parametrize("name", [name for name, each in CONFLICTS.items() if each[1] == "order"])
def test_an_order_the_other_way_is_rejected(name, reports):
    (found,) = _joint(reports[name])
    assert found.derivation is not None
    tampered = evolve(found, derivation=_turned(found.derivation))
    assert not verify(tampered, reports[name].articles).holds


def _turned(step: Step) -> Step:
    """The derivation with the order turned round."""
    if step.rule == "order":
        assert step.result is not None
        there = step.result
        return evolve(
            step, result=Interval(there.high, there.low, there.high_closed, there.low_closed)
        )
    return evolve(step, of=tuple(_turned(each) for each in step.of))
