"""Laying reports out with Typst: measuring, and finding the longest form that stands on one page."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from brief.report import MARKED, SIGNS, Point, Report, Section, capped, fitted, in_parts, label
from brief.report.trimming import clip

TEMPLATE = Path(__file__).parent / "templates" / "page.typ"
SERIF = "Libertinus Serif"  # stands in the wheel of typst; nothing is taken from the machine unless a script needs it
PAPERS = {"letter": "us-letter", "a4": "a4"}
BODY = 10.0  # points; the smallest type on the page is 9.5, see page.typ
LARGER = (12.0, 11.4, 10.8, 10.4)  # tried in turn where there is room to spare
WHOLE = ("annex", "actions")  # kinds of report that are never cut to a page
_LINES = 70  # more lines than these are on no page, in type of 10 points
_TITLE, _STRIP, _LINE = 170, 260, 420  # characters; what stays on every page must itself be bounded


@dataclass(frozen=True, slots=True)
class Look:
    """How a page is set, for measuring pages that another program will set.

    Args:
        room: What share of the page may be filled; less than 1 because the other's lines come out differently.
        stacked: Headings stand above their text, not beside it, and notes at the foot.
        asides: What is said of a row of a table stands below both its sides, not under the row's head.
    """

    room: float = 1.0
    stacked: bool = False
    asides: bool = True


OURS = Look()


@dataclass(frozen=True, slots=True)
class Layout:
    """How a report came out: its pages, and what share of the room between title and foot is filled (of the last)."""

    pages: int
    fill: float


@dataclass(frozen=True, slots=True)
class Setting:
    """A form of a report and the size of type, in points, in which it stands on one page."""

    report: Report
    size: float


def typeset(report: Report, paper: str = "letter", look: Look = OURS) -> Setting:
    """Return the longest form of `report` that stands on one page, in the largest type that has room for it.

    Args:
        paper: `letter` or `a4`.
        look: How the page will be set, if not by us.
    """
    if report.kind in WHOLE:
        return Setting(in_parts(report), BODY)

    def fits(form: Report, size: float = BODY) -> bool:
        """Tell whether a form stands in its room."""
        layout = measure(form, paper, size, look)
        return layout.pages == 1 and layout.fill <= look.room

    bounded = _bounded(capped(report))
    if not fits(bounded):
        return Setting(fitted(bounded, fits, _LINES), BODY)
    return Setting(bounded, next((size for size in LARGER if fits(bounded, size)), BODY))


def measure(report: Report, paper: str = "letter", size: float = BODY, look: Look = OURS) -> Layout:
    """Lay `report` out in type of `size` points and return how many pages it takes and how full the last one is."""
    compiler = _compiler([report], paper, size, look, draft=True)
    top, end, foot, last = json.loads(compiler.query("<layout>", field="value"))
    start = top["y"] if end["page"] == 1 else 0.0
    return Layout(last["page"], (end["y"] - start) / max(1.0, foot["y"] - start))


def compiled(settings: Sequence[Setting], paper: str = "letter") -> bytes:
    """Return the settings as one PDF, each starting a page; all in the smallest of their sizes."""
    size = min((s.size for s in settings), default=BODY)
    compiler = _compiler([s.report for s in settings], paper, size)
    data: bytes = compiler.compile(format="pdf")
    return data


def _compiler(reports: Sequence[Report], paper: str, size: float, look: Look = OURS, draft: bool = False) -> Any:
    import typst

    job = {
        "title": reports[0].title if reports else "",
        "paper": PAPERS[paper],
        "size": size,
        "fit": all(r.kind not in WHOLE for r in reports),
        "stacked": look.stacked,
        "asides": look.asides,
        "draft": draft,
        "fonts": [SERIF],
        "reports": [_report(r) for r in reports],
    }
    fonts = _fonts(_needs_more_scripts(reports))
    return typst.Compiler(str(TEMPLATE), font_paths=fonts, sys_inputs={"job": json.dumps(job, ensure_ascii=False)})


@cache
def _fonts(system: bool) -> Any:
    import typst

    return typst.Fonts(include_system_fonts=system)


def _needs_more_scripts(reports: Sequence[Report]) -> bool:
    """Tell whether a text holds letters that the wheel's own fonts lack."""
    odd = {c for r in reports for p in (*r.points(), *r.strip) for c in p.text + p.lead if ord(c) > 0x24F}
    own = ("LATIN", "GREEK", "CYRILLIC")
    return any(unicodedata.category(c)[0] in "LS" and not unicodedata.name(c, "").startswith(own) for c in odd)


def _report(report: Report) -> dict[str, Any]:
    return {
        "kind": report.kind,
        "title": report.title,
        "columns": list(report.columns),
        "strip": [_point(p) for p in report.strip],
        "sections": [_section(s) for s in report.sections],
        "omission": report.omission,
        "checks": report.checks,
        "footer": [line for line in report.footer if line],
    }


def _section(section: Section) -> dict[str, Any]:
    return {
        "key": section.key,
        "title": section.title,
        "style": section.style,
        "columns": list(section.columns),
        "items": [_point(p) for p in section.items],
    }


def _point(point: Point) -> dict[str, Any]:
    return {
        "text": point.text,
        "lead": point.lead,
        "tag": point.tag,
        "due": point.due,
        "notes": list(point.notes),
        "level": point.level,
        "kind": point.kind,
        "mark": MARKED[point.mark],
        "where": label(point.refs),
        "sign": SIGNS.get(point.kind, "?"),
        "cells": [_point(c) for c in point.cells],
    }


def _bounded(report: Report) -> Report:
    """Shorten what no trimming takes away, so that no source name or list of addressees can fill the page."""
    strip = tuple(
        replace(p, text=clip(p.text, _STRIP), cells=tuple(replace(c, text=clip(c.text, _STRIP)) for c in p.cells))
        for p in report.strip
    )
    return replace(
        report,
        title=clip(report.title, _TITLE),
        strip=strip,
        columns=tuple(clip(c, 60) for c in report.columns),
        checks=clip(report.checks, _LINE),
        footer=tuple(clip(line, _LINE) for line in report.footer),
    )
