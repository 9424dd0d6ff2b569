"""How many falsifications of a true comparison or matrix the auditor catches, and how often it objects to true ones.

    python benchmarks/tamper_pairs.py [--seed 1] [--missed] [--most 6] [--corpus DIR --bulk N]

True results are the comparisons and the matrix of the sample letters, made (1) by the rules, (2) by the recordings, as
a strong model words them. Nothing is made again (`remake=False`): what a model said cannot be. Each falsification
changes one thing of a saved result, and must be objected to at the part that was changed; for what was dropped, at its
list or where it is counted. No falsification knows the checks' word lists.

`--corpus` adds comparisons of other letters to the false alarms: its labelled pairs, and N random pairs of its bulk
file.
"""

from __future__ import annotations

import argparse
import asyncio
import gzip
import json
import random
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from falsified import Case, print_alarms, print_rates

from brief import api
from brief.comparing import compare_summaries
from brief.comparison import Comparison
from brief.errors import BriefError
from brief.exchange import Provider
from brief.letter.anatomy import Letter
from brief.matrices import Matrix
from brief.providers.cassette import Cassette
from brief.providers.extractive import Extractive
from brief.reading import read_letter
from brief.summary import Summary
from brief.tabulating import tabulate
from brief.verification.results import check_result
from brief.verification.sources import Shelf

FIXTURES = Path(__file__).parent.parent / "tests" / "fixtures"
RULES, RECORDED = Extractive(), Cassette(FIXTURES / "recordings")
OF_RULES = (
    "kilgariff-to-treasury__teasdale-to-state",
    "governor-to-president__thorvald-to-commerce-highlights",
    "attorneys-general-to-corvane__abendroth-to-president",
    "bellocq-to-commerce__stroud-to-commerce",
)
IN_MATRIX = ("stroud-to-commerce", "ferreday-quill-to-president", "ngo-coalition-to-commerce", "kilgariff-to-treasury")
INVENTED = (
    "call for a boycott of the autumn trade fair",
    "ask that the ambassador be recalled",
    "propose a tax on bottled water",
    "want the army to guard the port",
)
Change = tuple[str, tuple[str, ...], Callable[[dict[str, Any]], None]]


@dataclass(frozen=True)
class Made:
    """A true result, the shelf that its documents stand on, and whether a model worded it."""

    name: str
    result: Comparison | Matrix
    shelf: Shelf
    told: bool


# --- true results -----------------------------------------------------------------------------------------------


@cache
def read(name: str, told: bool) -> tuple[Path, Letter, Summary]:
    """The letter `slug` or `slug#2` of the samples, and its summary by the recordings or the rules."""
    slug, _, number = name.partition("#")
    path = next((FIXTURES / "letters").glob(f"{slug}.*"))
    letter = api.read(path)[int(number or 1) - 1]
    who: Provider = RECORDED if told else RULES
    return path, letter, asyncio.run(read_letter(letter, who))


@cache
def compared(pair: str, told: bool) -> Made:
    """The comparison of two samples."""
    (x, a, first), (y, b, second) = (read(name, told) for name in pair.split("__"))
    made = asyncio.run(compare_summaries(first, second, RECORDED if told else RULES, letters=(a, b)))
    return Made(f"{'model' if told else 'rules'} {pair}", made, Shelf([x, y]), told)


@cache
def tabulated(told: bool) -> Made:
    """The matrix of some samples."""
    every = [read(name, told) for name in IN_MATRIX]
    made = tabulate([s for _, _, s in every])
    return Made(f"{'model' if told else 'rules'} matrix", made, Shelf([p for p, _, _ in every]), told)


def results() -> Iterator[Made]:
    """Every true result of the samples; two versions of one letter are the program's own work, told by rule."""
    pairs = sorted(p.stem for p in (FIXTURES / "pairs").glob("*.json"))
    yield from (compared(pair, True) for pair in pairs if pair != "ostrander-to-state__teasdale-to-state")
    yield from (compared(pair, False) for pair in (*pairs, *OF_RULES))
    yield from (tabulated(told) for told in (True, False))


