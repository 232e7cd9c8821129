"""What is accepted stays accepted while the same sources state the same, and goes stale else."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve

from reconcile import compare
from reconcile.baseline import (
    Acceptance,
    Case,
    accept,
    add_acceptance,
    cases_of,
    covers,
    mark_accepted,
    read_baseline,
    review,
)
from reconcile.cli import run
from reconcile.errors import SuiteError
from reconcile.model import Check, Citation
from reconcile.report import Report

WIRE = """Ferry sinks off Marlow

A ferry sank off Marlow on Tuesday and 31 passengers were killed, police said.
The owner will pay $3.5 million to the families.
"""
LEDGER = """Marlow ferry goes down

A ferry went down off Marlow on Tuesday. The accident killed 33 passengers, officials said.
The owner will pay $3.5 million to the families.
"""


def story(folder: Path, wire: str = WIRE, ledger: str = LEDGER, **others: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in {"wire": wire, "ledger": ledger, **others}.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    manifest = "".join(
        f'[[source]]\nfile = "{name}.txt"\npublished = 2025-06-11T12:00:00Z\n'
        for name in ("wire", "ledger", *others)
    )
    (folder / "sources.toml").write_text(manifest, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    return compare(story(tmp_path_factory.mktemp("ferry")))


@pytest.fixture(scope="module")
def toll(report: Report) -> Case:
    return next(case for case in cases_of(report) if case.verdict == "conflict")


def test_an_acceptance_says_who_states_what(toll: Case) -> None:
    accepted = accept(toll, "The ledger counts\n the crew.")
    assert accepted.says == {"ledger": ("33 passengers",), "wire": ("31 passengers",)}
    assert accepted.kind == "count"
    assert accepted.reason == "The ledger counts the crew."
    assert covers(accepted, toll)


@pytest.mark.parametrize(
    ("says", "about", "kind", "holds"),
    [
        ({"wire": ("31 passengers",), "ledger": ("33 passengers",)}, "killed", "", True),
        ({"wire": ("thirty-one people",), "ledger": ("33",)}, "killed", "count", True),
        ({"wire": ("31 passengers",), "ledger": ("33 passengers",)}, "Passenger", "", True),
        ({"wire": ("31 passengers",), "ledger": ("34 passengers",)}, "killed", "", False),
        ({"wire": ("33 passengers",), "ledger": ("31 passengers",)}, "killed", "", False),
        ({"ledger": ("33 passengers",)}, "killed", "", False),
        (
            {"wire": ("31 passengers",), "ledger": ("33 passengers", "34")},
            "killed",
            "",
            False,
        ),
        ({"wire": ("31 passengers",), "ledger": ("33 passengers",)}, "rescued", "", False),
        ({"wire": ("31 passengers",), "ledger": ("33 passengers",)}, "killed", "money", False),
    ],
    ids=[
        "as stated",
        "in other words",
        "another form of the word",
        "another value",
        "the other way round",
        "a source too few",
        "a value too many",
        "another subject",
        "another kind",
    ],
)
def test_what_an_acceptance_covers(
    toll: Case, says: dict[str, tuple[str, ...]], about: str, kind: str, holds: bool
) -> None:
    assert covers(Acceptance(about, says, "why", kind), toll) is holds


def test_what_is_accepted_is_open_no_longer(report: Report, toll: Case) -> None:
    assert [case.id for case in review(report).open] == [toll.id]
    reviewed = review(report, [accept(toll, "why")])
    assert not reviewed.open
    assert not reviewed.stale
    assert mark_accepted(report, reviewed).accepted == ((toll.finding.id, "why"),)


def test_an_edit_elsewhere_leaves_it_accepted(tmp_path: Path, toll: Case) -> None:
    moved = "Five more boats were called in. It rained. " * 3
    edited = LEDGER.replace("A ferry went", f"{moved}\n\nA ferry went").replace("$3.5", "$3.6")
    report = compare(story(tmp_path / "edited", ledger=edited))
    assert toll.id in [case.id for case in cases_of(report)]
    assert not review(report, [accept(toll, "why")]).stale


def test_a_source_that_agrees_leaves_the_id_and_one_that_does_not_opens_it(
    tmp_path: Path, toll: Case
) -> None:
    other = "Marlow mourns\n\nA ferry sank off Marlow on Tuesday. It killed {} passengers.\n"
    reviewed = review(
        compare(story(tmp_path / "third", gazette=other.format(35))), [accept(toll, "why")]
    )
    assert reviewed.open
    assert reviewed.stale


def test_what_no_source_states_any_more_is_stale(tmp_path: Path, toll: Case) -> None:
    report = compare(story(tmp_path / "mended", ledger=LEDGER.replace("33", "31")))
    (stale,) = review(report, [accept(toll, "why")]).stale
    assert stale.now is None
    assert "Take it out" in str(stale)


def test_what_the_sources_now_state_is_told(tmp_path: Path, toll: Case) -> None:
    report = compare(story(tmp_path / "moved", ledger=LEDGER.replace("33", "35")))
    (stale,) = review(report, [accept(toll, "why")]).stale
    assert stale.now is not None
    assert "ledger “35 passengers”" in str(stale)


def test_checks_can_be_accepted(report: Report) -> None:
    wire = next(article for article in report.articles if article.id == "wire")
    cited = [
        Citation("wire", start, start + len(words), words)
        for words in ("Tuesday", "$3.5 million")
        for start in (wire.text.index(words),)
    ]
    check = Check("c1", "weekday", "date", "day of the sinking", tuple(cited), "They do not fit.")
    checked = evolve(report, checked=(check,))
    case = next(case for case in cases_of(checked) if case.verdict == "check")
    assert case in review(checked).open
    reviewed = review(checked, [accept(case, "why")])
    assert case not in reviewed.open
    assert mark_accepted(checked, reviewed).accepted == (("c1", "why"),)


# --- the file -----------------------------------------------------------------------------------


def an_acceptance(about: str, reason: str = "why") -> Acceptance:
    return Acceptance(about, {"a b": ("1",), "wire": ("2", "3")}, reason, "count")


def test_the_file_does_not_depend_on_the_order_of_writing(tmp_path: Path) -> None:
    one, other = tmp_path / "one.toml", tmp_path / "other.toml"
    for about in ("toll", "boats", "crew"):
        add_acceptance(one, an_acceptance(about))
    for about in ("crew", "toll", "boats"):
        add_acceptance(other, an_acceptance(about))
    assert one.read_bytes() == other.read_bytes()
    assert [each.about for each in read_baseline(one)] == ["boats", "crew", "toll"]


@pytest.mark.parametrize("reason", ['the "Ledger" counts', "back\\slash", "naïve – 세", "a\x7fb"])
def test_what_is_written_reads_back(tmp_path: Path, reason: str) -> None:
    path = tmp_path / "accepted.toml"
    add_acceptance(path, an_acceptance("toll", reason))
    assert read_baseline(path) == (an_acceptance("toll", reason),)


def test_what_a_person_wrote_stays(tmp_path: Path) -> None:
    path = tmp_path / "accepted.toml"
    add_acceptance(path, an_acceptance("boats"))
    mine = (
        '\n# Ask Kim about it.\n[[accept]]\nabout = "toll" # all of them\nsays = { wire = "2" }\n'
    )
    path.write_text(path.read_text(encoding="utf-8") + mine + 'reason = "r"\n', encoding="utf-8")
    add_acceptance(path, an_acceptance("crew"))
    text = path.read_text(encoding="utf-8")
    assert '# Ask Kim about it.\n[[accept]]\nabout = "toll" # all of them' in text
    assert [each.about for each in read_baseline(path)] == ["boats", "crew", "toll"]


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("[[accept]]\nabout = 'a'\nsays = { a = 1 }\nreason = 'r'\n", 3, "must be a text"),
        ("[[accept]]\nabout = 'a'\nsays = { a = '1' }\n", 1, "“reason” is missing"),
        ("[[accept]]\nabot = 'a'\n", 2, "Did you mean “about”?"),
        ("[accept]\nabout = 'a'\n", 1, "“says” must name each source"),
        ("x = 1\n", 1, "a baseline has no key “x”"),
        ("[[accept]\n", 1, "not valid TOML"),
        ('[[accept]]\nnote = """\n[[accept]]\n"""\n', 2, "has no key “note”"),
    ],
)
def test_a_fault_is_told_by_its_line(tmp_path: Path, text: str, line: int, told: str) -> None:
    path = tmp_path / "accepted.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SuiteError, match=r"accepted\.toml") as caught:
        read_baseline(path)
    assert told in str(caught.value)
    assert caught.value.line == line


# --- the command --------------------------------------------------------------------------------


def test_the_command_accepts_what_compare_then_respects(
    tmp_path: Path, toll: Case, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    story(tmp_path / "ferry")
    assert run(["compare", "ferry"]) == 1
    assert toll.id[:7] in capsys.readouterr().out
    assert run(["accept", toll.id[:7], "ferry", "--reason", "The ledger counts the crew."]) == 0
    assert run(["compare", "ferry", "--baseline", "accepted.toml"]) == 0
    assert "✓ accepted: The ledger counts the crew." in capsys.readouterr().out
    before = (tmp_path / "accepted.toml").read_bytes()
    assert run(["accept", toll.id[:7], "ferry", "--reason", "again"]) == 0
    assert "is accepted already, in accepted.toml:4" in capsys.readouterr().out
    assert (tmp_path / "accepted.toml").read_bytes() == before
    story(tmp_path / "ferry", ledger=LEDGER.replace("33", "31"))
    assert run(["compare", "ferry", "--baseline", "accepted.toml"]) == 1
    assert "accepted.toml:4: accepted, and no longer there" in capsys.readouterr().err


def test_another_id_lists_what_there_is(
    tmp_path: Path, toll: Case, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["accept", "?", str(story(tmp_path / "ferry")), "--reason", "why"]) == 2
    assert f"{toll.id}  conflict: {toll.title}" in capsys.readouterr().err


def test_without_paths_the_claims_files_are_looked_through(
    tmp_path: Path, toll: Case, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["accept", toll.id, "--reason", "why"]) == 2
    assert "there is no *.claims.toml file here" in capsys.readouterr().err
    story(tmp_path / "ferry")
    (tmp_path / "ferry" / "ferry.claims.toml").write_text("", encoding="utf-8")
    assert run(["accept", toll.id, "--reason", "why"]) == 0
    assert (tmp_path / "ferry" / "ferry.accepted.toml").exists()
