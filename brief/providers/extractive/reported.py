"""What a report says that a letter asks: the report's own sentences, in the third person, present or past."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from brief.drafts import Strength
from brief.letter.actions import split_actions
from brief.letter.complements import complement
from brief.letter.hearsay import A_NEED, STEPS
from brief.letter.requests import find_requests
from brief.providers.extractive.asks import Ask
from brief.providers.extractive.leads import actor_of
from brief.providers.extractive.other_days import DEED, OF_THAT_LETTER, RECORD, is_earlier, is_foreign, of_other_letters
from brief.providers.extractive.reported_lists import OPTIONS, with_items
from brief.providers.extractive.units import Unit, squeezed
from brief.searching import Keyed, Words, any_word

_BY_FORCE: dict[Strength, str] = {
    "urge": "advocat urg call press implor appeal push exhort reiterat renew repeat",
    "request": "ask request seek sought invit petition want",
    "demand": "demand insist requir told",
    "recommend": "recommend encourag suggest propos advis",
}
_FORCES: dict[str, Strength] = {stem: force for force, stems in _BY_FORCE.items() for stem in stems.split()}
_FOLLOWED = (
    r"(?=\s(?:the|all(?! [A-Z])|documents|records|copies|details|that|"
    r"for|on|upon|an?|him|her|them|it|Congress|whether|how|why|what|answers|information|"
    r"clarification|their|its|his|full|more|immediate|further|greater|swift|action|quick|[A-Z][\w.]*|(?!relat(?:ed|ing)|failed|pertaining|according|due|"
    r"subject)\w+ to)\b|\s\")"
)
# After "demanding", "urged" and "requesting" stands what is wanted, whatever word it begins with.
_ANYTHING = (
    r"(?=\s(?!(?:by|in|at|from|of|related|made|under|during|with|as|and|or|is|was|were|are|has|have|since|after|"
    r"before|until|when|if|but|questions?)\b)[\w\"$])"
)
_ASKING = re.compile(
    r"\b(?<!the )(?<!any )(?<!all )(?<!of )(?<!no )(?<!every )(?<!each )"
    r"(?P<verb>(?:urg(?:ed|ing)|request(?:ed|ing)(?! for)|demand(?:ed|"
    r"ing)|call(?:ed|ing) (?:(?:up)?on|for)|(?:(?<=to )|(?<=and ))urge|push(?:ed|ing) (?:for|to)|"
    r"(?:(?<=is )|(?<=are ))seeking(?! to\b)|"
    r"(?:(?<=to )|(?<=[Tt]hey )|(?<=[a-z]ly )|(?<=[a-z]{2}s )|(?<=[a-z]s, )|(?<=and ))"
    r"(?:request(?= (?:that|an?|additional|more|full|information|answers)\b)|"
    r"demand(?= (?:that|an?|the|answers|full|immediate|action)\b)))" + _ANYTHING + "|"
    r"(?:urg(?:e[sd]?|ing)|call(?:s|ed|ing)? (?:(?:up)?on|for)|(?:press(?:es|ed|ing)|(?:(?<=to )|"
    r"(?<=[sy] ))press(?= (?:the|[A-Z]|him|her|them|for)\b))(?! (?:conference|release|freedom)s?\b)|implor(?:e[sd]?|"
    r"ing)|appeal(?:s|ed|ing)? (?:to|for)|push(?:es|ed|ing)?(?: for)?|advocating for"
    r"(?! the (?:benefit|interest|need|right)s\b)|exhort(?:s|ed|ing)?|"
    r"ask(?:s|ed|ing)?|request(?:s|ed|ing)(?! for)|(?:seek(?:s|ing)?|sought)(?= (?:answers|information|an?|"
    r"clarification|clarity|details|documents|records|more|additional|further|immediate|assurances?|transparency|"
    r"responses?)\b)|demand(?:s|ed|ing)|insist(?:s|ed|ing)?(?= (?:that|on|the)\b)|recommend(?:s|ed|ing)|"
    r"encourag(?:e[sd]?|ing)|propos(?:es|ed|"
    r"ing)(?= (?:that|to)\b)|advis(?:e[sd]?|ing))" + _FOLLOWED + "|(?:(?<=[Ll]etter )|(?<=then )|(?<=also ))"
    r"suggest(?:s|ed)(?= [a-z]+ing\b)|(?:reiterat|renew|repeat)(?:e?[sd]?|ed|"
    r"ing) (?:the (?:necessity|need|importance)|(?:their|its|his|her) (?:[\w ]{3,12} )?"
    r"(?:calls?|requests?|demands?))|(?:want(?:s|ed)?|invit(?:es|ed|ing)|told)"
    r"(?= (?:the )?[A-Z][^.;,\"]{1,60}? to [a-z]| to know\b)\b)"
)
_ASKING_WORDS = Words([
    "urg", "request", "demand", "call", "push", "seek", "press", "implor", "appeal", "advocat", "exhort", "ask",
    "sought", "insist", "recommend", "encourag", "propos", "advis", "reiterat", "renew", "repeat", "suggest",
    "want", "invit", "told",
])  # fmt: skip
"""What `_ASKING` begins with."""
_NEED = Keyed(
    rf"{A_NEED} (?:for|to)\b|\bought (?:not )?to\b|\bshould (?:not )?(?!the\b|"
    r"they\b|it\b|any\b|you\b|th[ie]s|we\b|s?he\b|an?\b|serve\b)(?=[a-z])|"
    r"\bmust (?=[a-z])",
    (" need", "necessity", "ought", "should", "must"),
)
_OFFER = Keyed(
    r"\b(?:[Tt]hey|[Tt]he (?:letter|[Ss]enators|[Mm]embers|lawmakers|authors|signers|group|coalition)|"
    r"[A-Z]\w+) (?:\w+ )?(?:offers?|suggests?|lists?|outlines?|details|lays? out|laid out|provides?|"
    r"identif(?:y|ies)|enumerates?|set(?:s)? out|recommends?) "
    rf"{STEPS}|things)\b",
    (
        "offer",
        "suggest",
        "list",
        "outline",
        "details",
        "lay",
        "laid",
        "provide",
        "identif",
        "enumerate",
        "set",
        "recommend",
        "things",
    ),
)
# "He said that it is vital that the opinions be released"
_VITAL = re.compile(
    r"that (?<=\bthat )(?P<whole>it (?:is|was|would be|remains) (?:\w+ )?(?:important|critical|imperative|essential|"
    r"vital|crucial|incumbent) (?:that|for|upon) )"
)
# What stands right before the verb and tells that somebody else asks, or another paper, or on another day.
_OTHER = re.compile(
    r"(?:\b(?:bills?|resolutions?|legislation|amendments?|petitions?|lawsuits?|statements?|reports?|op-eds?|laws?|"
    r"rules?|provisions?|expected to|plans? to|continue to|going to|(?:with|to|of|on|about) (?:their|its|our|the|"
    r"his|her|this|a)) |\b(?:previously|earlier|not|never|n't|after|following|before|since|"
    r"who(?: (?:may|might|could|had|has|have)){0,2}|"
    r"(?:refus|fail|declin|decid)\w+ to) |\b[Qq]uestions [^,;.]{2,40} |\b(?:users|people|those|consumers|anyone|"
    r"someone) |\b(?!letter)[a-z]+ (?:that|which) (?:(?:s?he|they|it) (?:\w+self )?)?|"
    r"\b(?:answer|respond(?:ed)? to|response to|reply to|after|since|ignor\w+|"
    r"[A-Za-z]+'s) (?:[\w'-]+ ){0,5}letters? |\b(?:has|have|had) (?:(?:also|long|already|been|since|\w+ly) )+|\" )$"
)
# "New reports are surfacing that Senator Gale has called for the Office to burn the bridge."
_HEARD = re.compile(r"\b(?:[Rr]eports?|[Rr]eporting|news|rumou?rs|allegations|claims)\b[^,;.]{0,40}? that [^;.]*$")
# "She will ask the members to join her in a letter requesting funds": no letter was sent yet.
_TO_COME = re.compile(r"\bwill (?:\w+ ){0,3}?(?:(?:ask|invite|send|write|lead|join|continue)\b[^.;]*)?$")
_IN_MARKS = re.compile(r'"[^"]*(?:"|$)')
_SPEECH = re.compile(any_word(["I(?!-)", "We", "we"]) + r"\b")
"""Words of somebody who speaks; where no marks stand around them, these stand in sentences before and after."""
_SOMEBODY = re.compile(
    r"\b(?:White House|[Aa]dministration|Department|Governor(?: [A-Z]\w+)?|President(?: [A-Z]\w+)?|Court|Pentagon|"
    r"organizations|advocates|experts|stakeholders|(?<!The )[A-Z]{2,6}|The [A-Z]{2,5}A|"
    r"[A-Z][\w.]+ (?:Foundation|Institute|Association|Center|Society|Council|Project|Company|Union)"
    r"(?: (?:of|for) [A-Z]\w+)?) "
    r"(?:has |have |also |[a-z]+ly )*$"
)
_STRESSED = re.compile(
    r"\b(?:emphasi[sz]|stress|underscor|underlin|reiterat|highlight|express|point(?:ed|s|ing)|not(?:ed|es|ing)|argu|"
    r"outlin|detail|discuss|explain|reaffirm|convey|recogni[sz])[a-z]*\b"
)
_OWN_LETTER = re.compile(
    r"\b(?:I|[Ww]e) (?:have |also |recently |[a-z]+ly )*(?:led|sent|joined|wrote|signed|demanded|asked|urged|"
    r"called on|requested)\b"
)
_INNER = re.compile(r"\b(?P<word>that|which|who|what|how|where|why)\b[^,;:]*$")
_TELLING = re.compile(
    r"\b(?:sa(?:y|id)|stat|not(?:e|ing)|argu|emphasi|stress|believ|wr[io]t|add|warn|insist|agre|told|contend|"
    r"maintain|conclu|underscor|caution|reiterat|explain|declar|point|out|hop|mak|made|clear)"
)
_WE_ASK = re.compile(any_word(["We", "we"]) + r" (?:[a-z]+ly )?(?:urge|ask|call on|demand|request|implore)\b")
_NOUNS = frozenset(
    ["push", "press", "call", "appeal", "call for", "request", "requests", "demand", "demands", "appeal to",
     "appeal for", "push for", "ask"]
)  # fmt: skip
_THEY = re.compile(
    r"\b(?:[Tt]hey|[Ll]etter|lawmakers|(?:[Ss]enator|[Mm]ember|[Rr]epresentative)s|group|coalition|"
    r"(?:Sen|Rep|Senator|Representative|Congressman|Congresswoman)s?\.? [A-Z][\w'-]+(?: and [A-Z][\w'-]+)?) (?:also )?$"
)
_NOUN = re.compile(
    r"\b(?:an?|the|early|next|new|urgent|formal|strong|first|more|many|these|those|such|other|additional|several|"
    r"growing|increasing|competing|any|no|their|its|his|her|our) (?:(?!(?:and|or|but|letter|group|coalition|"
    r"delegation|caucus|"
    r"senator|lawmaker|congressman|congresswoman|governor|duo|pair|senators|members|lawmakers|representatives|"
    r"colleagues)\b)"
    r"[a-z]+ ){0,2}$"
)
_TO = re.compile(
    r"\s+(?:(?:(?:him|her|them|it|(?:[A-Z][\w.'-]*|the|of|and) )(?: ?(?:[A-Z][\w.'-]*|the|of|and) ){0,8} ?)"
    r"(?=(?:if|whether|how|why|what|when|for|on|about|an?)\b))?(?:(?:to|for|that|on)\b)?\s*"
)
# "the papers they asked for by May 2", "a step she pushed for in a letter": what is asked for stands before.
_STRANDED = re.compile(
    r"(?:(?<= for)|(?<= on)| for| on)(?:[.,;:]| (?:by|in|at|under|with|and|or|nor|but|during|last|earlier|is|was|"
    r"are|were)\b)"
)
_WROTE = re.compile(
    r"\b(?:letter|they|lawmakers|senators|representatives|members|authors|signers|signatories|goals?|writes?|"
    r"wrote|told|"
    r"group|coalition)\b",
    re.IGNORECASE,
)


def find_reported(units: list[Unit], to: str = "", alone: bool = True) -> list[Ask]:
    """Find what a report says the letter asks, in order; the clause is the reporter's, quotations included.

    Args:
        units: The report's sentences. to: The recipients as a line.
        alone: False if parts of the letter stand beside the report: then what tells of other days is left aside.
    """
    spoken = [ask for order, unit in enumerate(units) for ask in _in_first_person(unit, order, to)]
    apart = of_other_letters(units, to)
    told = [
        (order, unit) for order, unit in enumerate(units)
        if order not in apart and not is_foreign(unit.words) and not _speech(_IN_MARKS.sub(" ", unit.words))
    ]  # fmt: skip
    now = [one for ask in _of_now(told, to, alone) for one in with_items(ask, units)]
    now = _once(sorted((*now, *spoken), key=lambda ask: ask.start), units)
    if now or not alone:
        return now
    return [ask for order, unit in told if "letter" in unit.words for ask in _in_sentence(unit, order, to)]


def _of_now(told: list[tuple[int, Unit]], to: str, alone: bool) -> list[Ask]:
    """The asks up to where a report goes over to what the same people did before: one earlier deed behind another."""
    found: list[Ask] = []
    deeds, earlier, named = 0, False, False
    readers = _NAMES.findall(to)
    for order, unit in told:
        tells = order < _FIRST and "letter" in unit.words and any(map(unit.words.__contains__, readers))
        later = bool(found) and (named or not tells)  # what was told before the letter is named leads up to it
        named = named or "letter" in unit.words
        goes_on = earlier and (later or not alone) and bool(OF_THAT_LETTER.match(unit.words))
        earlier = goes_on or is_earlier(unit.words, later)
        deeds = deeds + 1 if earlier and DEED.search(unit.words) else 0
        if found and (deeds > 1 or RECORD.match(unit.words)):
            break
        found += [] if earlier else _in_sentence(unit, order, to)
    return found


_NAMES = re.compile(r"[A-Z][\w'-]{3,}")
_FIRST = 6
"""The place of a sentence of a report up to which it may still come to name its letter."""


def _once(asks: list[Ask], units: list[Unit]) -> list[Ask]:
    """Drop what a report says over again in the same words, as a headline does."""
    said = [units[a.order].words[a.start - units[a.order].start : a.end - units[a.order].start] for a in asks]
    return [a for k, a in enumerate(asks) if said[k].rstrip(".") not in (s.rstrip(".") for s in said[:k])]


def _in_first_person(unit: Unit, order: int, to: str) -> Iterator[Ask]:
    """What the senders ask where they report in their own person: "as such, we urge the Bureau to withdraw it"."""
    if unit.quoted or '"' in unit.words or "  " in unit.words or not _WE_ASK.search(unit.words):
        return
    for request in find_requests(unit.words):
        if not request.lead:
            yield _made(
                unit, order, request.start, request.end, request.act, request.force, actor_of(request.actor, to)
            )


def _speech(words: str) -> bool:
    """Tell whether somebody speaks here, rather than that the senders themselves tell what they asked."""
    return bool(_SPEECH.search(words)) and not _OWN_LETTER.search(words)


def _in_sentence(unit: Unit, order: int, to: str) -> Iterator[Ask]:
    if "  " not in unit.words:
        yield from _in_words(unit, order, to)
        return
    words, places = squeezed(unit.words)
    for ask in _in_words(replace(unit, words=words), order, to):
        start, end, act = (k - unit.start for k in (ask.start, ask.end, ask.act))
        yield replace(
            ask, start=unit.start + places[start], end=unit.start + places[end - 1] + 1, act=unit.start + places[act]
        )


def _in_words(unit: Unit, order: int, to: str) -> Iterator[Ask]:
    words = unit.words
    quotes = [(m.start(), m.end()) for m in re.finditer(r'"[^"]*(?:"|$)', words)]
    verbs = [
        m for m in _ASKING_WORDS.finditer(_ASKING, words)
        if not any(a < m.start() < b for a, b in quotes)
        and not (m["verb"].split()[0].endswith(("ed", "s", "ght")) and _SOMEBODY.search(words, 0, m.start()))
        and not _STRANDED.match(words, m.end())
        and not (m["verb"].endswith("ing") and _in_means(words, m.start()))
        and (not m["verb"].startswith(("want", "told")) or _THEY.search(words, 0, m.start()))
        and not (m["verb"] in _NOUNS and _NOUN.search(words, 0, m.start()))
        and (not _OTHER.search(words, 0, m.start()) or _here(words, m))
        and not ("will " in words and _TO_COME.search(words, 0, m.start()))
        and not ("that " in words and _HEARD.search(words, 0, m.start()))
    ]  # fmt: skip
    for place, verb in enumerate(v for v in verbs if not _POINTS.match(words, v.end())):
        if place and _THEIRS.search(words, 0, verb.start()):
            continue
        end = _start(words, verbs[place + 1].start()) if place + 1 < len(verbs) else len(words)
        yield from _asked(unit, order, verb, end, to)
    if verbs:
        return
    if (vital := _VITAL.search(words)) and _TELLING.search(words, 0, vital.start()):
        yield _made(unit, order, vital.start("whole"), len(words), vital.end(), "urge", "addressee")
        return
    # "the Board "should open the lock"": words of the letter that the reporter's sentence leads in
    need = next((m for m in _NEED.finditer(words) if not any(a + 1 < m.start() < b for a, b in quotes)), None)
    if need and need.group().startswith(("the", "a ")) and not _STRESSED.search(words, 0, need.start()):
        need = None
    if need and "whether " in words and _WHETHER.search(words, 0, need.start()):
        need = None
    if (
        need
        and (inner := _INNER.search(words, 0, need.start()))
        and not (inner["word"] == "that" and _TELLING.search(words, 0, inner.start()))
    ):
        need = None
    if need and _WROTE.search(words):
        start = need.start() if need.group().startswith(("the", "a ")) else 0
        strength: Strength = "demand" if "must" in need.group() else "recommend" if start == 0 else "urge"
        yield _made(unit, order, start, len(words), need.start(), strength, "addressee")
    elif offer := _OFFER.search(words) or (OPTIONS.search(words) if words.endswith(":") else None):
        yield _made(unit, order, offer.start(), len(words), offer.start(), "recommend", "addressee")


_WHETHER = re.compile(r"\bwhether [^,;.]{2,80}$")


def _in_means(words: str, verb: int) -> bool:
    """Tell whether a participle says what for or by what: "thanks for asking", "it can act by seeking a stay"."""
    if words.endswith("by ", 0, verb):
        return not _CLOSING.search(words, 0, verb)
    return words.endswith(("for ", "of "), 0, verb) or bool(_PAPER.search(words, max(0, verb - 16), verb))


_PAPER = re.compile(r"\b(?:application|bill|proposal|motion|waiver|amendment|claim)s? $")
"""What asks by itself, and not in the letter: "they decried its refusal of an application requesting a loan"."""


_CLOSING = re.compile(
    r"\b(?:letters?|lawmakers|senators|members|they|conclud\w+|clos\w+|end(?:s|ed)|press\w+|finish\w+|follow\w+|wr[io]te?s?)\b",
    re.IGNORECASE,
)
# "… the firm to settle with its hands who left in May, calling for berths": those who left call for them.
_THEIRS = re.compile(r"\b[a-z]+s who (?!would\b|will\b)[a-z]+ [^,;]{2,80}, $")
_POINTS = re.compile(r"(?: for)? (?:this|that|it)[.,;\"]")


def _here(words: str, verb: re.Match[str]) -> bool:
    """Tell whether a sentence in the perfect still tells of the letter: "have sent a letter urging …" """
    before = words[: verb.start()]
    return bool(_PERFECT.search(before)) and bool(_THIS.search(words))


_PERFECT = re.compile(r"\b(?:has|have|had) (?:\w+ ){0,2}$")
_THIS = re.compile(r"\b(?:this|the|a) letter\b")


def _asked(unit: Unit, order: int, verb: re.Match[str], end: int, to: str) -> Iterator[Ask]:
    words = unit.words
    if _AFTER.match(words) and (news := _NEWS.search(words, verb.end(), end)):
        end = news.start()
    stem = next(s for s in _FORCES if verb["verb"].startswith(s))
    start = _start(words, verb.start())
    whom = _TO_WHOM.match(words, verb.end(), end) if verb["verb"].startswith(("re", "Re")) else None
    found = complement(words.replace('"', " "), whom.end() if whom else verb.end(), end)
    if found is None:
        necessity = _TO.match(words, verb.end())
        yield _made(unit, order, start, end, necessity.end() if necessity else verb.end(), _FORCES[stem], "addressee")
        return
    for part in split_actions(words, start, found[1], end, _FORCES[stem], found[0]):
        yield _made(unit, order, part.start, part.end, part.act, _FORCES[stem], actor_of(found[0], to))


# "renewed her request to Speaker Vale that she open an inquiry"
_TO_WHOM = re.compile(r" (?:to|of|on) [^,;:.]{3,60}?(?= that\b)")
# "After a letter calling for a lock, the Bureau began to build": the news behind the clause is no ask.
_AFTER = re.compile(
    r"(?:[A-Z][\w., ]{2,40} [–—-] ?)?\W*(?:After|Following|In response to|Thanks to|Since|Days after|Weeks after|"
    r"Months after|In (?:an?|the|their|his|her|this) (?:[\w-]+ ){0,3}letter\b) "
)
_NEWS = re.compile(
    r", (?=(?:U\.S\. )?(?:Congress(?:man|woman)|Senators?|Reps?\.|Sens?\.|Representatives?) [A-Z])|"
    r", (?=(?:the |[A-Z][\w.]* |it |they )[^,;]*\b(?:has|have|had|was|were|is|are|will|began|came|said|took|made|gave|"
    r"sent|won|[a-z]+ed)\b)"
)


def _start(words: str, verb: int) -> int:
    """Take in the verb's subject if it stands close before it; "a letter urging him" has none."""
    bare = _BARE_PARTICIPLE.match(words, verb) and not _PROGRESSIVE.search(words, 0, verb)
    if bare or words.endswith(" to ", 0, verb):
        return verb
    subject = _SUBJECT.search(words, 0, verb)
    return subject.start(1) if subject else verb


_BARE_PARTICIPLE = re.compile(r"[a-z]+ing\b")
_PROGRESSIVE = re.compile(r"\b(?:is|are|was|were|been)(?: \w+)? $")
_SUBJECT = re.compile(r"(?:^|[,;]\s+)((?:[Tt]hey|[Tt]he [\w ]{3,40}|[A-Z][\w. ]{2,40}|[Hh]e|[Ss]he)\s+(?:also\s+)?)$")


def _made(unit: Unit, order: int, start: int, end: int, act: int, strength: Strength, actor: str) -> Ask:
    piece = re.sub(r",? (?:which|that) can be (?:found|read|viewed|seen|accessed)\b.*$", "", unit.words[start:end])
    piece = re.sub(r"(?:[,;:]|\s(?:and|or|but|while|including|namely)|\s[–—-]+)*\s*$", "", piece)
    number = unit.item.number if unit.item else None
    return Ask(unit.start + start, unit.start + start + len(piece), unit.start + act, strength, actor, number, order)
