"""Columns in, an Arrow C stream out, made with ctypes alone.

The layout is that of the Arrow C data and stream interfaces, the capsule that of the Arrow
PyCapsule interface. Whatever memory is handed out stays alive under a number in ``private_data``
until the one who took it calls ``release``.
"""

from __future__ import annotations

import ctypes
import datetime
import errno
import functools
import itertools
from array import array
from collections.abc import Callable, Sequence
from ctypes import POINTER, c_char_p, c_int, c_int64, c_void_p, pointer
from typing import Any, Final

from reconcile.report.frames.frame import Column
from reconcile.tuples import NamedTuple

_NULLABLE: Final = 2
_DONE: Final = 0
_NAME: Final = b"arrow_array_stream"
_FORMATS: Final = {
    "text": b"u", "integer": b"l", "number": b"g", "truth": b"b", "moment": b"tsu:UTC",
    "local": b"tsu:",
}  # fmt: skip
_EPOCH: Final = datetime.datetime(1970, 1, 1)


class _Schema(ctypes.Structure):
    pass


class _Array(ctypes.Structure):
    pass


class _Stream(ctypes.Structure):
    pass


_SCHEMA_RELEASE: Final = ctypes.CFUNCTYPE(None, POINTER(_Schema))
_ARRAY_RELEASE: Final = ctypes.CFUNCTYPE(None, POINTER(_Array))
_STREAM_RELEASE: Final = ctypes.CFUNCTYPE(None, POINTER(_Stream))
_GET_SCHEMA: Final = ctypes.CFUNCTYPE(c_int, POINTER(_Stream), POINTER(_Schema))
_GET_NEXT: Final = ctypes.CFUNCTYPE(c_int, POINTER(_Stream), POINTER(_Array))
_GET_ERROR: Final = ctypes.CFUNCTYPE(c_void_p, POINTER(_Stream))
_DESTRUCTOR: Final = ctypes.PYFUNCTYPE(None, c_void_p)

_Schema._fields_ = [
    ("format", c_char_p),
    ("name", c_char_p),
    ("metadata", c_char_p),
    ("flags", c_int64),
    ("n_children", c_int64),
    ("children", POINTER(POINTER(_Schema))),
    ("dictionary", POINTER(_Schema)),
    ("release", _SCHEMA_RELEASE),
    ("private_data", c_void_p),
]
_Array._fields_ = [
    ("length", c_int64),
    ("null_count", c_int64),
    ("offset", c_int64),
    ("n_buffers", c_int64),
    ("n_children", c_int64),
    ("buffers", POINTER(c_void_p)),
    ("children", POINTER(POINTER(_Array))),
    ("dictionary", POINTER(_Array)),
    ("release", _ARRAY_RELEASE),
    ("private_data", c_void_p),
]
_Stream._fields_ = [
    ("get_schema", _GET_SCHEMA),
    ("get_next", _GET_NEXT),
    ("get_last_error", _GET_ERROR),
    ("release", _STREAM_RELEASE),
    ("private_data", c_void_p),
]


class _Kept(NamedTuple):
    """Everything that must outlive a call, by the number that stands in ``private_data``."""

    things: dict[int, object]
    numbers: Any

    def keep(self, *things: object) -> int:
        number: int = next(self.numbers)
        self.things[number] = things
        return number


@functools.cache
def _kept() -> _Kept:
    return _Kept({}, itertools.count(1))


def stream(columns: Sequence[Column], rows: int) -> object:
    """A capsule that hands out the columns once, as one batch."""
    state = {"given": False}

    def get_schema(_: Any, out: Any) -> int:
        _fill_schema(out.contents, b"+s", b"", [_field(column) for column in columns])
        return _DONE

    def get_next(_: Any, out: Any) -> int:
        if state["given"]:
            ctypes.memset(out, 0, ctypes.sizeof(_Array))
            return _DONE
        state["given"] = True
        try:
            children = [_filled(column) for column in columns]
        except (ArithmeticError, TypeError, ValueError):
            return errno.EINVAL
        _fill_array(out.contents, rows, 0, [None], children)
        return _DONE

    made = _Stream(
        _GET_SCHEMA(get_schema), _GET_NEXT(get_next), _GET_ERROR(lambda _: None), _release_stream()
    )
    made.private_data = _kept().keep(made, made.get_schema, made.get_next, made.get_last_error)
    new = ctypes.PYFUNCTYPE(ctypes.py_object, c_void_p, c_char_p, c_void_p)
    capsule = new(("PyCapsule_New", ctypes.pythonapi))
    held: object = capsule(ctypes.addressof(made), _NAME, ctypes.cast(_destroy(), c_void_p))
    # the one who takes the stream moves it away: the empty shell stays until the capsule goes
    _kept().things[-ctypes.addressof(made)] = made
    return held


# --- giving back ------------------------------------------------------------------------------
#
# Whoever took a structure may give it back when the interpreter is all but gone, if some module
# held it to the end. So these functions are never taken down, and they reach for no global name.


