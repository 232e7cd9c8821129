"""Files, folders, manifests, standard input; bad input names the file and the remedy."""

import datetime
import io
import sys

import pytest

from reconcile.articles import check_comparable, read_article, read_articles, read_text
from reconcile.errors import (
    ArticleNotFound,
    BinaryArticle,
    EmptyArticle,
    ManifestError,
    NotAnArticle,
    TooFewArticles,
    UnsupportedLanguage,
)

TEXT = (
    "Ferry sinks off Lund; 14 are rescued\n"
    "A ferry with 20 people aboard sank off Lund on Tuesday night, and 14 of them were pulled "
    "from the water alive, the coast guard said.\n"
)
GERMAN = "Die Regierung hat erklärt, dass die Steuer nicht steigen wird und die Straße offen ist.\n"


@pytest.fixture
def folder(tmp_path):
    for name in ("b.txt", "a.txt", "c.md"):
        (tmp_path / name).write_text(TEXT)
    (tmp_path / "README.md").write_text("About this folder")
    (tmp_path / "gold.json").write_text("{}")
    (tmp_path / "notes.txt").write_text("Ask the coast guard")
    return tmp_path


def test_folder_is_read_in_order_and_says_what_it_skipped(folder):
    articles = read_articles(folder)
    assert [article.id for article in articles] == ["a", "b", "c"]
    assert any(note.endswith(": gold.json, notes.txt") for note in articles[0].notes)


def test_several_paths_keep_their_order_and_get_unique_ids(folder):
    other = folder / "other"
    other.mkdir()
    (other / "a.txt").write_text(TEXT)
    articles = read_articles([folder / "b.txt", other, str(folder / "a.txt")])
    assert [article.id for article in articles] == ["b", "a", "a-2"]


def test_manifest_wins_over_the_text_and_argument_over_the_manifest(folder):
    (folder / "sources.toml").write_text(
        '[[source]]\nfile = "a.txt"\npublisher = "The Echo"\npublished = 2025-06-11T15:12:00+09:00\n'  # noqa: E501
        'url = "https://echo.example/1"\ntitle = "Ferry"\n'
    )
    a, b, _ = read_articles(folder)
    assert (a.publisher, a.url, a.title) == ("The Echo", "https://echo.example/1", "Ferry")
    assert (a.published.isoformat(), a.published_from) == ("2025-06-11T15:12:00+09:00", "manifest")
    assert b.publisher is None
    assert read_article(folder / "a.txt").publisher == "The Echo"
    given = datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC)
    for key in ("a", "a.txt", str(folder / "a.txt")):
        assert read_articles(folder, published={key: given})[0].published == given
    with pytest.raises(ArticleNotFound, match=r"z\.txt"):
        read_articles(folder, published={"z.txt": given})


@pytest.mark.parametrize(
    ("manifest", "words"),
    [
        ("[[source]\n", "not valid TOML"),
        ('[[source]]\nfile = "z.txt"\n', "z.txt"),
        ('[[source]]\nfile = "a.txt"\nauthor = "x"\n', "author"),
        ('[[source]]\nfile = "a.txt"\npublished = "last week"\n', "last week"),
        ('[[source]]\nfile = "a.txt"\npublished = 12\n', "12"),
        ('[[source]]\nfile = "a.txt"\n[[source]]\nfile = "a.txt"\n', "twice"),
        ('[[source]]\npublisher = "x"\n', "file"),
        ('[[sources]]\nfile = "a.txt"\n', "sources"),
        ('source = 3\n', "[[source]]"),
        ('[[source]]\nfile = "../a.txt"\n', "same folder"),
        ('[[source]]\nfile = "a.txt"\npublisher = 3\n', "publisher"),
        (b"\xff\xfe\x00", "UTF-8"),
    ],
)  # fmt: skip
def test_fault_of_a_manifest_is_named(folder, manifest, words):
    data = manifest if isinstance(manifest, bytes) else manifest.encode()
    (folder / "sources.toml").write_bytes(data)
    with pytest.raises(ManifestError) as caught:
        read_articles(folder)
    assert words in str(caught.value)
    assert str(folder / "sources.toml") in str(caught.value)


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("a.txt", b"", EmptyArticle),
        ("a.txt", b" \n\t\n", EmptyArticle),
        ("a.txt", b"\xef\xbb\xbf", EmptyArticle),
        ("a.txt", b"%PDF-1.7 ...", BinaryArticle),
        ("a.txt", b"PK\x03\x04abc", BinaryArticle),
        ("a.txt", bytes(range(256)) * 20, BinaryArticle),
        ("a.txt", b"\x00\x01\x02", BinaryArticle),
        ("a.txt", b"a\x00b", BinaryArticle),
        ("a.txt", b"\xff\xfe\x00", BinaryArticle),
        ("a.txt", b"\x80\x81\xff", BinaryArticle),
        ("a.txt", b"\xff\xfe" + b"\x00\xd8" * 40, BinaryArticle),
        ("a.txt", GERMAN.encode() * 5, UnsupportedLanguage),
        ("a.txt", "정부는 세금을 올리지 않겠다고 밝혔다.\n".encode() * 5, UnsupportedLanguage),
        ("a.html", b"<html><body><nav>Home</nav></body></html>", NotAnArticle),
    ],
    ids=["no bytes", "white space", "mark only", "pdf", "zip", "bytes", "three control bytes", "a zero byte", "mark and half a letter", "three high bytes", "lone surrogates", "German", "Korean", "no article"],  # noqa: E501
)  # fmt: skip
def test_bad_file_is_refused_by_name_with_a_remedy(tmp_path, name, data, error):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(error) as caught:
        read_article(path)
    assert str(path) in str(caught.value)
    assert caught.value.remedy


