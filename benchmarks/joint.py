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

from reconcile.checks.joint import check_jointly
from reconcile.model import Check

_COVERED = 2


def main() -> None:
    """Print precision and recall over the packs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("packs", nargs="+", type=Path)
    parser.add_argument("--half", choices=("odd", "even"), help="every other pack, by name")
    parser.add_argument("--pickled", type=Path)
    parser.add_argument("--verbose", action="store_true")
    arguments = parser.parse_args()
    folders = sorted(path.parent for each in arguments.packs for path in each.glob("*/gold.json"))
    if arguments.half:
        folders = folders[0 if arguments.half == "odd" else 1 :: 2]
    kept = pickle.loads(arguments.pickled.read_bytes()) if arguments.pickled else {}
    asked = met = made = right = 0
    for folder in folders:
        sheet = json.loads((folder / "gold.json").read_text())
        report = kept.get(folder.name) or _read(folder)
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


def _read(folder: Path) -> Any:
    import shutil
    import tempfile

    from reconcile.pipeline import compare

    with tempfile.TemporaryDirectory() as temporary:
        copy = Path(temporary) / folder.name
        shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("gold.json"))
        return compare([copy])


def _spans(mentions: list[Any], sheet: Any, report: Any) -> list[tuple[str, int, int]]:
    files = {source["id"]: Path(source["file"]).name for source in sheet["sources"]}
    articles = {Path(article.path).name: article for article in report.articles}
    spans = []
    for mention in mentions:
        article, start = articles[files[mention["source"]]], -1
        for _ in range(mention.get("occurrence", 1)):
            start = article.text.find(mention["quote"], start + 1)
        if start >= 0:
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
