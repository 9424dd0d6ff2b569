"""Hand-made results about invented matter, for tests of the forms; every quotation stands in its document."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

from brief.comparison import (
    ActionPair,
    CardDifferences,
    Comparison,
    Contrast,
    FactPair,
    SharedText,
    Silence,
    Tone,
)
from brief.document import Block, Document
from brief.evidence import Claim, Evidence
from brief.letter.card import Authority, Deadline, LetterCard, PartyCount, Person, Recipient, Source, Statement
from brief.matrices import Cell, Event, Matrix, Overlap, Row, Similarity
from brief.summary import (
    Action,
    Checks,
    Coverage,
    Covered,
    Position,
    Provenance,
    Question,
    QuoteCounts,
    Summary,
)

LETTERS = Path(__file__).parent / "fixtures" / "letters"


def document(name: str) -> Document:
    """A sample letter as a document: blocks are what blank lines part."""
    raw = (LETTERS / name).read_bytes()
    text = raw.decode("utf-8")
    blocks, at = [], 0
    for piece in text.split("\n\n"):
        if piece.strip():
            blocks.append(Block("paragraph", at, at + len(piece)))
        at += len(piece) + 2
    return Document(name=name, text=text, sha256=sha256(raw).hexdigest(), blocks=tuple(blocks))


def quoted(doc: Document, quote: str, letter: str) -> Evidence:
    """Evidence where it stands; the quotation must be there, so that the tests stand on firm ground."""
    found = re.search(r"\s+".join(re.escape(word) for word in quote.split()), doc.text)
    assert found, quote
    return Evidence(quote=found[0], start=found.start(), end=found.end(), match="exact", letter=letter)


STROUD = document("stroud-to-commerce.txt")
FERREDAY = document("ferreday-quill-to-president.txt")
DOCUMENTS = {"stroud-to-commerce": STROUD, "ferreday-quill-to-president": FERREDAY}


def _stroud(quote: str) -> tuple[Evidence, ...]:
    return (quoted(STROUD, quote, "stroud-to-commerce"),)


def _ferreday(quote: str) -> tuple[Evidence, ...]:
    return (quoted(FERREDAY, quote, "ferreday-quill-to-president"),)


_REPLY = Deadline(
    as_stated="no later than COB Friday, March 8",
    date="2024-03-08",
    rule="March 8 after the letter's date, 2024-02-23",
    purpose="reply",
    evidence=_stroud("no later than COB Friday, March 8")[0],
)


def _question(number: str, quote: str, parent: str | None = None) -> Question:
    return Question(
        text=" ".join(quote.split()), evidence=_stroud(quote), status="supported", number=number, parent=parent
    )


def stroud() -> Summary:
    """Four senators to a Secretary: numbered questions with sub-questions, a deadline, laws cited."""
    senators = ("Harlan Stroud-Pike", "Celeste Montoya-Brandt", "Yolanda Prisk", "Everett Calloway-Ruhl")
    card = LetterCard(
        id="stroud-to-commerce",
        kind="full",
        title="Four senators ask Commerce to refuse the Halvek membrane licenses",
        date="2024-02-23",
        date_basis="letter",
        senders=(
            Person(name=senators[0], as_stated=senators[0], party="R", state="ID", chamber="senate"),
            *(Person(name=n, as_stated=n, chamber="senate") for n in senators[1:]),
        ),
        recipients=(
            Recipient(name="Marisol Achterberg", office="Secretary of Commerce", as_stated="Marisol Achterberg"),
        ),
        party_count=PartyCount(R=1, unknown=3),
        source=Source(name=STROUD.name, sha256=STROUD.sha256),
    )
    return Summary(
        letter=card,
        bottom_line=Claim(
            text="The senators oppose the export of Class W membranes to the Halvek Barrage and ask the Secretary to "
            "refuse the twelve licenses and to explain the change of policy in writing by March 8.",
            evidence=_stroud("We write to oppose the export of Class W membranes to the Halvek Barrage in Velmora"),
            status="supported",
        ),
        actions=(
            Action(
                text="Issue none of the twelve licenses.",
                evidence=_stroud("We therefore urge you not to issue any of the twelve licenses."),
                status="supported",
                strength="urge",
                topic="licenses",
            ),
            Action(
                text="Withdraw the January 9 notice and return to the presumption of denial.",
                evidence=_stroud("We further request that you withdraw the January 9\nnotice"),
                status="supported",
                topic="policy",
            ),
            Action(
                text="Answer five questions in writing.",
                evidence=_stroud("please provide written answers to the following\nquestions"),
                status="supported",
                deadline=_REPLY,
                topic="reply",
            ),
            Action(
                text="Preserve all records that bear on the January 9 notice.",
                evidence=_stroud("We also ask that you preserve all records that bear on the January 9 notice"),
                status="supported",
                topic="records",
            ),
        ),
        questions=(
            _question("1", "What new information about end use did the Department receive"),
            _question("2", "With respect to the 41 post-shipment checks:"),
            _question("a", "How many were carried out in person by an employee of the United States?", "2"),
            _question("b", "How many were closed on photographs or statements supplied by the Belmar Group?", "2"),
            _question("3", "Did the Secretary make the finding on regional stability that 50 U.S.C. 9931(c) requires?"),
            _question("4", "Has any employee of the Bureau met with representatives of Corvane Filtration, Inc."),
            _question("5", "What will the Department do if the border gauge falls below 180 cubic meters per second"),
        ),
        positions=(
            Position(
                text="the export of Class W membranes to the Halvek Barrage",
                evidence=_stroud("We write to oppose the export of Class W membranes"),
                status="supported",
                stance="opposes",
                topic="licenses",
            ),
        ),
        background=(
            Claim(
                text="Nineteen of the 38 checks said to be passed were closed on photographs sent by the Belmar Group.",
                evidence=_stroud("Nineteen of those 38 were closed on the strength of photographs sent by the Belmar"),
                status="supported",
            ),
            Claim(
                text="The border gauge got 121 of the 180 cubic meters per second that the Accord promises.",
                evidence=_stroud("In the last dry season it received 121."),
                status="partly",
                problems=("the Accord's figure stands in the sentence before",),
            ),
        ),
        deadlines=(_REPLY,),
        authorities=(
            Authority(
                text="Strategic Membranes Control Act, 50 U.S.C. 9931(c)(2)",
                kind="statute",
                evidence=_stroud("Strategic Membranes Control Act, 50 U.S.C. 9931(c)(2)")[0],
            ),
            Authority(
                text="Sarn Waters Accord of 1974, Article 7",
                kind="treaty",
                evidence=_stroud("Article 7 of the Sarn Waters Accord of 1974")[0],
            ),
        ),
        statements=(),
        gaps=("It does not say what follows if the Secretary does not reply.",),
        checks=Checks(
            claims=15,
            supported=13,
            partly=1,
            unsupported=(
                Claim(
                    text="The senators will hold a hearing in April.",
                    evidence=(Evidence(quote="a hearing in April", letter="stroud-to-commerce"),),
                    problems=("these words are not in the letter",),
                ),
            ),
            quotes=QuoteCounts(exact=16, normalised=2, missing=1),
            coverage=Coverage(questions=Covered(found=7, total=7), figures=Covered(found=4, total=5)),
        ),
        provenance=Provenance(
            version="0.1.0", model="gpt-5.1", host="api.example.org", origin="live", prompt="summarize@v1",
            created="2026-11-21T12:00:00Z",
        ),
    )  # fmt: skip


def ferreday() -> Summary:
    """Two Representatives to the President, in a release that quotes the letter in full; read by rule."""
    card = LetterCard(
        id="ferreday-quill-to-president",
        kind="full",
        title="Let drought equipment go to Velmora, two House Democrats urge the President",
        date="2024-02-06",
        date_basis="release",
        senders=(
            Person(
                name="Lucian Ferreday", as_stated="Lucian Ferreday (OR-3)", party="D", state="OR", district="3",
                chamber="house", source="gazetteer",
            ),
            Person(
                name="Paloma Quill", as_stated="Paloma Quill (CA-17)", party="D", state="CA", district="17",
                chamber="house", source="gazetteer",
            ),
        ),
        recipients=(Recipient(office="President of the United States", as_stated="the President"),),
        party_count=PartyCount(D=2),
        source=Source(name=FERREDAY.name, sha256=FERREDAY.sha256),
    )  # fmt: skip
    return Summary(
        letter=card,
        bottom_line=Claim(
            text="We therefore urge you to direct the Secretary of Commerce to issue the twelve pending licenses "
            "before the dry season begins on May 1.",
            evidence=_ferreday("We therefore urge you to direct the Secretary of Commerce to issue the twelve pending"),
            status="supported",
        ),
        actions=(
            Action(
                text="Direct the Secretary of Commerce to issue the twelve pending licenses.",
                evidence=_ferreday("We therefore urge you to direct the Secretary of Commerce to issue the twelve"),
                status="supported",
                strength="urge",
                deadline=Deadline(
                    as_stated="before the dry season begins on May 1",
                    date="2024-05-01",
                    rule="May 1 after the release's date, 2024-02-06",
                    evidence=_ferreday("before the dry season begins")[0],
                ),
            ),
            Action(
                text="Raise with Prime Minister Tarrant the resumption of flow talks with Keshara.",
                evidence=_ferreday("raise with Prime Minister Tarrant the resumption of flow talks with Keshara"),
                status="supported",
            ),
        ),
        positions=(
            Position(
                text="the export of membranes under license conditions",
                evidence=_ferreday("That is why the licenses carry conditions, and why there are inspectors."),
                status="supported",
                stance="supports",
            ),
        ),
        authorities=(
            Authority(
                text="Treaty of Friendship and Transit",
                kind="treaty",
                evidence=_ferreday("Treaty of Friendship and Transit")[0],
            ),
        ),
        statements=(
            Statement(
                speaker="Rep. Ferreday",
                text="“A membrane is not a missile,”",
                evidence=_ferreday("“A membrane is not a missile,”")[0],
            ),
        ),
        gaps=("No deadline for a reply.",),
        checks=Checks(claims=5, supported=5, quotes=QuoteCounts(exact=8)),
        provenance=Provenance(version="0.1.0"),
    )


def comparison() -> Comparison:
    """Stroud (A) against Ferreday (B)."""
    a, b = stroud(), ferreday()
    return Comparison(
        a=a.letter,
        b=b.letter,
        bottom_line=Claim(
            text="Both write about the twelve Halvek licenses. A wants them refused and the policy explained; B wants "
            "them issued before May 1.",
            evidence=(*a.actions[0].evidence, *b.actions[0].evidence),
            status="supported",
        ),
        contrasts=(
            Contrast(
                topic="The twelve licenses",
                relation="conflict",
                aspect="goal",
                a=Claim(**{n: getattr(a.actions[0], n) for n in Claim.model_fields}),
                b=Claim(**{n: getattr(b.actions[0], n) for n in Claim.model_fields}),
                why="One cannot be done with the other.",
                rank=1,
            ),
            Contrast(
                topic="Inspections",
                relation="differ",
                aspect="facts",
                a=a.background[0],
                b=Claim(
                    text="38 of 41 checks were closed without a finding.",
                    evidence=_ferreday("38 were closed without a finding"),
                    status="supported",
                ),
                rank=2,
            ),
            Contrast(
                topic="The river's flow",
                relation="agree",
                aspect="goal",
                a=Claim(
                    text="Keshara is promised a flow at the border gauge.",
                    evidence=_stroud("promises Keshara a flow"),
                    status="supported",
                ),
                b=Claim(
                    text="Flow talks with Keshara should resume.",
                    evidence=_ferreday("the resumption of flow talks with Keshara"),
                    status="supported",
                ),
                rank=3,
            ),
            Contrast(
                topic="Jobs",
                relation="only_b",
                aspect="facts",
                b=Claim(
                    text="The orders would keep 1,900 people at work.",
                    evidence=_ferreday("They would keep 1,900 people at work in Oregon and Ohio"),
                    status="supported",
                ),
                rank=4,
            ),
        ),
        actions=(
            ActionPair(relation="conflict", a=a.actions[0], b=b.actions[0], differs_in=("scope", "deadline")),
            *(ActionPair(relation="only_a", a=x) for x in a.actions[1:]),
            ActionPair(relation="only_b", b=b.actions[1]),
        ),
        facts=(
            FactPair(
                a=Claim(
                    text="Applications valued at $438 million with spare parts.",
                    evidence=_stroud("valued at $438 million with spare parts"),
                    status="supported",
                ),
                b=Claim(
                    text="The twelve applications are worth $412 million.",
                    evidence=_ferreday("are worth $412 million"),
                    status="supported",
                ),
                quantity="Worth of the applications",
                values=("$438 million", "$412 million"),
            ),
        ),
        tone=Tone(a={"urge": 1, "request": 1, "ask": 2}, b={"urge": 1, "ask": 1}),
        shared_text=SharedText(share_of_a=0.02, share_of_b=0.03),
        card=CardDifferences(days_apart=-17, same_chamber=False),
        silences=(
            Silence(topic="Jobs", silent="a", searched=_stroud("Of 41 post-shipment checks")[0], score=0.1),
            Silence(topic="Records", silent="b", score=0.0),
        ),
        checks=Checks(claims=12, supported=12, quotes=QuoteCounts(exact=14)),
        provenance=a.provenance,
    )


def matrix(letters: int = 2) -> Matrix:
    """Stroud and Ferreday, and as many copies of Ferreday under other names as are wanted."""
    a, b = stroud(), ferreday()
    cards = [a.letter, b.letter]
    cards += [b.letter.model_copy(update={"id": f"copy-{n}"}) for n in range(3, letters + 1)]
    stances = {"stroud-to-commerce": "opposes"}

    def cell(card: LetterCard) -> Cell:
        claim = a.positions[0] if card.id == a.letter.id else b.positions[0]
        plain = Claim(text=claim.text, evidence=claim.evidence, status="supported")
        return Cell(letter=card.id, stance=stances.get(card.id, "supports"), claim=plain)  # type: ignore[arg-type]

    return Matrix(
        letters=tuple(cards),
        rows=(
            Row(topic="Licenses", cells=tuple(cell(c) for c in cards)),
            Row(topic="Records", cells=(cell(cards[0]),)),
        ),
        similarities=tuple(
            Similarity(a=x.id, b=y.id, score=0.1 if x is cards[0] else 0.9)
            for i, x in enumerate(cards)
            for y in cards[i + 1 :]
        ),
        clusters=((cards[0].id,), tuple(c.id for c in cards[1:])),
        timeline=(
            Event(date="2024-02-06", letter=b.letter.id, what="letter"),
            Event(date="2024-02-23", letter=a.letter.id, what="letter"),
            Event(date="2024-03-08", letter=a.letter.id, what="reply due", deadline=_REPLY),
        ),
        signers=(Overlap(a=cards[0].id, b=cards[1].id, names=("Nobody Real",)),),
        checks=Checks(claims=3, supported=3, quotes=QuoteCounts(exact=3)),
        provenance=Provenance(version="0.1.0"),
    )
