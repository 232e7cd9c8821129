"""Story packs in, their folders and the places that their answer sheets quote out."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any


def add_pack_arguments(parser: argparse.ArgumentParser) -> None:
    """Ask for folders of packs, for a half of them, and for what was read of them before."""
    parser.add_argument("packs", nargs="+", type=Path)
    parser.add_argument("--half", choices=("odd", "even"), help="every other pack, by name")
    parser.add_argument("--pickled", type=Path)
    parser.add_argument("--verbose", action="store_true")


def folders_of(roots: Iterable[Path], half: str | None = None) -> list[Path]:
    """The packs below some folders, by name; of two halves the first, third, fifth … is odd."""
    folders = sorted(sheet.parent for root in roots for sheet in root.glob("*/gold.json"))
    return folders if half is None else folders[0 if half == "odd" else 1 :: 2]


def start_of(text: str, mention: Mapping[str, Any]) -> int:
    """Where an article has the words that a sheet quotes; ValueError where it has not.

    A sheet counts over the file: the title of a page is not of its text, and then the first counts.
    """
    start = -1
    for _ in range(mention.get("occurrence", 1)):
        start = text.find(mention["quote"], start + 1)
    return start if start >= 0 else text.index(mention["quote"])
