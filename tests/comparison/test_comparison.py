"""Claims compared: moving figures, names, roles, places, quotations, denials, derived spans."""

import datetime

import pytest

from reconcile.comparison import compare
from reconcile.model import Article, Claim, Clause, Mention, Segment, Span
from reconcile.values import read_values

NOON = datetime.datetime(2025, 6, 11, 12, 0, tzinfo=datetime.UTC)


def claim(sentence, focus, kind, hours=0, name="a", **clause):
    """A claim of a one-line article, published some hours after noon."""
    published = NOON + datetime.timedelta(hours=hours)
    segment = Segment(0, len(sentence), "body", 1)
    article = Article(name, sentence, publisher=f"Paper {name}", published=published,
                      segments=(segment,))  # fmt: skip
    start = sentence.index(focus)
    end = start + len(focus)
    mention = Mention(start, end, focus, kind)
    for read in read_values(sentence, published):
        if read.kind == kind and read.start < end and read.end > start:
            mention = read
    whole = Span(0, len(sentence))
    made = Clause(0, len(sentence), whole, "body", 1, None, clause.pop("predicate", ""),
                  Span(start, end), **clause)  # fmt: skip
    return Claim(name, mention, made), article


def judge(a, b):
    (claim_a, article_a), (claim_b, article_b) = a, b
    return compare(claim_a, claim_b, article_a, article_b)


@pytest.mark.parametrize(
    ("early", "late", "verdict"),
    [
        (("The quake killed 23 people.", "23 people", "count"),
         ("The toll stands at 34 dead.", "34 dead", "count"), "updated"),
        (("The quake killed 34 people.", "34 people", "count"),
         ("The toll stands at 23 dead.", "23 dead", "count"), "conflict"),
        (("At least 23 people died.", "At least 23 people", "count"),
         ("The toll rose to 34 dead.", "34 dead", "count"), "compatible"),
        (("Some 54 people are missing.", "54 people", "count"),
         ("Now 40 people are missing.", "40 people", "count"), "updated"),
        (("The plant has 41 seats.", "41 seats", "count"),
         ("The plant has 51 seats.", "51 seats", "count"), "conflict"),
        (("With votes still counted, 56.1 percent said no.", "56.1 percent", "percent"),
         ("In the final count of votes 56.3 percent said no.", "56.3 percent", "percent"),
         "updated"),
        (("A turnout of 24.1 percent of votes.", "24.1 percent", "percent"),
         ("A turnout of 42.1 percent of votes.", "42.1 percent", "percent"), "conflict"),
    ],
    ids=["toll rose", "toll cannot fall", "bound met", "missing fell", "seats", "votes", "slip"],
)  # fmt: skip
def test_running_figures(early, late, verdict):
    assert judge(claim(*early), claim(*late, hours=9, name="b")).verdict == verdict


def test_without_a_later_report_two_tolls_conflict():
    a = claim("The quake killed 23 people.", "23 people", "count")
    b = claim("The quake killed 34 people.", "34 people", "count", name="b")
    assert judge(a, b).verdict == "conflict"


def test_running_can_be_overridden():
    (a, article_a) = claim("The hall has 41 seats.", "41 seats", "count")
    (b, article_b) = claim("The hall has 51 seats.", "51 seats", "count", hours=5, name="b")
    assert compare(a, b, article_a, article_b, running=True).verdict == "updated"
    (c, article_c) = claim("It killed 23 people.", "23 people", "count")
    (d, article_d) = claim("It killed 34 people.", "34 people", "count", hours=5, name="b")
    assert compare(c, d, article_c, article_d, running=False).verdict == "conflict"


