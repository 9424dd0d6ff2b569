"""A letter in another language is told to be so, and English is never taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.ingest import read
from brief.letter import letters
from brief.letter.language import other_language

SPANISH = (
    "Estimada señora ministra: Le escribimos para pedir que se abra de nuevo el puente de Maren, que está "
    "cerrado desde el invierno. Los vecinos de la ciudad y los pueblos del valle no tienen otra manera de "
    "llegar al trabajo, y el transbordador no sale por las noches. Le pedimos que nos responda antes del 3 de "
    "mayo con un plan para la obra."
)
FRENCH = (
    "Madame la ministre, nous vous écrivons pour demander que le pont de Maren soit rouvert, car il est fermé "
    "depuis l’hiver. Les habitants de la ville et des villages de la vallée n’ont pas d’autre moyen de se "
    "rendre au travail, et le bac ne part plus dans la nuit. Nous vous prions de nous répondre avant le 3 mai "
    "par un plan pour les travaux."
)
GERMAN = (
    "Sehr geehrte Frau Ministerin, wir bitten Sie, die Brücke von Maren wieder zu öffnen, die seit dem Winter "
    "geschlossen ist. Die Menschen in der Stadt und in den Dörfern des Tals haben keinen anderen Weg zu der "
    "Arbeit, und die Fähre fährt in der Nacht nicht mehr. Wir bitten um eine Antwort, die bis zum 3. Mai auch "
    "einen Plan für den Bau und die Kosten nennt, denn wir haben lange genug gewartet."
)
ENGLISH = (
    "Dear Minister: We write to ask that the bridge of Maren be opened again, which has been closed since the "
    "winter. The people of the town and of the villages in the valley have no other way to get to work, and the "
    "ferry does not run at night. Please answer by May 3 with a plan for the work."
)


@pytest.mark.parametrize(
    ("text", "language"), [(SPANISH, "Spanish"), (FRENCH, "French"), (GERMAN, "German"), (ENGLISH, None)]
)
def test_the_language_of_a_letter_is_told_by_its_smallest_words(text: str, language: str | None) -> None:
    assert other_language(text) == language


def test_a_list_of_names_is_no_other_language() -> None:
    assert other_language("Ada Birch, Bo Ash and Cy Dole. " * 30) is None


def test_the_brief_of_a_letter_in_another_language_says_so() -> None:
    (letter,) = letters(read(SPANISH.encode(), name="carta.txt"))
    assert any("Spanish" in note for note in letter.notes)


@given(st.text(max_size=600))
def test_any_text_is_judged(text: str) -> None:
    assert other_language(text) is None or isinstance(other_language(text), str)
