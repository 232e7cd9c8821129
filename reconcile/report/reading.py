"""A value in, what it was read as in plain words out; a text in, the way to its reading out."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from reconcile.errors import ValueNotRead
from reconcile.model import Kind, Mention, Value
from reconcile.report.excerpts import one_line
from reconcile.values import read_values
from reconcile.values.spoken import explain as steps_of
from reconcile.values.telling import interval_words


def in_words(value: Value, *, kind: Kind | None = None) -> str:
    """The reading of a value, as a person would say it.

    Where it stands in a fact of a known ``kind``, other readings are not told: 41 hurt are no
    measure of 40.5 to 41.5.
    """
    if value.unresolved:
        return f"unknown: {value.unresolved}"
    every = (value, *value.alternatives)
    readings = [each for each in every if each.kind == kind] or every
    words = (interval_words(each.interval, each.unit, each.kind) for each in readings)
    return " or ".join(dict.fromkeys(words))


def explain(text: str, *, published: datetime.datetime | None = None) -> Iterator[str]:
    """Line by line, what the words of a text leave open and why; raises ValueNotRead."""
    mentions = [each for each in read_values(text, published=published) if each.value]
    if not mentions:
        raise ValueNotRead(text)
    for mention in mentions:
        yield from _explain(mention)


def _explain(mention: Mention) -> Iterator[str]:
    value = mention.value
    assert value is not None
    yield f"“{one_line(mention.text)}”"
    yield from (f"  {step}" for step in steps_of(value))
    yield f"  → {in_words(value)}"
