"""As of when a figure is, and how one that moves stands over time."""

import datetime

import pytest
from attrs import evolve

from reconcile.articles import read_article
from reconcile.claims import extract_claims
from reconcile.comparison import compare as compare_claims
from reconcile.comparison.asof import as_of, later_as_of, leading, words_of
from reconcile.comparison.pair import Pair
from reconcile.comparison.vocabulary import rules
from reconcile.pipeline import compare

ZONE = datetime.timezone(datetime.timedelta(hours=8))


def _article(name, text, day, hour=12):
    published = datetime.datetime(2025, 5, day, hour, 0, tzinfo=ZONE)
    return evolve(read_article(f"A headline\n\n{text}\n", published=published), id=name)


def _count(article):
    return next(claim for claim in extract_claims([article]) if claim.kind == "count")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("As of 9 p.m. on Tuesday 31 people were dead.", "As of 9 p.m. on Tuesday"),
        ("By Tuesday morning 31 people were dead.", "By Tuesday morning"),
        ("The toll was 31 dead as of Tuesday.", "as of Tuesday"),
        ("Another 31 people died on Tuesday.", None),
        ("Some 31 people were killed by Tuesday's storm.", None),
        ("The city wants 31 new schools by 2030.", None),
    ],
)
def test_words_that_say_as_of_when(text, words):
    article = _article("a", text, 7)
    said = as_of(_count(article), article)
    assert said is not None
    assert said.words == words


def test_a_date_at_the_head_is_that_of_every_figure():
    article = _article("a", "As of 6 p.m., 6 May 2025\n\nDead: 31\nMissing: 40 people", 7)
    claims = [claim for claim in extract_claims([article]) if claim.kind == "count"]
    assert {as_of(claim, article).words for claim in claims} == {"As of 6 p.m., 6 May 2025"}


def test_how_much_was_counted():
    article = _article("a", "With 40 percent of the vote counted, Karo had won 31 seats.", 7)
    said = as_of(_count(article), article)
    assert said.words == "With 40 percent of the vote counted"


def test_the_words_of_both_decide_which_is_later():
    old = _article("a", "As of Tuesday at 9 p.m. there were 31 dead.", 8)
    new = _article("b", "As of Wednesday at 9 a.m. there were 28 dead.", 7)
    pair = Pair(_count(old), _count(new), old, new)
    assert later_as_of(pair) == "b"
    assert later_as_of(pair.swapped()) == "a"


def test_figures_of_one_moment_are_no_update():
    old = _article("a", "As of Tuesday at 9 p.m. there were 31 dead.", 7)
    new = _article("b", "As of Tuesday at 9 p.m. there were 28 dead.", 8)
    assert later_as_of(Pair(_count(old), _count(new), old, new)) is None


@pytest.mark.parametrize("section", ["before", "heading", "with"])
def test_leading_words(section):
    table = rules("asof")[section]
    assert all(leading(section).search(text) for text in table["reads"])
    assert not any(leading(section).search(text) for text in table["ignores"])


def test_counting_words():
    table = rules("asof")["counted"]
    assert all(words_of("counted").search(text) for text in table["reads"])
    assert not any(words_of("counted").search(text) for text in table["ignores"])


# --- over the sources -----------------------------------------------------------------------------

TOLLS = {
    "a": ("At least 14 people were killed when a ferry sank off Mara on Sunday.", 5),
    "b": ("Twenty-two people were killed when the ferry sank off Mara on Sunday.", 6),
    "c": ("The ferry that sank off Mara on Sunday killed 31 people.", 7),
}


@pytest.fixture(scope="module")
def toll():
    articles = [_article(name, text, day) for name, (text, day) in TOLLS.items()]
    return next(each for each in compare(articles).facts if each.kind == "count")


def test_a_toll_becomes_a_timeline(toll):
    assert [toll.quotes[point.claim].article for point in toll.timeline] == ["a", "b", "c"]
    assert (
        toll.moved == "At least 14 people on 5 May, Twenty-two people on 6 May, 31 people on 7 May"
    )


def test_a_figure_that_stands_still_has_none():
    texts = ["The bridge is 340 metres long.", "The bridge has a length of 340 metres."]
    articles = [_article(f"{day}", text, day) for day, text in enumerate(texts, 5)]
    assert all(each.timeline == () for each in compare(articles).facts)


def test_the_order_of_sources_changes_no_timeline(toll):
    articles = [_article(name, text, day) for name, (text, day) in reversed(TOLLS.items())]
    turned = next(each for each in compare(articles).facts if each.kind == "count")
    assert turned.moved == toll.moved


def _verdict(early, late, apart=6, kind="count"):
    """How the first figure of a kind in two reports stand to each other, some hours apart."""
    old, new = (
        _article("a", early, 7, 6),
        _article("b", late, 7 + (6 + apart) // 24, (6 + apart) % 24),
    )
    one, other = (
        next(claim for claim in extract_claims([article]) if claim.kind == kind)
        for article in (old, new)
    )
    return compare_claims(one, other, old, new, paired=True).verdict


@pytest.mark.parametrize(
    ("early", "late", "kind", "verdict"),
    [
        (
            "The storm cut 61 flights.",
            "The storm cost the airport 87 rotations.",
            "count",
            "updated",
        ),
        (
            "At least 60 people suffered burns.",
            "The lids led to 16 burn injuries.",
            "count",
            "conflict",
        ),
        (
            "A total of 47 boats were waiting.",
            "Guards counted 52 boats at anchor.",
            "count",
            "updated",
        ),
        ("Lawyers act for 11 families.", "Lawyers act for 14 families.", "count", "updated"),
        (
            "Shares were down 5.1 percent in early trading.",
            "Shares closed 6.2 percent lower.",
            "percent",
            "updated",
        ),
        (
            "The reward rose to 40,000 euros.",
            "The reward rose to 60,000 euros.",
            "money",
            "updated",
        ),
        (
            "The reward stands at 40,000 euros.",
            "The reward remains 60,000 euros.",
            "money",
            "conflict",
        ),
        (
            "The reward is £250,000.",
            "A reward of 250,000 dollars is offered.",
            "money",
            "conflict",
        ),
        (
            "The fire of May 2012 injured 57 people.",
            "On 3 May 2012 a fire injured 61 people.",
            "count",
            "conflict",
        ),
        (
            "The queue was 12 ships. It was 24 at noon.",
            "Another 31 ships were waiting.",
            "count",
            "updated",
        ),
    ],
)
def test_which_figures_move(early, late, kind, verdict):
    assert _verdict(early, late, kind=kind) == verdict


def test_what_remains_speaks_of_the_hours_before():
    """A reward that was raised on Friday remains what it is on Monday."""
    early, late = "The reward is 100,000 euros.", "The reward remains 250,000 euros."
    assert _verdict(early, late, 90, "money") == "updated"


@pytest.mark.parametrize("name", ["standing", "replanned"])
@pytest.mark.parametrize("key", ["reads", "ignores"])
def test_words_that_say_that_a_figure_stands_or_a_plan_has_moved(name, key):
    table = rules("running")[name]
    for text in table[key]:
        assert any(f" {word} " in f" {text} " for word in table["words"]) is (key == "reads"), text
