"""Changes in, one HTML file out: no script, no network, in the look of the report."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from reconcile.report.changes.compare import Changes
from reconcile.report.changes.told import counts_of, parts_of
from reconcile.report.excerpts import one_line
from reconcile.report.html.page import policy_of
from reconcile.report.html.templates import render, style


def changes_to_page(changes: Changes, names: Sequence[str]) -> str:
    """The changes as a page that stands on its own; ``names`` are what the versions are called."""
    sheet = style("page.css")
    return render(
        "changes.html",
        names=[one_line(name) for name in names],
        counts=counts_of(changes),
        parts=parts_of(changes),
        style=Markup(sheet),
        policy=policy_of(sheet),
    )
