"""The library's language model: what it says of claims, and what it does not look at."""

from __future__ import annotations

import re
from itertools import combinations
from typing import Any

import numpy
import pytest
from attrs import evolve

import reconcile
from reconcile.alignment import align, read_weights, weights_for
from reconcile.model import Article, Claim
from reconcile.semantic import encoder, load_encoder
from reconcile.semantic.encoder import STEP, STRETCH, stretches

FIRST = """Fire destroys mill
LEEDS, June 3 - Flames tore through the old mill on Monday and two firefighters were hurt.
The owner put the damage at 4 million pounds. Some 310 workers were sent home."""
SECOND = """Blaze guts mill
LEEDS, June 3 - A blaze gutted the historic mill on Monday, injuring two of the crew.
Losses come to about 4 million pounds, the owner said. Its 310 staff have no work."""


def claims_of(*texts: str) -> tuple[list[Claim], list[Article]]:
    report = reconcile.compare(texts, semantic=False)
    claims = [claim for claim in report.claims if claim.focus.value is not None]
    return claims, list(report.articles)


def likeness_of(claims: list[Claim], articles: list[Article]) -> dict[frozenset[str], float]:
    """By the words of two figures of different articles: how alike they are told."""
    pairs = [
        (a, b)
        for a, b in combinations(range(len(claims)), 2)
        if claims[a].article != claims[b].article
    ]
    first, second = numpy.array(pairs).T
    odds = load_encoder()(claims, articles)(first, second).tolist()
    return {
        frozenset((claims[a].focus.text, claims[b].focus.text)): each
        for (a, b), each in zip(pairs, odds, strict=True)
    }


def test_what_is_one_fact_is_told_more_alike_than_what_is_two() -> None:
    told = likeness_of(*claims_of(FIRST, SECOND))
    workers = told[frozenset(("Some 310 workers", "310 staff"))]
    loss = told[frozenset(("4 million pounds", "about 4 million pounds"))]
    other = told[frozenset(("Some 310 workers", "about 4 million pounds"))]
    assert min(workers, loss) > other + 1.0


def test_a_figure_does_not_look_at_itself() -> None:
    """One word piece each, so that what stands around them stays where it is."""
    claims, articles = claims_of(FIRST, SECOND)
    changed, others = claims_of(FIRST.replace("310", "842"), SECOND.replace("310", "77"))
    before, after = likeness_of(claims, articles), likeness_of(changed, others)
    pair = before[frozenset(("Some 310 workers", "310 staff"))]
    assert pair == after[frozenset(("Some 842 workers", "77 staff"))]


def test_a_figure_looks_at_the_others_around_it() -> None:
    claims, articles = claims_of(FIRST, SECOND)
    changed, others = claims_of(FIRST.replace("4 million", "97 million"), SECOND)
    pair = frozenset(("Some 310 workers", "310 staff"))
    assert likeness_of(claims, articles)[pair] != likeness_of(changed, others)[pair]


def test_what_stands_beside_an_article_does_not_change_how_it_is_read() -> None:
    claims, articles = claims_of(FIRST, SECOND)
    more, all_three = claims_of(FIRST, SECOND, "Cup\nAn old mare won it in 75 seconds.")
    alone, beside = likeness_of(claims, articles), likeness_of(more, all_three)
    assert all(beside[pair] == pytest.approx(odds, abs=1e-3) for pair, odds in alone.items())


def test_a_long_article_is_read_to_its_end() -> None:
    told = " ".join(f"On day {n} the owner of the mill said nothing at all." for n in range(60))
    claims, articles = claims_of(f"{told}\n{FIRST}", SECOND)
    alone = likeness_of(*claims_of(FIRST, SECOND))
    far = likeness_of(claims, articles)
    pair = frozenset(("Some 310 workers", "310 staff"))
    assert far[pair] == pytest.approx(alone[pair], abs=2.5)


@pytest.mark.parametrize("pieces", [1, STEP, STRETCH, STRETCH + 1, 1000])
def test_each_piece_is_taken_once(pieces: int) -> None:
    ways = stretches(pieces)
    taken = [place for each in ways for place in range(each.left, each.right)]
    assert taken == list(range(pieces))
    assert all(each.start <= each.left < each.right <= each.stop for each in ways)


