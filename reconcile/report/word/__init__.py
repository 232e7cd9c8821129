"""A Report in, Word documents out: a report of its own, or comments in the editor's draft."""

from reconcile.report.word.comments import Comment as Comment
from reconcile.report.word.comments import comment_on as comment_on
from reconcile.report.word.comments import comments_of as comments_of
from reconcile.report.word.document import report_to_word as report_to_word
