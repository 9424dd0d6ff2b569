"""Read letters to officials: a checked one-page brief, what they ask, and how they differ.

letters = brief.read("letter.html")
summary = brief.summarize(letters[0])
brief.compare(summary, other)
brief.render(summary, "pdf")
brief.verify(summary, ["letter.html"])
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from brief.version import __version__

if TYPE_CHECKING:
    from brief.api import acompare as acompare
    from brief.api import amatrix as amatrix
    from brief.api import asummarize as asummarize
    from brief.api import compare as compare
    from brief.api import matrix as matrix
    from brief.api import read as read
    from brief.api import render as render
    from brief.api import summarize as summarize
    from brief.errors import BriefError as BriefError
    from brief.verification import verify as verify
    from brief.verification import verify_text as verify_text

_HOME = {
    "BriefError": "brief.errors",
    "acompare": "brief.api",
    "amatrix": "brief.api",
    "asummarize": "brief.api",
    "compare": "brief.api",
    "matrix": "brief.api",
    "read": "brief.api",
    "render": "brief.api",
    "summarize": "brief.api",
    "verify": "brief.verification",
    "verify_text": "brief.verification",
}
__all__ = [
    "BriefError",
    "__version__",
    "acompare",
    "amatrix",
    "asummarize",
    "compare",
    "matrix",
    "read",
    "render",
    "summarize",
    "verify",
    "verify_text",
]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used, so that `import brief` stays quick."""
    if name not in _HOME:
        raise AttributeError(f"module 'brief' has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
