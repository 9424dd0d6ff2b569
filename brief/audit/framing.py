"""What a bottom line says around its quotation: who asks whom, and that the letter puts questions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise

from brief.audit import lexicon
from brief.audit.actors import asked_in
from brief.audit.aliases import is_at_home, same_name
from brief.audit.finding import Finding
from brief.audit.forms import is_title, named_in
from brief.audit.heads import addressees, signers
from brief.audit.passage import Passage
from brief.audit.words import Token, content_stems, has_token, stems, stems_of_frame, tokens
from brief.calendar_words import NUMBERS
from brief.letter.anatomy import Letter
from brief.letter.card import LetterCard
from brief.searching import lowered

_OF_QUESTIONS = re.compile(
    rf"(?:,? and )?(?:\b(?:to )?(?:puts?|poses?|asks?|answers?|wants? answers to|seeks? answers to|lists?)\b )"
    rf"(?:(?:a|an|the|some|several|many|\d+|{'|'.join(NUMBERS)})\b ?)(?:\w+ ){{0,2}}?questions?\b",
    re.IGNORECASE,
)
_TOLD = re.compile(r"^As reported, |\b(?:\d+ )?senders led by |(?<=\w) and \d+ others(?= )")
_QUESTION = re.compile(r"\?(?:\W|$)")
_QUESTIONS = re.compile(r"\b(?:following|these) (?:questions|inquiries)\b")


def _puts_questions(text: str) -> bool:
    """Tell whether a letter asks a question, or speaks of those that follow."""
    if _QUESTION.search(text):
        return True
    low = lowered(text)
    return ("questions" in low or "inquiries" in low) and bool(_QUESTIONS.search(low))


def own_words(text: str, letter: Letter) -> str:
    """Return a claim without what it says of the letter's questions, if the letter puts any.

    How many they are is for the check of figures; what is left ("They ask the Secretary to") is looked for as ever.
    """
    return without_questions(_TOLD.sub("", text), letter)


def without_questions(text: str, letter: Letter) -> str:
    """Return a claim without what it says of the letter's questions, if the letter puts any."""
    own = _OF_QUESTIONS.sub("", text)
    return own if own != text and _puts_questions(letter.text) else text


