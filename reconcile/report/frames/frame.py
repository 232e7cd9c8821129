"""Columns in, a table out: its rows as dicts, as an Arrow stream, or as a data frame."""

from __future__ import annotations

import importlib
from typing import Any, Literal

from reconcile.records import field, frozen

#: text, whole number, number, truth, a moment in UTC, or a moment on the local calendar
ColumnType = Literal["text", "integer", "number", "truth", "moment", "local"]
#: what a notebook shows of a long table
_SHOWN_ROWS = 60


@frozen
class Column:
    """A name, what the values are, and the values; ``None`` is a value that is missing."""

    name: str
    type: ColumnType
    values: tuple[Any, ...] = field(repr=False)


@frozen(repr=False)
class Frame:
    """A table of a report.

    It speaks the Arrow C stream protocol, so that ``pyarrow.table(frame)``,
    ``polars.DataFrame(frame)`` and DuckDB take it as it is; ``to_pandas`` and ``to_polars`` need
    those libraries, ``to_records`` needs none.
    """

    name: str
    columns: tuple[Column, ...]

    def __len__(self) -> int:
        return len(self.columns[0].values)

    def to_records(self) -> list[dict[str, Any]]:
        """The rows as dicts."""
        names = [column.name for column in self.columns]
        rows = zip(*(column.values for column in self.columns), strict=True)
        return [dict(zip(names, row, strict=True)) for row in rows]

    def to_pandas(self) -> Any:
        """The table as a ``pandas.DataFrame``; raises ModuleNotFoundError without pandas."""
        pandas = importlib.import_module("pandas")
        types = {"integer": "Int64", "number": "float64", "truth": "boolean"}
        return pandas.DataFrame(
            {
                column.name: _moments(pandas, column)
                if column.type in ("moment", "local")
                else pandas.Series(list(column.values), dtype=types.get(column.type, "object"))
                for column in self.columns
            }
        )

    def to_polars(self) -> Any:
        """The table as a ``polars.DataFrame``; raises ModuleNotFoundError without polars."""
        return importlib.import_module("polars").DataFrame(self)

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The table as a PyCapsule that holds an Arrow C stream of one batch."""
        from reconcile.report.frames.arrow import stream

        return stream(self.columns, len(self))

    def __repr__(self) -> str:
        return f"<Frame of {self.name}: {len(self)} rows, {len(self.columns)} columns>"

    def _repr_html_(self) -> str:
        from reconcile.report.html.notebook import frame_to_html

        names = [column.name for column in self.columns]
        rows = list(zip(*(column.values for column in self.columns), strict=True))
        return frame_to_html(repr(self)[1:-1], names, rows[:_SHOWN_ROWS], len(rows))


def _moments(pandas: Any, column: Column) -> Any:
    """Moments without a zone may lie further off than pandas' own can: those stay as they are."""
    if column.type == "moment":
        return pandas.to_datetime(pandas.Series(list(column.values)), utc=True)
    return pandas.Series(list(column.values), dtype="object")
