"""A run of capitalised words read as a person: by the title before it, or by the list in which it stands."""

from __future__ import annotations

import re

from brief.letter.members import named as known
from brief.letter.names import Mention, chamber_of, split_title, word_key
from brief.letter.places import postal
from brief.letter.vocabulary import PRESS_VERBS, one_of, words

_PEOPLE = re.compile(
    r"\b(?:sens?|senators?|reps?|representatives?|congress(?:man|woman|men|women|members?|person)|delegates?|"
    r"attorneys? general|governors?|gov|chair(?:man|woman|men|person)?s?|ranking members?|leader|speaker|members?|"
    r"whip|dr|mayors?|(?:council|assembly)(?:man|woman|members?)|councill?ors?|cllr)\b",
    re.IGNORECASE,
)
_NOT_A_NAME = words(
    """
    congress committee subcommittee caucus senate house office department agency administration united states
    american america washington act law court national federal republican democratic republicans democrats press
    colleagues bipartisan lawmakers delegation group
    release letter trump biden obama bush covid security service center university company inc corporation the a
    an this that these those we our i in on at for by as and of to with member members senator senators
    representative representatives u.s district ranking chairman chairwoman commission board association council
    institute coalition union state states department's administration's
    """
)

_SEATED = re.compile(r" [DRI]-[A-Z][a-z]+\.?$")
"""A party and a State whose bracket a page has lost."""
_POSSESSIVE = re.compile(r"[’']s$|(?<=s)[’']$")
_DEGREE_OF = re.compile(r"\.\s?D\b")
_OWNED = re.compile(r"^((?:\w+ )?(?:Rep|Sen|Congress|Gov)[a-z]*\.? (?:[A-Z][\w.-]* ){0,2}[A-Z][\w-]+)[’']s [A-Z].*$")
"""What is somebody's: "Rep. Roe's December"."""
_OF_STATE = re.compile(r" of ([A-Z]\w+(?: [A-Z]\w+)?)")


def person_in(text: str, start: int, end: int, listed: bool, alone: bool = False) -> Mention | None:
    """Read a run without brackets: a person if a title stands before it, or the list that it goes on.

    Args:
        alone: Whether a surname will do: in a list that began with a title for several ("Reps. Roe, Poe and Tee").
    """
    run = text[start:end]
    if not listed and (" " not in run or not _PEOPLE.search(run)):
        return None
    title, name = split_title(_OWNED.sub(r"\1", run) if "s " in run and ("’" in run or "'" in run) else run)
    name = _SEATED.sub("", name) if "-" in name else name
    parts = (_POSSESSIVE.sub("", name) if name[-1:] in ("s", "’", "'") else name).split()
    parts = parts[:-1] if _DEGREE_OF.match(text, end) and parts[-1:] and parts[-1] in ("Ed", "Ph", "M", "J") else parts
    if (
        not parts
        or len(parts) > 5
        or (any(word_key(w) in _NOT_A_NAME and not _INITIAL.fullmatch(w) for w in parts) and not _namesake(parts))
        or not parts[-1][0].isupper()
    ):
        return None
    if (glued := _VERB_GLUED.fullmatch(parts[-1])) and known(glued[1]):
        parts, name = [*parts[:-1], glued[1]], name[: name.rindex(parts[-1]) + len(glued[1])]
    if len(parts) == 1 and _VERB.fullmatch(parts[0]):
        return None  # "42 Members Write"
    verb = next((k for k, word in enumerate(parts) if k and _DOES.fullmatch(word)), len(parts))
    parts = parts[:verb]
    name = " ".join(parts)
    if len(parts) == 1 and (name.isupper() or postal(name) or (len(title.split()) > 4 and not known(name))):
        return None  # the last word of a headline: "Congresswoman Birch Questions Harbor Administration Officials"
    if not _PEOPLE.search(title) and not (listed and not title and (len(parts) > 1 or alone)):
        return None
    at = start + text[start:end].rindex(parts[0])
    if text[start - 4 : start].casefold() == "the " or text[at + len(name) : at + len(name) + 2].strip().isdigit():
        return None  # "the Senator Ada Birch 21st Century Act"
    of = _OF_STATE.match(text, at + len(name))
    state = _state_before(title) or (postal(of[1]) if of else None)
    return Mention(name, title, at, at + len(name), state=state, chamber=chamber_of(title))


_VERB_GLUED = re.compile(
    r"([A-Z][\w’'-]+?[a-z])(?:demanded|urged|called|announced|joined|introduced|pressed|today|sent|wrote|led|asked)"
)
"""A surname that a page has run together with the verb behind it."""
_INITIAL = re.compile(r"[A-Z]\.")
_PRESIDENTS = words("trump biden obama bush")


def _namesake(parts: list[str]) -> bool:
    """Tell whether a full name is a Member's who has the surname of a President."""
    others = any(word_key(w) in _NOT_A_NAME for w in parts[:-1])
    if len(parts) < 2 or others or word_key(parts[-1]) not in _PRESIDENTS:
        return False
    return any(first.casefold() == parts[0].casefold() for member in known(parts[-1]) for first in member.first)


_VERB = re.compile(rf"(?:{one_of(PRESS_VERBS)})(?:e?s)?")
_DOES = re.compile(rf"(?:{one_of(PRESS_VERBS)})e?s")
"""A verb of a headline in title case, behind the name."""


def is_lawmaker(speaker: str) -> bool:
    """Tell whether a speaker is named with the title of a legislator or of another signer's office."""
    return bool(_PEOPLE.search(speaker))


def _state_before(title: str) -> str | None:
    """Return the state that a title begins with ("New York Attorney General")."""
    parts = title.split()
    if len(parts) > 1 and parts[1].startswith(("U.S", "US")):
        return None  # "WASHINGTON, DC U.S. Senators": a dateline that has lost its dash
    return postal(" ".join(parts[:2])) or postal(parts[0]) if parts else None