@pytest.mark.parametrize(
    ("kind", "a", "b", "verdict"),
    [
        ("name", "Lee Jae-myung", "Lee Jae Myung", "agree"),
        ("name", "Harbor Power Corporation", "Harbor Power Corp.", "agree"),
        ("name", "Tomáš Dvořák", "Tomas Dvorak", "agree"),
        ("name", "Yoon Sang-hyun", "Yun Sang-hyeon", "compatible"),
        ("name", "Ada Okoro", "Okoro", "compatible"),
        ("name", "Dr P Alder", "Prue Alder", "compatible"),
        ("name", "Hugo Marsh", "Rohan Marsh", "conflict"),
        ("name", "Ines Calder", "Lena Abebe", "conflict"),
        ("role", "CEO", "chief executive", "agree"),
        ("role", "police spokeswoman", "police spokesperson", "agree"),
        ("role", "regional governor", "governor", "compatible"),
        ("role", "governor of the region", "mayor of Karo", "conflict"),
        ("role", "finance minister", "foreign minister", "conflict"),
        ("role", "deputy governor", "governor", "conflict"),
        ("place", "in Seoul", "in Seoul", "agree"),
        ("place", "in Hà Nội", "in Hanoi", "agree"),
        ("place", "in Doha", "in Qatar", "compatible"),
        ("place", "in western Kenya", "in Kenya", "compatible"),
        ("place", "in Leipzig", "in Dresden", "conflict"),
        ("place", "in northern Karo", "in southern Karo", "conflict"),
        ("quote", "We will stay", "We will stay.", "agree"),
        ("quote", "We won't resign over a toll", "We will not resign over a toll", "compatible"),
        ("quote", "The town is hurt but it stands", "The town is hurt", "compatible"),
        ("quote", "We will sell the plant now", "We will not sell the plant now", "conflict"),
        ("quote", "We hired 40 people last May", "We hired 14 people last May", "conflict"),
        ("quote", "Prices will rise this year", "Prices will fall this year", "conflict"),
    ],
    ids=lambda value: str(value).replace(" ", "_"),
)  # fmt: skip
def test_words_compared(kind, a, b, verdict):
    judgement = judge(claim(a, a, kind), claim(b, b, kind, name="b"))
    soft = {"agree", "compatible"}
    assert judgement.verdict == verdict or {judgement.verdict, verdict} <= soft, judgement


def test_a_place_that_an_article_puts_in_another_is_compatible():
    a = claim("It fell at Karo, in Baro county.", "at Karo", "place")
    b = claim("It fell in Baro county.", "in Baro county", "place", name="b")
    assert judge(a, b).verdict == "compatible"


@pytest.mark.parametrize(
    ("early", "late", "verdict"),
    [
        ("will meet the premier", "will meet the premier", "agree"),
        ("met the premier", "did not meet the premier", "conflict"),
        ("rejected the bid", "turned down the bid", "agree"),
        ("approved the bid", "rejected the bid", "updated"),
        ("no deaths were reported", "a man died", "updated"),
        ("pleaded guilty", "pleaded not guilty", "conflict"),
        ("is on the run", "was recaptured", "updated"),
        ("was arrested", "has not been arrested", "conflict"),
    ],
    ids=lambda value: str(value).replace(" ", "_"),
)
def test_affirmed_against_denied(early, late, verdict):
    a, b = claim(early, early, "polarity"), claim(late, late, "polarity", hours=6, name="b")
    assert judge(a, b).verdict == verdict


def test_two_spans_that_overlap_can_both_be_true():
    a = claim("She will visit on Thursday for the second time in just over two weeks.",
              "just over two weeks", "duration")  # fmt: skip
    b = claim("It is her second visit in less than three weeks.", "less than three weeks",
              "duration", name="b")  # fmt: skip
    judgement = judge(a, b)
    assert (judgement.verdict, judgement.reason) == ("compatible", "overlap")
    assert "more than 14 days and at most 17.5 days" in judgement.explanation


def test_the_verdict_does_not_depend_on_the_order():
    a = claim("The quake killed 23 people.", "23 people", "count")
    b = claim("The toll stands at 34 dead.", "34 dead", "count", hours=9, name="b")
    assert judge(a, b).verdict == judge(b, a).verdict == "updated"
