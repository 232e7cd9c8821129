"""The findings of two versions in, what appeared, vanished and changed out.

A finding is the same where the same sources state the same; it is the same and changed where the
subject is the same, as told by the titles, by what some sources still say and by the sentences.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reconcile import patterns
from reconcile.records import frozen
from reconcile.report.changes.entries import WEIGHT, Entry
from reconcile.report.fingerprints import subject_words

_WORD: Final = patterns.compile(r"[^\W\d]+")
#: two findings are one that changed where their likeness is at least this
LEAST_LIKENESS: Final = 1.0


@frozen
class Change:
    """A finding as it was and as it is."""

    old: Entry
    new: Entry

    @property
    def is_new_conflict(self) -> bool:
        return self.new.tone == "conflict" and self.old.tone != "conflict"


@frozen
class Changes:
    """What became of the findings of one version in the next."""

    appeared: tuple[Entry, ...] = ()
    vanished: tuple[Entry, ...] = ()
    changed: tuple[Change, ...] = ()
    #: how many findings are as they were
    unchanged: int = 0

    @property
    def conflicts(self) -> tuple[Entry, ...]:
        """What cannot be true together now, and was not so before."""
        fresh = [each.new for each in self.changed if each.is_new_conflict]
        return (*(each for each in self.appeared if each.tone in WEIGHT[:3]), *fresh)

    @property
    def is_empty(self) -> bool:
        return not (self.appeared or self.vanished or self.changed)


def changes_between(old: Sequence[Entry], new: Sequence[Entry]) -> Changes:
    """Each finding of either version once; both lists are in the order of weight."""
    left, fresh = list(old), list(new)
    pairs = _same(left, fresh)
    unchanged = [(before, after) for before, after in pairs if before.tone == after.tone]
    changed = [Change(*pair) for pair in pairs if pair not in unchanged]
    changed += [Change(*pair) for pair in _alike(left, fresh)]
    changed.sort(key=lambda each: WEIGHT.index(each.new.tone))
    return Changes(tuple(fresh), tuple(left), tuple(changed), len(unchanged))


def _same(left: list[Entry], fresh: list[Entry]) -> list[tuple[Entry, Entry]]:
    """The pairs in which the same sources state the same; they are taken from the lists."""
    pairs = []
    for before in list(left):
        same = [each for each in fresh if each.kind == before.kind and each.keys == before.keys]
        if same:
            after = max(
                same, key=lambda each: (each.title == before.title, each.tone == before.tone)
            )
            pairs.append((before, after))
            _take(left, before)
            _take(fresh, after)
    return pairs


def _alike(left: list[Entry], fresh: list[Entry]) -> list[tuple[Entry, Entry]]:
    """The pairs on one subject, the likest first; they are taken from the lists."""
    scored = [
        (-likeness(before, after), i, j)
        for i, before in enumerate(left)
        for j, after in enumerate(fresh)
        if before.kind == after.kind
    ]
    pairs: list[tuple[int, int]] = []
    for negative, i, j in sorted(scored):
        taken = any(i == other or j == another for other, another in pairs)
        if -negative >= LEAST_LIKENESS and not taken:
            pairs.append((i, j))
    found = [(left[i], fresh[j]) for i, j in sorted(pairs)]
    for before, after in found:
        _take(left, before)
        _take(fresh, after)
    return found


def _take(entries: list[Entry], entry: Entry) -> None:
    """Take this very entry from the list, not one that equals it."""
    del entries[next(index for index, each in enumerate(entries) if each is entry)]


def likeness(before: Entry, after: Entry) -> float:
    """How much two findings look like one: titles, statements and sentences, each up to 1."""
    return (
        _overlap(subject_words(before.title), subject_words(after.title))
        + _overlap(before.keys, after.keys)
        + _sentences(before, after)
    )


def _sentences(before: Entry, after: Entry) -> float:
    """How alike the likest sentences of one source are, figures left aside."""
    return max(
        (
            _overlap(_words(one.sentence), _words(other.sentence))
            for one in before.said
            for other in after.said
            if one.key[0] == other.key[0]
        ),
        default=0.0,
    )


def _words(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(text))


def _overlap(one: frozenset[object], other: frozenset[object]) -> float:
    return len(one & other) / len(one | other) if one | other else 0.0
