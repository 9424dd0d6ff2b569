"""Verbs of doing, in the base form in which requests name what is to be done."""

from __future__ import annotations

_WORDS = """
abandon abide abolish abstain accede accelerate accept accommodate accomplish account achieve acknowledge acquire act
add address adhere adjust administer adopt advance advise advocate affirm afford agree air align alleviate allocate
allow alter amend analyze announce answer anticipate apologize appeal appear apply appoint approach appropriate approve
arm arrange arrest articulate ask assess assign assist assure attach attend attract audit authorize avert avoid award
balance ban bargain base bear begin block bolster boost boycott break brief bring broaden build bury buy call cancel cap
capitalize capture carry categorize cease cement certify champion change check choose cite clarify clean clear close
co-sponsor collaborate collect combat come commence comment commission commit communicate commute compel compensate
compete compile complete comply conclude condemn conduct confer confirm confront connect conserve consider construct
consult contain continue contribute convene convert convey cooperate coordinate correct cosponsor count counter
countermand crack craft create cultivate curb curtail cut de-escalate deal debar debate decertify decide declare
declassify decline decouple decriminalize dedicate deem deepen defeat defend defer define defray defund defuse delay
delete delist deliver demand demilitarize demonstrate denounce denuclearize deny deploy deport describe designate
destroy detail detain detect deter determine develop devise devote direct disaggregate disallow disapprove disarm
disavow disburse discharge disclose discontinue discourage discriminate discuss dismantle dismiss dispatch dispense
disqualify disregard disrupt distribute diversify divert divest do document double downgrade draft drain dredge drive
drop ease edit educate elaborate elect elevate eliminate embargo embed embrace emphasize employ empower enable enact
encompass encourage end endorse enforce engage engineer enhance enlarge enlist enroll ensure enter enumerate equip
eradicate escalate establish evacuate evaluate examine exclude excuse execute exempt exercise exert exhaust exit expand
expedite expel explain exploit explore expose express extend extract extradite facilitate fast-track feature fight file
fill finalize finance find finish fire fix focus follow forbid force forego forgive formulate fortify forward foster
freeze fulfill fund furnish further gather generate get give govern grant ground grow guarantee guard guide halt halve
hand handle harden harmonize harness hasten heal hear heed help highlight hire hold honor host identify ignore impeach
implement impose improve incarcerate incentivize include incorporate increase indicate indict inform infuse initiate
injure insist inspect install institute instruct insulate insure integrate intensify interfere interpret intervene
introduce invalidate invest investigate invite invoke involve issue itemize join jumpstart justify keep label launch lay
lead learn leave lend lengthen let leverage levy liberalize license lift limit list listen locate look lower maintain
make manage mandate match maximize measure mediate meet mend merge migrate minimize mirror miss mitigate mobilize
modernize modify monitor mount move name nationalize negotiate nominate normalize notify nullify obey object obligate
oblige observe obtain occupy offer offset open operate oppose opt optimize order organize originate outlaw outline
overhaul overrule oversee overturn pair participate partner pass pause pay penalize perform permit persuade petition
phase pilot pinpoint place plan play plead pledge politicize portray post postpone preempt prepare prescribe present
preserve preside press prevent prioritize privatize probe proceed process proclaim procure produce prohibit promote
promulgate propose proscribe prosecute protect provide publish pull punish purchase purge pursue push put qualify
quantify quit raise ramp ratify re-designate re-evaluate re-examine re-scope reaccredit reach read readmit reaffirm
realign reallocate reassess reauthorize rebalance rebuild rebuke recall recapture recertify reclaim reclassify recognize
recommend reconcile reconsider reconvene recount recoup recover recruit rectify recuse redact redefine redeploy
redesignate redirect redouble redraw redress reduce reevaluate reexamine refer reflect refocus reform refrain refresh
refund refuse refute regain register regulate rehire reimburse reimpose reinforce reinstate reiterate reject relax
release relieve relocate rely remain remediate remedy remember remit remove rename renew renounce reopen reorganize
repair repay repeal rephrase replace replenish reply report repost reprogram repudiate request require reschedule
rescind rescope rescue research reserve resettle reshape resign resist resolve respect respond restart restore restrict
resubmit resume retain retaliate rethink retire retrain retrieve return reunite revamp reveal reverse revert review
revise revisit revive revoke rework roll root run safeguard sanction satisfy save say schedule scope scrap scrutinize
seal secure see seek seize select sell send separate serve set settle shape share shed ship shorten show shut sign
simplify sit slash solicit solve spare speak specify speed spell spend sponsor stabilize staff stand standardize start
state stay step stick stop streamline strengthen strike strip structure study submit subpoena subsidize sue suggest
summarize supervise supplement supply support suppress surge survey suspend sustain swear synchronize systematize table
tackle tailor take tap target teach tell terminate test testify thank thaw tighten tolerate tour track train transfer
transform transition transmit transport treat triple trust tune turn uncover undermine undertake undo unfreeze unite
unleash unlock unveil unwind update upgrade uphold urge use usher utilize vacate vaccinate validate verify vet veto
visit vote wait waive walk ward warn weaken weaponize weigh welcome widen win withdraw withhold withstand work write
yield
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
