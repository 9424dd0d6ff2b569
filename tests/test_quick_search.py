"""What is tried only in some places of a text finds what the same patterns find, tried everywhere."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from sample import make

import brief
from brief.audit import aliases, claims
from brief.audit.passage import sentence_spans, sentences_over
from brief.audit.words import one_line
from brief.document import Span
from brief.letter import counting, dates, lines
from brief.letter.names import BRACKETED, in_brackets
from brief.searching import Keyed, lowered, places_of
from brief.text import sentences

FIXTURES = sorted((Path(__file__).parent / "fixtures" / "letters").glob("*.txt"))


def _texts(*pieces: str) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from([*pieces, " ", " ", ", ", "\n", "\n\n"]), max_size=16).map("".join)


_NAMED = _texts(
    *("Sen. ", "Ada Birch", "Cy", "de la ", "van ", "“Bo of the Hill” ", "(Bo) ", "the mill", "Jr.", "O’Dole", "É"),
    *("(D-MA)", "[R-Ore.]", ", R-MN", "(Mass.)", "(the first)", ", M.D.", "(I)", "and "),
)


@given(_NAMED)
def test_names_are_found_backward_from_their_brackets(text: str) -> None:
    assert [m.span() for m in in_brackets(text, 0, len(text))] == [m.span() for m in BRACKETED.finditer(text)]


_FLAT = _texts(
    *("Dear Ms. Birch:", "Dear Friends of the Mill:", "  ", "###", "# ", "Sincerely,", "Respectfully submitted,"),
    *("The Honorable Ada Birch, Mill Street 4 ", "March 3, 2031 ", "we wrote.", "it works”", "a) ", "\t", "\xa0"),
)


@given(_FLAT.map(lambda text: text.replace("\n", " ")))
def test_a_line_is_cut_where_its_words_stand(text: str) -> None:
    found = lines._cuts(text, Span(0, len(text)))

    assert [m.span() for m in found] == [m.span() for m in lines._INLINE.finditer(text)]


_COUNTS = _texts(
    "40", "three", "Twelve", "more than ", "over ", "any ", "of her ", "colleagues", "Senators", "120", "1040"
)


@given(_COUNTS)
def test_signers_are_counted_from_their_number(text: str) -> None:
    found = counting._counted(text, lowered(text), Span(0, len(text)))
    plain = counting._COUNTED.search(text)

    assert (found and found.span()) == (plain and plain.span())


_DAYS = _texts("March 3, 2031", "Mar. ", "3 ", "2031-05-06", "5/6/31", "marching", "JUNE 5th, 2031", "12", ".", "of ")


@given(_DAYS)
def test_dates_are_found_from_their_month_or_figure(text: str) -> None:
    assert [m.span() for m in dates._found(text, 0, len(text))] == [m.span() for m in dates._DATE.finditer(text)]


_PROSE = _texts(
    "We ask for it.", "Why?", "1. Mend it;", "(a) the mill", "\n", " \n", "\f", "and then", "\n\n\n", "Sen."
)


@given(_PROSE, st.integers(0, 60), st.integers(0, 60))
def test_sentences_around_a_place_are_those_of_the_whole_text(text: str, start: int, length: int) -> None:
    span = Span(min(start, len(text)), min(start + length, len(text)))
    plain = tuple(s for s in sentence_spans(text) if s.start < span.end and span.start < s.end)

    assert sentences_over(text, span) == plain


def _held(value: object) -> Iterator[Keyed]:
    if isinstance(value, Keyed):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _held(each)


def test_a_pattern_finds_nothing_where_none_of_its_keys_stands() -> None:
    modules = [importlib.import_module(m.name) for m in pkgutil.walk_packages(brief.__path__, "brief.")]
    keyed = {id(k): k for module in modules for value in vars(module).values() for k in _held(value)}
    said = [
        " ".join(s.of(text).split())
        for p in FIXTURES
        for text in [p.read_text("utf-8", "replace")]
        for s in sentences(text)
    ]
    found = 0
    for each in keyed.values():
        for words in said:
            plain = each.pattern.search(words)
            assert bool(each.search(words)) == bool(plain), (re.escape(words), each.keys)
            found += plain is not None
    assert len(keyed) > 5
    assert found > len(keyed)


_WORDED = _texts("the mill", "“mend it”", "Mend it", ".", ",", "3.5", "$", "and ", "(it", ")")


@given(_WORDED, _WORDED)
def test_words_at_the_side_of_a_quotation_stand_in_it(words: str, quote: str) -> None:
    if claims._at_a_side(one_line(words), one_line(quote)):
        assert claims._plain(words) in claims._plain(quote)


@given(st.text("ab.?!…é", max_size=20), st.integers(0, 9), st.integers(0, 20))
def test_marks_are_found_in_order(text: str, start: int, end: int) -> None:
    plain = [m.start() for m in re.compile("[.?!…]").finditer(text, start, end)]

    assert places_of(".?!…", text, start, end) == plain


@given(_texts("the Water Board (WB)", "Ada of the Hill", "(the “Hill”)", "Bo-Cy ", "a mill ", "Rule", "(it)"))
def test_short_names_are_found_backward_from_their_brackets(text: str) -> None:
    plain = tuple((m["long"], m["short"]) for m in aliases._INTRODUCED.finditer(text))

    assert aliases.introduced(text) == plain


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 6)), max_size=4), st.integers(0, 30), st.integers(0, 5))
def test_a_stretch_of_a_letter_is_placed_by_its_body(stretches: list[tuple[int, int]], start: int, length: int) -> None:
    body, at, shown = [], 0, list[int]()
    for gap, size in stretches:
        body.append(Span(at + gap, at + gap + size))
        shown += [*range(at + gap, at + gap + size), -1, -1]
        at += gap + size
    letter = replace(make("x" * (at + 1)), body=tuple(body))
    placed = letter.in_document(start, start + length)

    assert placed.end - placed.start == length
    if start < len(shown) and shown[start] >= 0:
        assert placed.start == shown[start]
