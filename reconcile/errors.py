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
├── ValueNotRead            a text in which no value was found
└── ParserUnavailable       the language pipeline is not installed
"""

from attrs import field, frozen


@frozen(auto_exc=True)
class ReconcileError(Exception):
    """The base of every error that the library raises on purpose."""

    def __str__(self) -> str:
        return self.__doc__ or type(self).__name__


@frozen(auto_exc=True)
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


@frozen(auto_exc=True)
class ManifestError(ReconcileError):
    """A sources.toml could not be used."""

    #: the manifest's path
    path: str
    #: what was wrong, in a sentence that quotes it
    reason: str

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


@frozen(auto_exc=True)
class TooFewArticles(ReconcileError):
    """A comparison needs at least two articles."""

    #: how many there were
    found: int
    #: where they were looked for
    where: str = ""

    def __str__(self) -> str:
        where = f" in {self.where}" if self.where else ""
        return f"{self.found} article(s) found{where}: a comparison needs at least two."


@frozen(auto_exc=True)
class ValueNotRead(ReconcileError):
    """No value was found in a text that should be one."""

    #: the text
    text: str

    def __str__(self) -> str:
        return f"no value was found in {self.text!r}"


@frozen(auto_exc=True)
class ParserUnavailable(ReconcileError):
    """The language pipeline could not be loaded."""

    #: the pipeline's package name
    pipeline: str
    #: what the loader said
    reason: str

    def __str__(self) -> str:
        return f"the spaCy pipeline {self.pipeline!r} could not be loaded: {self.reason}"
