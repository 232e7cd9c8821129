"""A derivation in; out: the same with one thing altered, each thing in turn, and its name."""

from collections.abc import Iterator
from decimal import Decimal
from typing import get_args

from attrs import evolve

from reconcile.model import Citation, Interval, Judgement, Rule, Step, Verdict

RULES = get_args(Rule)
VERDICTS = get_args(Verdict)


def tampered(judgement: Judgement) -> Iterator[tuple[str, Judgement]]:
    """The judgement with its verdict, or one thing in one of its steps, altered."""
    for verdict in VERDICTS:
        if verdict != judgement.verdict:
            yield f"verdict {verdict}", evolve(judgement, verdict=verdict)
    yield "no derivation", evolve(judgement, derivation=None)
    assert judgement.derivation is not None
    for told, last in steps_altered(judgement.derivation):
        yield told, evolve(judgement, derivation=last)


def steps_altered(step: Step) -> Iterator[tuple[str, Step]]:
    """The step, or one of those that it rests on, with one thing altered."""
    for told, altered in _altered(step):
        yield f"{step.rule}: {told}", altered
    for place, before in enumerate(step.of):
        for told, altered in steps_altered(before):
            yield told, evolve(step, of=(*step.of[:place], altered, *step.of[place + 1 :]))


def _altered(step: Step) -> Iterator[tuple[str, Step]]:
    for rule in RULES:
        if rule != step.rule:
            yield f"rule {rule}", evolve(step, rule=rule)
    for place, before in enumerate(step.of):
        if before.rule != "remark":
            rest = (*step.of[:place], *step.of[place + 1 :])
            yield f"{before.rule} dropped", evolve(step, of=rest)
    for place, cited in enumerate(step.premises):
        for told, other in _misquoted(cited):
            premises = (*step.premises[:place], other, *step.premises[place + 1 :])
            yield told, evolve(step, premises=premises)
    for place, number in enumerate(step.numbers):
        other = (*step.numbers[:place], moved(number), *step.numbers[place + 1 :])
        yield "a number", evolve(step, numbers=other)
    if step.numbers:
        yield "no numbers", evolve(step, numbers=())
    for name in ("result", "figure"):
        interval = getattr(step, name)
        if interval is not None:
            for told, other in _moved_ends(interval):
                yield f"{name} {told}", evolve(step, **{name: other})
    if step.result is not None:
        yield "no result", evolve(step, result=None)
    if step.number is not None:
        yield "figure printed", evolve(step, number=moved(step.number))
    if step.rule == "reading":
        yield "unit", evolve(step, unit="furlong")


def _misquoted(cited: Citation) -> Iterator[tuple[str, Citation]]:
    yield "article", evolve(cited, article="another")
    if not cited.text:
        return
    yield "quote", evolve(cited, text=f"{cited.text[:-1]}†")
    yield "place", evolve(cited, start=cited.start + 1, end=cited.end + 1)
    value = cited.value
    if value is not None:
        for told, other in _moved_ends(value.interval):
            yield f"reading {told}", evolve(cited, value=evolve(value, interval=other))
        if value.nominal is not None:
            nominal = moved(value.nominal)
            yield "reading's figure", evolve(cited, value=evolve(value, nominal=nominal))
        yield "reading's unit", evolve(cited, value=evolve(value, unit="furlong"))
        yield "reading's hedge", evolve(cited, value=evolve(value, hedge="roughly so"))


def _moved_ends(interval: Interval) -> Iterator[tuple[str, Interval]]:
    if interval.low is not None:
        yield "low", evolve(interval, low=moved(interval.low))
        yield "low end", evolve(interval, low_closed=not interval.low_closed)
    if interval.high is not None:
        yield "high", evolve(interval, high=moved(interval.high))
        yield "high end", evolve(interval, high_closed=not interval.high_closed)
    yield "nothing known", Interval(None, None, False, False)


def moved(number: Decimal) -> Decimal:
    """Another number near it."""
    return number * Decimal("1.01") + Decimal("0.01")
