"""Every error of the library; each holds its fields, pickles, and quotes what it is about.

ReconcileError
├── ArticleError            an article could not be read
│   ├── ArticleNotFound     no such file or folder
│   ├── EmptyArticle        nothing to read in it
│   ├── BinaryArticle       bytes that are not text
│   ├── NotAnArticle        HTML in which no article was found
│   └── UnsupportedLanguage a language other than English
├── ManifestError           sources.toml could not be used
├── TooFewArticles          fewer than two articles to compare
├── SuiteError              a claims file or a baseline could not be used
├── FindingNotFound         no finding has the id that was given
├── ConfigurationError      [tool.reconcile] of a pyproject.toml could not be used
├── DraftChanged            a Word file does not hold the text that was read from it
├── ExpectationNotRead      a sentence that sources could not be held to
├── ReportNotRead           a file that is no report in JSON
├── ValueNotRead            a text in which no value was found
└── ParserUnavailable       the language pipeline is not installed
"""

from reconcile.records import field, frozen


@frozen
class ReconcileError(Exception):
    """The base of every error that the library raises on purpose."""

    def __str__(self) -> str:
        return self.__doc__ or type(self).__name__


@frozen
class ArticleError(ReconcileError):
    """An article could not be read."""

    #: the file, or the name given to a text that came from elsewhere
    path: str
    #: what was wrong, in a sentence that quotes it
    reason: str
    #: what the user can do about it
    remedy: str = field(default="")

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}" + (f" {self.remedy}" if self.remedy else "")


class ArticleNotFound(ArticleError):
    """There is no such file or folder."""


class EmptyArticle(ArticleError):
    """There is nothing to read in it."""


class BinaryArticle(ArticleError):
    """Its bytes are not text."""


class NotAnArticle(ArticleError):
    """No article was found in the HTML."""


class UnsupportedLanguage(ArticleError):
    """It is written in a language other than English."""


@frozen
class ManifestError(ReconcileError):
    """A sources.toml could not be used."""

    #: the manifest's path
    path: str
    #: what was wrong, in a sentence that quotes it
    reason: str

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


@frozen
class TooFewArticles(ReconcileError):
    """A comparison needs at least two articles."""

    #: how many there were
    found: int
    #: where they were looked for
    where: str = ""

    def __str__(self) -> str:
        where = f" in {self.where}" if self.where else ""
        return f"{self.found} article(s) found{where}: a comparison needs at least two."


@frozen
class SuiteError(ReconcileError):
    """A file of expectations or of accepted findings could not be used."""

    #: the file
    path: str
    #: counts the file's lines from 1; 0 where no line is at fault
    line: int
    #: what was wrong and what to do, in a sentence or two that quote it
    reason: str
    #: the line as it stands in the file
    text: str = field(default="")

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}" if self.line else self.path
        quoted = f"\n    {self.text.strip()}" if self.text.strip() else ""
        return f"{where}: {self.reason}{quoted}"


@frozen
class FindingNotFound(ReconcileError):
    """No finding has the id that was given."""

    #: the id
    id: str
    #: the findings that there are, each as its id and title
    known: tuple[str, ...]

    def __str__(self) -> str:
        if not self.known:
            return f"no finding has the id {self.id!r}: there is none to accept."
        return f"{self.id!r} is not the id of one finding; there are:\n  " + "\n  ".join(self.known)


@frozen
class ConfigurationError(ReconcileError):
    """The options in a pyproject.toml could not be used."""

    #: the file
    path: str
    #: what was wrong, in words that name the key
    reason: str

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}."


@frozen
class DraftChanged(ReconcileError):
    """A Word file no longer holds the text that was read from it."""

    #: the file
    path: str

    def __str__(self) -> str:
        return f"{self.path}: the document changed while it was compared. Run the command again."


@frozen
class ExpectationNotRead(ReconcileError):
    """A sentence states nothing that sources could be held to."""

    #: the sentence, or the words for a tolerance
    text: str
    #: what is missing
    reason: str = field(default="it names no value")

    def __str__(self) -> str:
        example = "the toll is at least 31"
        return (
            f"{self.text!r} cannot be held against the sources: {self.reason}. "
            f"Name a fact and its value in a sentence, as in {example!r}."
        )


@frozen
class ReportNotRead(ReconcileError):
    """A file is no report as JSON."""

    #: the file
    path: str
    #: what is wrong with it
    reason: str

    def __str__(self) -> str:
        made = "reconcile compare … --format json"
        return f"{self.path}: {self.reason}. Reports are written with `{made}`."


@frozen
class ValueNotRead(ReconcileError):
    """No value was found in a text that should be one."""

    #: the text
    text: str

    def __str__(self) -> str:
        return f"no value was found in {self.text!r}"


@frozen
class ParserUnavailable(ReconcileError):
    """The language pipeline could not be loaded."""

    #: the pipeline's package name
    pipeline: str
    #: what the loader said
    reason: str

    def __str__(self) -> str:
        return f"the spaCy pipeline {self.pipeline!r} could not be loaded: {self.reason}"