_WORD = re.compile(r"(?:[A-Za-z0-9$%]++|\w)++(?:[.,’'/-](?:[A-Za-z0-9$%]++|\w)++)*+")
_DUE = re.compile(
    rf"{_OF_QUESTIONS.pattern}(?: to answer)?(?: (?:by|no later than|within|on or before) [\w ,]{{2,40}})?(?=\W*$)",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\W*(?:in a letter to\b[^“”;:]{2,160})?\W*")
_LEAST, _PIECE = 4, 3  # words in a row, of the longest piece of a quotation and of each
_HEAD = re.compile(r"\bto\b|:")  # whom a line names, with all their titles, and then what is asked of them
_LEAD = 6  # words before the quotation, as "asks the Bureau to"
_BEFORE = 4  # words before a piece within which it is denied
_JOINT = frozenset({"and", "to"})
_NEGATED = re.compile(r"\b(?:not|never|no|nor|without|against)\b|n[’']t\b", re.IGNORECASE)
_ASIDE = re.compile(r"^As reported: ")
_FRAMING = stems_of_frame() | stems("reported led others encourage")
_MARKS = "“”\"‘’'. "


def plain_quotation(text: str) -> str:
    """Return a claim without the marks that say that it quotes ("As reported: “…”.")."""
    return _ASIDE.sub("", text).strip(_MARKS)


def around_quotation(text: str, passage: Passage) -> str | None:
    """Return what a bottom line says around its quotation's words, if that only tells who asks whom.

    The words between are a run of the passage, and so is what it says the letter is on. They need no check but that
    they are not torn from a denial or a condition; what can be wrong is what is returned: names, figures, dates. None
    if the claim is built otherwise, or says anything more.
    """
    card = passage.letter.card
    due = _DUE.search(text) if _puts_questions(passage.letter.text) else None
    body, rest = (text[: due.start()], text[due.start() :]) if due else (text, "")
    frame = frame_of(body) if card.senders and card.recipients else None
    if frame is None or not _stands(frame["topic"] or "", passage):
        return None
    start, end = _carried(body, frame.end("to") if frame.re is _FRAMES[0] else frame.start("to"), passage)
    who, to, lead = frame["who"], body[frame.end("who") : min(start, frame.end("to"))], body[frame.end("to") : start]
    doing = _HEAD.split(lead + ("to" if body.startswith("to ", start) else ""))[
        -1
    ]  # what is asked begins with no name: that could be in another's place
    carries = start < len(body) and len(doing.split()) <= _LEAD and not any(c.isupper() for c in doing)
    if not carries and (due is None or _WORD.search(lead)):
        return None  # neither words of the passage nor its questions alone
    if not _AFTER.fullmatch(body[end:]) or any(c.isdigit() for c in to + lead) or _NEGATED.search(to + lead):
        return None
    if _says_more(who + to + body[end:], card) or _says_more(lead, card, passage.quoted):
        return None
    return f"{body[frame.start('who') : start]}…{body[end:]}{rest}"


def _stands(words: str, passage: Passage) -> bool:
    """Whether some words stand in one piece in what is quoted."""
    return any(" ".join(_folded(words)) in " ".join(_folded(e.quote)) for e in passage.evidence)


def _carried(text: str, at: int, passage: Passage) -> tuple[int, int]:
    """Where in a claim, from `at` on, its quotations' words stand, in one piece or in several joined by "and".

    Nowhere, which is its end, if the words before a piece of the quotation deny it.
    """
    said = list(_WORD.finditer(text, at))
    given = [word for e in passage.evidence for word in (*_folded(e.quote), "¶")]
    matched = SequenceMatcher(None, given, _folded(text[at:]), autojunk=False).get_matching_blocks()
    pieces = [m for m in matched if m.size >= _PIECE]
    gaps = {said[i].group().lower() for m, n in pairwise(pieces) for i in range(m.b + m.size, n.b)}
    denied = any(_NEGATED.search(" ".join(given[max(0, m.a - _BEFORE) : m.a])) for m in pieces)
    if gaps - _JOINT or denied or max((m.size for m in pieces), default=0) < _LEAST:
        return len(text), len(text)
    return said[pieces[0].b].start(), said[pieces[-1].b + pieces[-1].size - 1].end()


def _folded(text: str) -> list[str]:
    return [word.replace("’", "'") for word in _WORD.findall(text.lower())]


def _says_more(text: str, card: LetterCard, quoted: str = "") -> bool:
    """Whether a text has a word that is neither of a card's names and offices nor of those that tell of any letter.

    They may also be a quotation's, as those of a verb before it ("expresses concern").
    """
    known = lowered(f"{signers(card)} {addressees(card)}")
    strange = [t for t in tokens(text) if t.is_content and t.stem not in _FRAMING and not has_token(known, t.folded)]
    return bool(strange) and not content_stems(f"{known} {quoted}").issuperset(t.stem for t in strange)


_OPENING = r"^(?:As reported, |On (?P<topic>[^“”]{3,160}?), (?=[A-Z\d]))?"
_FRAMES = (
    re.compile(  # "Ann Doe, in a letter to Secretary Ray, asks the Bureau to …"
        rf"{_OPENING}(?P<who>[^“”]{{3,160}}?), in a letter to (?P<to>[^“”;:]{{2,200}}?), "
        r"(?=(?!(?:the|an?|and|or|of|for|as|who|which)\b)[a-z])"
    ),
    re.compile(
        rf"{_OPENING}(?P<who>(?:(?!\b(?:that|what|says?|letter to)\b)[^“”]){{3,160}}?)\s(?:urges?|asks?|"
        r"calls? (?:up)?on|press(?:es)?|demands? that|requests?(?: that)?|recommends? to|encourages?|implores?|begs?|"
        r"writes? to|tells?|warns?|wants?|put)\s(?P<to>[^“”]{2,120}?)(?=\s(?:not )?to\s“?[a-z]|\sthat\s|:|,|\.|$)"
    ),
    re.compile(rf"{_OPENING}(?P<who>[^“”:]{{3,160}}?) writes?(?P<to>):\s“"),
)
_NO_SUBJECT = frozenset({"and", "or", "but", "who", "which"})
_EITHER = re.compile(r"\b[A-Z][\w’'-]+ or [A-Z]")


def frame_of(text: str) -> re.Match[str] | None:
    """Find `who` asks and whom (`to`) at the beginning of a bottom line, and on what `topic`, if it says so."""
    m = next(filter(None, (frame.match(text) for frame in _FRAMES)), None)
    first = m is not None and m["who"].split()[-1] not in _NO_SUBJECT  # "question X on … and want": another verb
    return m if first else None


def check(text: str, passage: Passage) -> Iterator[Finding]:
    """Compare who asks whom, as a bottom line says, with the letter's signers and addressees.

    Proves that the names before the verb are signers' (or stand with them on the card) and those after it addressees'.
    """
    m, card = frame_of(text), passage.letter.card
    if m is None or not card.recipients or not card.senders:
        return
    if _EITHER.search(m["who"]):
        what = f"“{m['who'].strip()}”: those who sign do it together."
        yield passage.finding("actors", m["who"], what, do="Say “and”.")
        return
    names = " ; ".join(p.name for p in card.senders)
    stranger, side = _strange_signer(m["who"], signers(card), names, passage), "signer"
    if stranger is None:
        stranger, side = _on_the_other_side(m["to"], addressees(card), names), "addressee"
    if stranger is None:
        stranger, side = _on_the_other_side(m["who"], signers(card), addressees(card)), "signer"
    if stranger is None:
        stranger, side = _never_asked(m["to"], passage), "addressee"
    if stranger is not None:
        what = f"“{stranger}” is given as {side} of the letter, and is not among them."
        yield passage.finding("actors", stranger, what, do="See the heads of the letter.")


def _on_the_other_side(words: str, own: str, other: str) -> str | None:
    """A name among some words that the heads have on the other side only."""
    strange = (t.text for t in _proper(words) if not _stands_in(t.folded, own) and _stands_in(t.folded, other))
    return next(strange, None)


_UP_TO_NOUN = re.compile(r"\b(?!(?:for|from|with)\b)[a-z]{4,}")


def _never_asked(to: str, passage: Passage) -> str | None:
    """The first name of those who are asked, if none of them is written to, nor asked in the passage."""
    proper, written = _proper(_UP_TO_NOUN.split(to)[0]), addressees(passage.letter.card)
    if not proper or any(is_at_home(t.folded) or _stands_in(t.folded, written) for t in proper):
        return None  # most first lines name whom the letter goes to: then the passage need not be read
    heads = f"{written} ; {' ; '.join(asked_in(passage.sentence))}"
    if named_in(to, heads, passage.text):
        return None
    return None if any(_stands_in(t.folded, heads) for t in proper) else proper[0].text


def _proper(words: str) -> list[Token]:
    """The words that name somebody by themselves: no titles, none of any office."""
    plain = lexicon.words("generic") | lexicon.words("stop")
    every = (t for t in tokens(words) if t.text[0].isupper() and len(t.text) > 2)
    return [t for t in every if t.folded not in plain and not is_title(t.text)]


_LED = re.compile(r"\bled by (?P<name>(?:[A-Z][\w’'.-]+ ?){1,5})")
_FULL = re.compile(r"(?:[A-Z][\w’'-]+ ){1,3}[A-Z][\w’'-]+")


def _strange_signer(who: str, told: str, signers: str, passage: Passage) -> str | None:
    """A name among those who ask that is no signer's: behind "led by", or put together with a part of a signer's."""
    led = _LED.search(who)
    for run in [led["name"]] if led else _FULL.findall(who):
        own = [t.text for t in tokens(run) if t.text[0].isupper() and len(t.text) > 2 and not is_title(t.text)]
        strange = [w for w in own if (led or not _is_generic(w)) and not _stands_in(w.lower(), told)]
        if not strange or any(w not in passage.text for w in strange):
            continue
        if led or any(_stands_in(w.lower(), signers) for w in own):
            return strange[0]
    return None


def _is_generic(word: str) -> bool:
    return word.lower() in lexicon.words("generic")


def _stands_in(name: str, words: str) -> bool:
    return has_token(lowered(words), name) or any(same_name(name, other) for other in _tokens_of(words))


@lru_cache(maxsize=8)
def _tokens_of(words: str) -> frozenset[str]:
    return frozenset(t.folded for t in tokens(words))
