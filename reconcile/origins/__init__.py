"""Articles to the reports that they stand on: copies, credits, and what a copy changed."""

from reconcile.origins.trace import Traced, trace_origins

__all__ = ["Traced", "trace_origins"]
