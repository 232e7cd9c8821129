"""Text to values: numbers, money, counts, quantities, shares, ranks, ages, dates and durations."""
