"""Derivations replayed: every verdict holds, and with any one thing altered none does."""

import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from attrs import evolve

from reconcile.comparison import compare
from reconcile.model import (
    Article,
    Check,
    Citation,
    Comparison,
    Fact,
    Judgement,
    Rule,
    Segment,
)
from reconcile.report.findings import find
from reconcile.values import read_values, sets, steps
from reconcile.verification import verify
from reconcile.verification.shapes import SHAPES
from reconcile.verification.verifier import REPLAYS
from tests.comparison.made import make, make_pair
from tests.verification.tampering import RULES, tampered

#: an altered rule that says no more than what holds as well: a remark for the words that it is
#: made of, what both leave open for what lies in both
TRUE_AS_WELL = frozenset(
    {
        "words: rule remark", "remark: rule in brief", "remark: rule words",
        "assumed: rule in brief", "chosen: rule in brief", "in brief: rule assumed",
        "chosen: rule assumed", "reading: rule printed", "disjoint: rule other unit",
        "other unit: rule disjoint", "overlap: rule rounds to", "rounds to: rule overlap",
        "overlap: rule intersection",
        "rounds to: rule intersection", "within: rule overlap", "within: overlap dropped",
        "within: reading dropped", "within: named dropped",
    }
)  # fmt: skip

PAIRS = [
    ("The fair drew 31 people.", "The fair drew 31 people."),
    ("The fair drew 31 people.", "The fair drew 34 people."),
    ("The fair drew about 340 people.", "The fair drew 340 people."),
    ("The fair drew at least 30 people.", "The fair drew 34 people."),
    ("The pledge is $73 billion.", "The pledge is $72.9 billion."),
    ("The pledge is 1.9 lakh rupees.", "The pledge is 190,000 rupees."),
    ("The pledge is $73 billion.", "The pledge is 100 trillion won."),
    ("The pledge is $73 billion.", "The pledge is 10 trillion won."),
    ("The pledge is 5 million won.", "The pledge is 5 million yen."),
    ("The road is 26 miles long.", "The road is 42 kilometres long."),
    ("The road is 26 miles long.", "The road is 26 kilometres long."),
    ("It was 37 degrees Celsius there.", "It was 98.6 degrees Fahrenheit there."),
    ("Sales rose 100 percent.", "Sales doubled."),
    ("Sales fell by 3.4 percent.", "Sales were down 3 percent."),
    ("The rate rose 2 percent.", "The rate rose 2 percentage points."),
    ("He came on Thursday.", "He came on 12 February 2026."),
    ("He came on Thursday.", "He came on 13 February 2026."),
    ("It began at 16.48 UTC.", "It began at 5.48pm BST."),
    ("It has stood since 2014.", "It has stood since June 2014."),
    ("It will be done by 30 September 2026.", "It will be done by the end of September 2026."),
    ("The outage was 90 minutes long.", "The outage was an hour and a half long."),
    ("The inquiry was 14 months long.", "The inquiry was just over a year long."),
    ("The inquiry was two years long.", "The inquiry was 24 months long."),
    ("The dam is 42 years old.", "The dam was built in 1983."),
    ("It opened 12 years ago.", "It opened in 2014."),
    ("They won 2-1.", "They lost 1-2."),
    ("They won 2-1.", "They won 3-1."),
    ("It passed by 31 votes to 26.", "It passed 31-24."),
    ("It passed by 31 votes to 26.", "It failed 26-31."),
    ("It is the highest since 2014.", "It is the highest in 12 years."),
    ("It is the second visit.", "It is the third visit."),
]


def both_ways(a, b, **options):
    pair = make_pair(a, b, **options)
    forth = compare(pair.a, pair.b, pair.article_a, pair.article_b)
    back = compare(pair.b, pair.a, pair.article_b, pair.article_a)
    return pair, forth, back


@pytest.mark.parametrize(("a", "b"), PAIRS)
def test_a_verdict_holds_either_way_round(a, b):
    pair, forth, back = both_ways(a, b)
    articles = (pair.article_a, pair.article_b)
    assert [str(each) for each in verify(forth, articles).failures] == []
    assert verify(back, articles).holds
    assert (forth.verdict, forth.reason) == (back.verdict, back.reason)


