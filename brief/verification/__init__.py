"""Checks a brief again against its sources: one that this program made, or one written by a person or another tool."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from brief.verification.memo import check_memo
from brief.verification.outcome import SourceState, Verification
from brief.verification.results import Result, check_result, load
from brief.verification.sources import Shelf

__all__ = ["Result", "SourceState", "Verification", "verify", "verify_text"]


def verify(result: Result | str | Path, sources: Sequence[str | Path] = ()) -> Verification:
    """Check a saved result again: each quotation, claim, field and count, against the documents it was made from.

    Args:
        result: A summary, several, a comparison or a matrix, or the path of the JSON that `--format json` printed.
        sources: Files and folders to look for the documents in; they are known by their SHA-256, whatever their name.
            Without any, the folder of the result and the one worked in are searched.

    Returns:
        What was found; `Verification.passed` tells whether every part stands as it says it does.

    Raises:
        NotFound: None of the documents is among `sources`.
        InputError: The result is no JSON of this program, or a source cannot be read.
    """
    path = Path(result) if isinstance(result, str | Path) else None
    value = load(path) if path is not None else result
    assert not isinstance(value, str | Path)
    places = tuple(sources) or tuple(dict.fromkeys([path.parent if path else Path(), Path()]))
    return check_result(value, Shelf(places))


def verify_text(text: str, sources: Sequence[str | Path]) -> Verification:
    """Check a brief in plain words, sentence by sentence, against the letters of the sources.

    Args:
        text: The brief: plain text or Markdown, by whomever.
        sources: The documents that it is about.

    Returns:
        A finding for each sentence with a figure, date, name or quotation that the sources don't have, and for each
        that no passage of theirs supports.
    """
    return check_memo(text, Shelf(sources))
