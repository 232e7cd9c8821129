"""A trained encoder in, the library's files out; folds in, what was said of held-out stories out.

usage: python -m benchmarks.encoder.export ARRAYS STATE FOLD [FOLD ...]

STATE is what ``benchmarks.encoder.train`` wrote without a fold, each FOLD what it wrote beside the
state of a fold. Matrices become whole numbers of eight bits, a scale a column.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import numpy
import torch

from benchmarks.encoder.held_out import FILE, keys_of
from benchmarks.encoder.nets import HEADS, LAYERS, SHARED
from benchmarks.encoder.published import kept_pieces
from reconcile.semantic.encoder import FOLDER, STRETCH
from reconcile.semantic.layers import Layer
from reconcile.semantic.wordpiece import NUMERAL

_LOOKS = ("query", "key", "value")


def main() -> None:
    """Write the model's files and the record of held-out stories."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("arrays", type=Path)
    parser.add_argument("state", type=Path)
    parser.add_argument("folds", type=Path, nargs="+")
    arguments = parser.parse_args()
    learned = {
        name: value.float().numpy()
        for name, value in torch.load(arguments.state, map_location="cpu").items()
    }
    pieces, _ = kept_pieces()
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / "vocabulary.txt").write_text("\n".join(pieces) + "\n", encoding="utf-8")
    stories = dict(numpy.load(arguments.arrays))
    numpy.savez(FOLDER / "weights.npz", **arrays_of(learned, stories["kinds"]))
    found: dict[str, Any] = {}
    for fold in arguments.folds:
        found |= dict(numpy.load(fold))
    numpy.savez_compressed(FILE, **keys_of(stories, found))


def arrays_of(learned: Any, kinds: Any) -> dict[str, Any]:
    """The arrays of the weights file, by name."""
    learned["words"][NUMERAL] = learned["numeral"]
    words, scales = _whole(learned["words"].T)
    arrays: dict[str, Any] = {
        "layers": numpy.array(SHARED),
        "window layers": numpy.array(LAYERS - SHARED),
        "heads": numpy.array(HEADS),
        "kinds": kinds,
        "pieces": numpy.ascontiguousarray(words.T),
        "pieces.scale": scales,
        "places": learned["places"][: STRETCH + 2],
        "own": learned["own"],
        "markers": learned["markers"],
        "window places": learned["window_places"],
    }
    for number in range(LAYERS):
        within = f"layers.{number}"
        arrays |= _stored(
            f"layer {number} looks",
            numpy.concatenate([learned[f"{within}.{look}.weight"] for look in _LOOKS]),
            numpy.concatenate([learned[f"{within}.{look}.bias"] for look in _LOOKS]),
        )
        for part in Layer._fields[1:]:
            arrays |= _linear(f"layer {number} {part}", learned, f"{within}.{part}")
    for name in ("norm", "figures", "joined", "wide", "narrow"):
        arrays |= _linear(name, learned, name)
    return arrays


def _linear(name: str, source: Any, within: str) -> dict[str, Any]:
    return _stored(name, source[f"{within}.weight"], source[f"{within}.bias"])


def _stored(name: str, weight: Any, bias: Any) -> dict[str, Any]:
    """A matrix turned so that what goes in has a row; a vector as it is."""
    if weight.ndim == 1:
        return {f"{name}.weight": weight, f"{name}.bias": bias}
    whole, scale = _whole(weight.T)
    return {f"{name}.weight": whole, f"{name}.scale": scale, f"{name}.bias": bias}


def _whole(weight: Any) -> tuple[Any, Any]:
    """A matrix in whole numbers of eight bits, and what each column is to be multiplied by."""
    scale = abs(weight).max(0) / 127.0
    scale[scale == 0.0] = 1.0
    return numpy.ascontiguousarray((weight / scale).round().astype(numpy.int8)), scale


if __name__ == "__main__":
    main()
