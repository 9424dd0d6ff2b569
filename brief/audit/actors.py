"""Who is to act, on whom, and on which side they stand: actors and addressees, stance."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from brief.audit import lexicon
from brief.audit.aliases import known_groups, same_name
from brief.audit.finding import Finding, Level
from brief.audit.forms import is_title
from brief.audit.passage import Passage
from brief.audit.words import has_token, stem, tokens
from brief.direction import direction
from brief.drafts import Stance
from brief.letter.anatomy import Letter
from brief.searching import lowered

_ADDRESSEE = frozenset("addressee addressees recipient recipients you your yours".split())  # noqa: SIM905
_ASKED = re.compile(
    r"\b(?:urg(?:e|es|ed|ing)|ask(?:s|ed|ing)?|request(?:s|ed|ing)?|call(?:s|ed|ing)?\s+(?:up)?on|press(?:es|ed|"
    r"ing)?|implor(?:e|es|ing)|"
    r"encourag(?:e|es|ed|ing)|direct(?:s|ed|ing)?|instruct(?:s|ed|ing)?|tell(?:s|ing)?|requir(?:e|es|ed|ing)|"
    r"want(?:s|ed)?|invit(?:e|es|ed|ing)|"
    r"recommend(?:s|ed)?|insist(?:s|ed)?|demand(?:s|ed)?|propos(?:e|es|ed))\s+"
    r"(?:that\s+)?(?P<who>(?:[\w.’'&-]+\s+){1,8}?)(?:not\s+)?(?:to\b|(?:should|must|shall)\b|(?=not\b)|(?=[a-z]+\b))"
)
_OUGHT = re.compile(
    r"(?<![\w.’'&-])(?P<who>(?:[\w.’'&-]+\s+){1,6})(?:should|must|shall|ought\s+to|needs?\s+to|"
    r"has\s+to)\b(?!\s+(?:not\s+)?be\b)"
)
_FOR = re.compile(
    r"\b(?:support\w*|favo[u]?r\w*|endors\w+|welcom\w+|commend\w*|applaud\w*|back(?:s|ed|ing)?|appreciat\w+|"
    r"agree\w*|stand ready|defend\w*)\b",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"\b(?:oppos\w+|object\w*|condemn\w*|reject\w*|against|disagree\w*|denounc\w+|disapprov\w+|deplor\w+|"
    r"unacceptable|criticiz\w+|"
    r"(?:deep|grave|serious|strong)(?:ly)? concern\w*|wrong|mistake\w*|outrag\w+|alarm\w*|troubl\w+|disturb\w*|"
    r"fail\w*|den(?:y|ied|ial)|"
    r"not|never|cannot|no|neither|avoid\w*|refrain\w*|without|refus\w+|stop|halt|end|suspend\w*|revers\w+|"
    r"repeal\w*|cancel\w*|exclud\w+|block\w*|prevent\w*|prohibit\w*|rescind|withdraw\w*|revoke|ban\w*|"
    r"concern\w*|danger\w*|"
    r"threat\w*|risk\w*|worr\w+|misguided|harm\w*)\b",
    re.IGNORECASE,
)


def is_addressee(actor: str, letter: Letter) -> bool:
    """Tell whether an actor's name means the person or office written to."""
    words = {t.folded for t in tokens(actor) if t.is_word} - {"the", "of", "and", "s"}
    if not words or words & _ADDRESSEE:
        return True
    known: set[str] = set()
    for r in letter.card.recipients:
        known |= {t.folded for t in tokens(f"{r.name or ''} {r.office or ''} {r.as_stated}") if t.is_word}
    to = " ; ".join(f"{r.office or ''} ; {r.as_stated}" for r in letter.card.recipients)
    if {g for g, _, _ in known_groups(actor)} & {g for g, _, _ in known_groups(to)}:
        return True
    titles = {"department", "administration", "agency", "secretary", "president", "administrator", "white", "house"}
    return bool(known) and words - titles - {"his", "her", "its", "their"} <= known and bool(words & known)


def check_actor(actor: str, passage: Passage) -> list[Finding]:
    """Compare an ask's actor with whom the passage asks ("urge X to …", "X should …"); "you" is the addressee.

    Proves that the one named is asked in the passage, or at least stands there. Pronouns other than "you", and bodies
    under the addressee, are taken on trust where the passage names nobody to act.
    """
    if not passage.evidence or actor.lower().strip() in _PRONOUNS or _asked_in_full(actor, passage):
        return []
    asked = _asked(passage.sentence)
    mine = _names_in(actor)
    if is_addressee(actor, passage.letter):
        others = [w for w in asked if _names_in(w) and not is_addressee(w, passage.letter)]
        to_you = any(is_addressee(w, passage.letter) or not _names_in(w) for w in asked)
        if others and not to_you and not mine:
            return [_wrong(actor, others[0], passage, "unsure")]
        return []
    words = mine or [t.folded for t in tokens(actor) if t.is_content]
    if _any_of(words, " ".join(asked)):
        return []
    if not _any_of(words, passage.sentence):
        if _any_of(words, passage.paragraph) and not any(
            _names_in(w) or is_addressee(w, passage.letter) for w in asked
        ):
            return []
        return [_wrong(actor, asked[0].strip() if asked else "the addressee", passage, "likely")]
    if (
        asked
        and any(is_addressee(w, passage.letter) or _names_in(w) for w in asked)
        and not _acts(words, passage.sentence)
    ):
        return [_wrong(actor, asked[0].strip(), passage, "likely")]
    return []


