"""The steps of a derivation in, the same as plain data out, each by its number."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import Any

from reconcile.model import Citation, Interval, Step
from reconcile.report.values import number_to_text, value_to_data
from reconcile.report.writing import Repeated

#: how a step is told, with the places of the steps that it rests on
Tell = Callable[[Step, tuple[int, ...]], dict[str, Any]]


def telling_once() -> Tell:
    """``step_to_data``, the steps that many derivations begin with told once for all of them.

    A step that rests on two or more is a conclusion, which no other derivation comes to.
    """

    @functools.cache
    def repeated(step: Step, of: tuple[int, ...]) -> dict[str, Any]:
        return Repeated(step_to_data(step, of))

    return lambda step, of: (repeated if len(of) < 2 else step_to_data)(step, of)


def derivation_to_data(every: Sequence[Step], tell: Tell | None = None) -> list[dict[str, Any]]:
    """Every step of a derivation, in order; ``of`` counts from 0 in this list.

    A field that a step has no use for is left out.
    """
    places = {step: place for place, step in enumerate(every)}
    tell = tell or step_to_data
    return [tell(step, tuple(places[each] for each in step.of)) for step in every]


def step_to_data(step: Step, of: Sequence[int]) -> dict[str, Any]:
    """A step, with the places of the steps that it rests on."""
    told: dict[str, Any] = {
        "premises": [citation_to_data(premise) for premise in step.premises],
        "numbers": [number_to_text(number) for number in step.numbers],
        "terms": [{"name": name, "factor": factor} for name, factor in step.terms],
        "unit": step.unit,
        "result": _interval_to_data(step.result),
        "figure": _interval_to_data(step.figure),
        "number": number_to_text(step.number),
    }
    there = {name: value for name, value in told.items() if value not in (None, [], "")}
    return {"rule": step.rule, "words": step.words, "of": list(of), **there}


def _interval_to_data(interval: Interval | None) -> dict[str, Any] | None:
    """Both ends as numbers; those of dates are seconds since 1970-01-01T00:00 on local clocks."""
    if interval is None:
        return None
    return {
        "low": number_to_text(interval.low),
        "high": number_to_text(interval.high),
        "low_closed": interval.low_closed,
        "high_closed": interval.high_closed,
    }


def citation_to_data(citation: Citation) -> dict[str, Any]:
    """Words of an article, with the reading that is meant."""
    value = citation.value
    return {
        "article": citation.article,
        "start": citation.start,
        "end": citation.end,
        "text": citation.text,
        "value": value_to_data(value) if value is not None else None,
    }
