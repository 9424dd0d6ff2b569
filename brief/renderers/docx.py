"""A report as a Word document: styles, real headings, tables and footnotes, on one page like the PDF."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

from brief.renderers.footnotes import Footnotes, repacked
from brief.renderers.typesetting import Look, Setting, typeset
from brief.report import MARKED, SIGNS, Point, Report, Section, label

FONT = "Times New Roman"  # on every Word; LibreOffice has Liberation Serif of the same widths
ACCENT, QUIET, TINT, HAIR = "1F4069", "565E6B", "EEF2F7", "C3CBD6"
# Of the page as measured with our own font, for the reader's Word sets the lines with another: running text comes out
# shorter there, tables a little taller.
TEXT, TABLES = Look(0.92, stacked=True), Look(0.9, stacked=True)
PAPERS = {"letter": (8.5, 11.0), "a4": (8.268, 11.693)}  # inches
_SIDES, _TOP, _BOTTOM, _RAIL = 0.75, 0.62, 0.5, 1.14  # inches


def render_docx(reports: Iterable[Report], paper: str = "letter") -> bytes:
    """Return the reports as one Word document: a page each, but annexes and lists take what they need.

    Args:
        paper: `letter` or `a4`.
    """
    settings = [typeset(r, paper, TEXT if r.kind == "brief" else TABLES) for r in reports]
    return _Writer(paper, min((s.size for s in settings), default=10.0)).write(settings)


class _Writer:
    """Fills one document; sizes are points."""

    def __init__(self, paper: str, size: float) -> None:
        from docx import Document

        self.document: Any = Document()
        self.size = size
        self.small = max(9.5, size - 0.7)
        self.width = PAPERS[paper][0] - 2 * _SIDES
        self.footnotes = Footnotes(FONT)
        self._page(paper)
        self._styles()

    def write(self, settings: Sequence[Setting]) -> bytes:
        """Return the document with a page for each setting."""
        for n, setting in enumerate(settings):
            self._report(setting.report, new_page=n > 0)
        self.document.core_properties.title = settings[0].report.title[:250] if settings else ""
        self.document.core_properties.author = "letterbrief"
        self.footnotes.attach(self.document)
        out = BytesIO()
        self.document.save(out)
        return repacked(out.getvalue())

    def _page(self, paper: str) -> None:
        from docx.shared import Inches

        section = self.document.sections[0]
        section.page_width, section.page_height = (Inches(x) for x in PAPERS[paper])
        section.left_margin = section.right_margin = Inches(_SIDES)
        section.top_margin, section.bottom_margin = Inches(_TOP), Inches(_BOTTOM)
        section.header_distance = section.footer_distance = Inches(0.3)

    def _styles(self) -> None:
        from docx.shared import Pt

        styles = self.document.styles
        self._style(styles["Normal"], self.size, after=0)
        self._style(styles["Title"], self.size * 1.62, bold=True, after=5, line=1.12)
        self._style(styles["Heading 2"], self.small, bold=True, color=ACCENT, before=7, after=2)
        for name in ("Point", "Field", "Bottom Line", "Fine Print"):
            styles.add_style(name, 1).base_style = styles["Normal"]
        self._style(styles["Point"], self.size, after=1.5)
        self._style(styles["Bottom Line"], self.size * 1.1, after=0)
        self._style(styles["Fine Print"], self.small, color=QUIET, before=0)
        _drop(styles["Title"].element.pPr, "w:pBdr")
        mark = styles.add_style("Footnote Reference", 2)  # raised, not made smaller, see `Footnotes.add`
        mark.font.name, mark.font.size = FONT, Pt(self.small)

    def _style(
        self, style: Any, size: float, *, bold: bool = False, color: str = "1D2129", before: float = 0,
        after: float = 0, line: float = 1.17,
    ) -> None:  # fmt: skip
        from docx.oxml.ns import qn
        from docx.shared import Pt, RGBColor

        style.font.name, style.font.size, style.font.bold = FONT, Pt(round(size * 2) / 2), bold
        style.font.color.rgb = RGBColor.from_string(color)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(kind), FONT)
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
            fonts.attrib.pop(qn(theme), None)
        form = style.paragraph_format
        form.space_before, form.space_after, form.line_spacing = Pt(before), Pt(after), Pt(round(size * line, 1))
        form.widow_control = False

    def _report(self, report: Report, new_page: bool) -> None:
        title = self.document.add_paragraph(report.title, style="Title")
        title.paragraph_format.page_break_before = new_page
        self._strip(report)
        for section in report.sections:
            self._section(section)
        if report.omission:
            self._run(self.document.add_paragraph(style="Fine Print"), report.omission, italic=True, color=ACCENT)
        foot = self.document.add_paragraph(report.checks, style="Fine Print")
        _border(foot, "top", 6, ACCENT, space=4)
        foot.paragraph_format.space_before = _points(8)
        self.document.add_paragraph(" · ".join(line for line in report.footer if line), style="Fine Print")

    def _strip(self, report: Report) -> None:
        if not report.strip:
            return
        columns = max(1, len(report.columns) - 1)
        table = self._table(len(report.strip) + bool(report.columns), 1 + columns)
        for cell, head in zip(table.rows[0].cells, report.columns, strict=False):
            self._run(cell.paragraphs[0], head, bold=True, color=ACCENT)
        for row, point in zip(table.rows[bool(report.columns) :], report.strip, strict=True):
            self._run(row.cells[0].paragraphs[0], point.lead, bold=True, color=ACCENT, size=self.small)
            for cell, value in zip(row.cells[1:], point.cells or (point,), strict=True):
                text = " · ".join((value.text, *value.notes))
                self._run(cell.paragraphs[0], text, bold=point.lead == "Response due")
        if report.columns:
            _header(table.rows[0])
        _table_lines(table, top=ACCENT, bottom=ACCENT)

    def _section(self, section: Section) -> None:
        self.document.add_paragraph(section.title, style="Heading 2").paragraph_format.keep_with_next = True
        if section.key == "bottom-line":
            for point in section.items:
                paragraph = self._said(self.document.add_paragraph(style="Bottom Line"), point)
                _shade(paragraph, TINT)
                _border(paragraph, "left", 18, ACCENT, space=6)
        elif section.style == "grid":
            self._grid(section)
        elif section.columns:
            self._sides(section)
        elif section.style in ("prose", "inline"):
            self._inline(section)
        else:
            for point in section.items:
                self._point(point)

    def _inline(self, section: Section) -> None:
        paragraph = self.document.add_paragraph(style="Point")
        for n, point in enumerate(section.items):
            if n:
                self._run(paragraph, " · ", color=ACCENT)
            self._said(paragraph, point)

    def _point(self, point: Point) -> None:
        from docx.shared import Inches

        paragraph = self.document.add_paragraph(style="Point")
        hang, left = 0.26, 0.26 + 0.26 * point.level
        paragraph.paragraph_format.left_indent = Inches(left + (0.1 if len(point.tag) > 3 else 0))
        paragraph.paragraph_format.first_line_indent = Inches(-hang - (0.1 if len(point.tag) > 3 else 0))
        paragraph.paragraph_format.tab_stops.add_tab_stop(paragraph.paragraph_format.left_indent)
        self._run(paragraph, f"{point.tag or '–'}\t", color=ACCENT)
        self._said(paragraph, point)

    def _sides(self, section: Section) -> None:
        heads = section.columns if section.columns[1:] != ("A", "B") else ()
        table = self._table(len(section.items) + bool(heads), len(section.columns))
        for cell, head in zip(table.rows[0].cells, heads, strict=False):
            self._run(cell.paragraphs[0], head, bold=True, color=ACCENT)
        for row, point in zip(table.rows[bool(heads) :], section.items, strict=True):
            first = row.cells[0].paragraphs[0]
            self._run(first, point.text, bold=True)
            if point.lead:
                self._run(first, f" {point.lead}", italic=True, color=ACCENT, size=self.small)
            self._footnote(first, point.notes)
            for cell, side in zip(row.cells[1:], point.cells, strict=True):
                self._said(cell.paragraphs[0], side, tag=True)
        if heads:
            _header(table.rows[0])
        _table_lines(table, inside=HAIR, top=HAIR)

    def _grid(self, section: Section) -> None:
        table = self._table(len(section.items) + 1, len(section.columns), rail=min(3.0, self.width / 3))
        for cell, head in zip(table.rows[0].cells, section.columns, strict=True):
            self._run(cell.paragraphs[0], head, bold=True, color=ACCENT, size=self.small)
        for row, point in zip(table.rows[1:], section.items, strict=True):
            self._run(row.cells[0].paragraphs[0], point.text)
            for cell, side in zip(row.cells[1:], point.cells, strict=True):
                self._run(cell.paragraphs[0], SIGNS.get(side.kind, "?"))
        _header(table.rows[0])
        _table_lines(table, inside=HAIR, top=HAIR, bottom=HAIR, gap=20)  # "25" in the width of a column

    def _table(self, rows: int, columns: int, rail: float = _RAIL) -> Any:
        from docx.shared import Inches

        table = self.document.add_table(rows, columns)
        table.autofit = False
        widths = [rail, *[(self.width - rail) / (columns - 1)] * (columns - 1)]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Inches(width)
            for cell in column.cells:
                cell.width = Inches(width)
        return table

    def _said(self, paragraph: Any, point: Point, tag: bool = False) -> Any:
        quiet = point.kind == "none"
        if point.mark:
            self._run(paragraph, f"{MARKED[point.mark]}. ", bold=True, color=ACCENT)
        if tag and point.tag:
            self._run(paragraph, f"{point.tag} ", bold=True, color=ACCENT)
        if point.lead:
            self._run(paragraph, f"{point.lead}: ", italic=True)
        self._run(paragraph, point.text, italic=quiet, color=QUIET if quiet else "")
        if point.due:
            self._run(paragraph, f" — {point.due}", bold=True)
        self._footnote(paragraph, point.notes)
        where = label(point.refs)
        if where:
            self._run(paragraph, f"\u00a0{where}", color=QUIET, size=self.small)
        return paragraph

    def _run(
        self, paragraph: Any, text: str, *, bold: bool = False, italic: bool = False, color: str = "", size: float = 0
    ) -> Any:  # fmt: skip
        from docx.shared import Pt, RGBColor

        run = paragraph.add_run(text)
        run.bold, run.italic = bold or None, italic or None
        if color:
            run.font.color.rgb = RGBColor.from_string(color)
        if size:
            run.font.size = Pt(round(size * 2) / 2)
        return paragraph

    def _footnote(self, paragraph: Any, notes: tuple[str, ...]) -> None:
        if notes:
            self.footnotes.add(paragraph, "; ".join(notes), self.small)


def _points(size: float) -> Any:
    from docx.shared import Pt

    return Pt(size)


def _drop(parent: Any, tag: str) -> None:
    from docx.oxml.ns import qn

    for element in parent.findall(qn(tag)):
        parent.remove(element)


def _child(parent: Any, tag: str, **values: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(tag)
    for name, value in values.items():
        element.set(qn(f"w:{name}"), value)
    parent.append(element)
    return element


def _border(paragraph: Any, side: str, eighths: int, color: str, space: int) -> None:
    borders = _child(paragraph._p.get_or_add_pPr(), "w:pBdr")
    _child(borders, f"w:{side}", val="single", sz=str(eighths), space=str(space), color=color)
    _in_order(paragraph._p.pPr)


def _shade(paragraph: Any, color: str) -> None:
    _child(paragraph._p.get_or_add_pPr(), "w:shd", val="clear", color="auto", fill=color)


def _in_order(properties: Any) -> None:
    """Put a paragraph's borders and shading where the schema wants them (ECMA-376, CT_PPr)."""
    from docx.oxml.ns import qn

    order = [
        "w:pStyle",
        "w:keepNext",
        "w:pageBreakBefore",
        "w:widowControl",
        "w:pBdr",
        "w:shd",
        "w:tabs",
        "w:spacing",
        "w:ind",
    ]
    place = {qn(tag): n for n, tag in enumerate(order)}
    properties[:] = sorted(properties, key=lambda element: place.get(element.tag, len(order)))


def _header(row: Any) -> None:
    """Tell that a row heads its table: read out with each cell, repeated on each page."""
    _child(row._tr.get_or_add_trPr(), "w:tblHeader")


def _table_lines(table: Any, *, inside: str = "", top: str = "", bottom: str = "", gap: int = 100) -> None:
    from docx.oxml.ns import qn

    properties = table._tbl.tblPr
    _drop(properties, "w:tblBorders")
    borders = _child(properties, "w:tblBorders")
    for side, color in (("top", top), ("bottom", bottom), ("insideH", inside)):
        if color:
            _child(borders, f"w:{side}", val="single", sz="6" if color == ACCENT else "4", space="0", color=color)
    margins = _child(properties, "w:tblCellMar")
    for side, width in (("top", 20), ("left", 0), ("bottom", 20), ("right", gap)):
        _child(margins, f"w:{side}", w=str(width), type="dxa")
    for tag in ("w:tblLayout", "w:tblCellMar", "w:tblLook"):  # the order that the schema wants (ECMA-376, CT_TblPr)
        for element in properties.findall(qn(tag)):
            properties.remove(element)
            properties.append(element)
