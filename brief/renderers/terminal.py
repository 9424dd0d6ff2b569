"""A report in the terminal: Rich lays it out; letter text is never read as markup or control codes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from brief.report import MARKED, SIGNS, Point, Report, Section, capped, fitted, label

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

ACCENT = "bold cyan"
_ROWS = 72  # lines on a page: 9 points on US Letter


def render_terminal(reports: Iterable[Report], width: int = 100, color: bool = False) -> str:
    """Return the reports as text for a terminal.

    Args:
        width: Columns to fill. color: Whether to use ANSI colours; without it the text is plain.
    """
    from io import StringIO

    from rich.console import Console

    console = Console(
        file=StringIO(), width=width, force_terminal=color, no_color=not color,
        color_system="standard" if color else None, highlight=False, markup=False, emoji=False, legacy_windows=False,
    )  # fmt: skip
    for count, report in enumerate(reports):
        if count:
            console.rule()
        _show(_page(report, width), console)
    text: str = console.file.getvalue()  # type: ignore[attr-defined]  # the file is the StringIO above
    return "\n".join(line.rstrip() for line in text.splitlines()) + "\n"


def _page(report: Report, width: int) -> Report:
    """Return what fits a page of text; a brief, an annex and a list are short enough, or meant to be whole."""
    if report.kind not in ("comparison", "matrix"):
        return report
    return fitted(capped(report), lambda form: render_length(form, width) <= _ROWS)


def render_length(report: Report, width: int) -> int:
    """Return how many lines a report takes in a terminal of `width` columns."""
    from io import StringIO

    from rich.console import Console

    console = Console(file=StringIO(), width=width, markup=False, emoji=False, highlight=False, color_system=None)
    _show(report, console)
    return str(console.file.getvalue()).count("\n")  # type: ignore[attr-defined]  # the file is the StringIO above


def _show(report: Report, console: Console) -> None:
    from rich.text import Text

    console.print(Text(report.title, style="bold"))
    console.print()
    if report.strip:
        console.print(_strip(report))
        console.print()
    for section in report.sections:
        _show_section(section, console)
    for line in (report.omission, report.checks, " · ".join(f for f in report.footer if f)):
        if line:
            console.print(Text(line, style="dim italic"))


def _strip(report: Report) -> Table:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, show_header=bool(report.columns), padding=(0, 2, 0, 0), header_style=ACCENT)
    for head in report.columns or ("", ""):
        table.add_column(Text(head), overflow="fold")
    for point in report.strip:
        cells = point.cells or (point,)
        table.add_row(Text(point.lead, style=ACCENT), *(Text(" · ".join((c.text, *c.notes))) for c in cells))
    return table


def _show_section(section: Section, console: Console) -> None:
    from rich.padding import Padding
    from rich.text import Text

    console.print(Text(section.title.upper(), style=ACCENT))
    if section.style == "grid":
        for table in _grids(section, console.width):
            console.print(table)
    elif section.columns:
        console.print(_table(section))
    elif section.style == "inline":
        console.print(Text(" · ").join(_said(p) for p in section.items))
    elif section.style == "prose":
        for point in section.items:
            console.print(_said(point))
    else:
        for point in section.items:
            console.print(Padding(_bulleted(point), (0, 0, 0, 3 * point.level)))
    console.print()


def _bulleted(point: Point) -> Table:
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True, min_width=2)
    grid.add_column(overflow="fold")
    grid.add_row(Text(point.tag or "•"), _said(point))
    return grid


def _table(section: Section) -> Table:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    bare = section.columns[1:] == ("A", "B")  # the strip names the sides
    table = Table(box=None if bare else box.SIMPLE_HEAD, header_style="bold", show_header=not bare, expand=True)
    for n, head in enumerate(section.columns):
        table.add_column(Text(head), overflow="fold", ratio=3 if n else 2, min_width=24 if n == 0 else None)
    for row in section.items:
        table.add_row(_row_head(row), *(_said(c, in_cell=True) for c in row.cells))
    return table


_TOPIC = 24  # columns of the terminal for the row's head, at least


def _grids(section: Section, width: int) -> Iterator[Table]:
    """Set one sign per letter, under the letter's number read downwards, in as many tables as the letters take."""
    from rich.table import Table
    from rich.text import Text

    heads = section.columns[1:]
    longest = max(map(len, heads))
    most = max(1, (width - _TOPIC - 2) // 2)
    for at in range(0, len(heads), most):
        table = Table(box=None, padding=(0, 1, 0, 0), header_style=ACCENT)
        table.add_column(Text(section.columns[0]), overflow="fold", min_width=_TOPIC)
        for head in heads[at : at + most]:
            table.add_column(Text("\n".join(head.rjust(longest))), no_wrap=True, width=1)
        for row in section.items:
            table.add_row(Text(row.text), *(Text(SIGNS.get(c.kind, "?")) for c in row.cells[at : at + most]))
        yield table


def _row_head(row: Point) -> Text:
    from rich.text import Text

    text = Text(row.text, style="bold")
    if row.lead:
        text.append(f"\n{row.lead}", style="not bold italic")
    for note in row.notes:
        text.append(f"\n{note}", style="not bold dim")
    return text


def _said(point: Point, in_cell: bool = False) -> Text:
    from rich.text import Text

    text = Text()
    if point.mark:
        text.append(f"[{MARKED[point.mark].lower()}] ", style="bold")
    if in_cell and point.tag:
        text.append(f"{point.tag} ", style="bold")
    if point.lead:
        text.append(f"{point.lead}: ", style="italic")
    text.append(point.text)
    if point.due:
        text.append(f" — {point.due}", style="bold")
    for note in point.notes:
        text.append(f" ({note})", style="dim")
    where = label(point.refs)
    if where:
        text.append(f" {where}", style="cyan")
    return text