@pytest.mark.parametrize(("a", "b"), PAIRS)
def test_with_one_thing_altered_it_does_not_hold(a, b):
    pair, forth, _ = both_ways(a, b)
    articles = (pair.article_a, pair.article_b)
    held = {told for told, other in tampered(forth) if verify(other, articles).holds}
    assert held <= TRUE_AS_WELL


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        (("Kim Min-jun came.", "Kim Min-jun"), ("Kim Min Jun came.", "Kim Min Jun"), "name"),
        (("The chief of staff left.", "chief of staff"), ("The mayor left.", "mayor"), "role"),
        (("They met in Seoul.", "in Seoul"), ("They met in Busan.", "in Busan"), "place"),
        (("“We won.” he said.", "We won."), ("“We have won.” he said.", "We have won."), "quote"),
    ],
)
def test_a_verdict_on_words_rests_on_both_quotes(a, b, kind):
    pair = make_pair((*a, kind), (*b, kind))
    judgement = compare(pair.a, pair.b, pair.article_a, pair.article_b)
    articles = (pair.article_a, pair.article_b)
    assert judgement is not None
    assert verify(judgement, articles).holds
    held = {told for told, other in tampered(judgement) if verify(other, articles).holds}
    assert held <= TRUE_AS_WELL


def test_a_moving_figure_holds_by_the_times_of_publication():
    early = ("The quake killed 23 people.", "23 people", "count")
    late = ("The toll stands at 34 dead.", "34 dead", "count")
    pair, forth, back = both_ways(early, late, hours=9)
    articles = (pair.article_a, pair.article_b)
    assert forth.verdict == back.verdict == "updated"
    assert verify(forth, articles).holds
    at_once = [evolve(each, published=pair.article_a.published) for each in articles]
    assert not verify(forth, at_once).holds
    held = {told for told, other in tampered(forth) if verify(other, articles).holds}
    assert held <= TRUE_AS_WELL


def test_a_finding_rests_on_what_its_claims_state():
    pair, judgement, _ = both_ways(*PAIRS[1])
    articles = {"a": pair.article_a, "b": pair.article_b}
    fact = Fact("f1", "count", "the fair", (pair.a, pair.b), (Comparison(0, 1, judgement),))
    assert find(fact, articles).verify().holds
    moved_focus = evolve(pair.b, focus=evolve(pair.b.focus, start=pair.b.focus.start + 1))
    elsewhere = evolve(fact, claims=(pair.a, moved_focus))
    assert "no step rests on" in str(find(elsewhere, articles).verify())
    other = evolve(pair.article_b, text="The fair drew 31 people.")
    assert not find(fact, {**articles, "b": other}).verify().holds


def test_the_reason_of_a_failure_is_told():
    pair, forth, _ = both_ways(*PAIRS[1])
    articles = (pair.article_a, evolve(pair.article_b, text="The fair drew 31 people."))
    found = verify(forth, articles)
    assert not found.holds
    assert "the article does not say “34 people” there" in str(found)


def test_the_truth_of_a_verification_is_ambiguous():
    pair, forth, _ = both_ways(*PAIRS[0])
    with pytest.raises(TypeError):
        bool(verify(forth, (pair.article_a, pair.article_b)))


def test_what_has_no_derivation_does_not_hold():
    assert not verify(Judgement("agree", "same words", "Both say so."), ()).holds


def test_every_rule_has_a_shape_and_is_replayed():
    rules: tuple[Rule, ...] = RULES
    assert set(SHAPES) == set(REPLAYS) == set(rules)


def test_every_rule_is_documented():
    page = (Path(__file__).parents[2] / "docs" / "verification.md").read_text(encoding="utf-8")
    assert [rule for rule in RULES if f"`{rule}`" not in page] == []


# --- checks ---------------------------------------------------------------------------------------


def cited(text):
    """An article of one line, and a citation of each value in it."""
    published = datetime.datetime(2026, 2, 11, 12, tzinfo=datetime.UTC)
    article = Article("a", text, published=published, segments=(Segment(0, len(text), "body", 1),))
    found = [
        Citation("a", each.start, each.end, each.text, each.value)
        for each in read_values(text, published)
    ]
    return article, found


def check(last, *citations):
    return Check("i1", "made up", "count", "made up", tuple(citations), "They do not fit.", last)


def is_held(last, article, citations):
    return verify(check(last, *citations), (article,)).holds


def test_parts_that_do_not_add_up():
    article, (total, *parts) = cited("Of 25 people 12 people were men and 9 people were women.")
    made = steps.add([steps.reading(each) for each in parts], "12 and 9 make 21")
    last = steps.conclude("disjoint", (made, steps.reading(total)), "the total is 25")
    assert is_held(last, article, (total, *parts))
    wrong = steps.conclude("disjoint", (evolve(made, result=sets.exactly(Decimal(24))),
                                        steps.reading(total)), "")  # fmt: skip
    assert not is_held(wrong, article, (total, *parts))
    assert not is_held(steps.conclude("overlap", last.of, ""), article, (total, *parts))


