"""What expectations are met by, contradicted by, and what they leave alone; without the plugin."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from pathlib import Path

import pytest

from reconcile import compare, read_article, read_value
from reconcile.errors import ExpectationNotRead
from reconcile.report import Report
from reconcile.testing import FactCheckFailed, assert_claims, assert_consistent, within
from reconcile.testing.equality import explain_difference

GAZETTE = """Mill fire in Torvale

A fire destroyed the old mill in Torvale on Monday night. Nine workers died and at least 14 were
hurt. In 2019, three workers died when a boiler burst there.
The owner, Brannock Textiles, had insured the building for $12.5 million. About 240
people worked there.
Mayor Ilse Damm, 58, promised the families $20,000 each. Damm is mayor of Torvale.
"""
COURIER = """Torvale mill burns down

The mill in Torvale burned down late on Monday. The blaze killed nine workers.
Brannock Textiles had insured the mill for $12.5 million. The mill employed 240 people.
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    folder = tmp_path_factory.mktemp("mill")
    for name, text in (("gazette", GAZETTE), ("courier", COURIER)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / "sources.toml").write_text(
        "".join(
            f'[[source]]\nfile = "{name}.txt"\npublished = 2025-06-11T12:00:00Z\n'
            for name in ("gazette", "courier")
        )
    )
    return compare(folder)


@pytest.mark.parametrize(
    "sentence",
    [
        "nine workers died",
        "the toll is nine",
        "at least eight people were killed",
        "Brannock insured the mill for $12.5 million",
        "the insurance is over $12 million",
        "the mill employed about 240 people",
        "the mayor promised $20,000 to each family",
        "Ilse Damm is 58",
        "three workers died in 2019",
        "the mill burned down on Monday",
        "at least 14 workers were hurt",
    ],
)
def test_what_is_met(report: Report, sentence: str) -> None:
    (outcome,) = assert_claims(report, sentence)
    assert outcome.met_by


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("eleven workers died", "cannot both be true"),
        ("Brannock insured the mill for $21.5 million", "cannot both be true"),
        ("Ilse Damm is 48", "cannot both be true"),
        ("the mill employed 420 people", "cannot both be true"),
        ("five workers died in 2019", "cannot both be true"),
        ("the mill burned down on Sunday", "cannot both be true"),
        ("two trains collided", "No source states it"),
        ("20 workers were hurt", "No source states it"),
    ],
)
def test_what_is_not_met(report: Report, sentence: str, told: str) -> None:
    with pytest.raises(FactCheckFailed) as caught:
        assert_claims(report, sentence)
    (discrepancy,) = caught.value.discrepancies
    assert told in discrepancy.explanation
    assert sentence in str(caught.value)


@pytest.mark.parametrize("sentence", ["", "Hello there", "an old mill"])
def test_what_cannot_be_asked(report: Report, sentence: str) -> None:
    with pytest.raises(ExpectationNotRead, match="it names no value"):
        assert_claims(report, sentence)


def test_each_sentence_that_fails_is_told(report: Report) -> None:
    with pytest.raises(FactCheckFailed) as caught:
        assert_claims(report, "nine workers died", "ten workers died", "Ilse Damm is 48")
    assert [each.title for each in caught.value.discrepancies] == [
        "“ten workers died”",
        "“Ilse Damm is 48”",
    ]


def test_a_tolerance_widens(report: Report) -> None:
    assert_claims(report, "ten workers died", tolerance="1")
    assert_claims(report, "Brannock insured the mill for $13 million", tolerance="5 percent")
    with pytest.raises(ExpectationNotRead, match="it is no tolerance"):
        assert_claims(report, "ten workers died", tolerance="roughly")


def test_consistent_sources_give_their_report(report: Report) -> None:
    assert assert_consistent(report) == report


def test_articles_and_texts_are_sources() -> None:
    other = COURIER.replace("killed nine", "killed ten")
    with pytest.raises(FactCheckFailed) as caught:
        assert_consistent([read_article(GAZETTE, published=None), other])
    assert any("cannot both be true" in each.explanation for each in caught.value.discrepancies)
    assert not any(each.remedies for each in caught.value.discrepancies)


def test_a_failure_pickles(report: Report) -> None:
    with pytest.raises(FactCheckFailed) as caught:
        assert_claims(report, "ten workers died")
    again = pickle.loads(pickle.dumps(caught.value))
    assert again.discrepancies == caught.value.discrepancies
    assert isinstance(again, AssertionError)


def test_places_are_lines_of_the_file(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    path = report.articles[0].path
    assert path is not None
    monkeypatch.chdir(Path(path).parent)
    with pytest.raises(FactCheckFailed) as caught:
        assert_claims(report, "ten workers died")
    places = {each.place for each in caught.value.discrepancies[0].sightings}
    assert places >= {"courier.txt:3", "gazette.txt:3"}


@pytest.mark.parametrize(
    ("stated", "expected", "tolerance", "holds"),
    [
        ("33 people", "at least 31 people", None, True),
        ("more than 40 people", "at least 31 people", None, True),
        ("more than 20 people", "at least 31 people", None, False),
        ("30 people", "up to 30 people", None, True),
        ("31 people", "up to 30 people", None, False),
        ("25 people", "20 to 30 people", None, True),
        ("5.2 percent", "5 percent", None, True),
        ("5.6 percent", "5 percent", None, False),
        ("5.6 percent", "5 percent", "1 point", True),
        ("5.6 percent", "5 percent", "20 percent", True),
        ("30 miles", "48 km", None, True),
        ("June 14, 2025", "June 12, 2025", "2 days", True),
        ("June 15, 2025", "June 12, 2025", "2 days", False),
        ("30 people", "at least 31 people", "1", True),
    ],
)
def test_within(stated: str, expected: str, tolerance: str | None, holds: bool) -> None:
    fit = within(stated, expected, tolerance=tolerance)
    assert bool(fit) is holds
    assert fit.explanation in repr(fit)


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        ("over two weeks", "15 days", ["hedges differ: over and none", "both can be true"]),
        ("30 miles", "30 km", ["units differ: mile and kilometer", "they cannot both be true"]),
        ("31 people", "33 people", ["no value lies in both", "gap: 2 (6.1 percent)"]),
        ("two weeks", "10 percent", ["kinds differ: duration and percent"]),
    ],
)
def test_readings_that_differ_are_explained(left: str, right: str, told: Sequence[str]) -> None:
    lines = "\n".join(explain_difference(read_value(left), read_value(right)))
    assert all(each in lines for each in told), lines
