"""A class in, a frozen record out: the ``frozen`` of attrs, made in a fifth of the time.

attrs writes the methods of each class as text and compiles that at import, over a hundred times
for one command. How records are compared, hashed and shown follows from the names of their fields;
only ``__init__`` has to be written, and that is done when the first record of its class is made,
once for all classes whose fields are alike but for their names.
To attrs these records are its own: ``attrs.evolve`` and ``attrs.fields`` work on them.
"""

from __future__ import annotations

import functools
import operator
from collections.abc import Callable
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any, Final

from reconcile.tuples import NamedTuple

if TYPE_CHECKING:
    from attrs import define as define
    from attrs import evolve as evolve
    from attrs import field as field
    from attrs import frozen as frozen
else:

    def frozen(cls=None, /, **options):
        """The class as ``attrs.frozen`` makes it; of the options ``eq``, ``order`` and ``repr``.

        It has slots, and a ``__dict__`` only for a ``cached_property``. It cannot use ``super()``.
        """
        if cls is None:
            return functools.partial(frozen, **options)
        return _record(cls, **options)

    def define(cls):
        """The like of a class whose fields may be set again; it is equal to itself alone."""
        return _record(cls, eq=False, is_frozen=False)

    def field(**options):
        """A field with options: ``default`` or ``factory``, ``eq``, ``repr``, ``kw_only``."""
        return _Field(**options)

    def evolve(record, /, **changes):
        """The record with other values in some fields."""
        cls = type(record)
        values = dict(zip(cls.__arguments__, cls.__values__(record), strict=True))
        values.update(changes)
        return cls(**values)


_MISSING: Final = object()
_ORDERINGS: Final = ("__lt__", "__le__", "__gt__", "__ge__")
#: what Python sets on an error while that is raised
_SET_WHILE_RAISED: Final = {"__traceback__", "__context__", "__cause__", "__suppress_context__"}


class _Field(NamedTuple):
    """A field of a record: how it is filled, and what it counts for."""

    name: str = ""
    #: what ``__init__`` calls it
    argument: str = ""
    type: str = ""
    default: Any = _MISSING
    factory: Callable[[], Any] | None = None
    eq: bool = True
    repr: bool = True
    kw_only: bool = False


# --- the class ------------------------------------------------------------------------------------


def _record(
    cls: Any,
    *,
    eq: bool = True,
    order: bool = False,
    repr: bool = True,  # noqa: A002
    is_frozen: bool = True,
) -> Any:
    record = _slotted(cls, _own_fields(cls))
    record.__init__ = _Init(record)
    record.__attrs_attrs__ = _AttrsFields(record)
    if is_frozen:
        record.__setattr__ = record.__delattr__ = _refuse
    if not issubclass(cls, BaseException):
        record.__getstate__, record.__setstate__ = _state_of, _restore
        if eq:
            _compare(record, ("__eq__", *(_ORDERINGS if order else ())))
    if repr and "__repr__" not in vars(cls):
        _show(record)
    return record


def _own_fields(cls: Any) -> dict[str, _Field]:
    """The annotated names of the class itself."""
    found: dict[str, _Field] = {}
    own = vars(cls)
    for name, annotation in own.get("__annotations__", {}).items():
        if not str(annotation).startswith("ClassVar"):
            default = own.get(name, _MISSING)
            argument = name.lstrip("_")
            found[name] = (
                default._replace(name=name, argument=argument, type=annotation)
                if isinstance(default, _Field)
                else _Field(name, argument, annotation, default)
            )
    return found


def _slotted(cls: Any, own: dict[str, _Field]) -> Any:
    """The class made anew with slots for its own fields."""
    inherited = {each.name: each for each in getattr(cls, "__fields__", ())}
    fields = tuple((inherited | own).values())
    left_out = {"__dict__", "__weakref__", *own}
    namespace = {name: value for name, value in vars(cls).items() if name not in left_out}
    is_first = cls.__bases__ == (object,)
    has_caches = any(isinstance(each, functools.cached_property) for each in namespace.values())
    namespace["__slots__"] = (*own, *["__weakref__"] * is_first, *["__dict__"] * has_caches)
    namespace["__fields__"] = fields
    namespace["__arguments__"] = tuple(each.argument for each in fields)
    namespace["__values__"] = staticmethod(_all_of([each.name for each in fields]))
    namespace["__match_args__"] = tuple(each.name for each in fields if not each.kw_only)
    return type(cls)(cls.__name__, cls.__bases__, namespace)


def _refuse(self: object, name: str, *value: object) -> None:
    if isinstance(self, BaseException) and name in _SET_WHILE_RAISED:
        BaseException.__setattr__(self, name, *value)
        return
    from attrs.exceptions import FrozenInstanceError

    raise FrozenInstanceError


