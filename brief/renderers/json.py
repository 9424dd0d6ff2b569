"""Results as JSON: the contract that other programs read, words kept as they are."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict

from brief.document import Document
from brief.report import Result, entries, summaries_of
from brief.summary import Summaries, Summary


def render_json(result: Result, documents: Mapping[str, Document], view: str = "brief") -> str:
    """Return `result` as indented JSON; a single summary stands in a list, as several would.

    Args:
        view: `actions` gives the ledger's rows instead (`letterbrief/actions.v1`).
    """
    if view == "actions":
        rows = [asdict(e) for e in entries(summaries_of(result), documents)]
        return json.dumps({"schema": "letterbrief/actions.v1", "actions": rows}, ensure_ascii=False, indent=2) + "\n"
    value = Summaries(summaries=(result,)) if isinstance(result, Summary) else result
    return value.model_dump_json(indent=2) + "\n"
