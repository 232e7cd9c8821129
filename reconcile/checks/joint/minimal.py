"""Constraints that cannot all hold in, a smallest group of them that cannot out.

By division (Junker, "QuickXplain: Preferred Explanations and Relaxations for Over-Constrained
Problems", AAAI 2004): what comes first is kept first, and without any one of the group the others
can hold.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

_T = TypeVar("_T")


def minimal_conflict(
    background: Sequence[_T], choices: Sequence[_T], consistent: Callable[[Sequence[_T]], bool]
) -> tuple[_T, ...]:
    """The choices that cannot all hold beside the background; ``()`` where all can.

    ``()`` also where the background cannot hold by itself: no choice is to blame then.
    """
    if consistent([*background, *choices]) or not consistent(background):
        return ()
    return tuple(_explained(list(background), list(choices), consistent, changed=False))


def _explained(
    background: list[_T],
    choices: list[_T],
    consistent: Callable[[Sequence[_T]], bool],
    *,
    changed: bool,
) -> list[_T]:
    if changed and not consistent(background):
        return []
    if len(choices) == 1:
        return choices
    middle = len(choices) // 2
    first, second = choices[:middle], choices[middle:]
    of_second = _explained([*background, *first], second, consistent, changed=bool(first))
    of_first = _explained([*background, *of_second], first, consistent, changed=bool(of_second))
    return of_first + of_second
