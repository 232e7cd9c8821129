"""The tutorial notebook runs, and what is stored in it displays with its styles taken away.

``--update-golden`` runs it and stores its outputs anew.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

PROJECT = Path(__file__).parents[2]
NOTEBOOK = PROJECT / "docs" / "tutorial.ipynb"
nbformat = pytest.importorskip("nbformat", reason="nbformat is not installed")


def stored() -> Any:
    return nbformat.read(NOTEBOOK, as_version=4)


def code_cells(notebook: Any) -> list[Any]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def forms_of(cell: Any) -> list[str]:
    """The media types of a cell's outputs, in order."""
    return [
        form
        for output in cell.outputs
        for form in sorted(output.get("data", {output.output_type: ""}))
    ]


@pytest.fixture(scope="module")
def executed() -> Any:
    nbclient = pytest.importorskip("nbclient", reason="nbclient is not installed")
    pytest.importorskip("ipykernel", reason="ipykernel is not installed")
    notebook = stored()
    client = nbclient.NotebookClient(
        notebook,
        timeout=300,
        kernel_name="python3",
        record_timing=False,
        resources={"metadata": {"path": str(NOTEBOOK.parent)}},
    )
    client.execute()
    notebook.metadata.pop("widgets", None)
    notebook.metadata["language_info"] = {"name": "python"}
    return notebook


def test_it_runs_and_shows_what_is_stored(executed: Any, pytestconfig: pytest.Config) -> None:
    if pytestconfig.getoption("--update-golden"):
        nbformat.write(executed, NOTEBOOK)
    for fresh, kept in zip(code_cells(executed), code_cells(stored()), strict=True):
        assert forms_of(fresh) == forms_of(kept), kept.source
        assert "stderr" not in [output.get("name") for output in fresh.outputs]


def test_every_cell_shows_something() -> None:
    notebook = stored()
    assert all(cell.outputs for cell in code_cells(notebook))
    nbformat.validate(notebook)
    forms = {form for cell in code_cells(notebook) for form in forms_of(cell)}
    assert {"text/html", "image/svg+xml", "text/plain", "stream"} <= forms


def test_what_is_stored_reads_without_styles_and_runs_nothing() -> None:
    for cell in code_cells(stored()):
        for output in cell.outputs:
            display = output.get("data", {}).get("text/html", "")
            assert "<script" not in display
            bare = re.sub(r"<style>.*?</style>", "", display, flags=re.DOTALL)
            bare = re.sub(r' style="[^"]*"', "", bare)
            words = re.sub(r"<[^>]+>", " ", bare).split()
            assert not display or len(words) > 3
    first = re.sub(r"<[^>]+>", "", code_cells(stored())[0].outputs[0]["data"]["text/html"])
    for words in ("1 conflict", "age of the captain", "North Sea Wire", "read as 46 years"):
        assert words in first


def test_what_is_stored_names_no_machine() -> None:
    text = NOTEBOOK.read_text(encoding="utf-8")
    assert str(PROJECT) not in text
    assert "/home/" not in text


def test_a_bar_goes_away_in_a_notebook() -> None:
    nbclient = pytest.importorskip("nbclient", reason="nbclient is not installed")
    pytest.importorskip("ipykernel", reason="ipykernel is not installed")
    code = (
        "import reconcile\n"
        "with reconcile.ProgressBar() as bar:\n"
        "    bar('parsing', 1, 2)\n"
        "    bar('parsing', 2, 2)\n"
    )
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code)])
    nbclient.NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    (output,) = notebook.cells[0].outputs
    assert output.output_type == "display_data"
    assert output.data["text/html"] == ""
