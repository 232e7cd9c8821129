"""Canonical names, and which two can be one name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.claims.canonical import canonical, same_name


@pytest.mark.parametrize(
    ("printed", "wanted"),
    [
        ("Krafton Inc.", "krafton"),
        ("the Norrby Foundation", "norrby foundation"),
        ("Lindqvist Rederi A/S", "lindqvist rederi"),
        ("Lee Jae-myung", "lee jae myung"),
        ("Mr Núñez", "nunez"),
        ("Ng'etich", "ngetich"),
        ("Hobro’s", "hobro"),
    ],
)
def test_canonical(printed, wanted):
    assert canonical(printed) == wanted


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Jason Kwon", "Kwon"),
        ("Yoon Sang-hyun", "Yun Sang-hyeon"),
        ("S.H. Yoon", "Yoon Sang-hyun"),
        ("Anneke Verhoeven", "A. Verhoeven"),
        ("Giles Harcourt", "Giles Harcort"),
        ("Bank of Norrland", "BN"),
        ("Danish", "Denmark"),
        ("Mošnov", "Mosnov"),
    ],
)
def test_one_name(a, b):
    assert same_name(canonical(a), canonical(b))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Iran", "Iraq"),
        ("Anna Berg", "Karl Berg"),
        ("North Korea", "South Korea"),
        ("Austria", "Australia"),
        ("Lund", "Lang"),
    ],
)
def test_two_names(a, b):
    assert not same_name(canonical(a), canonical(b))


@given(st.text(max_size=30), st.text(max_size=30))
def test_same_name_is_symmetric(a, b):
    assert same_name(canonical(a), canonical(b)) == same_name(canonical(b), canonical(a))


@given(st.text(max_size=30))
def test_canonical_is_stable(text):
    once = canonical(text)
    assert canonical(once) in (once, canonical(canonical(once)))
