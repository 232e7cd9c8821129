"""Two versions of a report in, what appeared, vanished and changed between them out."""

from reconcile.report.changes.compare import Change as Change
from reconcile.report.changes.compare import Changes as Changes
from reconcile.report.changes.compare import changes_between as changes_between
from reconcile.report.changes.entries import Entry as Entry
from reconcile.report.changes.entries import Said as Said
from reconcile.report.changes.entries import entries_of as entries_of
from reconcile.report.changes.versions import changes_of_article as changes_of_article
