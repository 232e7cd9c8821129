"""What is kept of the TOML files says what they say, and yields to them where it does not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import tomli

from reconcile import tables

ROOT = Path(tables.__file__).parent


@pytest.mark.parametrize("room", tables.rooms())
def test_kept_tables_are_those_of_the_files(room: str) -> None:
    kept = (ROOT / room / "tables.json").read_text(encoding="utf-8")
    assert kept == tables.kept_tables(room), "run: python -m reconcile.tables"


@pytest.mark.parametrize("room", tables.rooms())
def test_every_file_reads_as_its_toml(room: str) -> None:
    for path in sorted((ROOT / room).glob("*/*.toml")):
        read = tables.read_tables(room, f"{path.parent.name}/{path.name}")
        assert read == tomli.loads(path.read_text(encoding="utf-8"))


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "room" / "rules").mkdir(parents=True)
    (tmp_path / "room" / "rules" / "words.toml").write_text('words = ["one", "a\xe9"]\n', "utf-8")
    monkeypatch.setattr(tables, "_ROOT", tmp_path)
    for kept in (tables._kept, tables.read_tables):
        kept.cache_clear()
    yield tmp_path / "room"
    for kept in (tables._kept, tables.read_tables):
        kept.cache_clear()


def test_an_edited_file_holds_at_once(room: Path) -> None:
    tables.main()
    kept = json.loads((room / "tables.json").read_text("utf-8"))
    assert kept["rules/words.toml"]["tables"] == {"words": ["one", "a\xe9"]}
    (room / "rules" / "words.toml").write_text('words = ["two"]\n', "utf-8")
    assert tables.read_tables("room", "rules/words.toml") == {"words": ["two"]}


def test_nothing_need_be_kept(room: Path) -> None:
    assert tables.read_tables("room", "rules/words.toml") == {"words": ["one", "a\xe9"]}