def test_missing_file_and_folder(tmp_path):
    with pytest.raises(ArticleNotFound, match="no such file"):
        read_article(tmp_path / "none.txt")
    with pytest.raises(ArticleNotFound, match="folder"):
        read_article(tmp_path)
    with pytest.raises(ArticleNotFound, match="no article"):
        read_articles(tmp_path)


@pytest.mark.parametrize(
    ("encoding", "noted"),
    [
        ("utf-8", False),
        ("utf-8-sig", False),
        ("cp1252", True),
        ("utf-16", True),
        ("utf-16-le", True),
    ],
)
def test_encodings(tmp_path, encoding, noted):
    text = TEXT + "“It’s over – £300 of café au lait,” she said to the men of the coast guard.\n"
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode(encoding))
    article = read_article(path)
    assert article.text == text
    assert any("decoded" in note for note in article.notes) == noted


def test_declared_encoding_of_a_page(tmp_path):
    path = tmp_path / "a.html"
    html = f'<html><head><meta charset="iso-8859-2"></head><body><h1>Łódź</h1><p>{TEXT}</p></body></html>'  # noqa: E501
    path.write_bytes(html.encode("iso-8859-2"))
    assert "Łódź" in read_article(path).text


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    article = read_article("-")
    assert (article.id, article.path, article.text) == ("stdin", None, TEXT)


def test_string_with_a_line_break_is_the_article():
    assert read_article(TEXT).text == TEXT
    assert read_text(TEXT, name="echo").id == "echo"


def test_line_ends_and_control_characters_are_kept(tmp_path):
    text = TEXT.replace("\n", "\r\n") + "It sank\x07 fast.\r\n"
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode())
    article = read_article(path)
    assert article.text == text
    assert any("U+0007" in note for note in article.notes)
    assert all("\r" not in text[s.start : s.end] for s in article.segments)


def test_long_paragraph_is_cut_into_segments():
    line = (
        "The minister said on Tuesday that 12 people had been hurt in the fire near the town. "
        * 1000
    )
    article = read_text(line)
    body = [s for s in article.segments if s.role == "body"]
    assert len(body) > 3
    assert {s.paragraph for s in body} == {1}
    assert all(s.end - s.start <= 20_000 for s in body)
    assert "".join(article.text[s.start : s.end] for s in body).count("minister") == 1000


def test_comparable(tmp_path):
    a, b = read_text(TEXT, name="a"), read_text(TEXT, name="b")
    c = read_text(TEXT.replace("20", "30"), name="c")
    assert check_comparable([a, c]) == ()
    assert check_comparable([a, b]) == ("a and b are the same text: they can only agree",)
    with pytest.raises(TooFewArticles, match="in folder"):
        check_comparable([a], where="folder")


def test_file_that_is_given_twice_is_named(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    (note,) = check_comparable(read_articles([path, tmp_path / "." / "a.txt"]))
    assert note == f"{path} is given twice, as a and as a-2: it can only agree with itself"
