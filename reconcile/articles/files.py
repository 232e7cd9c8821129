"""Paths in, articles out: files, folders with their manifests, standard input, strings."""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from reconcile.articles.assemble import Known, Page, assemble, first_known
from reconcile.articles.decoding import decode
from reconcile.articles.manifest import MANIFEST_NAME, read_manifest
from reconcile.articles.siblings import date_by_siblings
from reconcile.errors import ArticleNotFound, EmptyArticle
from reconcile.model import Article
from reconcile.tuples import NamedTuple

WORD_SUFFIX: Final = ".docx"
#: the endings of the files of a folder that are read
ARTICLE_SUFFIXES: Final = (
    ".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", WORD_SUFFIX,
)  # fmt: skip
#: how the file begins that Word keeps beside a document that is open
_LOCK: Final = "~$"
#: files of a folder that are about it, whatever their ending
_ABOUT_FOLDER: Final = ("readme", "license", "licence", "changelog", "contributing")
#: and what may hold articles, so that it is told when it is skipped
_PERHAPS_ABOUT: Final = ("notes",)
#: endings of files beside the articles that are the library's own
_OWN: Final = (MANIFEST_NAME, ".claims.toml", "accepted.toml")
STANDARD_INPUT: Final = "-"

PathLike = str | os.PathLike[str]


class Source(NamedTuple):
    """One article to read: where it is, and what is known of it."""

    path: str
    known: Known
    notes: tuple[str, ...] = ()


def _is_html(text: str, suffix: str) -> bool:
    if suffix in (".html", ".htm", ".xhtml"):
        return True
    head = text[:2000].lstrip("\ufeff \t\r\n").lower()
    return head.startswith(("<!doctype html", "<html")) or (
        head.startswith(("<?xml", "<!--", "<head", "<body", "<article")) and "<html" in head
    )


def _page_of(text: str, suffix: str, shown: str) -> Page:
    """The page of a text, by its file's ending and, failing that, by how it begins."""
    if _is_html(text, suffix):
        from reconcile.articles.html import read_html

        return read_html(text, shown)
    if suffix in (".md", ".markdown"):
        from reconcile.articles.markdown import read_markdown

        return read_markdown(text)
    from reconcile.articles.plain import read_plain

    return read_plain(text)


def _known(
    published: datetime.datetime | None, publisher: str | None, url: str | None, title: str | None
) -> Known:
    return Known(published, "argument" if published else "unknown", publisher, url, title)


def read_text(
    text: str,
    *,
    name: str = "text",
    published: datetime.datetime | None = None,
    publisher: str | None = None,
    url: str | None = None,
    title: str | None = None,
) -> Article:
    """The article of a string: plain text, or HTML where it begins as HTML does.

    ``name`` becomes the article's id; one that ends in ``.md`` or ``.html`` says what the text is.
    ``published`` without an offset is taken as UTC. Raises ArticleError: EmptyArticle,
    NotAnArticle, UnsupportedLanguage.
    """
    shown = name
    if not text.strip():
        raise EmptyArticle(shown, "there is nothing to read in it.", "Pass the article's text.")
    suffix = Path(name).suffix.lower()
    stem = Path(name).stem if suffix in ARTICLE_SUFFIXES else name
    page = _page_of(text, suffix, shown)
    return assemble(
        page, _known(published, publisher, url, title), name=stem, path=None, shown=shown
    )


def _read_bytes(path: str) -> bytes:
    if path == STANDARD_INPUT:
        return sys.stdin.buffer.read()
    try:
        return Path(path).read_bytes()
    except FileNotFoundError:
        reason, remedy = "there is no such file.", "Check the path."
    except IsADirectoryError:
        reason, remedy = "this is a folder.", "Use read_articles for a folder."
    except PermissionError:
        reason, remedy = "it may not be read.", "Check its permissions."
    except (OSError, ValueError) as error:
        reason, remedy = f"it could not be read: {error}.", "Check the path."
    raise ArticleNotFound(path, reason, remedy)


def _read_source(source: Source, name: str) -> Article:
    data = _read_bytes(source.path)
    shown = "standard input" if source.path == STANDARD_INPUT else source.path
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        remedy = "Save the article's text in it, or leave it out."
        raise EmptyArticle(shown, "the file is empty.", remedy)
    suffix = Path(source.path).suffix.lower()
    if suffix == WORD_SUFFIX:
        from reconcile.articles.word import read_word_page

        page = read_word_page(data, shown)
        page = page._replace(notes=(*source.notes, *page.notes))
    else:
        decoded = decode(data, shown)
        page = _page_of(decoded.text, suffix, shown)
        page = page._replace(notes=(*source.notes, *decoded.notes, *page.notes))
    path = None if source.path == STANDARD_INPUT else source.path
    return assemble(page, source.known, name=name, path=path, shown=shown)


