"""The marks by which the parts of a letter and of a page are known: greetings, closings, lead-ins, page furniture."""

from __future__ import annotations

import re

from brief.calendar_words import MONTH, WEEKDAY
from brief.letter.vocabulary import PRESS_VERBS, one_of
from brief.searching import lowered

OFFICES = (
    r"(?:Mr|Mrs|Ms|Dr|Hon(?:ou?rable)?|President|Vice|Secretar(?:y|ies)|Acting|Deputy|Under|Assistant|Attorneys?|Administrators?|"
    r"Commissioners?|Directors?|Chair\w*|Ranking|Co-Chair\w*|Speaker|Leaders?|Majority|Minority|Senators?|"
    r"Representatives?|Congress\w+|Governors?|Lieutenant|General|Admiral|Colonel|Ambassador|Prime|Minister|"
    r"Chancellor|Mayor|Justices?|Judge|Chief|Postmaster|Comptroller|Inspector|Superintendent|Members|Archivist|"
    r"Sheriff|Professor|Trade|Madam|Excellency|Councill?ors?|Supervisors?|Trustees?|Delegates?|Premier|First)"
)
DEAR = re.compile(r"(?:My[ \xa0])?Dear\b[ \xa0]+(?=[A-Z“\"])", re.IGNORECASE)
_COLON = re.compile(r"[^:\n]{1,150}?:")
_COMMA = re.compile(r"(?:[A-Z][a-z]{1,3}\.[ \xa0])?(?:[\w.’'\-&]+[ \xa0]?){1,9},")
BARE = re.compile(
    rf"(?:(?:To[ ])?{OFFICES}\b\.?[^\n.?!:]{{0,90}}|To whom it may concern|"
    r"To (?:the |all )?(?-i:[A-Z][\w.’'&-]*)(?: (?-i:[A-Z][\w.’'&-]*|of|the|and|for|on|in)){0,9}|Gentlemen|"
    r"Ladies and gentlemen|"
    r"(?:Your )?Excellenc(?:y|ies)|Your Hono(?:u?)rs?|Colleagues?)\s?[:,–—]$",
    re.IGNORECASE,
)
"""A salutation without "Dear", which must stand on a line of its own."""

TO_NAMED = re.compile(r"To (?=(?:Mr|Ms|Mrs|Dr)\.? [A-Z])[^\n?!]{5,400}:$")
"""A salutation that names persons with their offices: "To Mr. A B, CEO of X; and Ms. C D, CEO of Y:"."""
CLOSING = re.compile(
    r"(?:(?:(?:Very|Most|Yours)\s+)?(?:sincerely|respectfully|cordially|truly|faithfully|gratefully)"
    r"(?:\s+(?:yours|submitted))?|yours(?: ever|,? as ever| (?:in|for) [\w ’'-]{3,30})?|ever yours|"
    r"(?:best|warm(?:est)?|kind(?:est)?)?\s*regards|best|(?:many )?thanks|thank you|"
    r"with (?:[a-z]+,?\s){0,5}?(?:appreciation|gratitude|respect|thanks|wishes|regards?|admiration|"
    r"affection|esteem|concern|hope)|your (?:friend|neighbou?r|(?:\w+ )?servant)s?|/[a-z]/|"
    r"in (?:solidarity|service|liberty|friendship|unity|hope|faith|peace|fellowship|partnership|sorrow|trust)|"
    r"(?:for|on behalf of) the [\w' -]{3,50}|signed|semper fi(?:delis)?|"
    r"and your petitioners?\b.{0,60}\bpray)\s*[,.:]?$",
    re.IGNORECASE,
)
PETITIONED = re.compile(
    r"(?:TO|To) (?:(?:THE|[Tt]he) )?(?:(?:RIGHT|Right) )?(?:HONOU?RABLE|Honou?rable)\b(?P<whom>[^\n]{5,200})$"
)
"""To whom a petition goes, as it opens."""
CLOSING_START = re.compile(r"(?:Very |Most )?(?:Sincerely|Respectfully(?: submitted)?|Cordially)(?: yours)?\s?,")
END = re.compile(r"(?:#[ ]?){2,}$|-?[ ]?30[ ]?-$|(?:\*[ ]?){3,}$|-{3,}$|[xX]{3}$|\[?END\]?$")

