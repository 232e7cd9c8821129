"""How long a text of ten megabytes takes beside one of the packs' articles, stage by stage.

usage: python -m benchmarks.long_text [--no-semantic]

The long text is every plain article of the packs, again and again; what lies beyond the first
million characters is read and not parsed. Times are processor seconds of each stage, the memory is
the highest so far. The floor is the parser's own loading and its work on the same text.
"""

from __future__ import annotations

import argparse
import functools
import itertools
import resource
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import reconcile
from reconcile import pipeline
from reconcile.claims import parse

PACKS = Path(__file__).parent
CHARACTERS = 10_000_000
BESIDE = PACKS / "unseen-stories"
#: the stages, by the names that ``reconcile.pipeline`` calls them by
STAGES = {
    "gather": "reading ten megabytes",
    "extract_claims": "values, parse and claims of the first million characters",
    "load_encoder": "loading the language model",
    "align": "alignment, with it what the language model reads",
    "facts_of": "comparison",
    "trace_origins": "origins",
    "reason_jointly": "joint checks",
    "check_articles": "checks inside one article",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--no-semantic", action="store_true", help="without the language model")
    semantic = not parser.parse_args().no_semantic
    start = time.process_time()
    language = parse.default_pipeline()
    print(f"{'processor s':>12}{'MB':>7}  stage")
    _tell("loading the parser", time.process_time() - start)
    spent = dict.fromkeys(STAGES, 0.0)
    for name in STAGES:
        setattr(pipeline, name, _clocked(getattr(pipeline, name), name, spent))
    texts = [each.read_text("utf-8") for each in sorted(PACKS.glob("*stories/*/*.txt"))]
    with tempfile.TemporaryDirectory() as folder:
        long = Path(folder) / "long.txt"
        repeated = itertools.islice(itertools.cycle(texts), CHARACTERS // min(map(len, texts)))
        long.write_text("\n\n".join(repeated)[:CHARACTERS], "utf-8")
        beside = sorted(BESIDE.glob("*/*.txt"))[0]
        start = time.process_time()
        report = reconcile.compare([long, beside], semantic=semantic, pipeline=language)
        _tell("facts: all of the comparison", spent["facts_of"])
        _tell(f"all, {len(report.claims):,} claims", time.process_time() - start)
        start = time.process_time()
        written = report.to_json()
        _tell(f"JSON of {len(written):,} characters", time.process_time() - start)
    limit = reconcile.articles.LIMIT_CHARACTERS
    start = time.process_time()
    for _ in language.pipe("\n\n".join(texts * 2)[:limit].split("\n\n")):
        pass
    _tell("floor: the parser alone on a million characters", time.process_time() - start)


def _clocked(work: Callable[..., Any], name: str, spent: dict[str, float]) -> Callable[..., Any]:
    @functools.wraps(work)
    def clocked(*given: Any, **named: Any) -> Any:
        start = time.process_time()
        try:
            return work(*given, **named)
        finally:
            took = time.process_time() - start
            spent[name] += took
            if name != "facts_of":
                _tell(STAGES[name], took)

    return clocked


def _tell(stage: str, seconds: float) -> None:
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{seconds:12.1f}{memory:7,}  {stage}", flush=True)


if __name__ == "__main__":
    main()
