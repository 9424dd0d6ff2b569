"""How many falsifications of a true brief the auditor catches, by kind, and how often it objects to the untouched.

    python benchmarks/tamper.py [--seed 1] [--missed] [--folder DIR]

True results are (1) the summaries and comparisons that the rules make of the sample letters, checked as saved files
(`brief verify`), and (2) the claims of tests/fixtures/paraphrases.json, judged one by one, since those are worded as a
model words them. Each falsification changes one thing and must be objected to at the part that was changed; that a
check line no longer adds up does not count. No falsification knows the checks' word lists. `--folder` takes other
letters instead of the samples.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import re
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from falsified import Case, print_alarms, print_rates

from brief import api
from brief.audit import audit_claim, status_of
from brief.comparison import Comparison
from brief.evidence import Claim
from brief.ground import ground
from brief.letter.anatomy import Letter
from brief.summary import Action, Position, Question, Summaries
from brief.verification.results import check_result
from brief.verification.sources import Shelf

REMAKE = False  # results of the rules could be made again and compared, which catches everything and measures nothing
FIXTURES = Path(__file__).parent.parent / "tests" / "fixtures"
OUTSIDERS = ("Norvania", "Halloran", "Petrescu", "Lindqvist-Moore", "Castellon")
INVENTED = (
    "withdraw every soldier from the northern province before winter",
    "freeze the salaries of the whole diplomatic staff",
    "appoint a special prosecutor to look into the election campaign",
    "close all public schools within the month",
    "raise the federal tax on imported wine",
    "pardon the former ambassador",
)
FABRICATED = (
    "We will not rest until every last one of those responsible has been removed from office.",
    "The committee has evidence that the money was spent on private aircraft.",
    "This is the gravest scandal in the history of the Department.",
)


# --- changing words: each returns the changed text, or None where the kind does not apply -----------------------


def number(text: str, rng: random.Random, _letter: Letter) -> str | None:
    """Another figure for one of the text's (not of a date or a citation)."""
    found = [m for m in re.finditer(r"(?<![\w.(-])\$?\d[\d,]*(?:\.\d+)?(?![\w,-]|\.\d)", text) if not _dated(text, m)]
    if not found:
        return None
    m = rng.choice(found)
    digits = m.group()
    place = rng.choice([i for i, c in enumerate(digits) if c.isdigit()])
    other = str((int(digits[place]) + rng.randint(1, 8)) % 9 + 1)
    changed = (
        digits[:place]
        + (other if other != digits[place] else "9" if digits[place] != "9" else "4")
        + digits[place + 1 :]
    )
    return text[: m.start()] + changed + text[m.end() :]


_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def _dated(text: str, m: re.Match[str]) -> bool:
    before, after = text[: m.start()].rstrip(" ,"), text[m.end() :].lstrip()
    names = tuple(x[:3] for x in _MONTHS)
    near = before.split()[-2:]
    cited = before.endswith(("Section", "section", "Article", "Order", "No.", "H.R.", "U.S.C.", "Act of", "Class"))
    year = bool(re.fullmatch(r"(19|20)\d\d", m.group()))
    return cited or year or any(w[:3] in names for w in near) or after[:3] in names


def unit(text: str, rng: random.Random, _letter: Letter) -> str | None:
    """Another unit, or another kind of quantity."""
    pairs = [
        ("days", "weeks"),
        ("weeks", "months"),
        ("months", "years"),
        ("percent", "million"),
        ("%", " million"),
        ("meters", "feet"),
        ("kilometers", "miles"),
        ("years", "months"),
        ("$", "€"),
        ("week", "month"),
        ("liters", "gallons"),
        ("centimeters", "inches"),
    ]
    rng.shuffle(pairs)
    return next((re.sub(_word(a), b, text, count=1) for a, b in pairs if re.search(_counted(a), text)), None)


def _word(word: str) -> str:
    return rf"\b{word}\b" if word.isalpha() else re.escape(word)


def _counted(word: str) -> str:
    if word == "$":
        return r"\$\d"
    return (
        rf"(?:\d|ten|two|four|nine|ninety|eleven|consecutive|cubic)[\s-]*{_word(word)}"
        if word.isalpha()
        else rf"\d{re.escape(word)}"
    )