def _forever(function: Any) -> Any:
    """The function, held once more than anyone will ever let go of it."""
    hold = ctypes.PYFUNCTYPE(None, ctypes.py_object)(("Py_IncRef", ctypes.pythonapi))
    hold(function)
    return function


def _giver(release_type: Any) -> Any:
    """What lets go of all that was kept for a structure, and marks it as released."""
    things, nothing = _kept().things, release_type()

    def give_back(given: Any) -> None:
        structure = given.contents
        for index in range(getattr(structure, "n_children", 0)):
            child = structure.children[index]
            if child.contents.release:
                child.contents.release(child)
        number = structure.private_data
        structure.release = nothing
        things.pop(number, None)

    return _forever(release_type(give_back))


@functools.cache
def _release_schema() -> Any:
    return _giver(_SCHEMA_RELEASE)


@functools.cache
def _release_array() -> Any:
    return _giver(_ARRAY_RELEASE)


@functools.cache
def _release_stream() -> Any:
    return _giver(_STREAM_RELEASE)


@functools.cache
def _destroy() -> Any:
    """What a capsule does when nobody holds it any longer: it gives back what was not taken."""
    lookup = ctypes.PYFUNCTYPE(c_void_p, c_void_p, c_char_p)(
        ("PyCapsule_GetPointer", ctypes.pythonapi)
    )
    things, name, cast, stream_type = _kept().things, _NAME, ctypes.cast, POINTER(_Stream)

    def destroy(capsule: int) -> None:
        address = lookup(capsule, name)
        made = cast(address, stream_type)
        if made.contents.release:
            made.contents.release(made)
        things.pop(-address, None)

    return _forever(_DESTRUCTOR(destroy))


# --- the structures ---------------------------------------------------------------------------


def _field(column: Column) -> _Schema:
    schema = _Schema()
    _fill_schema(schema, _FORMATS[column.type], column.name.encode(), [])
    return schema


def _fill_schema(schema: _Schema, form: bytes, name: bytes, children: Sequence[_Schema]) -> None:
    pointers = (POINTER(_Schema) * len(children))(*map(pointer, children))
    ctypes.memset(ctypes.addressof(schema), 0, ctypes.sizeof(_Schema))
    schema.format, schema.name, schema.flags = form, name, 0 if children else _NULLABLE
    schema.n_children, schema.children = len(children), pointers
    schema.release = _release_schema()
    schema.private_data = _kept().keep(form, name, children, pointers)


def _fill_array(
    made: _Array, rows: int, nulls: int, buffers: Sequence[Any], children: Sequence[_Array]
) -> None:
    addresses = (c_void_p * len(buffers))(*map(_address, buffers))
    pointers = (POINTER(_Array) * len(children))(*map(pointer, children))
    ctypes.memset(ctypes.addressof(made), 0, ctypes.sizeof(_Array))
    made.length, made.null_count = rows, nulls
    made.n_buffers, made.buffers = len(buffers), addresses
    made.n_children, made.children = len(children), pointers
    made.release = _release_array()
    made.private_data = _kept().keep(buffers, addresses, children, pointers)


def _address(buffer: Any) -> int | None:
    return None if buffer is None else int(buffer.buffer_info()[0])


def _filled(column: Column) -> _Array:
    values = column.values
    nulls = sum(value is None for value in values)
    validity = _bits([value is not None for value in values]) if nulls else None
    made = _Array()
    _fill_array(made, len(values), nulls, [validity, *_BUFFERS[column.type](values)], [])
    return made


# --- the buffers ------------------------------------------------------------------------------


def _bits(flags: Sequence[bool]) -> array[int]:
    """A bit a flag, the lowest first; never empty, so that it has an address."""
    packed = bytearray(max(-(-len(flags) // 8), 1))
    for index, flag in enumerate(flags):
        packed[index >> 3] |= bool(flag) << (index & 7)
    return array("B", packed)


def _texts(values: Sequence[Any]) -> list[array[int]]:
    encoded = [(value or "").encode("utf-8", "replace") for value in values]
    offsets = array("i", [0, *itertools.accumulate(map(len, encoded))])
    return [offsets, array("B", b"".join(encoded) or b"\0")]


def _integers(values: Sequence[Any]) -> list[array[int]]:
    return [array("q", [value or 0 for value in values] or [0])]


def _numbers(values: Sequence[Any]) -> list[array[float]]:
    return [array("d", [0.0 if value is None else value for value in values] or [0.0])]


def _truths(values: Sequence[Any]) -> list[array[int]]:
    return [_bits([bool(value) for value in values])]


def _moments(values: Sequence[Any]) -> list[array[int]]:
    return [array("q", [0 if value is None else _microseconds(value) for value in values] or [0])]


def _microseconds(moment: datetime.datetime) -> int:
    if moment.tzinfo is not None:
        moment = moment.astimezone(datetime.UTC).replace(tzinfo=None)
    return (moment - _EPOCH) // datetime.timedelta(microseconds=1)


_BUFFERS: Final[dict[str, Callable[[Sequence[Any]], Sequence[Any]]]] = {
    "text": _texts,
    "integer": _integers,
    "number": _numbers,
    "truth": _truths,
    "moment": _moments,
    "local": _moments,
}