def test_parts_that_do_add_up_are_no_finding():
    article, (total, *parts) = cited("Of 21 people 12 people were men and 9 people were women.")
    made = steps.add([steps.reading(each) for each in parts], "12 and 9 make 21")
    last = steps.conclude("disjoint", (made, steps.reading(total)), "")
    assert not is_held(last, article, (total, *parts))


def test_a_share_that_does_not_fit():
    article, (part, whole, share) = cited("So 30 people of 60 people, or 40 percent, agreed.")
    made = steps.divide(steps.reading(part), steps.reading(whole), "30 of 60 is half")
    last = steps.conclude("disjoint", (made, steps.reading(share)), "")
    assert is_held(last, article, (part, whole, share))


def test_a_change_that_does_not_fit():
    article, (old, new, share) = cited("It went from 40 dollars to 50 dollars, or 30 percent up.")
    made = steps.change(steps.reading(old), steps.reading(new), "from 40 to 50 is 25 percent")
    assert made.result is not None
    last = steps.conclude("disjoint", (made, steps.reading(share)), "")
    assert is_held(last, article, (old, new, share))
    turned = steps.change(steps.reading(new), steps.reading(old), "")
    assert not is_held(steps.conclude("disjoint", (evolve(turned, result=made.result),
                       steps.reading(share)), ""), article, (old, new, share))  # fmt: skip


@pytest.mark.parametrize(("day", "held"), [("Monday", True), ("Thursday", False)])
def test_a_weekday(day, held):
    article, (date,) = cited(f"He came on {day}, 12 February 2026.")
    last = steps.conclude("weekday", (steps.reading(date),), "that was a Thursday")
    assert is_held(last, article, (date,)) == held


def bound_by(read, *terms):
    return steps.relation(steps.reading(read), terms, read.text)


def test_three_times_that_cannot_all_hold():
    text = "It began on 2 March 2026, was over on 9 March 2026 and was ten days long."
    article, (first, last, length) = cited(text)
    relations = (
        bound_by(first, ("start", 1)),
        bound_by(last, ("end", 1)),
        bound_by(length, ("end", 1), ("start", -1)),
    )
    broken = steps.conclude("cannot all hold", relations, "")
    assert is_held(broken, article, (first, last, length))
    for place in range(3):
        fewer = steps.conclude("cannot all hold", (*relations[:place], *relations[place + 1 :]), "")
        assert not is_held(fewer, article, (first, last, length))
    turned = (*relations[:2], bound_by(length, ("start", 1), ("end", -1)))
    assert is_held(steps.conclude("cannot all hold", turned, ""), article, (first, last, length))


def test_relations_that_do_not_belong_together_are_too_many():
    text = "It began on 2 March 2026, was over on 9 March 2026, was ten days long, drew 40 people."
    article, (first, last, length, people) = cited(text)
    relations = (
        bound_by(first, ("start", 1)),
        bound_by(last, ("end", 1)),
        bound_by(length, ("end", 1), ("start", -1)),
        bound_by(people, ("people", 1)),
    )
    broken = steps.conclude("cannot all hold", relations, "")
    assert not is_held(broken, article, (first, last, length, people))


def test_a_check_rests_on_all_that_it_quotes():
    article, (total, *parts) = cited("Of 25 people 12 people were men and 9 people were women.")
    last = steps.conclude("disjoint", tuple(map(steps.reading, (total, parts[0]))), "")
    assert is_held(last, article, (total, parts[0]))
    assert not is_held(last, article, (total, *parts))


def test_a_step_prints_as_its_words():
    _, article = make("It drew 31 people.")
    cited_words = Citation(article.id, 8, 17, "31 people")
    told = steps.remark("two", cited_words, of=(steps.remark("one", cited_words),))
    assert str(told) == "two"
    assert told.told == ("one", "two")


def test_what_is_counted_may_be_named_as_a_line_is():
    pair = make_pair(
        ("She announced twelve stadium dates.", "twelve stadium dates", "count"),
        ("She announced a dozen stadium shows.", "a dozen stadium shows", "count"),
    )
    judgement = compare(pair.a, pair.b, pair.article_a, pair.article_b)
    assert judgement is not None
    assert judgement.verdict == "agree"
    assert verify(judgement, (pair.article_a, pair.article_b)).holds
