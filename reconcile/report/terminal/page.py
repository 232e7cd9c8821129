"""What every part of a terminal page needs: its width, and a letter for each article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rich.text import Text

from reconcile.report.excerpts import excerpt
from reconcile.report.quotes import Quote


class Page(NamedTuple):
    """How wide the page is, and which letter stands for which article."""

    width: int
    #: by the article's id
    letters: Mapping[str, str]


def in_context(quotes: Sequence[Quote], width: int) -> Text:
    """The words at issue in what fits of their sentence."""
    first = quotes[0]
    spans = [(each.start, each.end) for each in quotes]
    text = Text("“", style="dim")
    for words, at_issue in excerpt(first.sentence, first.sentence_span.start, spans, width=width):
        text.append(words, style="not dim bold" if at_issue else "")
    text.append("”")
    return text
