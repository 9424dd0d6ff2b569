"""The task that lays many letters side by side: topics merged across letters, and how near the letters are."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations

from brief.deed_words import GENERIC, PUSHING
from brief.deeds import deeds
from brief.drafts import Stance
from brief.evidence import Claim
from brief.letter.card import LetterCard, Person
from brief.letter.verbs import SUPPORTING
from brief.matrices import Cell, Event, Matrix, Overlap, Row, Similarity
from brief.points import readers_of
from brief.shared_topics import Told, common_topics, commonest
from brief.summary import Action, Checks, Position, Summary, by_program
from brief.words import WORD, rarity, senses, tokens, topic_of

SCHEMA = "letterbrief/matrix.v1"
SAME_TOPIC = 0.5  # Dice overlap of their words from which two topics are one
CLUSTER = 0.45  # similarity from which two letters belong together
NEAREST = 5  # similar letters kept for each letter, where there are too many for all pairs
ALL_PAIRS = 40  # letters up to which every pair's similarity is given
MOST_OVERLAPS = 2000  # pairs of letters with common signers that are kept, those with most names first


def tabulate(summaries: Sequence[Summary], *, topics: Sequence[str] | None = None) -> Matrix:
    """Lay letters side by side by topic; the result does not depend on the order in which they are given.

    No model is asked: N letters cost the N readings that made their summaries.

    Args:
        summaries: Checked summaries; one that is given twice counts once.
        topics: Rows to fill, in this order ("sanctions", "exercises"); without them, rows are the letters' own topics,
            those of most letters first.
    """
    letters = sorted({s.letter.model_dump_json(): s for s in summaries}.values(), key=lambda s: s.letter.order)
    said = _said(letters)
    grouped = _fixed(topics, said) if topics else _merged(said)
    rows = tuple(_row(topic, claims, letters) for topic, claims in grouped)
    ids = [s.letter.id for s in letters]
    similar = similarities(ids, [sorted({c.letter for c in claims}) for _, claims in grouped])
    return Matrix(
        letters=tuple(s.letter for s in letters),
        rows=rows,
        similarities=tuple(similar),
        clusters=tuple(clusters(ids, similar)),
        timeline=tuple(_timeline(letters)),
        signers=tuple(overlaps([s.letter for s in letters])),
        checks=Checks.of(standing_claims(rows)),
        provenance=by_program(letters, SCHEMA),
    )


def _said(letters: Sequence[Summary]) -> list[_Said]:
    """Every claim with its topic: the model's name for it, or where rules read the letter, its own telling words."""
    said = [_Said(n, claim, stance, topic) for n, s in enumerate(letters) for claim, stance, topic in _claims(s)]
    rare = rarity(tokens(c.quote) for c in said)
    counts = [Counter[str]() for _ in letters]
    for c in said:
        counts[c.letter].update(set(tokens(c.quote)))
    held = Counter(token for count in counts for token in count)
    by_rule = [s.provenance.origin == "rules" for s in letters]
    readers = [readers_of(s.letter) for s in letters]
    common = common_topics([_about(c, readers[c.letter]) if by_rule[c.letter] else None for c in said])
    topical = [
        replace(c, topic=topic) if by_rule[c.letter] else c
        for c, topics in zip(said, common, strict=True)
        for topic in topics or (_named(c, rare, counts[c.letter], held, readers[c.letter]),)
    ]
    return [replace(c, stance=stance_of(c.claim, c.topic)) if isinstance(c.claim, Action) else c for c in topical]


def _about(claim: _Said, readers: frozenset[str]) -> Told:
    """What a claim says, for the topics that letters have in common: without the words that only call the reader."""
    actor = frozenset(tokens(claim.claim.actor)) if isinstance(claim.claim, Action) else frozenset[str]()
    return Told(claim.letter, claim.claim.text, readers | actor)


def _named(
    claim: _Said, rare: Mapping[str, float], said: Mapping[str, int], held: Mapping[str, int], readers: frozenset[str]
) -> str:
    """The words that tell most: rare, said often in the letter and in others too; none that only call the reader."""
    asked = readers | frozenset(tokens(claim.claim.actor)) if isinstance(claim.claim, Action) else readers
    words = frozenset(tokens(claim.quote)) - asked - GENERIC
    telling = {t: rare[t] * (1 + math.log(said[t])) * (2 if held[t] > 1 else 1) for t in words}
    return topic_of(claim.quote, telling) or claim.topic


