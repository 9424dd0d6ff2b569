"""How a report tells that a letter asks, beside the letter's own verbs of asking."""

from __future__ import annotations

import re

A_NEED = r"\b(?:the|a) (?:\w+ )?(?:need|necessity)"
"""A pattern of "the urgent need"; what it is for follows."""
STEPS = r"(?:\d+|\w+) (?:\w+ )?(?:actions?|steps|measures|demands|requests|recommendations"
"""The open beginning of a pattern of what a report says that a letter offers: "three steps"."""
_TOLD = re.compile(
    rf"{A_NEED} (?:for|to|that)\b|\b(?:offer|list|outlin|identif|recommend|propos)\w* {STEPS})\b|"
    r"\b(?:implor|advocat|plead)\w*\b|\bappeal(?:s|ed|ing)? (?:to|for)\b|"
    r"\b(?:press|push)(?:es|ed|ing)? (?:for|him|her|them|the|[A-Z]\w+)\b"
)


def tells_of_asking(sentence: str) -> bool:
    """Tell whether a sentence of a report says in words of its own that a letter asks for something."""
    return bool(_TOLD.search(sentence))
