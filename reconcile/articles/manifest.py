"""A folder's sources.toml in, what it says of each file out; every fault is a ManifestError."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from reconcile.articles.assemble import Known
from reconcile.errors import ManifestError

MANIFEST_NAME: Final = "sources.toml"
_KEYS: Final = ("file", "publisher", "published", "url", "title")


def _table_of(path: Path) -> dict[str, Any]:
    import tomli

    try:
        return tomli.loads(path.read_bytes().decode("utf-8-sig"))
    except tomli.TOMLDecodeError as error:
        raise ManifestError(str(path), f"it is not valid TOML: {error}.") from None
    except UnicodeDecodeError:
        raise ManifestError(str(path), "it is not UTF-8; save it as UTF-8.") from None
    except OSError as error:
        raise ManifestError(str(path), f"it could not be read: {error.strerror}.") from None


def _published(value: object, path: Path, file: str) -> datetime.datetime | None:
    """A date of the manifest: RFC 3339, as a TOML date or a string; UTC where it has no offset."""
    if value is None:
        return None
    if isinstance(value, str):
        try:
            value = datetime.datetime.fromisoformat(value)
        except ValueError:
            reason = (
                f'published = "{value}" of {file} is not a date; '
                'write it as RFC 3339: "2025-06-11T15:12:00+09:00".'
            )
            raise ManifestError(str(path), reason) from None
    if isinstance(value, datetime.datetime):
        return value
    if isinstance(value, datetime.date):
        return datetime.datetime.combine(value, datetime.time())
    raise ManifestError(str(path), f"published = {value!r} of {file} is not a date.")


def _text(entry: Mapping[str, Any], key: str, path: Path, file: str) -> str | None:
    value = entry.get(key)
    if value is None or (isinstance(value, str) and value.strip()):
        return value
    raise ManifestError(str(path), f"{key} = {value!r} of {file} is not a text.")


def _entry(entry: object, number: int, path: Path) -> tuple[str, Known]:
    if not isinstance(entry, dict):
        raise ManifestError(str(path), f"source {number} is not a [[source]] table.")
    file = entry.get("file")
    if not isinstance(file, str) or not file:
        raise ManifestError(str(path), f'[[source]] number {number} has no file = "…".')
    unknown = sorted(set(entry) - set(_KEYS))
    if unknown:
        reason = f'"{unknown[0]}" of {file} is not a key; the keys are {", ".join(_KEYS)}.'
        raise ManifestError(str(path), reason)
    published = _published(entry.get("published"), path, file)
    return file, Known(
        published=published,
        published_from="manifest" if published is not None else "unknown",
        publisher=_text(entry, "publisher", path, file),
        url=_text(entry, "url", path, file),
        title=_text(entry, "title", path, file),
    )


def read_manifest(folder: Path) -> dict[str, Known]:
    """What a folder's ``sources.toml`` says of each file by name; empty where there is none.

    Raises ManifestError: bad TOML, an unknown key, a bad date, a file named twice or missing.
    """
    path = folder / MANIFEST_NAME
    if not path.is_file():
        return {}
    table = _table_of(path)
    strange = sorted(set(table) - {"source"})
    if strange:
        raise ManifestError(str(path), f'"{strange[0]}" is not known; write [[source]] tables.')
    entries = table.get("source", [])
    if not isinstance(entries, list):
        raise ManifestError(str(path), "source must be written as [[source]] tables.")
    known: dict[str, Known] = {}
    for number, entry in enumerate(entries, 1):
        file, what = _entry(entry, number, path)
        if file in known:
            raise ManifestError(str(path), f'file = "{file}" is named twice.')
        if Path(file).name != file:
            raise ManifestError(str(path), f'file = "{file}" must be a file of the same folder.')
        if not (folder / file).is_file():
            raise ManifestError(str(path), f'file = "{file}" is not in {folder}.')
        known[file] = what
    return known
