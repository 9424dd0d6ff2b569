"""Verbs of doing, in the base form in which requests name what is to be done."""

from __future__ import annotations

_WORDS = """
abandon abide abolish accelerate accept account achieve acknowledge act add address adhere adjust adopt advance
advise advocate afford agree allocate allow alter amend analyze announce answer appeal apply appoint appropriate
approve arrange articulate ask assess assign assist assure attach attend authorize avoid award ban base bear begin
block bolster brief bring broaden build call cancel cap carry cease certify champion change check choose cite
clarify close co-sponsor collaborate collect combat come commence commission commit communicate compel compile
complete comply conclude condemn conduct confer confirm confront consider consult continue convene cooperate
coordinate correct cosponsor counter crack craft create curb cut deal declare declassify decline deem defend defer
defund delay delist deliver demand demonstrate deny deploy describe designate detail detain determine develop devote
direct disallow disapprove disburse disclose discontinue discuss dismiss dispatch disqualify distribute divest do
document double draft drop ease educate elaborate elevate eliminate embrace employ enable enact encourage end
endorse enforce engage enhance enlist ensure enter enumerate establish evaluate examine exclude execute exempt
exercise exert exhaust expand expedite explain explore expose extend extradite facilitate file fill finalize find
finish fire fix focus follow forbid force forego forgive formulate forward fulfill fund furnish gather get give
grant guarantee guard halt hear help hire hold honor host identify impeach implement impose improve include
incorporate increase inform initiate insist inspect institute instruct intensify intervene introduce invest
investigate invite invoke issue join justify keep launch lay lead leave let leverage levy lift limit list listen
look lower maintain make mandate maximize meet minimize mitigate mobilize modernize modify monitor move name
negotiate notify obtain offer open oppose order outline overrule oversee overturn participate partner pass pause pay
permit persuade petition place plan play postpone prepare present preserve press prevent prioritize proceed process
procure produce prohibit promote promulgate propose prosecute protect provide publish pull purchase pursue push put
qualify quantify raise ratify re-evaluate reach reaffirm reassess recall recognize recommend reconsider reconvene
recover rectify recuse redirect redouble reduce reevaluate refer reform refrain refund refuse refute reimburse
reinstate reiterate reject release relieve rely remain remedy remove rename renew reopen repair repeal replace reply
report repudiate request require reschedule rescind rescue reserve resign resist resolve respect respond restore
restrict resume retain rethink return reveal reverse review revise revisit revoke root safeguard sanction schedule
seek seize select send serve set settle share shed show shut sign solicit solve speak specify spell stand start
state stay step stick stop strengthen strip structure submit suggest supplement supply support suspend sustain
tackle take tell terminate testify tighten track transfer transition transmit treat triple turn undertake update
uphold urge use utilize vacate verify veto vote wait waive weigh welcome withdraw withhold work write
"""

ACTIONS = "(?:" + "|".join(sorted(_WORDS.split(), key=lambda w: (-len(w), w))) + ")"
"""Pattern of one such verb; callers set its boundaries."""

_FOR = """
accelerate adopt advance approve authorize boost complete confirm continue co-sponsor cosponsor defend embrace enact
encourage endorse expand expedite extend finalize finish fulfill fund implement improve increase issue launch
maintain pass preserve prioritize promote protect ratify reauthorize reaffirm reinstate renew restore safeguard sign
strengthen support sustain uphold welcome
"""
_AGAINST = """
abandon abolish ban block cancel cease close combat condemn counter curb decline defund delay delist deny disapprove
discontinue eliminate end halt limit oppose overturn pause postpone prevent prohibit reject repeal rescind restrict
reverse revoke stop suspend terminate veto withdraw withhold
"""

SUPPORTING = frozenset(_FOR.split())
"""Verbs whose object the asker is for."""

OPPOSING = frozenset(_AGAINST.split())
"""Verbs whose object the asker is against."""
