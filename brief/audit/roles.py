"""Where each name of a text stands: who does, to whom it is done, whose it is, whence and whither."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from brief.audit import lexicon
from brief.audit.words import Token, stem, tokens

_ARTICLES = frozenset("the a an this its their his her our your any each every all both".split())  # noqa: SIM905
_BEFORE_TITLES = _ARTICLES | {"former", "acting"}
_OF = frozenset({"of", "at", "in"})
_PREPOSITIONS = {
    "of": "of",
    **dict.fromkeys(("at", "in", "during"), "at"),
    **dict.fromkeys(("to", "into", "toward", "towards"), "to"),
    **{p: p for p in ("from", "with", "by", "for", "against", "on", "over", "about", "through", "under")},
    **{p: p for p in ("since", "until", "before", "after")},
}
_HELPING = lexicon.words("helping")
_BEING = frozenset("is are was were be been being".split())  # noqa: SIM905
_BRACKET = re.compile(r"\s*\([A-Z][\w., –-]{0,24}\)")  # "(D-OR)", "(TWB)" between a name and its verb
_COUNTED = frozenset("article section title annex class part chapter rule question item order".split())  # noqa: SIM905
_PERSONS = {**dict.fromkeys(("you", "your"), "you"), **dict.fromkeys(("we", "i", "our", "my", "us"), "we")}
_TELLS = frozenset({"said", "says", "writes", "wrote"})  # before a name: "…, said Director Pell"
_ASKED_THAT = frozenset(
    stem(w) for w in ("ask", "request", "urge", "demand", "insist", "recommend", "propose", "order")
)
_SET_ON = frozenset("opposed committed dedicated devoted accustomed".split())  # noqa: SIM905 ; with "to", no passive
_FOLLOWERS = 2  # content words before a preposition that it may hang on ("talks on flow with")
_REACH = 5  # tokens to the left within which they stand


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands in a text.

    Args:
        keys: The words by which it is known, folded, adjectives as their country; of a bare office, the office; of a
            kind, whose it is and its stem ("kestri~grow"); of a date, its month or year ("@may").
        slots: (stem of the word it hangs on, relation): `does`, `done` (to it), `of` (of, at, in, or a possessor),
            or another preposition. The stem is empty for the preposition itself.
        words: As written.
    """

    keys: frozenset[str]
    slots: frozenset[tuple[str, str]]
    words: str


@lru_cache(maxsize=32)
def roles(text: str, names: Container[str]) -> tuple[Mention, ...]:
    """Return the names of a text with what each hangs on, in order.

    Args:
        text: A claim, or the sentences of a passage.
        names: The document's words that are always capitalised: a sentence's first word counts as a name if it is one.
    """
    every = _tokens(text)
    runs = list(_runs(every, names))
    found = []
    for start, end in runs:
        words = _with_owner(every, start, end)
        slots = {*_left(every, start, runs), *_right(every, end, runs)}
        found.append(Mention(_keys(words), frozenset(slots), " ".join(t.text for t in words)))
    return tuple(found)


def keys_in(text: str) -> frozenset[str]:
    """Return the words by which those are known whom a text names, as in `Mention`."""
    every = _tokens(text)
    runs = _runs(every, frozenset())
    return frozenset().union(*(_keys(_with_owner(every, start, end)) for start, end in runs))


def _tokens(text: str) -> tuple[Token, ...]:
    return tokens(_BRACKET.sub(" ", text.replace("U.S.", "United States").replace("U. S.", "United States")))


def _with_owner(every: Sequence[Token], start: int, end: int) -> Sequence[Token]:
    """The words of a name or a kind, with those of a kind's owner: "Kestria's growers"."""
    owned = _is_party(every[end - 1]) and start and every[start - 1].text[0].isupper()
    return every[start - 1 if owned else start : end]


def _runs(every: Sequence[Token], names: Container[str]) -> Iterator[tuple[int, int]]:
    """The stretches of tokens that name one: capitalised words, joined by "of", "the", "for" or nothing; or a kind.

    A kind is a noun of the list `parties` ("the growers", "the security forces"), with the name before it, if any.
    """
    i = 0
    while i < len(every):
        end = i
        if every[i].folded in _PERSONS and every[i].text != "US":
            end = i + 1
        elif _names(every, i, names):
            end = _end_of_name(every, i, names)
        elif _is_date(every[i]):
            end = _end_of_date(every, i)
        while end < len(every) and (end == i or _joins(every, end)) and _is_party(every[end]):
            end += 1
        if end > i:
            yield i, end
        i = max(end, i + 1)


def _is_date(token: Token) -> bool:
    """Tell whether a token is a month or a year."""
    year = len(token.text) == 4 and token.text[:2] in ("19", "20") and token.text.isdigit()
    return year or (token.text[0].isupper() and token.folded in lexicon.words("calendar"))


def _end_of_date(every: Sequence[Token], i: int) -> int:
    end = i + 1
    while end < len(every) and (every[end].text[0].isdigit() or every[end].text == ",") and every[end - 1].text != ",":
        end += 1
    return end - 1 if every[end - 1].text == "," else end


