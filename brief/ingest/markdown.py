"""Markdown's marks within lines taken away, as its reader sees the page: emphasis, links, code, escapes."""

from __future__ import annotations

import re

MENU = re.compile(
    r"(?:[*_]{1,2}[\w: -]{1,30}[*_]{1,2})?(?:[^\w\[\n]{0,9}\[[^\[\]\n]{1,90}\]\([^()\n]{0,300}\)){2,}[^\w\n]*$|"
    r"!\[[^\]\n]*\]\([^()\n]*\)$"
)
"""A line of nothing but links, or a picture: it belongs to the page, and keeps its marks."""
_MENUS = re.compile(rf"^((?:{MENU.pattern}))", re.MULTILINE)
_LONGEST = 2000  # characters between two marks of emphasis
_WITHIN = rf"(?:[^{{0}}\n]|\n(?![ \t]*\n)){{{{1,{_LONGEST}}}}}?"
_STARS = re.compile(rf"(?<![\w*\\])(\*{{1,3}})(?=[^\s*])({_WITHIN.format('*')})(?<=[^\s*\\])\1")
_UNDERLINES = re.compile(rf"(?<![\w\\])(_{{1,3}})(?=[^\s_])({_WITHIN.format('_')})(?<=[^\s_\\])\1(?!\w)")
_LINK = re.compile(
    r"!?\[(?P<words>[^\[\]\n]{0,300})\]\((?:[^()\s]|\([^()\s]*\)){0,1000}(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'))?\)"
)
_ADDRESS = re.compile(r"<((?:https?|mailto):[^<>\s]+|[\w.+-]+@[\w.-]+)>")
_CODE = re.compile(r"(?<!`)(`{1,2})(?!`)([^`\n]+)\1(?!`)")
_NOTE = re.compile(r"\[\^(\w{1,20})\](:?)")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|~<>$&-])")
_HARD_BREAK = re.compile(r"(?:\\|(?<![ \t])[ \t]{2,})$", re.MULTILINE)
_STRUCK = re.compile(rf"(?<!~)~~(?=[^\s~])({_WITHIN.format('~')})(?<=[^\s~])~~(?!~)")
_DEEPEST = 4


def unmarked(text: str) -> str:
    """Return a Markdown text without the marks of its words; those of its lines (headings, lists, menus) stay.

    Marks are those of CommonMark 0.31 (https://spec.commonmark.org/0.31.2/#inlines) and of Pandoc's footnotes; a
    picture leaves its description, and what is struck out goes. What is no well-formed mark stays as it is.
    """
    return "".join(p if n % 2 else _unmarked(p) for n, p in enumerate(_MENUS.split(text)))


def _unmarked(text: str) -> str:
    if "[" in text:
        text = _NOTE.sub(r"[\1]", _LINK.sub(r"\g<words>", _LINK.sub(r"\g<words>", text)))  # a picture in a link
    text = _CODE.sub(r"\2", _ADDRESS.sub(r"\1", text))
    for marks in (_STARS, _UNDERLINES) * _DEEPEST:  # each round takes the innermost away
        text = marks.sub(r"\2", text)
    return _ESCAPED.sub(r"\1", _HARD_BREAK.sub("", _STRUCK.sub("", text)))
