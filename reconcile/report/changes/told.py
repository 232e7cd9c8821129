"""Changes in, what pages that are no terminal show of them out: sections of findings in words."""

from __future__ import annotations

from collections.abc import Iterable

from reconcile.records import frozen
from reconcile.report.changes.compare import Change, Changes
from reconcile.report.changes.entries import Entry, Said
from reconcile.report.excerpts import one_line
from reconcile.report.view.looks import tone_look, verdict_look
from reconcile.report.view.nouns import Look


@frozen
class Line:
    """What one source says: when ("was", "now" or ""), who, the words, what they were read as."""

    when: str
    source: str
    text: str
    reading: str


@frozen
class Told:
    """One finding that changed, appeared or vanished."""

    look: Look
    #: "" for what one version of an article alone says
    title: str
    #: "agree, now conflict", or ""
    turn: str
    lines: tuple[Line, ...]
    #: why the sources stand as they do now, or ""
    why: str


@frozen
class Part:
    """Findings with one fate."""

    name: str
    words: str
    note: str
    told: tuple[Told, ...]


def parts_of(changes: Changes) -> tuple[Part, ...]:
    """What is new first; parts that hold nothing are left out."""
    parts = (
        Part("appeared", "Appeared", "not there before", tuple(map(_entry, changes.appeared))),
        Part(
            "changed",
            "Changed",
            "another verdict, or another statement of a source",
            tuple(map(_change, changes.changed)),
        ),
        Part("vanished", "Vanished", "there no more", tuple(map(_entry, changes.vanished))),
    )
    return tuple(part for part in parts if part.told)


def counts_of(changes: Changes) -> tuple[tuple[int, str], ...]:
    """How many findings had each fate."""
    return (
        (len(changes.appeared), "appeared"),
        (len(changes.changed), "changed"),
        (len(changes.vanished), "vanished"),
        (changes.unchanged, "as before"),
    )


def _look(entry: Entry) -> Look:
    match entry.tone:
        case _ if not entry.title:
            return tone_look("single")
        case "internal":
            return tone_look("check")
        case "joint" | "possible":
            return tone_look(entry.tone)
        case _:
            return verdict_look(entry.tone)


def _entry(entry: Entry) -> Told:
    why = one_line(entry.explanation) if entry.tone != "agree" else ""
    return Told(_look(entry), one_line(entry.title), "", _lines("", entry.said), why)


def _change(change: Change) -> Told:
    old, new = _look(change.old), _look(change.new)
    gone = [each for each in change.old.said if each.key not in change.new.keys]
    fresh = [each for each in change.new.said if each.key not in change.old.keys]
    return Told(
        look=new,
        title=one_line(change.new.title),
        turn="" if old.word == new.word else f"{old.word}, now {new.word}",
        lines=(*_lines("was", gone), *_lines("now", fresh)),
        why=one_line(change.new.explanation) if change.new.tone != "agree" else "",
    )


def _lines(when: str, said: Iterable[Said]) -> tuple[Line, ...]:
    """Each statement of each source once."""
    once = {(each.key, each.text.casefold()): each for each in said}
    return tuple(
        Line(
            when,
            one_line(each.source),
            one_line(each.text),
            one_line(each.reading) if each.reading not in each.text else "",
        )
        for each in once.values()
    )
