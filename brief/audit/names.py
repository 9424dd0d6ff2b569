"""People, offices, places and organisations of a claim: each must be the passage's, under one of its names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from brief.audit import lexicon
from brief.audit.aliases import alias_groups, expansions, introduced_with, is_place, known_groups, same_name
from brief.audit.capitals import Capitalised, Mention, has_name, in_small_letters, lower_words, mentions
from brief.audit.finding import Finding, Level
from brief.audit.passage import Passage
from brief.audit.words import Kin, concepts, content_stems, ends_of, stem, tokens
from brief.letter.anatomy import Letter
from brief.letter.card import LetterCard

_NO_WORD = re.compile(r"[^\w.']+")
_PARTS = re.compile(r"[-’']")
_RUN = re.compile(r"[A-Z][\w’'-]*(?:\s+(?:(?:of|the|for|and|on)\s+){0,2}[A-Z][\w’'-]*)+")
_ANAPHOR = re.compile(
    r"\b(?:(?P<person>it|its|they|their|them|he|his|him|she|her)|this|these|those|such|both|"
    r"our (?:\w+ )?(?:ally|allies|partners?|friends?|adversar\w+|neighbou?rs?)|"
    r"the (?:\w+ )?(?:country|countries|government|governments|company|firm|group|agency|department|city|works|"
    r"treaty|Act|law))\b",
    re.IGNORECASE,
)
_ACTS_LIKE_A_NAME = re.compile(
    r"\s+(?:and\s+[A-Z]|urges?|asks?|says?|wants?|calls?|writes?|wrote|demands?|requests?|,)"
)


def check(text: str, passage: Passage, *, subjects: bool = True) -> list[Finding]:
    """Look for each name of the claim in its passage, then around it, then in the letter and the document.

    Names pass under another form: a short name that the letter introduces, an acronym, a country's adjective or
    capital, a title's variant. Signers and recipients may be named anywhere. Does not know that two unlike names are
    one person.

    Args:
        text: The claim's words.
        passage: What it rests on.
        subjects: Whether signers and recipients may be named without standing in the passage.
    """
    covered = [(g, s, e) for g, s, e in known_groups(text)]
    findings = [f for g, s, e in covered if (f := _check_known(g, text[s:e], passage, subjects)) is not None]
    for m in mentions(text):
        if _is_given(m.word, passage, subjects) or any(s <= m.start < e for _, s, e in covered):
            continue
        if not _names_something(m, text, passage):
            continue
        found = _check_word(m, text, passage, subjects)
        findings += [found] if found else []
    return _swapped(findings, text, passage)


def _swapped(findings: list[Finding], text: str, passage: Passage) -> list[Finding]:
    """Be surer where the claim has one name that is not the passage's, and leaves out one that is: a bare swap."""
    elsewhere = [f for f in findings if f.level == "unsure"]
    words = elsewhere[0].words if len(elsewhere) == 1 and len(findings) == 1 else ""
    if not words or words.lower() not in Capitalised(passage.text) or _points_back(passage):
        return findings
    if len(_rivals(text, passage)) != 1 or _rivals(text, passage)[0].lower() not in Capitalised(passage.text):
        return findings
    near = Kin(content_stems(passage.sentence))
    own = [t.stem for t in tokens(text) if t.is_content and t.text[0].islower()]
    retold = sum(w in near for w in own) >= _RETOLD * len(own)
    return [elsewhere[0].model_copy(update={"level": "likely"})] if retold else findings


_RETOLD = 0.75  # of the claim's other words, so many must have their like in the passage: then only the name differs


def _is_given(word: str, passage: Passage, subjects: bool) -> bool:
    """Tell whether the very word is a name of the passage or the card: most are, and need no further look."""
    rings = (passage.sentence, card_words(passage.letter)) if subjects else (passage.sentence,)
    return any(has_name(r, word) for r in rings) or any(word.lower() in _ring_words(r) for r in rings)


_FIELD_OF = re.compile(
    r"\b(?:Secretary|Department|Dept\.?|Minister|Ministry|Administrator|Director|Commissioner|Bureau|Office|Governor)"
    r"\s+(?:of|for)\s+(?:the\s+)?$"
)


def _names_something(m: Mention, text: str, passage: Passage) -> bool:
    folded = m.word.lower()
    if _FIELD_OF.search(text, max(0, m.start - 40), m.start):
        return True
    if len(folded) < 2 or folded in lexicon.words("generic") or folded in lexicon.words("stop") or is_date_word(folded):
        return False
    if not m.initial or is_place(folded):
        return True
    if _capitalised_inside(m.word, passage):
        return True
    plain = concepts(stem(folded)) or in_small_letters(passage.text, folded)
    return not plain and bool(_ACTS_LIKE_A_NAME.match(text, m.end))


def is_date_word(folded: str) -> bool:
    """Tell whether a folded word names a month or a day."""
    return folded in lexicon.words("calendar")


def _capitalised_inside(word: str, passage: Passage) -> bool:
    return word.lower() in Capitalised(passage.text)


