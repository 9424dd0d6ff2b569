"""What follows a verb of asking: who is to act, and where the words for the action begin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from brief.letter.verbs import ACTIONS

_WORD = re.compile(r"[\w&$%][\w.&'$%/-]*|[,;:()\"]|--|[—–]")
_ACRONYM = re.compile(r"[A-Z][A-Z.&]{1,7}")
_PREPOSITIONS = frozenset(["on", "upon", "with", "to", "for"])
_MODALS = frozenset(["should", "must", "shall", "will", "would"])
_BEFORE_ACTION = frozenset(
    ["not", "also", "please", "either", "further", "again", "should", "must", "shall", "will", "would", "never"]
)
_NO_VERB_BEFORE = frozenset(
    ["of", "for", "by", "to", "and", "or", "is", "was", "in", "that", "the", "a", "an", "your", "our", "their", "its",
     "this", "any", "these", "those", "such", "his", "her", "no", "each", "every"]
)  # fmt: skip
_ENDS = frozenset(
    [
        ";",
        ":",
        "before",
        "after",
        "because",
        "which",
        "who",
        "while",
        "until",
        "unless",
        "although",
        "when",
        "what",
        "how",
        "why",
        "whether",
    ]
)
_TELLING = frozenset(
    ["shows", "suggests", "says", "states", "finds", "reports", "reveals", "demonstrates", "indicates"]
)
"""Verbs of a clause that tells what is so, and not what is to be done."""
_OF = frozenset(
    ["of", "for", "on", "concerning", "surrounding", "involving", "relating", "related", "following", "in", "into",
     "to", "from", "with", "by", "about", "at", "regarding", "between", "against", "and", ",", "necessary",
     "needed", "required", "aimed", "designed", "under"]
)  # fmt: skip
_ACTOR_WORDS = """
administration agencies agency airline airlines airport airports allies ally ambassador ambassadors americans anyone
appropriators army attorney authorities authority bank banks bar board bodies body bureau businesses cabinet campus
candidates chair chairman chairwoman chancellor cities citizens city clerk coalition colleague colleagues college
colleges commission commissioner commissioners commissions committee committees communities community companies company
conferees congress constituents consumers corporation council counsel counties countries country county court courts
delegation delegations department departments elites embassy employees enforcement everyone executive executives
families farmers federation firm firms force forces general government governments group groups he her him hospitals
house industry inspector inspectors institution institutions it judiciary leader leaders leadership league legislature
mayor media members men military minister ministries ministry nation nations navy network networks office offices
officials one organization organizations others owners parent parents parties partner partners party patients people
person personnel physicians platform platforms police president prosecution public ranchers regime representative
representatives residents school schools secretary sectors senate side sides society staff state states store stores
students subcommittee task taxpayers team teams them themselves they those tribes troops union unions universities
university us utilities veterans voters whoever women workers world you yourself yourselves
"""
_ACTORS = frozenset(_ACTOR_WORDS.split())
_ENUMERATED = frozenset(["(", ")", ":", "1", "i", "a"])
_NUMBER = re.compile(r"[ivx]{1,4}|[a-h]|\d{1,2}")
_REACH = 420
"""Characters within which the action begins; further off, the sentence is about something else."""


def complement(sentence: str, start: int, end: int) -> tuple[str, int] | None:
    """Find who is asked and where what they are to do begins: "you to act", "that the Bureau act", "the Bureau act".

    Args:
        sentence: A sentence, flattened.
        start: Where the verb of asking ends. end: Where its clause ends.

    Returns:
        The words for who is asked, and the offset of the action; None if what is asked for is a thing.
    """
    words = list(_WORD.finditer(sentence, start, min(end, start + _REACH)))
    if len(words) > 2 and words[0].group() == "," and words[1].group() != "that":  # "we recommend, in addition, that …"
        close = next((k for k, w in enumerate(words[1:40], 1) if w.group() == ","), 0)
        words = words[close + 1 :]
    if len(words) > 1 and [w.group() for w in words[:2]] == [",", "that"]:  # "we insist, that the Bureau …"
        words = words[1:]
    words = _without_initials(words) if "(" in sentence else words
    if words and (words[0].group() in _WHILE or (len(words) > 1 and words[1].group() in ("as", "while"))):
        thats = [k for k in range(1, len(words) - 1) if [w.group() for w in words[k : k + 2]] == ["that", "you"]]
        words = words[thats[-1] :] if thats else words
    if words and _when_you(words):
        return "", words[_when_you(words)].start()
    if words and words[0].group() == "that":
        return _subjunctive(sentence, words[1:])
    return _infinitive(sentence, words)


def _when_you(words: list[re.Match[str]]) -> int:
    """The place of what "you will" do behind words put before it: "that, with this loan, you can lift the ban"."""
    first = words[1 if words[0].group() == "that" and len(words) > 1 else 0].group()
    if first not in _WHILE:
        return 0
    pairs = enumerate(pairwise(words[:-1]))
    return next((k + 2 for k, (a, b) in pairs if a.group() == "you" and b.group() in _WILL), 0)


_WILL = frozenset(["will", "would", "can", "could", "should", "must"])


def _without_initials(words: list[re.Match[str]]) -> list[re.Match[str]]:
    """Leave out the initials that follow a name: "the Department of Ports (DOP)"."""
    shut = {
        k + j for k in range(len(words) - 2) for j in range(3)
        if words[k].group() == "(" and words[k + 2].group() == ")" and _ACRONYM.fullmatch(words[k + 1].group())
    }  # fmt: skip
    return [w for k, w in enumerate(words) if k not in shut] if shut else words


def _subjunctive(sentence: str, words: Sequence[re.Match[str]]) -> tuple[str, int] | None:
    """Read "the Bureau promptly withdraw …", with whatever is put between commas first left aside."""
    commas = (k for k, w in enumerate(words) if w.group() == ",")
    if words and words[0].group() in _WHILE and (close := next(commas, 0)):
        words = words[close + 1 :]
    if words and words[0].group() == ",":
        close = next((k for k, w in enumerate(words[1:], 1) if w.group() == ","), len(words))
        words = words[close + 1 :]
    for place, word in enumerate(words):
        if word.group() in {";", ":"}:
            return None
        after = words[place + 1].group() if place + 1 < len(words) else ""
        noun = words[place - 1].group().endswith("'s") or after == "of"
        noun = noun or (word.group() == "detail" and after.endswith("ed"))
        if place and _acts(word.group()) and words[place - 1].group() not in _NO_VERB_BEFORE and not noun:
            if word.group() == "be":  # what is to be done to a thing is not clear without the thing
                return "", words[0].start()
            first = act = place
            while first > 1 and _leads_to_action(words[first - 1].group()):
                first -= 1
                act = first if words[first].group() not in _MODALS and act == first + 1 else act
            if _is_thing([w.group() for w in words[:first]]):
                return "", words[0].start()
            return sentence[words[0].start() : words[first].start()].strip(" ,"), words[act].start()
    return None


_WHILE = frozenset(["as", "when", "if", "once", "while", "before", "after", "in", "with", "for", "until", "during"])
"""How a clause begins that is put before who is to act: "that as the Bureau weighs it, you keep it"."""


def _acts(word: str) -> bool:
    if word in _TELLING:
        return False
    return word in ACTIONS or word == "be" or (word.endswith("s") and (word[:-1] in ACTIONS or word[:-2] in ACTIONS))


def _leads_to_action(word: str) -> bool:
    return word in _BEFORE_ACTION or (word.endswith("ly") and word.islower() and word not in ACTIONS)


def _infinitive(sentence: str, words: Sequence[re.Match[str]]) -> tuple[str, int] | None:
    """Read "you to withdraw …", "the Bureau not to act", and, after a party alone, "the Bureau withdraw …"."""
    if len(words) > 1 and words[0].group() == "to" and words[_skip_adverbs(words, 1)].group() in ACTIONS:
        return "", words[1].start()
    said = [word.group() for word in words]
    who = 1 if said and said[0] in _PREPOSITIONS else 0
    if len(words) > who and said[who] in _ASKED:
        return None
    for place in range(who + 1, len(words)):
        word, before = said[place], said[place - 1]
        if word in _ENDS or (word == "to" and before == "order"):  # "swift work in order to open the lock"
            return None
        if word == "to":
            verb = _skip_adverbs(words, place + 1)
            if verb < len(words) and (words[verb].group() in ACTIONS or _bids(words[who:place], words[verb].group())):
                return _with_to(sentence, words, who, place, verb)
        elif _is_party(said[who:place]):
            verb = _skip_adverbs(words, place)
            after = said[verb + 1] if verb + 1 < len(words) else ""
            if verb < len(words) and said[verb] in ACTIONS and after not in _NO_OBJECT:
                act = next(k for k in range(place, verb + 1) if said[k] not in _MODALS)
                return sentence[words[who].start() : words[place].start()].strip(), words[act].start()
    return None


_INTENTS = frozenset(
    ["decision", "decisions", "plan", "plans", "effort", "efforts", "attempt", "attempts", "failure", "refusal",
     "proposal", "proposals", "ability", "authority", "right", "move", "intention", "intent", "opportunity", "need",
     "request", "requests"]
)  # fmt: skip
"""What to act is somebody's own: "a hearing on the Bureau's decision to close the lock"."""


