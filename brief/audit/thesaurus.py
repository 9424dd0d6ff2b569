"""Which words of a text could be meant by another word: a loose kinship, for asking whether anything is there."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from brief.audit import lexicon
from brief.audit.words import Kin


@cache
def _senses() -> dict[str, frozenset[int]]:
    """The numbers of the senses that each stem can have."""
    found: dict[str, list[int]] = {}
    for number, line in enumerate(lexicon.lines("thesaurus")):
        for stem in line.split():
            found.setdefault(stem, []).append(number)
    return {k: frozenset(v) for k, v in found.items()}


class Reach:
    """A set of stems that can be asked whether one of them is a given stem, `alike` it, or shares a sense with it."""

    def __init__(self, stems: Iterable[str]) -> None:
        self._kin = Kin(stems)
        table = _senses()
        self._senses = frozenset(n for s in self._kin.stems for n in table.get(s, ()))

    def __contains__(self, stemmed: str) -> bool:
        return stemmed in self._kin or not self._senses.isdisjoint(_senses().get(stemmed, frozenset()))
