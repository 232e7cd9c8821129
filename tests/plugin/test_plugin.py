"""The plugin as a desk meets it: what is collected, what fails with which note, what is told."""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ElementTree

import pytest

SUITE = """\
[sources]
paths = ["wire.txt", "ledger.txt"]

[[expect]]
claim = "the toll is at least 31"

[[expect]]
claim = "31 passengers were killed"
id = "toll"
note = "The coast guard's list."

[[expect]]
claim = "Marlow Lines pays $3.5 million"
source = "Coast Wire"
"""
ACCEPTED = """
[[accept]]
about = "killed"
says = { wire = "31 passengers", ledger = "33 people" }
reason = "The ledger counts two of the crew."
"""


def write(desk: pytest.Pytester, text: str) -> None:
    (desk.path / "ferry.claims.toml").write_text(text, encoding="utf-8")


def test_a_claims_file_is_collected_with_stable_ids(desk: pytest.Pytester) -> None:
    write(desk, SUITE + ACCEPTED)
    result = desk.runpytest_inprocess("--collect-only", "-q")
    result.stdout.fnmatch_lines(
        [
            "ferry.claims.toml::consistent",
            "ferry.claims.toml::the toll is at least 31",
            "ferry.claims.toml::toll",
            "ferry.claims.toml::Marlow Lines pays $3.5 million",
            "ferry.claims.toml::accepted",
        ]
    )


def test_a_failure_reads_like_a_note(desk: pytest.Pytester) -> None:
    write(desk, SUITE)
    result = desk.runpytest_inprocess()
    result.assert_outcomes(passed=2, failed=2)
    result.stdout.fnmatch_lines(
        [
            "*ferry.claims.toml: consistent*",
            "conflict between the sources: *",
            "  wire.txt:3  Coast Wire",
            "      “31 passengers”",
            "  ledger.txt:3  Marlow Ledger",
            "      “33 passengers”",
            "  why: *cannot both be true*",
            "  gap: 2 (6.1 percent)",
            '  to accept it: reconcile accept * ferry.claims.toml --reason "…"',
            "*ferry.claims.toml: toll*",
            "expectation not met: “31 passengers were killed”",
            "  ledger.txt:3  Marlow Ledger",
            "  note: The coast guard's list.",
        ]
    )
    assert "Traceback" not in result.stdout.str()


def test_the_run_ends_with_what_was_checked(desk: pytest.Pytester) -> None:
    write(desk, SUITE + ACCEPTED)
    result = desk.runpytest_inprocess()
    result.assert_outcomes(passed=4, failed=1)
    result.stdout.fnmatch_lines(
        [
            "*facts checked*",
            "ferry.claims.toml: 2 sources, * 0 open, 1 accepted, 2 of 3 expectations met",
            "  accepted * The ledger counts two of the crew.",
        ]
    )


def test_an_acceptance_that_covers_nothing_fails(desk: pytest.Pytester) -> None:
    write(desk, SUITE + ACCEPTED.replace("33", "34"))
    result = desk.runpytest_inprocess("-k", "consistent or accepted")
    result.assert_outcomes(failed=2, deselected=3)
    result.stdout.fnmatch_lines(
        [
            "stale acceptance: killed: wire “31 passengers”, ledger “34 people”",
            "  why: It was accepted, and no finding matches it any more*",
            "  to settle it: take the entry out of ferry.claims.toml:1*, or correct it.",
        ]
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "[sources]\npath = ['a']\n",
            "*ferry.claims.toml:2: [[]sources[]] has no key “path”*paths*",
        ),
        ("[[expect]]\nclaim = 3\n", "*ferry.claims.toml:2: “claim” must be a text*"),
        ("[[expect]]\nid = 'a'\n", "*ferry.claims.toml:1: “claim” is missing.*"),
        ("[[expect]]\nclaim = \n", "*ferry.claims.toml:2: it is not valid TOML*"),
        ("[[accept]]\nabout = 'a'\nreason = 'b'\n", "*ferry.claims.toml:1: “says” must name*"),
        ("\n[[accepts]]\n", "*ferry.claims.toml:*a claims file has no key “accepts”*“accept”*"),
        (
            "[[expect]]\nclaim = 'a is 1'\n[[expect]]\nclaim = 'a is 1'\n",
            "*ferry.claims.toml:4: “a is 1” stands on line 1 already; give it an id.*",
        ),
        ("[sources]\nfail_on = 'all'\n", "*ferry.claims.toml:2: “fail_on” is one of*"),
    ],
)
def test_a_fault_of_the_file_is_told_by_its_line(
    desk: pytest.Pytester, text: str, message: str
) -> None:
    write(desk, text)
    result = desk.runpytest_inprocess()
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines([message])
    assert "Traceback" not in result.stdout.str()