def _with_to(sentence: str, words: Sequence[re.Match[str]], who: int, place: int, verb: int) -> tuple[str, int] | None:
    """Read who is before a "to" at `place`, and where the action begins; None if a thing stands there."""
    negated = words[place - 1].group() == "not"
    last = words[place - 1] if negated else words[place]
    first = verb if words[place + 1].group() in _ENUMERATED else place + 1
    if words[place - 1].group() in _INTENTS or _is_thing([w.group() for w in words[who : place - negated]]):
        return None
    act = last.start() if negated else words[first].start()
    return sentence[words[who].start() : last.start()].strip(" ,"), act


_ASKED = frozenset(["what", "how", "why", "whether", "when", "which", "where", "who", "if"])
"""How what is to be told begins: "explain what the Bureau means to do"."""


def _bids(who: Sequence[re.Match[str]], verb: str) -> bool:
    """Tell whether any verb may stand for what is to be done: it is said of somebody who can do it."""
    last = who[-1].group() if who else ""
    return last != "you" and last.lower() in _ACTORS and bool(_VERB.fullmatch(verb)) and verb not in _NO_VERB_BEFORE


_VERB = re.compile(
    r"(?!(?:whom|which|what|some|more|most|many|both|each|date|be|whatever)$)[a-z]{2,}(?:-[a-z]+)?(?<!ing)(?<!ed)"
)


