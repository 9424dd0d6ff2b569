"""A report's sentence about a letter, turned so that those who wrote the letter are its subject."""

from __future__ import annotations

import re

from brief.letter.actions import opens_with_action

_VERBS = """
applaud argu/e challeng/e champion commend condemn congratulat/e convey criticiz/e decry defend denounc/e disput/e
emphasiz/e endors/e express highlight object oppos/e outlin/e question rais/e reaffirm reiterat/e respond reject seek
shar/e stress support underscor/e voic/e warn withdraw encourag/e
"""
_BASES = {stem: stem + end for stem, _, end in (verb.partition("/") for verb in _VERBS.split())}
_LETTER = r"(?s)\b[Ll]etters?\b(?! (?:here|below)\b)"
_PLAIN = r"(?:(?!\b(?:[a-z]+(?:ing|ed|es)|that|who|which)\b)[^;”\"])"
_TELLS = re.compile(
    rf"{_LETTER}(?:(?!\b(?:who|which|that|those)\b)[^;”\"]){{0,240}}?\b(?P<stem>{'|'.join(_BASES)})(?:ing|ed|e?s)\b"
    r"(?! (?:documents?|materials?|evidence)\b)\s+(?P<of>\w.+)"
)
_THEY_TELL = re.compile(
    r"(?:The (?:\w+ )?(?:[Ss]enators?|lawmakers|[Mm]embers|group|coalition|delegation|Congress\w+)|They|He|She) "
    rf"(?:also )?(?P<stem>{'|'.join(_BASES)})(?:ed|e?s)\s+(?P<of>\w.+)"
)
_WRITES = re.compile(
    rf"{_LETTER}{_PLAIN}{{0,240}}?\bto (?:the )?(?=[A-Z]){_PLAIN}{{2,240}}?"
    r"(?P<of>\b(?:in (?:strong |full )?(?:support|opposition) (?:of|to|for)|regarding|concerning|about|in response to|"
    r"to(?= [a-z]))\s+(?P<deed>\w.+))"
)
_THEY = re.compile(
    r"\b(?:[Tt]he (?:\w+ )?(?:[Ss]enators?|lawmakers|members|letter|group|coalition)|"
    r"[Dd]elegation|[Hh]e|[Ss]he|[Tt]hey)\b"
)
_AND_TELLS = re.compile(
    r",? and (?:[a-z]+ing|was|is|were|are|has|have|had|then|also|[a-z]+ed) |, (?:writing|saying|stating|adding)\b|"
    r", (?:[A-Z][\w.]+ )+(?:[a-z]+ed|said|wrote)\b"
)


def retold(sentence: str, senders: str) -> tuple[str, str]:
    """Return the verb with which a sentence tells what a letter says, in its base form, and what follows it.

    "sent a letter to Roe raising concerns about the toll" gives ("raise", "concerns about the toll"), "… to spare the
    mill" gives ("write", "to spare the mill"), and what is no report of this letter gives ("", "").

    Args:
        sentence: One of a report. senders: Who writes, as a line.
    """
    if not (_THEY.search(sentence) or any(name in sentence for name in surnames(senders))):
        return "", ""
    tells, writes = _TELLS.search(sentence) or _THEY_TELL.match(sentence), _WRITES.search(sentence)
    deed = writes["deed"] if writes and writes["of"].startswith("to ") else ""
    if deed and not opens_with_action(deed) and not deed.startswith("sound the alarm"):
        writes = None
    if tells and (writes is None or tells.start("of") < writes.start("of")):
        verb, of = _BASES[tells["stem"]], tells["of"]
    elif writes:
        verb, of = "write", writes["of"]
    else:
        return "", ""
    return verb, _AND_TELLS.split(of)[0]


def surnames(senders: str) -> list[str]:
    """Return the last name of each of those who write, as a line names them."""
    names = (part.split("(")[0].split(",")[0].split() for part in senders.split(";"))
    return [name[-1] for name in names if name and not name[0][0].isdigit()]


def third(verb: str) -> str:
    """Return a verb as one sender's: "raises", "decries", "stresses"."""
    if verb.endswith(("ss", "ch", "sh")):
        return verb + "es"
    return verb[:-1] + "ies" if verb.endswith("ry") else verb + "s"


_ASKED = {
    "request": "request", "ask": "ask", "seek": "seek", "sought": "seek", "demand": "demand", "urg": "urge",
    "recommend": "recommend", "encourag": "encourage", "propos": "propose", "call": "call", "insist": "insist",
    "press": "press", "push": "push",
}  # fmt: skip
ASKING = re.compile(
    rf"\b(?P<stem>{'|'.join(_ASKED)})(?:e[sd]?|s|es|ed|ing)?\b(?P<joint>(?:\s+(?:for|on|upon|that))?)\s*(?=\W|$|\w)"
)
"""A verb of asking, in whatever form a letter or a report has it."""


def asking_verb(asking: re.Match[str], many: bool) -> str:
    """The letter's verb of asking in the present tense: "asks" of "asking", "presses" of "pressed"."""
    stem = asking["stem"]
    return _ASKED[stem] + ("" if many else "es" if stem in ("press", "push") else "s")
