"""Which words of a text could be meant by another word: a loose kinship, for asking whether anything is there."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, cached_property, lru_cache
from pathlib import Path

from brief.audit.words import Kin, content_stems


@cache
def _table() -> bytes:
    return (Path(__file__).parent / "lexicon" / "thesaurus.txt").read_bytes()


@lru_cache(maxsize=16384)
def senses(stemmed: str) -> tuple[frozenset[bytes], frozenset[bytes]]:
    """Return the senses that a stem has, and with them those that it only touches: wider, derived, similar ones.

    The sorted list is searched where it lies, and none of it parsed.
    """
    table, wanted = _table(), stemmed.encode() + b" "
    low, high = 0, len(table)
    while low < high:
        start = table.rfind(b"\n", 0, (low + high) // 2) + 1
        end = table.find(b"\n", start)
        if table[start : start + len(wanted)] == wanted:
            own, _, touched = table[start + len(wanted) : end].partition(b"|")
            return frozenset(own.split()), frozenset(own.split() + touched.split())
        if table[start:end] < wanted:
            low = end + 1
        else:
            high = start
    return frozenset(), frozenset()


class Reach:
    """A set of stems that can be asked whether one of them is a given stem, `alike` it, or shares a sense with it.

    Args:
        stems: The stems.
        loose: Whether touching one sense is enough.
    """

    def __init__(self, stems: Iterable[str], loose: bool = False) -> None:
        self._kin = Kin(stems)
        self._loose = loose

    @cached_property
    def _senses(self) -> frozenset[bytes]:
        return frozenset[bytes]().union(*(senses(s)[self._loose] for s in self._kin.stems))

    def __contains__(self, stemmed: str) -> bool:
        return stemmed in self._kin or not self._senses.isdisjoint(senses(stemmed)[self._loose])


@lru_cache(maxsize=32)
def reach(text: str, loose: bool = False) -> Reach:
    """Return the reach of a text's content words."""
    return Reach(content_stems(text), loose)
