"""The dated facts of a report, one a row, with the day that each source gives."""

from __future__ import annotations

from reconcile.records import frozen
from reconcile.report.pictures import svg
from reconcile.report.pictures.lanes import Group, draw


@frozen(repr=False)
class Timeline:
    """When what happened, according to whom."""

    #: a fact each, earliest first
    groups: tuple[Group, ...]
    #: dates that lie far from the others, in words
    left_out: tuple[str, ...] = ()

    title = "Timeline: when what happened, according to whom"

    @property
    def told(self) -> str:
        """The picture in words."""
        said = [
            f"{group.title}: {', '.join(f'{each.letters} {each.reading}' for each in group.lanes)}"
            for group in self.groups
        ]
        return "; ".join([*said, *self.left_out]) + "."

    def to_svg(self, *, paper: bool = True) -> str:
        """The picture; without ``paper`` it takes the ground and colours of the page."""
        if not self.groups:
            body = [svg.words("no dates that two sources give", 14, 26, "faint")]
            return svg.picture(
                body, width=720, height=44, title=self.title, told="No dates.", paper=paper
            )
        return draw(
            self.groups, kind="date", unit="", title=self.title, told=self.told, paper=paper
        )

    def _repr_svg_(self) -> str:
        return self.to_svg()

    def __repr__(self) -> str:
        many = len(self.groups)
        return f"<Timeline of {many} fact{'' if many == 1 else 's'}>"
