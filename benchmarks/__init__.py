"""Benchmarks: they stand apart from the tests and need nothing from them."""
