"""Is there anything under a claim: were its quotations found, and do they speak of the same matter."""

from __future__ import annotations

from brief.audit.finding import Finding, Level
from brief.evidence import Claim


def check_quotes(claim: Claim) -> list[Finding]:
    """Object to a claim without quotations, or with some that are not in the document.

    Proves that the words quoted stand in the document; does not prove that they say what the claim says.
    """
    missing = [e for e in claim.evidence if e.match == "missing" or e.start is None]
    if not claim.evidence:
        return [
            Finding(
                check="quotes", level="certain", words=claim.text, what="No passage of the letter is given for this.",
                do="Quote the sentence of the letter that says it, or leave it out.",
            )
        ]  # fmt: skip
    level: Level = "certain" if len(missing) == len(claim.evidence) else "likely"
    return [
        Finding(
            check="quotes", level=level, words=e.quote, what=f"The document has no such words: “{e.quote}”.",
            do="Quote the letter word for word, or leave it out.",
        )
        for e in missing
    ]  # fmt: skip
