"""Changes in, a page for a terminal out: what is new in front."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from rich.console import Console
from rich.text import Text

from reconcile.report.changes.compare import Change, Changes
from reconcile.report.changes.entries import Entry, Said, Tone
from reconcile.report.excerpts import one_line
from reconcile.report.layout import cut, hang, wrap
from reconcile.report.words import NOT_JUDGED, Look, look_of

#: lines longer than this are hard to read
_WIDEST_COLUMNS: Final = 100
#: columns of a page that goes to a file
_FILE_COLUMNS: Final = 80
_LOOKS: Final[dict[Tone, Look]] = {
    "joint": Look("∑", "bold red", "do not fit together"),
    "internal": Look("!", "bold red", "does not fit itself"),
    "possible": NOT_JUDGED,
}
_SINGLE: Final = Look("·", "bold", "said")


def print_changes(changes: Changes, names: Sequence[str], console: Console) -> None:
    """Write the changes to a rich console; ``names`` are what the two versions are called."""
    lines = change_lines(changes, names, min(console.width, _WIDEST_COLUMNS))
    console.print(Text("\n").join(lines), highlight=False, soft_wrap=True)


def changes_to_text(changes: Changes, names: Sequence[str]) -> str:
    """The page as plain text of 80 columns."""
    page = io.StringIO()
    console = Console(file=page, width=_FILE_COLUMNS, emoji=False, markup=False)
    print_changes(changes, names, console)
    return page.getvalue()


def change_lines(changes: Changes, names: Sequence[str], width: int) -> Iterator[Text]:
    """The lines of the page, none wider than ``width`` columns."""
    for label, name in zip(("OLD", "NEW"), names, strict=True):
        line = Text(f"{label}  ", style="bold cyan")
        line.append(one_line(name))
        yield cut(line, width)
    yield Text()
    yield from wrap(_summary(changes), width)
    yield from _section("APPEARED", (_entry(each, width) for each in changes.appeared))
    yield from _section("CHANGED", (_change(each, width) for each in changes.changed))
    yield from _section("VANISHED", (_entry(each, width) for each in changes.vanished))


def _summary(changes: Changes) -> Text:
    text = Text()
    for count, words in (
        (len(changes.appeared), "appeared"),
        (len(changes.changed), "changed"),
        (len(changes.vanished), "vanished"),
        (changes.unchanged, "as before"),
    ):
        text.append(" · " if text else "")
        text.append(str(count), style="bold" if count else "dim")
        text.append(f" {words}")
    return text


def _section(title: str, blocks: Iterable[Sequence[Text]]) -> Iterator[Text]:
    lines = [line for block in blocks for line in block]
    if lines:
        yield from (Text(), Text(title, style="bold"), *lines)


def look_at(entry: Entry) -> Look:
    """How a finding is shown."""
    if not entry.title:
        return _SINGLE
    if entry.tone in ("joint", "internal", "possible"):
        return _LOOKS[entry.tone]
    return look_of(entry.tone)  # type: ignore[arg-type]


def _entry(entry: Entry, width: int) -> list[Text]:
    look = look_at(entry)
    if not entry.title:
        said = entry.said[0]
        line = Text(f"{look.sign} ", style=look.style)
        line.append(f"“{one_line(said.text)}”", style="bold")
        return hang(line + Text(" "), Text(one_line(said.sentence), style="dim"), width)
    lines = [_heading(look, entry.title, "", width)]
    lines += [line for said in _once(entry.said) for line in _said("  ", said, width)]
    if entry.tone != "agree":
        lines += _why(entry, width)
    return lines


def _change(change: Change, width: int) -> list[Text]:
    old, new = look_at(change.old), look_at(change.new)
    note = "" if old.word == new.word else f"{old.word}, now {new.word}"
    lines = [_heading(new, change.new.title, note, width)]
    gone = [each for each in change.old.said if each.key not in change.new.keys]
    fresh = [each for each in change.new.said if each.key not in change.old.keys]
    for label, every in (("  was ", gone), ("  now ", fresh)):
        lines += [line for said in _once(every) for line in _said(label, said, width)]
    if change.new.tone != "agree":
        lines += _why(change.new, width)
    return lines


def _heading(look: Look, title: str, note: str, width: int) -> Text:
    line = Text(f"{look.sign} ", style=look.style)
    line.append(one_line(title), style="bold")
    line.append(f"  {note}" if note else "", style="dim")
    return cut(line, width)


def _once(said: Iterable[Said]) -> list[Said]:
    """Each statement of each source once."""
    return list({(each.key, each.text.casefold()): each for each in said}.values())


def _said(label: str, said: Said, width: int) -> list[Text]:
    body = Text(one_line(said.source), style="cyan")
    body.append(f" “{one_line(said.text)}”", style="not dim")
    if said.reading and said.reading not in said.text:
        body.append(f" = {one_line(said.reading)}", style="italic dim")
    return hang(Text(label, style="dim"), body, width)


def _why(entry: Entry, width: int) -> list[Text]:
    return hang(Text("  → ", style=look_at(entry).style), Text(one_line(entry.explanation)), width)
