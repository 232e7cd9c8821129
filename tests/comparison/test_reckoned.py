"""Figures that follow from two figures of the other report."""

import re

import pytest

from reconcile.comparison import compare
from reconcile.comparison.reckoned import joined
from reconcile.comparison.vocabulary import rules
from reconcile.model import Span
from reconcile.verification import verify
from tests.comparison.made import make_pair

FOLLOWS = [
    ("The fare rises from £3.10 to £3.40.", "£3.10", "It goes up by 30p.", "30p", "money"),
    ("It spends £5m against £3m in May.", "£5m", "It spends £2m more.", "£2m", "money"),
    ("She carried 131 passengers and a crew of 14.", "131 passengers", "All 145 aboard are safe.",
     "145", "count"),
    ("Of the 90 who set out, 71 arrived.", "90", "The other 19 gave up.", "19", "count"),
    ("They cut 300 posts, 120 of which are vacant.", "300 posts", "Some staff hold 180 posts.",
     "180 posts", "count"),
]  # fmt: skip
DIFFERS = [
    ("The fare rises from £3.10 to £3.40.", "£3.10", "The fare rises from 30p.", "30p", "money"),
    ("She carried 131 passengers and a crew of 14.", "131 passengers", "The 145 passengers sleep.",
     "145 passengers", "count"),
    ("It spends £5m against £3m in May.", "£5m", "It spends £1m more.", "£1m", "money"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "told", "other", "then", "kind"), FOLLOWS)
def test_a_figure_follows_from_two(one, told, other, then, kind):
    pair = make_pair((one, told, kind), (other, then, kind))
    judgement = compare(*pair)
    assert (judgement.verdict, judgement.reason) == ("agree", "follows from")
    assert not verify(judgement, pair[2:]).failures


@pytest.mark.parametrize(("one", "told", "other", "then", "kind"), DIFFERS)
def test_a_figure_does_not_follow(one, told, other, then, kind):
    assert compare(*make_pair((one, told, kind), (other, then, kind))).verdict == "conflict"


@pytest.mark.parametrize("entry", rules("reckoned")["joined"], ids=lambda entry: entry["name"])
def test_words_that_join_two_figures(entry):
    for name, expected in (("reads", True), ("ignores", False)):
        for text in entry[name]:
            first, second, *_ = (
                Span(*each.span())
                for each in re.finditer(r"£?[\d.]+m?(?: votes| passengers)?", text)
            )
            found = joined(text, first, second)
            assert (found is not None and found["name"] == entry["name"]) == expected, text


@pytest.mark.parametrize("key", ["reads", "ignores"])
def test_kin_is_counted_together(key):
    for parts, whole in rules("reckoned")["kin"][key]:
        told = re.match(r"\w+ \w+", parts if not parts.startswith("a ") else "two girls").group()
        pair = make_pair((f"She leaves {parts}.", told, "count"), f"She leaves {whole}.")
        judgement = compare(*pair)
        assert (judgement.verdict == "agree") == (key == "reads"), (parts, whole, judgement)
        assert not verify(judgement, pair[2:]).failures
