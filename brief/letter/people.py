"""Who signs a letter, as the release tells it: its sentences, its lists of signers, and those it only counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from brief.document import Span
from brief.letter.card import Person
from brief.letter.names import BRACKETED, RUN, Mention, bracketed, chamber_of, mention, split_title, surname, word_key
from brief.letter.places import postal
from brief.letter.vocabulary import PRESS_VERBS, one_of, ordered, words

_ABBREVIATED = re.compile(
    r"(?:\b(?:Sens?|Reps?|Mrs?|Ms|Dr|Gov|Hon|St|Ste|Lt|Col|Gen|Del|Jr|Sr|No|vs?|Inc|Co|Corp|Ala|Ariz|Ark|Calif|"
    r"Colo|Conn|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Penn|Tenn|Tex|Va|Vt|"
    r"Wash|Wis|Wyo|Cong|Jan|Feb|Aug|Sept?|Oct|Nov|Dec|et al|approx|Rev|Messrs)|\b[A-Z]|\.[A-Za-z])\.$"
)
_BREAK = re.compile(r"[.!?][\"”’)]*\s+(?=[A-Z“\"(])|[.!?]”(?=[A-Z“])")
_PEOPLE = re.compile(
    r"\b(?:sens?|senators?|reps?|representatives?|congress(?:man|woman|men|women|members?|person)|delegates?|"
    r"attorneys? general|governors?|gov|chair(?:man|woman|men|person)?s?|ranking members?|leader|speaker|members?|"
    r"whip|dr|mayors?)\b",
    re.IGNORECASE,
)
_SIGNS = re.compile(
    r"\b(?:letters?|sign(?:ed|ing|ers?|ator(?:y|ies)|atures)?|co-?sign\w*|co-?le(?:d|ads?)|join(?:ed|ing|s)?|led|"
    r"leads?|leading|along with|alongside|wrote|writ(?:es?|ing)|penned|authored|urg(?:ed|es|ing)|"
    r"call(?:ed|ing|s)? (?:on|for)|request(?:s|ed|ing)?|asking|asked|demand(?:s|ed|ing)|press(?:ed|es|ing)|sent|"
    r"told|push(?:ed|es|ing)|"
    r"sends?|sending|slam\w*|blast\w*|rais(?:ed|ing)|express(?:ed|ing)|question(?:ed|ing))\b",
    re.IGNORECASE,
)
_PASSING = re.compile(
    r"\b(?:introduc(?:ed|ing)|legislation|bill|resolution|co-?sponsor\w*|voted|vote|sponsor(?:ed)?|previously|"
    r"earlier this|last (?:year|month|week)|hearing|amendment|reintroduced|passed)\b"
)
_LETTER = re.compile(r"\b(?:letters?|sign(?:ed|ers|atories)|co-?sign\w*|wrote|writing)\b", re.IGNORECASE)
_SIGNED_BY = re.compile(
    r"\b(?:(?:co-?)?(?:sign|led|lead|author)\w*|joined|joining|supported) by\b|"
    r"\balso (?:signed|signing|joining|joined)\b|\b(?:co-?)?sign(?:ers|atories|ed)\b",
    re.IGNORECASE,
)
_TO = re.compile(
    r"\b(?:(?:letters?|wrote|writing|writes?|sent|sending|addressed|message|inquiry|request)"
    r"(?: (?!\w+ing\b)[\w’',]+){0,8}? to\b|"
    r"urg(?:ed|es|ing|e)|call(?:ed|ing|s)? (?:up)?on|ask(?:ed|ing|s)?|press(?:ed|es|ing)?|request(?:ed|ing|s)?|"
    r"demand(?:ed|ing|s)?|question(?:ed|ing)|warn(?:ed|ing)|push(?:ed|ing)|implor\w+|slam\w*|blast\w*|"
    r"(?:led|sent|wrote) (?=Secretary|President|Attorney))\b",
    re.IGNORECASE,
)
_TO_ENDS = re.compile(
    r"\b(?:with|joined by|led by|signed by|co-?signed|along with|alongside|joining|joined|together with|were|was|"
    r"are|said|wrote|in addition to|today)\b|[.;]\s|\bSens\.|\bReps\.|\bSenators\b|\bRepresentatives\b|"
    r", (?=(?:U\.S\. )?(?:Sen\b|Senator|Rep\b|Congress(?:man|woman)\b))"
)
_BETWEEN = re.compile(
    r"\s*(?:(?:,|;|&|and|of [A-Z]\w+(?: [A-Z]\w+)?|as well as|along with|together with|Jr\.?|Sr\.?|"
    r"III?)\s*)*$"
)
_NOT_A_NAME = words(
    """
    congress committee subcommittee caucus senate house office department agency administration united states
    american america washington act law court national federal republican democratic republicans democrats press
    colleagues bipartisan lawmakers delegation group
    release letter trump biden obama bush covid security service center university company inc corporation the a
    an this that these those we our i in on at for by as and of to with member members senator senators
    representative representatives u.s district ranking chairman chairwoman commission board association council
    institute coalition union state states department's administration's
    """
)


def sentences_of(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the sentences of a release paragraph; "Sen.", "U.S." and "(R-Wis.)" end none."""
    at = start
    for found in _BREAK.finditer(text, start, end):
        if text[found.start()] == "." and _ABBREVIATED.search(text, max(at, found.start() - 12), found.start() + 1):
            continue
        yield Span(at, found.end())
        at = found.end()
    if at < end:
        yield Span(at, end)