@pytest.mark.parametrize(
    ("expect", "message"),
    [
        ("claim = 'Hello there'", "*ferry.claims.toml:3: 'Hello there' cannot be held against*"),
        (
            "claim = 'the toll is 31'\nsource = 'gazette'",
            "*ferry.claims.toml:3: “gazette” is none of the sources: *",
        ),
        (
            "claim = 'the toll is 31'\ntolerance = 'a bit'",
            "*ferry.claims.toml:3: 'a bit' cannot be held*it is no tolerance*",
        ),
    ],
)
def test_an_expectation_that_cannot_be_asked_is_told(
    desk: pytest.Pytester, expect: str, message: str
) -> None:
    write(desk, f"[sources]\nconsistent = false\n[[expect]]\n{expect}\n")
    result = desk.runpytest_inprocess()
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines([message])


def test_a_source_that_is_not_there_is_told(desk: pytest.Pytester) -> None:
    write(desk, "[sources]\npaths = ['none.txt', 'wire.txt']\n")
    result = desk.runpytest_inprocess()
    result.stdout.fnmatch_lines(["*none.txt: there is no such file.*"])
    assert "Traceback" not in result.stdout.str()


def test_junit_has_the_properties(desk: pytest.Pytester) -> None:
    write(desk, SUITE + ACCEPTED)
    desk.runpytest_inprocess("--junitxml", "junit.xml")
    cases = ElementTree.parse(desk.path / "junit.xml").iter("testcase")
    told = {
        case.get("name"): {each.get("name"): each.get("value") for each in case.iter("property")}
        for case in cases
    }
    assert told["consistent"]["reconcile.sources"] == "wire, ledger"
    assert told["consistent"]["reconcile.open"] == "0"
    assert "two of the crew" in (told["consistent"]["reconcile.accepted"] or "")
    assert "31 passengers" in (told["the toll is at least 31"]["reconcile.met_by"] or "")


FIXTURES = """
    from pathlib import Path

    def test_reports_are_parsed_once(reconciled):
        assert reconciled("wire.txt", "ledger.txt") is reconciled("wire.txt", "ledger.txt")
        assert [each.title for each in reconciled(".").conflicts]

    def test_claims(claims):
        assert any(claim.focus.text == "31 passengers" for claim in claims(Path("wire.txt")))

    def test_an_edit_is_seen(reconciled):
        before = reconciled("wire.txt", "ledger.txt")
        path = Path("ledger.txt")
        path.write_text(path.read_text().replace("33", "31"))
        after = reconciled("wire.txt", "ledger.txt")
        assert before.conflicts and not after.conflicts
"""


def test_fixtures(desk: pytest.Pytester) -> None:
    desk.makepyfile(FIXTURES)
    desk.runpytest_inprocess().assert_outcomes(passed=3)


def test_two_readings_that_differ_are_explained(desk: pytest.Pytester) -> None:
    desk.makepyfile(
        """
        from reconcile import read_value

        def test_hedge():
            assert read_value("over two weeks") == read_value("15 days")

        def test_unit():
            assert read_value("30 miles") == read_value("30 kilometres")

        def test_others():
            assert 1 == 2
        """
    )
    result = desk.runpytest_inprocess()
    result.assert_outcomes(failed=3)
    result.stdout.fnmatch_lines(
        [
            "E*hedges differ: over and none",
            "E*left leaves open   more than 14 days",
            "E*right leaves open  14.5 days to 15.5 days",
            "E*both can be true, though they are not the same: *",
            "E*units differ: mile and kilometer",
            "E*they cannot both be true: *",
            "E*assert 1 == 2",
        ]
    )


def test_without_the_plugin_nothing_is_collected(desk: pytest.Pytester) -> None:
    write(desk, SUITE)
    desk.makepyfile("def test_nothing():\n    pass\n")
    result = desk.runpytest_inprocess("-p", "no:reconcile")
    result.assert_outcomes(passed=1)
    assert "facts checked" not in result.stdout.str()


def test_under_xdist(desk: pytest.Pytester) -> None:
    write(desk, SUITE + ACCEPTED)
    result = desk.runpytest_subprocess("-n", "2", "--dist", "loadgroup")
    result.assert_outcomes(passed=4, failed=1)
    result.stdout.fnmatch_lines(
        ["ferry.claims.toml*: 2 sources, * 0 open, 1 accepted, 2 of 3 expectations met"]
    )


def test_a_suite_that_uses_none_of_it_imports_none_of_it() -> None:
    code = "import sys, pytest, reconcile.pytest_plugin; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name for name in done.stdout.split() if name.startswith("reconcile.")}
    assert loaded == {"reconcile.pytest_plugin"}


def test_the_plugin_costs_less_than_10_ms() -> None:
    code = (
        "import pytest, time; start = time.perf_counter(); import reconcile.pytest_plugin; "
        "print(time.perf_counter() - start)"
    )
    took = min(
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout)
        for _ in range(3)
    )
    assert took < 0.010