def _check_word(m: Mention, text: str, passage: Passage, subjects: bool) -> Finding | None:
    forms = _forms(m, text, passage.text)
    if stands(forms, passage.sentence) or (subjects and stands(forms, card_words(passage.letter))):
        return None
    if is_title(m.word):
        return _check_title(m, text, passage)
    rival = _rival(text, passage)
    anaphor = _points_back(passage)
    if stands(forms, passage.paragraph):
        return None if rival is None or anaphor else _elsewhere(m.word, "around the passage", rival, passage)
    if stands(forms, passage.letter.text):
        return _elsewhere(m.word, "elsewhere in the letter", rival, passage)
    if stands(forms, passage.text):
        return _elsewhere(m.word, "in the document, but not in the letter", rival, passage)
    if in_small_letters(passage.text, m.word.lower()) or any(
        stem(m.word.lower()) == stem(w) for w in lower_words(passage.text)
    ):
        return None
    given = f"; the passage has “{rival}”" if rival else ""
    what = f"“{m.word}” stands nowhere in the document{given}."
    return passage.finding("names", m.word, what, "certain", do="Take the name from the letter.")


def _points_back(passage: Passage) -> bool:
    """Tell whether the quoted words speak of something named before ("it", "these", "the company").

    A pronoun behind a name of its own sentence is taken to mean that name.
    """
    return any(_open(s.of(passage.text), passage.quoted) for s in passage.sentence_spans)


@lru_cache(maxsize=32)
def _open(sentence: str, quoted: str) -> bool:
    first = next((m.start for m in mentions(sentence) if not _plain(m.word.lower())), len(sentence))
    return any(not m["person"] or m.start() < first for m in _ANAPHOR.finditer(sentence) if m.group() in quoted)


def _plain(folded: str) -> bool:
    """Tell whether a capitalised word names no one by itself."""
    generic = folded in lexicon.words("generic") or folded in lexicon.words("stop")
    return len(folded) < 2 or generic or is_date_word(folded) or is_title(folded)


def _elsewhere(word: str, where: str, rival: str | None, passage: Passage, level: Level = "unsure") -> Finding:
    """A name that the document has, but not there: a doubt, as a brief may name whom the passage only means."""
    given = f"; the passage names “{rival}”" if rival else ""
    return passage.finding("names", word, f"“{word}” stands {where}{given}.", level)


def _check_known(group: int, words: str, passage: Passage, subjects: bool) -> Finding | None:
    """A name with well-known other names: any of them will do."""
    card = card_words(passage.letter)
    if _knows(passage.sentence, group) or (subjects and _knows(card, group)) or _loosely(group, passage.sentence):
        return None
    rival = next(
        (
            passage.sentence[s:e]
            for g, s, e in known_groups(passage.sentence)
            if g != group and alias_groups()[g][0] not in ("united states", "congress", "white house")
        ),
        None,
    )
    in_paragraph = _knows(passage.paragraph, group) or _loosely(group, passage.paragraph)
    if in_paragraph and (rival is None or _may_be_meant(group, words, rival, passage)):
        return None
    held = in_paragraph or _knows(passage.letter.text, group) or _knows(passage.text, group)
    if held or words.lower() in (
        "american",
        "americans",
        "u.s.",
        "us",
        "washington",
        "congress",
        "white house",
        "president",
        "administration",
        "united states",
    ):
        if rival is None or not held:
            return None
        foreign = is_place(words) and alias_groups()[group][0] != "united states"
        level: Level = "likely" if foreign else "unsure"
        return _elsewhere(words, "elsewhere in the document", rival, passage, level)
    if stands([words.lower()], passage.text):
        return None
    given = f"; the passage names “{rival}”" if rival else ""
    what = f"“{words}” stands nowhere in the document{given}."
    return passage.finding("names", words, what, "certain", do="Take the name from the letter.")


def _may_be_meant(group: int, words: str, rival: str, passage: Passage) -> bool:
    """Tell whether "it" or "these" of a passage may mean a name; no country beside another that is named there."""
    country = is_place(words) and alias_groups()[group][0] != "united states"
    return _points_back(passage) and not (country and is_place(rival))


def _knows(ring: str, group: int) -> bool:
    """Tell whether a ring has one of a group of well-known names."""
    return any(g == group for g, _, _ in known_groups(ring))


def _loosely(group: int, paragraph: str) -> bool:
    """Tell whether a paragraph has one of a group's names, whatever the case and the marks between its words."""
    padded = f" {_NO_WORD.sub(' ', paragraph.lower())} "
    return any(f" {_NO_WORD.sub(' ', p)} " in padded for p in alias_groups()[group] if len(p) > 3)


def _rival(text: str, passage: Passage) -> str | None:
    """A name of the quoted words that the claim does not have, signers and recipients apart."""
    return next(iter(_rivals(text, passage)), None)