def _stem(path: str) -> str:
    return "stdin" if path == STANDARD_INPUT else Path(path).stem


def read_article(
    source: PathLike,
    *,
    published: datetime.datetime | None = None,
    publisher: str | None = None,
    url: str | None = None,
    title: str | None = None,
) -> Article:
    """The article of a file, of standard input (``"-"``), or of a string with a line break.

    A ``sources.toml`` beside the file is honoured; the arguments go before it. ``published``
    without an offset is taken as UTC. The id is the file's stem. Raises ArticleError
    (ArticleNotFound, EmptyArticle, BinaryArticle, NotAnArticle, UnsupportedLanguage) and
    ManifestError.
    """
    path = os.fspath(source)
    if isinstance(source, str) and ("\n" in source or "\r" in source):
        return read_text(source, published=published, publisher=publisher, url=url, title=title)
    known = first_known(_known(published, publisher, url, title), _manifest_entry(path))
    return _read_source(Source(path, known), _stem(path))


def _manifest_entry(path: str) -> Known:
    if path == STANDARD_INPUT:
        return Known()
    return read_manifest(Path(path).parent).get(Path(path).name, Known())


def _skipped(path: Path) -> bool:
    hidden = path.name.startswith((".", _LOCK))
    about = _is_about(path) or path.stem.lower() in _PERHAPS_ABOUT
    return hidden or about or path.suffix.lower() not in ARTICLE_SUFFIXES


def _is_about(path: Path) -> bool:
    """Whether a file tells of the folder or is the library's own, and nobody's article."""
    return path.stem.lower() in _ABOUT_FOLDER or path.name.endswith(_OWN)


def _sources_of_folder(folder: Path) -> list[Source]:
    """The articles of a folder in the order of their names; those that a manifest names always."""
    manifest = read_manifest(folder)
    files = sorted((path for path in folder.iterdir() if path.is_file()), key=lambda p: p.name)
    read = [path for path in files if path.name in manifest or not _skipped(path)]
    skipped = [path.name for path in files if path not in read and not _is_about(path)]
    notes = (f"skipped in {folder}: {', '.join(skipped)}",) if skipped else ()
    return [
        Source(str(path), manifest.get(path.name, Known()), notes if index == 0 else ())
        for index, path in enumerate(read)
    ]


def _sources_of(path: str) -> list[Source]:
    if path == STANDARD_INPUT:
        return [Source(path, Known())]
    if not Path(path).is_dir():
        return [Source(path, _manifest_entry(path))]
    sources = _sources_of_folder(Path(path))
    if not sources:
        remedy = f"Put {', '.join(ARTICLE_SUFFIXES[:3])} or .html files in it."
        raise ArticleNotFound(path, "there is no article in this folder.", remedy)
    return sources


def unique_names(paths: Sequence[str]) -> list[str]:
    """A short name for each path: its stem, with a number behind where one is taken."""
    names: list[str] = []
    for path in paths:
        stem = _stem(path)
        name, number = stem, 1
        while name in names:
            number += 1
            name = f"{stem}-{number}"
        names.append(name)
    return names


def _given(
    sources: Sequence[Source], names: Sequence[str], published: Mapping[str, datetime.datetime]
) -> list[Source]:
    """The sources with the times that the caller gives, by path, file name or id."""
    used: set[str] = set()
    given = []
    for source, name in zip(sources, names, strict=True):
        keys = [key for key in (source.path, Path(source.path).name, name) if key in published]
        if keys:
            used.update(keys)
            known = _known(published[keys[0]], None, None, None)
            source = source._replace(known=first_known(known, source.known))
        given.append(source)
    missing = sorted(set(published) - used)
    if missing:
        remedy = f"The articles are {', '.join(names)}."
        raise ArticleNotFound(missing[0], "a date is given for it, but it is not read.", remedy)
    return given


def read_articles(
    paths: PathLike | Iterable[PathLike],
    *,
    published: Mapping[str, datetime.datetime] | None = None,
) -> tuple[Article, ...]:
    """The articles of files, folders and standard input, in order; a folder's by file name.

    ``published`` gives publication times by path, file name or id; it goes before a folder's
    ``sources.toml``, and that before what the text says. Ids are the files' stems, made unique.
    Raises ArticleError and ManifestError.
    """
    given = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
    sources = [source for path in given for source in _sources_of(os.fspath(path))]
    names = unique_names([source.path for source in sources])
    sources = _given(sources, names, published or {})
    return date_by_siblings(
        [_read_source(source, name) for source, name in zip(sources, names, strict=True)]
    )