@dataclass(frozen=True)
class _Said:
    """A claim of letter number `letter`, on one topic."""

    letter: int
    claim: Claim
    stance: Stance
    topic: str

    @cached_property
    def key(self) -> frozenset[str]:
        """The words of its topic, by which it is merged with others."""
        return frozenset((*tokens(self.topic), *senses(self.topic))) or frozenset(tokens(self.claim.text)[:4])

    @property
    def quote(self) -> str:
        """The letter's words, or the claim's where none were found."""
        return next((e.quote for e in self.claim.evidence if e.match != "missing"), self.claim.text)

    @cached_property
    def words(self) -> frozenset[str]:
        """All words that carry its topic."""
        return frozenset(tokens(f"{self.topic} {self.claim.text} {self.claim.quoted}"))


def _claims(summary: Summary) -> Iterator[tuple[Claim, Stance, str]]:
    """The claims that take a place in a matrix, weightiest first: asks, positions, questions."""
    for action in summary.actions:
        yield action, "unclear", action.topic
    for position in summary.positions:
        yield position, position.stance, position.topic
    for question in summary.questions:
        yield question, "unclear", question.topic


_FOR = PUSHING | SUPPORTING | {"impose"}  # what is imposed is wanted, though nobody is said to be for it


def stance_of(ask: Claim, topic: str) -> Stance:
    """Tell what an ask takes for its topic: only where a deed that it asks for tells, and the topic is its object."""
    wanted = frozenset(tokens(topic))
    for deed in deeds({"kind": "ask", "strength": "", "text": ask.text, "quote": ask.text}):
        on_it = (wanted - GENERIC) <= deed.thing and deed.head in (wanted or {""})
        if deed.way and on_it and deed.barrier != "own" and (deed.way < 0 or deed.sense in _FOR):
            side = -deed.way if deed.barrier else deed.way
            return "supports" if side > 0 else "opposes"
    return "unclear"


# --- rows -----------------------------------------------------------------------------------------------------


def _merged(said: Sequence[_Said]) -> list[tuple[str, list[_Said]]]:
    """Group claims by topic: the topics of most letters are taken first, and later ones near them join them.

    Topics are taken in an order of their own (letters, then words), so that the groups don't depend on the input's.
    """
    letters: dict[frozenset[str], set[int]] = defaultdict(set)
    names: dict[frozenset[str], Counter[str]] = defaultdict(Counter)
    for claim in said:
        if claim.key:
            letters[claim.key].add(claim.letter)
            names[claim.key][" ".join((claim.topic or " ".join(claim.claim.text.split()[:6])).split())] += 1
    leader = _leaders(sorted(letters, key=lambda k: (-len(letters[k]), sorted(k))))
    groups: dict[frozenset[str], list[_Said]] = defaultdict(list)
    for claim in said:
        if claim.key:
            groups[leader[claim.key]].append(claim)
    named = [(commonest(names[key]), claims) for key, claims in groups.items()]
    return sorted(named, key=lambda g: (-len({c.letter for c in g[1]}), g[0].casefold(), g[0]))


def _leaders(keys: Iterable[frozenset[str]]) -> dict[frozenset[str], frozenset[str]]:
    """Assign each topic to the first one taken that it overlaps enough with, or to itself."""
    holding: dict[str, list[frozenset[str]]] = defaultdict(list)
    leader: dict[frozenset[str], frozenset[str]] = {}
    for key in keys:
        shared = Counter(taken for token in key for taken in holding[token])
        near = [(2 * n / (len(key) + len(taken)), taken) for taken, n in shared.items()]
        best = max(near, key=lambda s: (s[0], sorted(s[1])), default=(0.0, key))
        leader[key] = best[1] if best[0] >= SAME_TOPIC else key
        if leader[key] is key:
            for token in key:
                holding[token].append(key)
    return leader


def _fixed(topics: Sequence[str], said: Sequence[_Said]) -> list[tuple[str, list[_Said]]]:
    """Fill the rows that were asked for: a claim belongs to a topic if it has all words of the topic's name."""
    wanted = [(topic, frozenset(tokens(topic))) for topic in dict.fromkeys(topics)]
    return [(topic, [c for c in said if words and words <= c.words]) for topic, words in wanted]


def _row(topic: str, claims: Sequence[_Said], letters: Sequence[Summary]) -> Row:
    """One row: for each letter that speaks of the topic its weightiest claim there, and the stance that it takes."""
    by_letter: dict[int, list[_Said]] = defaultdict(list)
    for claim in claims:
        by_letter[claim.letter].append(claim)
    return Row(topic=topic, cells=tuple(_cell(letters[n].letter.id, by_letter[n]) for n in sorted(by_letter)))


