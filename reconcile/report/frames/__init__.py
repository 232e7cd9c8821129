"""A Report in, tables out, which pandas, polars, DuckDB and others read without being needed."""

from reconcile.report.frames.frame import Frame as Frame
from reconcile.report.frames.rows import articles_frame as articles_frame
from reconcile.report.frames.rows import checks_frame as checks_frame
from reconcile.report.frames.rows import claims_frame as claims_frame
from reconcile.report.frames.rows import comparisons_frame as comparisons_frame
from reconcile.report.frames.rows import facts_frame as facts_frame
from reconcile.report.frames.rows import origins_frame as origins_frame
from reconcile.report.frames.rows import unchecked_frame as unchecked_frame
from reconcile.report.frames.rows import unmatched_frame as unmatched_frame
