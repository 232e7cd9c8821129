"""Work that leaves the interpreter alone in, done on all processors of the machine out."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

Given = TypeVar("Given")
Done = TypeVar("Done")


def side_by_side(
    work: Callable[[Given], Done], each: Sequence[Given], *, spared: int = 0
) -> Iterable[Done]:
    """What ``work`` makes of each, in order; so many at a time as there are processors.

    It gains where the work is spent outside of the interpreter, as products of matrices are.
    So many processors as are ``spared`` are left to others.
    """
    workers = min(processors() - spared, len(each))
    if workers < 2:
        return map(work, each)
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(workers) as pool:
        return list(pool.map(work, each))


def processors() -> int:
    """How many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not told by this system
        return os.cpu_count() or 1