def _cell(letter: str, claims: Sequence[_Said]) -> Cell:
    stances = {c.stance for c in claims if isinstance(c.claim, Position)} or {c.stance for c in claims}
    clear = stances - {"unclear"}
    stance: Stance = "mixed" if len(clear) > 1 else next(iter(clear), "unclear")
    first = next((c.claim for c in claims if c.stance == stance), claims[0].claim)  # the one that the stance rests on
    claim = Claim(text=first.text, evidence=first.evidence, status=first.status, problems=first.problems)
    return Cell(letter=letter, stance=stance, claim=claim)


# --- how near the letters are ---------------------------------------------------------------------------------


def similarities(ids: Sequence[str], holders: Sequence[Sequence[int]]) -> list[Similarity]:
    """Return how near letters are by the topics they share, rare topics weighing more (cosine, 0 to 1).

    Args:
        ids: The letters, in order.
        holders: For each topic the places in `ids` of those that speak of it, ascending.
    """
    weight = [math.log(1 + len(ids) / len(held)) if held else 0.0 for held in holders]
    size: dict[int, float] = defaultdict(float)
    dots: dict[tuple[int, int], float] = defaultdict(float)
    for held, w in zip(holders, weight, strict=True):
        for n in held:
            size[n] += w * w
        for pair in combinations(held, 2):
            dots[pair] += w * w
    scored = [(round(d / math.sqrt(size[i] * size[j]), 4), i, j) for (i, j), d in dots.items()]
    kept = scored if len(ids) <= ALL_PAIRS else _nearest(scored)
    return [
        Similarity(a=ids[i], b=ids[j], score=score) for score, i, j in sorted(kept, key=lambda s: (-s[0], s[1], s[2]))
    ]


def _nearest(scored: Iterable[tuple[float, int, int]]) -> set[tuple[float, int, int]]:
    """Keep for each letter its `NEAREST` nearest."""
    taken: Counter[int] = Counter()
    kept = set()
    for pair in sorted(scored, key=lambda s: (-s[0], s[1], s[2])):
        if min(taken[pair[1]], taken[pair[2]]) < NEAREST:
            kept.add(pair)
            taken.update(pair[1:])
    return kept


def clusters(ids: Sequence[str], similar: Sequence[Similarity]) -> list[tuple[str, ...]]:
    """Group letters that are near each other, directly or through others; a letter alone is no cluster."""
    group = {name: name for name in ids}

    def root(name: str) -> str:
        while group[name] != name:
            name = group[name]
        return name

    for pair in similar:
        if pair.score >= CLUSTER:
            first, second = sorted((root(pair.a), root(pair.b)))
            group[second] = first
    members: dict[str, list[str]] = defaultdict(list)
    for name in ids:
        members[root(name)].append(name)
    return sorted((tuple(m) for m in members.values() if len(m) > 1), key=lambda m: (-len(m), m))


def _timeline(letters: Sequence[Summary]) -> list[Event]:
    sent = [Event(date=s.letter.date, letter=s.letter.id, what="letter") for s in letters if s.letter.date]
    due = [
        Event(date=d.date, letter=s.letter.id, what=f"{d.purpose} due", deadline=d)
        for s in letters
        for d in s.deadlines
        if d.date
    ]
    return sorted([*sent, *due], key=lambda e: (e.date, e.letter, e.what, e.deadline.as_stated if e.deadline else ""))


def overlaps(cards: Sequence[LetterCard]) -> list[Overlap]:
    """Return which letters share signers, those with most names first."""
    signed: dict[tuple[str, ...], dict[int, str]] = defaultdict(dict)
    for n, card in enumerate(cards):
        for person in card.senders:
            signed[_person(person)][n] = person.name
    names: dict[tuple[int, int], set[str]] = defaultdict(set)
    for held in signed.values():
        for i, j in combinations(sorted(held), 2):
            names[i, j].add(min(held[i], held[j]))
    strongest = sorted(names.items(), key=lambda p: (-len(p[1]), p[0]))[:MOST_OVERLAPS]
    return [Overlap(a=cards[i].id, b=cards[j].id, names=tuple(sorted(who))) for (i, j), who in strongest]


def _person(person: Person) -> tuple[str, ...]:
    """A signer by surname, first letter and state, as far as stated: J. Doe and Jane Doe of Ohio are one."""
    words = WORD.findall(person.name.casefold()) or [""]
    return (words[-1], words[0][:1])


def standing_claims(rows: Sequence[Row]) -> list[Claim]:
    """Return the claims of a matrix' cells."""
    return [c.claim for row in rows for c in row.cells if c.claim is not None]