_PRONOUNS = frozenset("he him his she her they them their it its both all we us".split())  # noqa: SIM905
_ASKING_END = re.compile(
    r"(?:\bthat|\bon|\bupon|(?:urg|ask|request|press|direct|implor|encourag|want|requir)\w*)\s+(?:for\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)


def _asked_in_full(actor: str, passage: Passage) -> bool:
    """Whether the actor's full name stands right after a word of asking, however long it is."""
    flat, name = " ".join(passage.sentence.split()), " ".join(actor.split())
    name = name.removeprefix("the ").removeprefix("The ")
    at = flat.find(name)
    while at >= 0:
        if _ASKING_END.search(flat, max(0, at - 40), at):
            return True
        at = flat.find(name, at + 1)
    return False


def _wrong(actor: str, asked: str, passage: Passage, level: Level) -> Finding:
    what = f"The actor is given as “{actor}”; the passage turns to “{asked}”."
    return passage.finding("actors", actor, what, level, do="Name the one whom the passage asks.", part="actor")


@lru_cache(maxsize=32)
def _asked(sentence: str) -> tuple[str, ...]:
    """Whom a sentence asks to do something, or says to be bound to; patterns are tried where their words stand."""
    ought = _OUGHT.finditer(sentence) if any(word in sentence for word in _BINDING) else ()
    return tuple(m["who"] for m in (*_ASKED.finditer(sentence), *ought))


_BINDING = ("should", "must", "shall", "ought", "need", "has to", "has\n")


def _names_in(words: str) -> list[str]:
    return [t.folded for t in tokens(words) if t.text[0].isupper() and t.folded not in ("the", "a", "we", "i", "to")]


def _any_of(words: Sequence[str], text: str) -> bool:
    """Tell whether the weightiest word of a name stands in a text, or each of its words does as a stem."""
    own = {t.folded for t in tokens(text)}
    content = [w for w in words if w not in lexicon.words("stop")] or list(words)
    hit = [w for w in content if any(same_name(w, o) or stem(w) == stem(o) for o in own)]
    return bool(hit) and len(hit) * 2 >= len(content)


def _acts(words: Sequence[str], sentence: str) -> bool:
    """Tell whether one of the words stands right before a verb of duty or doing ("the Bureau to publish")."""
    last = re.escape(words[-1])
    return bool(
        re.search(rf"\b{last}\b[’'s]*\s+(?:to|should|must|shall|will|would|and|or|,)\b", sentence, re.IGNORECASE)
    )


def check_stance(stance: Stance, text: str, passage: Passage) -> list[Finding]:
    """Compare a stance with the claim's own words and with the passage's.

    Proves that words of the other side stand alone there; a passage can oppose one thing to support another, so a mixed
    one objects to nothing.
    """
    if stance not in ("supports", "opposes") or not passage.evidence:
        return []
    object_only = _flat(text) in _flat(passage.quoted)  # a thing's own name says nothing for or against it
    own_for, own_against = (not object_only and bool(p.search(text)) for p in (_OWN_FOR, _OWN_AGAINST))
    if (stance == "supports" and own_against and not own_for) or (stance == "opposes" and own_for and not own_against):
        return [_stance(stance, "the position itself is worded the other way", passage)]
    push = _push_before(text, passage)
    if push and push != (1 if stance == "supports" else -1):
        return [_stance(stance, f"the passage asks to {'go on with' if push > 0 else 'stop or refuse'} it", passage)]
    favour, against = bool(_FOR.search(passage.sentence)), bool(_AGAINST.search(passage.sentence))
    if stance == "supports" and _HARD_AGAINST.search(passage.sentence) and not favour:
        return [_stance(stance, "the passage has words of opposition only", passage)]
    if stance == "opposes" and favour and not against:
        return [_stance(stance, "the passage has words of support only", passage)]
    return []


def _flat(text: str) -> str:
    return " ".join(text.split()).rstrip(".").lower()


def _push_before(text: str, passage: Passage) -> int:
    """Of a position that is only an object ("the notice"): which way the words before it in the passage push."""
    flat, wanted = " ".join(passage.quoted.split()), " ".join(text.split())
    at = flat.lower().find(wanted.lower().lstrip(", "))
    verb = flat[max(0, at - 60) : at].rpartition(" you to ")[2]
    if at <= 0 or not wanted[:1].islower():
        return 0
    done = _DONE.findall(verb)
    return direction(verb) or (0 if not done else -1 if _NOT.search(verb) else 1)


_DONE = re.compile(
    r"\b(?:approve|issue|grant|pass|enact|adopt|preserve|keep|publish|provide|fund|release|include|complete|"
    r"produce|sign)\b",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|never|no)\b", re.IGNORECASE)


_OWN_FOR = re.compile(r"\b(?:supports?|favou?rs?|endorses?|welcomes?|backs?|in support of|commends?)\b", re.IGNORECASE)
_OWN_AGAINST = re.compile(
    r"\b(?:oppos(?:es?|ed|ition)|objects? to|rejects?|condemns?|disapproves?|criticizes?|mistaken|"
    r"(?:is|are|be|firmly|strongly|come out|vote[sd]?|stands?|argues?|recommends?|advis\w+) against|"
    r"wrongheaded|misguided|harmful|unacceptable)\b",
    re.IGNORECASE,
)
_HARD_AGAINST = re.compile(
    r"\b(?:oppos\w+|object(?:s|ed|ion\w*)?\b to|condemn\w*|reject\w*|denounc\w+|deplor\w+|disapprov\w+)\b",
    re.IGNORECASE,
)


def _stance(stance: str, why: str, passage: Passage) -> Finding:
    what = f"The stance is given as “{stance}”, but {why}."
    return passage.finding(
        "polarity", stance, what, do="Read the passage again; “unclear” is an answer too.", part="stance"
    )


_FRAME = re.compile(
    r"^(?:As reported, )?(?P<who>(?:(?!\b(?:that|what|says?|letter to)\b)[^“”]){3,160}?)\s(?:urges?|asks?|"
    r"calls? (?:up)?on|press(?:es)?|demands? that|"
    r"requests?(?: that)?|recommends? to|encourages?|implores?|begs?|beg|"
    r"writes? to|tells?|warns?|wants?|put)\s(?P<to>[^“”]{2,120}?)(?=\s(?:not )?to\s“?[a-z]|\sthat\s|:|,|\.|$)"
)


_JOINTS = frozenset({"and", "or", "but", "who", "which"})
_EITHER = re.compile(r"\b[A-Z][\w’'-]+ or [A-Z]")


def frame_of(text: str) -> re.Match[str] | None:
    """Find `who` asks and whom (`to`) at the beginning of a bottom line, if it says so."""
    m = _FRAME.match(text)
    return None if m and m["who"].split()[-1] in _JOINTS else m  # "question X on … and want": the first verb is another


def check_frame(text: str, passage: Passage) -> list[Finding]:
    """Compare who asks whom, as a bottom line says, with the letter's signers and addressees.

    Proves that the names before the verb are signers' (or stand with them on the card) and those after it addressees'.
    """
    m = frame_of(text)
    card = passage.letter.card
    if m is None or not card.recipients or not card.senders:
        return []
    if _EITHER.search(m["who"]):
        what = f"“{m['who'].strip()}”: those who sign do it together."
        return [Finding(check="actors", level="likely", words=m["who"], what=what, do="Say “and”.")]
    to = " ; ".join(f"{r.name or ''} {r.office or ''} {r.as_stated}" for r in card.recipients)
    told = " ; ".join(f"{p.name} {p.as_stated} {p.role or ''}" for p in card.senders) + f" {card.senders_unnamed or ''}"
    found = []
    signers = " ; ".join(p.name for p in card.senders)
    stranger = _strange_signer(m["who"], told, signers, passage)
    if stranger:
        return [_not_among(stranger, "signer", passage)]
    for side, words, known, other in (("addressee", m["to"], to, signers), ("signer", m["who"], told, to)):
        for t in tokens(words):
            name = (
                t.text[0].isupper()
                and len(t.text) > 2
                and t.folded not in lexicon.words("generic")
                and not is_title(t.text)
            )
            if (
                not name
                or _stands_in(t.folded, known)
                or t.folded in lexicon.words("stop")
                or not _stands_in(t.folded, other)
            ):
                continue
            found.append(_not_among(t.text, side, passage))
    return found[:1]


_LED = re.compile(r"\bled by (?P<name>(?:[A-Z][\w’'.-]+ ?){2,5})")
_FULL = re.compile(r"(?:[A-Z][\w’'-]+ ){1,3}[A-Z][\w’'-]+")


def _strange_signer(who: str, told: str, signers: str, passage: Passage) -> str | None:
    """A name among those who ask that is no signer's: behind "led by", or put together with a part of a signer's."""
    led = _LED.search(who)
    for run in [led["name"]] if led else _FULL.findall(who):
        own = [t.text for t in tokens(run) if t.text[0].isupper() and len(t.text) > 2 and not is_title(t.text)]
        strange = [w for w in own if w.lower() not in lexicon.words("generic") and not _stands_in(w.lower(), told)]
        if not strange or any(w not in passage.text for w in strange):
            continue
        if led or any(_stands_in(w.lower(), signers) for w in own):
            return strange[0]
    return None


def _not_among(words: str, side: str, passage: Passage) -> Finding:
    what = f"“{words}” is given as {side} of the letter, and is not among them."
    return passage.finding("actors", words, what, do="See the heads of the letter.")


def _stands_in(name: str, words: str) -> bool:
    return has_token(lowered(words), name) or any(same_name(name, other) for other in _folded(words))


@lru_cache(maxsize=8)
def _folded(words: str) -> frozenset[str]:
    return frozenset(t.folded for t in tokens(words))