def test_it_is_told_in_the_waterfall_and_can_be_left_out() -> None:
    articles = [reconcile.read_article(text) for text in (FIRST, SECOND)]
    levels = [
        {each.level for finding in report.facts for each in finding.fact.evidence}
        for report in (
            reconcile.compare(articles),
            reconcile.compare(articles, semantic=False),
        )
    ]
    assert "meaning" in levels[0]
    assert "meaning" not in levels[1]


def test_the_same_texts_give_the_same_report() -> None:
    articles = [reconcile.read_article(text) for text in (FIRST, SECOND)]
    once, again = (reconcile.compare(articles).to_json() for _ in range(2))
    assert once == again


def test_no_claims_are_no_trouble() -> None:
    articles = [reconcile.read_article(re.sub(r"\d", "x", text)) for text in (FIRST, SECOND)]
    empty = numpy.zeros(0, numpy.int64)
    assert load_encoder()([], articles)(empty, empty).tolist() == []


def test_a_text_without_a_numeral_is_no_trouble() -> None:
    claims, articles = claims_of(
        FIRST, "Mill burns\nLEEDS - On Monday the owner of the mill, half of it gone, wept."
    )
    odds = likeness_of(claims, articles)
    assert any("Monday" in figure for pair in odds for figure in pair)


def test_weights_say_whether_they_ask_the_model() -> None:
    claims, articles = claims_of(FIRST, SECOND)
    with_it, without = weights_for(load_encoder()), weights_for()
    assert (with_it.with_encoder, without.with_encoder) == (True, False)
    with pytest.raises(ValueError, match="learned with an encoder"):
        align(claims, articles, weights=with_it)
    asked = align(claims, articles, weights=without, encoder=load_encoder())
    assert asked == align(claims, articles, weights=without)


def test_weights_of_another_ladder_are_refused() -> None:
    steps = [{"bias": 1.0, "clauses alike in meaning": 0.5}]
    with pytest.raises(ValueError, match="no level 'clauses alike in meaning'"):
        read_weights({"steps": steps, "of groups": {}, "bars": {"fact": 0.3, "conflict": 0.5}})


def test_a_text_without_a_word_is_no_trouble() -> None:
    claims, articles = claims_of(FIRST, SECOND)
    blank = [evolve(article, text=" " * len(article.text)) for article in articles]
    odds = load_encoder()(claims, blank)(numpy.array([0]), numpy.array([1]))
    assert numpy.isfinite(odds).all()


def test_what_numpy_is_told_to_raise_does_not_stop_it() -> None:
    claims, articles = claims_of(FIRST, SECOND)
    with numpy.errstate(all="raise"):
        odds = load_encoder()(claims, articles)(numpy.array([0]), numpy.array([len(claims) - 1]))
    assert numpy.isfinite(odds).all()


def test_only_stretches_with_a_mention_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    padding = "The owner of the mill said nothing at all. " * 400
    claims, articles = claims_of(f"{FIRST}\n{padding}", SECOND)
    read: list[int] = []
    through = encoder.read_pieces

    def counting(pieces: Any, *given: Any, **named: Any) -> Any:
        read.append(len(pieces))
        return through(pieces, *given, **named)

    monkeypatch.setattr(encoder, "read_pieces", counting)
    load_encoder()(claims, articles)
    assert sum(read) <= 4


def test_a_text_read_in_parts_is_read_as_it_is_in_one(monkeypatch: pytest.MonkeyPatch) -> None:
    told = " ".join(
        f"On day {n} the owner sent {n + 20} men to mend the roof of barn {n}." for n in range(40)
    )
    claims, articles = claims_of(f"{FIRST}\n{told}", SECOND)
    whole = likeness_of(claims, articles)
    monkeypatch.setattr(encoder, "_PART", 100)
    parts = likeness_of(claims, articles)
    assert len(whole) > 300
    assert all(parts[pair] == pytest.approx(odds, abs=1e-3) for pair, odds in whole.items())
