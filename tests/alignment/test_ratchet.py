"""The ratchet: figures may rise; a fall of more than the slack is told."""

from __future__ import annotations

from pathlib import Path

import pytest

PROJECT = str(Path(__file__).parents[2])


@pytest.fixture
def ratchet(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.syspath_prepend(PROJECT)
    from benchmarks.alignment import ratchet

    return ratchet


@pytest.mark.parametrize(
    ("now", "fallen"),
    [
        ({"f1": 0.80}, []),
        ({"f1": 0.795}, []),
        ({"f1": 0.9}, []),
        ({"f1": 0.78}, ["f1"]),
        ({}, ["f1"]),
    ],
    ids=["the same", "within the slack", "risen", "fallen", "gone"],
)
def test_what_fell(ratchet, now: dict[str, float], fallen: list[str]) -> None:
    assert ratchet.fell(now, {"f1": 0.80}) == fallen
