"""The sample letters and their labels hold together: encodings, spans, names, the table that describes them."""

import csv
import email
import email.policy
import json
import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from lxml import html

FIXTURES = Path(__file__).parent / "fixtures"
LETTERS = {path.stem: path for path in sorted((FIXTURES / "letters").iterdir())}
GOLD, PAIRS = (
    {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted((FIXTURES / room).glob("*.json"))}
    for room in ("gold", "pairs")
)
MEMBERS = Path(__file__).parents[2] / "shared" / "data" / "legislators.csv"

TABLE = {
    cells[0]: {"kinds": cells[1].split(), "encoding": cells[2]}
    for line in (FIXTURES / "README.md").read_text(encoding="utf-8").splitlines()
    if re.match(r"\| \S+\.\w+ \|", line)
    for cells in [[cell.strip() for cell in line.strip("|").split("|")]]
}
CODECS = {"utf-8": "utf-8", "utf-8-bom-crlf": "utf-8-sig", "utf-16-le-bom": "utf-16", "cp1252": "cp1252"}


def of_page(markup: str) -> str:
    page = html.fromstring(markup)
    for unseen in page.xpath("//head | //script | //style | //*[contains(@style, 'display:none')]"):
        unseen.drop_tree()
    return str(page.text_content())


def visible(name: str) -> str:
    """What a reader sees of a document; of a mail, both of its bodies."""
    path = LETTERS[name]
    if path.suffix == ".eml":
        mail = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        plain, page = mail.get_body(("plain",)), mail.get_body(("html",))
        assert plain is not None
        assert page is not None
        return f"{plain.get_content()}\n{of_page(page.get_content())}"
    text = path.read_bytes().decode(CODECS[TABLE[path.name]["encoding"]])
    return of_page(text) if path.suffix == ".html" else text


def solid(text: str) -> str:
    return re.sub(r"\s+", "", text)


def spans(value: Any) -> Iterator[str]:
    """Every string under a key that promises words of the document."""
    if isinstance(value, list):
        for item in value:
            yield from spans(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key in {"span", "a_span", "b_span", "body_first", "body_last"} and item:
                yield item
            elif isinstance(item, list | dict):
                yield from spans(item)


def test_every_document_has_labels_and_a_row_in_the_table() -> None:
    assert list(LETTERS) == list(GOLD) == [label["slug"] for label in GOLD.values()]
    assert set(TABLE) == {path.name for path in LETTERS.values()}
    assert {name: [letter["kind"] for letter in label["letters"]] for name, label in GOLD.items()} == {
        name: TABLE[path.name]["kinds"] for name, path in LETTERS.items()
    }


@pytest.mark.parametrize("name", LETTERS)
def test_bytes_are_in_the_encoding_that_the_table_declares(name: str) -> None:
    raw, declared = LETTERS[name].read_bytes(), TABLE[LETTERS[name].name]["encoding"]
    assert raw.startswith(b"\xff\xfe") == (declared == "utf-16-le-bom")
    assert raw.startswith(b"\xef\xbb\xbf") == (declared == "utf-8-bom-crlf")
    assert (b"\r\n" in raw) == (declared == "utf-8-bom-crlf") or declared == "mime"
    if declared == "cp1252":
        with pytest.raises(UnicodeDecodeError):
            raw.decode("utf-8")
    assert "�" not in visible(name)


@pytest.mark.parametrize("name", GOLD)
def test_every_span_stands_in_its_document(name: str) -> None:
    text = solid(visible(name))
    assert [span for span in spans(GOLD[name]) if solid(span) not in text] == []


@pytest.mark.parametrize("name", GOLD)
def test_asks_of_a_full_letter_lie_within_its_body(name: str) -> None:
    text = solid(visible(name))
    for letter in GOLD[name]["letters"]:
        if letter["kind"] == "full":
            start, end = text.index(solid(letter["body_first"])), text.rindex(solid(letter["body_last"]))
            body = text[start : end + len(solid(letter["body_last"]))]
            assert [span for span in spans(letter["asks"] + letter["questions"]) if solid(span) not in body] == []


@pytest.mark.parametrize("name", GOLD)
def test_labels_use_the_words_that_the_form_allows(name: str) -> None:
    for letter in GOLD[name]["letters"]:
        assert letter["date_basis"] in {"letter", "release", "page", "none"}
        assert (letter["date"] is None) == (letter["date_basis"] == "none")
        assert {ask["strength"] for ask in letter["asks"]} <= {"demand", "request", "urge", "recommend"}
        assert {deadline["for"] for deadline in letter["deadlines"]} <= {"reply", "action"}
        for day in [letter["date"], *(deadline["date"] for deadline in letter["deadlines"])]:
            assert day is None or date.fromisoformat(day)


@pytest.mark.parametrize("name", GOLD)
def test_questions_hang_on_numbers_that_exist(name: str) -> None:
    text = visible(name)
    for letter in GOLD[name]["letters"]:
        numbers = {item["number"] for item in letter["questions"] + letter["asks"]}
        parents = {question["parent"] for question in letter["questions"]} - {None}
        assert all(parent in numbers or re.search(rf"^\s*{parent}\.\s", text, re.MULTILINE) for parent in parents)


@pytest.mark.parametrize("name", PAIRS)
def test_every_span_of_a_pair_stands_in_its_side(name: str) -> None:
    pair = PAIRS[name]
    a, b = (solid(visible(pair[side].split("#")[0])) for side in "ab")
    rows = pair["agree"] + pair["differ"]
    assert name == f"{pair['a']}__{pair['b']}"
    assert [row["a_span"] for row in rows if solid(row["a_span"]) not in a] == []
    assert [row["b_span"] for row in rows if solid(row["b_span"]) not in b] == []
    assert [row["span"] for row in pair["only_a"] if solid(row["span"]) not in a] == []
    assert [row["span"] for row in pair["only_b"] if solid(row["span"]) not in b] == []


@pytest.mark.parametrize("name", PAIRS)
def test_a_pair_names_letters_that_exist_and_kinds_that_the_form_allows(name: str) -> None:
    pair = PAIRS[name]
    for side in "ab":
        slug, _, number = pair[side].partition("#")
        assert 1 <= int(number or 1) <= len(GOLD[slug]["letters"])
    kinds = {"conflict", "different_means", "different_strength", "different_target", "different_deadline"}
    assert {row["kind"] for row in pair["differ"]} <= kinds


@pytest.mark.shared
@pytest.mark.skipif(not MEMBERS.exists(), reason="the register of Members lies beside the project, not in it")
@pytest.mark.parametrize("name", LETTERS)
def test_nobody_bears_the_name_of_a_member_of_congress(name: str) -> None:
    with MEMBERS.open(encoding="utf-8", newline="") as rows:
        real = {(row[given], row["last"]) for row in csv.DictReader(rows) for given in ("first", "nickname")}
    words = re.findall(r"[A-Z][\w’'-]+", visible(name))
    near = {*pairwise(words), *zip(words, words[2:], strict=False)}
    assert near & real == set()