def magnitude(text: str, _rng: random.Random, _letter: Letter) -> str | None:
    """A thousand for a million, a million for a billion."""
    for a, b in (("million", "billion"), ("billion", "million"), ("thousand", "million"), (",000", ",000,000")):
        if a in text:
            return text.replace(a, b, 1)
    return None


def a_date(text: str, rng: random.Random, _letter: Letter) -> str | None:
    """Another day, month or year."""
    found = list(re.finditer(rf"\b({'|'.join(_MONTHS)}) (\d{{1,2}})\b|\b((?:19|20)\d\d)\b", text))
    if not found:
        return None
    m = rng.choice(found)
    if m[3]:
        return text[: m.start(3)] + str(int(m[3]) + rng.choice([-3, -2, 2, 3, 10])) + text[m.end(3) :]
    if rng.random() < 0.5:
        day = (int(m[2]) + rng.randint(1, 20)) % 28 + 1
        day = day if day != int(m[2]) else day % 28 + 1
        return text[: m.start(2)] + str(day) + text[m.end(2) :]
    month = _MONTHS[(_MONTHS.index(m[1]) + rng.randint(1, 11)) % 12]
    return text[: m.start(1)] + month + text[m.end(1) :]


def _names(text: str) -> list[re.Match[str]]:
    common = {
        "The",
        "We",
        "It",
        "In",
        "To",
        "If",
        "Of",
        "And",
        "President",
        "Secretary",
        "Act",
        "January",
        "A",
        "U",
        "S",
        "Department",
        "House",
        "Senate",
        "Congress",
        "Members",
        "Governor",
        "Prime",
        "Minister",
        *_MONTHS,
    }
    return [m for m in re.finditer(r"(?<=[a-z,] )[A-Z][a-z]{3,}(?:-[A-Z][a-z]+)?", text) if m.group() not in common]


def name(text: str, rng: random.Random, letter: Letter) -> str | None:
    """Another name of the same letter, or one from nowhere."""
    own = _names(text)
    if not own:
        return None
    m = rng.choice(own)
    inside = sorted({n.group() for n in _names(letter.text)} - {n.group() for n in own})
    others = [n for n in inside if n[:4] != m.group()[:4]]
    other = rng.choice(others) if others and rng.random() < 0.5 else rng.choice(OUTSIDERS)
    return text[: m.start()] + other + text[m.end() :]


def office(text: str, _rng: random.Random, _letter: Letter) -> str | None:
    """Another office or department."""
    pairs = (
        ("Secretary of Commerce", "Secretary of Labor"),
        ("Commerce Secretary", "Labor Secretary"),
        ("Prime Minister", "Foreign Minister"),
        ("Justice Department", "Interior Department"),
        ("Department of Justice", "Department of the Interior"),
        ("State Department", "Labor Department"),
        ("Department of State", "Department of Labor"),
        ("Treasury Secretary", "Defense Secretary"),
        ("Secretary of the Treasury", "Secretary of Defense"),
        ("Under Secretary", "Deputy Director"),
        ("Department of Energy", "Department of Education"),
        ("Energy Department", "Education Department"),
        ("Secretary of State", "Secretary of Transportation"),
        ("the President", "the Attorney General"),
    )
    return next((text.replace(a, b, 1) for a, b in pairs if a in text), None)


def citation(text: str, rng: random.Random, _letter: Letter) -> str | None:
    """Another digit in a citation."""
    m = re.search(
        r"(?:[Ss]ection|Article|Executive Order|No\.|H\.R\.|S\.|U\.S\.C\.|Resolution|Public Law|PSV-)\s?(\d+)", text
    )
    if not m:
        return None
    return text[: m.start(1)] + str(int(m[1]) + rng.randint(1, 7)) + text[m.end(1) :]


