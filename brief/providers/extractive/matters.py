"""What two letters both concern: the name or the phrase that both come back to most."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from brief.letter.places import postal
from brief.words import is_common, is_silent, noun_phrases, tokens

Item = Mapping[str, str]
Key = frozenset[str]

_WANTS = ("ask", "position", "aim", "offer")  # what a letter is about stands in what it wants rather than in its facts
_LONGER = 0.4  # by so much of itself more weighs a form for each word more: "infant formula" says more than "formula"
_STATE = 0.3  # what the name of a state tells beside another name
_LEAST = 0.08  # of all that each letter says, by weight: what stands in less of it is not what it concerns
_LONGEST = 4  # words of a phrase that is no name


def common_matter(sides: Sequence[Sequence[Item]], cards: str, readers: Key = frozenset()) -> str:
    """Return what both letters concern, in a form that stands in one of them, or "" if nothing both say is enough.

    Args:
        sides: The items of each letter.
        cards: Who writes to whom in both; their names tell no matter.
        readers: Tokens by which the letters call those they go to: their offices tell none either.
    """
    people = {w.casefold() for w in re.findall(r"\w+", cards)}
    forms: defaultdict[Key, Counter[str]] = defaultdict(Counter)
    held = [_held(side, forms, people, sides) for side in sides]
    common = {key: min(share.get(key, 0.0) for share in held) for key in forms if key - readers}
    said = [" ".join(i["quote"] for i in side) for side in sides]
    alone = {k for k in common if len(k) == 1 and not _named_by_all(forms[k], said)}
    worth = {key: n * _said_by(key, forms[key]) for key, n in common.items() if n >= _LEAST and key not in alone}
    if not worth:
        return ""
    best = max(worth, key=lambda key: (round(worth[key], 9), len(key), sorted(key)))
    quotes = [" ".join(i["quote"] for i in side).casefold() for side in sides]
    both = Counter({f: n for f, n in forms[best].items() if all(f.casefold() in q for q in quotes)})
    return with_article(_best_form(both or forms[best]), sides)


def _named_by_all(forms: Iterable[str], said: Sequence[str]) -> bool:
    """Whether all texts have one of the forms, or each a name of its own for the thing ("North Korea", "DPRK")."""
    bare = [_bare(f) for f in forms]
    names = [f for f in bare if f.isupper() or " " in f]
    return any(all(f in text for text in said) for f in bare) or all(any(f in text for f in names) for text in said)


def thing_named(common: Key, texts: Sequence[str]) -> str:
    """Return the words of `texts` that best name what has the tokens `common`, or "" if none do."""
    phrases = [p for text in texts for p in noun_phrases(text, _NAME_LONGEST, heads=True) if common & set(tokens(p))]
    whole = [p for p in phrases if not _DEMONYM.search(p)] or phrases
    names = list(dict.fromkeys(p for p in whole if p[:1].isupper() and " " not in p and set(tokens(p)) <= common))
    best = max(whole, key=lambda p: (2 * len(common & set(tokens(p))) - len(tokens(p)), p), default="")
    covered = len(common & set(tokens(best)))
    return " and ".join(names) if len(names) == 2 and covered < 2 else best


_NAME_LONGEST = 6  # words of the name of a thing
_STATE_OF = re.compile(r"^(?:State|Commonwealth) of ")


def _bare(form: str) -> str:
    return form.removeprefix("the ")


def _said_by(key: Key, forms: Counter[str]) -> float:
    """How much a form says: longer ones more; a state by itself little, since letters come from one."""
    if any(f[-1:].islower() and f[:1] != f[:1].lower() and postal(_STATE_OF.sub("", f)) for f in map(_bare, forms)):
        return _STATE
    return 1 + _LONGER * (len(key) - 1)


def _held(
    side: Sequence[Item], forms: defaultdict[Key, Counter[str]], people: set[str], sides: Sequence[Sequence[Item]]
) -> dict[Key, float]:
    """How much of a letter holds each name and phrase, by weight; and every form of them."""
    own: list[tuple[Key, set[Key], float]] = []
    named: set[Key] = set()
    for item in side:
        names = {n for n in _names(item["quote"]) if _tells(n, people, sides)}
        phrases = {p for p in noun_phrases(item["quote"], _LONGEST) if _says(p, people)}
        for form in (*names, *phrases):
            forms[frozenset(tokens(form))][form] += 1
        named |= {frozenset(tokens(n)) for n in names}
        keys = {frozenset(tokens(form)) for form in (*names, *phrases)}
        own.append((frozenset(tokens(item["quote"])), keys, 4.0 if item["kind"] in _WANTS else 1.0))
    whole = math.fsum(n for _, _, n in own) or 1.0
    seen = named.union(*(keys for _, keys, _ in own))
    return {
        key: math.fsum(n for said, keys, n in own if key in keys or (key in named and key <= said)) / whole
        for key in seen
    }


def _tells(name: str, people: set[str], sides: Sequence[Sequence[Item]]) -> bool:
    """Whether a name tells a matter: no name of the letters' own people, and none that all letters have."""
    words = [w.casefold().removesuffix("’s") for w in name.removeprefix("the ").split()]
    told = not any(w in people for w in words) and not all(map(is_common, words))
    return told and (len(words) > 1 or (not _DEMONYM.search(name) and _stands_alone(name, sides)))