def _joins(every: Sequence[Token], i: int) -> bool:
    """Tell whether a token may belong to the name before it ("Kestrian growers"), not to its owner ("Kestria's")."""
    if _is_date(every[i - 1]) or every[i - 1].text[0].isdigit():
        return False
    return not every[i - 1].folded.endswith("'s") and every[i - 1].folded not in _PERSONS


def _is_party(token: Token) -> bool:
    small = token.text[0].islower() or token.start == 0
    return small and token.folded.removesuffix("'s") in lexicon.words("parties")


def _end_of_name(every: Sequence[Token], i: int, names: Container[str]) -> int:
    end = j = i + 1
    while j < len(every) and j - end <= 2 and not every[end - 1].folded.endswith("'s"):
        if _names(every, j, names):
            end = j + 1
        elif every[j].folded not in ("of", "the", "for"):
            break
        j += 1
    return end


def _names(every: Sequence[Token], i: int, names: Container[str]) -> bool:
    token = every[i]
    if not token.is_word or not token.text[0].isupper() or token.folded in lexicon.words("calendar"):
        return False
    folded = token.folded.removesuffix("'s")
    if folded in _COUNTED and i + 1 < len(every) and (every[i + 1].text[0].isdigit() or len(every[i + 1].text) == 1):
        return False
    if folded in _PERSONS or (i and every[i - 1].end == token.start and every[i - 1].text[-1].isdigit()):
        return False
    if i == 0 or every[i - 1].text in '.!?:;“"(':
        return folded in names
    return folded not in lexicon.words("stop") and len(folded) > 1


def _keys(words: Sequence[Token]) -> frozenset[str]:
    if words[0].folded in _PERSONS:
        return frozenset({_PERSONS[words[0].folded]})
    if _is_date(words[0]):
        return frozenset({f"@{words[0].folded}"})
    own = [root(t.folded.removesuffix("'s")) for t in words if t.text[0].isupper()]
    if _is_party(words[-1]):
        whose = next((w for w in reversed(own) if w not in lexicon.words("stop")), "")
        whose = "united" if whose == "americ" else whose
        return frozenset(f"{whose}~{t.stem}" for t in words if _is_party(t))
    plain = frozenset("united" if w == "americ" else w for w in own if w in ("united", "americ") or w not in common())
    return (plain or frozenset(own[-1:])) | _acronyms(words)


def _acronyms(words: Sequence[Token]) -> frozenset[str]:
    """The acronyms that a long name may have, with and without the "o" of "of"."""
    capitals = [t.text if t.text.isupper() else t.text[0] for t in words if t.text[0].isupper()]
    if len(capitals) < 2:
        return frozenset()
    lower = [t.text if t.text.isupper() else t.text[0] for t in words]
    return frozenset(a for a in ("".join(capitals).lower(), "".join(lower).lower()) if len(a) > 2)


@lru_cache(maxsize=1)
def common() -> frozenset[str]:
    """Return the words that tell no one by themselves: titles, offices, bodies."""
    titles = {w.rstrip(".") for line in lexicon.lines("titles") for w in line.split()}
    return frozenset(root(w) for w in (*lexicon.words("generic"), *lexicon.words("heads"), *titles))


def root(key: str) -> str:
    """Cut the adjective of a country or a city down to what it shares with the country's name."""
    for ending in ("ians", "ian", "ans", "ia", "an", "n", "a"):
        if key.endswith(ending) and len(key) - len(ending) >= 5:
            return key[: -len(ending)]
    return key


def _left(every: Sequence[Token], start: int, runs: Sequence[tuple[int, int]]) -> Iterator[tuple[str, str]]:
    """What a name hangs on to its left: a preposition and its head, or a word that has it as its object."""
    i = _governor(every, start, runs)
    if i < 0 or not every[i].is_word:
        return
    if every[i].folded == "anti":  # "anti-Kestrian riots" are against Kestria
        yield from ((t.stem, "against") for t in every[start + 1 : start + 2] if t.is_content)
        return
    relation = _PREPOSITIONS.get(every[i].folded)
    if relation == "of" and every[i - 1].folded == "out":
        i, relation = i - 1, "from"
    if relation is None:
        if every[i].folded in _TELLS:
            yield "say", "does"
        elif every[i].is_content and every[i].text[0].islower():
            yield every[i].stem, "done"
        return
    yield "", relation
    heads = 0
    for t in reversed(every[max(0, i - _REACH) : i]):
        if not (t.is_word or t.text[0].isdigit()) or heads >= _FOLLOWERS:
            break
        if t.is_content and t.text[0].islower():
            heads += 1
            yield t.stem, "does" if relation == "by" and _participle(t.folded) else relation


def _governor(every: Sequence[Token], start: int, runs: Sequence[tuple[int, int]]) -> int:
    """The token on which a name hangs to its left, articles and the like left out; -1 if there is none."""
    i = _before_list(every, start, runs)
    if i >= 0 and _is_party(every[start]):
        i = _before_modifiers(every, i)
    while i >= 0 and (every[i].folded in _BEFORE_TITLES or (i and every[i].text == "Under")):
        i -= 1
    if i > 1 and every[i].folded == "that" and every[i - 1].stem in _ASKED_THAT:
        i -= 1  # "we ask that you lift": they are asked; in "reports state that they failed" nothing is done to them
    return i