def negation(text: str, _rng: random.Random, _letter: Letter) -> str | None:
    """A "not" more or less."""
    for a, b in (
        (" not to ", " to "),
        ("do not ", ""),
        ("does not ", ""),
        (" did not ", " did "),
        (" cannot ", " can "),
        ("Do not ", ""),
        (" will not ", " will "),
        (" not ", " "),
        (" never ", " "),
        (" no ", " a "),
    ):
        if a in text:
            changed = text.replace(a, b, 1)
            return changed[:1].upper() + changed[1:]
    for a in (" will ", " is ", " are ", " was ", " were ", " has ", " have ", " would ", " can ", " should "):
        if a in text:
            return text.replace(a, f"{a}not ", 1)
    m = re.match(r"(?:The \w+ |They |)(urges?|asks?|presses|wants?)\s", text)
    if re.match(r"[A-Z]?[a-z]+ (?:the|all|a|an|to|by|in|each|three|its|his|up)\b", text) and not m:
        return "Do not " + text[:1].lower() + text[1:]
    m = re.search(r"(?<= )to (?=[a-z]{3,} )", text)
    return text[: m.start()] + "not to " + text[m.end() :] if m else None


def contrary(text: str, rng: random.Random, _letter: Letter) -> str | None:
    """The contrary of a word."""
    pairs = {
        "support": "oppose",
        "supports": "opposes",
        "oppose": "support",
        "opposes": "supports",
        "back": "oppose",
        "approve": "reject",
        "issue": "deny",
        "grant": "refuse",
        "lift": "impose",
        "withdraw": "maintain",
        "publish": "conceal",
        "preserve": "destroy",
        "open": "close",
        "fallen": "risen",
        "lower": "raise",
        "down": "up",
        "increase": "reduce",
        "favor": "oppose",
        "deny": "approve",
        "close": "open",
        "raise": "lower",
        "End": "Continue",
        "Remove": "Add",
        "Open": "Close",
        "Turn down": "Approve",
        "Grant": "Refuse",
        "Retain": "Destroy",
        "Keep": "Destroy",
        "Rescind": "Maintain",
        "Refuse": "Agree",
        "Deny": "Grant",
    }
    found = [w for w in pairs if re.search(rf"\b{w}\b", text)]
    if not found:
        return None
    word = rng.choice(found)
    return re.sub(rf"\b{word}\b", pairs[word], text, count=1)


def exchange(text: str, _rng: random.Random, _letter: Letter) -> str | None:
    """Two names put in each other's place, around a doing and not an "and"."""
    found = list(
        re.finditer(
            r"\b(?:Velmora|Keshara|Tarsk|Congress|Commerce|Treasury|Corvane|Halvek|Belmar|Commission|President|"
            r"Ambassador|Bureau|Department|Secretary|Ondrel|United States|Governor)\b",
            text,
        )
    )
    for a, b in itertools.pairwise(found):
        between = text[a.end() : b.start()]
        if (
            a.group() != b.group()
            and len(between.split()) > 1
            and not re.search(r"\b(?:and|or|nor|of|both|between)\b", between)
        ):
            return text[: a.start()] + b.group() + between + a.group() + text[b.end() :]
    return None


def whole_names(text: str, rng: random.Random, _letter: Letter) -> str | None:
    """Two names put in each other's place whole, however many words they have; none that only has a number."""
    found = list(re.finditer(r"(?<=[a-z,] )(?:[A-Z][a-z’-]+ (?:of (?:the )?)?)*[A-Z][a-z-]{3,}\b(?! [\dA-Z]+\b)", text))
    pairs = [
        (a, b)
        for a, b in itertools.combinations(found, 2)
        if a.group() != b.group()
        and len(text[a.end() : b.start()].split()) > 1
        and not re.fullmatch(r"(?:[^.;]*,)?\s(?:and|or|nor)\s(?:the\s)?", text[a.end() : b.start()])
        and not any(w in _MONTHS for w in (*a.group().split(), *b.group().split()))
    ]
    if not pairs:
        return None
    a, b = rng.choice(pairs)
    return text[: a.start()] + b.group() + text[a.end() : b.start()] + a.group() + text[b.end() :]


def title(text: str, rng: random.Random, _letter: Letter) -> str | None:
    """Another title before a person's name."""
    titles = ("Senator", "Governor", "Secretary", "Ambassador", "President", "Administrator")
    found = list(re.finditer(rf"\b(?:{'|'.join(titles)}) (?=[A-Z][a-z]+[ ,.’-])", text))
    if not found:
        return None
    m = rng.choice(found)
    other = rng.choice([t for t in titles if t != m.group().strip()])
    return f"{text[: m.start()]}{other} {text[m.end() :]}"


