"""How long reading and the text functions take beside a named peer: `python benchmarks/reading.py`.

Each line gives `brief`'s time per 15 kB of text and its ratio to the peer's in the same run; the peers do less (no
offsets, no abbreviations, no blocks), so the ratio is the price of what `brief` adds.
"""

from __future__ import annotations

import re
import time
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import typst
from charset_normalizer import from_bytes
from pypdfium2 import PdfDocument

from brief.ingest import read
from brief.text import normalise, sentences

LETTERS = Path(__file__).parent.parent / "tests" / "fixtures" / "letters"
COPIES = 100
_STOPS = re.compile(r"(?<=[.!?])\s+")


def seconds(function: Callable[[Any], object], inputs: Sequence[Any]) -> float:
    """The best of three runs over all inputs, each of them new to any cache."""
    runs = []
    for _ in range(3):
        begin = time.perf_counter()
        for one in inputs:
            function(one)
        runs.append(time.perf_counter() - begin)
    return min(runs)


def by_character(text: str) -> tuple[str, list[int]]:
    """The plain way to a map: normalise each character by itself."""
    out, places = [], []
    for place, char in enumerate(text):
        for piece in unicodedata.normalize("NFKC", char).casefold():
            out.append(piece)
            places.append(place)
    return "".join(out), places


def pdf_text(data: bytes) -> str:
    return "\n".join(page.get_textpage().get_text_range() for page in PdfDocument(data))


def main() -> None:
    letters = [read(p).text for p in sorted(LETTERS.glob("*.txt"))]
    texts = [f"{text}\n{n}" for n in range(COPIES) for text in letters]  # all differ, so that no cache answers
    data = [text.encode() for text in texts]
    body = "\n\n".join(re.sub(r"[^\w\s.,;:?]", "", text) for text in letters)
    pdfs = [typst.compile(body.encode())] * 5
    rows = [
        ("normalise, by NFKC per character", normalise, by_character, texts),
        ("sentences, by a split at full stops", lambda t: list(sentences(t)), _STOPS.split, texts),
        ("read text, by charset-normalizer", read, lambda b: str(from_bytes(b).best()), data[: len(letters) * 3]),
        ("read PDF, by pypdfium2's plain text", read, pdf_text, pdfs),
    ]
    print(f"{'what, by which peer':40}{'ms per 15 kB':>14}{'× peer':>9}")
    for title, ours, peer, inputs in rows:
        size = sum(map(len, inputs)) if inputs is not pdfs else len(body) * len(pdfs)
        own, other = seconds(ours, inputs), seconds(peer, inputs)
        print(f"{title:40}{own / size * 15_000_000:14.2f}{own / other:9.2f}")


if __name__ == "__main__":
    main()
