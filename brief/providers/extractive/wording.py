"""Words for claims made from the letter's own: clauses without their frame, and topics."""

from __future__ import annotations

import re

from brief.letter.verbs import ACTIONS

_ENDS_A_NOUN = """
that which who whom whose to in on at by for from with without under over during before after into about against
between among as because if when while where how why whether and or but so than is are was were be been being has
have had will would can could should must may might do does did not no including such pursuant regarding concerning
related through until within upon per we you i they it us them me he she him her there concern relate bear
"""
_STOP = frozenset(_ENDS_A_NOUN.split())
_NO_NOUN = """
a an the this that these those its their your our my his any all each every some both such following more additional
further immediately swiftly quickly promptly specifically seriously fully please also expeditiously timely prompt
full complete detailed one two three four five six seven eight nine ten twelve twenty several multiple many
necessary appropriate immediate own other out up off down back
"""
_SKIP = frozenset(_NO_NOUN.split())
_LEADS = frozenset(["please", "to", "not", "that", "you", "also", "should", "must"])
_LIGHT_WORDS = """
take make do use work provide give consider ensure continue begin list describe explain direct act reply respond tell
"""
_LIGHT = frozenset(_LIGHT_WORDS.split())
_WORD = re.compile(r"[\w$%][\w.,$%&'’/-]*")
_TAIL = re.compile(r"(?:[;,]\s+(?:and|or)|[\s,;:–—-])+$")


_NOTES = re.compile(r"(?:\[\d{1,3}\])+")
_SHORTENED = re.compile(r"\b(?:[A-Z]\.[A-Z]|Inc|Co|Corp|Jr|Sr)\.$")
_STOP_AT_END = re.compile(r"\.([”\"]?)$")


def squeeze(text: str) -> str:
    """Put a passage on one line."""
    return " ".join(text.split())


def clause(words: str) -> str:
    """Return a clause without the marks that part it from the next one, on one line, its quotation marks in pairs."""
    plain = _NOTES.sub("", squeeze(words))
    plain = _TAIL.sub("", plain)
    plain = plain if _SHORTENED.search(plain) else _STOP_AT_END.sub(r"\1", plain)
    return _TAIL.sub("", _paired(plain))


_TO_YOU = re.compile(r"you (?P<negative>not )?to (?=[a-z])")


def deed(words: str) -> str:
    """Return a clause that says what to do, without the "you to" that a verb of no list leaves before it."""
    said = clause(words)
    you = _TO_YOU.match(said)
    return ("not to " if you["negative"] else "") + said[you.end() :] if you else said


_TURNED = re.compile(
    r"(?i)\b(?:under no circumstances?|in no (?:case|event|instance|way)|at no (?:time|point)|on no account|"
    r"by no means|never(?: again)?|nor|no longer)\b[^,;:]*$"
)
_NEITHER = re.compile(r"(?i)\bneither\s+(?:to\s+)?$")


def act_of(before: str, action: str) -> str | None:
    """Return what a clause asks to be done, or None where only the whole clause says it rightly.

    A clause may deny its action before it names it: "under no circumstances should you …", "neither to … nor to …".

    Args:
        before: The clause up to its action. action: The rest of it.
    """
    if _NEITHER.search(before):
        return "neither to " + clause(action)
    return None if _TURNED.search(before) else deed(action)


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


def topic(words: str, most: int = 5) -> str:
    """Return a short noun phrase for what a clause is about, in its own words; its first words if none is found."""
    plain = _BRACKETED.sub("", squeeze(words))
    rest = _object(_WHEN.sub("", plain)) or plain
    runs: list[list[str]] = [[]]
    for found in _WORD.finditer(rest):
        word = found.group().rstrip(".,'’")
        low = word.lower()
        if low in _STOP and low != "of":
            runs.append([])
        elif low == "of" and len(runs[-1]) == 1 and runs[-1][0].lower() in _MEASURES:
            runs[-1].clear()
        elif low in _SKIP or word.endswith("ly") or (not runs[-1] and not _opens_noun(low)):
            continue
        else:
            runs[-1].append(word)
        if found.group()[-1] in ",." and "." not in word:
            runs.append([])
    found_runs = [r for r in runs if r]
    told = next((r for r in found_runs if len(r) >= 2 or r[0].lower() not in _GENERAL), None)
    best = told or max(runs, key=len)
    while most < len(best) and best[most - 1][:1].isupper() and best[most][:1].isupper():
        most += 1
    return _phrase(best[:most], plain) or " ".join(rest.split()[:most])


