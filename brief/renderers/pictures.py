"""Pictures of a comparison or a matrix as plain shapes; a template draws them as SVG, with the same told in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from brief.calendar_words import day_of
from brief.comparison import Comparison
from brief.matrices import Matrix
from brief.report import Report
from brief.report.trimming import clip
from brief.report.wording import long_date, plain, plural, senders_name

WIDTH = 940.0
_NARROW = 520.0  # for pictures that stand two in a row
_LINE = 26.0  # height of one line of a picture
_LETTER = 7.2  # width of a letter at 14 units, at most on average
_SIDE = 350.0  # width of a column of asks


@dataclass(frozen=True, slots=True)
class Label:
    """A text at a place; `anchor` is SVG's text-anchor."""

    x: float
    y: float
    text: str
    anchor: str = "start"
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle, with what it stands for."""

    x: float
    y: float
    width: float
    height: float
    kind: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Curve:
    """A ribbon from one side to the other."""

    path: str
    kind: str
    title: str


@dataclass(frozen=True, slots=True)
class Picture:
    """Shapes on a field of `width` by `height`; `words` tell what they show."""

    key: str
    title: str
    words: str
    height: float
    width: float = WIDTH
    labels: tuple[Label, ...] = ()
    boxes: tuple[Box, ...] = ()
    curves: tuple[Curve, ...] = ()


def pictures(result: object, report: Report) -> tuple[Picture, ...]:
    """Return the pictures of a result: ribbons, tone and time for a comparison, nearness and time for a matrix."""
    if isinstance(result, Comparison):
        drawn = (_ribbons(report), _tone(result), _comparison_time(result))
    elif isinstance(result, Matrix):
        drawn = (_nearness(result), _matrix_time(result), None)
    else:
        drawn = (None, None, None)
    return tuple(p for p in drawn if p)


def _ribbons(report: Report) -> Picture | None:
    pairs = [row for s in report.sections if s.key == "asks" for row in s.items]
    single = [item for s in report.sections if s.key == "alone" for item in s.items]
    if not pairs and not single:
        return None
    sides = [
        [*((row, row.cells[n]) for row in pairs), *((p, p) for p in single if p.tag.startswith("AB"[n]))]
        for n in (0, 1)
    ]
    sides = [sorted(side, key=lambda pair: int(pair[1].tag[1:])) for side in sides]
    at = [{cell.tag: 34.0 + i * _LINE for i, (_, cell) in enumerate(side)} for side in sides]
    labels = [Label(0, 14, "A asks", kind="head"), Label(WIDTH, 14, "B asks", "end", "head")]
    for n, side in enumerate(sides):
        x, anchor = ((0.0, "start"), (WIDTH, "end"))[n]
        labels += [Label(x, at[n][c.tag] + 4, f"{c.tag} {clip(c.text, 44)}", anchor, row.kind) for row, c in side]
    curves = tuple(
        Curve(
            _curve(at[0][r.cells[0].tag], at[1][r.cells[1].tag]),
            r.kind,
            f"{r.cells[0].tag} and {r.cells[1].tag}: {r.text}",
        )
        for r in pairs
    )
    alone = [p.tag for p in single]
    words = "; ".join([*(c.title for c in curves), *([f"no counterpart: {', '.join(alone)}"] if alone else [])])
    height = 34.0 + _LINE * max(len(s) for s in sides)
    return Picture("ribbons", "How the asks line up", words, height, labels=tuple(labels), curves=curves)


def _curve(left: float, right: float) -> str:
    a, b, half = _SIDE, WIDTH - _SIDE, WIDTH / 2
    return f"M {a:.0f} {left:.1f} C {half:.0f} {left:.1f}, {half:.0f} {right:.1f}, {b:.0f} {right:.1f}"


def _tone(result: Comparison) -> Picture | None:
    a, b = result.tone.a, result.tone.b
    verbs = sorted({*a, *b}, key=lambda v: (-(a.get(v, 0) + b.get(v, 0)), v))[:10]
    most = max((*a.values(), *b.values()), default=0)
    if not verbs or most < 1:
        return None
    middle, room = _NARROW / 2, _NARROW / 2 - 90
    labels = [Label(middle - 70, 14, "A", "end", "head"), Label(middle + 70, 14, "B", "start", "head")]
    boxes = []
    for i, verb in enumerate(verbs):
        y = 24 + i * _LINE
        labels.append(Label(middle, y + 14, clip(plain(verb), 18), "middle"))
        for side, count in (("a", a.get(verb, 0)), ("b", b.get(verb, 0))):
            length = room * count / most
            x = middle - 70 - length if side == "a" else middle + 70
            boxes.append(Box(x, y, length, 18, side, f"{side.upper()}: {plain(verb)} × {count}"))
            if count:
                labels.append(
                    Label(
                        x - 6 if side == "a" else x + length + 6, y + 14, str(count), "end" if side == "a" else "start"
                    )
                )
    words = "; ".join(f"{plain(v)}: A {a.get(v, 0)}, B {b.get(v, 0)}" for v in verbs)
    return Picture(
        "tone",
        "Verbs of demand",
        words,
        28 + len(verbs) * _LINE,
        labels=tuple(labels),
        boxes=tuple(boxes),
        width=_NARROW,
    )


def _comparison_time(result: Comparison) -> Picture | None:
    events = []
    for side, card in (("A", result.a), ("B", result.b)):
        if card.date:
            events.append((card.date, f"{side}: {senders_name(card)}", side.lower()))
    for pair in result.actions:
        for side, action in (("A", pair.a), ("B", pair.b)):
            if action and action.deadline and action.deadline.date:
                events.append((action.deadline.date, f"{side}: due, {clip(plain(action.text), 30)}", side.lower()))
    return _timeline(events)


def _matrix_time(result: Matrix) -> Picture | None:
    names = {c.id: f"{n} {senders_name(c)}" for n, c in enumerate(result.letters, 1)}
    return _timeline([(e.date, f"{names.get(e.letter, e.letter)}: {plain(e.what)}", "a") for e in result.timeline])


def _timeline(events: Iterable[tuple[str, str, str]]) -> Picture | None:
    """Draw dated events, one line each, placed along the line of time."""
    known = sorted({(day, what, kind) for text, what, kind in events if (day := day_of(text))})
    if len(known) < 2:
        return None
    first, last = known[0][0].toordinal(), known[-1][0].toordinal()
    span = max(1, last - first)
    labels, boxes = [], []
    for i, (day, what, kind) in enumerate(known):
        x = 8 + (_NARROW - 16) * (day.toordinal() - first) / span
        y = 8 + i * _LINE
        boxes += [
            Box(x - 4, y, 8, 8, kind, f"{long_date(day.isoformat())}: {what}"),
            Box(0, y + 3.5, _NARROW, 1, "axis"),
        ]
        said = f"{long_date(day.isoformat())} · {clip(what, 44)}"
        right = x + 10 + _LETTER * len(said) > _NARROW
        labels.append(Label(x - 10 if right else x + 10, y + 20, said, "end" if right else "start", kind))
    words = "; ".join(f"{long_date(day.isoformat())}: {what}" for day, what, _ in known)
    ordered = tuple(sorted(boxes, key=lambda b: b.kind != "axis"))
    return Picture(
        "timeline", "Timeline", words, 16 + len(known) * _LINE, labels=tuple(labels), boxes=ordered, width=_NARROW
    )


def _nearness(result: Matrix) -> Picture | None:
    """A square for every pair of letters, darker the nearer they are; letters of one cluster stand together."""
    if len(result.letters) < 2 or not result.similarities:
        return None
    ids = [c.id for c in result.letters]
    number = {letter: n for n, letter in enumerate(ids, 1)}
    order = list(dict.fromkeys([*(i for g in result.clusters for i in g if i in number), *ids]))
    score = {frozenset((s.a, s.b)): s.score for s in result.similarities}
    side = min(30.0, (WIDTH - 40) / len(order))
    boxes, labels = [], []
    for row, a in enumerate(order):
        labels.append(Label(22, 30 + row * side + side / 2 + 4, str(number[a]), "end"))
        labels.append(Label(30 + row * side + side / 2, 20, str(number[a]), "middle"))
        for column, b in enumerate(order):
            near = 1.0 if a == b else score.get(frozenset((a, b)), 0.0)
            title = f"{number[a]} and {number[b]}: {near:.0%}"
            boxes.append(
                Box(30 + column * side, 30 + row * side, side - 1, side - 1, f"h{min(4, int(near * 5))}", title)
            )
    nearest = sorted(result.similarities, key=lambda s: (-s.score, s.a, s.b))[:5]
    pairs = "; ".join(f"{number.get(s.a, 0)} and {number.get(s.b, 0)}, {s.score:.0%}" for s in nearest)
    words = f"Nearness of {plural(len(order), 'letter')} by topics and asks, darker is nearer. Nearest pairs: {pairs}"
    edge = 34 + side * len(order)
    return Picture("nearness", "How near the letters are", words, edge, edge, tuple(labels), tuple(boxes))
