"""People, offices, places and organisations of a claim: each must be the passage's, under one of its names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from brief.audit import lexicon
from brief.audit.aliases import alias_groups, is_at_home, is_place, known_groups, same_name
from brief.audit.capitals import Capitalised, Mention, has_name, in_small_letters, lower_words, mentions
from brief.audit.finding import Finding, Level
from brief.audit.forms import forms_of, is_date_word, is_plain, is_title, names_in, run_of, stands, title_group
from brief.audit.heads import card_words
from brief.audit.passage import Passage
from brief.audit.words import Kin, concepts, content_stems, ends_of, stem, tokens

_NO_WORD = re.compile(r"[^\w.']+")
_ANAPHOR = re.compile(
    r"\b(?:(?P<person>it|its|they|their|them|he|his|him|she|her)|this|these|those|such|both|our (?:\w+ )?(?:ally|"
    r"allies|partners?|friends?|adversar\w+|neighbou?rs?)|the (?:\w+ )?(?:country|countries|government|governments|"
    r"company|firm|group|agency|department|city|works|treaty|Act|law))\b",
    re.IGNORECASE,
)
_ACTS_LIKE_A_NAME = re.compile(
    r"\s+(?:and\s+[A-Z]|urges?|asks?|says?|wants?|calls?|writes?|wrote|demands?|requests?|,)"
)


def check(text: str, passage: Passage) -> Iterator[Finding]:
    """Look for each name of the claim in its passage, then around it, then in the letter and the document.

    Names pass under another form: a short name that the letter introduces, an acronym, a country's adjective or
    capital, a title's variant. Signers and recipients may be named anywhere. Does not know that two unlike names are
    one person.
    """
    found = [*_well_known(text, passage), *_others(text, passage)]
    surer = len(found) == 1 and found[0].level == "unsure" and _only_swapped(found[0].words, text, passage)
    yield from (f.model_copy(update={"level": "likely"}) if surer else f for f in found)


def _others(text: str, passage: Passage) -> Iterator[Finding]:
    """Look for the names that have no well-known other names."""
    covered = [(s, e) for _, s, e in known_groups(text)]
    for m in mentions(text):
        known = _is_given(m.word, passage) or any(s <= m.start < e for s, e in covered)
        if not known and _names_something(m, text, passage):
            yield from _check_word(m, text, passage)


def _only_swapped(word: str, text: str, passage: Passage) -> bool:
    """Tell whether a claim has one name that is not the passage's, and leaves out one that is: a bare swap."""
    inside = Capitalised(passage.text)
    rivals = _rivals(text, passage) if word.lower() in inside and not _points_back(passage) else []
    if len(rivals) != 1 or rivals[0].lower() not in inside:
        return False
    near = Kin(content_stems(passage.sentence))
    own = [t.stem for t in tokens(text) if t.is_content and t.text[0].islower()]
    return sum(w in near for w in own) >= _RETOLD * len(own)


_RETOLD = 0.75  # of the claim's other words, so many must have their like in the passage: then only the name differs


def _is_given(word: str, passage: Passage) -> bool:
    """Tell whether the very word is a name of the passage or the card: most are, and need no further look."""
    rings = passage.sentence, card_words(passage.letter)
    return any(has_name(r, word) for r in rings) or any(word.lower() in names_in(r) for r in rings)


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
    if not m.initial or is_place(folded) or folded in Capitalised(passage.text):
        return True
    plain = concepts(stem(folded)) or in_small_letters(passage.text, folded)
    return not plain and bool(_ACTS_LIKE_A_NAME.match(text, m.end))


def _check_word(m: Mention, text: str, passage: Passage) -> Iterator[Finding]:
    forms = forms_of(m, text, passage.text)
    if stands(forms, passage.sentence) or stands(forms, card_words(passage.letter)):
        return
    rival = next(iter(_rivals(text, passage)), None)
    if is_title(m.word):
        yield from _check_title(m, text, passage)
    elif stands(forms, passage.paragraph):
        if rival is not None and not _points_back(passage):
            yield _elsewhere(m.word, "around the passage", rival, passage)
    elif stands(forms, passage.letter.text):
        yield _elsewhere(m.word, "elsewhere in the letter", rival, passage)
    elif stands(forms, passage.text):
        yield _elsewhere(m.word, "in the document, but not in the letter", rival, passage)
    elif not in_small_letters(passage.text, m.word.lower()) and stem(m.word.lower()) not in _small_stems(passage.text):
        yield _nowhere(m.word, "has", rival, passage)


