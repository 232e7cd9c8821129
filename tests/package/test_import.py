"""``import reconcile`` costs next to nothing, and its public names are there."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

import reconcile

#: what takes long to load and is needed by some only
HEAVY = ("spacy", "numpy", "pint", "babel", "trafilatura", "lxml", "rich", "currency_converter")


def run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout


def loaded_by(code: str) -> set[str]:
    ending = (
        "\nimport json, sys\nprint(json.dumps([name.partition('.')[0] for name in sys.modules]))"
    )
    return set(json.loads(run(code + ending).splitlines()[-1]))


def test_import_loads_nothing_heavy() -> None:
    assert not loaded_by("import reconcile") & {*HEAVY, "attr", "attrs", "click"}


def test_reading_values_needs_no_parser() -> None:
    code = "import reconcile; reconcile.read_values('over two weeks, $73 billion on June 11')"
    assert not loaded_by(code) & {"spacy", "numpy", "pint", "pandas", "trafilatura"}


def test_help_needs_no_room() -> None:
    code = "from reconcile.cli import run; run(['compare', '--help'])"
    assert not loaded_by(code) & set(HEAVY)


@pytest.mark.parametrize("name", reconcile.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(reconcile, name).__name__ == name
    assert name in dir(reconcile)


def test_public_names_are_these() -> None:
    assert reconcile.__all__ == [
        "Article",
        "Claim",
        "Fact",
        "Finding",
        "Mention",
        "ProgressBar",
        "ReconcileError",
        "Report",
        "Value",
        "compare",
        "extract_claims",
        "read_article",
        "read_articles",
        "read_value",
        "read_values",
    ]


def test_another_name_is_not_there() -> None:
    with pytest.raises(AttributeError, match="no attribute 'reconsider'"):
        reconcile.reconsider  # noqa: B018
