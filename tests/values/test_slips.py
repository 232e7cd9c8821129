"""Slips of the pen that lead from one figure to another."""

from decimal import Decimal

import pytest

from reconcile.values.slips import same_digits


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("1200000", "120", False),  # four noughts are no one slip
        ("1200000000", "1200", True),  # a million times
        ("1.2", "120", True),
        ("580000000", "58", False),
        ("120", "120", True),
        ("120", "121", False),
        ("5", "50", False),  # one digit is soon the same
    ],
)
def test_figures_of_the_same_digits_in_another_scale(a: str, b: str, expected: bool) -> None:
    assert same_digits(Decimal(a), Decimal(b)) == expected
    assert same_digits(Decimal(b), Decimal(a)) == expected
