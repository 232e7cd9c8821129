"""Records: compared, hashed and shown by their fields, as those of ``attrs.frozen`` are."""

from __future__ import annotations

import inspect
import pickle
import re
import weakref
from functools import cached_property
from pathlib import Path

import attrs
import pytest

import reconcile
from reconcile.records import define, evolve, field, frozen


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
    note: str = attrs.field(default="", eq=False, repr=False)


@frozen
class Nothing:
    """A record without a field."""


@frozen(eq=False)
class Unlike:
    """A record that is equal to itself alone."""

    start: int

    def __repr__(self) -> str:
        return "its own words"


@frozen
class Hashed:
    """A record that says how it is hashed."""

    start: int
    end: int

    def __hash__(self) -> int:
        return self.start


@pytest.mark.parametrize("kind", [Place, Plain])
def test_records_are_compared_by_their_fields(kind: type[Place]) -> None:
    assert kind(1) == kind(1, 9, "of no account")
    assert kind(1) != kind(2)
    assert hash(kind(1)) == hash(kind(1, 9, "of no account"))
    assert sorted([kind(2), kind(1, 10), kind(1)]) == [kind(1), kind(1, 10), kind(2)]
    assert kind(1) <= kind(1) >= kind(1)


def test_a_record_may_say_how_it_is_hashed() -> None:
    assert hash(Hashed(1, 2)) == hash(Hashed(1, 3)) == 1
    assert Hashed(1, 2) != Hashed(1, 3)


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
    assert evolve(place, end=3).note == "kept"
    assert weakref.ref(place)() is place
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        place.start = 2  # type: ignore[misc]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        del place.start


@frozen
class Named(Place):
    """A place with more to it."""

    _name: str = "here"
    notes: list[str] = field(factory=list)
    kind: str = field(default="plain", kw_only=True)

    @cached_property
    def shout(self) -> str:
        return self._name.upper()


def test_a_record_has_the_fields_of_its_base_before_its_own() -> None:
    named = Named(1, 2, "a note", "there", kind="odd")
    assert repr(named) == "Named(start=1, end=2, _name='there', notes=[], kind='odd')"
    assert Named.__match_args__ == ("start", "end", "note", "_name", "notes")
    assert evolve(named, name="elsewhere").shout == "ELSEWHERE"
    assert pickle.loads(pickle.dumps(named)) == named
    assert Named(1).notes is not Named(1).notes


@pytest.mark.parametrize("arguments", [(), (1, 2, "a", "b", [], "odd")])
def test_a_record_is_made_as_its_fields_say(arguments: tuple[object, ...]) -> None:
    with pytest.raises(TypeError):
        Named(*arguments)


def test_a_class_shows_how_it_is_made_before_it_was() -> None:
    @frozen
    class Fresh:
        start: int
        end: int = 9

    assert str(inspect.signature(Fresh)) == "(start: 'int', end: 'int' = 9) -> 'None'"


def test_attrs_takes_records_as_its_own() -> None:
    assert attrs.has(Named)
    assert [each.name for each in attrs.fields(Named)] == [
        "start", "end", "note", "_name", "notes", "kind",
    ]  # fmt: skip
    assert attrs.evolve(Named(1), name="there", kind="odd") == Named(1, name="there", kind="odd")
    assert attrs.asdict(Place(1)) == {"start": 1, "end": 9, "note": ""}


def test_a_value_can_be_changed_where_a_class_says_so() -> None:
    @define
    class Counter:
        count: int = 0

    counter = Counter()
    counter.count += 1
    assert counter.count == 1
    assert counter != Counter(1)
    with pytest.raises(AttributeError):
        counter.other = 1  # type: ignore[attr-defined]


@frozen
class Wrong(Exception):
    """Something was wrong."""

    what: str
    why: str = "it was"


class VeryWrong(Wrong):
    """Something was very wrong."""


@pytest.mark.parametrize("kind", [Wrong, VeryWrong])
def test_an_error_holds_its_fields_pickles_and_can_be_raised(kind: type[Wrong]) -> None:
    with pytest.raises(kind) as caught:
        raise kind("the sum") from ValueError()
    error = caught.value
    assert error.args == ("the sum", "it was")
    assert isinstance(error.with_traceback(None).__cause__, ValueError)
    error.__traceback__ = None
    assert (
        repr(pickle.loads(pickle.dumps(error))) == f"{kind.__name__}(what='the sum', why='it was')"
    )
    assert error != kind("the sum")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        error.what = "the mean"  # type: ignore[misc]


def test_the_library_makes_its_records_here() -> None:
    package = Path(reconcile.__file__).parent
    named = re.compile(r"^\s*(?:from|import) attrs?\b", re.MULTILINE)
    users = {path.name for path in package.rglob("*.py") if named.search(path.read_text("utf-8"))}
    assert users == {"records.py"}
