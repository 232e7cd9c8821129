"""Words in, the fingerprints that winnowing keeps of them out.

Schleimer, Wilkerson and Aiken, "Winnowing: Local Algorithms for Document Fingerprinting", SIGMOD
2003: of each window of hashes of k words the least is kept, the last of equals. Any run of
``WORDS + WINDOW - 1`` words that two texts share leaves a fingerprint in both.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from numpy import uint64
    from numpy.typing import NDArray

#: words of one fingerprint
WORDS: Final = 5
#: fingerprints, of which one is kept
WINDOW: Final = 3
_BASE: Final = 0x9E3779B97F4A7C15
_MIX: Final = 0xBF58476D1CE4E5B9
_SHIFT: Final = 29


def fingerprints(forms: Sequence[str]) -> list[tuple[int, int]]:
    """The kept hashes, each with the number of its first word, in their order."""
    import numpy as np

    hashes = _hashes(forms)
    if not len(hashes):
        return []
    window = min(WINDOW, len(hashes))
    # the least of each window; of equals the last, so the window is looked at from behind
    windows = np.lib.stride_tricks.sliding_window_view(hashes, window)[:, ::-1]
    places = np.arange(len(windows)) + (window - 1 - windows.argmin(axis=1))
    kept = sorted(set(places.tolist()))
    return list(zip(hashes[kept].tolist(), kept, strict=True))


def _hashes(forms: Sequence[str]) -> NDArray[uint64]:
    """A number for each run of ``WORDS`` words, the same in every process."""
    import numpy as np

    if len(forms) < WORDS:
        return np.zeros(0, np.uint64)
    numbers = {form: zlib.crc32(form.encode()) for form in set(forms)}
    words = np.array([numbers[form] for form in forms], np.uint64)
    count = len(words) - WORDS + 1
    total, shift = np.zeros(count, np.uint64), np.uint64(_SHIFT)
    for offset in range(WORDS):
        total = total * np.uint64(_BASE) + words[offset : offset + count]
    mixed: NDArray[uint64] = (total ^ (total >> shift)) * np.uint64(_MIX)
    return mixed ^ (mixed >> shift)
