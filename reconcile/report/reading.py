"""A value in, what it was read as in plain words out."""

from __future__ import annotations

from reconcile.model import Value


def in_words(value: Value) -> str:
    """The reading of a value, as a person would say it."""
    low, high = value.interval.low, value.interval.high
    return f"{low} to {high} {value.unit}"