def in_release(text: str, paragraphs: Iterable[Span], quoted: Iterable[Span] = ()) -> list[Mention]:
    """Return the persons whom the release names as signers, in order of first mention.

    Args:
        text: The document's text.
        paragraphs: The release's paragraphs (of a post on several letters: those on one of them).
        quoted: The quotations within, where nobody is looked for.
    """
    hidden = list(quoted)
    found: list[Mention] = []
    listing = led = False
    for p in paragraphs:
        only = _only_names(text, p)
        if only and (listing or led or not found):
            found += only
            listing = True
            continue
        for s in sentences_of(text, p.start, p.end):
            if not _within(text, s, hidden) and (_tells_of_signers(text, s, led) or _leads(text, s, found)):
                here = _signers(text, s)
                found += here
                led = led or bool(here)
        listing = bool(_SIGNED_BY.search(text, p.start, p.end)) or text[p.end - 1] == ":"
    return found


def _leads(text: str, s: Span, found: list[Mention]) -> bool:
    """Tell whether a sentence is the release's first one to name anybody with party or state."""
    return not found and s.end - s.start > 60 and bool(BRACKETED.search(text, s.start, s.end))


def _within(text: str, s: Span, hidden: list[Span]) -> bool:
    """Tell whether a sentence stands in a quotation, and does not go on to name signers behind it."""
    around = next((h for h in hidden if h.start <= s.start < h.end), None)
    if around is None:
        return False
    return around.end >= s.end or not (
        BRACKETED.search(text, around.end, s.end) and _LETTER.search(text, around.end, s.end)
    )


def _only_names(text: str, p: Span) -> list[Mention]:
    """Return the persons of a line or paragraph that is a list of names with party or state, else nothing."""
    matches = list(BRACKETED.finditer(text, p.start, p.end)) if text.find("(", p.start, p.end) >= 0 else []
    if not matches:
        return []
    covered = sum(m.end() - m.start() for m in matches)
    if covered < 0.75 * (p.end - p.start) - 6 or matches[0].start() - p.start > 40:
        return []
    return [m for m in map(mention, matches) if m]


def _tells_of_signers(text: str, s: Span, led: bool) -> bool:
    if not _SIGNS.search(text, s.start, s.end):
        return False
    about_letter = _LETTER.search(text, s.start, s.end)
    if not about_letter and _PASSING.search(text, s.start, s.end):
        return False
    return not led or bool(about_letter or _SIGNED_BY.search(text, s.start, s.end))


