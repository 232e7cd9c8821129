"""Work done side by side."""

import pytest

from reconcile import processors
from reconcile.processors import side_by_side


@pytest.mark.parametrize("count", [1, 2, 3])
def test_in_order_on_any_number_of_processors(monkeypatch, count):
    monkeypatch.setattr(processors, "processors", lambda: count)
    assert list(side_by_side(lambda number: number * number, range(7))) == [
        0, 1, 4, 9, 16, 25, 36,
    ]  # fmt: skip
    assert list(side_by_side(str, [])) == []


def test_what_goes_wrong_is_told(monkeypatch):
    monkeypatch.setattr(processors, "processors", lambda: 2)
    with pytest.raises(ZeroDivisionError):
        list(side_by_side(lambda number: 1 // number, [1, 0, 2]))


def test_there_is_a_processor():
    assert processors.processors() >= 1
