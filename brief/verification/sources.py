"""Finds the documents that a brief was made from, by their SHA-256, and reads their letters again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from brief.errors import InputError, NotFound
from brief.ingest import read
from brief.letter import letters
from brief.letter.anatomy import Letter
from brief.letter.card import LetterCard, Source
from brief.verification.outcome import SourceState

_MOST_FILES = 20_000  # of a folder; beyond that it is surely the wrong folder
_KINDS = {".txt", ".md", ".html", ".htm", ".pdf", ".docx", ".eml", ".text", ".markdown", ".xhtml", ""}


class Shelf:
    """The files and folders in which documents are looked for."""

    def __init__(self, places: Sequence[str | Path]) -> None:
        self._places = [Path(p) for p in places]
        self._by_hash: dict[str, Path] | None = None
        self._read: dict[tuple[Path, str], tuple[Letter, ...]] = {}

    def files(self) -> Iterator[Path]:
        """Yield the files, those of folders with the endings of documents.

        Raises:
            NotFound: A place is neither a file nor a folder.
        """
        for place in self._places:
            if place.is_dir():
                inside = (p for p in sorted(place.rglob("*")) if p.is_file() and p.suffix.lower() in _KINDS)
                yield from (p for _, p in zip(range(_MOST_FILES), inside, strict=False))
            elif place.is_file():
                yield place
            else:
                raise NotFound(f"{place}: no such file or folder")

    def letters(self, path: Path, name: str | None = None) -> tuple[Letter, ...]:
        """Return the letters of a file, read once, under the name that it had when the brief was made."""
        key = (path, name or path.name)
        if key not in self._read:
            self._read[key] = letters(read(path, name=name))
        return self._read[key]

    def find(self, source: Source) -> tuple[SourceState, Path | None]:
        """Find a document by its hash, else one of its name, which has then changed."""
        if self._by_hash is None:
            self._by_hash = {sha256(p.read_bytes()).hexdigest(): p for p in self.files()}
        path = self._by_hash.get(source.sha256)
        if path is not None:
            return SourceState(name=source.name, sha256=source.sha256, state="found", path=_plain(path)), path
        named = next((p for p in self._by_hash.values() if p.name == Path(source.name).name), None)
        state = SourceState(
            name=source.name,
            sha256=source.sha256,
            state="changed" if named else "missing",
            path=named and _plain(named),
        )
        return state, named

    def letter(self, card: LetterCard) -> tuple[SourceState, Letter | None]:
        """Find the letter that a card describes; None if its document is not there or holds it no more."""
        state, path = self.find(card.source)
        if path is None:
            return state, None
        try:
            found = self.letters(path, card.source.name)
        except InputError:
            return state.model_copy(update={"state": "changed"}), None
        here = [x for x in found if x.card.source.index == card.source.index]
        return state, (here[0] if here else None)


def _plain(path: Path) -> str:
    return str(path).encode("utf-8", "replace").decode()  # a name that is no UTF-8 could not be saved as JSON
