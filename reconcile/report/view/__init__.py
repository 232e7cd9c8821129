"""A Report in, its View out: what every page shows, in one order and in the same words."""

from reconcile.report.view.build import text_named as text_named
from reconcile.report.view.build import view_of as view_of
from reconcile.report.view.nouns import View as View
