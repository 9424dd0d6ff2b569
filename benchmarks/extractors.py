"""What extractors of main text keep of awkward letter pages, and how fast: `python benchmarks/extractors.py`.

Needs `pip install trafilatura readability-lxml jusText`. Each page holds marks that a reading of a letter must keep;
the table says how many of them each tool keeps, and the time per page against `brief` in the same run.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path

from brief.ingest import read

LETTERS = Path(__file__).parent.parent / "tests" / "fixtures" / "letters"
PROSE = "We write to you about the river and about the town that lives by it, as our offices have done before. " * 3
SHELL = "<html><head><title>t</title></head><body>{}</body></html>"
# Each page, and patterns that its text must hold, in this order.
PAGES = {
    "numbered questions": (
        (
            f"<article><h1>Letter</h1><p>{PROSE}</p><ol><li>Why was it moved?</li><li>Who asked?<ol type='a'>"
            f"<li>In writing?</li><li>By mouth?</li></ol></li></ol><p>{PROSE}</p></article>"
        ),
        [r"1\. *Why was it moved", r"2\. *Who asked", r"a\. *In writing", r"b\. *By mouth"],
    ),
    "a list that goes on": (
        (
            f'<article><p>{PROSE}</p><ol start="4"><li>Fourth ask</li><li value="7">Seventh ask</li></ol>'
            f"<p>{PROSE}</p></article>"
        ),
        [r"4\. *Fourth", r"7\. *Seventh"],
    ),
    "text before the first heading": (
        f"<div><p>For immediate release: read this first.</p><h2>Senators write</h2><p>{PROSE}</p><p>{PROSE}</p></div>",
        ["read this first", "Senators write", "We write to you"],
    ),
    "short lines of a letter": (
        (
            f"<div><p>March 3, 2024</p><p>The Honorable Ann Lee<br>Secretary of Rivers</p><p>Dear Secretary Lee:</p>"
            f"<p>{PROSE}</p><p>{PROSE}</p><p>Sincerely,</p><p>Bo Day<br>United States Senator</p></div>"
        ),
        ["March 3, 2024", r"Ann Lee\s*\n\s*Secretary", "Dear Secretary Lee", "Sincerely,", r"Bo Day\s*\n\s*United"],
    ),
    "a letter in a layout table": (
        (
            f"<table><tr><td><p>Menu</p></td><td><h2>Our letter</h2><p>{PROSE}</p><ul><li>First ask</li></ul>"
            f"<p>{PROSE}</p></td></tr></table>"
        ),
        ["Our letter", "We write to you", "First ask"],
    ),
    "signers in a table": (
        (
            f"<article><p>{PROSE}</p><p>{PROSE}</p><table><tr><td>Ann Lee</td><td>Ohio</td></tr><tr><td>Bo Day</td>"
            "<td>Utah</td></tr></table></article>"
        ),
        ["Ann Lee", "Ohio", "Bo Day", "Utah"],
    ),
}


def by_brief(page: str) -> str:
    return read(page.encode()).text


def by_trafilatura(page: str) -> str:
    import trafilatura

    return trafilatura.extract(page, favor_recall=True, include_formatting=True) or ""


def by_readability(page: str) -> str:
    from lxml.html import fromstring
    from readability import Document

    return "\n".join(fromstring(Document(page).summary()).itertext())


def by_justext(page: str) -> str:
    import justext

    blocks = justext.justext(page.encode(), justext.get_stoplist("English"))
    return "\n".join(b.text for b in blocks if not b.is_boilerplate)


TOOLS: dict[str, Callable[[str], str]] = {
    "brief": by_brief, "trafilatura": by_trafilatura, "readability": by_readability, "justext": by_justext
}  # fmt: skip


def kept(text: str, marks: list[str]) -> int:
    """How many of the marks stand in the text, each after the one before."""
    count = at = 0
    for mark in marks:
        if found := re.compile(mark).search(text, at):
            count, at = count + 1, found.end()
    return count


def seconds(tool: Callable[[str], str], pages: list[str]) -> float:
    for page in pages:
        tool(page)
    begin = time.perf_counter()
    for page in pages * 5:
        tool(page)
    return (time.perf_counter() - begin) / (5 * len(pages))


def main() -> None:
    real = [p.read_text(encoding="utf-8") for p in sorted(LETTERS.glob("*.html"))]
    times = {name: seconds(tool, real) for name, tool in TOOLS.items()}
    print(f"{'page':32}" + "".join(f"{name:>13}" for name in TOOLS))
    for title, (body, marks) in PAGES.items():
        page = SHELL.format(body)
        cells = (f"{kept(tool(page), marks)} of {len(marks)}" for tool in TOOLS.values())
        print(f"{title:32}" + "".join(f"{cell:>13}" for cell in cells))
    print(f"{'time per sample page, × brief':32}" + "".join(f"{t / times['brief']:13.1f}" for t in times.values()))
    print(f"({times['brief'] * 1000:.2f} ms per page for brief)")


if __name__ == "__main__":
    main()