def attribution(text: str, rng: random.Random, _letter: Letter) -> str | None:
    """The letter's words laid in somebody else's mouth."""
    if text.endswith("?") or not re.match(r"[A-Z][a-z]+ [a-z]", text) or text.split()[0] in ("The", "They", "We"):
        return None
    who = rng.choice(("the pilots' union", "the World Bank", "a retired judge", "the hospital's own doctors"))
    return f"{text.rstrip('.')}, {who} said."


TEXTS: dict[str, Callable[[str, random.Random, Letter], str | None]] = {
    "number": number,
    "unit": unit,
    "magnitude": magnitude,
    "date": a_date,
    "name": name,
    "office": office,
    "citation digit": citation,
    "negation": negation,
    "contrary word": contrary,
    "parties exchanged": exchange,
    "whole names exchanged": whole_names,
    "title": title,
    "attribution": attribution,
}


# --- claims, as a model words them ------------------------------------------------------------------------------


@cache
def paraphrases() -> tuple[tuple[str, Claim, Letter, str], ...]:
    """The true claims of the paraphrase set, grounded: (letter, claim, its letter, role)."""
    data = json.loads((FIXTURES / "paraphrases.json").read_text(encoding="utf-8"))
    found = []
    for key, claims in data["claims"].items():
        file, _, index = key.partition("#")
        letter = api.read(FIXTURES / "letters" / file)[int(index or 1) - 1]
        found += [(key, _claim(d, letter), letter, d["role"]) for d in claims]
    return tuple(found)


def _claim(given: dict[str, Any], letter: Letter) -> Claim:
    fields: dict[str, Any] = {"text": given["text"], "evidence": ground(given["quotes"], letter)}
    kinds: dict[str, tuple[type[Claim], tuple[str, ...]]] = {
        "action": (Action, ("number", "actor", "strength", "condition")),
        "question": (Question, ("number", "parent")),
        "position": (Position, ("stance", "topic")),
    }
    kind, names = kinds.get(given["role"], (Claim, ()))
    return kind(**fields, **{n: given[n] for n in names if n in given})


def claim_cases(rng: random.Random) -> Iterator[Case]:
    """Falsify the paraphrases: their words, and the fields of asks and positions."""
    for key, claim, letter, role in paraphrases():
        for kind, change in TEXTS.items():
            now = change(claim.text, rng, letter)
            if now and now != claim.text and not _still_true(now, claim):
                yield _judged(kind, key, claim.model_copy(update={"text": now}), letter, role)
        yield from _field_cases(key, claim, letter, role, rng)


def _still_true(now: str, claim: Claim) -> bool:
    """A change that the quotation itself bears out is no falsification."""
    quoted = " ".join(" ".join(e.quote for e in claim.evidence).split()).lower()
    return now.lower().rstrip(".") in quoted


def _field_cases(key: str, claim: Claim, letter: Letter, role: str, rng: random.Random) -> Iterator[Case]:
    if role in ("action", "bottom_line"):
        ask = rng.choice(INVENTED)
        yield _judged("invented ask", key, claim.model_copy(update={"text": ask}), letter, role)
    if isinstance(claim, Action):
        far = {"demand": "recommend", "recommend": "demand", "urge": "demand", "request": "demand"}[claim.strength]
        yield _judged("strength", key, claim.model_copy(update={"strength": far}), letter, role)
        yield _judged("actor", key, claim.model_copy(update={"actor": rng.choice(_others(letter))}), letter, role)
    if isinstance(claim, Position):
        far = {"supports": "opposes", "opposes": "supports"}[claim.stance]
        yield _judged("stance", key, claim.model_copy(update={"stance": far}), letter, role)
    outside = [s.evidence for s in letter.statements]
    if outside and role in ("action", "position", "question"):
        press = rng.choice(outside).model_copy(update={"voice": "letter"})
        now = claim.model_copy(update={"evidence": (press,), "text": press.quote})
        yield _judged("press quote as letter", key, now, letter, role)
    made_up = claim.evidence[0].model_copy(update={"quote": rng.choice(FABRICATED)})
    again = ground([made_up.quote], letter)
    yield _judged("invented quote", key, claim.model_copy(update={"evidence": again}), letter, role)


