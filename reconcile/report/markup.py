"""Article text in, Markdown that shows just that text out: nothing of it works as markup.

GitHub makes links of names, numbers and addresses, and pictures of words between colons, after
the Markdown is rendered: a space of no width keeps them apart. A dollar sign stands in an element
of its own, or two of them would make a formula.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from reconcile import patterns
from reconcile.report.excerpts import one_line
from reconcile.report.places import as_uri

#: what is markup somewhere within a line
_MARKUP: Final = patterns.compile(r"[\\`*_\[\]<>#|~&@]|:(?=//|[A-Za-z+_-])")
_LINKED: Final = patterns.compile(
    r"(?<=\\[@#])(?=\w)|(?<=\\:)(?=[A-Za-z+_\\-])|(?<=www)(?=\.)", re.IGNORECASE
)
_NO_WIDTH: Final = "&#8203;"


def as_text(text: str) -> str:
    """Markdown for a text, to stand within a line: not where a line begins."""
    return _escaped(one_line(text))


def with_bold(parts: Iterable[tuple[str, bool]]) -> str:
    """Markdown for stretches of a text that is on one line already; some of them are bold."""
    return "".join(f"<b>{_escaped(part)}</b>" if bold else _escaped(part) for part, bold in parts)


def as_link(text: str, address: str) -> str:
    """Markdown for a link to an address."""
    return f"[{as_text(text)}](<{as_uri(address)}>)"


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> list[str]:
    """The lines of a table; the cells are Markdown without line breaks."""
    heads = list(heads)
    return [_row(heads), _row(["---"] * len(heads)), *(_row(row) for row in rows)]


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _escaped(text: str) -> str:
    marked = _LINKED.sub(_NO_WIDTH, _MARKUP.sub(r"\\\g<0>", text))
    return marked.replace("$", "<span>$</span>")
