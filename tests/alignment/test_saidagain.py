"""What an article says twice in the same words is one statement."""

from __future__ import annotations

import datetime

from attrs import evolve

from reconcile import read_article
from reconcile.alignment.candidates import candidate_pairs
from reconcile.alignment.profiles import profile_claims
from reconcile.alignment.saidagain import said_before
from reconcile.alignment.score import score_pairs, weights_for
from reconcile.claims import extract_claims
from reconcile.model import VALUE_KINDS, Article

PUBLISHED = datetime.datetime(2025, 6, 11, 15, 12, tzinfo=datetime.UTC)
TWICE = """The envoy is back in Lisbon

Ana Duarte the trade envoy speaks at a hotel in Lisbon on May 26 LUSITANA
Ana Duarte, the trade envoy, speaks at a hotel in Lisbon on May 26. LUSITANA

Ana Duarte has come back to Lisbon for talks with 14 exporters. The exporters want a treaty.
"""
ONCE = """Trade talks

The trade envoy Ana Duarte, who last came to Lisbon on May 26, meets 14 exporters this week.
"""


def article(text: str) -> Article:
    return read_article(text, published=PUBLISHED)


def said_again(text: str) -> list[tuple[str, str]]:
    read = article(text)
    claims = extract_claims([read])
    found = said_before(claims, {read.id: read})
    return [(claims[a].focus.text, claims[b].focus.text) for a, b in found.items()]


def test_a_caption_shown_twice_is_said_again() -> None:
    assert ("May 26", "May 26") in said_again(TWICE)


def test_what_other_words_say_is_not_said_again() -> None:
    other = "The pool cost 3 million euros in the end. The second pool cost 3 million euros too."
    assert said_again(f"Pools\n\n{other}\n") == []
    assert said_again("Rates\n\nIt rose by 3 percent.\n\nIt rose by 3 percent.\n") == []


def test_both_captions_meet_what_the_first_one_meets() -> None:
    articles = [article(TWICE), evolve(article(ONCE), id="b")]
    claims = [claim for claim in extract_claims(articles) if claim.kind in VALUE_KINDS]
    profiles = profile_claims(claims, articles)
    pairs = candidate_pairs(profiles)
    scored = score_pairs(profiles, pairs, weights_for())
    days = [index for index, claim in enumerate(claims) if claim.focus.text == "May 26"]
    first, again, other = days
    assert profiles[again].said_before == first
    assert (first, other) in pairs
    assert (again, other) not in pairs
    assert scored.probabilities[again, other] == scored.probabilities[first, other]
