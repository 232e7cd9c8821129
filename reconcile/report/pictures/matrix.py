"""Facts by sources: who reports what, who leaves it out, and who stands against whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reconcile.records import frozen
from reconcile.report.pictures import svg

_ROW, _HEAD, _LABEL, _LEFT, _BELOW = 24.0, 64.0, 360.0, 14.0, 12.0
#: what a column takes at least and at most, and all of them together where they fit
_NARROWEST, _WIDEST, _TOGETHER = 60.0, 140.0, 420.0
_ABSENT: Final = "–"


@frozen
class Cell:
    """What one source says of a fact: its words, and how they stand to the others'; or nothing."""

    text: str = ""
    sign: str = ""
    tone: str = ""
    word: str = ""

    @property
    def is_silent(self) -> bool:
        return not self.tone


@frozen
class Row:
    """One fact, with a cell for each source."""

    title: str
    sign: str
    tone: str
    #: where the finding stands on the page
    target: str
    cells: tuple[Cell, ...]


@frozen(repr=False)
class Matrix:
    """Which of the facts each source reports."""

    #: letter and name of each source
    sources: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]

    title = "Who reports what"

    @property
    def told(self) -> str:
        """The picture in words."""
        return "; ".join(f"{row.title}: {self._row_told(row)}" for row in self.rows) + "."

    def _row_told(self, row: Row) -> str:
        said = [
            f"{letter} {cell.word or 'says nothing'}"
            for (letter, _), cell in zip(self.sources, row.cells, strict=True)
        ]
        return ", ".join(said)

    @property
    def _column(self) -> float:
        """How wide the column of a source is."""
        return min(max(_TOGETHER / max(len(self.sources), 1), _NARROWEST), _WIDEST)

    def to_svg(self, *, paper: bool = True) -> str:
        """The picture; without ``paper`` it takes the ground and colours of the page."""
        width = _LEFT + _LABEL + self._column * len(self.sources) + _LEFT
        height = _HEAD + _ROW * len(self.rows) + _BELOW
        body = [*self._head(), *self._rows(width)]
        return svg.picture(
            body, width=width, height=height, title=self.title, told=self.told, paper=paper
        )

    def _head(self) -> Iterator[str]:
        for index, (letter, name) in enumerate(self.sources):
            x = _LEFT + _LABEL + self._column * (index + 0.5)
            yield svg.words(letter, x, 24, font_weight="bold", text_anchor="middle")
            shown = svg.fit(name, self._column - 6, size=11)
            yield svg.words(shown, x, 42, "faint", font_size=11, text_anchor="middle")

    def _rows(self, width: float) -> Iterator[str]:
        for index, row in enumerate(self.rows):
            y = _HEAD + _ROW * index
            yield svg.element(
                "line", x1=_LEFT, x2=width - _LEFT, y1=y - 7, y2=y - 7, **svg.drawn("line")
            )
            yield svg.words(row.sign, _LEFT, y + 10, row.tone, font_weight="bold")
            yield svg.words(svg.fit(row.title, _LABEL - 30), _LEFT + 18, y + 10)
            for column, cell in enumerate(row.cells):
                yield self._cell(cell, _LEFT + _LABEL + self._column * (column + 0.5), y + 10)

    def _cell(self, cell: Cell, x: float, y: float) -> str:
        if cell.is_silent:
            return svg.words(_ABSENT, x, y, "faint", text_anchor="middle")
        said = f"“{cell.text}”: {cell.word}" if cell.text else cell.word
        told = svg.tip(said)
        dot = svg.words(cell.sign, x, y, cell.tone, text_anchor="middle", font_weight="bold")
        return svg.element("g", told + dot)

    def _repr_svg_(self) -> str:
        return self.to_svg()

    def __repr__(self) -> str:
        return f"<Matrix of {len(self.rows)} facts by {len(self.sources)} sources>"
