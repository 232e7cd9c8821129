"""Changes and the name of a form in, text out: the forms that there are, and who asks for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from reconcile.report.changes.compare import Changes
from reconcile.tuples import NamedTuple


class Form(NamedTuple):
    """One way to write changes down."""

    write: Callable[[Changes, Sequence[str]], str]
    #: endings of file names that ask for it
    endings: tuple[str, ...]


# Each writer imports what it needs when it is called, so that nobody pays for a form not asked for.


def _text(changes: Changes, names: Sequence[str]) -> str:
    from reconcile.report.changes.page import changes_to_text

    return changes_to_text(changes, names)


def _json(changes: Changes, names: Sequence[str]) -> str:
    from reconcile.report.changes.json import changes_to_json

    return changes_to_json(changes, names)


def _markdown(changes: Changes, names: Sequence[str]) -> str:
    from reconcile.report.changes.markdown import changes_to_markdown

    return changes_to_markdown(changes, names)


def _html(changes: Changes, names: Sequence[str]) -> str:
    from reconcile.report.html.changes import changes_to_page

    return changes_to_page(changes, names)


FORMS: Final[dict[str, Form]] = {
    "text": Form(_text, (".txt",)),
    "json": Form(_json, (".json",)),
    "markdown": Form(_markdown, (".md", ".markdown")),
    "html": Form(_html, (".html", ".htm")),
}
