"""python-docx, which is asked for only where a Word document is written."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from docx.document import Document

#: every file in a package has this date: the same report gives the same bytes
_DATE: Final = (1980, 1, 1, 0, 0, 0)


def open_document(data: bytes | None = None) -> Document:
    """The document of a file's bytes, or an empty one."""
    import docx

    return docx.Document(None if data is None else io.BytesIO(data))


def saved(document: Document) -> bytes:
    """The bytes of a document, the same for the same document."""
    written = io.BytesIO()
    document.save(written)
    packed = io.BytesIO()
    with zipfile.ZipFile(written) as package, zipfile.ZipFile(packed, "w") as copy:
        for part in package.infolist():
            entry = zipfile.ZipInfo(part.filename, _DATE)
            entry.external_attr = 0o600 << 16
            copy.writestr(entry, package.read(part), zipfile.ZIP_DEFLATED)
    return packed.getvalue()
