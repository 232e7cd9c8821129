"""Word documents: a report of its own, and comments at the right words of the editor's draft."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from reconcile.cli import run
from reconcile.errors import DraftChanged
from reconcile.model import Article
from reconcile.report import Report
from reconcile.report.excerpts import one_line
from reconcile.report.forms import write_report
from reconcile.report.word import Comment, comment_on
from tests.documents import DRAFT, DRAFT_TEXT
from tests.report.hostile import HOSTILE, hostile_report

docx = pytest.importorskip("docx")
SPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ARTICLE = Article("draft", DRAFT_TEXT, path="draft.docx")


def comment(words: str, *lines: str) -> Comment:
    start = DRAFT_TEXT.index(words)
    return Comment(start, start + len(words), lines or ("a remark",))


def commented(data: bytes) -> dict[str, str]:
    """The words that each comment stands at, by the comment's text."""
    document = docx.Document(io.BytesIO(data))
    said = {str(each.comment_id): each.text for each in document.comments}
    words: dict[str, str] = dict.fromkeys(said, "")
    open_ones: set[str] = set()
    for element in document.element.body.iter():
        if element.tag == f"{SPACE}commentRangeStart":
            open_ones.add(element.get(f"{SPACE}id"))
        elif element.tag == f"{SPACE}commentRangeEnd":
            open_ones.remove(element.get(f"{SPACE}id"))
        elif element.tag in (f"{SPACE}t", f"{SPACE}tab"):
            for name in open_ones:
                words[name] += element.text or "\t"
    assert not open_ones
    return {said[name]: words[name] for name in said}


def visible(data: bytes) -> list[tuple[str, str]]:
    """Every character of the document with the formatting of its run."""
    body = docx.Document(io.BytesIO(data)).element.body
    found = []
    for text in body.iter(f"{SPACE}t", f"{SPACE}tab", f"{SPACE}br", f"{SPACE}delText"):
        properties = text.getparent().find(f"{SPACE}rPr")
        tags = "" if properties is None else " ".join(each.tag for each in properties)
        found += [(character, tags) for character in text.text or text.tag[-3:]]
    return found


WORDS = [
    "14 weeks", "Thursday", "$73 million", "20 million", "31 people", "people\ndied", ";\t31",
    "Harbour bridge closes", "Eleven", "Dead", "The bridge on Monday", "e",
]  # fmt: skip


@pytest.mark.parametrize("words", WORDS)
def test_a_comment_stands_at_its_words(words: str) -> None:
    data = comment_on(DRAFT, ARTICLE, [comment(words)])
    assert commented(data) == {"a remark": words.replace("\n", "")}
    assert visible(data) == visible(DRAFT)


def test_comments_may_overlap() -> None:
    wide, narrow = comment("for 14 weeks", "wide"), comment("14", "narrow")
    across = comment("weeks, the city", "across")
    data = comment_on(DRAFT, ARTICLE, [narrow, across, wide])
    assert commented(data) == {
        "wide": "for 14 weeks",
        "narrow": "14",
        "across": "weeks, the city",
    }
    assert visible(data) == visible(DRAFT)


def test_a_comment_over_paragraphs_stands_at_all_of_them() -> None:
    end = DRAFT_TEXT.index("The bridge will") + 10
    data = comment_on(DRAFT, ARTICLE, [Comment(8, end, ("long",))])
    assert commented(data) == {"long": "bridge closesWhat is knownThe bridge"}


def test_the_same_comments_give_the_same_bytes() -> None:
    comments = [comment(words, words) for words in WORDS]
    first = comment_on(DRAFT, ARTICLE, comments)
    assert first == comment_on(DRAFT, ARTICLE, comments[::-1])
    assert b":date=" not in zipfile.ZipFile(io.BytesIO(first)).read("word/comments.xml")


def test_a_document_can_be_commented_again() -> None:
    first = comment_on(DRAFT, ARTICLE, [comment("14 weeks", "one")])
    second = comment_on(first, ARTICLE, [comment("for 14 weeks, the", "two")])
    assert commented(second) == {"one": "14 weeks", "two": "for 14 weeks, the"}


