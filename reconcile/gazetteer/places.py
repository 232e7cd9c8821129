"""What a name can stand for: units of the world, and places in them."""

from __future__ import annotations

from reconcile.gazetteer.numbers import Point
from reconcile.records import frozen

CONTINENT, COUNTRY, REGION, DISTRICT = range(4)


@frozen
class Unit:
    """A continent, country, region or district."""

    name: str
    #: ``CONTINENT``, ``COUNTRY``, ``REGION`` or ``DISTRICT``
    level: int
    #: its own number, and the first one behind all that lie in it
    first: int
    end: int
    #: the middle of its towns
    centre: Point


@frozen
class Place:
    """One place that a name can stand for: units, or a town in one."""

    #: one, but for a region that is none of its own ("Scandinavia")
    units: tuple[Unit, ...]
    #: how many people live there, on a scale on which two steps are ten times as many
    size: int
    #: where it lies, of a town only
    point: Point | None = None

    @property
    def is_town(self) -> bool:
        return self.point is not None

    @property
    def is_country(self) -> bool:
        return not self.is_town and len(self.units) == 1 and self.units[0].level == COUNTRY
