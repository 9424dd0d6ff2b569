"""Classes of words, by which the noun phrases of a clause are told: openers, links, verbs, adjectives, shells."""

from __future__ import annotations

import re

from brief.calendar_words import FULL_MONTH, WEEKDAY
from brief.letter.vocabulary import words as _words

ARTICLES = _words("a an the its their his her our your my this that these those such any all each every both some no")
POINTING = _words("this that these those such")
COUNTS = _words("""
more most additional further several multiple many much few fewer various numerous certain other another own same
one two three four five six seven eight nine ten eleven twelve twenty dozens hundreds thousands recent continued
necessary appropriate immediate full complete detailed timely prompt following
""")
"""Words that open a noun phrase and tell nothing of its matter."""
LINKS = _words("of for on in to into against between from about with over toward towards")
"""Prepositions whose noun phrase completes the one before them."""
STOP = (
    _words("""
that which who whom whose at by without under during before after among amongst as because if when while where how why
whether or but nor so than is are was were be been being has have had will would can could should shall must may might
do does did not cannot never including pursuant regarding concerning related through throughout until unless within
upon per we you i they it us them me he she him her there via amid despite onto across behind beyond instead rather
then yet currently along around near since like unlike due given also too even still already again just ever often
later soon today yesterday tomorrow here now once what above below up down out off back prior according respectively
together alongside itself themselves ourselves yourself himself herself
""")
    | LINKS
)
IN_NAMES = _words("of for and & on the")
NOUNS_IN_ING = _words("""
hearing housing manufacturing training meeting writing building understanding planning voting monitoring standing
suffering financing fishing trading accounting waiting learning ruling mining shipping marketing hunting gambling
programming timing funding spending briefing banking licensing testing engineering reporting rulemaking drilling
trafficking laundering policing farming ranching grazing logging flooding bombing shooting killing poisoning wrongdoing
staffing lending borrowing sourcing pricing screening mailing cloning broadcasting advertising processing
filing gerrymandering smuggling poaching whaling offering finding warning dumping lobbying backsliding cybersecurity
profiling redistricting sequencing vaping nursing parking recycling refining rating sharing signaling scheduling
tracking underwriting stockpiling cleaning healing well-being everything something nothing
""")
ADJECTIVES_IN_ING = _words("""
existing ongoing leading growing increasing devastating pending rising upcoming surrounding troubling alarming
remaining pressing longstanding disturbing changing misleading emerging challenging overwhelming outstanding lasting
underlying damaging aging sweeping neighboring shocking forthcoming worsening staggering incoming outgoing continuing
competing recurring missing developing living working life-saving lifesaving hardworking threatening limiting
""")
LY_NOUNS = _words("""
family supply ally assembly monopoly anomaly early daily weekly monthly yearly elderly timely costly deadly friendly
likely unlikely orderly reply oligopoly butterfly only hourly quarterly scholarly untimely ugly fly rally
""")
EED = re.compile(r"(?:need|feed|seed|speed|breed|deed|greed|weed|watershed|shed|red|bed|unemployed|disabled)$")
FINITE = _words("""
acknowledge affect allow appear apply authorize become begin believe bring come conclude confirm consider constitute
contain continue contribute create demonstrate depend deserve enable encourage ensure enter establish exceed exist
expand expire extend fail fit follow get give happen identify ignore impose include indicate intend jeopardize keep
know leave maintain meet occur oversee own pose prepare preserve prevent prioritize proceed prohibit promote propose
protect provide raise receive recognize reduce reflect rely remain represent require reveal say seek seem send serve
strengthen suggest take threaten undermine underscore understand violate want warrant write anticipate decide refuse owe
""")
"""Verbs that are seldom nouns, in the base form."""
HELPING = _words("is are was were be been has have had will would can could should must may might do does did cannot")
FINITE_OR_HELPING = HELPING | FINITE
BOTH = _words("""
advocate call cut deal delay gain hold help highlight lead mean move offer permit run show spend stand strike thank
update urge use concern state cost benefit need report project step issue plan answer rule challenge practice risk
change request claim measure attack grant record sanction document force increase result test export mandate support
supply return contract profit demand tie attempt act estimate work import tax fuel border view face study limit
credit review promise cause harm place control exchange end address vote damage pilot lack hike flow base transfer
approach campaign name aim release set signal mark leak schedule hope ban impact fund target block pressure
""")
"""Verbs that are as often nouns: what follows tells."""
PAST = _words("""
made took sent led left found gave said told came went began became grew saw wrote fell met paid spent built kept lost
won brought bought sought thought taught caught stood understood rose chose drove knew drew taken known done seen
withheld withdrew threw ran drew flew broke shut shown driven written begun gone stolen broken chosen put
""")
ADJECTIVE = re.compile(r"(?:al|ic|ive|ous|ary|ory|ful|less|ble|ern|ese|ish|ian|ant|ent|an)$")
POSTPOSED = _words("available able responsible eligible unable necessary possible alike due")
GOVERNS = ARTICLES | _words("to on in at by from with under for into as through we they it him them us") | COUNTS
DECIDING = _words("""
decision decisions plan plans proposal proposals intent intention intentions attempt attempts refusal failure failures
request requests right rights ability authority commitment willingness effort efforts announcement move push mandate
need promise pledge duty responsibility obligation
""")
"""Nouns that an infinitive completes: "plan to close the port"."""
LIGHT = _words("""
step steps action actions measure measures way ways tool tools resources work opportunity time process
""")
"""Nouns that only lead to their infinitive: "steps to mend the dam"."""
ADVERBIAL = _words("""
order light accordance response addition coordination conjunction consultation favor spite lieu advance particular
general fact turn part way manner effort time person writing place case event view hopes line
""")
MEASURES = _words("extent number lack series use range variety set kind type types amount array host")
BODIES = _words("""
Department Administration Agency Service Services Commission Bureau Congress Committee Subcommittee Board Office
Council Corps Court Government States State President Secretary House Senate Authority Director Administrator Chairman
Union Nations Republic People Americans Branch Investigation Investigations
""")
TIME = re.compile(rf"(?:(?:19|20)\d\d|{FULL_MONTH}|{WEEKDAY}|past|last|coming|days|weeks|months|years|decades)$")
COORDINATED = re.compile(
    r"(?:al|ic|ive|ous|ary|ory|ful|less|ble|ern|ed|safe|smaller|larger|broader|sound|strong|fair|clear|open|direct)$"
)
"""Adjectives that another one may follow behind a comma or an "and"."""
BEFORE_A_VERB = _words("i we you they it he she who which that and or not never also to") | HELPING
DETERMINING = ARTICLES | COUNTS
SMALL = STOP | ARTICLES | {"and"}
SMALL_OR_COUNTS = SMALL | COUNTS
HELPING_OR_PAST = HELPING | PAST
DECIDING_OR_LIGHT = DECIDING | LIGHT
IN_ING = NOUNS_IN_ING | ADJECTIVES_IN_ING
