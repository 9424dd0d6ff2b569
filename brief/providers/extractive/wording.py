"""Words for claims made from the letter's own: clauses without their frame, whole after they are shortened."""

from __future__ import annotations

import re
from functools import lru_cache

from brief.letter.actions import opens_with_action
from brief.searching import any_word

_TAIL = re.compile(r"(?:[;,]\s+(?:and|or)|\s+(?:and|or)[;,]|[\s,;:–—-])+$")
_TAIL_ENDS = (" ", ",", ";", ":", "–", "—", "-", " and", " or")


_NOTES = re.compile(
    r"[\[0-9](?:(?<=\[)\d{1,3}\](?:\[\d{1,3}\])*|(?:(?<=[a-z][.,;][0-9])|(?<=[a-z][.,][”\"][0-9])|"
    r"(?<=(?:19|20)\d\d\.[0-9]))\d?(?=\s|$))"
)
"""Marks of footnotes: in brackets, or small figures that a printed page set above the line ("the network.1")."""
_SHORTENED = re.compile(r"\b(?:[A-Z]\.[A-Z]|Inc|Co|Corp|Jr|Sr)\.$")


EMPHASIS = "**"
"""What stands around words in bold in Markdown, and in text taken from it."""


def squeeze(text: str) -> str:
    """Put a passage on one line."""
    return " ".join(text.split())


@lru_cache(maxsize=64)  # a sentence is made a claim, weighed as one, and quoted in the first line
def clause(words: str) -> str:
    """Return a clause without the marks that part it from the next one, on one line, its quotation marks in pairs."""
    plain = squeeze(words.replace(EMPHASIS, ""))
    plain = _FOR_PARTS.sub("", plain) if plain.endswith(":") else plain
    plain = _without_tail(_NOTES.sub("", plain))
    if plain.endswith((".", ".”", '."')) and not _SHORTENED.search(plain, max(0, len(plain) - 7)):
        plain = plain[:-1] if plain[-1] == "." else plain[:-2] + plain[-1]
        plain = plain[:-1] if plain.endswith(".") and not plain.endswith("..") and plain[-2:-1].islower() else plain
    return _without_tail(_paired(plain))


def _without_tail(words: str) -> str:
    """Cut the marks and joints at the end of a clause."""
    return _TAIL.sub("", words) if words.endswith(_TAIL_ENDS) else words


_FOR_PARTS = re.compile(
    r",? (?:to include|includ(?:e|ing)|such as|with at least)(?:,? but (?:is |are )?not (?:be )?limited to)?,?"
    r"(?: the following(?: information| details)?)?:$"
)
"""What leads in the parts of a thing that is named before: "a list of boats, including:"."""


_TO_YOU = re.compile(
    r"you (?P<negative>not )?(?:to (?=[a-z])|will (?=(?:lead|act|give|work|take|make|join|"
    r"consider|support|continue|ensure)\b)|(?=(?:make|give|take|provide|call|join|consider|act|"
    r"ensure|continue|support|use|work|keep|find|include|address|review|send)\b))"
)


def deed(words: str) -> str:
    """Return a clause that says what to do, without the "you" or "you to" that a verb of no list leaves before it."""
    said = clause(words)
    if said.startswith("to ") and opens_with_action(said[3:]):  # an item: "(i) to withdraw the order"
        return said[3:]
    you = _TO_YOU.match(said)
    return ("not to " if you["negative"] else "") + said[you.end() :] if you else said


_TURNED = re.compile(
    any_word([
        *(rf"{words}\b[^,;:]*$" for words in (
            "under no circumstances?", "in no (?:case|event|instance|way)", "at no (?:time|point)", "on no account",
            "by no means", "never(?: again)?", "nor", "no longer",
        )),
        r"cannot\s+$",
    ], r"n['’]t\s+$")
)  # fmt: skip
"""Of a text in small letters."""
_NEITHER = re.compile(r"(?i)\bneither\s+(?:to\s+)?$")


def act_of(before: str, action: str) -> str | None:
    """Return what a clause asks to be done, or None where only the whole clause says it rightly.

    A clause may deny its action before it names it: "under no circumstances should you …", "neither to … nor to …".

    Args:
        before: The clause up to its action. action: The rest of it.
    """
    if _NEITHER.search(before):
        return "neither to " + clause(action)
    return None if _TURNED.search(before.lower()) or is_suffered(action) or _ONGOING.match(action) else deed(action)


def refused(action: str, verb: str, gerund: str) -> str:
    """Return what is not to be done: "do not close the lock", "refrain from closing the lock".

    Args:
        action: What is to be left undone, as a verb or a gerund. verb, gerund: What is put before either.
    """
    doing = action.partition(" ")[0].endswith("ing") and not opens_with_action(action)  # "bring" is no gerund
    return f"{gerund if doing else verb} {action[:1].lower()}{action[1:]}"


_ONGOING = re.compile(r"(?:(?:not|also|[a-z]+ly)\s+)*be\s+[a-z]+ing\b")
"""What only the whole clause says well: "the Bureau should be mending the weir"."""
_SUFFERED = re.compile(r"(?:(?:not|never|also|immediately)\s+)*be\s+(?:[a-z]+ly\s+)?[a-z]+(?:ed|en)\b")


