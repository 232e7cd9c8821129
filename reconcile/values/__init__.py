"""Text to values: numbers, money, counts, quantities, shares, ranks, ages, dates and durations."""

from reconcile.values.reader import read_value, read_values

__all__ = ["read_value", "read_values"]
