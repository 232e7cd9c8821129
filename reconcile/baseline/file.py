"""A baseline file in, its acceptances out; an acceptance in, its place in the file."""

from __future__ import annotations

import itertools
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from reconcile import patterns
from reconcile.baseline.acceptances import Acceptance, acceptances_of
from reconcile.baseline.located import check_keys, read_located

#: what ``reconcile accept`` writes to where nobody says otherwise
BASELINE_NAME: Final = "accepted.toml"
_HEAD: Final = """\
# Findings that somebody looked at and accepted, each with the reason. `reconcile accept` adds to
# this file. A finding is known by its subject, its sources and what they state, never by a line.
"""
_HEADER: Final = patterns.compile(r"\[\[\s*accept\s*\]\]")
_BARE_KEY: Final = patterns.compile(r"[A-Za-z0-9_-]+")


def read_baseline(path: Path) -> tuple[Acceptance, ...]:
    """The acceptances of a file, in its order; raises SuiteError where it cannot be used."""
    tables = read_located(path)
    check_keys(tables.root, ("accept",), "a baseline")
    return acceptances_of(tables)


def add_acceptance(path: Path, acceptance: Acceptance) -> None:
    """Write an acceptance to its place in the file, which keeps all else that stands in it."""
    text = path.read_text(encoding="utf-8-sig") if path.exists() else _HEAD
    preamble, entries = _entries(text)
    acceptances = read_baseline(path) if path.exists() else ()
    at = sum(_order(each) <= _order(acceptance) for each in acceptances)
    entries.insert(_place(at, acceptances, acceptance), acceptance_to_toml(acceptance))
    parts = [part.strip("\n") for part in (preamble, *entries)]
    path.write_text("\n\n".join(part for part in parts if part) + "\n", encoding="utf-8")


def _place(at: int, acceptances: Sequence[Acceptance], acceptance: Acceptance) -> int:
    """Before the first that comes behind it; where a hand broke the order, as near as can be."""
    for index, each in enumerate(acceptances):
        if _order(each) > _order(acceptance):
            return index
    return at


def _order(acceptance: Acceptance) -> tuple[str, str, str]:
    return acceptance.about.casefold(), acceptance.kind, json.dumps(dict(acceptance.says))


def _entries(text: str) -> tuple[str, list[str]]:
    """What stands before the first entry, and each entry with the comment above it."""
    lines = text.splitlines()
    starts: list[int] = []
    for number, line in enumerate(lines):
        if _HEADER.match(line):
            start = number
            while start and lines[start - 1].startswith("#") and starts:
                start -= 1
            starts.append(start)
    bounds = [*starts, len(lines)]
    blocks = ["\n".join(lines[start:end]) for start, end in itertools.pairwise(bounds)]
    return "\n".join(lines[: bounds[0]]), blocks


def acceptance_to_toml(acceptance: Acceptance) -> str:
    """An acceptance as a table of TOML."""
    lines = ["[[accept]]", f"about = {_text(acceptance.about)}"]
    if acceptance.kind:
        lines.append(f"kind = {_text(acceptance.kind)}")
    said = (f"{_key(source)} = {_values(values)}" for source, values in acceptance.says.items())
    lines.append(f"says = {{ {', '.join(said)} }}")
    lines.append(f"reason = {_text(acceptance.reason)}")
    return "\n".join(lines)


def _values(values: Sequence[str]) -> str:
    if len(values) == 1:
        return _text(values[0])
    return f"[{', '.join(_text(value) for value in values)}]"


def _key(source: str) -> str:
    return source if _BARE_KEY.fullmatch(source) else _text(source)


def _text(text: str) -> str:
    """A basic string of TOML, which is one of JSON but for one character."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
