"""How a document was understood, for the terminal and as JSON."""

from __future__ import annotations

import io
from collections.abc import Iterator

from rich.console import Console
from rich.table import Table
from rich.text import Text

from brief.errors import UsageError
from brief.outline import Outline, OutlineLetter, OutlineMiss, OutlinePart, Outlines

_COLORS = {"body": "green", "statement": "yellow", "noise": "dim", "heading": "bold", "signature": "cyan"}


def render_outline(outlines: Outlines, form: str, width: int = 100, color: bool = False) -> str:
    """Return the outlines as `terminal` or `json` text.

    Raises:
        UsageError: It is another form.
    """
    if form == "json":
        return outlines.model_dump_json(indent=2)
    if form != "terminal":
        raise UsageError(f"brief read: there is terminal and json, not {form}")
    made = io.StringIO()
    console = Console(file=made, width=width, force_terminal=color, no_color=not color, highlight=False)
    for document in outlines.documents:
        for piece in _document(document):
            console.print(piece)
    return made.getvalue()


def _document(document: Outline) -> Iterator[Text | Table]:
    pages = f", {document.pages} pages" if document.pages else ""
    yield Text(f"{_plain(document.name)}  ({document.media_type}{pages}, sha256 {document.sha256[:12]})", style="bold")
    yield _parts(document.parts)
    for letter in document.letters:
        yield from _letter(letter)


def _parts(parts: tuple[OutlinePart, ...]) -> Table:
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False, expand=True)
    for title, width in (("Lines", 7), ("Part", 26), ("Letter", 6)):
        table.add_column(title, no_wrap=True, overflow="ellipsis", min_width=width)
    table.add_column("Text", no_wrap=True, overflow="ellipsis", ratio=1)
    for part in parts:
        lines = f"{part.first_line}" if part.first_line == part.last_line else f"{part.first_line}–{part.last_line}"
        kind = part.kind + (f": {_plain(part.speaker)}" if part.speaker else "")
        style = _COLORS.get(part.kind, "")
        words = Text(_plain(part.text)[:400], style=style)
        table.add_row(lines, Text(kind, style=style), str(part.letter or ""), words)
    return table


def _letter(letter: OutlineLetter) -> Iterator[Text]:
    card = letter.card
    yield Text(f"\nLetter {card.source.index}: {card.kind}, {letter.words} words", style="bold")
    senders = [_plain(p.as_stated) + (f" [{p.role}]" if p.role else "") for p in card.senders]
    yield _line("from", [*senders, *filter(None, [card.senders_unnamed])])
    yield _line("to", [r.as_stated for r in card.recipients])
    yield _line("date", [f"{card.date} ({card.date_basis})"] if card.date else [])
    for item in letter.items:
        number = ".".join(filter(None, (item.parent, item.number)))
        what = " ".join(filter(None, (item.kind, number, f"({item.strength})" if item.strength else "")))
        yield Text.assemble((f"  line {item.line or '?'}: ", "dim"), (what, "bold"), " ", _plain(item.text))
    yield _line("deadlines", [f"{d.as_stated} → {d.date or '?'} ({d.rule})" for d in letter.deadlines])
    yield _line("authorities", [a.text for a in letter.authorities])
    yield _line("said in the release", [f"{s.speaker}: {s.text}" for s in letter.statements])
    yield _line("told of, not listed", list(letter.unlisted))
    for miss in letter.not_found:
        if miss.nearest or miss.what not in ("date", "deadlines"):  # many a letter has none
            yield _missed(miss)


def _missed(miss: OutlineMiss) -> Text:
    """Say of something not found what was looked for, and which words come nearest."""
    near = f"nearest, line {miss.line}: “{_clipped(_plain(miss.nearest))}” – {miss.lacks}" if miss.nearest else ""
    return Text.assemble(
        (f"  no {miss.what}: ", "bold"), (f"looked for {miss.looked_for}; ", "dim"), near or "nothing comes near"
    )


_SHOWN = 160  # characters of the words that come nearest


def _clipped(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN].rsplit(' ', 1)[0]} …"


def _line(name: str, values: list[str]) -> Text:
    return Text.assemble((f"  {name}: ", "dim"), _plain("; ".join(values)) or "none found")


def _plain(text: str | None) -> str:
    """Return one line without control characters: what stands in a letter must not steer a terminal."""
    return "".join(c if c.isprintable() else " " for c in " ".join((text or "").split()))
