"""A class in, a named tuple out: the ``NamedTuple`` of typing, made in a fifth of the time.

typing writes ``__new__`` of each class as text and compiles that at import, some eighty times for
one command. It is the same for all classes with as many fields, but for the names of these.
"""

from __future__ import annotations

import functools
from collections import namedtuple
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:

    class _Maker(type):
        """Makes what is derived from ``NamedTuple``, which is no base of it: ``tuple`` is."""

        def __new__(cls, name, bases, namespace):
            if not bases:
                return super().__new__(cls, name, bases, namespace)
            return _named_tuple(name, namespace)

    class NamedTuple(metaclass=_Maker):
        """What a class derives from to be a tuple whose items are its fields."""


#: most tuples have no more fields
_FEW: Final = 16


def _named_tuple(name: str, namespace: dict[str, Any]) -> type:
    fields = tuple(namespace.get("__annotations__", ()))
    defaults = {field: namespace[field] for field in fields if field in namespace}
    made = {
        **namespace,
        **dict(zip(fields, _readers(len(fields)), strict=False)),
        "__slots__": (),
        "__match_args__": fields,
        "_fields": fields,
        "_field_defaults": defaults,
        "_replace": _replace,
        "_asdict": _asdict,
        "__getnewargs__": _items,
        "__new__": _new(fields, tuple(defaults.values())),
    }
    made.setdefault("__repr__", _shown)
    return type(name, (tuple,), made)


def _readers(count: int) -> tuple[Any, ...]:
    """What reads the items of any tuple by their places: at least so many."""
    return _some_readers(max(_FEW, 1 << count.bit_length()))


@functools.cache
def _some_readers(count: int) -> tuple[Any, ...]:
    names = [f"item{at}" for at in range(count)]
    reader = functools.partial(getattr, namedtuple("AnyTuple", names))
    return tuple(map(reader, names))


# --- how it is made -------------------------------------------------------------------------------


def _new(fields: tuple[str, ...], defaults: tuple[Any, ...]) -> Any:
    code = _code(len(fields)).replace(co_varnames=("cls", *fields))
    return FunctionType(code, {"make": tuple.__new__}, "__new__", defaults)


@functools.cache
def _code(count: int) -> CodeType:
    """The code of ``__new__`` for so many fields, under names of no meaning."""
    names = ", ".join(f"item{at}" for at in range(count))
    known: dict[str, Any] = {}
    exec(f"def __new__(cls, {names}): return make(cls, ({names},))", known)
    code: CodeType = known["__new__"].__code__
    return code


# --- what all of them can -------------------------------------------------------------------------


def _replace(self: Any, /, **changes: Any) -> Any:
    """The tuple with other values in some fields."""
    replaced = tuple.__new__(type(self), map(changes.pop, self._fields, self))
    if changes:
        raise ValueError(f"{type(self).__name__} has no field {', '.join(changes)}")
    return replaced


def _asdict(self: Any) -> dict[str, Any]:
    """The items by the names of their fields."""
    return dict(zip(self._fields, self, strict=True))


def _items(self: Any) -> tuple[Any, ...]:
    return tuple(self)


def _shown(self: Any) -> str:
    """The call that makes it."""
    shown = ", ".join(f"{name}={item!r}" for name, item in _asdict(self).items())
    return f"{type(self).__name__}({shown})"
