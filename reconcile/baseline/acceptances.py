"""A case and a reason in, an acceptance out; an acceptance and a case in, whether it covers it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from reconcile.baseline.cases import Case, Statement, folded
from reconcile.baseline.located import Table, Tables, check_keys, text_at, texts_at
from reconcile.baseline.written import as_written
from reconcile.errors import SuiteError
from reconcile.records import field, frozen
from reconcile.report.asking import is_about, words_of
from reconcile.values import read_value
from reconcile.values.relation import relate

KEYS: Final = ("about", "kind", "says", "reason")
#: shorter words of a title seldom name its subject
_TELLING_LETTERS: Final = 4
_TELLING_WORDS: Final = 3


@frozen
class Acceptance:
    """A finding that somebody looked at and accepted, by subject, source and value."""

    #: words that the finding's quotes, their sentences or its title hold
    about: str
    #: source: the values that it states, in words; a source is an article's id or its publisher
    says: Mapping[str, tuple[str, ...]]
    reason: str
    #: the kind of fact or the rule that is broken, or "": any
    kind: str = ""
    path: Path | None = field(default=None, eq=False)
    line: int = field(default=0, eq=False)

    @property
    def place(self) -> str:
        """The file and line that it is written on."""
        return f"{as_written(self.path)}:{self.line}" if self.path else "the arguments"

    def __str__(self) -> str:
        said = (f"{source} “{value}”" for source, values in self.says.items() for value in values)
        return f"{self.about}: {', '.join(said)}"


def accept(case: Case, reason: str) -> Acceptance:
    """The acceptance of a case: it holds as long as the same sources state the same of it."""
    says: dict[str, tuple[str, ...]] = {}
    for each in sorted(case.statements, key=lambda each: (each.article, each.words)):
        says[each.article] = (*says.get(each.article, ()), each.words)
    return Acceptance(_subject(case), says, " ".join(reason.split()), case.kind)


def _subject(case: Case) -> str:
    """Words of the title that the sentences at issue hold: others come and go with the title.

    Where there is none, the longest word that the sentences share, or that one of them has.
    """
    sentences = [words_of(quote.sentence) for quote in case.quotes]
    held = frozenset[str]().union(*sentences)
    stated = words_of(" ".join(quote.text for quote in case.quotes))
    telling = [
        word
        for word in re.findall(r"\w[\w-]*", case.title)
        if (len(word) >= _TELLING_LETTERS or word.istitle()) and words_of(word) <= held - stated
    ]
    if telling:
        return " ".join(telling[:_TELLING_WORDS])
    shared = frozenset.intersection(*sentences) - stated or held - stated or held
    return min(shared, key=lambda word: (-len(word), word))


# --- whether it holds ---------------------------------------------------------------------------


def is_of(acceptance: Acceptance, case: Case) -> bool:
    """Whether a case is on the subject of an acceptance, whatever its sources state."""
    if acceptance.kind and acceptance.kind != case.kind:
        return False
    return is_about(case.title, case.quotes, words_of(acceptance.about))


def covers(acceptance: Acceptance, case: Case) -> bool:
    """Whether a case is on the subject, and its sources state what was accepted and no more."""
    return is_of(acceptance, case) and _is_all(acceptance, case)


def _is_all(acceptance: Acceptance, case: Case) -> bool:
    said = [(source, value) for source, values in acceptance.says.items() for value in values]
    stated_is_said = all(any(_is(each, *one) for one in said) for each in case.statements)
    return stated_is_said and all(any(_is(each, *one) for each in case.statements) for one in said)


def _is(statement: Statement, source: str, words: str) -> bool:
    if folded(source) not in (folded(statement.article), folded(statement.publisher)):
        return False
    if folded(words) == folded(statement.words):
        return True
    return statement.value is not None and _reads_as(words, statement)


def _reads_as(words: str, statement: Statement) -> bool:
    assert statement.value is not None
    from reconcile.errors import ValueNotRead

    try:
        return relate(read_value(words), statement.value).verdict == "agree"
    except ValueNotRead:
        return False


# --- as tables of a file ------------------------------------------------------------------------


def acceptances_of(tables: Tables) -> tuple[Acceptance, ...]:
    """The ``[[accept]]`` tables of a file; raises SuiteError where one is malformed."""
    if "accept" in tables.root.entries and "accept" not in tables.named:
        raise tables.root.fault("write each acceptance as a table [[accept]].", "accept")
    return tuple(_acceptance(table) for table in tables.named.get("accept", ()))


def _acceptance(table: Table) -> Acceptance:
    check_keys(table, KEYS, "[[accept]]")
    return Acceptance(
        about=text_at(table, "about", needed=True),
        says=_says(table),
        reason=text_at(table, "reason", needed=True),
        kind=text_at(table, "kind"),
        path=table.path,
        line=table.line,
    )


def _says(table: Table) -> dict[str, tuple[str, ...]]:
    says = table.entries.get("says")
    if not isinstance(says, dict) or not says:
        raise _malformed(table)
    said: dict[str, tuple[str, ...]] = {}
    for source, values in says.items():
        inner = Table(table.path, table.line_of("says"), {source: values}, {}, table.source)
        said[source] = texts_at(inner, source)
        if not said[source]:
            raise _malformed(table)
    return said


def _malformed(table: Table) -> SuiteError:
    example = 'says = { ledger = "31 people", wire = "33 people" }'
    return table.fault(f"“says” must name each source and its value: {example}.", "says")