def _others(letter: Letter) -> list[str]:
    """Parties that the letter names or not, and does not write to."""
    to = " ".join(f"{r.name} {r.office} {r.as_stated}" for r in letter.card.recipients)
    return [
        n
        for n in ("the Supreme Court", "Belmar Group", "Prime Minister Tarrant", "the Navy")
        if n.split()[-1] not in to
    ]


def _judged(kind: str, key: str, claim: Claim, letter: Letter, role: str) -> Case:
    status = status_of(audit_claim(claim, letter, role=role))  # type: ignore[arg-type]
    return Case(kind, f"{key} {role}", f"{claim.text} {_fields(claim)}", status != "supported")


def _fields(claim: Claim) -> str:
    shown = claim.model_dump(include={"strength", "actor", "stance", "number"})
    return " ".join(f"{k}={v}" for k, v in shown.items())


# --- saved results ----------------------------------------------------------------------------------------------


@cache
def saved(folder: Path) -> tuple[tuple[Path, dict[str, Any], tuple[Letter, ...]], ...]:
    """What `brief summarize --format json` prints of each document, with its letters."""
    found = []
    for path in sorted(p for p in folder.iterdir() if p.is_file() and p.suffix != ".json"):
        letters = api.read(path)
        summaries = tuple(api.summarize(x, model="extractive") for x in letters)
        found.append((path, Summaries(summaries=summaries).model_dump(mode="json", by_alias=True), letters))
    return tuple(found)


Change = tuple[str, str, Callable[[dict[str, Any]], None]]


def _summary_changes(s: dict[str, Any], letter: Letter, rng: random.Random) -> Iterator[Change]:
    """Yield (kind, part at which an objection must stand, what to change) for one summary."""
    claims = [("bottom_line", s["bottom_line"])]
    for part in ("actions", "questions", "positions", "background"):
        claims += [(f"{part}.{i}", c) for i, c in enumerate(s[part])]
    for part, claim in claims:
        if claim["status"] != "supported":
            continue
        for kind, change in TEXTS.items():
            now = change(claim["text"], rng, letter)
            if now and now != claim["text"]:
                yield kind, part, _set(part, "text", now)
        quote = claim["evidence"][0]["quote"] if claim["evidence"] else ""
        edited = _one_word(quote, rng)
        if edited:
            yield "quote edit", part, _set(f"{part}.evidence.0", "quote", edited)
        if claim["evidence"]:
            yield "invented quote", part, _set(f"{part}.evidence.0", "quote", rng.choice(FABRICATED))
        statements = s["statements"]
        if statements and part.startswith(("actions", "positions")):
            press = {**rng.choice(statements)["evidence"], "voice": "letter"}
            yield "press quote as letter", part, _set(part, "evidence", [press])
    yield from _list_changes(s, rng)
    yield from _card_changes(s, rng)


def _list_changes(s: dict[str, Any], rng: random.Random) -> Iterator[Change]:
    for i, action in enumerate(s["actions"]):
        if action["status"] == "supported":
            yield "invented ask", f"actions.{i}", _set(f"actions.{i}", "text", rng.choice(INVENTED))
            far = {"demand": "recommend", "recommend": "demand", "urge": "demand", "request": "demand"}[
                action["strength"]
            ]
            yield "strength", f"actions.{i}", _set(f"actions.{i}", "strength", far)
            yield "actor", f"actions.{i}", _set(f"actions.{i}", "actor", "the Supreme Court")
        if action["deadline"] and action["deadline"]["date"]:
            yield (
                "deadline",
                f"actions.{i}.deadline",
                _set(f"actions.{i}.deadline", "date", _later(action["deadline"]["date"], rng)),
            )
    for i, p in enumerate(s["positions"]):
        if p["stance"] in ("supports", "opposes") and p["status"] == "supported":
            far = {"supports": "opposes", "opposes": "supports"}[p["stance"]]
            yield "stance", f"positions.{i}", _set(f"positions.{i}", "stance", far)
    for i, d in enumerate(s["deadlines"]):
        if d["date"]:
            yield "deadline", f"deadlines.{i}", _set(f"deadlines.{i}", "date", _later(d["date"], rng))
    yield from _source_changes(s)


