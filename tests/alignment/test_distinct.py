"""Distinct values are those that numpy finds, and no masked arrays are imported for them."""

from __future__ import annotations

import subprocess
import sys

import numpy
import pytest

from reconcile.alignment.wordsets import distinct


@pytest.mark.parametrize("values", [[], [3], [2, 2], [5, 1, 5, -2, 1]])
def test_values_are_told_once_and_in_order(values: list[int]) -> None:
    column = numpy.array(values, numpy.int64)
    known, place = distinct(column)
    assert known.tolist() == sorted(set(values))
    assert known[place].tolist() == values


def test_to_compare_imports_no_masked_arrays() -> None:
    code = "import sys, reconcile; reconcile.compare(['seeds']); print('numpy.ma' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
