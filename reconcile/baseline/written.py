"""A path in, the path as a person would type it here out."""

from __future__ import annotations

import os
from pathlib import Path


def as_written(path: str | os.PathLike[str]) -> str:
    """A path below the current folder without what stands above it; any other as it is."""
    try:
        return Path(path).resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return os.fspath(path)