def test_a_document_that_changed_is_refused() -> None:
    with pytest.raises(DraftChanged):
        comment_on(DRAFT, Article("draft", DRAFT_TEXT + "!"), [])


def test_a_hostile_remark_is_text() -> None:
    data = comment_on(DRAFT, ARTICLE, [comment("14 weeks", HOSTILE)])
    assert list(commented(data)) == [one_line(HOSTILE)]


# --- a report of its own ----------------------------------------------------------------------


def words_of(data: bytes) -> str:
    document = docx.Document(io.BytesIO(data))
    texts = document.element.body.iter(f"{SPACE}t")
    return "".join(text.text or "" for text in texts)


def test_a_report_holds_every_finding(report: Report) -> None:
    data = write_report(report, "docx")
    assert isinstance(data, bytes)
    words = words_of(data)
    for finding in (*report.facts, *report.possible):
        assert finding.title in words
    assert "14 weeks and nine weeks are five weeks apart." in words
    assert "needs the publication date" in words
    assert data == write_report(report, "docx")


def test_a_report_on_hostile_articles_is_text() -> None:
    data = write_report(hostile_report(), "docx")
    assert isinstance(data, bytes)
    assert one_line(HOSTILE) in words_of(data)
    package = zipfile.ZipFile(io.BytesIO(data))
    relations = package.read("word/_rels/document.xml.rels").decode()
    assert "evil" not in relations
    assert "hyperlink" not in relations


# --- the command ------------------------------------------------------------------------------

OTHER = """Port Vale bridge to shut

The bridge will close on Thursday for nine weeks, the city said.

Repairs cost $73 million in all. Eleven ferries stand by.
"""


@pytest.fixture
def story(tmp_path: Path) -> Path:
    (tmp_path / "draft.docx").write_bytes(DRAFT)
    (tmp_path / "other.txt").write_text(OTHER, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("named", [True, False])
def test_the_draft_comes_back_with_comments(story: Path, named: bool) -> None:
    draft, out = str(story / "draft.docx"), story / "out.docx"
    paths = [str(story / "other.txt"), *([draft] if named else [])]
    assert run(["compare", *paths, "--draft", draft, "-o", str(out)]) == 1
    data = out.read_bytes()
    (at,) = [words for text, words in commented(data).items() if text.startswith("Conflict")]
    assert at == "14 weeks"
    assert (story / "draft.docx").read_bytes() == DRAFT


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["-o", "out.html"], "needs -o FILE.docx", id="another form"),
        pytest.param([], "needs -o FILE.docx", id="no file"),
        pytest.param(["-o", "draft.docx"], "name another file", id="the draft itself"),
    ],
)
def test_a_draft_that_cannot_come_back_is_told_before_the_work(
    story: Path,
    arguments: list[str],
    message: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(story)
    assert run(["compare", "other.txt", "--draft", "draft.docx", *arguments]) == 2
    assert message in capsys.readouterr().err
    assert not (story / "out.html").exists()


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_shows_the_comments_at_the_right_words(tmp_path: Path) -> None:
    comments = [comment(words, f"about {words.split()[0]}") for words in WORDS[:5]]
    (tmp_path / "out.docx").write_bytes(comment_on(DRAFT, ARTICLE, comments))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    arguments = ["soffice", profile, "--headless", "--convert-to", "fodt", "out.docx"]
    subprocess.run(arguments, cwd=tmp_path, check=True, timeout=180, capture_output=True)
    page = (tmp_path / "out.fodt").read_text(encoding="utf-8")
    shown = {}
    for match in re.finditer(
        r'<office:annotation [^>]*office:name="(?P<name>[^"]+)".*?</office:annotation>'
        r'(?P<words>.*?)<office:annotation-end office:name="(?P=name)"/>',
        page,
        re.DOTALL,
    ):
        (said,) = re.findall(r"about [^<]*", match.group())[:1]
        shown[said] = re.sub(r"<text:tab/>", "\t", match["words"])
        shown[said] = re.sub(r"<[^>]*>", "", shown[said])
    assert shown == {f"about {words.split()[0]}": words for words in WORDS[:5]}
