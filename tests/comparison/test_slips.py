"""The slip behind a conflict: every rule of the table, who is asked, and what is left alone."""

import pytest

from reconcile.comparison import compare
from reconcile.comparison.conclusions import conclude
from reconcile.comparison.slips import slip_of
from reconcile.comparison.vocabulary import rules
from reconcile.model import Comparison, Fact
from tests.comparison.made import fact_of, make, make_pair

RULES = rules("slips")["rule"]
READS = [(rule["name"], a, b) for rule in RULES for a, b in rule.get("reads", ())]
IGNORES = [(rule["name"], a, b) for rule in RULES for a, b in rule.get("ignores", ())]


@pytest.mark.parametrize(("rule", "a", "b"), READS, ids=lambda value: value.replace(" ", "_"))
def test_each_rule_reads_its_examples(rule, a, b):
    for pair in (make_pair(a, b), make_pair(b, a)):
        slip = slip_of(pair)
        assert slip is not None
        assert slip.rule == rule
        assert slip.question.startswith("Is ")
        assert slip.question.endswith("?")


@pytest.mark.parametrize(("rule", "a", "b"), IGNORES, ids=lambda value: value.replace(" ", "_"))
def test_each_rule_leaves_alone_what_it_must(rule, a, b):
    slip = slip_of(make_pair(a, b))
    assert slip is None or slip.rule != rule


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("28 people", "31 people"),
        ("$4 million", "$9 million"),
        ("12 miles", "15 miles"),
        ("more than 60,000 people", "some 14,300 people"),
        ("3 June 2025", "5 June 2025"),
        ("two people", "three people"),
        ("34 years old", "36 years old"),
        ("40 minutes", "two hours"),
        ("second place", "third place"),
        ("3.1 percent", "3.2 percent"),
        ("between 10 and 20 people", "80 people"),
    ],
    ids=lambda value: value.replace(" ", "_"),
)
def test_nothing_is_asked_where_nothing_is_plausible(a, b):
    assert slip_of(make_pair(a, b)) is None


def test_two_alone_are_both_asked():
    (comparison,) = fact_of("$305 million", "$305 billion").comparisons
    assert comparison.slip.side is None
    assert comparison.slip.question == (
        "Is “$305 million” (Paper A) a slip for 305 billion USD, or “$305 billion” (Paper B) for "
        "305 million USD (million for billion)?"
    )


def test_third_sources_show_the_odd_one():
    fact = fact_of("$305 million", "$305 billion", "about $300 million")
    sides = {(each.a, each.b): each.slip and each.slip.side for each in fact.comparisons}
    assert sides == {(0, 1): "b", (0, 2): None, (1, 2): "a"}
    assert {each.slip.question for each in fact.comparisons if each.slip} == {
        "Is “$305 billion” (Paper B) a slip for 305 million USD (billion for million)?"
    }


def test_two_against_two_show_no_side():
    fact = fact_of("9 April 2026", "4 September 2026", "April 9, 2026", "Sept. 4, 2026")
    slips = [each.slip for each in fact.comparisons if each.verdict == "conflict"]
    assert {slip.rule for slip in slips} == {"calendar"}
    assert {slip.side for slip in slips} == {None}


def test_another_reading_of_the_fact_speaks_for_an_edit():
    fact = fact_of("97 kilometres", "97 miles", "about 60 miles")
    assert [each.slip.rule for each in fact.comparisons if each.slip] == ["unit", "unit"]


def test_ages_of_two_persons_are_swapped():
    texts = ("Lund, aged 29, fled with Petrakis, aged 34.", "Lund, aged 34, fled with Petrakis, "
             "aged 29.")  # fmt: skip
    focus = [("aged 29", "aged 34"), ("aged 34", "aged 29")]
    made = [
        [make(text, each, "age", name=name) for each in pair]
        for text, pair, name in zip(texts, focus, "ab", strict=True)
    ]
    claims = [claim for pair in made for claim, _ in pair]
    articles = {pair[0][1].id: pair[0][1] for pair in made}
    a, b = made[0][0][0], made[1][0][0]
    judgement = compare(a, b, articles["a"], articles["b"])
    fact = Fact("f1", "age", "Lund's age", (a, b), (Comparison(0, 1, judgement),))
    slip = conclude([fact], claims, articles)[0].comparisons[0].slip
    assert (slip.rule, slip.side) == ("swapped", None)
    assert "swapped in Paper A, or in Paper B?" in slip.question


def test_what_does_not_conflict_is_not_asked_about():
    fact = fact_of("$73 billion", "$72.9 billion", "some $73 billion")
    assert not any(each.slip for each in fact.comparisons)


def test_what_may_not_be_one_fact_is_not_asked_about():
    from attrs import evolve

    fact = fact_of("$305 million", "$305 billion")
    open_fact = evolve(
        fact, certain=False, comparisons=tuple(evolve(each, slip=None) for each in fact.comparisons)
    )
    articles = {name: make("x $3", name=name)[1] for name in "ab"}
    assert conclude([open_fact], (), articles)[0].comparisons[0].slip is None


def test_the_odd_side_is_asked_whichever_way_the_slip_was_found():
    pair = make_pair("1.5 million euros", "€15 million")
    asked = slip_of(pair, side="b")
    assert asked is not None
    assert asked.side == "b"
    assert asked.question.startswith("Is “€15 million” ")
    assert "a slip for 1.5 million EUR" in asked.question
