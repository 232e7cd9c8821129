"""Two figures in, whether they can be of one thing, and whether both can then hold, out."""

from __future__ import annotations

from reconcile.checks.figures import Figure
from reconcile.checks.found import apart, read, widened
from reconcile.checks.wording import stem
from reconcile.model import Step
from reconcile.values import sets, steps
from reconcile.values.conversion import conversions


def are_like(a: Figure, b: Figure) -> bool:
    """Whether two figures can be of one thing: nouns for one thing, units of one measure."""
    one, other = a.value, b.value
    if one.kind == "count":
        nouns = {stem(unit) for unit in (one.unit, other.unit) if unit}
        return len(nouns) == 1 and "score" not in (one.unit, other.unit)
    if one.kind == "quantity" and one.unit != other.unit:
        return bool(conversions(one.unit, other.unit))
    if one.kind == "money":
        return one.per == other.per and (one.unit == other.unit or one.nominal == other.nominal)
    return one.unit == other.unit


def is_otherwise(a: Figure, b: Figure) -> bool:
    """Whether no reading of the one lets the other hold."""
    if a.value.kind == "date":  # the end of one day is the beginning of the next
        return sets.disjoint(a.value.interval, b.value.interval)
    if a.value.unit == b.value.unit or a.value.kind != "quantity":
        return sets.disjoint(widened(a.value.interval), widened(b.value.interval))
    pairs = led_together(a, b)
    return bool(pairs) and all(apart(made, stated) for made, stated in pairs)


def led_together(a: Figure, b: Figure) -> list[tuple[Step, Step]]:
    """The two figures on one line, in each way that there is."""
    if a.value.unit == b.value.unit or a.value.kind != "quantity":
        return [(read(a), read(b))]
    return [
        (steps.convert(read(a), way.factor, way.target, "", offset=way.offset), read(b))
        for way in conversions(a.value.unit, b.value.unit)
    ]
