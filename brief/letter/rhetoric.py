"""Questions that no one is meant to answer, told by how they begin."""

from __future__ import annotations

import re

RHETORICAL = re.compile(
    r"(?i)^\W*(?:(?:did|does|do|has|have|is|was) (?:no one|nobody|anyone really)|nor |is it any |"
    r"who (?:could|would|can)|what (?:would we|could be|are we|good)|how (?:can|could|many more) (?:we|"
    r"anyone|they|families|people|americans)|isn't|aren't|why (?:would|should) (?:we|anyone|any))\b"
)
