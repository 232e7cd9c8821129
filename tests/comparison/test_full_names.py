"""One person told by first name here and by surname there, as the articles' full names have it."""

import pytest

from reconcile.comparison import compare
from reconcile.verification import verify
from tests.comparison.made import make_pair

GIVEN = "Hana Tarn ran the mill. Hana sold it in May."
SURNAME = "Hana Tarn, 40, sold a mill. But Tarn kept the house, Ms Tarn said."


@pytest.mark.parametrize(
    ("one", "told", "other", "then", "verdict"),
    [
        (GIVEN, "Hana", SURNAME, "Ms Tarn", "compatible"),
        (GIVEN, "Hana", "Hana Maria Tarn ran it. Tarn sold it.", "Tarn", "compatible"),
        (GIVEN, "Hana", "Jon Tarn ran it. Tarn sold it.", "Tarn", "conflict"),
        (GIVEN, "Hana", "Hana Tarn and Jon Tarn ran it. Mr Tarn sold it.", "Mr Tarn", "conflict"),
        ("Hana Tarn met Hana Lund. Hana sold it.", "Hana", SURNAME, "Ms Tarn", "conflict"),
        ("Hana sold it.", "Hana", SURNAME, "Ms Tarn", "conflict"),
    ],
    ids=["both", "middle name", "another", "two of a surname", "two of a name", "not told"],
)
def test_the_articles_say_whose_name_it_is(one, told, other, then, verdict):
    pair = make_pair((one, told, "name"), (other, then, "name"))
    judgement = compare(*pair)
    assert judgement.verdict == verdict, judgement
    assert compare(*pair.swapped()).verdict == verdict
    assert not verify(judgement, pair[2:]).failures
