"""Verbs by what they do to their object, and nouns that tell nothing of it: the words by which deeds are told apart."""

from __future__ import annotations

from brief.letter.verbs import OPPOSING, SUPPORTING
from brief.words import tokens

_ALIKE = """
withdraw rescind revoke repeal reverse cancel scrap drop abandon overturn nullify undo reject
stop cease halt end terminate dismantle abolish discontinue
suspend pause delay postpone freeze
oppose block deny bar ban prohibit disapprove veto
support back endorse favor approve grant authorize allow permit
finalize adopt
publish issue release
pass enact
extend renew continue maintain preserve keep retain reauthorize sustain
increase raise expand boost
restore reinstate resume reopen
protect safeguard defend
strengthen tighten reinforce bolster toughen
enforce implement uphold apply execute
expedite accelerate hasten speed
designate redesignate re-designate
obtain seek pursue request ask
send furnish submit supply tell provide give state list disclose share report inform explain describe detail identify
investigate review examine probe audit study scrutinize assess evaluate
reconsider revisit rethink reassess reevaluate re-evaluate revise modify amend change
convene call hold conduct
press urge
"""
_LINES = [line.split() for line in _ALIKE.strip().splitlines()]
SENSE = {word: line[0] for line in _LINES for word in line}
"""Verbs of one deed, each under the first of its line."""

_MORE_AGAINST = "remove cut reduce shut defer slash weaken loosen relax shutter"
_AGAINST = {"withdraw", "stop", "suspend", "oppose"}
_FOR = {"support", "pass", "extend", "increase", "restore", "expedite", "designate"}
_EVILS = frozenset(["prevent", "combat", "counter", "curb", "avert", "reduce", "limit", "condemn"])
STOPPING = OPPOSING.union(_MORE_AGAINST.split(), *(line for line in _LINES if line[0] in _AGAINST)) - _EVILS
"""Verbs that hold their object back; not those that name an evil, which nobody asks for."""
PUSHING = frozenset(word for line in _LINES if line[0] in _FOR for word in line) | {"fund", "expand", "renew", "enact"}
"""Verbs that say by themselves that their object is to go on or grow; others may only do something with it."""

_FIRM = "publish issue release open build sell lead hold convene conclude join sign place exempt fully"
FIRM = PUSHING | SUPPORTING | frozenset(_FIRM.split())
"""Verbs that say enough of what they push on to be contradicted by one that holds it back."""

_EVIL = """
backlog backlogs delay delays shortage shortages crisis crises fraud abuse violence war wars harm threat threats
burden burdens discrimination pollution spread poverty hunger waste gap gaps loophole loopholes misconduct inflation
costs prices emergency
"""
EVIL = frozenset(tokens(_EVIL))
"""Nouns of what nobody wants: who ends it and who deals with it do not contradict each other."""

_NEITHER = """
answer respond reply brief meet discuss clarify confirm outline note monitor look consider reconsider revisit rethink
reassess reevaluate re-evaluate revise modify amend change reform update address resolve fix correct work engage
consult coordinate cooperate collaborate ensure make take do act use utilize ask request urge see know understand
recognize acknowledge remember help focus send furnish submit supply tell provide give state list disclose share
report inform explain describe detail identify investigate review examine probe audit study scrutinize assess evaluate
demonstrate hear weigh seek press call choose learn find include commit begin start direct instruct move
"""
NEITHER = frozenset(_NEITHER.split()) | _EVILS
"""Verbs that push their object neither on nor back."""

_LIGHT = """
take use utilize work direct instruct continue consider begin start commit act do seek move make exercise leverage
implement order urge ask request call tell press issue
"""
LIGHT = frozenset(_LIGHT.split())
"""Verbs behind which the deed itself may follow: "take steps to close", "consider lifting"."""

_AIMS = """
ensure protect prevent help improve address reduce avoid make promote support allow enable safeguard provide meet
achieve bring serve benefit enhance give keep include be do see
"""
AIMS = frozenset(_AIMS.split())
"""Verbs that behind "to" tell what a deed is for rather than another deed."""

_NOUNS = """
access address clean clear close complete direct document drive end finance force fund grant help increase issue
license limit list market name need open order permit place plan present process program question release report
research review secure separate share staff state study supply support test track trade transfer transport use visit
work
"""
NOUNS = frozenset(_NOUNS.split())
"""Verbs that behind "and" are as often a noun or an adjective ("oversight and review")."""

_OPENERS = "the a an all any its their this these those your our his her each every such more no"
OPENERS = frozenset(_OPENERS.split())
"""Words that open an object, and so show that what stands before them is a verb."""

_ACTORS = """
agency department administration government committee board office council commission company companies senate house
president secretary you they it he she congress states state leaders officials bureau service regulators
"""
ACTORS = frozenset(_ACTORS.split())
"""Words for who is to act, behind which the deed stands ("that the agency act")."""

_LOOKED = """
records documents communications data copies reports
investigation inquiry review audit study examination assessment hearing briefing meeting explanation answer answers
response responses reply information clarity clarification update updates transparency accounting details list
assurance assurances
"""
LOOKED_FOR = frozenset(tokens(_LOOKED))
"""Things that are asked for in order to know: who asks for an inquiry into a thing is neither for nor against it."""

_BARRED = """
ban bans restriction restrictions prohibition moratorium pause freeze hold block denial denials barrier barriers
closure closures suspension sanction sanctions embargo cuts cut removal reduction termination repeal elimination
rollback
"""
BARRED = tuple(_BARRED.split())
"""Nouns of what holds something back, in both numbers: who ends a ban is for what was banned."""
BARRIERS = frozenset(tokens(_BARRED))
"""The same as topic words."""

_ANY = """
general special joint senior chief major
referring relating related concerning pertaining
basis question questions
service services member members
document documents record records communications data list copies copy number
programme programmes closed shut secret confidential sealed private hidden open
proposal proposed propose rule rules plan plans program programs regulation regulations policy policies action actions
effort efforts decision decisions process law laws legislation bill act measure measures request requests matter
practice practices agreement treaty statute access support need needs public federal national nation community
communities country final potential important necessary additional available immediate full certain following
information details steps step change changes use system set concern concerns people american americans order letter
authority authorities application applications guidance implementation approach position work impact implications
benefit issue existing future current funding latest set unlawful flawed overreaching other remaining
swift quick time timely found
"""
GENERIC = frozenset(tokens(_ANY))
"""Words that stand in asks on anything."""