def _state_of(self: Any) -> tuple[Any, ...]:
    return tuple(getattr(self, each.name) for each in self.__fields__)


def _restore(self: Any, state: tuple[Any, ...]) -> None:
    for each, value in zip(self.__fields__, state, strict=True):
        object.__setattr__(self, each.name, value)


# --- how a record is made -------------------------------------------------------------------------


class _Init:
    """Stands for the ``__init__`` of a record, which is written when it is first asked for."""

    def __init__(self, record: Any) -> None:
        self._record = record

    def __get__(self, instance: object, owner: type) -> Any:
        written = self._record.__init__ = _written_init(self._record)
        return written.__get__(instance, owner)


def _written_init(record: Any) -> Any:
    fields = record.__fields__
    positional = [each for each in fields if not each.kw_only]
    named = [each for each in fields if each.kw_only]
    code = _code(
        tuple(each.factory is not None for each in positional),
        tuple(each.factory is not None for each in named),
        is_error=issubclass(record, BaseException),
    )
    arguments = [each.argument for each in (*positional, *named)]
    known: dict[str, Any] = {"missing": _MISSING}
    for at, each in enumerate((*positional, *named)):
        known[f"set_{at}"] = getattr(record, each.name).__set__
        known[f"make_{at}"] = each.factory
    init = FunctionType(code.replace(co_varnames=("self", *arguments)), known, "__init__")
    init.__defaults__ = tuple(_default(each) for each in positional if _may_be_left_out(each))
    init.__kwdefaults__ = {e.argument: _default(e) for e in named if _may_be_left_out(e)}
    init.__qualname__ = f"{record.__qualname__}.__init__"
    init.__annotations__ = {**{each.argument: each.type for each in fields}, "return": "None"}
    return init


@functools.cache
def _code(positional: tuple[bool, ...], named: tuple[bool, ...], *, is_error: bool) -> CodeType:
    """The code for fields of which some have a factory, under names of no meaning."""
    made = (*positional, *named)
    names = [f"item_{at}" for at in range(len(made))]
    parameters = [*names[: len(positional)], *(["*"] if named else []), *names[len(positional) :]]
    lines = [
        f"    set_{at}(self, make_{at}() if {name} is missing else {name})"
        if is_made
        else f"    set_{at}(self, {name})"
        for at, (name, is_made) in enumerate(zip(names, made, strict=True))
    ]
    if is_error:
        lines.append(f"    BaseException.__init__(self, {', '.join(names)})")
    known: dict[str, Any] = {}
    exec(
        "\n".join((f"def __init__({', '.join(('self', *parameters))}):", *lines, "    pass")), known
    )
    code: CodeType = known["__init__"].__code__
    return code


def _may_be_left_out(each: _Field) -> bool:
    return each.factory is not None or each.default is not _MISSING


def _default(each: _Field) -> Any:
    return _MISSING if each.factory is not None else each.default


class _AttrsFields:
    """Stands for the fields as attrs knows them, and imports attrs when they are asked for."""

    def __init__(self, record: Any) -> None:
        self._record = record

    def __get__(self, instance: object, owner: type) -> Any:
        import attrs

        fields = {each.name: _attrs_field(each) for each in self._record.__fields__}
        known = attrs.make_class(self._record.__name__, fields)
        self._record.__attrs_attrs__ = attrs.fields(known)
        return self._record.__attrs_attrs__


def _attrs_field(each: _Field) -> Any:
    import attr

    filled = {} if each.default is _MISSING else {"default": each.default}
    if each.factory is not None:
        filled = {"factory": each.factory}
    return attr.ib(**filled, eq=each.eq, repr=each.repr, kw_only=each.kw_only, type=each.type)


# --- how records are compared and shown -----------------------------------------------------------


def _compare(record: Any, relations: tuple[str, ...]) -> None:
    """Let records of one class be compared and hashed by their fields.

    A class that says itself how its records are hashed is taken at its word.
    """
    values = _values_of([each.name for each in record.__fields__ if each.eq])
    for name in relations:
        setattr(record, name, _comparison(values, getattr(operator, name)))
    if "__hash__" not in vars(record):
        record.__hash__ = lambda self: hash(values(self))


def _all_of(names: list[str]) -> Callable[[object], Any]:
    """The values of these fields, as a tuple however many they are."""
    if len(names) == 1:
        return lambda record: (getattr(record, names[0]),)
    return _values_of(names)


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
    names = [each.name for each in record.__fields__ if each.repr]

    def show(self: object) -> str:
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{type(self).__qualname__.rpartition('>.')[2]}({shown})"

    record.__repr__ = show