_DEMONYM = re.compile(r"(?:ian|ean|ese|ish)$")  # what only says of which country something is


def _says(phrase: str, people: set[str]) -> bool:
    """Whether a phrase of several words tells a matter: not only words that stand in any letter."""
    words = [w.casefold().removesuffix("’s") for w in phrase.split()]
    if phrase.casefold().endswith(("conference", "caucus", "delegation", "coalition")):  # who writes together
        return False
    return len(set(tokens(phrase))) > 1 and not any(w in people for w in words) and not all(map(is_common, words))


def _best_form(forms: Counter[str]) -> str:
    """The form that reads best by itself: spelled out, of a thing that is counted the plural, and what is said most."""
    return max(
        forms, key=lambda f: (not f.removeprefix("the ").isupper(), f.islower() and f.endswith("s"), forms[f], f)
    )


def with_article(form: str, sides: Sequence[Sequence[Item]]) -> str:
    """Return a phrase with the article that it mostly has where it stands; a name has "the" or none."""
    said = " ".join(i["quote"] for side in sides for i in side)
    found = Counter(m[1] for m in re.finditer(rf"(?:\b(the|an?) )?\b{re.escape(form)}\b", said))
    article = max(("the", "a", "an"), key=lambda a: (found[a], a == "the"))
    fits = form[:1].islower() or article == "the"
    return f"{article} {form}" if fits and 2 * found[article] >= found.total() > 0 else form


_NAME = re.compile(r"\b(?:[Tt]he )?[A-Z][\w’'-]*(?: (?:of (?:the )?)?[A-Z][\w’'-]*)*")
_GROUP = re.compile(
    r"(?:[Tt]he )?(?:[A-Z][\w’'-]* ){1,3}(?:[Cc]onference|[Cc]aucus|[Dd]elegation|[Cc]oalition|[Tt]ask [Ff]orce)\b"
)  # who writes together is no matter
_PART_OF = re.compile(r"\b[A-Z][\w’'-]+ (?:of|for|and) (?:the )?$")
_GOES_ON = re.compile(
    r"(?!['’]s\b)[\s-]+(?!(?:to|in|on|of|for|from|by|with|at|as|that|who|which|has|have|had|is|are|was|were|will|would|can|could"
    r"|may|must|should|shall|does|did|not|before|after|until|since|under|over|into|through|because|if|when|while)\b)\w"
)


def _stands_alone(name: str, sides: Sequence[Sequence[Item]]) -> bool:
    """Whether a single word anywhere names something by itself: not "Tribal", nor the end of a longer name."""
    found = re.compile(rf"\b{re.escape(name.removeprefix('the '))}\b")
    quotes = [" ".join(i["quote"].split()) for side in sides for i in side]
    return any(
        not _PART_OF.search(q[: m.start()]) and not _GOES_ON.match(q, m.end())
        for q in quotes
        for m in found.finditer(q)
    )


def _names(quote: str) -> Iterator[str]:
    """Yield the names in a sentence, with their article; its first word may be a capital and no part of a name."""
    text = " ".join(quote.split())
    for m in _NAME.finditer(text):
        if _GROUP.match(text, m.start()):
            continue
        article = "the " if m.group()[:4].casefold() == "the " else ""
        words = m.group()[len(article) :].split()
        first = not article and (m.start() == 0 or text[m.start() - 2] in ".?!:")
        yield from _without_silent(article, words[1:] if first else words)
        if first and len(words) > 1:
            yield from _without_silent("", words)


def _without_silent(article: str, words: Sequence[str]) -> Iterator[str]:
    while words and is_silent(words[0]) and words[0] != "New":  # York is not New York
        words = words[1:]
    name = " ".join(words).removesuffix("’s").removesuffix("'s").rstrip("’'-")
    if name:
        yield article + name if " " in name else name
