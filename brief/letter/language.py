"""Whether a letter is in English, the only language that the rules know, told by its smallest words."""

from __future__ import annotations

import re

from brief.letter.vocabulary import words

# The commonest function words of each language; words that two of the languages share count for both.
_SMALL = {
    "English": words("the of and to in a that is for on with as we our you your this by be are it have not from will"),
    "Spanish": words("de la que el en y los se del las por un para con una su al lo como más nuestro usted esta son"),
    "French": words(
        "de la le et les des en un du une que est pour qui dans par plus pas au sur nous vous votre notre ce"
    ),
    "German": words("der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als wir sie auch es"),
    "Portuguese": words("de a que e o da em um para com não uma os no se na por mais as dos como ao ele das à seu"),
    "Italian": words("di che e la il un a per in una mi sono ha non lo ma con si da come le dei nel della gli alla è"),
}
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_APART = 70  # characters: in English one of these four words stands in every forty or so
_LEAST = 40  # words: fewer tell nothing sure
_REACH = 3000  # characters of a letter that are looked at
_ENGLISH = 0.18  # share of English function words; running English has a third to a half, other languages under a tenth


def other_language(text: str) -> str | None:
    """Return the language of a letter that is not in English ("Spanish"; "another language"), or None.

    Args:
        text: The letter's own text.
    """
    head = text[:_REACH]
    if sum(map(head.count, (" the ", " of ", " and ", " to "))) * _APART > len(head):
        return None  # plainly English: most letters need no more than this
    tokens = [token for token in _WORD.findall(head) if token[0].islower()]  # no names
    if len(tokens) < _LEAST:
        return None
    if _share(tokens, "English") >= _ENGLISH:
        return None
    share = {name: _share(tokens, name) for name in _SMALL}
    best = max(share, key=lambda name: share[name])
    if best == "English":
        return None
    return best if share[best] >= _ENGLISH else "another language"


def _share(tokens: list[str], language: str) -> float:
    """How many of some words are among the commonest of a language, from 0 to 1."""
    return sum(map(_SMALL[language].__contains__, tokens)) / len(tokens)
