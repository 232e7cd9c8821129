"""A class in, a frozen record out: the ``frozen`` of attrs, made in half the time.

attrs writes the methods of each class as text and compiles that at import, over a hundred times
for one command. How records are compared, hashed and shown follows from the names of their fields;
so only ``__init__`` is left to attrs.
"""

from __future__ import annotations

import functools
import operator
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

import attrs

if TYPE_CHECKING:
    from attrs import frozen as frozen
else:

    def frozen(cls=None, /, **options):
        """The class as ``attrs.frozen`` makes it, with the same options; no keys of fields."""
        if cls is None:
            return functools.partial(frozen, **options)
        wanted = {"eq": True, "order": False, "repr": True, **options}
        made = attrs.frozen(cls, **{**wanted, "eq": False, "order": False, "repr": False})
        if wanted["eq"] and not issubclass(cls, BaseException):
            _compare(made, ("__eq__", *(_ORDERINGS if wanted["order"] else ())))
        if wanted["repr"] and "__repr__" not in cls.__dict__:
            _show(made)
        return made


_ORDERINGS: Final = ("__lt__", "__le__", "__gt__", "__ge__")


def _compare(record: Any, relations: tuple[str, ...]) -> None:
    """Let records of one class be compared and hashed by their fields."""
    values = _values_of([field.name for field in attrs.fields(record) if field.eq])
    for name in relations:
        setattr(record, name, _comparison(values, getattr(operator, name)))
    record.__hash__ = lambda self: hash(values(self))


def _values_of(names: list[str]) -> Callable[[object], Any]:
    return operator.attrgetter(*names) if names else lambda record: ()


def _comparison(values: Callable[[object], Any], relation: Callable[[Any, Any], Any]) -> Any:
    def compare(self: object, other: object) -> Any:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return relation(values(self), values(other))

    return compare


def _show(record: Any) -> None:
    """Let a record be shown as the call that makes it."""
    names = [field.name for field in attrs.fields(record) if field.repr]

    def show(self: object) -> str:
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{type(self).__qualname__.rpartition('>.')[2]}({shown})"

    record.__repr__ = show
