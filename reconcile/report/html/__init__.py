"""A Report in, HTML out: a page of its own, and what a notebook shows; no script, all escaped."""

from reconcile.report.html.notebook import report_to_html as report_to_html
from reconcile.report.html.page import report_to_page as report_to_page