# --- changing prose ---------------------------------------------------------------------------------------------

_DOES = re.compile(r"\b(?P<who>A|B|letter \([AB]\)(?:, as reported,)?) (?P<verb>[a-z]+s)\b")


def plain(verb: str) -> str:
    """The plain form of a verb in the third person."""
    if verb.endswith("ies"):
        return verb[:-3] + "y"
    return verb[:-2] if verb.endswith(("sses", "shes", "ches", "oes")) else verb[:-1]


def negated(text: str) -> str | None:
    """What a letter is said to do, it does not do."""
    if re.search(r"\b(?:Both|They) (?:letters )?[a-z]+\b", text) and not _DOES.search(text):
        return re.sub(r"\bBoth (?:letters )?", "Neither letter would ", text, count=1)
    found = _DOES.search(text)
    if found is None:
        return None
    verb = found["verb"]
    stem = plain(verb)
    not_so = "is not" if verb == "is" else "does not hold" if verb == "holds" else f"does not {stem}"
    return text[: found.start("verb")] + not_so + text[found.end("verb") :]


def other_figure(text: str, rng: random.Random) -> str | None:
    """Another figure or day for one of the text's."""
    found = list(re.finditer(r"\d+", text))
    if not found:
        return None
    m = rng.choice(found)
    return text[: m.start()] + str(int(m.group()) + rng.choice([1, 2, 4, 7, 11])) + text[m.end() :]


def turned(text: str) -> str | None:
    """A and B in each other's place."""
    now = re.sub(r"\b[AB]\b(?=[’' ]|$)", lambda m: "B" if m.group() == "A" else "A", text)
    return now if now != text else None


_SIDE = re.compile(
    r"(?P<head>(?:[Tt]he [^;.:()]+? letter |letter )\((?P<side>[AB])\)(?:, as reported,)? )(?P<said>.+?)(?=;\s|\.\s*$)"
)


def sides_of(line: str) -> list[re.Match[str]]:
    """The clauses of a bottom line that say what one letter does."""
    return list(_SIDE.finditer(line))


def said_exchanged(line: str) -> str | None:
    """What A does said of B, and what B does of A."""
    sides = sides_of(line)
    if len(sides) != 2:
        return None
    x, y = sides
    between = line[x.end("said") : y.start("said")]
    return line[: x.start("said")] + y["said"] + between + x["said"] + line[y.end("said") :]


def names_exchanged(line: str) -> str | None:
    """The letters' names in each other's place."""
    sides = sides_of(line)
    if len(sides) != 2 or sides[0]["head"].casefold()[:-4] == sides[1]["head"].casefold()[:-4]:
        return None
    x, y = sides
    swapped = [re.sub(r"\([AB]\)", f"({m['side']})", o["head"]) for m, o in ((x, y), (y, x))]
    return line[: x.start()] + swapped[0] + line[x.end("head") : y.start()] + swapped[1] + line[y.end("head") :]


def third_person(verb: str) -> str:
    """The third person of a plain verb."""
    if verb.endswith("y"):
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch")) else "s")


def only_one(line: str) -> str | None:
    """What both do said of one alone."""
    m = re.match(r"Both letters (?P<verb>\w+)", line)
    return f"Only letter A {third_person(m['verb'])}{line[m.end() :]}" if m else None


def said_of_both(line: str, rng: random.Random) -> str | None:
    """What one letter does said of both."""
    sides = sides_of(line)
    if not sides:
        return None
    said = rng.choice(sides)["said"]
    verb, _, rest = said.partition(" ")
    if not verb.endswith("s") or "; " in rest:
        return None
    return f"Both letters {plain(verb)} {rest.split(' and ')[0]}."


# --- changing results -------------------------------------------------------------------------------------------


def put(part: str, field: str, value: Any) -> Callable[[dict[str, Any]], None]:
    """Return a change that puts a value into a field of a part."""

    def change(result: dict[str, Any]) -> None:
        at: Any = result
        for step in part.split("."):
            at = at[int(step)] if isinstance(at, list) else at[step]
        at[field] = value

    return change