_HEAD_DATE = (
    rf"(?:{WEEKDAY},?\s+)?(?:{MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|\d{{1,2}}\s{MONTH}\s\d{{4}}|"
    rf"\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}})"
)
DATE_LINE = re.compile(
    rf"(?:(?:For Immediate Release|Date|Dated|Posted(?: on| in)?|Published(?: on)?|Press Releases?|"
    rf"Washington,? (?:D\.?C\.?)?)"
    rf"\s*[:,|\-–—]*\s*)?{_HEAD_DATE}\s*(?:[|\-–—,•].{{0,40}}|Press Releases?.{{0,20}})?$",
    re.IGNORECASE,
)

_LETTER_WORD = r"(?:letters?|text|highlights|excerpts?|correspondence|memo)"
LEAD_IN = re.compile(
    r"(?:.{0,60}\bfrom the letter:$)|"
    rf"(?=.{{0,260}}$)(?=.*\b{_LETTER_WORD}\b).*\b(?:below|follow(?:s|ing)?|"
    r"reads(?:,? in (?:full|part|its entirety))?|wrote(?:,? in part)?|in (?:full|part)|"
    r"in its entirety)\b[^.:“”\"]{0,30}[:.]?\W{0,4}$",
    re.IGNORECASE | re.DOTALL,
)
HEADED = re.compile(
    r"(?!.*\((?:PDF|pdf)\))"
    r"(?:(?:(?:you (?:can|may) )?(?:read|view|see|find)|(?:below|following|here) is)\s+)?(?:the )?"
    r"(?:(?:full|complete|entire)\s+)?(?:(?:text|content|body|copy)\s+of\s+)?(?:the\s+|their\s+|her\s+|his\s+)?"
    r"(?:full\s+|entire\s+)?(?:letter|text)(?:['’]s)?(?:\s+(?:text|to\s.{3,90}|in full|transcript))?\s*[:.]?$",
    re.IGNORECASE,
)
"""A heading that announces the letter: "Full text of the letter:", "Letter to Secretary Roe"."""
PARTIAL = re.compile(r"\b(?:highlights?|excerpts?|in part|portions?|passages?|snippets?)\b", re.IGNORECASE)

OPENING = re.compile(
    r"(?:As .{5,200}?, )?(?:We|I)(?:, the undersigned[^,]{0,80},)?(?: are| am|['’]m|['’]re)? (?:(?:respectfully|"
    r"again|jointly|today|once again|urgently)\s)?"
    r"(?:write|writing|wish to|want to|respectfully)\b"
)
"""How the first sentence of most letters to officials begins."""

RESUMES = re.compile(
    r"(?:Permalink:|(?:An? |The |This |Their |His |Her )?(?:[\w-]+\s+){0,4}?"
    r"letters?\b.{0,60}?\b(?:signed|led|here|available|found|viewed|read|supported|endorsed|sent|joined|"
    r"co-?signed|also|signator)"
    r"|(?:You can |To |Please |For )?(?:read|view|click|download|see)\b.{0,80}\b(?:letter|here|pdf)\b"
    r"|(?:The (?:full )?text|Full text|A copy|A PDF|Copies|PDF|The full)\b.{0,60}\b(?:letter|here|available)\b"
    r"|(?:Joining|Joined by (?!the Attorneys)|In addition to (?:Sen|Rep|U\.S|Congress|Chair|Ranking|Leader|"
    r"[A-Z][\w’-]+(?:,| and) [A-Z])|Also (?:signing|joining)|Other (?:signers|signator|co-?signers|senators|members)|"
    r"Co-?sign|Co-?lead|Signers|Signatories|Additional (?:signers|cosigners)|Those (?:signing|joining)|"
    r"Members (?:joining|signing|who))\b"
    r"|(?:Sen\.|Senators?|Rep\.|Reps\.|Congress(?:man|woman)|Representatives?|U\.S\. (?:Sen|"
    r"Rep)\S*) [A-Z][\w.’' -]{2,40}? "
    r"(?:represents|serves|is (?:a|the|an)|sits|chairs|has (?:been|long|also|introduced|led)|"
    r"was (?:first |re)?elected|introduced|led|"
    r"joined|previously))\b",
    re.IGNORECASE,
)
"""A paragraph with which the release speaks again after a letter."""

