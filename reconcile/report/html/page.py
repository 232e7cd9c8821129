"""A Report in, one HTML file out: no script, no network, for screen, paper and screen reader."""

from __future__ import annotations

import base64
import hashlib

from markupsafe import Markup

from reconcile.report.html.templates import render, style
from reconcile.report.report import Report
from reconcile.report.view import view_of


def report_to_page(report: Report) -> str:
    """The whole report as a page that stands on its own."""
    sheet = style("page.css")
    return render("page.html", view=view_of(report), style=Markup(sheet), policy=policy_of(sheet))


def policy_of(sheet: str) -> str:
    """What a browser may load and run for the page: this one style sheet and nothing else."""
    digest = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
