"""The short forms of names are looked for among the names that share an edge with them."""

import itertools

from reconcile.claims.entities import _edges, _forms_by_edge, _shortens

NAMES = [
    *("anna", "holm", "anna holm", "anna maria holm", "maria holm", "holm bay", "bay", "lund"),
    *("lund council", "lund city council", "city council", "council", "coast guard of lund"),
    *("cgl", "lcc", "united nations", "un", "south lund", "lund south", "o", ""),
]


def test_no_long_form_is_overlooked():
    alike = _forms_by_edge(NAMES)
    for short, long in itertools.permutations(NAMES, 2):
        if _shortens(short, long, False):
            assert any(long in alike.get(edge, ()) for edge in _edges(short)), (short, long)
