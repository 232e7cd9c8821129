"""The command ``diff``: two versions of a report, a folder or an article."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from reconcile.cli import run

TEXTS = {
    "a.txt": "Ferry sinks\n\nThe Marlow ferry sank on Tuesday. It killed 31 passengers.\n",
    "b.txt": "Ferry lost\n\nThe Marlow ferry sank on Tuesday. It killed {toll} passengers.\n",
}


@pytest.fixture
def versions(tmp_path: Path) -> Path:
    for name, toll in (("old", 31), ("new", 13)):
        folder = tmp_path / name
        folder.mkdir()
        for file, text in TEXTS.items():
            (folder / file).write_text(text.format(toll=toll), encoding="utf-8")
        manifest = "".join(
            f'[[source]]\nfile = "{file}"\npublished = 2025-06-11T12:00:00Z\n' for file in TEXTS
        )
        (folder / "sources.toml").write_text(manifest, encoding="utf-8")
    return tmp_path


def test_folders_are_compared_and_held_against_each_other(
    versions: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["diff", str(versions / "old"), str(versions / "new")]) == 1
    page = capsys.readouterr().out
    assert "was b “31 passengers”" in page
    assert "now b “13 passengers”" in page
    assert "agree, now conflict" in page
    assert run(["diff", str(versions / "new"), str(versions / "old")]) == 0
    assert run(["diff", str(versions / "old"), str(versions / "old"), "--fail-on", "change"]) == 0
    assert run(["diff", str(versions / "new"), str(versions / "old"), "--fail-on", "change"]) == 1


def test_a_report_that_was_kept_is_held_against_a_folder(
    versions: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = versions / "kept.json"
    arguments = ["compare", str(versions / "old"), "-o", str(kept), "--fail-on", "never"]
    assert run(arguments) == 0
    shutil.rmtree(versions / "old")
    assert run(["diff", str(kept), str(versions / "new"), "--format", "json"]) == 1
    data = json.loads(capsys.readouterr().out)
    assert [each["new"]["sort"] for each in data["changed"]] == ["conflict"]


def test_versions_of_an_article_are_told_apart(
    versions: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = (str(versions / name / "b.txt") for name in ("old", "new"))
    assert run(["diff", old, new]) == 0
    page = capsys.readouterr().out
    assert "1 changed" in page
    assert "“13 passengers”" in page
    assert run(["diff", old, old, "--fail-on", "change"]) == 0


def test_the_changes_go_to_a_file(versions: Path) -> None:
    old, new = str(versions / "old"), str(versions / "new")
    assert run(["diff", old, new, "-o", str(versions / "changes.txt")]) == 1
    assert "CHANGED" in (versions / "changes.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["old", "nowhere"], "nowhere", id="not there"),
        pytest.param(["old", "new/a.txt"], "article", id="a folder and an article"),
        pytest.param(["old", "new", "-o", "old/c.txt"], "another folder", id="among articles"),
        pytest.param(["broken.json", "new"], "it is not JSON", id="broken"),
        pytest.param(["odd.json", "new"], "not a report of this version", id="odd report"),
        pytest.param(["other.json", "new"], "it is not a report", id="other JSON"),
        pytest.param(
            ["old", "new", "--published", "c.txt=2025-06-11"], "in neither", id="no such file"
        ),
    ],
)
def test_what_could_not_run_says_why(
    versions: Path,
    arguments: list[str],
    message: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(versions)
    Path("broken.json").write_text("{", encoding="utf-8")
    Path("other.json").write_text("[1]", encoding="utf-8")
    old = {"schema_version": 1, "articles": [], "facts": [{"comparisons": [{}]}]}
    Path("odd.json").write_text(json.dumps(old), encoding="utf-8")
    assert run(["diff", *arguments]) == 2
    assert message in capsys.readouterr().err
