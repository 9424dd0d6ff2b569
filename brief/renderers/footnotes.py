"""Footnotes for Word documents, which python-docx cannot make; and equal bytes for equal text."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


class Footnotes:
    """The footnotes of one document, numbered by Word as they come (ECMA-376 part 1, §17.11)."""

    def __init__(self, font: str) -> None:
        self._font = font
        self._notes: list[tuple[str, float]] = []

    def add(self, paragraph: Any, text: str, size: float) -> None:
        """Set a mark at the end of `paragraph`, with `text` as its note in type of `size` points.

        The mark is raised, not made smaller: nothing on the page is under its least size.
        """
        self._notes.append((text, size))
        run = paragraph.add_run()
        properties = _sub(run._r, "rPr", None)
        _sub(properties, "rStyle", "FootnoteReference")
        _sub(properties, "position", "6")
        _sub(properties, "sz", str(round(size * 2)))
        _sub(run._r, "footnoteReference", None).set(f"{{{_W}}}id", str(len(self._notes)))

    def attach(self, document: Any) -> None:
        """Add the notes to the document's package; a document without any stays as it is."""
        if not self._notes:
            return
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part

        part = Part(PackURI("/word/footnotes.xml"), _TYPE, self._xml(), document.part.package)
        document.part.relate_to(part, _RELATION)
        settings = document.settings.element
        listed = _made("footnotePr")
        for number in (-1, 0):
            _sub(listed, "footnote", None).set(f"{{{_W}}}id", str(number))
        settings.insert(_place(settings), listed)

    def _xml(self) -> bytes:
        from lxml import etree

        root = etree.Element(f"{{{_W}}}footnotes", nsmap={"w": _W})
        for number, kind in ((-1, "separator"), (0, "continuationSeparator")):
            note = _sub(root, "footnote", None)
            note.set(f"{{{_W}}}type", kind)
            note.set(f"{{{_W}}}id", str(number))
            paragraph = _sub(note, "p", None)
            spacing = _sub(_sub(paragraph, "pPr", None), "spacing", None)
            for side, value in (("before", "0"), ("after", "0"), ("line", "120"), ("lineRule", "exact")):
                spacing.set(f"{{{_W}}}{side}", value)
            _sub(_sub(paragraph, "r", None), kind, None)
        for number, (text, size) in enumerate(self._notes, 1):
            self._note(root, number, text, size)
        data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        return data

    def _note(self, root: Any, number: int, text: str, size: float) -> None:
        note = _sub(root, "footnote", None)
        note.set(f"{{{_W}}}id", str(number))
        paragraph = _sub(note, "p", None)
        spacing = _sub(_sub(paragraph, "pPr", None), "spacing", None)
        for side, value in (("before", "0"), ("after", "0"), ("line", str(round(size * 23))), ("lineRule", "exact")):
            spacing.set(f"{{{_W}}}{side}", value)
        self._run(paragraph, size, "footnoteRef")
        words = _sub(self._run(paragraph, size), "t", None)
        words.text = f" {text}"
        words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")

    def _run(self, paragraph: Any, size: float, mark: str = "") -> Any:
        run = _sub(paragraph, "r", None)
        properties = _sub(run, "rPr", None)
        if mark:
            _sub(properties, "rStyle", "FootnoteReference")
        fonts = _sub(properties, "rFonts", None)
        for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(f"{{{_W}}}{kind}", self._font)
        _sub(properties, "color", "565E6B")
        _sub(properties, "sz", str(round(size * 2)))
        if mark:
            _sub(run, mark, None)
        return run


def _made(tag: str) -> Any:
    from lxml import etree

    return etree.Element(f"{{{_W}}}{tag}")


def _sub(parent: Any, tag: str, value: str | None) -> Any:
    from lxml import etree

    element = etree.SubElement(parent, f"{{{_W}}}{tag}")
    if value is not None:
        element.set(f"{{{_W}}}val", value)
    return element


def _place(settings: Any) -> int:
    """Return where footnote properties go among the settings: before `compat` (ECMA-376, CT_Settings)."""
    after = [n for n, element in enumerate(settings) if element.tag in (f"{{{_W}}}compat", f"{{{_W}}}rsids")]
    return after[0] if after else len(settings)


def repacked(data: bytes) -> bytes:
    """Return a zip with the same files under one fixed date, so that equal reports give equal bytes."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(ZipInfo(name, (1980, 1, 1, 0, 0, 0)), source.read(name), ZIP_DEFLATED)
    return out.getvalue()