def _source_changes(s: dict[str, Any]) -> Iterator[Change]:
    for i, a in enumerate(s["authorities"]):
        if re.search(r"\d", a["text"]):
            now = re.sub(r"\d", lambda m: str((int(m.group()) + 3) % 10), a["text"], count=1)
            yield "citation digit", f"authorities.{i}", _set(f"authorities.{i}", "text", now)
    for i, t in enumerate(s["statements"]):
        yield "speaker", f"statements.{i}", _set(f"statements.{i}", "speaker", "Senator Halloran")
        del t
    for i in range(len(s["questions"])):
        yield "dropped question", "questions", lambda r, i=i: r["questions"].pop(i)  # type: ignore[misc]


def _card_changes(s: dict[str, Any], rng: random.Random) -> Iterator[Change]:
    card = s["letter"]
    if card["date"]:
        yield "letter's date", "letter.date", _set("letter", "date", _later(card["date"], rng))
    for i, p in enumerate(card["senders"][:6]):
        part = f"letter.senders.{i}"
        yield "name", part, _set(part, "name", "Barnaby Holt")
        yield "state or party", part, _set(part, "state", "TX" if p["state"] != "TX" else "CA")
        yield "state or party", part, _set(part, "party", "R" if p["party"] != "R" else "D")
    for i, r in enumerate(card["recipients"]):
        del r
        yield "office", "letter.recipients", _set(f"letter.recipients.{i}", "office", "Secretary of Agriculture")


def _one_word(quote: str, rng: random.Random) -> str | None:
    words = quote.split(" ")
    places = [i for i, w in enumerate(words) if w.isalpha() and len(w) > 2]
    if len(words) < 4 or not places:
        return None
    i = rng.choice(places)
    return " ".join([*words[:i], rng.choice(["never", "all", "secret", "weapons", "some", "barely"]), *words[i + 1 :]])


def _later(day: str, rng: random.Random) -> str:
    return (date.fromisoformat(day) + timedelta(days=rng.choice([-30, -7, -1, 1, 2, 7, 30, 365]))).isoformat()


def _set(part: str, field: str, value: Any) -> Callable[[dict[str, Any]], None]:
    def change(result: dict[str, Any]) -> None:
        at: Any = result
        for step in part.split("."):
            at = at[int(step)] if isinstance(at, list) else at[step]
        at[field] = value

    return change


def result_cases(rng: random.Random, folder: Path) -> Iterator[Case]:
    """Falsify the saved summaries, one change each, and check them as saved."""
    for path, made, letters in saved(folder):
        shelf = Shelf([path])
        for i, letter in enumerate(letters):
            prefix = f"summaries.{i}." if len(letters) > 1 else ""
            for kind, part, change in _summary_changes(made["summaries"][i], letter, rng):
                changed = json.loads(json.dumps(made))
                change(changed["summaries"][i])
                yield _checked(
                    kind, Summaries.model_validate(changed), shelf, prefix + part, path.name, changed["summaries"][i]
                )


def _checked(kind: str, made: Any, shelf: Shelf, part: str, where: str, told: Any) -> Case:
    found = check_result(made, shelf, remake=REMAKE).findings
    at: Any = told
    for step in part.split("."):
        if isinstance(at, dict) and step in at:
            at = at[step]
        elif isinstance(at, list) and step.isdigit() and int(step) < len(at):
            at = at[int(step)]
    hit = any(f.part == part or f.part.startswith((f"{part}.", f"{part} ")) for f in found)
    return Case(kind, f"{where} {part}", json.dumps(at, ensure_ascii=False)[:200], hit)


PAIRS = (
    ("ferreday-quill-to-president.txt", "stroud-to-commerce.txt"),
    ("kilgariff-to-treasury.html", "teasdale-to-state.txt"),
    ("vandermeer-to-commerce-and-wta.txt", "ngo-coalition-to-commerce.md"),
    ("governor-to-president.md", "thorvald-to-commerce-highlights.txt"),
)


