"""The bar for a person who waits: in a terminal and a notebook, and nowhere else."""

from __future__ import annotations

import io
import sys
import types

import pytest

import reconcile
from reconcile.progress import ProgressBar


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_compare_says_what_it_does_and_how_far_it_is() -> None:
    told: list[tuple[str, int, int]] = []
    texts = ["The ferry sank on Tuesday.\nIt killed 31 people.\n"] * 2
    reconcile.compare(texts, progress=lambda *step: told.append(step))
    assert list(dict.fromkeys(stage for stage, _, _ in told)) == [
        "loading the parser", "parsing", "aligning", "comparing",
    ]  # fmt: skip
    assert all(0 <= done <= of for _, done, of in told)
    for stage in ("parsing", "comparing"):
        done = [count for words, count, _ in told if words == stage]
        assert done == list(range(1, len(done) + 1))


def test_a_terminal_gets_a_line_that_goes_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    terminal = Terminal()
    with ProgressBar(terminal) as bar:
        bar("parsing", 12, 24)
        bar("aligning", 0, 1)
    written = terminal.getvalue()
    assert f"parsing {'█' * 12}{'░' * 12} 12 of 24" in written
    assert "aligning …" in written
    assert written.endswith("\r\x1b[K")
    assert "\n" not in written


def test_a_bar_is_drawn_seldom_and_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    terminal = Terminal()
    with ProgressBar(terminal, seconds_between=3600) as bar:
        for done in range(1, 1001):
            bar("parsing", done, 1000)
    assert terminal.getvalue().count("parsing") == 2
    assert "1000 of 1000" in terminal.getvalue()


def test_a_terminal_without_a_cursor_gets_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    terminal = Terminal()
    with ProgressBar(terminal) as bar:
        bar("parsing", 1, 2)
    assert terminal.getvalue() == ""


def test_what_is_no_terminal_gets_nothing() -> None:
    stream = io.StringIO()
    with ProgressBar(stream) as bar:
        bar("parsing", 1, 2)
    assert stream.getvalue() == ""


def test_a_notebook_gets_one_output_that_is_updated(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    handle = types.SimpleNamespace(update=lambda html: shown.append(html))
    display = types.ModuleType("IPython.display")
    display.HTML = str  # type: ignore[attr-defined]
    display.display = lambda html, display_id: (shown.append(html), handle)[1]  # type: ignore[attr-defined]
    ipython = types.ModuleType("IPython")
    ipython.get_ipython = lambda: types.SimpleNamespace(kernel=None)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "IPython", ipython)
    monkeypatch.setitem(sys.modules, "IPython.display", display)
    with ProgressBar(io.StringIO()) as bar:
        bar("parsing", 1, 4)
        bar("parsing", 4, 4)
    assert shown[0] == '<label>parsing <progress value="1" max="4"></progress> 1 of 4</label>'
    assert len(shown) == 3
    assert shown[-1] == ""
