"""A ``*.claims.toml`` file in, what it asserts of which sources out; every fault a SuiteError."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from reconcile.baseline.acceptances import Acceptance, acceptances_of
from reconcile.baseline.located import Table, Tables, check_keys, read_located, text_at, texts_at
from reconcile.baseline.review import Least
from reconcile.records import frozen

SUFFIX: Final = ".claims.toml"
_KEYS: Final = ("sources", "expect", "accept")
_SOURCE_KEYS: Final = ("paths", "published", "consistent", "baseline", "fail_on")
_EXPECT_KEYS: Final = ("claim", "source", "tolerance", "id", "note")
_LEAST: Final[tuple[Least, ...]] = ("conflict", "difference")


@frozen
class Sources:
    """The articles that a suite is about."""

    paths: tuple[str, ...]
    line: int
    #: what ``reconcile accept`` writes; it may not be there
    baseline: Path
    #: publication times by file name, where neither the text nor a sources.toml has them
    published: Mapping[str, datetime.datetime]
    #: whether the sources must not contradict each other or themselves
    consistent: bool = True
    #: the least finding that fails
    least: Least = "conflict"


@frozen
class Expected:
    """A sentence that the sources should bear out."""

    claim: str
    #: the test's name: an id, or the sentence
    name: str
    line: int
    #: the ids or publishers of the articles that are asked; all, where it is empty
    sources: tuple[str, ...] = ()
    tolerance: str = ""
    #: why it is expected, for whoever reads that it does not hold
    note: str = ""


@frozen
class Suite:
    """What a file asserts."""

    path: Path
    sources: Sources
    expected: tuple[Expected, ...]
    accepted: tuple[Acceptance, ...]


def read_suite(path: Path) -> Suite:
    """The suite of a file; raises SuiteError, quoting the line, where it is malformed."""
    tables = read_located(path)
    check_keys(tables.root, _KEYS, "a claims file")
    return Suite(path, _sources(tables), _expectations(tables), acceptances_of(tables))


def _sources(tables: Tables) -> Sources:
    if "sources" not in tables.root.entries:
        return Sources((str(tables.path.parent),), 1, _baseline(tables.path), {})
    if len(tables.named.get("sources", ())) != 1:
        raise tables.root.fault("write the sources as one table [sources].", "sources")
    (table,) = tables.named["sources"]
    check_keys(table, _SOURCE_KEYS, "[sources]")
    folder = tables.path.parent
    consistent = table.entries.get("consistent", True)
    if not isinstance(consistent, bool):
        raise table.fault("“consistent” is true or false.", "consistent")
    baseline = text_at(table, "baseline")
    return Sources(
        paths=tuple(str(folder / each) for each in texts_at(table, "paths") or (".",)),
        line=table.line,
        published=_published(table),
        consistent=consistent,
        baseline=folder / baseline if baseline else _baseline(tables.path),
        least=_least(table),
    )


def _baseline(path: Path) -> Path:
    """What a suite accepts where it does not say: beside it, under its name."""
    return path.with_name(path.name.removesuffix(SUFFIX) + ".accepted.toml")


def _least(table: Table) -> Least:
    written = table.entries.get("fail_on", "conflict")
    for least in _LEAST:
        if written == least:
            return least
    raise table.fault(f"“fail_on” is one of {', '.join(_LEAST)}.", "fail_on")


def _published(table: Table) -> dict[str, datetime.datetime]:
    given = table.entries.get("published", {})
    example = 'published = { "wire.txt" = 2025-06-11T15:12:00+09:00 }'
    if not isinstance(given, dict):
        raise table.fault(f"“published” says when each file was published: {example}.", "published")
    return {file: _moment(table, value, example) for file, value in given.items()}


def _moment(table: Table, value: object, example: str) -> datetime.datetime:
    if isinstance(value, str):
        try:
            value = datetime.datetime.fromisoformat(value)
        except ValueError:
            raise table.fault(f"{value!r} is not a date: {example}.", "published") from None
    if isinstance(value, datetime.datetime):
        return value
    if isinstance(value, datetime.date):
        return datetime.datetime.combine(value, datetime.time())
    raise table.fault(f"{value!r} is not a date: {example}.", "published")


def _expectations(tables: Tables) -> tuple[Expected, ...]:
    if "expect" in tables.root.entries and "expect" not in tables.named:
        raise tables.root.fault("write each expectation as a table [[expect]].", "expect")
    named: dict[str, Expected] = {}
    for table in tables.named.get("expect", ()):
        each = _expectation(table)
        if each.name in named:
            reason = f"“{each.name}” stands on line {named[each.name].line} already; give it an id."
            raise table.fault(reason, "id" if "id" in table.entries else "claim")
        named[each.name] = each
    return tuple(named.values())


def _expectation(table: Table) -> Expected:
    check_keys(table, _EXPECT_KEYS, "[[expect]]")
    claim = text_at(table, "claim", needed=True)
    return Expected(
        claim=claim,
        name=text_at(table, "id") or claim,
        line=table.line,
        sources=texts_at(table, "source"),
        tolerance=text_at(table, "tolerance"),
        note=text_at(table, "note"),
    )
