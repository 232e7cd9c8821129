"""Which figures may be of any kind, since they are printed without a unit."""

from __future__ import annotations

import pytest

from reconcile import read_article
from reconcile.alignment.blocks import is_bare
from reconcile.alignment.profiles import profile_claims
from reconcile.claims import extract_claims


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        (
            "Its third Asian office -- Rome and Delhi have the other two -- opens soon.",
            "two",
            False,
        ),
        ("The firm has eleven offices in Asia.", "eleven", False),
        ("The index closed at 3,468.", "3,468", True),
        ("Ainura, seven, was found under the roof.", "seven", False),
        ("The mill owes six million.", "six million", True),
        ("The mill owes $6 million.", "$6 million", False),
    ],
)
def test_what_may_be_of_any_kind(text: str, figure: str, expected: bool) -> None:
    article = read_article(f"The story\n\n{text}\n")
    claims = [claim for claim in extract_claims([article]) if claim.focus.value is not None]
    found = {each.claim.focus.text: is_bare(each) for each in profile_claims(claims, [article])}
    (told,) = [bare for words, bare in found.items() if words.startswith(figure)]
    assert told is expected
