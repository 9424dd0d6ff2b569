"""The passage that a claim rests on, in widening rings: quoted words, sentence, paragraph, letter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from brief.audit.finding import COMPARE, Check, Finding, Level
from brief.audit.words import Token, tokens
from brief.document import Document, Span
from brief.evidence import Evidence
from brief.letter.anatomy import Letter
from brief.sentences import sentences

_LIST_ITEM = re.compile(r"\s*(?:[-*•·◦▪>]\s*|\(?[0-9]{1,2}[.)]\s|\(?[a-zA-Z][.)]\s|\(?[ivx]+[.)]\s)")
_GOES_ON = re.compile(
    r"(?:(?:This|These|Such \w+|Those|They)(?: should| must| would)? (?:also )?includes?\b|"
    r"(?P<order>First|Second|Third|Fourth|Fifth|Sixth|Finally|Lastly)(?:ly)?,)"
)
_FIRST = re.compile(r"First(?:ly)?,")
_ITEMS = 30  # items of one list that are looked back over
_MARK = r"[-*•·◦▪]|\(?[0-9a-zA-Z]{1,2}[.)]"
_JOINT = re.compile(rf"(?:\s|\b(?:and|or)\b|(?<!\w)(?:{_MARK}))+$")
_MAY_JOIN = re.compile(r"(?:[^\w;,:“”]|and|or)$")
_TAIL = 24  # characters before an item in which its marker and an "and" stand, and the mark that they follow
_FOLLOWING = re.compile(
    r"\b(?:following|below)\b(?: (?:and )?(?:information|questions?|requests?|items|documents?|records|materials|steps|"
    r"actions|recommendations|data|communications|inquiries|details)){0,3}[^.:;]{0,80}\.$"
)
_LINE_END = re.compile(r":(?=[\"”’')]?\s*\n)")
_LEAD_REACH = 6000  # characters above a list item within which its lead-in ("we urge you to:") is looked for


@lru_cache(maxsize=4)
def sentence_spans(text: str) -> tuple[Span, ...]:
    """Cut a text into its sentences, in order."""
    return tuple(sentences(text))


def sentences_over(text: str, span: Span) -> tuple[Span, ...]:
    """Return the sentences of a text that share a character with `span`."""
    start, end = text.rfind("\n\n", 0, span.start) + 2, text.find("\n\n", span.end)  # none goes over a blank line
    every = sentences(text, max(0, start) if start > 1 else 0, len(text) if end < 0 else end)
    return tuple(s for s in every if s.start < span.end and span.start < s.end)


def _before(text: str, at: int) -> int:
    """Return where what stands before `at` ends, white space left out."""
    while at > 0 and text[at - 1].isspace():
        at -= 1
    return at


def paragraph_at(document: Document, offset: int) -> Span:
    """Return the paragraph around `offset`: its block, or what stands between two blank lines."""
    block = document.block_at(offset) if len(document.blocks) > 1 else None
    if block is not None:
        return Span(block.start, block.end)
    start = document.text.rfind("\n\n", 0, offset)
    end = document.text.find("\n\n", offset)
    return Span(start + 2 if start >= 0 else 0, len(document.text) if end < 0 else end)


@dataclass(frozen=True)
class Passage:
    """The source's words around a claim's evidence.

    Args:
        letter: Where the evidence was found.
        evidence: The found pieces, in the order given.
    """

    letter: Letter
    evidence: tuple[Evidence, ...]
    spans: tuple[Span, ...] = field(default=())

    @classmethod
    def of(cls, evidence: Sequence[Evidence], letter: Letter) -> Passage:
        """Take the found pieces of `evidence` as the middle of the rings."""
        found = [(e, s) for e in evidence if (s := e.span) is not None]
        return cls(letter, tuple(e for e, _ in found), tuple(s for _, s in found))

    @property
    def text(self) -> str:
        """The document's text."""
        return self.letter.document.text

    @cached_property
    def quoted(self) -> str:
        """The quoted words themselves."""
        return "\n\n".join(s.of(self.text) for s in self.spans)

    @cached_property
    def sentence_spans(self) -> tuple[Span, ...]:
        """The sentences that the quoted words stand in."""
        found = dict.fromkeys(s for q in self.spans for s in sentences_over(self.text, q))
        return tuple(sorted(found))

    @cached_property
    def lead_spans(self) -> tuple[Span, ...]:
        """For list items: the sentence above that leads in ("We urge you to:"), and the item above a sub-item."""
        return tuple(lead for s in self.sentence_spans if (lead := self._lead(s)) is not None)

    def chain(self, lead: Span, levels: int) -> tuple[Span, ...]:
        """Return a lead-in, and those above it that lead into the lists that it stands in itself, upward."""
        found = [lead]
        while len(found) < levels and (above := self._lead(found[-1])) is not None and above not in found:
            found.append(above)
        return tuple(found)

    def _lead(self, sentence: Span) -> Span | None:
        above = self._colon(sentence)
        if above is None:
            return self._carried_on(sentence)
        return next(iter(sentences_over(self.text, Span(above, above + 1))), None)

    def _carried_on(self, sentence: Span) -> Span | None:
        """ "This includes …" goes on from the sentence before, and "Second, …" from that before "First, …"."""
        opening = _GOES_ON.match(self.text, sentence.start)
        if opening is None:
            return None
        above = self._above(sentence)
        for _ in range(_ITEMS):
            if above is None or not opening["order"] or _FIRST.match(self.text, sentence.start):
                return above
            sentence, above = above, self._above(above)
        return None

    def _above(self, sentence: Span) -> Span | None:
        """The sentence before another."""
        end = _before(self.text, sentence.start)
        return next(iter(sentences_over(self.text, Span(end - 1, end))), None) if end else None

    def _colon(self, sentence: Span) -> int | None:
        """Where the colon stands that leads into the list that a sentence is an item of."""
        end = _before(self.text, sentence.start)
        for _ in range(_ITEMS):  # items that end in ";" stand under the colon above the first of them
            tail = self.text[max(0, end - _TAIL) : end]
            bare = _JOINT.sub("", tail) if _MAY_JOIN.search(tail) else tail
            if bare.endswith(":"):
                return end - len(tail) + len(bare) - 1
            if bare[-1:].isalpha() and self._marked(sentence):
                return end - len(tail) + len(bare) - 1  # "we ask that you" and then the items
            if tail.endswith(".") and "\n" in self.text[end : end + 2] and self._announces(end - 1):
                return end - 1
            if not bare.endswith((";", ",")):
                break
            own = sentences_over(self.text, Span(end - 1, end))
            end = _before(self.text, own[0].start) if own and own[0].start < end else 0
        item = self._marked(sentence)
        if not item:
            return None
        above = list(_LINE_END.finditer(self.text, max(0, sentence.start - _LEAD_REACH), sentence.start))
        return above[-1].start() if above else None

    def _announces(self, at: int) -> bool:
        """Whether the sentence that ends at `at` leads in a list, though with a full stop."""
        return any(_FOLLOWING.search(self.text, s.start, s.end) for s in sentences_over(self.text, Span(at, at + 1)))

    def _marked(self, sentence: Span) -> bool:
        """Whether a sentence is a list item, by its marker or by the document's format."""
        line = self.text.rfind("\n", 0, sentence.start) + 1
        block = self.letter.document.block_at(sentence.start)
        return bool(_LIST_ITEM.match(self.text, line)) or (block is not None and block.kind == "item")

    @cached_property
    def sentence(self) -> str:
        """The sentences that the quoted words stand in, with their lead-ins."""
        return "\n\n".join(s.of(self.text) for s in (*self.lead_spans, *self.sentence_spans))

    @cached_property
    def paragraph_spans(self) -> tuple[Span, ...]:
        """The paragraphs of the quoted words, and for each the one before, where pronouns find their names."""
        spans: list[Span] = []
        for s in self.spans:
            own = paragraph_at(self.letter.document, s.start)
            above = _before(self.text, own.start) - 1
            before = paragraph_at(self.letter.document, above) if above > 0 else own
            spans += [x for x in (before, own) if x not in spans]
        return tuple(spans)

    @cached_property
    def paragraph(self) -> str:
        """The paragraphs around the quoted words, with lead-ins."""
        return "\n\n".join(s.of(self.text) for s in (*self.lead_spans, *self.paragraph_spans))

    @cached_property
    def words(self) -> tuple[Token, ...]:
        """The tokens of the sentences and lead-ins."""
        return tokens(self.sentence)

    def finding(
        self, check: Check, words: str, what: str, level: Level = "likely", *, do: str = COMPARE, part: str = ""
    ) -> Finding:
        """Return an objection that points to the first of the pieces; arguments as in `Finding`."""
        source = self.evidence[0] if self.evidence else None
        return Finding(check=check, what=what, level=level, part=part, words=words, source=source, do=do)

    def instead(self, check: Check, said: str, given: str, level: Level = "likely") -> Finding:
        """Return an objection to words of the claim for which the passage has others."""
        return self.finding(check, said, f"The claim says “{said}” where the passage says “{given}”.", level)