def _rivals(text: str, passage: Passage) -> list[str]:
    """The names of the quoted words that the claim does not have: the first word of each."""
    claimed = [m.word.lower() for m in mentions(text)]
    card = card_words(passage.letter)
    found: list[str] = []
    end = -2
    for m in mentions(passage.quoted):
        word = m.word.lower()
        if m.initial or len(word) < 3 or word in lexicon.words("generic") or is_date_word(word) or is_title(m.word):
            continue
        if any(same_name(word, c) for c in claimed) or stands([word], card) or word in lexicon.words("stop"):
            continue
        if m.start > end + 1:
            found.append(m.word)
        end = m.end
    return found


def _forms(m: Mention, text: str, document: str) -> list[str]:
    """The forms under which a name may stand in the source: itself, its short form, its full form."""
    word = m.word.lower()
    forms = [word]
    if "-" in word and all(stands([p], document) for p in word.split("-") if len(p) > 2):
        forms += [p for p in word.split("-") if len(p) > 3]  # "Trump-Moon" of two names, not another's double name
    for long, short in introduced_with(m.word, document):
        if word == short or long in text.lower():
            forms += long, short
    if m.word.isupper() and 2 <= len(m.word) <= 7:
        forms += expansions(m.word, document)
    states = lexicon.table("states")
    if m.word in states:
        forms.append(states[m.word].replace("_", " "))
    run = _run(m, text)
    if len(run) > 2:
        forms.append("".join(w[0] for w in run if w[0].isupper()).lower())
        forms += ["#head " + run[-1].lower()] if run[-1].lower() not in ("state", "states") else []
    return forms


def named_in(words: str, ring: str, document: str) -> bool:
    """Tell whether a ring has a name under one of its forms: its words, a short form, an acronym, a country's city."""
    groups = {g for g, _, _ in known_groups(words)}
    if any(g in groups for g, _, _ in known_groups(ring)):
        return True
    padded = f"x {words}"
    own = [m for m in mentions(padded) if not _plain(m.word.lower())]
    return any(stands(_forms(m, padded, document), ring) for m in own)


def _run(m: Mention, text: str) -> list[str]:
    """The capitalised words that stand together with a mention: "International River Commission"."""
    for run in _RUN.finditer(text):
        if run.start() <= m.start < run.end():
            return [w for w in run.group().split() if w[0].isupper()]
    return [m.word]


def stands(forms: Sequence[str], ring: str) -> bool:
    """Tell whether one of the forms of a name stands in a ring."""
    words = _ring_words(ring)
    if not words.isdisjoint(forms):
        return True
    folded = ring.lower().replace("’", "'")
    for form in forms:
        if form.startswith("#head "):
            if f"the {form[6:]}" in folded:  # "the Commission" for a commission named in full
                return True
        elif " " in form:
            if form.replace("’", "'") in folded:
                return True
        elif any(same_name(form, w) for w in words):
            return True
    return False


@lru_cache(maxsize=32)
def _ring_words(ring: str) -> frozenset[str]:
    """The capitalised words of a ring, folded; of a hyphenated name its parts too."""
    found: set[str] = set()
    for m in mentions(ring):
        found.add(m.word.lower())
        if not m.word.isalnum():
            found.update(p.lower() for p in _PARTS.split(m.word) if len(p) > 2)
    return frozenset(found)


@lru_cache(maxsize=4)
def _words_of(card: LetterCard) -> str:
    people = " ; ".join(f"x {p.name} ; x {p.as_stated} ; x {p.role or ''}" for p in card.senders)
    to = " ; ".join(f"x {r.name or ''} ; x {r.office or ''} ; x {r.as_stated}" for r in card.recipients)
    return f"{people} ; {to} ; x {card.senders_unnamed or ''}"


def card_words(letter: Letter) -> str:
    """Return the names of a letter's card, each after a small word."""
    return _words_of(letter.card)


def title_group(word: str) -> int | None:
    """Return the number of the group of titles that a word belongs to, if it is one."""
    return _titles().get(word.lower().rstrip("."))


@cache
def _titles() -> dict[str, int]:
    return {word.rstrip("."): i for i, line in enumerate(lexicon.lines("titles")) for word in line.split()}


def is_title(word: str) -> bool:
    """Tell whether a word is a title or a rank."""
    return title_group(word) is not None


def _check_title(m: Mention, text: str, passage: Passage) -> Finding | None:
    """An office: the passage, the addresses or the document must have one of that rank with that field."""
    group = title_group(m.word)
    assert group is not None
    variants = lexicon.lines("titles")[group].split()
    ring = f"{passage.paragraph} ; {card_words(passage.letter)}".lower()
    if any(any(ends_of(ring, v)) for v in variants):
        return None
    field = _run(m, text)[1:2]
    if field and re.search(
        rf"department of (?:the )?{re.escape(field[0].lower())}|{re.escape(field[0].lower())} department", ring
    ):
        return None
    document = passage.text.lower()
    level: Level = "likely" if any(any(ends_of(document, v)) for v in variants) else "certain"
    what = f"“{m.word}”: the passage and the letter's heads name no such office."
    return passage.finding("names", m.word, what, level)
