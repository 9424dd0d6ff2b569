"""Sixty strings that mean something to some form, and results with one of them in every field of text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle
from typing import Any

import invented
from pydantic import BaseModel

from brief.comparison import Comparison
from brief.matrices import Matrix
from brief.report.wording import plain
from brief.summary import Summary

STRINGS = [
    # HTML and scripts
    "<script>alert(1)</script>", "</style><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<!--", "-->",
    "<!--<script>", "</title><h1>x</h1>", "\"><svg onload=alert(1)>", "' onmouseover='alert(1)", "javascript:alert(1)",
    "&lt;b&gt;", "&#60;b&#62;", "{{ 7*7 }}", "{% raw %}", "{# x #}", "]]>", "<a href=http://evil.example>x</a>",
    "<meta http-equiv=refresh content=0>", "<base href=//evil.example>", "<iframe src=//evil.example>",
    # Markdown
    "![x](http://evil.example/p.png)", "[x](http://evil.example)", "[x][y]", "# heading", "- item", "1. item",
    "> quote",
    "```code```", "a | b | c", "**bold** _it_ ~~no~~", "http://evil.example/x", "www.evil.example", "---",
    "<http://e.example>",
    "\\", "*", "[^1]", "- [ ] task",
    # spreadsheets
    "=HYPERLINK(\"http://evil.example\")", "+1+1", "-2+3+cmd|' /C calc'!A0", "@SUM(1:1)", "=1+1;=2",
    "\"quoted\", and; split",
    "https://evil.example/x.xlsx", "0012", "1E5", "internal:'Sheet1'!A1",
    # Typst, Word, calendars
    "#panic(\"x\")", "#import \"@preview/x:0.1.0\"", "$ x^2 $", "<w:p/>", "%PDF-1.7", "END:VCALENDAR", "\\n\\;,", "^^M",
    # terminals and Unicode
    "a\x1b[31mred\x1b[0m\x07b", "a\x9b2Jb", "a\u202e\u2066b", "c\u200b\U000e0041d", "e\x00\x08\ufffef", "g\ud800h",
]  # fmt: skip

_FREE = {
    "text", "quote", "title", "name", "as_stated", "role", "office", "rule", "speaker", "gaps", "problems", "condition",
    "actor", "topic", "why", "note", "notes", "what", "quantity", "senders_unnamed", "number", "model", "host",
    "prompt", "version", "created", "reviewer", "sha256", "state", "district", "values",
}  # fmt: skip


_LETTERS = "abcdefghjklmnopqrstuwyz"  # not those that could be a Roman number


def harmless(word: str) -> str:
    """Letters in the shape of what `word` shows: as many, the same words; different words stay different."""
    shown = [plain(each) for each in STRINGS]
    seed = shown.index(plain(word))
    return "".join(
        c if c == " " else _LETTERS[(seed + 7 * i * (seed + 1)) % len(_LETTERS)] for i, c in enumerate(shown[seed])
    )


def planted(value: Any, words: Iterator[str]) -> Any:
    """Return a result with the next word in every field that holds free text; places, labels and dates stay."""
    if isinstance(value, BaseModel):
        changes = {name: _field(name, getattr(value, name), words) for name in type(value).model_fields}
        return value.model_copy(update=changes)
    if isinstance(value, tuple):
        return tuple(planted(item, words) for item in value)
    return value


def _field(name: str, value: Any, words: Iterator[str]) -> Any:
    if name in _FREE and isinstance(value, str) and value:
        return next(words)
    if name in _FREE and isinstance(value, tuple) and all(isinstance(v, str) for v in value):
        return tuple(next(words) for _ in value)
    if name in ("a", "b") and isinstance(value, dict):
        return {next(words): count for count in value.values()}
    return planted(value, words)


def results(words: list[str]) -> list[Summary | Comparison | Matrix]:
    """One of each kind of result, about nothing but `words`, taken in turn."""
    return [planted(result, cycle(words)) for result in (invented.stroud(), invented.comparison(), invented.matrix(6))]
