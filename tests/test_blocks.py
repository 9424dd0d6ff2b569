"""Letters beyond the model's window: split without losing a sentence, put together without losing an item."""

from __future__ import annotations

import asyncio
import json
import re
from dataclasses import replace
from typing import Any

import pytest
from doubles import ask as request_for
from hypothesis import example, given
from hypothesis import strategies as st

from brief.ask import Asked
from brief.blocks import OVERLAP, SMALLEST, ask_whole, condensed, merge, split
from brief.drafts import SummaryDraft
from brief.errors import BadReply, ContextExceeded, CutOff
from brief.exchange import Reply, Request, Usage

PAGE = "The harbour board met on many days of that year, and what it found there filled page after page of minutes."


def paragraphs(count: int) -> list[str]:
    """A long letter: every tenth paragraph holds a numbered ask."""
    asks = {
        n: f"{n // 10}. We ask you to publish record number {n} of the harbour board." for n in range(10, count, 10)
    }
    return [asks.get(n, f"{PAGE} Paragraph {n} says so.") for n in range(count)]


def draft(**parts: Any) -> SummaryDraft:
    empty: dict[str, Any] = {n: [] for n in ("actions", "questions", "positions", "background", "authorities")}
    line = {"text": "The board is asked.", "quotes": ["publish"]}
    return SummaryDraft.model_validate({"title": "T", "bottom_line": line, "not_stated": [], **empty, **parts})


def action(quote: str, number: str | None = None, text: str | None = None) -> dict[str, Any]:
    said = {"text": text or quote.removeprefix("We ask you to "), "quotes": [quote], "number": number}
    return said | {"actor": "addressee", "strength": "request", "deadline": None, "condition": None, "topic": "records"}


@example(text="a" * 21, size=20, overlap=5)
@given(st.text(st.sampled_from("ab .\n"), max_size=400), st.integers(20, 120), st.integers(0, 60))
def test_blocks_cover_the_text_and_keep_to_their_size(text: str, size: int, overlap: int) -> None:
    blocks = split(text, size, overlap)
    reached = 0
    for block in blocks:
        assert len(block) <= size
        at = text.rfind(block, 0, reached + len(block))  # where the same words stand twice, the later place
        assert at >= 0, "nothing between two blocks is lost"
        reached = at + len(block)
    assert reached == len(text)


def test_every_paragraph_stands_whole_in_some_block() -> None:
    text = "\n\n".join(paragraphs(400))
    blocks = split(text, 8000)

    assert len(blocks) > 5
    assert all(any(p in b for b in blocks) for p in paragraphs(400))


