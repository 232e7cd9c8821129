"""A draft in Word: what the options about it must be, and the comments in its margin."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from reconcile.model import Article
    from reconcile.report import Report


def word_file(_context: object, _option: object, path: str | None) -> str | None:
    """The path, if it is that of a Word file."""
    if path is not None and Path(path).suffix.lower() != ".docx":
        raise click.BadParameter(f"{path!r} is not a Word document (.docx)")
    return path


def check_draft(draft: str, form: str | None, output: str | None) -> None:
    """Raise UsageError where the draft could not be written, before the work."""
    if form not in (None, "docx") or (form is None and not is_word(output)):
        raise click.UsageError("--draft needs -o FILE.docx: the document comes back in FILE.")
    keep_draft(draft, output)


def keep_draft(draft: str, output: str | None) -> None:
    """Raise UsageError where the draft itself would be written over."""
    if output is not None and is_same(output, draft):
        raise click.UsageError(f"-o names the draft itself, {draft!r}: name another file.")


def with_draft(paths: tuple[str, ...], draft: str) -> tuple[str, ...]:
    """The paths, the draft among them."""
    named = any(is_same(path, draft) or is_same(path, str(Path(draft).parent)) for path in paths)
    return paths if named else (draft, *paths)


def commented(report: Report, draft: str) -> bytes:
    """The draft with a comment for each finding about it."""
    from reconcile.report.word import comment_on, comments_of

    article = article_at(report.articles, draft)
    return comment_on(Path(draft).read_bytes(), article, comments_of(report, article.id))


def article_at(articles: tuple[Article, ...], path: str) -> Article:
    """The article that was read from a file."""
    found = [each for each in articles if each.path is not None and is_same(each.path, path)]
    if not found:
        raise click.UsageError(f"{path!r} is not among the articles that were read.")
    return found[0]


def is_word(path: str | None) -> bool:
    """Whether a path is that of a Word file."""
    return path is not None and Path(path).suffix.lower() == ".docx"


def is_same(path: str, other: str) -> bool:
    """Whether two paths lead to one file."""
    return path != "-" and Path(path).resolve() == Path(other).resolve()
