"""What every part of a terminal page needs: its width, and a letter for each article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from rich.text import Text

from reconcile.report.excerpts import excerpt, one_line
from reconcile.report.fingerprints import SHOWN_DIGITS
from reconcile.report.layout import cut, hang
from reconcile.report.quotes import Quote
from reconcile.tuples import NamedTuple


class Page(NamedTuple):
    """How wide the page is, which letter stands for which article, and what was accepted."""

    width: int
    #: by the article's id
    letters: Mapping[str, str]
    #: the reasons by the id of the finding
    accepted: Mapping[str, str] = MappingProxyType({})


def in_context(quotes: Sequence[Quote], width: int) -> Text:
    """The words at issue in what fits of their sentence."""
    first = quotes[0]
    spans = [(each.start, each.end) for each in quotes]
    text = Text("“", style="dim")
    for words, at_issue in excerpt(first.sentence, first.sentence_span.start, spans, width=width):
        text.append(words, style="not dim bold" if at_issue else "")
    text.append("”")
    return text


def with_id(heading: Text, fingerprint: str, page: Page) -> Text:
    """A heading with what ``reconcile accept`` takes behind it."""
    sign = Text(f"  {fingerprint[:SHOWN_DIGITS]}", style="dim")
    return cut(heading, page.width - sign.cell_len).append_text(sign)


def accepted_lines(finding: str, page: Page) -> list[Text]:
    """Why the finding with this id was accepted, where it was."""
    reason = page.accepted.get(finding)
    if reason is None:
        return []
    return hang(Text("  ✓ ", style="bold green"), Text(f"accepted: {one_line(reason)}"), page.width)