def _before_modifiers(every: Sequence[Token], i: int) -> int:
    """The token before what stands between an article or a preposition and a kind: "by rural growers"."""
    for j in range(i, max(-1, i - 4), -1):
        if every[j].folded in _ARTICLES or every[j].folded in _PREPOSITIONS:
            return j
        if not every[j].is_content:
            break
    told = i >= 0 and (_participle(every[i].folded) or every[max(0, i - 1)].folded in _HELPING | {"to"})
    return i if i >= 0 and (told or not every[i].is_content) else -1


def _before_list(every: Sequence[Token], start: int, runs: Sequence[tuple[int, int]]) -> int:
    """The token before a name, or before the first of the names that it is listed with ("told X and Y")."""
    ends = {e: s for s, e in runs}
    start = ends.get(start, start)  # "asks Energy official Ada Brook": both are asked
    i = start - 1
    while i > 0:
        j = i
        while j >= 0 and every[j].folded in (",", "and", "or", "the"):
            j -= 1
        if j == i or j + 1 not in ends or not any(t.folded in ("and", "or") for t in every[j + 1 : i + 1]):
            return i
        i = ends[j + 1] - 1
    return i


def _right(every: Sequence[Token], end: int, runs: Sequence[tuple[int, int]]) -> Iterator[tuple[str, str]]:
    """What a name governs to its right: the thing that is its own, or the verb that it does or suffers."""
    owner = every[end - 1].folded.endswith("'s") or every[end - 1].folded in ("your", "our", "my")
    first = next(s for s, e in runs if e == end)
    governor = _governor(every, first, runs)
    inside = governor >= 0 and every[governor].folded in _PREPOSITIONS  # "at Halvek": no subject of what follows
    start = end if owner else _after_list(every, end, runs)
    helpers = _before_subject(every, end, runs)
    left = 2 if owner else 1  # "Kestria's extradition request" is both its extradition and its request
    for i, t in enumerate(every[start : start + _REACH], start):
        if t.folded in _TELLS and left:
            yield "say", "does"
            return
        if t.folded in _HELPING or t.folded in _BEING or (t.folded == "to" and not owner and not helpers):
            helpers.add(t.folded)
        elif not left or t.folded in _ARTICLES or not t.is_content or t.text[0].isupper():
            return
        elif not t.folded.endswith("ly") or len(t.folded) < 5:
            left -= 1
            bare = not helpers and _participle(t.folded) and not _has_object(every, i + 1)
            if t.folded in _SET_ON and [n.folded for n in every[i + 1 : i + 2]] == ["to"]:
                helpers -= _BEING
            yield from () if bare and not owner else _governed(t, owner, helpers, inside)


def _has_object(every: Sequence[Token], i: int) -> bool:
    """Tell whether something follows a verb that it may be done to: else "the people displaced" may be meant."""
    follows = every[i] if i < len(every) else None
    return follows is not None and follows.text[0].isalnum() and follows.folded not in (*_PREPOSITIONS, "and", "or")


def _before_subject(every: Sequence[Token], end: int, runs: Sequence[tuple[int, int]]) -> set[str]:
    """The helping verb that a question has before its subject ("Was the Board told?")."""
    start = next(s for s, e in runs if e == end)
    before = [t.folded for t in every[max(0, start - 2) : start] if t.folded not in _ARTICLES]
    return {w for w in before[-1:] if w in _BEING or w in ("do", "does", "did", "has", "have", "had", "will")}


def _governed(word: Token, owner: bool, helpers: set[str], inside: bool) -> Iterator[tuple[str, str]]:
    """The relation of a name to the first word of matter behind it."""
    if owner or (inside and not helpers and not word.folded.endswith("ing")):
        yield word.stem, "of"
    elif inside:
        return
    elif helpers & _BEING and _participle(word.folded):
        yield word.stem, "done"
    elif helpers or not word.folded.endswith("ing"):  # "the President calling for …": who calls is not told
        yield word.stem, "does"
        if not helpers and not word.folded.endswith("ed"):
            yield word.stem, "of"  # "Halvek licenses": whose, where no helping verb shows a doing


def _after_list(every: Sequence[Token], end: int, runs: Sequence[tuple[int, int]]) -> int:
    """The token after a name, or after the last of the names it is listed with ("X and Y hold"), or after "which"."""
    starts, i = dict(runs), end
    while i + 1 < len(every) and (every[i].folded in ("and", "or") or every[i].folded in _OF):
        j = i + 1 + (every[i + 1].folded == "the")
        if j not in starts:
            break
        i = starts[j]  # of "the residents of Tarsk", who does what follows are the residents
    return i + 2 if [t.folded for t in every[i : i + 2]] in ([",", "which"], [",", "who"]) else i


def _participle(word: str) -> bool:
    return word.endswith(("ed", "en")) or word in lexicon.words("participles")
