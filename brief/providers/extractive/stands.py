"""For or against: how a point of a letter stands to the matter that it names."""

from __future__ import annotations

import re
from collections.abc import Mapping

from brief.deeds import deeds

Item = Mapping[str, str]

_AGAINST = re.compile(
    r"\b(?:oppos(?:e|es|ed|ing)|opposition to|object(?:s|ed)? to|reject(?:s|ed)?|disagrees? with|"
    r"(?:is|are|am|stands?|be|voted?|strongly|firmly) against|"
    r"(?:not|cannot|never|no longer|unable to)(?: \w+){0,2}? (?:support|endorse|favou?r|back|agree|want|need)|"
    r"nor (?:should|must|can|do)|(?:should|must|ought|need) not|(?:should|must)n['’]t|rather than)\b",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"\b(?:support(?:s|ed|ing)?|endors(?:e|es|ed)|favou?rs?|welcomes?|applauds?|agrees? with|no objections? to|"
    r"in favou?r of|should|must|need(?:s|ed)? to be|joins?(?: \w+){0,3} in (?:asking|seeking|requesting|urging))\b",
    re.IGNORECASE,
)


def sided(item: Item) -> bool:
    """Tell whether a point is a position that the letter's own brief says is for or against something."""
    return item["kind"] == "position" and item.get("stance") in ("supports", "opposes")


def stand(item: Item) -> int:
    """Say whether a point is for its matter (1), against it (-1), or takes no side that its words tell (0)."""
    if item["kind"] == "ask" and item.get("text"):
        ways = {d.side for d in deeds(item) if d.side}
        return ways.pop() if len(ways) == 1 else 0
    stated = {"supports": 1, "opposes": -1}.get(item.get("stance", ""))
    if stated:
        return stated
    against, backs = _AGAINST.search(item["quote"]), _FOR.search(_AGAINST.sub(" ", item["quote"]))
    return bool(backs) - bool(against)