def _signers(text: str, s: Span) -> list[Mention]:
    """Return the persons in one sentence, those to whom the letter goes left out."""
    zones = list(_addressed(text, s))
    out: list[Mention] = []
    at, last = s.start, None
    for start, end, one in _runs(text, s):
        if one is None and last and text[at:start] == " of " and postal(text[start:end]):
            continue  # "Attorneys General A of Maine and B of Oregon"
        listed = last is not None and bool(_BETWEEN.match(text[at:start]))
        if any(z.start <= start < z.end for z in zones):
            one = None
        elif one is None:
            one = _titled(text, start, end, listed)
        if one and listed and last and not one.title and not one.chamber:
            one = replace(one, chamber=last.chamber)  # "Senators A (D-MA) and B (D-MN)"
        out += [one] if one else []
        last, at = one, end
    return out


_RUN = re.compile(RUN)


def _runs(text: str, s: Span) -> Iterator[tuple[int, int, Mention | None]]:
    """Yield the capitalised runs of a sentence, with the person read from it if brackets tell party or state."""
    at = s.start
    for found in BRACKETED.finditer(text, s.start, s.end):
        for run in _RUN.finditer(text, at, found.start()):
            yield run.start(), run.end(), None
        yield found.start(), found.end(), mention(found)
        at = found.end()
    for run in _RUN.finditer(text, at, s.end):
        yield run.start(), run.end(), None


def _addressed(text: str, s: Span) -> Iterator[Span]:
    """Yield the stretches of a sentence that tell to whom the letter goes, or of whom something is asked."""
    at = s.start
    while found := _TO.search(text, at, s.end):
        over = _TO_ENDS.search(text, found.end(), s.end)
        stop = over.start() if over else s.end
        yield Span(found.end(), stop)
        at = max(stop, found.end())


def _titled(text: str, start: int, end: int, listed: bool) -> Mention | None:
    """Read a run without brackets: a person if a title stands before it, or the list that it goes on."""
    title, name = split_title(text[start:end])
    name = re.sub(r"[’']s$", "", name)
    parts = name.split()
    if not parts or len(parts) > 5 or any(word_key(w) in _NOT_A_NAME for w in parts) or not parts[-1][0].isupper():
        return None
    if name.isupper() and len(parts) == 1:
        return None
    if not _PEOPLE.search(title) and not (listed and not title and len(parts) > 1):
        return None
    at = start + text[start:end].rindex(parts[0])
    if text[start - 4 : start].casefold() == "the " or text[at + len(name) : at + len(name) + 2].strip().isdigit():
        return None  # "the Senator Elizabeth Dole 21st Century Act"
    of = re.compile(r" of ([A-Z]\w+(?: [A-Z]\w+)?)").match(text, at + len(name))
    state = _state_before(title) or (postal(of[1]) if of else None)
    return Mention(name, title, at, at + len(name), state=state, chamber=chamber_of(title))


def is_lawmaker(speaker: str) -> bool:
    """Tell whether a speaker is named with the title of a legislator or of another signer's office."""
    return bool(_PEOPLE.search(speaker))


def _state_before(title: str) -> str | None:
    """Return the state that a title begins with ("New York Attorney General")."""
    parts = title.split()
    return postal(" ".join(parts[:2])) or postal(parts[0]) if parts else None


_OFFICE_ROLE = re.compile(
    r"\b(?:Co-?)?(?:Chair\w*|Ranking|Leader|Whip|Speaker|Attorneys? General|Governor|Mayor|Dean|President Pro)\b"
)
_ROLE_BEHIND = re.compile(
    r",? (?:who (?:serves as|is|chairs) )?(?:the |a )?"
    r"((?:(?:Co-?|Vice )?Chair(?:man|woman|person)?\b|Ranking Member|"
    r"(?:Majority|Minority|Republican|Democratic) (?:Leader|Whip)|"
    r"top (?:Democrat|Republican)|(?:senior|ranking) (?:member|Democrat|Republican)|Dean)[^,.;()“”]{0,90}?)"
    r"(?=,| and (?:U\.S\.|Sen|Rep|Congress)|\.)"
)


