"""In whose mouth a claim lays its words: the letter's writers, or somebody whom the passage itself has speaking."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from brief.audit import lexicon
from brief.audit.aliases import expansions
from brief.audit.finding import Finding
from brief.audit.heads import signers
from brief.audit.passage import Passage, sentence_spans
from brief.audit.thesaurus import reach
from brief.audit.words import Kin, Token, stem, stems, tokens
from brief.calendar_words import MONTH, NUMBERS
from brief.letter.anatomy import Letter

# Verbs by which words are laid in a mouth, as a sentence's subject takes them. Those that are nouns as often
# ("claim", "report", "demand") count in the forms that nouns don't have, or where a "that" follows.
_SAYS = (
    r"(?:says?|said|worr(?:y|ies|ied) (?:that|about)|thinks?|grants? that|describe[sd]|warn(?:s|ed)?|argue[sd]?|"
    r"conced(?:e|es|ed)|believe[sd]?|contend(?:s|ed)?|admit(?:s|ted)?|insist(?:s|ed)?|conclude[sd]?|allege[sd]?|"
    r"agree[sd]?|complain(?:s|ed)?|acknowledge[sd]?|stress(?:es|ed)?|write|writes|wrote|asserts?|asserted|announce[sd]|"
    r"declare[sd]?|testif(?:y|ies|ied)|predict(?:s|ed)?|maintain(?:s|ed)? that|claim(?:s|ed)? that|claims|"
    r"reports? that|reported|state[sd]? that|noted?|notes|told|tells?|den(?:y|ies|ied)|f(?:ind|inds|ound) that|"
    r"confirm(?:s|ed)? that|show(?:s|ed)? that|estimate[sd]? that|explain(?:s|ed)?|fear(?:s|ed)?|object(?:s|ed)? that|"
    r"hold(?:s)? that)"
)
_ASKS = (
    r"(?:urge[sd]?|asks?|asked|call(?:s|ed)? (?:up)?on|request(?:s|ed)|implore[sd]?|press(?:es|ed)?|demands|demanded|"
    r"recommends?|recommended|encourage[sd]?|wants?|plead(?:s|ed)?|calls? for|called for|insist(?:s|ed)?|supports|"
    r"opposes?|opposed|objects? to|endorses?|condemns?|denounces?)"
)
_NAME = r"[\w’'.&()-]+"
_OPENS = re.compile(
    rf"^(?:(?:in|on) [^,]{{3,40}},\s)?(?P<who>(?:{_NAME}\s){{1,9}}?)(?P<verb>{_SAYS}|{_ASKS})\b(?!\s(?:{_SAYS})\b)",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    rf",\s(?!according)(?P<who>(?:{_NAME}\s){{1,7}}?)(?:{_SAYS}|estimates?|reckons?|finds?|reports?|claims?|shows?|"
    rf"warns?|thinks?)(?=,|\.?$)|\b(?:according to|"
    rf"in the (?:view|words|eyes) of)\s(?P<source>(?:{_NAME}\s?){{1,7}})(?=[,.;]|$)|,\s(?:says?|said|argues?|"
    rf"argued)\s(?P<last>(?:{_NAME}\s?){{1,7}})(?=[,.;]|$)",
    re.IGNORECASE,
)
# Words near a speaker's name in a passage that show him speaking, or his paper.
_SPEECH = re.compile(
    rf"\b(?:{_SAYS}|{_ASKS}|claim\w*|report\w*|stat(?:e|es|ed|ing|ement\w*)|writ\w+|letter|survey\w*|stud(?:y|ies|ied)|"
    r"found|find(?:s|ings?)?|determin\w+|announc\w+|testimony|testif\w+|publish\w*|indicat\w+|estimat\w+|data|"
    r"figures?|according|"
    r"promis\w+|describ\w+|recogni[sz]\w+|releas\w+|noti\w+|list(?:s|ed)|show\w*|confirm\w*|quot\w+|warn\w*|"
    r"rul(?:ed|ing)|held|decid\w+|"
    r"oppos\w+|support\w*|object\w*|endors\w+|condemn\w*|denounc\w+|request\w*|demand\w*|urg\w+|call\w*|"
    r"advis\w+|propos\w+|complain\w*|suggest\w*|think\w*|view\w*|argu\w+|respon\w+|sp(?:oke|oken|eak\w*)|heard|hear|answer\w*)\b",
    re.IGNORECASE,
)
_SOURCES = frozenset(
    "inquiry report figures tables table documents document data investigation survey study metrics "  # noqa: SIM905
    "records files analysis findings reports studies surveys numbers statistics estimates review audit".split()
)
_NEAR = 8  # words between a speaker's name and what shows him speaking

_PRONOUNS = frozenset("they he she it we who what which one both all some others there this that".split())  # noqa: SIM905
_QUESTION = frozenset("when why how did does do has have is are was were will would can could should whether".split())  # noqa: SIM905


@cache
def _kind(name: str) -> frozenset[str]:
    """The stems of a list of kinds of people: `writers` of any letter, `congress`, `others` who write letters."""
    return frozenset(stem(w) for w in lexicon.rows("people")[name])


def check(text: str, passage: Passage) -> Iterator[Finding]:
    """Object when a claim lays the letter's words in a mouth that is neither its writers' nor speaks in the passage.

    Proves that the one named stands in the card, is of the signers' kind (a chamber, a party), or is near a word of
    speaking in the passage's sentence or the one before. Who is right to be quoted for it stays the reader's to judge.
    """
    mouths = _mouths(text) if not text.rstrip().endswith("?") else ()
    who = next((w for w in mouths if not is_writer(w, passage.letter) and not _speaks(w, passage)), None)
    if who is not None and who.split()[-1].lower() not in _SOURCES | _LOOSE:
        what = f"“{who}” is said to say or ask this; the passage has no such speaker."
        yield passage.finding("voice", who, what, do="Say whose words they are.")


# Groups, as papers are, which the letter may well mean in other words.
_LOOSE = frozenset("group groups organization organizations coalition association advocates officials team".split())  # noqa: SIM905


def _mouths(text: str) -> Iterator[str]:
    opening = _OPENS.match(text)
    told = opening and re.match(rf"(?:{_SAYS}|{_ASKS})\b", opening["who"], re.IGNORECASE)  # "asks to be told how"
    listed = opening and opening["who"].split()[-1].lower() in ("and", "or", ",")  # "review it and declare …"
    if opening and not told and not listed and not {w.lower() for w in opening["who"].split()} & _QUESTION:
        yield opening["who"].strip()
    for m in _ASIDE.finditer(text):
        yield (m["who"] or m["source"] or m["last"]).strip(" .")


_WHEN = re.compile(
    rf"^(?:in|on|by|since) (?:early |late |mid-?)?{MONTH}[ \d,]*|\b(?:had|have|has|already|also|again)\b", re.IGNORECASE
)


def is_writer(who: str, letter: Letter) -> bool:
    """Tell whether `who` can mean those who wrote the letter: by name, by office, or by kind ("House Democrats")."""
    named = [t for t in tokens(_WHEN.sub("", who)) if t.is_word]
    if any(t.folded in _PRONOUNS or t.stem in _kind("writers") for t in named):
        return True
    words = [t for t in named if t.is_content and t.folded not in _COUNTS and not t.folded.endswith("ly")]
    known = _known(letter)
    kinds = _kinds(letter)
    if named and named[0].folded in ("a", "an") and not any(p.chamber or p.role for p in letter.card.senders):
        return True  # "a fired technician" may well be who wrote
    head = _head(words, named)
    if any(t.stem in kinds for t in head):  # "Select Subcommittee Republicans"
        head = [t for t in head if t.stem not in _HOUSES]
    return all(t.stem in known or t.stem in kinds for t in head)


# Of which house of theirs somebody is: left open.
_HOUSES = stems("select special joint committee subcommittee panel caucus")
_COUNTS = frozenset({"dozen", "dozens", "hundred", "top", "senior", "fellow", "other", *NUMBERS})
_TAIL = frozenset({"of", "on", "in", "from", "for", "working", "at", "led", "with", "who"})


def _head(words: list[Token], named: list[Token]) -> list[Token]:
    """The words up to the first that only adds where they are from or whom they are led by."""
    end = next((t.start for t in named if t.folded in _TAIL and t is not named[0]), None)
    return [t for t in words if end is None or t.start < end] or words


@lru_cache(maxsize=8)
def _known(letter: Letter) -> Kin:
    card, states = letter.card, lexicon.table("states")
    of = " ".join(states.get(p.state or "", "").replace("_", " ") for p in card.senders)
    return Kin(t.stem for t in tokens(f"{signers(card)} {of}") if t.is_word)


@lru_cache(maxsize=8)
def _kinds(letter: Letter) -> frozenset[str]:
    """The kinds of people that the signers are, as far as the card tells; every kind if it tells nothing."""
    people = letter.card.senders
    if not people:
        return _kind("congress") | _kind("others")
    seated = sum(p.chamber is not None for p in people)
    kinds = _kind("others") if seated == 0 else frozenset()
    if seated or letter.card.senders_unnamed:
        kinds |= _kind("congress") - _foreign(letter)
    return kinds | _kind("congress") if seated == 0 and not any(p.role for p in people) else kinds


def _foreign(letter: Letter) -> frozenset[str]:
    """Parties and chambers to which none of the signers belongs, if those of all are known."""
    card = letter.card
    parties, chambers = {p.party for p in card.senders}, {p.chamber for p in card.senders}
    if card.senders_unnamed:
        return frozenset()
    sides = (
        (parties, "D", "democrat democratic"), (parties, "R", "republican"),
        (chambers, "senate", "senator senate sen"), (chambers, "house", "house congressman congresswoman rep"),
    )  # fmt: skip
    return frozenset(s for known, side, words in sides if not known & {None, side} for s in stems(words))


def _speaks(who: str, passage: Passage) -> bool:
    """Whether somebody of that name stands near a word of speaking in the passage or the sentence before it."""
    own = [t for t in tokens(who) if t.is_content and t.folded not in _COUNTS]
    if not own:
        return True
    last, around = own[-1], [*_around(passage)]
    if last.folded in _SOURCES:  # of a paper the passage's own words for it will do
        kin = reach(" ".join(_SOURCES))
        if any(t.stem in kin for text in around for t in tokens(text) if t.is_content):
            return True
    spelled = expansions(last.text, passage.text) if last.text.isupper() and len(last.text) > 2 else ()
    heads = Kin({last.stem, *(stem(x.split()[-1]) for x in spelled)})
    return any(_near_speech(heads, text) for text in around)


def _around(passage: Passage) -> Iterator[str]:
    yield passage.sentence
    every = sentence_spans(passage.text)
    for span in passage.sentence_spans:
        at = every.index(span) if span in every else 0
        if at:
            yield every[at - 1].of(passage.text)


def _near_speech(heads: Kin, text: str) -> bool:
    every = [t for t in tokens(text) if t.is_word]
    names = [i for i, t in enumerate(every) if t.stem in heads]
    speech = [i for i, t in enumerate(every) if _SPEECH.fullmatch(t.text)] if names else ()
    return any(-_NEAR <= i - s <= _NEAR for i in names for s in speech)
