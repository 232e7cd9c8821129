"""A small story in a fresh folder, for suites that are run in it."""

from __future__ import annotations

import pytest

from reconcile.testing import assert_claims, within

WIRE = """Ferry sinks off Marlow

MARLOW, June 11 -- A ferry sank off Marlow on Tuesday and 31 passengers were killed, police said.

The owner, Marlow Lines, will pay $3.5 million to the families. The vessel was carrying 120 people.
"""
LEDGER = """Marlow ferry goes down

A ferry went down off Marlow on Tuesday. The accident killed 33 passengers, officials said.

Marlow Lines said it would pay $3.5 million to the families of the dead.
"""
MANIFEST = """
[[source]]
file = "wire.txt"
publisher = "Coast Wire"
published = 2025-06-11T12:00:00Z

[[source]]
file = "ledger.txt"
publisher = "Marlow Ledger"
published = 2025-06-11T12:00:00Z
"""


@pytest.fixture(scope="session", autouse=True)
def loaded() -> None:
    """Have all that a run needs imported: pytester drops what is imported inside of it."""
    assert_claims(WIRE, "the owner pays $3.5 million", tolerance="1 percent")
    assert within("$3.5 million", "3.2 million euros", tolerance="30 percent")


@pytest.fixture
def desk(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """A folder with the two articles of the story."""
    # hypothesis' plugin imports all of it anew at the end of each run
    monkeypatch.setenv("PYTEST_ADDOPTS", "-p no:hypothesispytest")
    for name, text in (("wire.txt", WIRE), ("ledger.txt", LEDGER), ("sources.toml", MANIFEST)):
        (pytester.path / name).write_text(text, encoding="utf-8")
    return pytester
