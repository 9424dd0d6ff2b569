"""What is read of the sample letters agrees with their labels, letter by letter and field by field."""

from __future__ import annotations

import itertools
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from brief.ingest import read
from brief.letter import letters
from brief.letter.anatomy import Letter

FIXTURES = Path(__file__).parent / "fixtures"
LABELS = [
    (path.stem, n)
    for path in sorted((FIXTURES / "gold").glob("*.json"))
    for n in range(len(json.loads(path.read_text("utf-8"))["letters"]))
]
OUTSIDE = {  # asks that the page tells of in its own words, beside a letter of which it quotes parts
    "stroud-release-excerpts": 2,
}
UNNAMED = ["A spokeswoman for the Velmoran Embassy"]  # speakers whom a page does not name: not yet read


@cache
def gold(name: str) -> dict[str, Any]:
    return dict(json.loads((FIXTURES / "gold" / f"{name}.json").read_text("utf-8")))


@cache
def found(name: str) -> tuple[Letter, ...]:
    return letters(read(next((FIXTURES / "letters").glob(f"{name}.*"))))


def words(text: str | None) -> list[str]:
    """The words of a text, without the markers of its list items."""
    text = re.sub(r"^\s*(?:\d{1,2}|[a-z])\.\s", "", text or "", flags=re.MULTILINE)
    return re.findall(r"[^\W_]+", text.replace("\xad", "").casefold())


@pytest.mark.parametrize("name", sorted({name for name, _ in LABELS}))
def test_every_letter_is_found_and_nothing_else(name: str) -> None:
    assert [one.card.kind for one in found(name)] == [label["kind"] for label in gold(name)["letters"]]


@pytest.mark.parametrize(("name", "n"), LABELS)
def test_the_date_and_where_it_stands(name: str, n: int) -> None:
    card, label = found(name)[n].card, gold(name)["letters"][n]
    assert (card.date, card.date_basis) == (label["date"], label["date_basis"])


@pytest.mark.parametrize(("name", "n"), LABELS)
def test_senders_with_what_the_document_says_of_them(name: str, n: int) -> None:
    card, label = found(name)[n].card, gold(name)["letters"][n]
    assert sorted(p.name.casefold() for p in card.senders) == sorted(s["name"].casefold() for s in label["senders"])
    stated = {p.name.casefold(): p for p in card.senders}
    for sender in label["senders"]:
        person, district = stated[sender["name"].casefold()], sender["district"]
        assert (person.party, person.source) == (sender["party"], "text")
        assert person.district == (district and district.lstrip("0"))
    assert bool(card.senders_unnamed) == bool(label["senders_unnamed"])


@pytest.mark.parametrize(("name", "n"), LABELS)
def test_recipients_by_name_or_office(name: str, n: int) -> None:
    card, label = found(name)[n].card, gold(name)["letters"][n]
    assert [r.name for r in card.recipients] == [r["name"] for r in label["recipients"]]
    for recipient, wanted in zip(card.recipients, label["recipients"], strict=True):
        assert not wanted["office"] or set(words(recipient.office)) & set(words(wanted["office"]))


@pytest.mark.parametrize(("name", "n"), LABELS)
def test_the_body_is_the_letters_own_text(name: str, n: int) -> None:
    letter, label = found(name)[n], gold(name)["letters"][n]
    own = words(letter.text)
    if label["body_first"]:
        assert own[:6] == words(label["body_first"])[:6]
        last = words(label["body_last"])[-6:]
        assert own[-len(last) :] == last
    text = " ".join(own)
    missing = [a["span"] for a in label["asks"] + label["questions"] if " ".join(words(a["span"])) not in text]
    assert len(missing) <= OUTSIDE.get(name, 0), missing
    assert not [
        x["span"] for x in gold(name)["noise"] if len(words(x["span"])) > 3 and " ".join(words(x["span"])) in text
    ]


@pytest.mark.parametrize("name", sorted({name for name, _ in LABELS}))
def test_quotations_of_the_release_and_who_speaks(name: str) -> None:
    statements = [s for one in found(name)[:1] for s in one.statements]
    labels = [q for q in gold(name)["release_quotes"] if q["speaker"] not in UNNAMED]
    said = {" ".join(words(s.text)): s.speaker for s in statements}
    assert sorted(said) == sorted(" ".join(words(q["span"])) for q in labels)
    for quote in labels:
        assert words(quote["speaker"])[-1] in words(said[" ".join(words(quote["span"]))])


@pytest.mark.parametrize("name", sorted({name for name, _ in LABELS}))
def test_parts_cover_the_document_without_overlap(name: str) -> None:
    letter = found(name)[0]
    text = letter.document.text
    covered = "".join(text[p.start : p.end] for p in letter.parts)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(a.end <= b.start for a, b in zip(letter.parts, letter.parts[1:], strict=False))


@pytest.mark.parametrize("name", ["two-letters-reported.txt", "stroud-to-commerce.txt"])
def test_parts_follow_each_other_so_that_a_place_is_found_by_halving(name: str) -> None:
    letter = letters(read(FIXTURES / "letters" / name))[0]
    parts = letter.parts

    assert all(a.end <= b.start for a, b in itertools.pairwise(parts))
    for at in range(0, len(letter.document.text), 5):
        inside = [p for p in parts if p.start <= at < p.end]
        outside = not any(at in s for s in letter.body)
        if outside and (not inside or inside[0].kind in ("noise", "release", "heading")):
            assert letter.voice_at(at) == "release"
        if inside and inside[0].kind == "statement":
            assert letter.voice_at(at) in ("sender", "third_party") or not outside