def swap(part: str, x: str, y: str, field: str | None = None) -> Callable[[dict[str, Any]], None]:
    """Return a change that swaps two entries of a part, or one field of theirs."""

    def change(result: dict[str, Any]) -> None:
        at: Any = result
        for step in part.split("."):
            at = at[int(step)] if isinstance(at, list) else at[step]
        if field is None:
            at[x], at[y] = at[y], at[x]
        else:
            at[x][field], at[y][field] = at[y][field], at[x][field]

    return change


def drop(name: str, i: int) -> Callable[[dict[str, Any]], None]:
    """Return a change that drops an entry of a list."""

    def change(result: dict[str, Any]) -> None:
        result[name].pop(i)

    return change


def comparison_changes(made: dict[str, Any], rng: random.Random) -> Iterator[Change]:
    """Yield each falsification of a comparison: its kind, the parts where it may be objected to, and the change."""
    for i, row in enumerate(made["contrasts"]):
        yield from row_changes(i, row, made, rng)
    for i, row in enumerate(made["actions"]):
        yield from ask_changes(i, row, bool(made["card"]["common_recipients"]), rng)
    for i, fact in enumerate(made["facts"]):
        yield "fact values exchanged", (f"facts.{i}",), put(f"facts.{i}", "values", fact["values"][::-1])
    yield from line_changes(made["bottom_line"]["text"], made["shared_text"]["verdict"], rng)


_FLIPS = {"agree": ("conflict",), "conflict": ("agree",), "differ": ("agree",)}
_NO_DATE = re.compile(
    r"\d|\b(?:January|February|March|April|May|June|July|August|September|October|November|December|week|month|day|year|dead"
    r"line|season|date|soon|thaw|delay|wait|silence|once|now|immediate|prompt|term|until|before|after)", re.IGNORECASE
)  # fmt: skip
_NO_LAW = re.compile(
    r"\b(?:[A-Z]\w+ Act|Act|law|legal|unlawful|statut|treat|accord|court|claus|article|section|order|U\.S\.C|require"
    r"|arbit|bill|list|legislat|authori|regulat|rule|resolution|finding|notice|licens|sanction|embargo)", re.IGNORECASE
)  # fmt: skip


def row_changes(i: int, row: dict[str, Any], made: dict[str, Any], rng: random.Random) -> Iterator[Change]:
    part = f"contrasts.{i}"
    both = bool(row["a"] and row["b"])
    for flip in _FLIPS.get(row["relation"], ()) if both else ():
        yield f"relation {row['relation']} called {flip}", (part,), put(part, "relation", flip)
    words = json.dumps([row["a"] and words_of(row["a"]), row["b"] and words_of(row["b"]), row["topic"]])
    if row["aspect"] != "deadline" and not _NO_DATE.search(words):
        yield "kind of difference changed", (part,), put(part, "aspect", "deadline")
    if row["aspect"] != "legal_basis" and not _NO_LAW.search(words):
        yield "kind of difference changed", (part,), put(part, "aspect", "legal_basis")
    if row["aspect"] == "deadline" and row["relation"] in ("differ", "conflict"):
        yield "kind of difference changed", (part,), put(part, "aspect", rng.choice(["facts", "legal_basis"]))
    if both:
        yield "sides of a row exchanged", (part,), swap(part, "a", "b")
        if row["a"]["text"] != row["b"]["text"] and made["shared_text"]["verdict"] == "none":  # else both may be true
            yield "words of a row exchanged", (part,), swap(part, "a", "b", "text")
    if row["relation"] in ("only_a", "only_b"):
        yield "only A called only B", (part, "silences"), lambda r: moved(r["contrasts"][i], r)
    if row["relation"] in ("agree", "differ", "conflict") and both:
        where = (part, "silences")
        yield "false silence", where, lambda r: silenced(r["contrasts"][i], r)
        yield "false silence, search made up", where, lambda r: silenced(r["contrasts"][i], r, made_up=True)
    yield "row dropped", ("contrasts", "checks", "silences"), drop("contrasts", i)
    yield from why_changes(part, row["why"], rng)