def role(text: str, one: Mention) -> str | None:
    """Return the office that the text gives a signer beside the name, as stated."""
    title = re.sub(r"^(?:U\.S\.?|US)\s+", "", one.title)
    title = re.sub(r"\s*\b(?:Sens?\.|Senators?|Reps?\.|Representatives?|Congress(?:man|woman))$", "", title)
    if _OFFICE_ROLE.search(title):
        return title
    behind = _ROLE_BEHIND.match(text, one.end)
    return behind[1] if behind else None


_NUMBERS = dict(zip(ordered("two three four five six seven eight nine ten eleven twelve"), range(2, 13), strict=True))
_FELLOWS = (
    r"(?:colleagues|[Ss]enators|[Mm]embers(?: of (?:Congress|the House(?: of Representatives)?))?|lawmakers|"
    r"[Rr]epresentatives|signatures|Republicans|Democrats|governors|[Aa]ttorneys [Gg]eneral|(?:co-?)?signers|"
    r"signatories|"
    r"legislators|others|House members)"
)
_QUALITY = r"(?:(?!(?:and|to|in|of)\b)[\w.-]+\s+){0,4}?"
_COUNTED = re.compile(
    rf"\b(?P<n>(?:more than |over |nearly |about )?(?i:(?:\d{{1,3}}|{'|'.join(_NUMBERS)})))\s+"
    rf"(?:of (?:his|her|their|our|my) )?"
    rf"{_QUALITY}{_FELLOWS}(?: and (?:\d+ )?{_QUALITY}{_FELLOWS})?",
)
_GROUP = re.compile(
    rf"\b(?:a (?:bipartisan |bicameral |broad |large )*(?:group|coalition) of {_QUALITY}{_FELLOWS}|"
    rf"(?:several|dozens|many|some) of (?:his|her|their|our) {_QUALITY}{_FELLOWS}|"
    rf"(?:(?<=joined )|(?<=with )|(?<=led )|(?<=and )|(?<=by ))(?:his|her|their) {_QUALITY}colleagues|"
    r"the (?:entire|full) [\w ]{3,60}? delegation)",
)
_OTHERS = re.compile(r"\b(?:of (?:his|her|their|our|my)|other|others|additional|fellow|colleagues)\b")


def unnamed(text: str, paragraphs: Iterable[Span], quoted: Iterable[Span], named: list[Mention]) -> str | None:
    """Return the words that count signers whom the document does not name, or None if it names them all.

    Args:
        text: The document's text.
        paragraphs: What tells of the letter: headlines and release paragraphs.
        quoted: The quotations within.
        named: The signers who are named.
    """
    hidden = list(quoted)
    vague: str | None = None
    for p in paragraphs:
        for s in sentences_of(text, p.start, p.end):
            if _within(text, s, hidden) or not _tells_of_signers(text, s, led=False):
                continue
            counted = _COUNTED.search(text, s.start, s.end)
            if counted:
                return _rest(text, s, counted, named)
            group = _GROUP.search(text, s.start, s.end)
            if group and not vague and _after(named, s) == 0:
                vague = group[0]
    return vague


def count_of(stated: str) -> int:
    """Return the number that a figure or a number word states."""
    return int(stated) if stated.isdigit() else _NUMBERS[stated.casefold()]


def _rest(text: str, s: Span, counted: re.Match[str], named: list[Mention]) -> str | None:
    count = count_of(counted["n"].split()[-1])
    behind = text[counted.end() : counted.end() + 12].startswith(", led by")
    others = bool(_OTHERS.search(counted[0])) and not behind
    before = sum(s.start <= m.start < counted.start() for m in named) if others else 0
    left = count + before - len(named)
    stated = re.sub(r"\s+", " ", counted[0])
    if left <= len(named) // 20:
        return None  # all are named, but for a slip in counting
    return stated if left == count else f"{left} of {stated}"


def _after(named: list[Mention], s: Span) -> int:
    return sum(m.start >= s.end for m in named)


