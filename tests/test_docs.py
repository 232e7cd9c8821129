"""Every code block of the README and the docs runs, and prints what it says it prints.

``python`` blocks of a page run in one namespace, with doctest where they have prompts; ``console``
blocks run line by line, and their output must match, "..." standing for anything; ``toml`` and
``json`` blocks parse, and are written to the file that a first line such as ``# visit.claims.toml``
names; ``sh`` blocks hold what a person types to install.
"""

from __future__ import annotations

import doctest
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from reconcile.cli import run

PROJECT = Path(__file__).parents[1]
PAGES = [
    PROJECT / "README.md",
    PROJECT / "CONTRIBUTING.md",
    PROJECT / "seeds" / "README.md",
    *sorted((PROJECT / "docs").glob("**/*.md")),
]
_BLOCK = re.compile(r"^```(?P<language>\w*)\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"# (?P<name>[\w.]+\.toml)\n")
_LINK = re.compile(r"\]\((?!https?:|#)(?P<target>[^)#\s]+)[^)]*\)")
_FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
#: what a person types to install and to check; the CI script runs these
_TYPED = ("pip ", "pytest", "python -m venv", "source ", "./check", "git ", "reconcile ")


class Block(NamedTuple):
    """A code block of a page and the line that it starts on."""

    language: str
    code: str
    line: int


def blocks(page: Path) -> list[Block]:
    text = page.read_text(encoding="utf-8")
    return [
        Block(match["language"], match["code"], text.count("\n", 0, match.start()) + 2)
        for match in _BLOCK.finditer(text)
    ]


def page_id(page: Path) -> str:
    return page.relative_to(PROJECT).as_posix()


@pytest.fixture(autouse=True)
def in_project(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Blocks run where a reader stands after cloning; what they write goes with the folder."""
    shutil.copytree(PROJECT / "seeds", tmp_path / "seeds")
    (tmp_path / "benchmarks").symlink_to(PROJECT / "benchmarks")
    (tmp_path / "docs").symlink_to(PROJECT / "docs")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")


@pytest.mark.parametrize("page", PAGES, ids=page_id)
def test_blocks_do_what_they_say(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    namespace: dict[str, Any] = {"__name__": "__main__"}
    for block in blocks(page):
        where = f"{page_id(page)}, line {block.line}"
        if block.language == "python":
            run_python(block, namespace, where)
        elif block.language == "console":
            run_console(block, where, capsys)
        elif block.language == "toml":
            tomllib.loads(block.code)
            if named := _FILE.match(block.code):
                Path(named["name"]).write_text(block.code, encoding="utf-8")
        elif block.language == "json":
            json.loads(block.code)
        elif block.language == "sh":
            typed = [line for line in block.code.splitlines() if line and line[0] != "#"]
            assert all(line.startswith(_TYPED) for line in typed), where
        else:
            assert block.language == "text", f"{where}: a block in {block.language!r} is not run"


def run_python(block: Block, namespace: dict[str, Any], where: str) -> None:
    if ">>> " not in block.code:
        exec(compile("\n" * block.line + block.code, where, "exec"), namespace)
        return
    test = doctest.DocTestParser().get_doctest(block.code, namespace, where, where, block.line)
    output: list[str] = []
    runner = doctest.DocTestRunner(optionflags=_FLAGS)
    runner.run(test, out=output.append, clear_globs=False)
    namespace.update(test.globs)
    assert runner.failures == 0, "".join(output)


def run_console(block: Block, where: str, capsys: pytest.CaptureFixture[str]) -> None:
    for part in re.split(r"^\$ ", block.code, flags=re.MULTILINE)[1:]:
        command, _, expected = part.partition("\n")
        given = printed_by(shlex.split(command), capsys)
        checker = doctest.OutputChecker()
        if expected.strip():
            assert checker.check_output(expected, given, _FLAGS), f"{where}: {command}\n{given}"


def printed_by(words: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """What the command prints, or pytest in a process of its own."""
    if words[0] == "pytest":
        arguments = [sys.executable, "-m", *words, "-p", "no:cacheprovider"]
        return subprocess.run(arguments, capture_output=True, text=True, check=False).stdout
    assert words[0] == "reconcile", words
    capsys.readouterr()
    assert run(words[1:]) in (0, 1), capsys.readouterr().err
    printed = capsys.readouterr()
    return printed.out + printed.err


@pytest.mark.parametrize("page", PAGES, ids=page_id)
def test_links_lead_somewhere(page: Path) -> None:
    for match in _LINK.finditer(page.read_text(encoding="utf-8")):
        target = os.path.normpath(page.parent / match["target"])
        assert Path(target).exists(), f"{page_id(page)}: {match['target']}"
