"""Figures that their own sentence takes back."""

from __future__ import annotations

import pytest

from reconcile.model import Span
from reconcile.values import read_values
from reconcile.values.withdrawn import takes_back

TAKEN_BACK = [
    ("Twelve people died, not 14 as first reported.", "14"),
    ("Twelve people, and not 14, died.", "14"),
    ("Not 12 but 14 people died.", "12"),
    ("It is on Sunday, not on Monday.", "Monday"),
    ("It passed by 31 votes rather than the 13 announced earlier.", "13"),
    ("It will cost £30m instead of £35m.", "£35m"),
]
KEPT = [
    ("Twelve people died, not 14 as first reported.", "Twelve people"),
    ("It did not cost £35m to build.", "£35m"),
    ("Police would not say how the 14 died.", "14 died"),
    ("It cost £30m, but 14 shops were built.", "14 shops"),
    ("No fewer than 14 people died.", "No fewer than 14 people"),
]


def _takes_back(text: str, figure: str) -> bool:
    mentions = [each for each in read_values(text) if each.text == figure]
    assert mentions, [each.text for each in read_values(text)]
    return takes_back(text, Span(0, len(text)), mentions[0])


@pytest.mark.parametrize(("text", "figure"), TAKEN_BACK)
def test_what_does_not_hold_is_known(text: str, figure: str) -> None:
    assert _takes_back(text, figure)


@pytest.mark.parametrize(("text", "figure"), KEPT)
def test_what_holds_is_kept(text: str, figure: str) -> None:
    assert not _takes_back(text, figure)
