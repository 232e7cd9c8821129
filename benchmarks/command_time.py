"""How long ``reconcile compare seeds`` takes: in all, loading the parser, parsing, and the rest.

usage: python benchmarks/command_time.py [RUNS]

The whole is timed from outside, interpreter and exit included. Within that process, the loading of
spaCy with its pipeline and its work on the texts are timed apart, since they are the parser's; what
is left is ours. What of that is spent on or waiting for the language model, which ``--no-semantic``
leaves out, is told apart: where there is a second processor it reads while the parser loads.
Bytecode is cached, as an installer leaves it.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROJECT = Path(__file__).parents[1]
#: the command, with a clock around parser and language model; their times go to standard error
COMMAND = """
import sys, time
from reconcile import cli, semantic
from reconcile.claims import parse

loading = parsing = model = 0.0
load, read_ahead = parse.default_pipeline, semantic.read_ahead

def timed_load():
    global loading
    start = time.perf_counter()
    language = load()
    pipe = language.pipe
    language.pipe = lambda *texts, **options: timed_parse(pipe(*texts, **options))
    loading = time.perf_counter() - start
    return language

def timed_parse(docs):
    global parsing
    while True:
        start = time.perf_counter()
        doc = next(docs, None)
        parsing += time.perf_counter() - start
        if doc is None:
            return
        yield doc

def timed_ahead(articles):
    encode = timed(read_ahead)(articles)
    return lambda *given: timed(timed(encode)(*given))

def timed(work):
    def timed_work(*given):
        global model
        start = time.perf_counter()
        done = work(*given)
        model += time.perf_counter() - start
        return done
    return timed_work

def timed_run(arguments):
    try:
        return run(arguments)
    finally:
        print(loading, parsing, model, file=sys.stderr)

parse.default_pipeline, semantic.read_ahead = timed_load, timed_ahead
run, cli.run = cli.run, timed_run
cli.main()
"""
#: how long the import of the library takes, without the interpreter's own start
IMPORT = (
    "import time; start = time.perf_counter(); import reconcile; print(time.perf_counter() - start)"
)
NAMES = (
    "the command", "  loading the parser", "  parsing", "  ours", "    the language model",
    "    all else of ours",
)  # fmt: skip


def run_once(environment: dict[str, str]) -> tuple[float, ...]:
    """Seconds: the whole, loading the parser, parsing, the rest, the model, the rest without it."""
    arguments = [sys.executable, "-c", COMMAND, "compare", "seeds", "--fail-on", "never"]
    start = time.perf_counter()
    done = subprocess.run(
        arguments, cwd=PROJECT, env=environment, capture_output=True, text=True, check=True
    )
    whole = time.perf_counter() - start
    loading, parsing, model = map(float, done.stderr.split())
    ours = whole - loading - parsing
    return whole, loading, parsing, ours, model, ours - model


def time_import(environment: dict[str, str]) -> float:
    """Seconds that ``import reconcile`` takes."""
    done = subprocess.run(
        [sys.executable, "-c", IMPORT], env=environment, capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    with tempfile.TemporaryDirectory() as cache:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": cache}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        run_once(environment)
        imports = [time_import(environment) for _ in range(runs)]
        times = list(zip(*(run_once(environment) for _ in range(runs)), strict=True))
    print(f"{'':24}median   min   (s, {runs} runs)")
    for name, seconds in zip((*NAMES, "import reconcile"), (*times, imports), strict=True):
        print(f"{name:24}{statistics.median(seconds):6.3f} {min(seconds):6.3f}")


if __name__ == "__main__":
    main()