def pair_cases(rng: random.Random) -> Iterator[Case]:
    """Falsify comparisons: sides exchanged, a relation turned into silence, figures and shares changed."""
    del rng
    for a, b in PAIRS:
        paths = [FIXTURES / "letters" / a, FIXTURES / "letters" / b]
        shelf = Shelf(paths)
        made = api.compare(paths[0], paths[1], model="extractive").model_dump(mode="json", by_alias=True)
        for kind, part, change in _pair_changes(made):
            changed = json.loads(json.dumps(made))
            change(changed)
            yield _checked(kind, Comparison.model_validate(changed), shelf, part, f"{a} / {b}", changed)


def _pair_changes(made: dict[str, Any]) -> Iterator[Change]:
    for i, row in enumerate(made["contrasts"]):
        if row["a"] or row["b"]:
            yield (
                "A/B exchanged",
                f"contrasts.{i}",
                lambda r, i=i: r["contrasts"][i].update(a=r["contrasts"][i]["b"], b=r["contrasts"][i]["a"]),
            )  # type: ignore[misc]
        if row["relation"] in ("agree", "differ", "conflict"):
            yield "false silence", f"contrasts.{i}", lambda r, i=i: r["contrasts"][i].update(relation="only_a")  # type: ignore[misc]
    for i, row in enumerate(made["actions"]):
        yield (
            "A/B exchanged",
            f"actions.{i}",
            lambda r, i=i: r["actions"][i].update(a=r["actions"][i]["b"], b=r["actions"][i]["a"]),
        )  # type: ignore[misc]
        del row
    for i, fact in enumerate(made["facts"]):
        yield "number", f"facts.{i}", _set(f"facts.{i}", "values", ["99", fact["values"][1]])
    for side in ("a", "b"):
        topics = [c for r in made["actions"] if (c := r[side])]
        for c in topics[:4]:
            claim = c["text"]
            silent = {"topic": claim, "silent": side, "searched": None, "score": 0.0, "verdict": "silent", "note": ""}
            place = f"silences.{len(made['silences'])}"
            yield "false silence", place, lambda r, s=silent: r["silences"].append(s)  # type: ignore[misc]


# --- the table --------------------------------------------------------------------------------------------------


def false_alarms(folder: Path) -> tuple[list[str], int]:
    """Return the parts of untouched results and paraphrases that are objected to, and how many parts there are."""
    wrong, parts = [], 0
    for path, made, _ in saved(folder):
        outcome = check_result(Summaries.model_validate(made), Shelf([path]))
        parts += outcome.claims
        wrong += [f"{path.name} {f.part}: {f.what}" for f in outcome.findings]
    for a, b in PAIRS if folder == FIXTURES / "letters" else ():
        paths = [folder / a, folder / b]
        outcome = check_result(api.compare(*paths, model="extractive"), Shelf(paths))
        parts += outcome.claims
        wrong += [f"{a} / {b} {f.part}: {f.what}" for f in outcome.findings]
    if folder == FIXTURES / "letters":
        for key, claim, letter, role in paraphrases():
            parts += 1
            found = audit_claim(claim, letter, role=role)  # type: ignore[arg-type]
            if status_of(found) != "supported":
                wrong.append(f"{key} {claim.text[:80]}: {found[0].what}")
    return wrong, parts


def run(seed: int, folder: Path = FIXTURES / "letters") -> list[Case]:
    """Falsify everything once with one seed."""
    rng = random.Random(seed)
    cases = list(result_cases(rng, folder))
    if folder == FIXTURES / "letters":
        cases += [*claim_cases(rng), *pair_cases(rng)]
    return cases


def main() -> int:
    """Print the rates; exit 1 if a goal is missed (95 % overall, 80 % a kind, 2 % false alarms)."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--missed", action="store_true", help="print what was not caught, and the false alarms")
    options.add_argument("--folder", type=Path, default=FIXTURES / "letters")
    given = options.parse_args()
    cases = run(given.seed, given.folder)
    overall, weakest = print_rates(cases, given.missed)
    wrong, parts = false_alarms(given.folder)
    alarmed = print_alarms("false alarms", wrong, parts, given.missed)
    return int(overall < 0.95 or weakest < 0.8 or alarmed > 0.02)


if __name__ == "__main__":
    sys.exit(main())
