"""A piece of a name taken for a name: a word that the document has only in longer names, or never under an article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from brief.audit import lexicon
from brief.audit.aliases import is_at_home, known_groups
from brief.audit.capitals import Mention, in_small_letters, mentions
from brief.audit.finding import Finding
from brief.audit.forms import is_date_word, is_title
from brief.audit.heads import card_words
from brief.audit.passage import Passage
from brief.audit.thesaurus import senses
from brief.audit.words import ends_of, stem

_ARTICLES = frozenset(
    "the a an this these those its his her their our your my any each every no some both all".split()  # noqa: SIM905
)
_BEFORE = re.compile(r"(?:(?P<word>[^\W_][\w’'.&-]*)[\s“\"(]+|[-–—’'])$")
_BEHIND = re.compile(r"[’']s?\b")
_CAPITAL = re.compile(r"\s(?:[A-Z]|of\s[A-Z]|of\sthe\s[A-Z])|-\w")
_ENDS = re.compile(
    r"[’']s?\s|\W*$|[,.;:?!)]|\s(?:to|of|and|or|nor|in|on|by|for|from|with|at|as|than|that|which|who|if|but|before|after|"
    r"until|since|during|when|while|is|are|was|were|has|have|had|will|would|can|could|may|might|must|shall|should|does|"
    r"did|do|not|it)\b"
)
_TITLED = 0.6  # of a claim's words in capitals: a headline's tell nothing


class Use(NamedTuple):
    """How a capitalised word stands: under an article, within a longer name, and whether as its last word."""

    under: bool
    inside: bool
    last: bool


def check(text: str, passage: Passage) -> Iterator[Finding]:
    """Object to a word that stands for a name of its own and is none in the document.

    Proves that the document has the word, and nowhere as the claim does: bare, where it is an ordinary word that the
    document has only in longer names or under an article; under "the", where the document never has it so. Says
    nothing of surnames, acronyms and headlines.
    """
    if _is_headline(text):
        return
    covered = [(s, e) for _, s, e in known_groups(text)]
    for m in mentions(text):
        if m.initial or any(s <= m.start < e for s, e in covered):
            continue
        use = _use(text, m.start, m.start + len(m.word))
        if use is None or use.inside or not _may_be_told(m, passage):
            continue
        given = _uses(passage.text, m.word)
        if given and (_bare(m, use, given, text, passage) or _under(m, given, text)):
            words = f"the {m.word}" if use.under else m.word
            what = f"“{words}”: the document has no such name by itself, only words with “{m.word}”."
            yield passage.finding("names", words, what, do="Name whom the letter names, as it does.")
            return


def _is_headline(text: str) -> bool:
    words = text.split()
    return sum(w[:1].isupper() for w in words) > _TITLED * len(words)


def _may_be_told(m: Mention, passage: Passage) -> bool:
    folded = m.word.lower()
    if any(ends_of(card_words(passage.letter), m.word)) and not is_title(folded):
        return False  # as the letter's heads have it
    field = folded in lexicon.rows("fields")["fields"]
    plain = field or is_date_word(folded) or folded in lexicon.words("stop") or is_at_home(folded)
    return len(folded) > 2 and not m.word.isupper() and m.word.isalpha() and not plain


def _bare(m: Mention, use: Use, given: frozenset[Use], text: str, passage: Passage) -> bool:
    """Tell whether an ordinary word stands bare as a name, and never does so in the document."""
    folded = m.word.lower()
    if use.under or not text[: m.start].rstrip()[-1:].isalnum() or any(not u.under and not u.inside for u in given):
        return False  # ", Secretary of …" stands beside a name
    if not _ENDS.match(text, m.start + len(m.word)):
        return False  # "Board members" needs no article
    if is_title(folded) or folded in lexicon.words("heads") or folded in lexicon.words("generic"):
        return any(w in _ARTICLES for w in text.lower().split())  # where all are left out, as headlines do, none is due
    small = in_small_letters(passage.text, folded)
    return small or (bool(senses(stem(folded))[0]) and not any(u.last for u in given))


def _under(m: Mention, given: frozenset[Use], text: str) -> bool:
    """Tell whether a word stands under "the" with nothing behind it, and in the document never heads a name."""
    ends = text[: m.start].lower().endswith("the ") and bool(_ENDS.match(text, m.start + len(m.word)))
    return ends and not any(u.under or u.last for u in given)


@lru_cache(maxsize=256)
def _uses(text: str, word: str) -> frozenset[Use]:
    """How a text has a capitalised word, wherever it stands."""
    return frozenset(use for end in ends_of(text, word) if (use := _use(text, end - len(word), end)))


def _use(text: str, start: int, end: int) -> Use | None:
    """How a word stands at a place; None where a mark makes it part of another word."""
    before, behind = _BEFORE.search(text, max(0, start - 32), start), _BEHIND.match(text, end)
    if before is not None and before["word"] is None:
        return None
    word = before["word"] if before else ""
    follows = word[:1].isupper() and word.lower() not in _ARTICLES and not word.endswith((".", "’s", "'s"))
    leads = behind is None and bool(_CAPITAL.match(text, end))
    return Use(word.lower() in _ARTICLES, follows or leads, follows and not leads)