def is_suffered(action: str) -> bool:
    """Tell what is to be done to the one named: in "Roe must be released", Roe is not who is to act."""
    return bool(_SUFFERED.match(action))


def _paired(words: str) -> str:
    """Drop a quotation mark or bracket whose partner lies outside the clause."""
    for opening, closing in (("“", "”"), ("(", ")"), ("[", "]")):
        if words.count(opening) == words.count(closing) == 0:
            continue
        depth, lone = [], []
        for place, char in enumerate(words):
            if char == opening:
                depth.append(place)
            elif char == closing:
                lone += [] if depth else [place]
                depth = depth[:-1]
        for place in sorted({*lone, *depth}, reverse=True):
            words = words[:place] + words[place + 1 :]
    if words.count('"') % 2:
        at = words.find('"') if words.startswith('"') else words.rfind('"')
        words = words[:at] + words[at + 1 :]
    return words.strip()


_JOINTS = re.compile(
    r"\s+--\s|\s+[–—]\s|[;:]\s|,\s+(?=and\b|or\b|but\b|including|which|who|as\b|so\b|such|in\b|with\b|particularly|"
    r"especially|while|where|notably|because|until)|"
    r"\s+(?=in order to|so that|in accordance|in light of|as well as|including|because|pursuant to|rather than|"
    r"by no later|no later|to ensure|that will|that would)"
)


def shortened(words: str, most: int = 16) -> str:
    """Shorten a clause for a headline at a joint where it stays whole; if there is none, leave it whole."""
    if len(words.split()) <= most:
        return words
    best = ""
    for joint in _JOINTS.finditer(words):
        before = words[: joint.start()]
        length = len(before.split())
        if best and length > most:
            break
        if length >= 4 and not _in_series(words, joint) and _balanced(before):
            best = before
            if length > most:
                break
    return best or words


_SERIES = 5  # words of an item of a series: "mills, smelters and mines, or ports"


def _in_series(words: str, joint: re.Match[str]) -> bool:
    """Tell whether a comma before "and" parts the items of a series: "producers, makers, and importers"."""
    before = words.rfind(",", 0, joint.start())
    short = before >= 0 and len(words[before + 1 : joint.start()].split()) <= _SERIES
    return short and joint.group().startswith(",") and words[joint.end() :].startswith(("and ", "or "))


_LONGEST = 42  # words of an action in a bottom line
_WEAK_JOINTS = re.compile(
    r"\s+(?=in addition to|in line with|consistent with|as part of|with respect to|with regard to|based on|by \w+ing\b|"
    r"through\b|as they\b|as we\b|that includes?\b|which\b|despite\b|to (?:ensure|allow|enable|help|facilitate)\b)"
)


def trimmed(words: str) -> str:
    """Shorten an action for a bottom line: at a joint where it stays whole, at a weaker one if it is still long."""
    short = _TO_THIS.sub("", clause(shortened(_ASIDE.sub(" … ", words) if ", includ" in words else words, 36)))
    if len(short.split()) <= _LONGEST:
        return short
    cuts = [j.start() for j in _WEAK_JOINTS.finditer(short) if _may_end(short[: j.start()])]
    return clause(next((short[:c] for c in reversed(cuts) if 8 <= len(short[:c].split()) <= _LONGEST), short))


def _may_end(words: str) -> bool:
    """Tell whether words can stand without what follows: no open bracket, and nobody who is made to do it."""
    return _balanced(words) and not _MADE.search(words)


_MADE = re.compile(
    r"\b(?:forc|requir|allow|permit|order|direct|compel|urg|ask|instruct|caus|enabl)(?:e|es|ed|ing|s) "
    r"(?:(?! to )[^,;]){2,60}$"
)
_ASIDE = re.compile(r", including [^;]{10,}?, (?=to [a-z])")
"""Parts of a means before what it is for: "use every means, including the loan power, to lift the ban"."""
_TO_THIS = re.compile(r"\s+(?:in order )?to (?:accomplish|achieve|do|reach) (?:this|that|so|these (?:goals|aims))$")


_HANGING = re.compile(r"\b(?:of|to|for|with|by|between|from|in|on|the|an?|any|following|and|or|including|its|their)$")


_STRANDED = re.compile(r"\b(?:where|what|which|who|whom|that)\b")  # "know where their meat comes from"


def without_hanging(words: str) -> str:
    """Cut a clause that the list below it finishes back to where it is whole: "… summaries of any call of:"."""
    at = words.rfind(",")
    return words[:at] if at > 0 and _HANGING.search(words) and not _STRANDED.search(words, at) else words


def _balanced(words: str) -> bool:
    return words.count("(") == words.count(")") and words.count('"') % 2 == 0 and words.count("“") == words.count("”")


BODY_ACTS = re.compile(
    r"(?i:the) (?:[A-Z]\w+ )*(?:Department|Administration|Agency|Bureau|Committee|Commission|Board|Office|Senate)"
    r"(?: of (?:the )?[A-Z]\w+(?: and [A-Z]\w+)*)? (?:[a-z]+ly )?(?!(?:of|for|on|and|to|in|that)\b)[a-z]+(?<!s) "
)
TO_BE = re.compile(r"[^,;:]{2,80}? be (?:[a-z]+ly )?[a-z]+(?:ed|en|wn|pt|ut|de|nt)\b")
"""What a body is to do, or what is to be done with a thing, as a clause behind "that"."""
