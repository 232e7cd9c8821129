"""Indented JSON: the same text as the standard library's, sooner."""

from __future__ import annotations

import json
from typing import Any

import pytest

from reconcile.report.writing import Repeated, indented

DATA: tuple[Any, ...] = (
    {},
    [],
    {"none": None, "yes": True, "no": False, "one": 1, "share": 0.25, "small": -1e-9},
    {"empty": [], "nothing": {}, "nested": [{"a": [1, [2, {"b": "c"}]]}, []]},
    'quotes " and \\ and\nlines\tand \x00 and “é” and 韓',
    ["\u2028", "", 10**30],
)


@pytest.mark.parametrize("data", DATA, ids=range(len(DATA)))
def test_it_writes_what_the_standard_library_writes(data: Any) -> None:
    assert indented(data) == json.dumps(data, ensure_ascii=False, indent=1)


def test_an_iterator_is_written_as_a_list() -> None:
    assert indented({"of": iter((1, 2)), "no": iter(())}) == indented({"of": [1, 2], "no": []})


def test_what_stands_at_several_places_is_written_with_the_indent_of_each() -> None:
    shared = Repeated({"a": [1, {"b": None}]})
    data = {"one": shared, "deeper": [[shared, shared]]}
    assert indented(data) == json.dumps(data, ensure_ascii=False, indent=1)