FURNITURE = re.compile(
    r"(?:(?:full )?(?:text of (?:the )?)?letters?(?: text)? ?\(.{2,12}\)|"
    r"sign[ -]?up\b.{0,60}|subscribe\b.{0,60}|share(?: this| on|:).{0,60}|follow (?:us|me|@)?.{0,40}|"
    r"sent from my \S.{1,40}|get outlook for .{2,20}|"
    r"print(?: this)?(?: page)?|e-?mail(?: this)?|tweet|like|facebook|twitter|instagram|youtube|linkedin|flickr|"
    r"(?:the )?latest news|recent (?:posts|news)|related(?: (?:posts|news|items|stories|content))?.{0,30}|"
    r"more news|news|"
    r"press releases?|newsroom|media center|home|search|menu|skip to .{3,20}|back to .{0,20}|read more.{0,20}|"
    r"click here|"
    r"(?:next|previous)(?: (?:post|article|release))?(?:\s*[:»›→].{0,80})?|permalink.{0,90}|filed under.{0,120}|"
    r"posted (?:in|by|on).{0,120}|"
    r"tags?:.{0,120}|issues?:.{0,120}|categor(?:y|ies):.{0,120}|contact (?:us|information)|office locations?.{0,40}|"
    r"privacy policy.{0,60}|copyright.{0,60}|©.{0,80}|all rights reserved.{0,20}|\d[\d,.]*|[|/•·»›«‹→←\-–—=_]+|"
    r"about (?:the office|us|rep\.?|senator|congress(?:man|woman)).{0,60}|constituent services?.{0,50}|"
    r"newsletters?.{0,40}|"
    r"page \d+(?: of \d+)?|www\.\S+|https?://\S+|uncategorized|no comments?|\d+ comments?|leave a (?:reply|"
    r"comment).{0,20})\W*$",
    re.IGNORECASE,
)
_LINKS = re.compile(r".{0,90}(?:click here|read more|learn more|sign me up)(?!\.)\W*$", re.IGNORECASE)
_LINKING = ("click here", "read more", "learn more", "sign me up")


def is_furniture(text: str, start: int, end: int) -> bool:
    """Tell whether a line belongs to the page and not to what it publishes."""
    if FURNITURE.match(text, start, end):
        return True
    low = lowered(text)
    return any(low.find(words, start, end) >= 0 for words in _LINKING) and bool(_LINKS.match(text, start, end))


