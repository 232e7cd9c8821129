"""What the tests of this room share: a text in, the checks of it out."""

import datetime

import pytest

from reconcile.articles import read_article
from reconcile.checks import check_article
from reconcile.claims import extract_claims

PUBLISHED = datetime.datetime(2025, 6, 18, 9, 0, tzinfo=datetime.UTC)


@pytest.fixture(scope="session")
def checked():
    """The checks of a text, published on a Wednesday in June 2025 unless it is said when."""

    def check(text, published=PUBLISHED):
        article = read_article(f"A headline\n\n{text}\n", published=published)
        return check_article(extract_claims([article]), article)

    return check
