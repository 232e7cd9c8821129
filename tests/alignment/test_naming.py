"""Two printed names can be one where one is short for the other, or another spelling of it."""

import pytest

from reconcile.alignment.naming import folded, may_be_one

ONE = [
    ("Anna Berg", "Berg"),
    ("Ana Ibáñez", "Ana Ibanez"),
    ("Lim Jae-won", "Lim Jae Won"),
    ("J. Berg", "Johan Berg"),
    ("Mt Karo", "Mount Karo"),
    ("Katarina Holm", "Katerina Holm"),
    ("Łukasz Wróbel", "Lukasz Wrobel"),
    ("Ana Lund-Berg", "Ana Lund"),
]
TWO = [
    ("Anna Berg", "Jon Berg"),
    ("Anna Berg", "Anna Lund"),
    ("J. Berg", "Anna Berg"),
    ("J. B.", "Johan Berg"),
    ("Karo", "Karlo"),
    ("Mt Karo", "Mount Baro"),
    ("Section 230", "Section 231"),
]


@pytest.mark.parametrize(("a", "b"), ONE, ids=lambda name: name)
def test_one_name(a: str, b: str) -> None:
    assert may_be_one(folded(a), folded(b))
    assert may_be_one(folded(b), folded(a))


@pytest.mark.parametrize(("a", "b"), TWO, ids=lambda name: name)
def test_two_names(a: str, b: str) -> None:
    assert not may_be_one(folded(a), folded(b))
    assert not may_be_one(folded(b), folded(a))
