"""Bytes in, text out, with a note where the encoding had to be detected."""

from __future__ import annotations

import codecs
import re
from typing import Final

from reconcile import patterns
from reconcile.errors import BinaryArticle
from reconcile.tuples import NamedTuple

_SIGNATURES: Final = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "a database"),
    (b"{\\rtf", "a rich text document"),
)
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED: Final = patterns.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.I)
_WESTERN: Final = patterns.compile(r"[\x80-\x9f]|[A-Za-z][¡-¿×÷][A-Za-z]")
#: how much of the bytes is looked at to detect an encoding
_SAMPLE_BYTES: Final = 200_000
#: an encoding that nothing declares is not guessed from fewer bytes
_LEAST_BYTES: Final = 24
#: a text of which more than this share could not be decoded is none
_MOST_LOST: Final = 0.02
_REMEDY: Final = "Save it as plain text, Word (.docx), HTML or Markdown and pass that."
_AS_UTF8: Final = "Save it as UTF-8 text and pass that."


class Decoded(NamedTuple):
    """A text, and what had to be decided to read it."""

    text: str
    notes: tuple[str, ...] = ()


def _utf16_without_mark(data: bytes) -> str | None:
    """The byte order of UTF-16 without a mark, told by where its zero bytes stand."""
    if len(data) < _LEAST_BYTES:
        return None
    sample = data[:4000]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = max(len(sample) // 2, 1)
    if odd * 10 > half * 7 and even * 10 < half:
        return "utf-16-le"
    if even * 10 > half * 7 and odd * 10 < half:
        return "utf-16-be"
    return None


def _refuse_binary(data: bytes, path: str) -> None:
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise BinaryArticle(path, f"this is {what}, not text.", _REMEDY)
    sample = data[:_SAMPLE_BYTES]
    strange = sum(sample.count(byte) for byte in (*range(9), *range(14, 27)))
    if strange * 20 > len(sample):
        raise BinaryArticle(path, "its bytes are not text in any encoding.", _REMEDY)


def _declared_encoding(data: bytes) -> str | None:
    match = _DECLARED.search(data[:4096])
    if match is None:
        return None
    try:
        return codecs.lookup(match[1].decode("ascii")).name
    except LookupError:
        return None


def _detected_encoding(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE_BYTES]).best()
    return best.encoding if best is not None else None


def _decode_other(data: bytes, path: str) -> Decoded:
    """The text of bytes that are not UTF-8, by declaration, as Western, or by detection."""
    declared = _declared_encoding(data)
    if declared is not None and declared != "utf-8":
        text = _decoded_as(declared, data, path)
        return Decoded(text, (f"decoded as {declared}, as the page declares",))
    western = data.decode("cp1252", errors="replace")
    if "\ufffd" not in western and not _WESTERN.search(western) and _is_mostly_ascii(western):
        return Decoded(western, ("not UTF-8: decoded as windows-1252",))
    if len(data) < _LEAST_BYTES:
        reason = f"{len(data)} bytes that are not UTF-8 are too few to tell their encoding."
        raise BinaryArticle(path, reason, _AS_UTF8)
    encoding = _detected_encoding(data)
    if encoding is None:
        raise BinaryArticle(path, "its encoding could not be detected.", _AS_UTF8)
    text = _decoded_as(encoding, data, path)
    return Decoded(text, (f"not UTF-8: decoded as {encoding}, by detection",))


def _decoded_as(encoding: str, data: bytes, path: str) -> str:
    """The text in an encoding, odd bytes replaced; raises BinaryArticle where they are many."""
    text = data.decode(encoding, errors="replace")
    lost = text.count("\ufffd")
    if lost > len(text) * _MOST_LOST:
        reason = f"read as {encoding}, {lost} of its {len(text)} characters are not text."
        raise BinaryArticle(path, reason, _AS_UTF8)
    return text


def _is_mostly_ascii(text: str) -> bool:
    sample = text[:_SAMPLE_BYTES]
    return sum(character > "\x7f" for character in sample) * 10 <= len(sample)


def decode(data: bytes, path: str) -> Decoded:
    """The text of a file's bytes; raises BinaryArticle where they are not text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = _decoded_as(encoding, data, path)
            return Decoded(text, () if encoding == "utf-8-sig" else (f"decoded as {encoding}",))
    order = _utf16_without_mark(data)
    if order is not None:
        return Decoded(_decoded_as(order, data, path), (f"decoded as {order}",))
    _refuse_binary(data, path)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _decode_other(data, path)
