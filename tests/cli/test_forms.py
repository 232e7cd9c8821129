"""The forms of a report, and where they are written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reconcile.cli import run
from reconcile.commands.compare import FORMS as CHOICES
from reconcile.report.forms import FORMS, form_of

SEEDS = str(Path(__file__).parents[2] / "seeds")


def test_the_command_knows_every_form() -> None:
    assert tuple(FORMS) == CHOICES


def test_no_two_forms_ask_for_one_ending() -> None:
    endings = [ending for form in FORMS.values() for ending in form.endings]
    assert len(endings) == len(set(endings))


@pytest.mark.parametrize("name", FORMS)
def test_an_ending_asks_for_its_form(name: str) -> None:
    for ending in FORMS[name].endings:
        assert form_of(f"some/report{ending}") == form_of(f"R{ending.upper()}") == name


def test_other_endings_ask_for_nothing() -> None:
    assert form_of("report") is form_of("report.xyz") is form_of("-") is None


def test_the_name_of_the_file_says_the_form(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "report.json"
    assert run(["compare", SEEDS, "-o", str(file), "--fail-on", "never"]) == 0
    assert json.loads(file.read_text(encoding="utf-8"))["facts"]
    assert capsys.readouterr().out == ""


def test_the_form_that_is_named_wins(tmp_path: Path) -> None:
    file = tmp_path / "report.json"
    arguments = ["compare", SEEDS, "--format", "html", "--output", str(file)]
    assert run([*arguments, "--fail-on", "never"]) == 0
    assert file.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_missing_folder_is_told_before_the_work(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["compare", SEEDS, "-o", str(tmp_path / "none" / "report.html")]) == 2
    assert "there is no folder" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["compare", "check"])
def test_an_ending_that_no_form_has_is_told_before_the_work(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    articles = [f"{SEEDS}/wire.txt", f"{SEEDS}/ledger.txt"]
    assert run([command, *articles, "-o", str(tmp_path / "report.pdf")]) == 2
    assert "no form ends in .pdf, but .txt .json" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_a_page_of_text_can_go_to_a_file(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    assert run(["compare", SEEDS, "-o", str(file), "--fail-on", "never"]) == 0
    page = file.read_text(encoding="utf-8")
    assert "AGREEMENTS" in page
    assert "\x1b[" not in page


@pytest.mark.parametrize("name", ["wire.txt", "report.html"])
def test_no_article_is_written_over_or_added(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for file in Path(SEEDS).iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    before = (tmp_path / "wire.txt").read_bytes()
    for given in (str(tmp_path), str(tmp_path / name)):
        status = run(["compare", SEEDS, given, "-o", str(tmp_path / name)])
        assert status == 2
        assert "write the report" in capsys.readouterr().err
    assert (tmp_path / "wire.txt").read_bytes() == before
    assert not (tmp_path / "report.html").exists()
