"""How long ``reconcile compare seeds`` takes, in all and without loading the parser.

usage: python benchmarks/command_time.py [RUNS]
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

PROJECT = Path(__file__).parents[1]
COMMAND = [sys.executable, "-c", "from reconcile.cli import main; main()"]
#: in a process of its own: seconds to load the parser, to compare after that, and to print
INSIDE = """
import io, time
start = time.perf_counter()
from reconcile.claims.parse import default_pipeline
default_pipeline()
loaded = time.perf_counter()
import reconcile
from rich.console import Console
from reconcile.report.text import print_report
report = reconcile.compare("seeds")
compared = time.perf_counter()
print_report(report, Console(file=io.StringIO(), width=80))
printed = time.perf_counter()
print(loaded - start, compared - loaded, printed - compared)
"""


def whole_seconds() -> float:
    """The command as a user meets it, from a warm file cache."""
    start = time.perf_counter()
    arguments = [*COMMAND, "compare", "seeds", "--fail-on", "never"]
    subprocess.run(arguments, cwd=PROJECT, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def inner_seconds() -> tuple[float, ...]:
    """Loading the parser, comparing, printing."""
    arguments = [sys.executable, "-c", INSIDE]
    done = subprocess.run(arguments, cwd=PROJECT, capture_output=True, text=True, check=True)
    return tuple(map(float, done.stdout.split()))


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    whole_seconds()
    whole = [whole_seconds() for _ in range(runs)]
    inner = list(zip(*(inner_seconds() for _ in range(runs)), strict=True))
    print(f"{'':24}median   min   (s, {runs} runs)")
    names = ("the command", "loading the parser", "comparing", "printing")
    for name, seconds in zip(names, [whole, *inner], strict=True):
        print(f"{name:24}{statistics.median(seconds):6.2f}{min(seconds):6.2f}")


if __name__ == "__main__":
    main()
