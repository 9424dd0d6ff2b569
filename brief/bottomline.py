"""The bottom line of a comparison: what both letters do, and what each does where they part."""

from __future__ import annotations

import re
from collections.abc import Sequence

from brief.comparison import Contrast
from brief.drafts import BottomLineDraft, RowDraft
from brief.evidence import Claim, Evidence
from brief.pairs import Pair, Side
from brief.rows import line_fault, named
from brief.summary import Summary
from brief.words import is_common, tokens


def bottom_line(
    draft: BottomLineDraft, rows: Sequence[RowDraft], contrasts: Sequence[Contrast], pair: Pair, *, rules: bool
) -> tuple[Claim, list[Claim]]:
    """Return the bottom line, and what failed of it: a line that says what no item says gives way to the first rows."""
    text = joined(draft, pair)
    if rules and text and not draft.both and _apart(contrasts) and not _near(draft, pair):
        text = f"{NOTHING_SHARED} {text}"
    texts = (draft.b, draft.a) if pair.swapped else (draft.a, draft.b)
    shown = ([c.a for c in contrasts], [c.b for c in contrasts])
    rests = (_rests_on(*side) for side in zip(pair.sides, texts, shown, strict=True))
    evidence = tuple(dict.fromkeys(e for passages in rests for e in passages))
    why = line_fault(draft, rows, pair)
    if text and not why:
        return Claim(text=text, evidence=evidence, status="supported"), []
    failed = [Claim(text=text, status="unsupported", problems=(why,))] if text else []
    return Claim(text=_plain_line(contrasts), evidence=evidence, status="partly" if failed else "supported"), failed


NOTHING_SHARED = "No matter was found that the two letters have in common."


def _apart(contrasts: Sequence[Contrast]) -> bool:
    """Whether no row sets what one letter says beside what the other says, but for whom they go to and when."""
    return not any(c.a and c.b and c.topic != "addressee" and c.aspect != "deadline" for c in contrasts)


def _near(draft: BottomLineDraft, pair: Pair) -> bool:
    """Whether what the letters ask has words in common that name a thing: then that nothing was found says too much."""
    people = {t for s in pair.sides for r in s.summary.letter.recipients for t in tokens(r.as_stated)}
    mine, theirs = (set(tokens(said or "")) - people for said in (draft.a, draft.b))
    return len([t for t in mine & theirs if not is_common(t)]) >= _SHARED


_SHARED = 2  # words: one alone may be chance ("program", "report")


def _rests_on(side: Side, said: str | None, shown: Sequence[Claim | None]) -> tuple[Evidence, ...]:
    """The passages of what is said of a letter: of its own bottom line, if taken from there, else of the rows it tells.

    Where no row's words stand in what is said, those of the letter's first two rows.
    """
    own = predicate(side.summary)
    if own and said and own.startswith(said[:_SAME]):
        return side.summary.bottom_line.evidence
    claims = [c for c in shown if c]
    told = [c for c in claims if said and c.text and c.text in said] or claims[:2]
    return tuple(e for c in told for e in c.evidence[:1])


_COUNTED = re.compile(r"\b\d+ questions\b")  # how many is counted otherwise here than in the brief
_SAME = 30  # characters by which a shortened line is known again
_VERB = re.compile(
    r"\b(?P<verb>ask|urge|call|encourage|demand|request|seek|press|push|recommend|propose|insist|write|express|voice|state|"
    r"support|oppose|condemn|denounce|criticize|reject|endorse|applaud)(?:e?s)?\b(?! of\b)"
)


def predicate(summary: Summary) -> str:
    """Return what a letter does as its own brief says it: "urges the Mayor to open the gate"; or "" if none is found.

    Args:
        summary: A brief made by rule: its bottom line is a sentence of the program's, with the senders as its subject.
    """
    text = summary.bottom_line.text.strip().rstrip(".")
    if summary.provenance.origin != "rules" or text.startswith("As reported: “"):
        return ""
    surnames = [p.name.split()[-1] for p in summary.letter.senders if p.name.split()]
    start = max((text.find(name) + len(name) for name in surnames[:3] if name in text), default=-1)
    found = _VERB.search(text, start) if start > 0 else None
    if found is None or "“" in text[: found.start()]:
        return ""
    verb = found["verb"] + ("es" if found["verb"].endswith("ss") or found["verb"].endswith("sh") else "s")
    rest = _COUNTED.sub("questions", text[found.end() :].replace(", and put ", ", and puts "))
    matter = re.match(r"(?:As reported, )?[Oo]n ([^“”]+?), (?=[\dA-Z])", text)
    about = f"on {matter[1]}, " if matter and matter.end() < start else ""
    return f"{about}{verb}{rest}"


def joined(draft: BottomLineDraft, pair: Pair) -> str:
    """Join the pieces of a bottom line: "Both letters …. They part on …: the Doe letter (A) …; …"."""
    texts = (draft.b, draft.a) if pair.swapped else (draft.a, draft.b)
    sides = [(_called(n, side), _bare(text)) for n, side, text in zip("AB", pair.sides, texts, strict=True)]
    said = "; ".join(f"{name} {text}" for name, text in sides if text)
    lead = f"They part on {_bare(draft.parting)}: " if draft.parting and said else ""
    pieces = [f"Both letters {_bare(draft.both)}" if draft.both else "", lead + said]
    return named(" ".join(f"{p[:1].upper()}{p[1:]}{'' if p.endswith('…') else '.'}" for p in pieces if p))


def _called(name: str, side: Side) -> str:
    """Call a letter by its first senders: "the Doe–Roe letter (A)"; of a report, the letter as reported."""
    card = side.summary.letter
    surnames = [p.name.split()[-1] for p in card.senders[:2] if p.name.split()]
    called = f"the {'–'.join(surnames)} letter ({name})" if surnames else f"letter {name}"
    return f"{called}, as reported," if card.kind == "reported" else called


def _bare(text: str | None) -> str:
    return (text or "").strip().rstrip(".;")


def _plain_line(contrasts: Sequence[Contrast]) -> str:
    """A bottom line in the letters' own words: the weightiest row that has both sides, or what there is."""
    best = next((c for c in contrasts if c.a and c.b), None) or next(iter(contrasts), None)
    if best is None:
        return "Nothing in the texts given could be set side by side."
    sides = [f"({n}) “{c.evidence[0].quote if c.evidence else c.text}”" for n, c in (("A", best.a), ("B", best.b)) if c]
    return f"On {best.topic or 'the same matter'}, " + "; ".join(" ".join(s.split()) for s in sides) + "."
