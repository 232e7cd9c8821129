"""Changes in, JSON out: see ``docs/diff.md``; the same changes give the same bytes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final

from reconcile.report.changes.compare import Changes
from reconcile.report.changes.entries import Entry

#: raised by one when a field changes its meaning or goes; new fields do not raise it
SCHEMA_VERSION: Final = 1


def changes_to_json(changes: Changes, names: Sequence[str]) -> str:
    """All changes as indented JSON that ends with a newline."""
    data = {
        "schema_version": SCHEMA_VERSION,
        "old": names[0],
        "new": names[1],
        "appeared": [_entry(each) for each in changes.appeared],
        "changed": [{"old": _entry(each.old), "new": _entry(each.new)} for each in changes.changed],
        "vanished": [_entry(each) for each in changes.vanished],
        "unchanged": changes.unchanged,
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "sort": entry.tone if entry.title else "single",
        "kind": entry.kind,
        "title": entry.title,
        "explanation": entry.explanation,
        "statements": [
            {"source": said.source, "text": said.text, "reading": said.reading or None}
            for said in entry.said
        ],
    }