def _skip_adverbs(words: Sequence[re.Match[str]], place: int) -> int:
    while place < len(words) - 1 and (_leads_to_action(words[place].group()) or _numbers(words, place)):
        if words[place].group() == "further" and not _leads_on(words[place + 1].group()):
            break  # "to further this plan"
        place += 1
    return place


def _leads_on(word: str) -> bool:
    return word in ACTIONS or word == "be" or _leads_to_action(word)


def _numbers(words: Sequence[re.Match[str]], place: int) -> bool:
    """Tell whether a token belongs to the number of an item within the sentence: "to: (i) open …"."""
    word = words[place].group()
    return word in _ENUMERATED or (words[place + 1].group() == ")" and bool(_NUMBER.fullmatch(word)))


def _is_thing(words: Sequence[str]) -> bool:
    """Tell whether words name what is wanted, and not who is to act: "an inquiry", "answers on the gates"."""
    head = next((k for k, w in enumerate(words) if (w in _OF or w in _TIMED) and k), len(words)) - 1
    if head < 0 or words[head] in _ACTORS:
        return False
    noun = words[head]
    if words[0] == "you" and all(w in _AGAIN or w.endswith("ly") for w in words[1 : head + 1]):
        return False
    if words[0] == "your":
        return noun.islower() and (noun.endswith(_DEEDS) or noun in _FAVORS)
    return noun.islower() and (not noun.endswith(_DOERS) or noun.removesuffix("s") in _NO_DOERS)


_AGAIN = frozenset(["once", "again", "instead", "now", "also", "today", "all", "both", "then", "too", "therefore"])
"""What may stand between "you" and "to": "we urge you once again to act"."""
_DOERS = ("er", "ers", "or", "ors", "ist", "ists", "ant", "ants", "ian", "ians", "man", "men", "ees", "woman", "eers")
"""Endings of nouns for those who do something."""
_NO_DOERS = frozenset(
    ["answer", "list", "matter", "letter", "number", "order", "paper", "power", "offer", "waiver", "barrier", "factor",
     "error",
     "labor", "favor", "behavior", "water", "river", "border", "disaster", "charter", "transfer", "chapter"]
)  # fmt: skip


_NO_OBJECT = frozenset(["of", "for", "by", "is", "was", "and", "or", "in", "from"])
"""What stands behind a noun: "the Bureau review of the lock"."""
_TIMED = frozenset(["no", "before", "after", "within", "that", "which", "as"])
_DEEDS = ("tion", "sion", "ment", "proval", "ance", "ence", "iew")
_FAVORS = frozenset(
    ["support", "help", "attention", "leadership", "response", "answer", "answers", "work", "efforts", "partnership",
     "cooperation", "input", "feedback", "expertise", "time", "insight", "urgency", "care"]
)  # fmt: skip
"""With these "your swift approval", "your help" name what the addressee is to give, and not who is to act."""


def _is_party(words: Sequence[str]) -> bool:
    """Tell whether words are a whole name of somebody: "you", "the State Department", "EPA"."""
    if len(words) == 1:
        return words[0] in ("you", "he", "she", "they") or bool(_ACRONYM.fullmatch(words[0]))
    if all(w[:1].isupper() for w in (words[0], words[-1])) and all(
        w[:1].isupper() or w in ("of", "and") for w in words
    ):
        return True
    if len(words) == 2 and words[0] in ("the", "this"):
        return words[1] in _ACTORS or words[1][:1].isupper()
    if words[0] == "your":
        return len(words) <= 4 and all(w.isalpha() for w in words)
    return (
        words[0] in {"the", "The"}
        and all(w[:1].isupper() or w in {"of", "and", "the", "for"} for w in words[1:])
        and words[-1][:1].isupper()
    )
