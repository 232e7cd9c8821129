"""Words in, the fingerprints that winnowing keeps of them out.

Schleimer, Wilkerson and Aiken, "Winnowing: Local Algorithms for Document Fingerprinting", SIGMOD
2003: of each window of hashes of k words the least is kept, the last of equals. Any run of
``WORDS + WINDOW - 1`` words that two texts share leaves a fingerprint in both.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

#: words of one fingerprint
WORDS: Final = 5
#: fingerprints, of which one is kept
WINDOW: Final = 3
_BASE: Final = np.uint64(0x9E3779B97F4A7C15)
_MIX: Final = np.uint64(0xBF58476D1CE4E5B9)
_SHIFT: Final = np.uint64(29)


def fingerprints(forms: Sequence[str]) -> list[tuple[int, int]]:
    """The kept hashes, each with the number of its first word, in their order."""
    hashes = _hashes(forms)
    if not len(hashes):
        return []
    window = min(WINDOW, len(hashes))
    # the least of each window; of equals the last, so the window is looked at from behind
    windows = np.lib.stride_tricks.sliding_window_view(hashes, window)[:, ::-1]
    places = np.arange(len(windows)) + (window - 1 - windows.argmin(axis=1))
    kept = np.unique(places)
    return list(zip(hashes[kept].tolist(), kept.tolist(), strict=True))


def _hashes(forms: Sequence[str]) -> NDArray[np.uint64]:
    """A number for each run of ``WORDS`` words, the same in every process."""
    if len(forms) < WORDS:
        return np.zeros(0, np.uint64)
    numbers = {form: zlib.crc32(form.encode()) for form in set(forms)}
    words = np.array([numbers[form] for form in forms], np.uint64)
    count = len(words) - WORDS + 1
    total = np.zeros(count, np.uint64)
    for offset in range(WORDS):
        total = total * _BASE + words[offset : offset + count]
    mixed: NDArray[np.uint64] = (total ^ (total >> _SHIFT)) * _MIX
    return mixed ^ (mixed >> _SHIFT)
