"""Word lists and patterns made of words, so that the lists stay readable where they are used."""

from __future__ import annotations


def words(listed: str) -> frozenset[str]:
    """Return the set of the words in a string."""
    return frozenset(listed.split())


def ordered(listed: str) -> tuple[str, ...]:
    """Return the words in a string, in order."""
    return tuple(listed.split())


def one_of(listed: str) -> str:
    """Return a regular expression for any one of the words in a string; "_" stands for a space."""
    return "(?:" + "|".join(w.replace("_", " ") for w in listed.split()) + ")"


PRESS_VERBS = (
    "Demand Urge Call Lead Send Ask Press Join Request Seek Blast Slam Question Write Warn Push Oppose Raise Express "
    "Announce Launch Probe Criticize Condemn Applaud Want"
)
"""What a headline says that somebody does who writes a letter."""
