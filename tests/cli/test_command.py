"""The command: what it prints where, and its exit status."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from reconcile.articles import LIMIT_CHARACTERS
from reconcile.cli import run
from reconcile.commands.compare import compare

SEEDS = str(Path(__file__).parents[2] / "seeds")


def test_compare_prints_a_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["compare", SEEDS, "--fail-on", "never"]) == 0
    printed = capsys.readouterr()
    assert "Seoul Ledger" in printed.out
    assert "AGREEMENTS" in printed.out
    assert "\x1b[" not in printed.out
    assert printed.err == ""


def test_compare_prints_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["compare", SEEDS, "--format", "json", "--fail-on", "never"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert [Path(article["path"]).name for article in report["articles"]] == [
        "ledger.txt",
        "wire.txt",
    ]
    assert report["facts"]


def test_compare_prints_json_lines(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["compare", SEEDS, "--format", "jsonl", "--fail-on", "never"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {"comparison", "unchecked"} <= {line["type"] for line in lines}


@pytest.fixture
def contradiction(tmp_path: Path) -> Path:
    texts = {
        "a.txt": "The Marlow ferry sank on Tuesday. The accident killed 31 passengers.\n",
        "b.txt": "The Marlow ferry sank on Tuesday. The accident killed 13 passengers.\n",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    manifest = "".join(
        f'[[source]]\nfile = "{name}"\npublished = 2025-06-11T12:00:00Z\n' for name in texts
    )
    (tmp_path / "sources.toml").write_text(manifest, encoding="utf-8")
    return tmp_path


def test_what_lies_beyond_the_limit_is_listed_and_not_compared(
    contradiction: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for file in contradiction.glob("*.txt"):
        first, second = file.read_text(encoding="utf-8").split(". ")
        file.write_text(f"{first}.\n\n{second}", encoding="utf-8")
    paths = [str(contradiction)]
    assert run(["compare", *paths, "--limit", "33", "--format", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    for article, text in (("a", "killed 31 passengers."), ("b", "killed 13 passengers.")):
        (left,) = [each for each in report["unchecked"] if each["article"] == article]
        assert left["text"].endswith(text)
        assert "beyond the first 33 characters" in left["reason"]
    assert run(["extract", *paths, "--limit", "33"]) == 0
    printed = capsys.readouterr()
    assert "passengers" not in printed.out
    assert "a: not parsed: it lies beyond the first 33 characters" in printed.err
    assert run(["compare", *paths, "--limit", "36"]) == 1


def test_the_limit_of_the_command_is_that_of_the_library() -> None:
    (limit,) = [each for each in compare.params if each.name == "limit"]
    assert limit.default == LIMIT_CHARACTERS


@pytest.mark.parametrize(("fail_on", "status"), [("conflict", 1), ("difference", 1), ("never", 0)])
def test_a_conflict_is_told_by_the_exit_status(
    contradiction: Path, fail_on: str, status: int
) -> None:
    assert run(["compare", str(contradiction), "--fail-on", fail_on]) == status


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["compare", "nowhere.txt"], "no such file", id="missing file"),
        pytest.param(["compare", SEEDS + "/wire.txt"], "at least two", id="one article"),
        pytest.param(["compare", SEEDS, "--published", "x"], "FILE=DATE", id="no date"),
        pytest.param(["compare", SEEDS, "--published", "wire.txt=soon"], "soon", id="no such date"),
        pytest.param(["compare", SEEDS, "--published", "x.txt=2025-06-11"], "x.txt", id="no file"),
        pytest.param(["compare"], "Missing argument", id="no path"),
        pytest.param(["value", "nothing at all"], "no value", id="no value"),
    ],
)
def test_what_could_not_run_says_why(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert message in printed.err
    assert "Traceback" not in printed.err


def test_extract_prints_claims(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["extract", SEEDS]) == 0
    assert "100 trillion" in capsys.readouterr().out


def test_extract_prints_claims_as_json_lines(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["extract", SEEDS, "--format", "jsonl"]) == 0
    claims = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {"money", "date", "name"} <= {claim["kind"] for claim in claims}


def test_extract_reads_values_of_a_batch(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = [
        {"id": 7, "text": "The pledge is $72.9 billion."},
        {"id": "b", "text": "It opens on Thursday.", "published": "2025-06-11"},
    ]
    lines = "".join(json.dumps(each) + "\n" for each in batch)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(lines.encode()), "utf-8"))
    assert run(["extract", "--values-only", "--format", "jsonl", "-"]) == 0
    first, second = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert first["id"] == 7
    assert first["mentions"][0]["value"]["unit"] == "USD"
    assert second["mentions"][0]["value"]["low"] == "2025-06-12"


def test_a_line_of_a_batch_that_is_wrong_is_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "batch.jsonl"
    path.write_text('{"id": 1, "text": "one"}\n{"id": 2}\n', encoding="utf-8")
    assert run(["extract", "--values-only", "--format", "jsonl", str(path)]) == 2
    assert "line 2" in capsys.readouterr().err


def test_extract_reads_values_of_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["extract", "--values-only", "--format", "jsonl", SEEDS + "/wire.txt"]) == 0
    line = json.loads(capsys.readouterr().out)
    assert line["id"] == "wire"
    assert "US$73 billion" in [mention["text"] for mention in line["mentions"]]


def test_value_explains(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["value", "just over two weeks"]) == 0
    assert "14" in capsys.readouterr().out


def test_the_same_input_gives_the_same_bytes(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["compare", SEEDS, "--format", "json", "--fail-on", "never"]
    run(arguments)
    first = capsys.readouterr().out
    run(arguments)
    assert capsys.readouterr().out == first