def introduced(text: str, paragraphs: Iterable[Span]) -> Iterator[Mention]:
    """Yield the persons whom the release names with title, party or state, whatever it says of them."""
    for p in paragraphs:
        for start, end, one in _runs(text, p):
            found = one or _titled(text, start, end, listed=False)
            if found:
                yield found


_HEADLINE = re.compile(
    rf"(?:(?:U\.S\. )?(?:Sens?\.|Reps?\.|Senators?|Representatives?|Congress(?:man|woman|members?))\s+)?"
    rf"(?P<who>[A-Z][\w’'-]+(?:(?:, | and | & |, and )[A-Z][\w’'-]+){{0,5}}),? (?:[Ll]ead|[Ll]etter|"
    rf"{one_of(PRESS_VERBS)}s?\b)"
)


def in_headline(text: str, headings: Iterable[Span]) -> list[Mention]:
    """Return the persons with whose surnames a headline begins ("Cotton Demands Answers …")."""
    for h in headings:
        found = _HEADLINE.match(text, h.start, h.end)
        if found:
            return [
                Mention(m[0], "", m.start(), m.end())
                for m in re.compile(r"[A-Z][\w’'-]+").finditer(text, found.start("who"), found.end("who"))
                if word_key(m[0]) not in _NOT_A_NAME and not m[0].isupper()
            ]
    return []


def _bracketed_in(text: str, paragraphs: Iterable[Span]) -> Iterator[Mention]:
    for p in paragraphs:
        if text.find("(", p.start, p.end) >= 0:
            yield from bracketed(text, p.start, p.end)


def completed_by(text: str, named: list[Mention], paragraphs: Iterable[Span]) -> list[Mention]:
    """Return the signers with the full name, party and state that the release gives them elsewhere."""
    if all(" " in m.name and m.stated_more for m in named):
        return named
    places = {m.surname: i for i, m in enumerate(named)}
    out = list(named)
    short = any(" " not in m.name for m in named)
    for one in introduced(text, paragraphs) if short else _bracketed_in(text, paragraphs):
        at = places.get(one.surname)
        if at is not None and " " in one.name and (one.stated_more or " " not in out[at].name) and _same(out[at], one):
            out[at] = _together(out[at], one)
    return merged(out)


def merged(mentions: Iterable[Mention]) -> list[Mention]:
    """Return each person once, in order, with all that the mentions together tell of them."""
    out: list[Mention] = []
    places: dict[str, list[int]] = {}
    for one in mentions:
        namesakes = places.setdefault(one.surname, [])
        place = next((i for i in namesakes if _same(one, out[i])), None)
        if place is None:
            namesakes.append(len(out))
            out.append(one)
        else:
            out[place] = _together(out[place], one)
    return out


def _same(a: Mention, b: Mention) -> bool:
    """Tell whether two mentions with one surname mean one person."""
    first_a, first_b = a.name.split()[0].casefold(), b.name.split()[0].casefold()
    if len(a.name.split()) == 1 or len(b.name.split()) == 1:
        return True
    if a.state and b.state and a.state != b.state:
        return False
    return first_a[0] == first_b[0] or (a.state is not None and a.state == b.state and a.district == b.district)


def _together(a: Mention, b: Mention) -> Mention:
    if a.name.isupper() != b.name.isupper():
        a, b = (b, a) if a.name.isupper() else (a, b)
        return replace(a, party=a.party or b.party, state=a.state or b.state, district=a.district or b.district)
    fuller = len(b.name.split()) > len(a.name.split()) or (b.stated_more and not a.stated_more)
    full, other = (b, a) if fuller else (a, b)
    return replace(
        full,
        title=full.title or other.title,
        party=full.party or other.party,
        state=full.state or other.state,
        district=full.district or other.district,
        chamber=full.chamber or other.chamber,
    )


def surnames(people: Iterable[Person]) -> frozenset[str]:
    """Return the surnames of the senders, folded."""
    return frozenset(surname(p.name) for p in people)
