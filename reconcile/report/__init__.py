"""Findings in, reports out: the Report, and its forms as text, JSON and HTML."""

from reconcile.report.findings import CheckFinding as CheckFinding
from reconcile.report.findings import Finding as Finding
from reconcile.report.findings import Single as Single
from reconcile.report.quotes import Quote as Quote
from reconcile.report.report import Report as Report
