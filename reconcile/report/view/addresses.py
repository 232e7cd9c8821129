"""An address out of an article in, one that is safe to follow out, or nothing."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

from reconcile import patterns

#: an address of the web in plain characters; all else is shown as text
_PLAIN: Final = patterns.compile(r"https?://[!-~]+", re.IGNORECASE)


def safe_link(address: str | None) -> str:
    """The address, if it leads to the web and nowhere else; otherwise "".

    No other scheme passes, whatever spaces and control characters stand in it, nor one that
    carries a name and password.
    """
    if not address or not _PLAIN.fullmatch(address):
        return ""
    try:
        parts = urlsplit(address)
        host, user = parts.hostname, parts.username
    except ValueError:
        return ""
    return address if host and user is None else ""
