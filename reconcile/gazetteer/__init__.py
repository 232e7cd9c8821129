"""Names of places in, the places that they can stand for and how those lie to each other out.

Towns, regions and countries are those of GeoNames (https://www.geonames.org), licence CC BY 4.0;
``SOURCE.md`` beside the file says what was taken.
"""

from __future__ import annotations

from reconcile.gazetteer.geography import (
    Relation,
    are_apart,
    kilometres,
    radius_kilometres,
    relation,
)
from reconcile.gazetteer.keys import key_of
from reconcile.gazetteer.naming import places_named
from reconcile.gazetteer.numbers import Point
from reconcile.gazetteer.places import COUNTRY, Place, Unit
from reconcile.gazetteer.store import holders

__all__ = [
    "COUNTRY",
    "Place",
    "Point",
    "Relation",
    "Unit",
    "are_apart",
    "holders",
    "key_of",
    "kilometres",
    "places_named",
    "radius_kilometres",
    "relation",
]
