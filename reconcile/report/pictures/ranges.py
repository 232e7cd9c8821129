"""The readings of one fact, each a set on a line: a dot where it is a point, a bar where not."""

from __future__ import annotations

from reconcile.records import frozen
from reconcile.report.pictures.lanes import Group, Lane, draw


@frozen(repr=False)
class RangePlot:
    """What each source's words leave open, one under the other over one axis."""

    title: str
    kind: str
    #: the unit of the axis
    unit: str
    lanes: tuple[Lane, ...]
    #: what could not be drawn ("2 readings in another currency"), or ""
    left_out: str = ""

    @property
    def told(self) -> str:
        """The picture in words."""
        said = "; ".join(lane.told for lane in self.lanes)
        return f"{said}. {self.left_out}" if self.left_out else f"{said}."

    def to_svg(self, *, paper: bool = True) -> str:
        """The picture; without ``paper`` it takes the ground and colours of the page."""
        groups = [Group("", (lane,)) for lane in self.lanes]
        return draw(
            groups, kind=self.kind, unit=self.unit, title=self.title, told=self.told, paper=paper
        )

    def _repr_svg_(self) -> str:
        return self.to_svg()

    def __repr__(self) -> str:
        return f"<RangePlot of {self.title!r}: {len(self.lanes)} readings>"