def _small_stems(text: str) -> frozenset[str]:
    return frozenset(map(stem, lower_words(text)))


def _points_back(passage: Passage) -> bool:
    """Tell whether the quoted words speak of something named before ("it", "these", "the company").

    A pronoun behind a name of its own sentence is taken to mean that name.
    """
    return any(_open(s.of(passage.text), passage.quoted) for s in passage.sentence_spans)


@lru_cache(maxsize=32)
def _open(sentence: str, quoted: str) -> bool:
    first = next((m.start for m in mentions(sentence) if not is_plain(m.word.lower())), len(sentence))
    return any(not m["person"] or m.start() < first for m in _ANAPHOR.finditer(sentence) if m.group() in quoted)


def _elsewhere(word: str, where: str, rival: str | None, passage: Passage, level: Level = "unsure") -> Finding:
    """A name that the document has, but not there: a doubt, as a brief may name whom the passage only means."""
    given = f"; the passage names “{rival}”" if rival else ""
    return passage.finding("names", word, f"“{word}” stands {where}{given}.", level)


def _nowhere(words: str, has: str, rival: str | None, passage: Passage) -> Finding:
    given = f"; the passage {has} “{rival}”" if rival else ""
    what = f"“{words}” stands nowhere in the document{given}."
    return passage.finding("names", words, what, "certain", do="Take the name from the letter.")


def _well_known(text: str, passage: Passage) -> Iterator[Finding]:
    """Look for the names with well-known other names, of which any will do."""
    for group, start, end in known_groups(text):
        words = text[start:end]
        rings = passage.sentence, card_words(passage.letter)
        if any(_knows(r, group) for r in rings) or _loosely(group, passage.sentence):
            continue
        rival = _known_rival(group, passage.sentence)
        near = _knows(passage.paragraph, group) or _loosely(group, passage.paragraph)
        if near and (rival is None or _may_be_meant(group, words, rival, passage)):
            continue
        held = near or _knows(passage.letter.text, group) or _knows(passage.text, group)
        if held and rival is not None:
            level: Level = "likely" if _is_foreign(group, words) else "unsure"
            yield _elsewhere(words, "elsewhere in the document", rival, passage, level)
        elif not held and not is_at_home(words.lower()) and not stands([words.lower()], passage.text):
            yield _nowhere(words, "names", rival, passage)


def _known_rival(group: int, sentence: str) -> str | None:
    """A well-known name of a sentence that is another than a group's."""
    home = ("united states", "congress", "white house")
    others = ((g, s, e) for g, s, e in known_groups(sentence) if g != group and alias_groups()[g][0] not in home)
    return next((sentence[s:e] for _, s, e in others), None)


def _is_foreign(group: int, words: str) -> bool:
    return is_place(words) and alias_groups()[group][0] != "united states"


def _may_be_meant(group: int, words: str, rival: str, passage: Passage) -> bool:
    """Tell whether "it" or "these" of a passage may mean a name; no country beside another that is named there."""
    return _points_back(passage) and not (_is_foreign(group, words) and is_place(rival))


def _knows(ring: str, group: int) -> bool:
    """Tell whether a ring has one of a group of well-known names."""
    return any(g == group for g, _, _ in known_groups(ring))


def _loosely(group: int, paragraph: str) -> bool:
    """Tell whether a paragraph has one of a group's names, whatever the case and the marks between its words."""
    padded = f" {_NO_WORD.sub(' ', paragraph.lower())} "
    return any(f" {_NO_WORD.sub(' ', p)} " in padded for p in alias_groups()[group] if len(p) > 3)


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


def _check_title(m: Mention, text: str, passage: Passage) -> Iterator[Finding]:
    """An office: the passage, the addresses or the document must have one of that rank with that field."""
    variants = lexicon.lines("titles")[title_group(m.word) or 0].split()
    ring = f"{passage.paragraph} ; {card_words(passage.letter)}".lower()
    field = "".join(run_of(m, text)[1:2]).lower()
    department = field and re.search(rf"department of (?:the )?{re.escape(field)}|{re.escape(field)} department", ring)
    if not department and not any(any(ends_of(ring, v)) for v in variants):
        level: Level = "likely" if any(any(ends_of(passage.text.lower(), v)) for v in variants) else "certain"
        what = f"“{m.word}”: the passage and the letter's heads name no such office."
        yield passage.finding("names", m.word, what, level)
