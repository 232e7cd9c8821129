"""The nearest pyproject.toml in, what its ``[tool.reconcile]`` says of options out.

A key of the table holds for every command that takes the option; a key of a command's own table,
``[tool.reconcile.check]``, for that command, and wins. The command line wins over both.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import click

from reconcile.errors import ConfigurationError
from reconcile.tuples import NamedTuple

FILE_NAME: Final = "pyproject.toml"
_TABLE: Final = "tool.reconcile"
#: options that say what one run is about: they may stand in a command's own table only
_OWN: Final = frozenset(("output", "draft", "reason"))

Options = Mapping[str, click.Option]


class Configuration(NamedTuple):
    """The table and the file that it stands in."""

    path: Path
    table: Mapping[str, Any]


def find_configuration(folder: Path) -> Configuration | None:
    """The table of the nearest pyproject.toml that has one, from this folder upward.

    Raises ConfigurationError where such a file cannot be read.
    """
    for parent in (folder, *folder.parents):
        path = parent / FILE_NAME
        try:
            data = path.read_bytes()
        except OSError:
            continue
        if b"reconcile" in data:  # most files of this name are not about us: do not read TOML
            table = _table_of(data, path)
            if table is not None:
                return Configuration(path, table)
    return None


def _table_of(data: bytes, path: Path) -> Mapping[str, Any] | None:
    import tomli

    try:
        tool = tomli.loads(data.decode("utf-8-sig")).get("tool", {})
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigurationError(str(path), f"it is not TOML: {error}") from error
    table = tool.get("reconcile") if isinstance(tool, dict) else None
    if table is not None and not isinstance(table, dict):
        raise ConfigurationError(str(path), f"[{_TABLE}] is not a table")
    return table


def defaults_of(
    configuration: Configuration, commands: Mapping[str, click.Command]
) -> dict[str, dict[str, Any]]:
    """What each command takes for options that are not given; raises ConfigurationError."""
    options = {name: _options_of(command) for name, command in commands.items()}
    tables = {key: each for key, each in configuration.table.items() if key in options}
    shared = {key: each for key, each in configuration.table.items() if key not in options}
    _check_shared(configuration.path, shared, options)
    return {
        name: {
            **dict(_shared_values(configuration.path, shared, known)),
            **dict(_own_values(configuration.path, name, tables.get(name, {}), known)),
        }
        for name, known in options.items()
    }


def _options_of(command: click.Command) -> dict[str, click.Option]:
    """The options of a command by the names that they have in the file."""
    listed = (each for each in command.params if isinstance(each, click.Option))
    return {_spelling(option): option for option in listed}


def _spelling(option: click.Option) -> str:
    return max(option.opts, key=len).lstrip("-")


def _check_shared(path: Path, shared: Mapping[str, Any], options: Mapping[str, Options]) -> None:
    """Raise where no command takes the option, or none takes the value."""
    every = {key for known in options.values() for key in known} - _OWN
    for key, value in shared.items():
        if key not in every:
            raise _unknown(path, _TABLE, key, [*sorted(every), *options], options)
        refused = [_refusal(path, known[key], value) for known in options.values() if key in known]
        if all(refused):
            raise ConfigurationError(str(path), f"[{_TABLE}] {key}: {refused[0]}")


def _unknown(
    path: Path, table: str, key: str, known: Iterable[str], options: Mapping[str, Options]
) -> ConfigurationError:
    own = [name for name, each in options.items() if key in each]
    in_own = (
        f"it may stand in a command's own table only, such as [{_TABLE}.{own[0]}]" if own else ""
    )
    where = in_own or f"known are {', '.join(known)}"
    return ConfigurationError(str(path), f"[{table}] has no key {key!r}: {where}")


def _shared_values(
    path: Path, shared: Mapping[str, Any], known: Options
) -> Iterator[tuple[str, Any]]:
    for key, value in shared.items():
        if key in known and not _refusal(path, known[key], value):
            yield str(known[key].name), _value(path, known[key], value)


def _own_values(path: Path, name: str, table: Any, known: Options) -> Iterator[tuple[str, Any]]:
    here = f"{_TABLE}.{name}"
    if not isinstance(table, dict):
        raise ConfigurationError(str(path), f"[{here}] is not a table")
    for key, value in table.items():
        if key not in known:
            raise _unknown(path, here, key, sorted(known), {})
        refused = _refusal(path, known[key], value)
        if refused:
            raise ConfigurationError(str(path), f"[{here}] {key}: {refused}")
        yield str(known[key].name), _value(path, known[key], value)


def _refusal(path: Path, option: click.Option, value: Any) -> str:
    """Why the option does not take the value, or ""."""
    context = click.Context(click.Command("reconcile"))
    try:
        converted = option.type_cast_value(context, _value(path, option, value))
        if option.callback is not None:
            option.callback(context, option, converted)
    except click.BadParameter as error:
        return error.message.rstrip(".")
    except (TypeError, ValueError):
        return f"{value!r} is no value for it"
    return ""


def _value(path: Path, option: click.Option, value: Any) -> Any:
    """The value as it would stand on the command line; paths count from the file's folder."""
    if isinstance(value, dict) and option.multiple:
        return [f"{key}={_as_words(each)}" for key, each in value.items()]
    if option.multiple and not isinstance(value, list):
        raise ValueError(value)
    if isinstance(option.type, click.Path) and isinstance(value, str) and value != "-":
        return str(_from_here(path.parent, value))
    if not option.multiple and isinstance(value, (list, dict)):
        raise ValueError(value)
    if isinstance(value, bool) != option.is_flag:
        raise ValueError(value)
    return value


def _from_here(folder: Path, written: str) -> Path:
    return Path(written) if folder == Path.cwd() else folder / written


def _as_words(value: Any) -> str:
    dated = isinstance(value, (datetime.date, datetime.datetime))
    return value.isoformat() if dated else str(value)
