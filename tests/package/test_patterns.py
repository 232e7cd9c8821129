"""Patterns that are compiled late do what those of ``re`` do."""

from __future__ import annotations

import pickle
import re

import pytest

from reconcile import patterns


@pytest.mark.parametrize(
    ("method", "arguments"),
    [
        ("search", ("a word",)),
        ("match", ("Word",)),
        ("fullmatch", ("no word",)),
        ("findall", ("one two",)),
        ("split", ("one, two",)),
        ("sub", ("-", "one, two")),
    ],
)
def test_every_method_does_what_that_of_re_does(method: str, arguments: tuple[str, ...]) -> None:
    late, early = (
        compiled(r"\w+d|\W+", re.IGNORECASE) for compiled in (patterns.compile, re.compile)
    )
    found, wanted = (getattr(each, method)(*arguments) for each in (late, early))
    assert getattr(found, "re", None) == getattr(wanted, "re", None)
    assert str(found) == str(wanted)


def test_a_late_pattern_has_the_fields_of_a_compiled_one() -> None:
    late = patterns.compile(r"(?P<year>\d{4})")
    assert late.pattern == r"(?P<year>\d{4})"
    assert dict(late.groupindex) == {"year": 1}
    assert pickle.loads(pickle.dumps(late)).findall("in 2026") == ["2026"]
    with pytest.raises(AttributeError):
        late.unknown  # type: ignore[attr-defined]  # noqa: B018


def test_an_ill_pattern_is_told_at_its_first_use() -> None:
    late = patterns.compile("(")
    with pytest.raises(re.error):
        late.search("")


def test_every_pattern_of_the_library_compiles() -> None:
    import importlib
    import pkgutil

    import reconcile

    for module in pkgutil.walk_packages(reconcile.__path__, "reconcile."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, patterns._Pattern):
                assert value.flags, name
