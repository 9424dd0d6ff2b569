"""Prompts are found, filled without surprises, and fence the letter as material."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.errors import PromptError
from brief.prompt import load, marker, names, parse, prompts_folder


def test_shipped_prompts_all_load_and_carry_their_files_hash() -> None:
    assert {"summarize.v1", "repair.v1", "reform.v1"} <= set(names())
    for name in names():
        text = (prompts_folder() / f"{name}.md").read_bytes()
        assert load(name).sha256 == hashlib.sha256(text).hexdigest()


def test_a_task_means_its_highest_version(tmp_path: Path) -> None:
    for version in (2, 10, 9):
        (tmp_path / f"greet.v{version}.md").write_text(f"<!-- user -->\nversion {version}", encoding="utf-8")

    assert load("greet", tmp_path).name == "greet.v10"
    assert load("greet.v2", tmp_path).messages[0].content == "version 2"


def test_a_users_folder_goes_first_and_the_shipped_prompts_fill_in(tmp_path: Path) -> None:
    (tmp_path / "summarize.v3.md").write_text("<!-- user -->\nmine", encoding="utf-8")

    assert load("summarize", tmp_path).name == "summarize.v3"
    assert load("repair", tmp_path) == load("repair")


def test_values_are_never_read_as_templates() -> None:
    filled = parse("t.v1", "<!-- user -->\npay $$5 for $what").fill({"what": "$what ${price} $$"})

    assert filled[0].content == "pay $5 for $what ${price} $$"


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(PromptError, match=r"no value for \$b; have a"):
        parse("t.v1", "<!-- user -->\n$a $b").fill({"a": "1"})
    with pytest.raises(PromptError, match="no prompt named 'nothing'"):
        load("nothing")
    with pytest.raises(PromptError, match="no such folder"):
        load("summarize", tmp_path / "absent")
    with pytest.raises(PromptError, match="must begin with"):
        parse("t.v1", "no role")
    with pytest.raises(PromptError, match=r"write a dollar sign as \$\$"):
        parse("t.v1", "<!-- user -->\n5 $ a day").fill({})


@given(st.text(max_size=200))
def test_a_marker_is_stable_and_absent_from_the_letter(letter: str) -> None:
    mark = marker(letter)

    assert mark == marker(letter)
    assert mark not in letter
    assert marker(letter + mark) not in letter + mark
