"""Options of the whole suite."""

from __future__ import annotations

import pytest
from hypothesis import settings

# no test asserts a time: a slow machine, or the first look at a table, fails none
settings.register_profile("reconcile", deadline=None)
settings.load_profile("reconcile")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the golden reports anew instead of comparing with them",
    )
