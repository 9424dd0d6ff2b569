"""What a claim adds to a true sentence: an ask, a means, a reason, a condition of which the passage has nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from brief.audit import lexicon
from brief.audit.finding import Finding, Level, Role
from brief.audit.heads import head_stems
from brief.audit.passage import Passage
from brief.audit.thesaurus import reach
from brief.audit.words import Token, has_token, kin, stems_of_frame, tokens
from brief.letter.anatomy import Letter
from brief.searching import lowered

# Where a part of a claim begins that could have been put on: what kind it is, by the words that open it.
_OPENINGS = (
    ("reason", r"because(?: of)?|due to|owing to|on the grounds? (?:that|of)|as a result of|out of|thanks to"),
    ("condition", r"(?:only |even )?if|unless|until|provided(?: that)?|so long as|as long as|on condition|once"),
    ("bargain", r"in (?:exchange|return) for|at (?:a|the) cost of|instead of|rather than|despite|without|except"),
    ("reason", r"for (?!(?:no|any|every|some)thing\b|being\b)(?=\w+ing\b)"),
    ("aim", r"in order (?:to|that)|so (?:that|as to)|(?<=effort )to|(?<=attempt )to|(?<=way )to|(?<=bid )to"),
    ("means", r"by (?=\w+ing\b)|through"),
    ("added", r"(?:and|or|but|as well as|along with|plus)(?: (?:also|then|to|that|for|on|not|even))*(?! (?:wh|how))"),
    ("added", r"which|who|that also|while|although|though"),
)
_STARTS = re.compile(
    rf"(?:(?<=\s)|^)(?:{'|'.join(rf'(?P<k{i}>{p})' for i, (_, p) in enumerate(_OPENINGS))})\b", re.IGNORECASE
)
_BREAK = re.compile(r"[,;:?!()—–]\s|[,;:.?!()—–]$")


class Part(NamedTuple):
    """A stretch of a claim: its kind, its words, and its words of content."""

    kind: str
    said: str
    words: tuple[Token, ...]


@lru_cache(maxsize=64)
def parts(text: str) -> tuple[Part, ...]:
    """Cut a claim where something could have been put on, and return what follows its first part."""
    starts = sorted({m.start(): m for m in _STARTS.finditer(text)}.items())
    breaks = [m.start() for m in _BREAK.finditer(text)]
    ends = sorted([*(s for s, _ in starts), *breaks, len(text)])
    found = []
    for start, m in starts:
        if not start:
            continue  # what opens a claim is its own matter
        end = next(e for e in ends if e >= m.end())
        kind = next(k for i, (k, _) in enumerate(_OPENINGS) if m[f"k{i}"])
        said = text[start:end].strip()
        found.append(Part(kind, said, tuple(t for t in tokens(text[m.end() : end]) if t.is_content)))
    return tuple(p for p in found if p.words)


def check(text: str, passage: Passage, role: Role) -> Iterator[Finding]:
    """Object to a part of the claim that nothing in the passage bears out, even in other words.

    A word counts in full if the sentence has it, or one that could mean it, and half if only the paragraph has it. A
    part of two words or more with nothing of it, or hardly anything, was put on; a single word must be strange to the
    whole letter. Proves no more than that the words are not there.
    """
    part = next((p for p in parts(text) if _strange(p, passage, role)), None)
    if part is not None:
        what = f"No support found for “{part.said[:120]}” in the passage."
        do = "Quote the passage that says it, or leave it out."
        yield passage.finding("support", part.said, what, _level(part, passage), do=do)


def _level(part: Part, passage: Passage) -> Level:
    """A part counts against the claim if most of it is new to the whole letter, or the passage gives another reason."""
    if part.kind == "reason" and any(p.kind == "reason" for p in parts(passage.sentence)):
        return "likely"
    whole = reach(passage.letter.text)
    own = [t for t in part.words if t.stem not in _unasked(passage.letter)]
    return "likely" if sum(t.stem not in whole for t in own) * 2 >= len(own) else "unsure"


# The share of a part's words up to which it counts as put on.
_LEAST = {"reason": 0.5, "condition": 0.34, "bargain": 0.34, "aim": 0.2, "means": 0.34, "added": 0.25}
_IDLE = frozenset("els regard way bas sure back case account turn oth".split())  # noqa: SIM905 - of set phrases
_DOING = re.compile(r"(?:and|or|but)(?: (?:also|then|to))+ ", re.IGNORECASE)


def _strange(part: Part, passage: Passage, role: Role) -> bool:
    words = [t for t in part.words if t.stem not in _unasked(passage.letter) and t.stem not in _IDLE]
    if not words or (part.kind != "reason" and not _new_to(passage.letter.text, words)):
        return False
    doing = bool(_DOING.match(part.said))
    if role in ("bottom_line", "sentence", "title"):  # these gather what stands apart in the letter
        own = kin(passage.sentence).stems  # most words stand there as they are, and need no wider look
        words = [t for t in words if t.stem not in own and t.stem not in reach(passage.paragraph, loose=True)]
        words = [t for t in words if t.stem not in reach(passage.sentence) and t.stem not in kin(passage.letter.text)]
        return len(words) * 2 > len(part.words) or (doing and bool(words) and words[0] is part.words[0])
    share = _share(words, passage)
    if len(words) == 1:
        hard = part.kind in ("reason", "condition", "bargain", "means")
        letter = kin(passage.letter.text) if hard else reach(passage.letter.text)
        return share == 0 and (doing or hard or len(part.words) > 1) and words[0].stem not in letter
    return share <= max(_LEAST[part.kind], 0.34 if doing else 0)


def _new_to(text: str, words: Sequence[Token]) -> bool:
    """Tell whether any of some words is out of a text's reach; most stand there as they are."""
    strange = [t.stem for t in words if not has_token(lowered(text), t.folded)]
    return any(s not in reach(text) for s in strange)


def _share(words: Sequence[Token], passage: Passage) -> float:
    near, around = reach(passage.sentence), kin(passage.paragraph)
    return sum(1.0 if t.stem in near else 0.5 if t.stem in around else 0.0 for t in words) / len(words)


@lru_cache(maxsize=8)
def _unasked(letter: Letter) -> frozenset[str]:
    """Stems that any brief may add: of attribution, of the calendar, and of the letter's head and foot."""
    return stems_of_frame() | lexicon.words("calendar") | head_stems(letter.card)
