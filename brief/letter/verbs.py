"""Verbs of doing, in the base form in which requests name what is to be done."""

from __future__ import annotations

_WORDS = """
abandon abide abolish abstain accede accelerate accept account achieve acknowledge act add address adhere adjust
adopt advance advise advocate afford agree allocate allow alter amend analyze announce answer apologize appeal
appear apply appoint appropriate approve arm arrange articulate ask assess assign assist assure attach attend
authorize avoid award balance ban bargain base bear begin block bolster boycott break brief bring broaden build bury
buy call cancel cap carry cease certify champion change check choose cite clarify clean clear close co-sponsor
collaborate collect combat come commence commission commit communicate compel compile complete comply conclude
condemn conduct confer confirm confront consider consult continue convene convert cooperate coordinate correct
cosponsor count counter crack craft create cultivate curb curtail cut de-escalate deal debar debate decertify decide
declare declassify decline decouple dedicate deem deepen defend defer defray defund defuse delay delist deliver
demand demilitarize demonstrate denounce denuclearize deny deploy deport describe designate detail detain deter
determine develop devise devote direct disallow disapprove disarm disavow disburse disclose discontinue discuss
dismiss dispatch disqualify distribute diversify divert divest do document double downgrade draft drain dredge drive
drop ease edit educate elaborate elect elevate eliminate embargo embrace emphasize employ enable enact encompass
encourage end endorse enforce engage engineer enhance enlarge enlist enroll ensure enter enumerate equip eradicate
escalate establish evaluate examine exclude excuse execute exempt exercise exert exhaust exit expand expedite expel
explain exploit explore expose extend extract extradite facilitate fast-track feature file fill finalize finance
find finish fire fix focus follow forbid force forego forgive formulate fortify forward foster freeze fulfill fund
furnish gather get give govern grant ground grow guarantee guard guide halt halve hand harden harmonize harness
hasten heal hear heed help highlight hire hold honor host identify impeach implement impose improve incarcerate
incentivize include incorporate increase indict inform infuse initiate injure insist inspect institute instruct
insulate insure integrate intensify interpret intervene introduce invalidate invest investigate invite invoke issue
itemize join justify keep label launch lay lead leave lend lengthen let leverage levy liberalize license lift limit
list listen locate look lower maintain make mandate maximize measure mediate meet merge migrate minimize miss
mitigate mobilize modernize modify monitor mount move name nationalize negotiate nominate normalize notify nullify
obey object oblige observe obtain occupy offer open oppose optimize order organize originate outlaw outline overhaul
overrule oversee overturn pair participate partner pass pause pay perform permit persuade petition phase pilot
pinpoint place plan play plead pledge portray postpone preempt prepare prescribe present preserve preside press
prevent prioritize privatize proceed process procure produce prohibit promote promulgate propose proscribe prosecute
protect provide publish pull purchase purge pursue push put qualify quantify quit raise ratify re-evaluate reach
read reaffirm reallocate reassess reauthorize rebuild rebuke recall recapture reclassify recognize recommend
reconcile reconsider reconvene recount recover rectify recuse redesignate redirect redouble reduce reevaluate refer
refocus reform refrain refresh refund refuse refute register regulate reimburse reimpose reinforce reinstate
reiterate reject relax release relieve relocate rely remain remedy remember remit remove rename renew reopen
reorganize repair repay repeal rephrase replace reply report repost reprogram repudiate request require reschedule
rescind rescue research reserve resettle reshape resign resist resolve respect respond restore restrict resume
retain rethink retire retrain retrieve return reunite revamp reveal reverse review revise revisit revive revoke root
safeguard sanction say schedule scrutinize seal secure see seek seize select sell send separate serve set settle
shape share shed ship shorten show shut sign simplify sit solicit solve spare speak specify spell sponsor stabilize
staff stand standardize start state stay step stick stop streamline strengthen strip structure study submit subpoena
subsidize sue suggest supervise supplement supply support suppress surge survey suspend sustain swear synchronize
systematize tackle tailor take tap target teach tell terminate test testify thank thaw tighten tolerate tour track
train transfer transition transmit transport treat triple trust tune turn uncover undertake undo unfreeze unite
unlock unveil unwind update upgrade uphold urge use usher utilize vacate vaccinate validate verify vet veto visit
vote wait waive walk ward warn weaken weigh welcome widen win withdraw withhold withstand work write yield rescope
re-scope scope mend match delete define indicate disaggregate evacuate air redraw anticipate learn redress mirror
cement align express disregard commute countermand proclaim capitalize defeat alleviate summarize involve realign
replenish
speed resubmit table audit destroy opt obligate redact run further approach accommodate comment embed rework
manage operate boost save spend compete recruit acquire handle generate dismantle administer connect attract convey
empower conserve disrupt ramp compensate unleash contain punish transform affirm install recoup accomplish construct
avert slash remediate offset categorize arrest roll capture satisfy discourage regain fight undermine ignore weaponize
discriminate reflect interfere politicize penalize retaliate detect
restart reexamine re-examine rehire readmit reaccredit redeploy reclaim recertify
"""
ACTIONS = frozenset(_WORDS.split())
"""Verbs that name an action somebody can be asked for."""

_FOR = """
accelerate adopt advance approve authorize boost complete conclude confirm continue convene co-sponsor cosponsor create
defend embrace enact encourage endorse establish expand expedite extend finalize finish fulfill fund grant implement
improve increase issue launch maintain pass preserve prioritize promote protect ratify reauthorize reaffirm reinstate
renew restore safeguard seek sign strengthen support sustain uphold welcome
"""
_AGAINST = """
abandon abolish ban block cancel cease close combat condemn counter curb decline defund delay delist deny disapprove
discontinue drop eliminate end halt lift limit oppose overturn pause postpone prevent prohibit reject repeal rescind
restrict reverse revoke stop suspend terminate veto waive withdraw withhold
"""

SUPPORTING = frozenset(_FOR.split())
"""Verbs whose object the asker is for."""

OPPOSING = frozenset(_AGAINST.split())
"""Verbs whose object the asker is against."""
