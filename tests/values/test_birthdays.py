"""Ages that are told by a birthday, and by one that is still to come or never came."""

import datetime

import pytest

from reconcile.values import read_values
from reconcile.values.relation import relate

PUBLISHED = datetime.datetime(2027, 11, 10, 12, 0, tzinfo=datetime.UTC)


def _value(text, kinds=("age", "rank", "count")):
    return next(m.value for m in read_values(text, PUBLISHED) if m.value and m.kind in kinds)


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        ("a week after his 95th birthday", "aged 94", True),
        ("a week after his 95th birthday", "aged 95", False),
        ("days before her 40th birthday", "aged 39", False),
        ("days before her 40th birthday", "aged 40", True),
        ("a month shy of her 40th birthday", "aged 39", False),
        ("on the day of her 40th birthday", "aged 40", False),
        ("two years after his 40th birthday", "aged 42", False),
        ("its 95th birthday", "aged 12", False),
        ("who turns 80 on Friday", "aged 79", False),
        ("who turns 80 on Friday", "aged 78", True),
        ("He will be 80 next week.", "aged 79", False),
        ("She would have turned 90 next month.", "aged 89", False),
        ("She would have turned 90 next month.", "aged 91", True),
        ("She turned 80 on Friday.", "aged 79", True),
    ],
)
def test_a_birthday_is_held_against_an_age(one, other, conflict):
    judgement = relate(_value(one), _value(other), published_a=PUBLISHED, published_b=PUBLISHED)
    assert (judgement.verdict == "conflict") is conflict, judgement


@pytest.mark.parametrize(
    ("born", "age", "conflict"),
    [("1935", 94, True), ("1935", 93, False), ("1935", 90, False), ("1939", 85, True)],
)
def test_a_birthday_either_way_leaves_one_year(born, age, conflict):
    date = next(m.value for m in read_values(f"He was born in {born}.", PUBLISHED))
    judgement = relate(date, _value(f"aged {age}"), published_a=PUBLISHED, published_b=PUBLISHED)
    assert (judgement.verdict == "conflict") is conflict, judgement
