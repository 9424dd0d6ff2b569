"""Laws, bills, resolutions, orders and treaty articles by number: the number must be the source's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from brief.audit.finding import Finding
from brief.audit.passage import Passage

_NUMBERED = re.compile(
    r"""\b(?P<code>\d+\s*U\.?\s?S\.?\s?C\.?)\s*(?:§+|[Ss]ec(?:tion|\.)?)?\s*(?P<code_n>\d+[a-z]*(?:-\d+)?(?:\(\w+\))*)
    |\b(?P<cfr>\d+\s*C\.?\s?F\.?\s?R\.?)\s*(?:§+|[Pp]art|[Ss]ec(?:tion|\.)?)?\s*(?P<cfr_n>\d+(?:\.\d+)?(?:\(\w+\))*)
    |\b(?P<reg>\d+\s*Fed\.?\s*Reg\.?)\s*(?P<reg_n>[\d,]+)
    |\b(?P<bill>H\.?\s?R\.?|S\.|H\.?\s?(?:Con\.?\s?|J\.?\s?)?Res\.?|S\.?\s?(?:Con\.?\s?|J\.?\s?)?Res\.?)\s*(?P<bill_n>\d{1,5})\b
    |\b(?P<law>Public\s+Law|Pub\.?\s*L\.?|P\.?L\.?)\s*(?:No\.?\s*)?(?P<law_n>\d+[-–]\d+)
    |\b(?P<order>Executive\s+Order|E\.?O\.?|Proclamation|Order|Docket|Directive|Memorandum)\s*(?:No\.?\s*|Number\s*)?(?P<order_n>\d[\d-]*)
    |(?:\b(?P<part>[Ss]ections?|Sec\.|Article|Articles|Art\.|Title|Chapter|Part|Annex|Protocol|Amendment|Phase|Tier|Class|Rule|Clause|Regulation)|(?P<sign>§+))
      \s*(?:Nos?\.\s*)?(?P<part_n>\d+[A-Za-z]?(?:\.\d+)*(?:\(\w+\))*|[IVX]+\b)
    |\b(?P<resolution>(?:Security\s+Council\s+|General\s+Assembly\s+|U\.?N\.?(?:SC|GA)?R?\s+|UNSCR\s*)?(?:Resolutions?|UNSCR))\s*(?P<res_n>\d+)
    |\b(?P<no>Nos?\.)\s*(?P<no_n>\d[\w-]*)
    |\b(?P<ordinal>\d+(?:st|nd|rd|th))\s+(?P<what>District|Congress|Amendment|Session|Circuit|Anniversary)
    |\b(?P<vs>[A-Z][\w.&’'-]+(?:\s+[A-Z][\w.&’'-]+){0,3}\s+v\.?s?\.?\s+[A-Z][\w.&’'-]+)""",
    re.VERBOSE,
)


_MAY_CITE = re.compile(r"[\dIVXv](?:(?<=\d)|(?<=v)(?<=\sv)|(?<=[IVX])[IVX]*\b)")
"""A figure, a Roman one or a "v.": without one of these `_NUMBERED` finds nothing."""


@lru_cache(maxsize=32)
def citations(text: str) -> tuple[tuple[str, str, str], ...]:
    """Return the numbered citations of a text as (series, number, words); variants of a series fall together."""
    found = []
    for m in _NUMBERED.finditer(text) if _MAY_CITE.search(text) else ():
        keys = [k for k, v in m.groupdict().items() if v]
        series, number = (m[keys[0]], m[keys[-1]]) if len(keys) > 1 else (keys[0], m.group())
        folded = re.sub(r"[^a-z0-9]", "", series.lower()).replace("sections", "section").replace("articles", "article")
        series = _SERIES.get(folded, "resolution" if "resolution" in folded else folded)
        found.append((series, re.sub(r"[\s–]", "-", number.lower()), m.group().strip()))
    return tuple(found)


_SERIES = {
    "eo": "executiveorder", "publ": "publiclaw", "pl": "publiclaw", "sec": "section", "": "section", "art": "article",
    "nos": "no", "unscr": "resolution",
}  # fmt: skip


def check(text: str, passage: Passage) -> Iterator[Finding]:
    """Look for each numbered citation of the claim in its passage and letter; "9931" will do for "9931(c)".

    Proves that the letter cites that number of that series. Does not check that the law exists or says so; laws cited
    by name are checked as names.
    """
    for series, number, words in citations(text):
        if not _cites(passage.sentence, series, number) and not _cites(passage.paragraph, series, number):
            yield from _elsewhere(series, number, words, passage)
    yield from _named(text, passage)


_LAW = re.compile(
    r"(?:[A-Z][\w’'-]*\s(?:(?:of|the|for|and|on|to|in)\s){0,2}){1,8}(?:Act|Law|Treaty|Accord|Convention)\b"
)
_PLAIN = frozenset("the of for and on to in act law treaty accord convention".split())  # noqa: SIM905


def _named(text: str, passage: Passage) -> Iterator[Finding]:
    """Object to a law by its name where the sentence has only another, and no acronym of it."""
    given = [m.group() for m in _LAW.finditer(passage.sentence)]
    for law in (m.group() for m in _LAW.finditer(text) if given):
        own = _words(law)
        acronym = "".join(w[0] for w in law.split() if w[0].isupper())
        short = acronym in passage.sentence or acronym[:-1] in passage.sentence.split()
        if own and not short and not any(own & _words(g) for g in given):
            what = f"“{law}”: the passage has “{given[0]}”."
            yield passage.finding("citations", law, what, do="Copy the citation from the letter.")


def _words(law: str) -> frozenset[str]:
    return frozenset(w.lower() for w in law.split()) - _PLAIN


def _elsewhere(series: str, number: str, words: str, passage: Passage) -> Iterator[Finding]:
    given = next((w for s, _, w in citations(passage.sentence) if s == series), None)
    instead = f"; the passage has “{given}”" if given else ""
    if _cites(passage.letter.text, series, number):
        if given is not None:
            yield passage.finding("citations", words, f"“{words}” is cited elsewhere in the letter{instead}.")
    elif _cites(passage.text, series, number):
        what = f"“{words}” is cited in the document, but not in the letter{instead}."
        yield passage.finding("citations", words, what)
    else:
        what = f"The document does not cite “{words}”{instead}."
        yield passage.finding("citations", words, what, "certain", do="Copy the citation from the letter.")


def _cites(text: str, series: str, number: str) -> bool:
    return any(s == series and (n == number or n.startswith(number + "(")) for s, n, _ in citations(text))
