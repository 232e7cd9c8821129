"""The Review of a draft in, one HTML file out: no script, no network, in the look of the report."""

from __future__ import annotations

from markupsafe import Markup

from reconcile.report.draft.review import Review
from reconcile.report.draft.view import view_of_review
from reconcile.report.html.page import policy_of
from reconcile.report.html.templates import render, style


def review_to_page(review: Review) -> str:
    """The whole review as a page that stands on its own."""
    sheet = style("page.css")
    shown = view_of_review(review)
    return render("review.html", view=shown, style=Markup(sheet), policy=policy_of(sheet))
