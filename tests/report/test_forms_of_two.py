"""Changes and reviews as pages: what they hold, whatever the articles say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reconcile.cli import run

OLD = "Ferry sinks\n\nThe Marlow ferry sank on Tuesday. It killed 31 passengers.\n"
NEW = "Ferry sinks\n\nThe Marlow ferry sank on Tuesday. It killed 13 passengers <b>_x_</b>.\n"
HOSTILE = "<script>alert(1)</script> | [x](javascript:y)"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for folder, text in (("old", OLD), ("new", NEW)):
        Path(folder).mkdir()
        for name in ("a", "b"):
            told = OLD if name == "a" else text
            Path(folder, f"{name}.txt").write_text(told, encoding="utf-8")
        manifest = "".join(
            f'[[source]]\nfile = "{name}.txt"\npublisher = "{HOSTILE} {name}"\n'
            "published = 2025-06-11T12:00:00Z\n"
            for name in ("a", "b")
        )
        Path(folder, "sources.toml").write_text(manifest, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "ending", "held"),
    [
        pytest.param(["diff", "old", "new"], "html", ["13 passengers", "agree, now"], id="diff"),
        pytest.param(["diff", "old", "new"], "md", ["13 passengers", "agree, now"], id="Markdown"),
        pytest.param(["check", "new/b.txt", "new"], "html", ["Contradicted", "31"], id="check"),
    ],
)
def test_the_ending_of_the_file_asks_for_the_form(
    arguments: list[str], ending: str, held: list[str], desk: Path
) -> None:
    out = desk / f"out.{ending}"
    assert run([*arguments, "-o", str(out)]) == 1
    page = out.read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>" if ending == "html" else "## What changed")
    assert all(each in page for each in held)
    if ending == "md":
        assert not re.search(r"(?<!\\)(\]\(|<script)", page)
    if ending == "html":
        assert "<script" not in page
        assert "default-src &#39;none&#39;" in page
        anchors = set(re.findall(r' id="([^"]+)"', page))
        assert set(re.findall(r'href="#([^"]+)"', page)) <= anchors
        assert len(re.findall(r' id="([^"]+)"', page)) == len(anchors)


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["diff", "old", "new", "-o", "x.pdf"], id="diff"),
        pytest.param(["check", "new/b.txt", "new", "-o", "x.sarif"], id="check"),
    ],
)
def test_an_ending_of_no_form_is_refused_before_the_work(
    arguments: list[str], desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    assert "no form ends in" in capsys.readouterr().err
    assert not any(desk.glob("x.*"))