def words_of(claim: dict[str, Any]) -> str:
    return " ".join([claim["text"], *(e["quote"] for e in claim["evidence"])])


def moved(row: dict[str, Any], made: dict[str, Any]) -> None:
    """A point of one letter only is said to be of the other only, in the row and in the record of the search."""
    row["a"], row["b"] = row["b"], row["a"]
    row["relation"] = "only_b" if row["relation"] == "only_a" else "only_a"
    for s in made["silences"]:
        if s["topic"] == row["topic"]:
            s["silent"] = "b" if s["silent"] == "a" else "a"
    for claim in (row["a"], row["b"]):
        for e in claim["evidence"] if claim else ():
            e["letter"] = made["b" if claim is row["b"] else "a"]["id"]


def silenced(row: dict[str, Any], made: dict[str, Any], made_up: bool = False) -> None:
    """A matter of both letters is said to be of A only, with a search that never was, or the record of another."""
    silent = {"topic": row["topic"], "silent": "b", "searched": None, "score": 0.0, "verdict": "silent"}
    other = next((s for s in made["silences"] if s["silent"] == "b" and s["searched"]), None)
    if made_up and other:
        silent.update(searched=other["searched"], score=0.1)
    row.update(b=None, relation="only_a", why="")
    made["silences"].append({**silent, "by": "words", "note": "Searched in the whole text given."})
    made["checks"]["claims"] -= 1
    made["checks"]["supported"] -= 1


def why_changes(part: str, why: str, rng: random.Random) -> Iterator[Change]:
    where = (f"{part}.why", part)
    now = negated(why)
    if now:
        yield "why negated", where, put(part, "why", now)
    now = turned(why)
    if now and not re.search(r"\bboth\b", why, re.IGNORECASE):
        yield "A and B exchanged in why", where, put(part, "why", now)
    now = other_figure(why, rng)
    if now:
        yield "figure or date in why", where, put(part, "why", now)


def ask_changes(i: int, row: dict[str, Any], one_addressee: bool, rng: random.Random) -> Iterator[Change]:
    part = f"actions.{i}"
    if row["a"] and row["b"]:
        flips = {"same": "conflict", "conflict": "same", "similar": "conflict"}
        if row["relation"] in ("same", "conflict"):
            yield "relation of asks flipped", (part,), put(part, "relation", flips[row["relation"]])
        for kind in ("deadline", "strength", "amount", "addressee"):
            now = sorted(set(row["differs_in"]) ^ {kind})
            if kind != "addressee" or (one_addressee and kind not in row["differs_in"]):  # else it is true
                yield "differs_in changed", (part,), put(part, "differs_in", now)
        yield "sides of asks exchanged", (part,), swap(part, "a", "b")
    else:
        yield "only A called only B", (part,), lambda r: shifted(r["actions"][i], r)
    yield "ask dropped", ("actions", "checks"), drop("actions", i)
    del rng


def shifted(row: dict[str, Any], made: dict[str, Any]) -> None:
    row["a"], row["b"] = row["b"], row["a"]
    row["relation"] = "only_b" if row["relation"] == "only_a" else "only_a"
    for side in ("a", "b"):
        for e in row[side]["evidence"] if row[side] else ():
            e["letter"] = made[side]["id"]


