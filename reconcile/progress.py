"""How far the work is in, a bar for a person who waits out: in a notebook and in a terminal."""

from __future__ import annotations

import importlib
import os
import sys
import time
from collections.abc import Callable
from typing import Any, Final, TextIO

#: told of each step: what is being done, how much of it is done, and of how much
Progress = Callable[[str, int, int], None]

_CELLS: Final = 24
_FULL, _EMPTY = "█", "░"


class ProgressBar:
    """A bar that shows how far ``compare`` is, in a notebook or a terminal; silent elsewhere.

    ``reconcile.compare(folder, progress=reconcile.ProgressBar())``. The bar goes away when the
    work is done, and so does it when the ``with`` block ends that it may be used in.
    """

    def __init__(self, stream: TextIO | None = None, *, seconds_between: float = 0.05) -> None:
        self._stream = stream if stream is not None else sys.stderr
        self._seconds_between = seconds_between
        self._stage = ""
        self._next = 0.0
        self._drawn = False
        self._display = _notebook_display()

    def __call__(self, stage: str, done: int, of: int) -> None:
        now = time.monotonic()
        if stage == self._stage and done < of and now < self._next:
            return
        self._stage, self._next = stage, now + self._seconds_between
        if self._display is not None:
            self._display(_element(stage, done, of))
        elif self._stream.isatty() and os.environ.get("TERM") != "dumb":
            self._stream.write(f"\r\x1b[K{_line(stage, done, of)}")
            self._stream.flush()
            self._drawn = True

    def close(self) -> None:
        """Take the bar away."""
        if self._display is not None:
            self._display("")
        elif self._drawn:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
        self._stage, self._drawn = "", False

    def __enter__(self) -> ProgressBar:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _line(stage: str, done: int, of: int) -> str:
    if of <= 1:
        return f"{stage} …"
    full = _CELLS * done // of
    return f"{stage} {_FULL * full}{_EMPTY * (_CELLS - full)} {done} of {of}"


def _element(stage: str, done: int, of: int) -> str:
    """The bar as HTML; a stage is one of a handful of words of this library."""
    value = f' value="{done}" max="{of}"' if of > 1 else ""
    count = f" {done} of {of}" if of > 1 else " …"
    return f"<label>{stage} <progress{value}></progress>{count}</label>"


def _notebook_display() -> Callable[[str], None] | None:
    """What shows HTML in the output of the notebook's cell, always in one place; or ``None``."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython is not None else None
    if shell is None or not hasattr(shell, "kernel"):
        return None
    display = importlib.import_module("IPython.display")
    handle: list[Any] = []

    def show(html: str) -> None:
        shown = display.HTML(html)
        if handle:
            handle[0].update(shown)
        else:
            handle.append(display.display(shown, display_id=True))

    return show