class Window:
    """A model that reads at most `most` characters, and gives the asks of a text as they stand there."""

    def __init__(self, most: int, error: type[Exception] = ContextExceeded) -> None:
        self.most = most
        self.error = error
        self.read: list[str] = []

    async def __call__(self, text: str, part: str) -> Asked[SummaryDraft]:
        self.read.append(part)
        if len(text) > self.most:
            raise self.error("too long")
        found = re.findall(r"(?:(\d+)\. )?(We ask you to publish record number \d+ of the harbour board\.)", text)
        made = draft(actions=[action(quote, number) for number, quote in found])
        return Asked(made, request_for(part), Reply(json.dumps({}), "m"), Usage(len(text) // 4, 10, 0.5))


@pytest.mark.parametrize(("most", "size"), [(20_000, 20_000), (20_000, None), (9_000, None), (10**9, None)])
def test_all_items_of_two_hundred_pages_are_kept_once_with_their_numbers(most: int, size: int | None) -> None:
    text = "\n\n".join(paragraphs(200 * 25))  # some 600,000 characters
    window = Window(most)
    asked = asyncio.run(ask_whole(text, window, size))

    assert [a.number for a in asked.draft.actions] == [str(n) for n in range(1, 500)]
    assert asked.usage is not None
    assert asked.usage.prompt_tokens >= len(text) // 4
    if size:
        assert all(window.read), "what is known not to fit is not tried"


def test_an_answer_cut_at_its_limit_is_asked_for_in_halves() -> None:
    window = Window(10_000, CutOff)
    asked = asyncio.run(ask_whole("\n\n".join(paragraphs(150)), window))

    assert [a.number for a in asked.draft.actions] == [str(n) for n in range(1, 15)]
    assert window.read[:3] == ["", "part 1 of 2", "part 1 of 2, part 1 of 2"]
    assert window.read[-1] == "in its own sentences"


@pytest.mark.parametrize("error", [ContextExceeded, CutOff])
def test_a_window_too_small_for_any_letter_is_an_error(error: type[Exception]) -> None:
    window = Window(10, error)
    with pytest.raises(error):
        asyncio.run(ask_whole("word " * 4000, window))

    assert len(window.read) <= 4, "and is given up soon"
    with pytest.raises(error):
        asyncio.run(ask_whole("short", Window(1, error)))


def test_other_failures_are_not_met_with_smaller_blocks() -> None:
    window = Window(10, BadReply)
    with pytest.raises(BadReply):
        asyncio.run(ask_whole("word " * 4000, window))

    assert window.read == [""]


def test_what_stands_in_the_overlap_is_told_once() -> None:
    a, b, c = "We ask you to publish the log.", "We ask you to close the gate.", "We ask you to pay the crew."
    first = draft(actions=[action(a), action(b)])
    second = draft(actions=[action(b, text="shut the gate: close the gate"), action(c)])

    assert [x.quotes[0] for x in merge([first, second]).actions] == [a, b, c]


def test_two_asks_of_one_sentence_stay_two() -> None:
    both = "We ask you to publish the log and to pay the crew."
    first = draft(actions=[action(both, text="publish the log")])
    second = draft(actions=[action(both, text="pay the crew")])

    assert len(merge([first, second]).actions) == 2


def test_equal_words_under_two_numbers_stay_two() -> None:
    same = "We ask you to report."
    merged = merge([draft(actions=[action(same, "1")]), draft(actions=[action(same, "2")])])

    assert [a.number for a in merged.actions] == ["1", "2"]


def test_the_bottom_line_comes_from_the_block_with_most_asks() -> None:
    line = {"text": "Much is asked.", "quotes": ["ask"]}
    merged = merge([draft(), draft(bottom_line=line, actions=[action("We ask you to report.")]), draft()])

    assert merged.bottom_line.text == "Much is asked."


def test_only_what_no_block_states_is_not_stated() -> None:
    merged = merge([draft(not_stated=["No deadline.", "No reason."]), draft(not_stated=["no  reason."])])

    assert merged.not_stated == ["No reason."]


def test_the_bottom_line_is_asked_of_the_sentences_quoted_from_the_whole() -> None:
    class Telling(Window):
        async def __call__(self, text: str, part: str) -> Asked[SummaryDraft]:
            asked = await super().__call__(text, part)
            line = {"text": f"{len(asked.draft.actions)} records are asked for.", "quotes": ["publish"]}
            told = draft(bottom_line=line, actions=[a.model_dump() for a in asked.draft.actions])
            return replace(asked, draft=told)

    asked = asyncio.run(ask_whole("\n\n".join(paragraphs(400)), Telling(20_000)))

    assert asked.draft.bottom_line.text == "39 records are asked for."


def test_condensed_sentences_stand_in_order_and_asks_go_first() -> None:
    text = "Background comes first. We ask you to close the gate. We ask you to pay."
    claim = {"text": "b", "quotes": ["Background comes first."]}
    made = draft(actions=[action("We ask you to pay."), action("We ask you to close the gate.")], background=[claim])

    assert condensed(made, text, 1000).split("\n\n") == [
        "Background comes first.",
        "We ask you to close the gate.",
        "We ask you to pay.",
    ]
    assert condensed(made, text, 60) == "We ask you to close the gate.\n\nWe ask you to pay."
    assert condensed(made, text, 0) == ""


def test_the_overlap_is_smaller_than_the_smallest_block() -> None:
    assert OVERLAP * 2 < SMALLEST


def test_a_letter_of_two_hundred_pages_is_read_through_a_small_window() -> None:
    """The whole task, with a model whose window holds some twenty pages: every question is there once, in order."""
    import brief
    from brief.providers.extractive import Extractive
    from brief.reading import read_letter

    class Small(Extractive):
        asked = 0

        async def complete(self, request: Request) -> Reply:
            self.asked += 1
            if len(request.variables["letter"]) > 60_000:
                raise ContextExceeded("the prompt is too long")
            return await super().complete(request)

    questions = {n: f"{n // 100}. Why was record {n} of the harbour board withheld?" for n in range(100, 5000, 100)}
    body = "\n\n".join(questions.get(n, f"{PAGE} Paragraph {n} says so.") for n in range(5000))
    body = f"We ask you to answer the following questions.\n\n{body}"
    text = f"June 3, 2024\n\nDear Secretary Alder,\n\n{body}\n\nSincerely,\n\nMara Ostrander\nUnited States Senator\n"
    (letter,) = brief.read(text.encode(), name="long.txt")
    small = Small()
    summary = asyncio.run(read_letter(letter, small))

    assert len(text) > 600_000
    assert small.asked > 10
    assert [q.number for q in summary.questions] == [str(n) for n in range(1, 50)]
    assert "49 questions" in summary.bottom_line.text
    assert not summary.checks.unsupported
