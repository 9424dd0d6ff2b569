"""Every letter on one page: pages, fill and smallest type in PDF, Word (LibreOffice) and print (Chromium), both papers.

    python benchmarks/one_page.py [DIRECTORY ...]     # default: the sample letters; needs soffice and chromium

Fill is 1 less the largest empty gap between lines of type (or down to the margin); it matters where a page was cut.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import pypdfium2
from playwright.sync_api import sync_playwright

import brief

SAMPLES = Path(__file__).parent.parent / "tests" / "fixtures" / "letters"
PAPERS = ("letter", "a4")
FORMS = ("pdf", "docx", "html")
_TOP, _BOTTOM = 44.6, 36.0  # margins in points
_MARK = 7.0  # LibreOffice sets the marks of footnotes smaller than asked; type below this is theirs


def measured(path: Path) -> tuple[int, float, float]:
    """Return the pages of a PDF, the fill of its first, and the smallest type there in points."""
    document = pypdfium2.PdfDocument(path)
    text, matrix = document[0].get_textpage(), pypdfium2.raw.FS_MATRIX()
    lines, sizes = set(), set()
    for i in range(text.count_chars()):
        if text.get_text_range(i, 1).strip():
            _, low, _, high = text.get_charbox(i)
            lines.add((round(low), round(high)))
            pypdfium2.raw.FPDFText_GetMatrix(text, i, matrix)
            sizes.add(round(pypdfium2.raw.FPDFText_GetFontSize(text, i) * abs(matrix.d or 1), 1))
    height = document[0].get_height()
    gap, floor = 0.0, height - _TOP
    for low, high in sorted(lines, reverse=True):
        gap, floor = max(gap, floor - high), min(floor, low)
    gap = max(gap, floor - _BOTTOM)
    return len(document), 1 - gap / (height - _TOP - _BOTTOM), min(s for s in sizes if s > _MARK)


def summaries(folders: list[Path]) -> dict[str, tuple[Any, Any]]:
    """Read all letters of the folders by rule; return each summary with its document."""
    found = {}
    for path in sorted(p for folder in folders for p in folder.iterdir() if p.is_file()):
        try:
            for letter in brief.read(path):
                found[letter.id] = (brief.summarize(letter, model="extractive"), letter.document)
        except brief.BriefError as error:
            print(f"{path.name}: {error}", file=sys.stderr)
    return found


def written(found: dict[str, tuple[Any, Any]], folder: Path) -> float:
    """Write every letter in every form; return the longest time that a PDF took, in seconds."""
    longest = 0.0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--headless", "--no-sandbox"])
        page = browser.new_page()
        for n, (summary, document) in enumerate(found.values()):
            for paper in PAPERS:
                options: dict[str, Any] = {"documents": {summary.letter.id: document}, "paper": paper}
                start = time.perf_counter()
                (folder / f"{n}-{paper}-pdf.pdf").write_bytes(brief.render(summary, "pdf", **options))
                longest = max(longest, time.perf_counter() - start)
                (folder / f"{n}-{paper}-docx.docx").write_bytes(brief.render(summary, "docx", **options))
                report = folder / f"{n}-{paper}.html"
                report.write_text(brief.render(summary, "html", **options), encoding="utf-8")
                page.goto(report.as_uri())
                (folder / f"{n}-{paper}-html.pdf").write_bytes(page.pdf(prefer_css_page_size=True))
        browser.close()
    files = sorted(map(str, folder.glob("*.docx")))
    subprocess.run(
        ["soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, *files], check=True, capture_output=True
    )
    return longest


def main(folders: list[Path]) -> int:
    """Print the table; return 1 if a letter is on more than a page."""
    found, over = summaries(folders), 0
    with tempfile.TemporaryDirectory() as name:
        longest = written(found, Path(name))
        print("pages / fill / smallest type (pt)".ljust(46), *(f"{f} {p}".ljust(14) for p in PAPERS for f in FORMS))
        for n, letter in enumerate(found):
            cells = [measured(Path(name) / f"{n}-{p}-{f}.pdf") for p in PAPERS for f in FORMS]
            over += sum(pages != 1 for pages, _, _ in cells)
            print(letter[:44].ljust(46), *(f"{a} / {b:.2f} / {c:<4}" for a, b, c in cells))
    print(f"{len(found)} letters, {over} over a page; slowest PDF {longest:.2f} s")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main([Path(p) for p in sys.argv[1:]] or [SAMPLES]))
