"""Under how many denials does each word stand: one "not" more or less over the same words turns a claim round."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain, groupby
from typing import NamedTuple

from brief.audit import lexicon
from brief.audit.finding import Finding
from brief.audit.negation import empty_negation, is_negator
from brief.audit.passage import Passage
from brief.audit.words import Token, alike, is_of, stem, stems, stems_of_frame, tokens
from brief.calendar_words import NUMBERS
from brief.letter.verbs import ACTIONS, OPPOSING

_FIRST = 2  # of the words that a denial governs, those of which one must be shared
_CLOSE = 3  # words after "not" of which one is what it denies
_SUBJECT = 4  # words of content before a passive that can be its subject
_REACH = 5  # words of content after a denial that it governs
_BREAKS = frozenset(';:.?!—–()"“”') | frozenset(
    "but because and while which who whose where as that if whether when until".split()  # noqa: SIM905
)
_ENDS = frozenset(".;:?!")
_SUBJECTS = frozenset("we i they you it he she this these the there please".split())  # noqa: SIM905
_SETS_OFF = frozenset("a an the all in on by for at from with every that".split())  # noqa: SIM905 - "not by notice"
_BEING = frozenset("be been being is are was were".split())  # noqa: SIM905
_HELPING = _BEING | frozenset("would will can could may might must should shall has have had does do did".split())  # noqa: SIM905
_ARTICLES = frozenset("the a an this that any their its his her your our further such".split())  # noqa: SIM905
_BEFORE_NOUNS = frozenset({"of", "in", "on", "for", "with", "by"})
# "Reject the view that it harms", "refrain from conduct that harms": what follows is denied too.
_CARRYING = frozenset(
    "view idea notion claim argument suggestion premise belief conduct actions action steps efforts practices policies "  # noqa: SIM905
    "measures activities anything changes".split()
)
_WARDED = 7  # words between "protect" and its "from"
_OWN_SCOPE = frozenset({"without", "unless"})


class Governed(NamedTuple):
    """A content word: how many denials govern it, since which it stands so, and what stands before it.

    Args:
        since: The number of the denial that came last before it, 0 before any.
        sure: Whether the word before it cannot be a denial that the lists don't know: an auxiliary, a name, nothing.
        before: The content word before it in its clause.
        close: Whether it stands right after "not", "never", "cannot".
        pointed: Whether it is a noun of a set phrase ("to that end", "by the end of").
    """

    token: Token
    denials: int
    since: int
    sure: bool
    before: Token | None
    close: bool
    pointed: bool = False


class _Reader:
    """Reads a text from left to right, and keeps the denials that still govern."""

    def __init__(self, text: str) -> None:
        self.every = tokens(text)
        self.text = text
        self.found: list[Governed] = []
        self.scopes: list[int] = []  # how many words had been found when each denial came that may still govern
        self.clause = self.denials = 0
        self.opened = -1
        self.aside = self.negated = -99
        self.last: Token | None = None

    def read(self) -> tuple[Governed, ...]:
        """Return the content words, in order."""
        for i, token in enumerate(self.every):
            self.scopes = [n for n in self.scopes if len(self.found) - n < _REACH]
            if self._breaks(i):
                self.scopes, self.last, self.clause, self.aside = [], None, len(self.found), -99
            elif token.stem in _ASIDE and not _turns(self.every, i):
                if token.is_content:
                    self._take(i)
                self.aside = len(self.found)
            elif is_negator(token) or token.folded in _OWN_SCOPE:
                self._negate(i)
            elif token.is_content and len(self.found) - self.aside >= _REACH:
                self._take(i)
            if _turns(self.every, i):
                self._turn(i)
        return tuple(self.found)

    def _take(self, i: int) -> None:
        token = self.every[i]
        before = self.every[i - 1] if i else None
        last = self.last
        sure = last is None or last.text[0].isupper() or last.stem in stems_of_frame()
        sure = sure or (before is not None and before.folded in _HELPING)
        if token.stem not in stems_of_frame():
            close = i - self.negated <= _CLOSE
            noun = token.folded in ("end", "ends") and before is not None and before.folded in _ARTICLES
            noun = noun or (before is not None and before.folded == "no" and token.folded in ("later", "earlier"))
            self.found.append(Governed(token, len(self.scopes), self.denials, sure, self.last, close, noun))
        self.last = self.last if _light(token) else token

    def _negate(self, i: int) -> None:
        token = self.every[i]
        if empty_negation(self.text, token) or _sets_off(self.every, i) or _either_way(self.every, i):
            return
        if token.folded == "nothing" and self.found:  # "they hear nothing" denies the hearing
            self.found[-1] = self.found[-1]._replace(denials=self.found[-1].denials + 1)
        alone = token.folded in _OWN_SCOPE or token.folded == "nor"  # "neither … nor" denies once
        self.scopes = [*([] if alone else self.scopes), len(self.found)]
        self.denials += 1
        self.opened = i
        after = self.every[i + 1].folded if i + 1 < len(self.every) else ""
        if token.folded in ("not", "never", "cannot") or token.folded.endswith("n't"):
            self.negated = i
        elif f"{token.folded} {after}" == "no longer":
            self.negated = i + 1

    def _turn(self, i: int) -> None:
        """A turning verb governs what follows; a passive one, what stands before it."""
        end = len(self.found) - int(bool(self.found) and self.found[-1].token is self.every[i])
        first = max(self.clause, end - _SUBJECT)
        if self._passive(i):
            for n in range(first, end):
                self.found[n] = self.found[n]._replace(denials=self.found[n].denials + 1 + len(self.scopes))
        elif self._bare(i):
            del self.found[first:end]  # which of the words before it is meant cannot be told
        elif not self._noun(i):
            self.scopes.append(len(self.found))
            self.denials += 1
            self.opened = i

    def _passive(self, i: int) -> bool:
        """ "That the review be suspended", "were presumed denied"."""
        near = {t.folded for t in self.every[max(0, i - 2) : i]}
        return bool(near & _BEING) and _participle(self.every[i])

    def _bare(self, i: int) -> bool:
        """ "Want the notice withdrawn"."""
        ended = i + 1 == len(self.every) or self.every[i + 1].folded in _ENDS
        return ended and i > 0 and self.every[i - 1].is_content and _participle(self.every[i])

    def _noun(self, i: int) -> bool:
        """ "The delay has …", "the delay in issuing it": no denial, unlike "the refusal to" and "the withdrawal of"."""
        after = self.every[i + 1].folded if i + 1 < len(self.every) else ""
        if after in _HELPING or after.startswith("grant"):  # "block grants"
            return True
        before = self.every[i - 1].folded if i else ""
        named = before in _ARTICLES or (before in _BEFORE_NOUNS and not self.every[i].folded.endswith("ing"))
        return named and after not in ("of", "to")

    def _breaks(self, i: int) -> bool:
        """Tell whether a clause ends."""
        folded = self.every[i].folded
        if folded == ",":
            if self.opened == 0 or self.every[self.opened].folded in _OWN_SCOPE:
                self.scopes = []  # "without surveys, they cannot know"
            elif _turns(self.every, self.opened) and _turns(self.every, i + 1):
                self.scopes = []  # "cease these actions, rescind any notice"
            return i + 1 < len(self.every) and self.every[i + 1].folded in _SUBJECTS
        named = folded.endswith("ing") and i > 0 and self.every[i - 1].is_content
        if named and self.scopes and self.scopes[-1] < len(self.found):
            self.scopes = []  # "deny a license allowing them to": what the license does is not denied
        if folded == "should" and i > 0 and i + 1 < len(self.every) and self.every[i + 1].text[0].isupper():
            return True  # "withdrawn, one by one, should Velmora refuse"
        if folded == "that" and self._points(i):
            return False
        if folded == "“" and i > 0 and self.every[i - 1].folded == "to":
            return False  # asks them not to “add to the list”
        return folded in _BREAKS

    def _points(self, i: int) -> bool:
        """ "Withdraw that advice", "reject the view that it harms": the "that" ends no clause."""
        before = self.every[max(0, i - _WARDED) : i]
        if before and before[-1].folded in _CARRYING:
            carried = any(_turns(self.every, k) for k in range(max(0, i - _WARDED), i))
            self.scopes = [len(self.found)] * len(self.scopes) if carried else self.scopes
            return carried
        noun = len(before) > 1 and before[-2].folded in ("of", *_ARTICLES)
        return bool(before) and _turns(self.every, i - 1) and not noun


@lru_cache(maxsize=64)
def governed(text: str) -> tuple[Governed, ...]:
    """Return the content words of a text with the number of negations and turning verbs that govern each."""
    return _Reader(text).read()


def _participle(token: Token) -> bool:
    return token.folded.endswith(("ed", "en", "wn", "held", "put"))


def _sets_off(every: Sequence[Token], i: int) -> bool:
    """ "Not by notice", "and not its ownership" set one thing off from another, and deny no doing."""
    after = every[i + 1].folded if i + 1 < len(every) else ""
    before = every[i - 1].folded if i else ""
    doing = after == "to" or after in ACTIONS  # "reverse course and not sell it"
    return every[i].folded == "not" and (after in _SETS_OFF or (before in ("and", "but", ",") and not doing))


def _either_way(every: Sequence[Token], i: int) -> bool:
    """ "Should or should not be sold" denies as much as it affirms."""
    return every[i].folded == "not" and any(t.folded == "or" for t in every[max(0, i - 2) : i])


def _light(token: Token) -> bool:
    return token.folded.endswith("ly") or token.stem in _COUNTING or token.folded in _OF_TIME


_OF_TIME = frozenset({"already", "also", "still", "again"})


_COUNTING = stems(" ".join(["hundreds thousands millions number majority dozens part", *NUMBERS]))
# Words after which nothing is plainly affirmed or denied: set aside ("rather than"), or under a stance.
_ASIDE = stems("rather instead oppose object against concern question regret")
# Verbs that ward off what follows their "from".
_WARDING = stems("keep protect shield spare safeguard defend insulate save")
_THINKING = stems("think consider view hold mean intend take make give get have go come put decade year month week day")


def _turns(every: Sequence[Token], i: int) -> bool:
    """Tell a verb that turns what it governs, alone ("refuse") or with its particle ("hold off", "keep … from")."""
    if not 0 <= i < len(every):
        return False
    token = every[i]
    if token.text[0].isupper() and i > 0:
        return False
    if token.folded == "against":  # "recommend against selling"
        return i + 1 < len(every) and every[i + 1].folded.endswith("ing")
    if token.folded == "from":  # "protect them from harm", "keep them from selling"
        doing = i + 1 < len(every) and every[i + 1].folded.endswith("ing")
        return any(t.stem in _WARDING and (doing or t.stem != "keep") for t in every[max(0, i - _WARDED) : i])
    if token.stem == "keep":  # "keep the papers from Congress"
        there = next((k for k in range(i + 2, min(i + _WARDED, len(every) - 1)) if every[k].folded == "from"), None)
        return there is not None and not every[there + 1].folded.endswith("ing")
    after = every[i + 1].folded if i + 1 < len(every) else ""
    return token.stem in _turning() or f"{token.stem} {after}" in _turning()


@cache
def _turning() -> frozenset[str]:
    return frozenset(" ".join([stem(w.split("_")[0]), *w.split("_")[1:]]) for w in lexicon.words("stopping"))


def check(text: str, passage: Passage) -> Iterator[Finding]:
    """Object when what a denial governs first in the claim stands under none in the passage, or the other way round.

    Proves that the same words are there on both sides and that no denial known to the lists makes up for the other. A
    word counts only if the word before it is shared too, or can be no denial unknown to the lists.
    """
    claim, source = governed(text), _source(passage)
    clash = next(chain(_clashes(claim, source, True), _clashes(claim, source, False)), None)
    if clash is not None:
        denies, affirms = ("claim", "passage") if clash.denials % 2 else ("passage", "claim")
        what = f"The {denies} denies “{clash.token.text}”, which the {affirms} affirms."
        yield passage.finding("polarity", clash.token.text, what)


def _source(passage: Passage) -> tuple[Governed, ...]:
    found: list[Governed] = []
    last = 0
    for span in passage.sentence_spans:
        if _TAKEN_BACK.fullmatch(span.of(passage.text).strip()):
            found[last:] = [g._replace(denials=g.denials + 1) for g in found[last:]]
        last = len(found)
        found += governed(span.of(passage.text))
    return tuple(found)


# "It will be said that it harms them. It would not."
_TAKEN_BACK = re.compile(r"(?:It|They|He|She|We|This|That) (?:\w+ not|\w+n[’']t)\.")


def agree(word: str, text: str, passage: Passage) -> bool:
    """Tell whether a word stands under as many denials, odd or even, somewhere in the passage as in the claim."""
    own = [g for g in governed(text) if g.token.text == word]
    stems_of_it, sides = {g.token.stem for g in own}, {g.denials % 2 for g in own}
    return any(g.token.stem in stems_of_it and g.denials and g.denials % 2 in sides for g in _source(passage))


def _clashes(claim: Sequence[Governed], source: Sequence[Governed], of_claim: bool) -> Iterator[Governed]:
    """The first shared word under each denial of one side, if it and the next are not so denied on the other."""
    mine, theirs = (claim, source) if of_claim else (source, claim)
    for _, under in groupby((g for g in mine if g.denials), key=lambda g: g.since):
        words = [g for g in under if g.token.stem not in _THINKING and not _thought(g)]
        shared = [(g, fellows) for g in words if (fellows := _fellows(g, theirs))]
        if not shared or words.index(shared[0][0]) >= _FIRST:
            continue  # what is denied itself is said in other words
        clashing = [g for g, fellows in shared[:2] if _differ(g, fellows, mine, theirs)]
        first = shared[0][0] if shared else None
        alone = first is not None and first.close and any(f.token.stem == first.token.stem for f in shared[0][1])
        if clashing and clashing[0] is first and (len(clashing) == 2 or (alone and len(shared) == 1) or alone):
            yield first if of_claim else shared[0][1][0]


def _thought(g: Governed) -> bool:
    """A name of which something is thought: "they do not think Brook the right one" denies nothing of Brook alone."""
    return g.token.text[0].isupper() and g.before is not None and g.before.stem in _THINKING


def _fellows(g: Governed, others: Sequence[Governed]) -> list[Governed]:
    exact = [o for o in others if o.token.stem == g.token.stem]
    return exact or [o for o in others if alike(o.token.stem, g.token.stem)]


def _differ(g: Governed, fellows: Sequence[Governed], own: Sequence[Governed], others: Sequence[Governed]) -> bool:
    """Whether a word is denied oddly here and evenly in every fellow there, and no other of its stem here is even."""
    sides = {o.denials % 2 for o in own if o.token.stem == g.token.stem}
    if len(sides) > 1 or any(f.denials % 2 == g.denials % 2 for f in fellows):
        return False
    return any(_sure(*((g, others) if g.denials < f.denials else (f, own))) for f in fellows)


@cache
def _plain_doing() -> frozenset[str]:
    """Verbs of doing, in their base form, that turn nothing."""
    return frozenset(v for v in ACTIONS - OPPOSING if stem(v) not in _turning() | stems_of_frame())


def _sure(few: Governed, others: Sequence[Governed]) -> bool:
    """Whether the side with fewer denials has no strange word before, which could be a denial unknown to the lists."""
    before = few.before
    if few.sure or before is None or is_of("pushing", before) or before.folded in _plain_doing():
        return True
    return any(o.token.stem == before.stem or alike(o.token.stem, before.stem) for o in others)
