"""Letters summarised by rule beside extractive summarisers: `python benchmarks/summaries.py [PAGES.jsonl.gz] [COUNT]`.

Every line gives pages a second of one process on the same pages in the same run, and the ratio to sumy's LexRank; the
pages are taken in quarters, and each summariser in turn reads a quarter, so that a busy machine slows all alike.
`brief` takes the page apart (parts, people, dates), reads asks, questions, positions, deadlines and authorities, and
checks each claim; sumy's LexRank and TextRank pick ten sentences of the whole page, on sentences split by `brief`
(its own splitter needs data that is not in its wheel). Without a file of pages (JSON lines with `text`), the sample
letters are read many times over. The last lines tell letters a second, and how memory grew over the pages.
"""

from __future__ import annotations

import asyncio
import gc
import gzip
import json
import re
import resource
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from sumy.nlp.stemmers import Stemmer
from sumy.parsers.plaintext import PlaintextParser
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer

from brief.ingest import read
from brief.letter import letters
from brief.providers.extractive import Extractive
from brief.providers.extractive.reading import read_letter
from brief.reading import read_letter as checked
from brief.text import sentences

LETTERS = Path(__file__).parent.parent / "tests" / "fixtures" / "letters"
_WORD = re.compile(r"\w+")


class Splitter:
    """What sumy asks of a tokenizer."""

    def to_sentences(self, text: str) -> list[str]:
        return [s.of(text) for s in sentences(text)]

    def to_words(self, sentence: str) -> list[str]:
        return _WORD.findall(sentence)


def pages(arguments: Sequence[str]) -> list[str]:
    """The texts to read: from a file of JSON lines, or the sample letters."""
    count = int(arguments[1]) if len(arguments) > 1 else 300
    if arguments:
        with gzip.open(arguments[0], "rt", encoding="utf-8") as lines:
            return [json.loads(line)["text"] for _, line in zip(range(count), lines, strict=False)]
    texts = [p.read_text(encoding="utf-8", errors="replace") for p in sorted(LETTERS.glob("*.txt"))]
    return (texts * (count // len(texts) + 1))[:count]


def whole_stream(text: str) -> int:
    """Read a page from its bytes to its checked summaries; return how many letters it held."""
    found = letters(read(text.encode(), name="page.txt"))
    for letter in found:
        LOOP.run_until_complete(checked(letter, RULES))
    return len(found)


def rules_alone(text: str) -> None:
    read_letter(text)


def sumy_with(summarizer: type) -> Callable[[str], object]:
    made = summarizer(Stemmer("english"))

    def summarise(text: str) -> None:
        made(PlaintextParser.from_string(text, Splitter()).document, 10)

    return summarise


def seconds(summarise: Callable[[str], object], texts: Sequence[str]) -> float:
    """Processor time that one summariser takes for some pages."""
    begin = time.process_time()
    for text in texts:
        summarise(text)
    return time.process_time() - begin


def peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


LOOP = asyncio.new_event_loop()
RULES = Extractive()


def main() -> None:
    texts = pages(sys.argv[1:])
    part = max(1, len(texts) // 4)
    texts = texts[: part * 4]
    named: dict[str, Callable[[str], object]] = {
        "brief, whole stream": whole_stream,
        "brief, rules alone": rules_alone,
        "sumy LexRank": sumy_with(LexRankSummarizer),
        "sumy TextRank": sumy_with(TextRankSummarizer),
    }
    for summarise in named.values():  # what is loaded and compiled once counts for none
        seconds(summarise, texts[:3])
    gc.collect()
    gc.freeze()  # nor does what all of them have loaded slow each one's collections of garbage
    spent = dict.fromkeys(named, 0.0)
    memory = []
    for start in range(0, len(texts), part):
        for name, summarise in named.items():
            spent[name] += seconds(summarise, texts[start : start + part])
        memory.append(peak())
    held = sum(len(letters(read(text.encode(), name="page.txt"))) for text in texts)
    print(f"{len(texts)} pages of {sum(map(len, texts)) // len(texts):,} characters on average, {held} letters")
    for name, each in spent.items():
        print(f"{name:22} {len(texts) / each:8.1f} pages/s   {spent['sumy LexRank'] / each:6.2f} x LexRank")
    print(f"brief, whole stream: {held / spent['brief, whole stream']:.1f} letters/s")
    print("peak memory of the process after each quarter of the pages, MB:", *memory)


if __name__ == "__main__":
    main()