def line_changes(line: str, shared: str, rng: random.Random) -> Iterator[Change]:
    where = ("bottom_line",)
    told: dict[str, str | None] = {
        "sides of the bottom line exchanged": said_exchanged(line),
        "names in the bottom line exchanged": names_exchanged(line),
        "both called only A": only_one(line),
        "only A called both": said_of_both(line, rng) if shared == "none" else None,  # else it may be true
        "bottom line negated": negated(line),
        "figure or date in the bottom line": other_figure(line, rng),
    }
    for kind, now in told.items():
        if now and now != line:
            yield kind, where, put("bottom_line", "text", now)
    m = re.match(r"Both letters [^.]+\.", line)
    for share in rng.sample(INVENTED, 2):
        now = f"Both letters {share}." + (line[m.end() :] if m else f" {line}")
        yield "invented share", where, put("bottom_line", "text", now)
    many = rng.choice(["four of five", "seven of nine", "six of eleven"])
    yield "invented count", where, put("bottom_line", "text", f"{line} They share {many} asks.")


def matrix_changes(made: dict[str, Any], rng: random.Random) -> Iterator[Change]:
    """Yield each falsification of a matrix."""
    for i, row in enumerate(made["rows"]):
        for j, k in zip(range(len(row["cells"])), range(1, len(row["cells"])), strict=False):
            where = (f"rows.{i}",)
            yield "matrix cells exchanged", where, swap(f"rows.{i}.cells", j, k, "claim")  # type: ignore[arg-type]
            yield "matrix cells exchanged", where, swap(f"rows.{i}.cells", j, k, "letter")  # type: ignore[arg-type]
        for j, cell in enumerate(row["cells"]):
            far = {"supports": "opposes", "opposes": "supports"}.get(cell["stance"])
            if far:
                yield "matrix stance", (f"rows.{i}.cells.{j}",), put(f"rows.{i}.cells.{j}", "stance", far)
        if len(row["cells"]) > 1:
            said = " ".join(words_of(c["claim"]) for c in row["cells"]).lower()
            topics = [r["topic"] for r in made["rows"] if len(r["topic"].split()) > 1]
            others = [t for t in topics if not any(w[:5] in said for w in t.lower().split() if len(w) > 2)]
            if others:
                yield "matrix topic", (f"rows.{i}",), put(f"rows.{i}", "topic", rng.choice(others))
        yield "matrix row dropped", ("rows", "checks", "similarities"), drop("rows", i)
    for i, event in enumerate(made["timeline"]):
        day = event["date"][:-2] + f"{(int(event['date'][-2:]) + 3) % 28 + 1:02}"
        yield "matrix date", (f"timeline.{i}",), put(f"timeline.{i}", "date", day)
    for i, pair in enumerate(made["similarities"]):
        yield "matrix similarity", ("similarities",), put(f"similarities.{i}", "score", round(1 - pair["score"] / 2, 4))


# --- trying -----------------------------------------------------------------------------------------------------


def objected(made: Made, changed: dict[str, Any], parts: Sequence[str]) -> bool:
    """Whether a changed result is objected to at one of the parts."""
    value = type(made.result).model_validate(changed)
    found = check_result(value, made.shelf, remake=False).findings
    return any(f.part == p or f.part.startswith(f"{p}.") for f in found for p in parts)


def cases_of(made: Made, rng: random.Random, most: int) -> Iterator[Case]:
    """Falsify one result, at most `most` times in each way."""
    true = made.result.model_dump(mode="json", by_alias=True)
    changes = comparison_changes if isinstance(made.result, Comparison) else matrix_changes
    by_kind: dict[str, list[Change]] = defaultdict(list)
    for found in changes(true, rng):
        by_kind[found[0]].append(found)
    for kind, every in by_kind.items():
        for _, parts, change in rng.sample(every, min(most, len(every))):
            now = json.loads(json.dumps(true))
            change(now)
            yield Case(kind, f"{made.name} {parts[0]}", shown(now, parts[0]), objected(made, now, parts))


def shown(result: dict[str, Any], part: str) -> str:
    at: Any = result
    for step in part.split("."):
        at = at.get(step) if isinstance(at, dict) else at[int(step)] if at and int(step) < len(at) else None
    if isinstance(at, str):
        return at
    if isinstance(at, dict) and "text" in at:
        return str(at["text"])
    if isinstance(at, dict):
        sides = {k: v["text"] if isinstance(v, dict) and "text" in v else v for k, v in at.items() if k != "cells"}
        return json.dumps(sides, ensure_ascii=False)
    return ""


