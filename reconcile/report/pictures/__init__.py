"""Readings in, pictures out: SVG text that needs nothing to be drawn, and says what it shows."""

from reconcile.report.pictures.lanes import Group as Group
from reconcile.report.pictures.lanes import Lane as Lane
from reconcile.report.pictures.matrix import Cell as Cell
from reconcile.report.pictures.matrix import Matrix as Matrix
from reconcile.report.pictures.matrix import Row as Row
from reconcile.report.pictures.ranges import RangePlot as RangePlot
from reconcile.report.pictures.timeline import Timeline as Timeline
