"""A report as PDF: a page that is certainly one page, or an annex with everything."""

from __future__ import annotations

from collections.abc import Iterable

from brief.renderers.typesetting import compiled, typeset
from brief.report import Report


def render_pdf(reports: Iterable[Report], paper: str = "letter") -> bytes:
    """Return the reports as one PDF with its fonts embedded: a page each, but annexes and lists take what they need.

    Args:
        paper: `letter` or `a4`.
    """
    return compiled([typeset(r, paper) for r in reports], paper)
