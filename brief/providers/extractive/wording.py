"""Words for claims made from the letter's own: clauses without their frame, and topics."""

from __future__ import annotations

import re

from brief.letter.verbs import ACTIONS

_ENDS_A_NOUN = """
that which who whom whose to in on at by for from with without under over during before after into about against
between among as because if when while where how why whether and or but so than is are was were be been being has
have had will would can could should must may might do does did not no including such pursuant regarding concerning
related through until within upon per
"""
_STOP = frozenset(_ENDS_A_NOUN.split())
_NO_NOUN = """
a an the this that these those its their your our my his her any all each every some both such following more
additional further immediately swiftly quickly promptly specifically seriously fully please also expeditiously
timely prompt full complete detailed necessary appropriate immediate own other we you i it they us them me there
"""
_SKIP = frozenset(_NO_NOUN.split())
_LEADS = frozenset(["please", "to", "not", "that", "you", "also", "should", "must"])
_LIGHT_WORDS = """
take make do use work provide give consider ensure continue begin list describe explain direct act reply respond tell
"""
_LIGHT = frozenset(_LIGHT_WORDS.split())
_WORD = re.compile(r"[\w$%][\w.,$%&'’/-]*")
_TAIL = re.compile(r"[\s,;:–—-]+$")


def squeeze(text: str) -> str:
    """Put a passage on one line."""
    return " ".join(text.split())


def clause(words: str) -> str:
    """Return a clause without the marks that part it from the next one, on one line, its quotation marks in pairs."""
    plain = re.sub(r"(?:\[\d{1,3}\])+", "", squeeze(words))
    plain = _TAIL.sub("", plain)
    plain = (
        plain if re.search(r"\b(?:[A-Z]\.[A-Z]|Inc|Co|Corp|Jr|Sr)\.$", plain) else re.sub(r"\.([”\"]?)$", r"\1", plain)
    )
    return _TAIL.sub("", _paired(plain))


def _paired(words: str) -> str:
    """Drop a quotation mark or bracket whose partner lies outside the clause."""
    for opening, closing in (("“", "”"), ("(", ")"), ("[", "]")):
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


def topic(words: str, most: int = 5) -> str:
    """Return a short noun phrase for what a clause is about, in its own words; its first words if none is found."""
    rest = _object(_BRACKETED.sub("", squeeze(words)))
    best: list[str] = []
    run: list[str] = []
    for found in _WORD.finditer(rest):
        word = found.group().rstrip(".,'’")
        low = word.lower()
        ends = found.group()[-1] in ",." and "." not in word
        if low in _STOP and low != "of":
            best, run = max(best, run, key=_weight), []
            if len(best) >= 2:
                break
        elif low in _SKIP or (low == "of" and not run):
            continue
        else:
            run.append(word)
        if ends and run:
            best, run = max(best, run, key=_weight), []
            if len(best) >= 2:
                break
    best = max(best, run, key=_weight)[:most]
    while best and best[-1].lower() == "of":
        best = best[:-1]
    return " ".join(best) or " ".join(rest.split()[:most])


_BRACKETED = re.compile(r"\s*[(\[][^)\]]*[)\]]")


def _object(words: str) -> str:
    """Return a clause without the verbs it opens with: "direct the State Department" is about the State Department."""
    parts, place, light = words.split(" "), 0, True
    while place < len(parts) - 1:
        word = parts[place].lower().strip(',.;:“”"')
        if word in _LEADS or word.endswith("ly"):
            pass
        elif light and word in ACTIONS:
            light = word in _LIGHT
        else:
            break
        place += 1
    return " ".join(parts[place:])


def _weight(run: list[str]) -> tuple[bool, int]:
    return len(run) >= 2, min(len(run), 4) if run else 0


def shortened(words: str, most: int = 16) -> str:
    """Shorten a clause for a headline at a joint where it stays whole; if there is none, leave it whole."""
    if len(words.split()) <= most:
        return words
    joints = re.finditer(
        r"\s+--\s|\s+[–—]\s|[;:]\s|,\s+(?=and\b|or\b|but\b|including|which|who|as\b|so\b|such|in\b|with|particularly|"
        r"especially|while|where|notably|because|until)|"
        r"\s+(?=in order to|so that|in accordance|in light of|as well as|including|because|pursuant to|rather than|"
        r"by no later|no later|to ensure|that will|that would)",
        words,
    )
    cuts = [j.start() for j in joints if len(words[: j.start()].split()) >= 4 and _balanced(words[: j.start()])]
    within = [c for c in cuts if len(words[:c].split()) <= most]
    if within:
        return words[: within[-1]]
    return words[: cuts[0]] if cuts else words


def _balanced(words: str) -> bool:
    return words.count("(") == words.count(")") and words.count('"') % 2 == 0 and words.count("“") == words.count("”")