_MEASURES = frozenset(
    ["extent", "number", "lack", "series", "use", "range", "variety", "set", "kind", "type", "types", "amount", "all"]
)
_NOUN_ING_WORDS = """
funding housing training spending hearing briefing building meeting banking financing licensing ruling planning
testing manufacturing engineering marketing reporting rulemaking drilling
"""
_NOUNS_IN_ING = frozenset(_NOUN_ING_WORDS.split())


def _opens_noun(word: str) -> bool:
    """Tell whether a word may open a noun phrase: no verb, no figure, no participle that governs what follows."""
    if word == "of" or word in ACTIONS or word[0].isdigit():
        return False
    return not word.endswith("ing") or word in _NOUNS_IN_ING


_GENERAL_WORDS = """
answer answers response responses reply documents document information records record messages message list copy
copies letter report details steps step action actions part matter way ways date time
"""
_GENERAL = frozenset(_GENERAL_WORDS.split())
_WHEN = re.compile(
    r",?\s+\b(?:by|no later than|not later than|on or before|before|on|until)\s+(?:(?:close of business|COB|"
    r"the end of|\w+day),?\s+(?:on\s+)?)?"
    r"(?:\d{1,2}\s+)?(?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December)\b(?:\s+\d{1,2})?(?:,?\s+\d{4})?|"
    r",?\s+\bwithin\s+(?:the next\s+)?[\w-]+\s+(?:business\s+|calendar\s+)?(?:days?|weeks?|months?)\b"
)


def _phrase(run: list[str], plain: str) -> str:
    """Join the words of a topic; a capital that only a clause's first word has goes."""
    while run and run[-1].lower() == "of":
        run = run[:-1]
    if len(run) > 1 and plain.startswith(run[0]) and run[0][1:].islower() and run[1].islower():
        run = [run[0].lower(), *run[1:]]
    return " ".join(run)


_BRACKETED = re.compile(r"\s*[(\[][^)\]]*[)\]]")


_SUBORDINATE = re.compile(
    r"(?:[Uu]ntil|[Ii]f|[Ww]hen|[Ww]hile|[Tt]o|[Ii]n|[Aa]s|[Oo]nce|[Bb]efore|[Aa]fter|[Uu]nder|"
    r"[Gg]iven)\b[^,]{2,90}, (?=\w)"
)


_CAUSING = re.compile(
    r"(?i)(?:[a-z]+ly )?(?:direct|ask|instruct|order|urge|tell|require|work with|call on|press|"
    r"allow) [^,;]{3,70}? to (?=[a-z])"
)


def _object(words: str) -> str:
    """Return a clause without the verbs it opens with: "direct the State Department" is about the State Department."""
    opening = _SUBORDINATE.match(words)
    words = words[opening.end() :] if opening else words
    caused = _CAUSING.match(words)
    parts, place, light = (words[caused.end() :] if caused else words).split(" "), 0, True
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


_JOINTS = re.compile(
    r"\s+--\s|\s+[–—]\s|[;:]\s|,\s+(?=and\b|or\b|but\b|including|which|who|as\b|so\b|such|in\b|with|particularly|"
    r"especially|while|where|notably|because|until)|"
    r"\s+(?=in order to|so that|in accordance|in light of|as well as|including|because|pursuant to|rather than|"
    r"by no later|no later|to ensure|that will|that would)"
)


def shortened(words: str, most: int = 16) -> str:
    """Shorten a clause for a headline at a joint where it stays whole; if there is none, leave it whole."""
    if len(words.split()) <= most:
        return words
    joints = _JOINTS.finditer(words)
    cuts = [j.start() for j in joints if len(words[: j.start()].split()) >= 4 and _balanced(words[: j.start()])]
    within = [c for c in cuts if len(words[:c].split()) <= most]
    if within:
        return words[: within[-1]]
    return words[: cuts[0]] if cuts else words


_LONGEST = 42  # words of an action in a bottom line
_WEAK_JOINTS = re.compile(
    r"\s+(?=in addition to|in line with|consistent with|as part of|with respect to|with regard to|based on|by \w+ing\b|"
    r"through\b|as they\b|as we\b|that includes?\b|which\b|to (?:ensure|allow|enable|help|facilitate)\b)"
)


def trimmed(words: str) -> str:
    """Shorten an action for a bottom line: at a joint where it stays whole, at a weaker one if it is still long."""
    short = clause(shortened(words, 36))
    if len(short.split()) <= _LONGEST:
        return short
    cuts = [j.start() for j in _WEAK_JOINTS.finditer(short) if _balanced(short[: j.start()])]
    return clause(next((short[:c] for c in reversed(cuts) if 8 <= len(short[:c].split()) <= _LONGEST), short))


def _balanced(words: str) -> bool:
    return words.count("(") == words.count(")") and words.count('"') % 2 == 0 and words.count("“") == words.count("”")
