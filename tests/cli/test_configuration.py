"""Options in ``[tool.reconcile]`` of the nearest pyproject.toml."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reconcile.cli import run

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    below = tmp_path / "desk" / "today"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    return tmp_path


def configure(folder: Path, text: str) -> None:
    (folder / "pyproject.toml").write_text(text, encoding="utf-8")


def compared(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(["compare", str(SEEDS), *arguments]) == 0
    return capsys.readouterr().out


def test_options_come_from_the_nearest_file_upward(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    configure(project, '[tool.reconcile]\nformat = "jsonl"\n')
    assert compared(capsys).startswith('{"type"')
    configure(project / "desk", '[tool.reconcile]\nformat = "markdown"\n')
    assert compared(capsys).startswith("## ")


def test_a_file_without_the_table_is_passed_by(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    configure(project, '[tool.reconcile]\nformat = "markdown"\n')
    configure(project / "desk", '[project]\nname = "reconcile-desk"\n')
    assert compared(capsys).startswith("## ")


def test_the_command_line_wins(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    configure(project, '[tool.reconcile]\nformat = "markdown"\n')
    assert json.loads(compared(capsys, "--format", "json"))["facts"]


def test_a_command_has_a_table_of_its_own(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    configure(
        project,
        '[tool.reconcile]\nformat = "json"\nfail-on = "never"\n\n'
        '[tool.reconcile.check]\nformat = "text"\nfail-on = "unsupported"\n',
    )
    paths = [str(SEEDS / "wire.txt"), str(SEEDS / "ledger.txt")]
    assert run(["check", *paths]) == 1
    assert "is the draft" in capsys.readouterr().out
    assert compared(capsys).startswith("{")


def test_a_value_holds_where_a_command_takes_it(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    configure(project, '[tool.reconcile]\nformat = "html"\n')
    assert run(["extract", "--values-only", str(SEEDS / "wire.txt")]) == 0
    assert "<" not in capsys.readouterr().out


def test_dates_stand_in_a_table(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    configure(
        project,
        '[tool.reconcile]\nformat = "json"\n\n[tool.reconcile.published]\n'
        '"wire.txt" = 2025-06-10\n"ledger.txt" = "2025-06-12T09:00:00+09:00"\n',
    )
    articles = json.loads(compared(capsys))["articles"]
    assert [each["published"][:10] for each in articles] == ["2025-06-12", "2025-06-10"]


def test_paths_count_from_the_file(project: Path) -> None:
    configure(project, '[tool.reconcile.compare]\noutput = "report.json"\n')
    assert run(["compare", str(SEEDS)]) == 0
    assert (project / "report.json").is_file()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("[tool.reconcile]\nformt = 'json'", "no key 'formt': known are", id="key"),
        pytest.param("[tool.reconcile]\nfail_on = 'never'", "known are", id="underscore"),
        pytest.param("[tool.reconcile]\nformat = 'xyz'", "format: 'xyz' is not one of", id="form"),
        pytest.param("[tool.reconcile]\nlimit = 'many'", "limit: 'many' is not", id="number"),
        pytest.param("[tool.reconcile]\nlimit = true", "limit: True is no", id="flag"),
        pytest.param("[tool.reconcile]\nlimit = [1]", "limit: [1] is no", id="list"),
        pytest.param("[tool.reconcile]\npublished = 'x'", "published:", id="dates"),
        pytest.param("[tool.reconcile]\noutput = 'x'", "own table only", id="own"),
        pytest.param("[tool.reconcile]\ncheck = 3", "[tool.reconcile.check] is not", id="table"),
        pytest.param(
            "[tool.reconcile.value]\nlimit = 3",
            "[tool.reconcile.value] has no key 'limit': known are published",
            id="another command's",
        ),
        pytest.param("[tool]\nreconcile = 3", "[tool.reconcile] is not a table", id="no table"),
        pytest.param("[tool.reconcile", "it is not TOML", id="broken"),
    ],
)
def test_what_is_wrong_names_file_and_key(
    project: Path, text: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    configure(project, text)
    assert run(["compare", str(SEEDS)]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert message in printed.err
    assert str(project / "pyproject.toml") in printed.err


@pytest.mark.parametrize("arguments", [["--help"], ["compare", "--help"], ["--version"]])
def test_help_is_given_even_where_the_file_is_wrong(project: Path, arguments: list[str]) -> None:
    configure(project, "[tool.reconcile]\nformt = 3\n")
    assert run(arguments) == 0


def completed(monkeypatch: pytest.MonkeyPatch, words: str, index: int) -> None:
    monkeypatch.setenv("_RECONCILE_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(index))
    with pytest.raises(SystemExit) as left:
        run([])
    assert left.value.code == 0


@pytest.mark.parametrize(
    ("words", "index", "found"),
    [
        ("reconcile ch", 1, "plain,check"),
        ("reconcile compare --form", 2, "plain,--format"),
        ("reconcile compare --format mark", 3, "plain,markdown"),
    ],
)
def test_the_shell_completes(
    words: str,
    index: int,
    found: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    completed(monkeypatch, words, index)
    assert found in capsys.readouterr().out.splitlines()
