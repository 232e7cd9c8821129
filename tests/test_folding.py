"""Letters as they are compared."""

from __future__ import annotations

import pytest

from reconcile.folding import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Łódź", "lodz"),
        ("Đà Nẵng", "da nang"),
        ("Straße", "strasse"),
        ("İzmir", "izmir"),
        ("Þórshöfn", "thorshofn"),
        ("Lviv-2", "lviv-2"),
    ],
)
def test_accents_and_case_do_not_count(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(fold(text)) == folded
