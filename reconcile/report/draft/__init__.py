"""A Report on a draft and its sources in, what stands behind each claim of the draft out."""

from reconcile.report.draft.review import ORDER as ORDER
from reconcile.report.draft.review import Review as Review
from reconcile.report.draft.review import Statement as Statement
from reconcile.report.draft.review import Status as Status
from reconcile.report.draft.review import review_of as review_of
