"""Named tuples: made, compared, shown and pickled as those of typing are."""

from __future__ import annotations

import inspect
import pickle
import re
import subprocess
import sys
import typing
from pathlib import Path

import pytest

import reconcile
from reconcile.tuples import NamedTuple


class Place(NamedTuple):
    """A place on a line."""

    start: int
    end: int = 9
    note: str = ""

    @property
    def length(self) -> int:
        return self.end - self.start


class Plain(typing.NamedTuple):
    """The same, as typing makes it."""

    start: int
    end: int = 9
    note: str = ""


@pytest.mark.parametrize("kind", [Place, Plain])
def test_a_tuple_is_made_and_read_by_names_and_by_places(kind: type[Place]) -> None:
    place = kind(1, note="here")
    assert place == (1, 9, "here")
    assert (place.start, place.end, place[2]) == (1, 9, "here")
    assert place._replace(end=3) == kind(1, 3, "here")
    assert place._asdict() == {"start": 1, "end": 9, "note": "here"}
    assert kind._fields == kind.__match_args__ == ("start", "end", "note")
    assert kind._field_defaults == {"end": 9, "note": ""}
    assert repr(place) == f"{kind.__name__}(start=1, end=9, note='here')"
    assert pickle.loads(pickle.dumps(place)) == place
    assert str(inspect.signature(kind)).startswith("(start")


@pytest.mark.parametrize("kind", [Place, Plain])
def test_a_tuple_stays_as_it_is(kind: type[Place]) -> None:
    with pytest.raises(AttributeError):
        kind(1).start = 2  # type: ignore[misc]
    with pytest.raises(AttributeError):
        kind(1).other = 2  # type: ignore[attr-defined]
    with pytest.raises(ValueError, match="other"):
        kind(1)._replace(other=2)  # type: ignore[call-arg]


@pytest.mark.parametrize("arguments", [(), (1, 2, "a", "b")])
def test_a_tuple_is_made_as_its_fields_say(arguments: tuple[object, ...]) -> None:
    with pytest.raises(TypeError):
        Place(*arguments)  # type: ignore[arg-type]


def test_a_tuple_has_the_methods_of_its_class() -> None:
    assert Place(1).length == 8
    assert Place.__mro__ == (Place, tuple, object)


def test_a_tuple_may_have_many_fields() -> None:
    names = [f"field{at}" for at in range(40)]
    many: typing.Any = type(NamedTuple)(
        "Many", (NamedTuple,), {"__annotations__": dict.fromkeys(names, "int")}
    )
    assert [getattr(many(*range(40)), name) for name in names] == list(range(40))


def test_tuples_are_made_while_garbage_is_collected() -> None:
    made = "import gc; gc.set_threshold(1, 1, 1); import reconcile.values.timewords"
    subprocess.run([sys.executable, "-c", made], check=True)


def test_the_library_makes_its_tuples_here() -> None:
    package = Path(reconcile.__file__).parent
    named = re.compile(r"^\s*from typing import .*\bNamedTuple\b", re.MULTILINE)
    users = {path.name for path in package.rglob("*.py") if named.search(path.read_text("utf-8"))}
    assert users == {"tuples.py"}
