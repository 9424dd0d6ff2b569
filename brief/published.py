"""The JSON Schemas that others rely on, by name: what a model must return, and what `--format json` prints."""

from __future__ import annotations

from typing import Any

from brief.comparison import Comparison
from brief.drafts import ComparisonDraft, Form, RepairDraft, SilenceDraft, SummaryDraft
from brief.evidence import Value
from brief.matrices import Matrix
from brief.outline import Outlines
from brief.schema import schema_of
from brief.summary import Summaries

FORMS: dict[str, type[Form]] = {
    "comparison.draft": ComparisonDraft,
    "repair.draft": RepairDraft,
    "silence.draft": SilenceDraft,
    "summary.draft": SummaryDraft,
}
RESULTS: dict[str, type[Value]] = {
    "comparison.v1": Comparison,
    "matrix.v1": Matrix,
    "outlines.v1": Outlines,
    "summaries.v1": Summaries,
}


def schemas() -> dict[str, dict[str, Any]]:
    """Return every published schema by name: drafts are portable and strict, results as Pydantic describes them."""
    results = {name: value.model_json_schema(mode="serialization", by_alias=True) for name, value in RESULTS.items()}
    return {**{name: schema_of(form) for name, form in FORMS.items()}, **results}
