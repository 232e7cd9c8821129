"""Word files as articles: their paragraphs, what their styles say, and what is refused."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from reconcile.articles import read_article, read_articles
from reconcile.errors import BinaryArticle, EmptyArticle
from tests.documents import DRAFT, DRAFT_TEXT, STRICT, package, run, styled


def saved(folder: Path, data: bytes, name: str = "draft.docx") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_the_text_is_what_a_reader_of_the_page_sees(tmp_path: Path) -> None:
    article = read_article(saved(tmp_path, DRAFT))
    assert article.text == DRAFT_TEXT
    assert article.title == "Harbour bridge closes"
    roles = [
        (segment.role, article.text[segment.start : segment.end].split()[0])
        for segment in article.segments
    ]
    assert roles == [
        ("headline", "Harbour"), ("headline", "What"), ("body", "The"), ("body", "Repairs"),
        ("body", "Eleven"), ("body", "Dead"), ("caption", "The"),
    ]  # fmt: skip


def test_a_table_that_lays_out_the_page_holds_paragraphs(tmp_path: Path) -> None:
    story = "The bridge at Port Vale will close on Thursday for nine weeks, the city said at noon."
    cells = "".join(f"<w:tc><w:p>{run(words)}</w:p></w:tc>" for words in ("News", story))
    article = read_article(saved(tmp_path, package(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>")))
    assert article.text == f"News\n\n{story}"


def test_a_strict_document_is_read(tmp_path: Path) -> None:
    body = f"<w:p>{run('The bridge will close on Thursday for nine weeks.')}</w:p>"
    article = read_article(saved(tmp_path, package(body, space=STRICT)))
    assert article.text == "The bridge will close on Thursday for nine weeks."


def test_a_folder_holds_word_files_and_not_their_locks(tmp_path: Path) -> None:
    saved(tmp_path, DRAFT)
    saved(tmp_path, b"editor", "~$draft.docx")
    (tmp_path / "b.txt").write_text("The bridge will close for nine weeks.\n", encoding="utf-8")
    assert [each.id for each in read_articles(tmp_path)] == ["b", "draft"]


def test_footnotes_are_told_not_to_be_read(tmp_path: Path) -> None:
    note = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    body = f"<w:p>{run('The bridge will close for nine weeks.')}{note}</w:p>"
    assert "footnotes" in read_article(saved(tmp_path, package(body))).notes[0]


def test_what_is_not_shown_is_not_read(tmp_path: Path) -> None:
    hidden = run(" or 19", "<w:vanish/>") + run(" in all", '<w:vanish w:val="0"/>')
    body = f"<w:p>{run('It killed 31 people')}{hidden}{run(', they said.')}</w:p>"
    article = read_article(saved(tmp_path, package(body)))
    assert article.text == "It killed 31 people in all, they said."


def test_a_table_of_contents_is_furniture(tmp_path: Path) -> None:
    body = styled("Verzeichnis1", run("What is known 2")) + styled("Titel", run("Bridge closes"))
    story = f"<w:p>{run('The bridge will close for nine weeks, the city said.')}</w:p>"
    article = read_article(saved(tmp_path, package(body + story)))
    assert [segment.role for segment in article.segments] == ["furniture", "headline", "body"]


def broken(name: str, data: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr(name, data)
    return file.getvalue()


ENTITIES = (
    '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY f SYSTEM "file:///etc/passwd">]>'
)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(b"just text", "not a Word document", id="text"),
        pytest.param(DRAFT[: len(DRAFT) // 2], "not a Word document", id="cut off"),
        pytest.param(broken("a.txt", b"x"), "no Word document", id="another package"),
        pytest.param(broken("word/document.xml", b"<w:p>"), "broken", id="broken XML"),
        pytest.param(broken("word/document.xml", b"<a/>"), "no body", id="no body"),
    ],
)
def test_what_is_no_word_document_is_refused(tmp_path: Path, data: bytes, reason: str) -> None:
    with pytest.raises(BinaryArticle, match=reason) as caught:
        read_article(saved(tmp_path, data))
    assert caught.value.remedy


def test_a_document_that_unpacks_to_too_much_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reconcile.documents.word._MOST_BYTES", 1000)
    with pytest.raises(BinaryArticle, match="unpacks to more"):
        read_article(saved(tmp_path, package(f"<w:p>{run('x' * 2000)}</w:p>")))


def test_no_entity_is_resolved(tmp_path: Path) -> None:
    words = "The bridge will close on Thursday for nine weeks."
    body = f"<w:p>{run(words)}<w:r><w:t>&amp;</w:t></w:r><w:r><w:t>&f;&b;</w:t></w:r></w:p>"
    article = read_article(saved(tmp_path, package(body, start=ENTITIES)))
    assert "root:" not in article.text
    assert "aaaa" not in article.text


def test_a_document_without_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EmptyArticle):
        read_article(saved(tmp_path, package("<w:p/>")))
