"""How many joint findings of story packs are made, and how many of those made are asked for.

usage: python -m benchmarks.joint PACKS... [--half odd|even] [--pickled FILE] [--verbose]

PACKS are folders of story packs, with their answer sheets. A finding meets one that is asked for
where it covers at least two of its mentions. ``--pickled`` is a file with {pack name: Report},
whose claims and facts are taken as they are; else every pack is read anew.
"""

from __future__ import annotations

import argparse
import json
import pickle
from pathlib import Path
from typing import Any

from benchmarks.sheets import add_pack_arguments, folders_of, start_of
from reconcile.checks.joint import check_jointly
from reconcile.model import Check
from reconcile.pipeline import compare

_COVERED = 2


def main() -> None:
    """Print precision and recall over the packs."""
    parser = argparse.ArgumentParser(description=__doc__)
    add_pack_arguments(parser)
    arguments = parser.parse_args()
    folders = folders_of(arguments.packs, arguments.half)
    kept = pickle.loads(arguments.pickled.read_bytes()) if arguments.pickled else {}
    asked = met = made = right = 0
    for folder in folders:
        sheet = json.loads((folder / "gold.json").read_text())
        report = kept.get(folder.name) or compare([folder])
        found = check_jointly(report.claims, report.aligned, report.articles)
        wanted = [_spans(item["mentions"], sheet, report) for item in sheet.get("joint", [])]
        hits = [[_meets(check, want) for want in wanted] for check in found]
        asked, made = asked + len(wanted), made + len(found)
        right += sum(any(row) for row in hits)
        met += sum(any(row[index] for row in hits) for index in range(len(wanted)))
        if arguments.verbose:
            _show(folder.name, sheet.get("joint", []), found, hits)
    print(f"asked for {asked}, met {met}: recall {met / max(asked, 1):.3f}")
    print(f"made {made}, right {right}: precision {right / max(made, 1):.3f}")


def _spans(mentions: list[Any], sheet: Any, report: Any) -> list[tuple[str, int, int]]:
    files = {source["id"]: Path(source["file"]).name for source in sheet["sources"]}
    articles = {Path(article.path).name: article for article in report.articles}
    spans = []
    for mention in mentions:
        article = articles[files[mention["source"]]]
        start = start_of(article.text, mention)
        spans.append((article.id, start, start + len(mention["quote"])))
    return spans


def _meets(check: Check, wanted: list[tuple[str, int, int]]) -> bool:
    covered = sum(
        any(
            cited.article == article and cited.start < end and start < cited.end
            for cited in check.citations
        )
        for article, start, end in wanted
    )
    return covered >= min(_COVERED, len(wanted))


def _show(name: str, asked: list[Any], found: tuple[Check, ...], hits: list[list[bool]]) -> None:
    for check, row in zip(found, hits, strict=True):
        print(f"{name} {'right' if any(row) else 'WRONG'} {check.rule}: {check.explanation}")
    for index, item in enumerate(asked):
        if not any(row[index] for row in hits):
            print(f"{name} missed: {item['why']}")


if __name__ == "__main__":
    main()