def run(seed: int, most: int = 6) -> list[Case]:
    """Falsify every result of the samples with one seed."""
    rng = random.Random(seed)
    return [case for made in results() for case in cases_of(made, rng, most)]


def alarms(made: Made) -> tuple[list[str], int]:
    """What is objected to in an untouched result, and of how many parts: its claims, rows and its bottom line."""
    outcome = check_result(made.result, made.shelf, remake=False)
    rows = len(made.result.contrasts) + len(made.result.actions) if isinstance(made.result, Comparison) else 0
    return [f"{made.name} {f.part}: {f.what}" for f in outcome.findings], outcome.claims + rows + 1


def others(corpus: Path, bulk: int, seed: int) -> Iterator[Made]:
    """Comparisons by rule of a corpus' labelled pairs, and of random pairs of its bulk letters on one matter."""
    for pair in sorted((corpus / "pairs").glob("*.json")):
        paths = [next((corpus / "text").glob(f"{n.partition('#')[0]}.*")) for n in pair.stem.split("__")]
        picked = [
            api.read(p)[int(n.partition("#")[2] or 1) - 1] for p, n in zip(paths, pair.stem.split("__"), strict=True)
        ]
        yield Made(pair.stem, api.compare(*picked, model="extractive"), Shelf(paths), False)
    with tempfile.TemporaryDirectory() as folder:
        source = corpus / "bulk" / "congress-press-letters.jsonl.gz"
        for paths in _bulk(source, bulk, Path(folder), random.Random(seed)):
            a, b = (api.read(p) for p in paths)
            made = api.compare(a[0], b[0], model="extractive")
            yield Made(" / ".join(p.stem for p in paths), made, Shelf(paths), False)


def _bulk(source: Path, many: int, folder: Path, rng: random.Random) -> Iterator[list[Path]]:
    if not many:
        return
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        letters = [x for x in map(json.loads, lines) if 1500 < len(x["text"]) < 12000]
    rng.shuffle(letters)
    done = 0
    for first in letters:
        near = [x for x in letters[:400] if x is not first and _akin(first["title"], x["title"])]
        pair = [first, rng.choice(near or letters)]
        paths = [folder / f"{x['id']}.txt" for x in pair]
        for path, x in zip(paths, pair, strict=True):
            path.write_text(f"{x['title']}\n\n{x['date']}\n\n{x['text']}", encoding="utf-8")
        try:
            ok = all(api.read(p) for p in paths)
        except BriefError:  # a bulk page without a letter is passed over
            ok = False
        if ok:
            yield paths
            done += 1
            if done == many:
                return


def _akin(a: str, b: str) -> bool:
    x, y = (set(re.findall(r"[a-z]{5,}", t.lower())) for t in (a, b))
    return len((x & y) - {"letter", "urges", "calls", "senator", "congressman", "president", "trump", "biden"}) >= 2


def main() -> int:
    """Print the rates; exit 1 if a goal is missed (95 % overall, 80 % a kind, 2 % false alarms)."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--most", type=int, default=6, help="falsifications of one kind in one result")
    options.add_argument("--missed", action="store_true", help="print what was not caught, and the false alarms")
    options.add_argument("--corpus", type=Path)
    options.add_argument("--bulk", type=int, default=0)
    given = options.parse_args()
    cases = run(given.seed, given.most)
    overall, weakest = print_rates(cases, given.missed)
    every = {"samples": results()}
    if given.corpus:
        every["corpus"] = others(given.corpus, given.bulk, given.seed)
    worst = 0.0
    for name, mades in every.items():
        found = [alarms(m) for m in mades]
        wrong, parts = [w for f, _ in found for w in f], sum(n for _, n in found)
        worst = max(worst, print_alarms(f"false alarms: {name}", wrong, parts, given.missed))
    return int(overall < 0.95 or weakest < 0.8 or worst > 0.02)


if __name__ == "__main__":
    sys.exit(main())
