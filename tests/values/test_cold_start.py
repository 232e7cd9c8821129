"""Reading a value loads nothing heavy: no parser, no unit registry, no data frames."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = (
    "spacy", "pint", "pandas", "numpy", "babel", "trafilatura", "lxml", "rich", "click",
    "currency_converter", "charset_normalizer",
)  # fmt: skip
STATEMENTS = {
    "import": "import reconcile",
    "values": "from reconcile.values import read_values",
    "money": "from reconcile.values import read_values; read_values('over $73 billion')",
    "quantity": "from reconcile.values import read_values; read_values('14,000 acres, 38.5C')",
    "date": "from reconcile.values import read_values; read_values('at 9:40 p.m. on June 9, 2025')",
    "one-value": "from reconcile.values import read_value; read_value('just over two weeks')",
}


@pytest.mark.parametrize("statement", STATEMENTS.values(), ids=STATEMENTS)
def test_nothing_heavy_is_loaded(statement: str) -> None:
    code = f"{statement}; import sys; print(*(m for m in {HEAVY!r} if m in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.split() == []
