"""Acts that no known question asks for are known by their verb and by who takes part."""

from __future__ import annotations

import pytest

from reconcile.articles import read_text
from reconcile.testing import FactCheckFailed, assert_claims

NEWS = """Tram strikes van

The tram derailed in Ober and struck a parked delivery van. A bus was struck by the tram.

The driver did not flee the scene. The operator may suspend the inspector.

Prosecutors praised the crews. Villagers rescued a dog from the canal.
"""
ARTICLE = read_text(NEWS, name="news")


@pytest.mark.parametrize(
    "sentence",
    [
        "the tram struck a delivery van",
        "the tram struck a van",
        "the tram struck a bus",
        "a parked van was struck by the tram",
        "the driver did not flee the scene",
        "villagers rescued a dog",
        "prosecutors praised the crews",
    ],
)
def test_an_act_is_borne_out(sentence: str) -> None:
    assert_claims(ARTICLE, sentence)


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        pytest.param("the driver fled the scene", "says otherwise", id="denied"),
        pytest.param("the tram did not strike a bus", "says otherwise", id="told"),
        pytest.param("the bus struck the tram", "No source states it", id="turned round"),
        pytest.param("the tram struck a cyclist", "No source states it", id="another victim"),
        pytest.param("the tram struck a police van", "No source states it", id="another van"),
        pytest.param("the operator suspended the inspector", "No source states it", id="a plan"),
        pytest.param("villagers drowned a dog", "No source states it", id="another act"),
    ],
)
def test_an_act_is_not_borne_out(sentence: str, why: str) -> None:
    with pytest.raises(FactCheckFailed, match=why):
        assert_claims(ARTICLE, sentence)


def test_what_comes_near_is_shown() -> None:
    with pytest.raises(FactCheckFailed, match="rescued a dog"):
        assert_claims(ARTICLE, "villagers drowned a dog")
