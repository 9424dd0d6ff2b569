"""What the checks found, in one line, and where the result comes from."""

from __future__ import annotations

from brief.letter.card import LetterCard
from brief.report.wording import long_date, plain, plural
from brief.summary import Checks, Provenance, QuoteCounts

_COVERED = (
    ("questions", "questions"),
    ("numbered_items", "numbered items"),
    ("deadlines", "deadlines"),
    ("figures", "figures and dates"),
)


def checks_line(checks: Checks) -> str:
    """Say what was checked: "Checked: 12 of 12 claims supported · 31 of 31 quotations word for word · …"."""
    pieces = [f"{checks.supported} of {plural(checks.claims, 'claim')} found in the text"]
    if checks.partly:
        pieces.append(f"{checks.partly} in doubt")
    if checks.unsupported:
        pieces.append(f"{len(checks.unsupported)} not found")
    pieces += _quotes(checks.quotes)
    for field, name in _COVERED:
        covered = getattr(checks.coverage, field)
        if covered.total:
            pieces.append(f"{name} {covered.found} of {covered.total}")
    return "Checked: " + " · ".join(pieces)


def _quotes(quotes: QuoteCounts) -> list[str]:
    total = quotes.exact + quotes.normalised + quotes.fuzzy + quotes.missing
    if not total:
        return []
    rest = [
        f"{count} {how}"
        for count, how in (
            (quotes.normalised, "but for punctuation or spacing"),
            (quotes.fuzzy, "nearly"),
            (quotes.missing, "not found"),
        )
        if count
    ]
    return [f"{quotes.exact} of {plural(total, 'quotation')} word for word" + "".join(f", {r}" for r in rest)]


def footer(cards: tuple[LetterCard, ...], provenance: Provenance) -> tuple[str, ...]:
    """Return where the page comes from: sources with short digests, tool and model, and who reviewed it."""
    named = dict.fromkeys(f"{plain(c.source.name)} sha256 {plain(c.source.sha256)[:12]}" for c in cards)
    made = [plain(f"{provenance.tool} {provenance.version}"), *_how(provenance)]
    return (" · ".join(list(named)[:4]), " · ".join(m for m in made if m), reviewed(provenance))


def _how(provenance: Provenance) -> list[str]:
    if by_rule(provenance):
        return []
    pieces = [f"model {plain(provenance.model)} at {plain(provenance.host)}", plain(provenance.prompt)]
    if provenance.origin in ("recorded", "written"):
        pieces.append(f"{provenance.origin} answer")
    return [*pieces, long_date(provenance.created[:10])]


def by_rule(provenance: Provenance) -> bool:
    """Tell whether the text was made without a model."""
    return provenance.origin == "rules" or provenance.model == "extractive"


def reviewed(provenance: Provenance) -> str:
    """Return the line for the reviewer's name."""
    by = plain(provenance.reviewer or "") or "________________"
    return f"{'Made by rule, no model' if by_rule(provenance) else 'AI-assisted'}; reviewed by {by}"
