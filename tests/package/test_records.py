"""Records: compared, hashed and shown by their fields, as those of ``attrs.frozen`` are."""

from __future__ import annotations

import pickle

import attrs
import pytest
from attrs import evolve, field

from reconcile.records import frozen


@frozen(order=True)
class Place:
    """A place on a line."""

    start: int
    end: int = 9
    note: str = field(default="", eq=False, repr=False)


@attrs.frozen(order=True)
class Plain:
    """The same, as attrs makes it."""

    start: int
    end: int = 9
    note: str = field(default="", eq=False, repr=False)


@frozen
class Nothing:
    """A record without a field."""


@frozen(eq=False)
class Unlike:
    """A record that is equal to itself alone."""

    start: int

    def __repr__(self) -> str:
        return "its own words"


@pytest.mark.parametrize("kind", [Place, Plain])
def test_records_are_compared_by_their_fields(kind: type[Place]) -> None:
    assert kind(1) == kind(1, 9, "of no account")
    assert kind(1) != kind(2)
    assert hash(kind(1)) == hash(kind(1, 9, "of no account"))
    assert sorted([kind(2), kind(1, 10), kind(1)]) == [kind(1), kind(1, 10), kind(2)]
    assert kind(1) <= kind(1) >= kind(1)


def test_records_of_two_classes_are_never_equal() -> None:
    assert Place(1) != Plain(1)
    with pytest.raises(TypeError):
        Place(1) < Plain(1)  # noqa: B015


def test_a_record_is_shown_as_the_call_that_makes_it() -> None:
    assert repr(Place(1)) == repr(Plain(1)).replace("Plain", "Place") == "Place(start=1, end=9)"
    assert repr(Nothing()) == "Nothing()"
    assert repr(Unlike(1)) == "its own words"


def test_a_record_without_fields_is_equal_to_another() -> None:
    assert Nothing() == Nothing()
    assert len({Nothing(), Nothing()}) == 1


def test_a_record_can_be_equal_to_itself_alone() -> None:
    first = Unlike(1)
    assert first == first
    assert first != Unlike(1)


def test_a_record_pickles_evolves_and_stays_as_it_is() -> None:
    place = Place(1, note="kept")
    assert pickle.loads(pickle.dumps(place)).note == "kept"
    assert evolve(place, end=3) == Place(1, 3)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        place.start = 2  # type: ignore[misc]
