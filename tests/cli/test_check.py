"""The command ``check``: a draft before publication."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reconcile.cli import run
from tests.documents import DRAFT
from tests.report.test_word import commented

SOURCES = {
    "wire.txt": "Marlow ferry sinks\n\nThe Marlow ferry sank on Tuesday. The accident killed 31 "
    "passengers. The search cost $4 million.\n",
    "agency.txt": "Ferry sinks off Marlow\n\nThe Marlow ferry sank on Tuesday. The accident killed "
    "31 passengers.\n",
}
DRAFTED = (
    "Marlow ferry sinks\n\nThe Marlow ferry sank on Tuesday. The accident killed {toll} "
    "passengers. The search cost $4 million. Divers found 12 lifeboats.\n"
)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    for name, text in SOURCES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "draft.txt").write_text(DRAFTED.format(toll=31), encoding="utf-8")
    manifest = "".join(
        f'[[source]]\nfile = "{name}"\npublished = 2025-06-11T12:00:00Z\n'
        for name in (*SOURCES, "draft.txt")
    )
    (tmp_path / "sources.toml").write_text(manifest, encoding="utf-8")
    return tmp_path


def check(desk: Path, *arguments: str) -> int:
    sources = [str(desk / name) for name in SOURCES]
    return run(["check", str(desk / "draft.txt"), *sources, *arguments])


def statuses(capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    data = json.loads(capsys.readouterr().out)
    return {
        mention["text"]: statement["status"]
        for statement in data["statements"]
        for mention in statement["mentions"]
    }


def test_each_claim_has_its_status(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(desk, "--format", "json") == 0
    found = statuses(capsys)
    assert found["31 passengers"] == "supported"
    assert found["$4 million"] == "one origin"
    assert found["12 lifeboats"] == "unsupported"


def test_a_contradiction_is_told_by_the_exit_status(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "draft.txt").write_text(DRAFTED.format(toll=13), encoding="utf-8")
    assert check(desk) == 1
    page = capsys.readouterr().out
    assert "CONTRADICTED" in page
    assert "“13 passengers” and “31 passengers” cannot both be true" in page
    assert check(desk, "--fail-on", "never") == 0


def test_a_claim_without_a_source_can_be_told_by_the_exit_status(desk: Path) -> None:
    assert check(desk, "--fail-on", "unsupported") == 1


def test_a_folder_of_sources_may_hold_the_draft(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", str(desk / "draft.txt"), str(desk), "--format", "json"]) == 0
    assert statuses(capsys)["31 passengers"] == "supported"


def test_a_copy_of_the_draft_is_no_source(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = desk / "copy.txt"
    copy.write_text((desk / "draft.txt").read_text(encoding="utf-8"), encoding="utf-8")
    assert check(desk, str(copy), "--format", "json") == 0
    printed = capsys.readouterr().out
    assert "it is the draft again: " in json.loads(printed)["articles"][0]["notes"][-1]
    assert len(json.loads(printed)["articles"]) == 3
    assert run(["check", str(desk / "draft.txt"), str(copy)]) == 0


def test_the_review_goes_to_a_file(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(desk, "-o", str(desk / "review.json")) == 0
    assert json.loads((desk / "review.json").read_text(encoding="utf-8"))["draft"] == "draft"
    assert check(desk, "-o", str(desk / "review.txt")) == 0
    assert "is the draft" in (desk / "review.txt").read_text(encoding="utf-8")
    assert capsys.readouterr().out == ""


def test_a_draft_in_word_comes_back_with_comments(desk: Path) -> None:
    pytest.importorskip("docx")
    (desk / "draft.docx").write_bytes(DRAFT)
    (desk / "other.txt").write_text(
        "Port Vale bridge to shut\n\nThe bridge will close on Thursday for nine weeks, the city "
        "said.\n",
        encoding="utf-8",
    )
    paths = [str(desk / "draft.docx"), str(desk / "other.txt")]
    assert run(["check", *paths, "-o", str(desk / "out.docx")]) == 1
    words = {
        text.splitlines()[0].partition(":")[0]: at
        for text, at in commented((desk / "out.docx").read_bytes()).items()
    }
    assert words["Contradicted"] == "14 weeks"


def test_a_draft_without_a_date_is_as_new_as_its_sources(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    manifest = "".join(
        f'[[source]]\nfile = "{name}"\npublished = 2025-06-{day}T12:00:00Z\n'
        for name, day in zip(SOURCES, (11, 12), strict=True)
    )
    (desk / "sources.toml").write_text(manifest, encoding="utf-8")
    assert check(desk, "--format", "json") == 0
    draft = json.loads(capsys.readouterr().out)["articles"][0]
    assert (draft["published"][:10], draft["published_from"]) == ("2025-06-12", "sources")
    assert "12 June 2025" in draft["notes"][-1]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["nowhere.txt", "x"], "nowhere.txt", id="no draft"),
        pytest.param(["draft.txt"], "Missing argument", id="no source"),
        pytest.param(["draft.txt", "draft.txt"], "at least two", id="the draft alone"),
        pytest.param(["draft.txt", "wire.txt", "-o", "x.docx"], "in Word", id="no Word draft"),
        pytest.param(["draft.txt", "wire.txt", "-o", "draft.txt"], "another file", id="itself"),
        pytest.param(["draft.txt", "wire.txt", "-o", "wire.txt"], "elsewhere", id="a source"),
        pytest.param(["draft.txt", ".", "-o", "new.txt"], "another folder", id="among sources"),
    ],
)
def test_what_could_not_run_says_why(
    desk: Path,
    arguments: list[str],
    message: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(desk)
    assert run(["check", *arguments]) == 2
    assert message in capsys.readouterr().err
