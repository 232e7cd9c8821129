"""What a claims file cannot say, in Python: run with ``pytest docs/examples``."""

from pathlib import Path

from reconcile.testing import assert_claims, assert_consistent, within

SEEDS = Path(__file__).parents[2] / "seeds"
ACCEPTED = Path(__file__).parent / "visit.accepted.toml"


def test_the_two_reports_do_not_contradict_each_other(reconciled):
    assert_consistent(reconciled(SEEDS))


def test_where_they_differ_somebody_looked_at_it(reconciled):
    assert_consistent(reconciled(SEEDS), least="difference", baseline=ACCEPTED)


def test_the_wire_has_both_currencies():
    assert_claims(SEEDS / "wire.txt", "the pledge is 100 trillion won", "the pledge is $73 billion")


def test_the_pledge_is_well_above_last_years(reconciled):
    pledge = reconciled(SEEDS).about("pledging won")[0]
    for claim in pledge.fact.claims:
        assert within(claim.focus.value, "at least 90 trillion won")


def test_every_article_gives_a_day(claims):
    days = {claim.article for claim in claims(SEEDS) if claim.kind == "date"}
    assert days == {"ledger", "wire"}