RELEASE_LINE = re.compile(
    r"(?:for immediate release|press release|media contacts?|press contacts?|contacts?\b|news release|release\b|"
    r"embargoed|"
    r"washington,? d\.?c\.?$)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"@(?<=\w@)\w")
_TELEPHONE = re.compile(r"[.-](?<=\d{3}.)\d{4}\b")
_WHOLE_NUMBER = re.compile(r"\(?\b\d{3}\)?[ .-]{1,2}\d{3}[.-]\d{4}\b")


def reached(text: str, start: int, end: int) -> bool:
    """Tell whether a line has an address or a telephone number: it tells whom to ask."""
    if _ADDRESS.search(text, start, end):
        return True
    return bool(_TELEPHONE.search(text, start, end)) and bool(_WHOLE_NUMBER.search(text, start, end))


TRAIL = re.compile(r"(?:[^»›>|\n]{1,60}\s[»›>|]\s){1,6}[^»›>|\n]{1,60}$")
"""A line that tells where a page stands on its site ("Media » Letters")."""
ABOUT = re.compile(
    r"(?:about (?:the office|us|rep\.?|representative|senator|congress(?:man|woman))\b.{0,60}|the latest news|"
    r"related.{0,30}|(?:recent|more|latest) (?:posts|news).{0,20})\W*$",
    re.IGNORECASE,
)
"""A heading after which nothing of the release or its letter follows."""

SIGNER_LINE = re.compile(r"(?![•●▪◦\d(])[—–-]*\s?(?:[A-Z][\w.’',()“”\"-]*|of|the|and|for|on|&|\s)+$(?<![.?!:;])")
"""A line of names or offices only."""
SIGNER_OFFICE = re.compile(
    r"\b(?:Members? of (?:Congress|Parliament)|(?:United States|U\.S\.) (?:Senators?|Senate|Representatives?)|"
    r"Chair(?:man|woman)?\b|Ranking Member|Co-Chair|Attorney General$|Governor$)|\((?:[DRI]|[A-Z]{2})-[\w.]+\)$"
)
PAGE = re.compile(r"(?:-\s*)?[Pp]age \d{1,3}(?: of \d{1,3})?(?:\s*-)?$|-\s?\d{1,3}\s?-$")
HEADLINE = re.compile(
    rf"(?!(?:Re|RE|Subject)\b).{{3,}}\b(?:{one_of(PRESS_VERBS)}(?:e?s)?|"
    rf"{one_of(PRESS_VERBS.upper())}(?:E?S)?)\b(?! of\b).{{8,}}"
)
"""A line that tells who asks what: a page's headline, not a line of a letterhead."""
COPY = re.compile(r"(?:cc|c\.c\.|copy|copy to|copies to|bcc)\s?:", re.IGNORECASE)
FOOTNOTE = re.compile(r"(?:\[\d{1,3}\]|\d{1,3}\s?(?=[A-Z“\"]|http|See\b|Id\b|Ibid)|(?:\*|†|‡)\s?(?=[A-Z]))")
POSTSCRIPT = re.compile(r"(?:P\. ?S\.|PS\b)[:.,]?\s+(?=[A-Z])")
"""How what is added below the signatures begins."""
ANNEX = re.compile(
    r"(?:(?P<asks>(?:(?:List of )?(?:Follow-?up |Additional |Written |Specific )?Questions\b(?: for\b.{0,80})?|"
    r"(?:Document|Information)s? (?:and \w+ )?Requests?\b.{0,40}|Requests? for (?:Information|Documents)\b.{0,40}))|"
    r"(?:Enclosure|Attachment|Appendix|Annex|Schedule)s?(?: [A-Z\d])?(?:[:–—-].{0,80})?)\s*:?$",
    re.IGNORECASE,
)
"""A heading below the signatures that opens what the letter encloses."""
ADDRESS = re.compile(
    r"(?:\d+\S*\s.{0,60}\b(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Boulevard|Blvd|Square|Plaza|Way|Circle|Lane|"
    r"Parkway|Place|Highway|Hwy|Suite|Room|NW|N\.W|SW|S\.W|SE|NE)\b.{0,60}"
    r"|P\.?\s?O\.? Box.{0,40}|.{2,40},?\s(?:[A-Z]{2}|D\.C\.|[A-Z][a-z]+)\.?,?\s+\d{5}(?:-\d{4})?|(?:Suite|Room|"
    r"Floor)\b.{0,30}|.{2,50}\b(?:Building|Floor)|[A-Z][\w.’' -]{2,30},\s(?:[A-Z]{2}|D\.\s?C\.)\.?)$"
)
SUBJECT = re.compile(r"(?:re|subject|via|attn|attention|by|through)\b\s?[:.]?\s?\S", re.IGNORECASE)
HONORABLE = re.compile(
    r"(?:To:\s+)?(?:(?:The\s+)?(?:(?:Right|Rt\.?)\s+)?Hon(?:ou?rable|\.|(?=\s))|(?:His|Her) Excellency|H\.?\s?E\.?|"
    r"(?:Mr|Mrs|Ms|Dr|Mx|Miss)(?:\.|(?=\s)))(?:\s+(?:Mr|Mrs|Ms|Dr)\.?)?\s+(?=[A-Z])"
)


def salutation_end(text: str, start: int, end: int) -> int | None:
    """Return where the salutation that opens `text[start:end]` ends, or None if it opens with none."""
    greeting = DEAR.match(text, start, end)
    if not greeting:
        bare = end - start <= 110 and BARE.match(text, start, end)
        return end if bare or (text.startswith("To ", start) and TO_NAMED.match(text, start, end)) else None
    if (
        end - start <= 220
        and text[end - 1] in ":,;"
        and ". " not in text[start + 9 : end - 1].replace("Mr. ", "").replace("Dr. ", "")
    ):
        return end
    found = _COLON.match(text, greeting.end(), end) or _COMMA.match(text, greeting.end(), end)
    if found and not re.search(r"[a-z]{3}[.!?]\s", found[0]):
        return found.end()
    return end if end - start <= 60 and text[end - 1] not in ".!?" else None
