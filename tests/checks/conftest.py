"""What the tests of this room share: a text in, the checks of it out."""

import datetime

import pytest

from reconcile.articles import read_article
from reconcile.checks import check_article
from reconcile.claims import extract_claims

PUBLISHED = datetime.datetime(2025, 6, 18, 9, 0, tzinfo=datetime.UTC)


@pytest.fixture(scope="session")
def article_of():
    """The article of a text, published on a Wednesday in June 2025."""

    def read(text):
        return read_article(f"A headline\n\n{text}\n", published=PUBLISHED)

    return read


@pytest.fixture(scope="session")
def checked(article_of):
    """The checks of a text."""

    def check(text):
        article = article_of(text)
        return check_article(extract_claims([article]), article)

    return check
