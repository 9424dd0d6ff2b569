"""Letters cut by hand from the sample documents, so that the checks are tested apart from the program's own reading."""

from __future__ import annotations

import hashlib
import html
import re
from functools import cache
from pathlib import Path

from brief.document import Document, Span
from brief.letter.anatomy import Letter, Part, PartKind
from brief.letter.card import DateBasis, Kind, LetterCard, Person, Recipient, Source

LETTERS = Path(__file__).parent / "fixtures" / "letters"


def make(
    text: str,
    *,
    name: str = "letter",
    first: str | None = None,
    last: str | None = None,
    kind: Kind = "full",
    date: str | None = None,
    basis: DateBasis = "letter",
    senders: tuple[str, ...] = (),
    recipients: tuple[Recipient, ...] = (),
    parts: tuple[tuple[PartKind, str, str | None], ...] = (),
    index: int = 1,
) -> Letter:
    """A letter whose body runs from the words `first` to the words `last`; `parts` are (kind, words, speaker)."""
    start = text.index(first) if first else 0
    end = text.index(last, start) + len(last) if last else len(text)
    cut = [Part(k, text.index(w), text.index(w) + len(w), 0, s) for k, w, s in parts]
    around = [Part("release", 0, start), Part("body", start, end, index), Part("signature", end, len(text), index)]
    card = LetterCard(
        id=name, kind=kind, title="", date=date, date_basis=basis, recipients=recipients,
        senders=tuple(Person(name=n, as_stated=n) for n in senders),
        source=Source(name=f"{name}.txt", sha256=hashlib.sha256(text.encode()).hexdigest(), index=index),
    )  # fmt: skip
    document = Document(name=f"{name}.txt", text=text, sha256=card.source.sha256)
    return Letter(document, card, (*cut, *around), (Span(start, end),))


@cache
def text_of(name: str) -> str:
    """The sample's text; of HTML, its words with block ends as blank lines."""
    raw = (LETTERS / name).read_text(encoding="utf-8-sig")
    if not name.endswith(".html"):
        return raw
    raw = re.sub(r"(?s)<(script|style).*?</\1>", "", raw)
    raw = re.sub(r"</?(p|div|h\d|li|ul|ol|table|tr|title|td)\b[^>]*>", "\n\n", raw)
    return re.sub(r"\n\s*\n+", "\n\n", html.unescape(re.sub(r"<br>", "\n", re.sub(r"<(?!br>)[^>]+>", "", raw))))
