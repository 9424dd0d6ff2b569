"""Writers who speak of themselves by name or in older forms, put into the words that the grammar of asking knows."""

from __future__ import annotations

import re
from functools import lru_cache

_VERBS = (
    r"request|ask|urge|demand|recommend|call(?= (?:up)?on\b| for\b)|insist|petition|propose|implore|appeal|oppose|"
    r"support|seek|require(?= (?:you|that|the)\b)|object(?= to\b)"
)
_ADVERBS = r"(?:,? (?:hereby|further|therefore|also|respectfully|formally|strongly|accordingly|now|thus|again),?){0,3}"
_CLIENTS = r"[Oo]ur clients?|[Mm]y client|[Tt]his [Ff]irm's client"
_KINDS = (
    r"Nation|Tribe|Band|Pueblo|Union|Association|Club|Council|Company|Coalition|League|Alliance|Board|Federation|"
    r"Society|Chamber|Trust|Network|Institute|Foundation|Conference|Campaign|City|County|Town|Village|Authority|District"
)
_ENDS = (*_KINDS.split("|"), "LLC", "LLP", "Inc", "Inc.", "Corp", "Corp.", "Ltd", "plc", "Lines", "Group", "Bank")
_DEFINED = re.compile(r"\(\"(?:the )?(?P<short>[A-Z][\w&.-]*(?: [A-Z][\w&.-]*){0,3})\"\)")
_ALSO = re.compile(
    rf"(?P<joint>,? and (?:hereby |further |also |therefore |respectfully )?)(?P<verb>{_VERBS})s\b"
    r"(?= (?:that|the|you|your|an?|all)\b)"
)
_SENTENCE_END = re.compile(r"[.?!](?:\s|$)")
_SHOULD = re.compile(
    r" should (?:(?<=\bI should )|(?<=\b[Ww]e should ))"
    r"(?=(?:also |much |very much )?(?:be (?:most |very )?(?:grateful|glad|obliged|pleased|"
    r"thankful)|like (?:you )?to|appreciate|welcome|value)\b)"
)
_LARGE = re.compile(r"^WE [A-Z ,]{4,60}:[ \t]*$", re.MULTILINE)
_HOUSE = r"(?:House|Assembly|Council|Board|Parliament|Excellency)"
_PRAYER = re.compile(
    r"\b(?i:your|the) (?:undersigned )?(?i:petitioners?)(?i:,? (?:therefore|humbly|respectfully|accordingly),?){0,3} "
    r"(?i:prays?|request|ask|call upon|urge)(?i: that)?,? "
    rf"(?:(?:[Yy]our|the) (?:\w+ )?{_HOUSE}|you)(?: (?:may|will|to|should)\b(?: be pleased to)?)?(?P<end>:?)"
)


def voiced(text: str, senders: str = "") -> str:
    """Return a letter's text as its writers would say it in the first person, character for character as long.

    "The Nation hereby requests that" becomes "We … hereby request  that" where the Nation writes; "we should be
    grateful" becomes "we would  be grateful"; "your petitioners pray that your House may:" becomes "we ask that you:".
    It is only for finding what is asked: claims and quotes are cut from the letter itself, at the same offsets.

    Args:
        text: The letter's own text.
        senders: Who writes, as a line of the card, with offices and houses; "" if nobody is named.
    """
    text = _SHOULD.sub(" would  ", text)
    text = _LARGE.sub(lambda m: m[0][0] + m[0][1:].lower(), text) if "WE " in text else text
    text = _PRAYER.sub(_prayer, text) if "etitioner" in text or "ETITIONER" in text else text
    names = _own_names(text, senders)
    if not names:
        return text
    subject = _subject(names)
    out, at = [], 0
    for m in subject.finditer(text):
        if m.start() < at or _is_object(text, m.start()):
            continue
        stop = _SENTENCE_END.search(text, m.end())
        end = stop.start() if stop else len(text)
        rest = _ALSO.sub(lambda also: f"{also['joint']}{also['verb']} ", text[m.end() : end])
        said = f"{m['verb']} " if m["verb"] else f"do   not{m['rest']}"
        out += [text[at : m.start()], "We".ljust(len(m["name"])), m["adverbs"], " ", said, rest]
        at = end
    return "".join([*out, text[at:]])


@lru_cache(maxsize=32)  # most letters speak of a client or of nobody; the writers of some write again
def _subject(names: str) -> re.Pattern[str]:
    """Return the pattern that finds writers by one of their names, and the verb of asking that is said of them."""
    return re.compile(
        rf"(?P<name>\b(?:{names}))(?P<adverbs>{_ADVERBS}) "
        rf"(?:(?P<verb>{_VERBS})s\b|(?P<not>does not)(?P<rest>,? (?:however,? )?(?:{_VERBS})\b))"
    )


def _prayer(found: re.Match[str]) -> str:
    said = "We ask that you"
    return said.ljust(len(found[0]) - len(found["end"])) + found["end"] if len(found[0]) > len(said) else found[0]


def _own_names(text: str, senders: str) -> str:
    """Return a pattern for what the writers call themselves: their houses, short for them, and their clients.

    What does not stand in the text is left out; "" if nothing does.
    """
    names = {_CLIENTS: "lient"}
    for house in map(str.strip, senders.replace(";", ",").split(",")):
        if not house.endswith(_ENDS):
            continue
        kind = _KIND_AT_END.search(house)
        bare = house.removeprefix("The ").removeprefix("the ")
        names[rf"(?:[Tt]he )?{re.escape(bare)}"] = bare
        if kind:
            names[rf"[Tt]he {kind[0]}"] = f"he {kind[0]}"
        else:
            names[rf"{re.escape(bare.split()[0])}(?= )"] = bare.split()[0]
    if len(names) > 1:
        own = " ".join(names)
        shorts = [m["short"] for m in _DEFINED.finditer(text) if m["short"] in own]
        names |= {rf"(?:[Tt]he )?{re.escape(short)}": short for short in shorts}
    standing = [name for name, words in names.items() if words in text]
    return "|".join(sorted(standing, key=lambda n: (-len(n), n)))


_KIND_AT_END = re.compile(rf"\b(?:{_KINDS})$")


_BEFORE = re.compile(r"\b(?:of|that|to|by|for|with|from|and|which|as|than|in|on|at|whom|not) $")


def _is_object(text: str, at: int) -> bool:
    """Tell whether a name is no subject of its own sentence."""
    return bool(_BEFORE.search(text, max(0, at - 12), at))
