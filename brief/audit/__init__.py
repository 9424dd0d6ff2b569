"""Checks without a model: figures, dates, names, citations, polarity, strength, actors, voice, silence, coverage.

`audit_claim` lists what is wrong with one claim, `judge` gives the claim its status, `coverage` says what of the letter
the brief has. What each check proves, and what it does not, stands in its own docstring. Everything is deterministic.
"""

from __future__ import annotations

from brief.audit.claims import audit_claim, judge
from brief.audit.coverage import coverage, missing
from brief.audit.finding import Finding, Level, Role, status_of

__all__ = ["Finding", "Level", "Role", "audit_claim", "coverage", "judge", "missing", "status_of"]
