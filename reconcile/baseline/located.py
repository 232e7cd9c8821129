"""The path of a TOML file in, its tables with their line numbers out; every fault a SuiteError."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from reconcile import patterns
from reconcile.baseline.written import as_written
from reconcile.errors import SuiteError
from reconcile.records import frozen

_HEADER: Final = patterns.compile(r"\s*(\[\[?)\s*([\w.-]+)\s*\]\]?\s*(?:#.*)?$")
_KEY: Final = patterns.compile(r"\s*(?:\"([^\"]+)\"|'([^']+)'|([\w-]+))\s*=")
_MULTILINE: Final = ('"""', "'''")


@frozen
class Table:
    """A table of a file: its entries, and the lines that its header and its keys stand on."""

    path: Path
    line: int
    entries: Mapping[str, Any]
    #: key: the line that it stands on
    lines: Mapping[str, int]
    #: the lines of the whole file
    source: Sequence[str]

    def line_of(self, key: str) -> int:
        """The line of a key, or that of the header where the key is not there."""
        return self.lines.get(key, self.line)

    def fault(self, reason: str, key: str | None = None) -> SuiteError:
        """An error that quotes the line of a key, or that of the header."""
        line = self.line_of(key) if key else self.line
        text = self.source[line - 1] if 0 < line <= len(self.source) else ""
        return SuiteError(as_written(self.path), line, reason, text)


@frozen
class Tables:
    """The tables of a file by name: one each of ``[name]``, any number of ``[[name]]``."""

    path: Path
    root: Table
    named: Mapping[str, tuple[Table, ...]]


def read_located(path: Path) -> Tables:
    """The tables of a TOML file; raises SuiteError where it cannot be read."""
    text = _text_of(path)
    data = _parsed(text, path)
    source = text.splitlines()
    lines = list(_located(source))
    root = Table(path, 1, data, _keys(lines, "", 0), source)
    named: dict[str, tuple[Table, ...]] = {}
    for name, value in data.items():
        listed = value if isinstance(value, list) else [value]
        if not all(isinstance(each, dict) for each in listed) or not listed:
            continue
        starts = [number for number, kind, header in lines if kind == "header" and header == name]
        if len(starts) == len(listed):
            named[name] = tuple(
                Table(path, start, entries, _keys(lines, name, start), source)
                for start, entries in zip(starts, listed, strict=True)
            )
    return Tables(path, root, named)


def _text_of(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise SuiteError(as_written(path), 0, "it is not UTF-8; save it as UTF-8.") from None
    except OSError as error:
        raise SuiteError(as_written(path), 0, f"it could not be read: {error.strerror}.") from None


def _parsed(text: str, path: Path) -> dict[str, Any]:
    import tomli

    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        lines = text.splitlines()
        line = min(getattr(error, "lineno", 0) or 0, len(lines))
        quoted = lines[line - 1] if line else ""
        reason = f"it is not valid TOML: {_lowered(getattr(error, 'msg', str(error)))}."
        raise SuiteError(as_written(path), line, reason, quoted) from None


def _lowered(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def _located(source: Sequence[str]) -> Iterator[tuple[int, str, str]]:
    """Line by line, the headers and keys outside of strings and arrays of several lines."""
    closing = ""
    depth = 0
    for number, line in enumerate(source, start=1):
        if closing:
            closing = "" if closing in line else closing
            continue
        if not depth:
            header, key = _HEADER.match(line), _KEY.match(line)
            if header:
                yield number, "header", header[2]
            elif key:
                yield number, "key", key[1] or key[2] or key[3]
        closing = next((mark for mark in _MULTILINE if line.count(mark) % 2), "")
        if not (_HEADER.match(line) and not depth) and not closing:
            bare = re.sub(r"\"(?:[^\"\\]|\\.)*\"|'[^']*'|#.*", "", line)
            depth += bare.count("[") + bare.count("{") - bare.count("]") - bare.count("}")


def _keys(lines: Sequence[tuple[int, str, str]], name: str, start: int) -> dict[str, int]:
    """The keys under a header, up to the next one."""
    keys: dict[str, int] = {}
    for number, kind, words in lines:
        if number <= start:
            continue
        if kind == "header":
            break
        keys.setdefault(words, number)
    return keys


def check_keys(table: Table, known: Sequence[str], what: str) -> None:
    """Raise SuiteError where a table has a key that is not among the known ones."""
    for key in table.entries:
        if key not in known:
            from difflib import get_close_matches

            near = get_close_matches(key, known, n=1)
            meant = f" Did you mean “{near[0]}”?" if near else ""
            listed = ", ".join(known)
            raise table.fault(f"{what} has no key “{key}”; its keys are {listed}.{meant}", key)


def text_at(table: Table, key: str, *, needed: bool = False) -> str:
    """The text of a key, "" where it is not there; raises SuiteError on another type."""
    value = table.entries.get(key)
    if value is None and not needed:
        return ""
    if value is None:
        raise table.fault(f"“{key}” is missing.")
    if not isinstance(value, str) or not value.strip():
        raise table.fault(f"“{key}” must be a text in quotation marks.", key)
    return " ".join(value.split())


def texts_at(table: Table, key: str) -> tuple[str, ...]:
    """The text or texts of a key; raises SuiteError on another type."""
    value = table.entries.get(key, [])
    listed = [value] if isinstance(value, str) else value
    if not isinstance(listed, list) or not all(
        isinstance(each, str) and each.strip() for each in listed
    ):
        raise table.fault(f"“{key}” must be a text or a list of texts.", key)
    return tuple(listed)
