"""Forms as portable schemas, and the strict reader of answers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, Literal, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief import drafts
from brief.drafts import ComparisonDraft, Form, RepairDraft, Strength, SummaryDraft
from brief.errors import FormError
from brief.schema import KEYWORDS, fits, read_form, read_object, schema_of

FORMS = [f for f in vars(drafts).values() if isinstance(f, type) and issubclass(f, Form) and f is not Form]
CLAIM = {"text": "publish the log", "quotes": ["We ask you to publish the log."]}
SUMMARY: dict[str, Any] = {
    "title": "Two members ask the harbour master for a log",
    "bottom_line": CLAIM,
    "actions": [
        {**CLAIM, "number": None, "actor": "addressee", "strength": "request"}
        | {"deadline": None, "condition": None, "topic": "log"}
    ],
    "questions": [],
    "positions": [],
    "background": [],
    "authorities": [],
    "not_stated": [],
}


def nodes(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every schema within a schema, itself first."""
    yield schema
    for inner in schema.get("properties", {}).values():
        yield from nodes(inner)
    for inner in schema.get("anyOf", []):
        yield from nodes(inner)
    if "items" in schema:
        yield from nodes(schema["items"])


@pytest.mark.parametrize("form", FORMS, ids=lambda f: f.__name__)
def test_every_form_keeps_to_what_all_servers_take(form: type[Form]) -> None:
    schema = schema_of(form)

    assert schema["type"] == "object"
    for node in nodes(schema):
        assert node.keys() <= KEYWORDS
        if "anyOf" in node:
            assert len(node["anyOf"]) == 2
            assert node["anyOf"][1] == {"type": "null"}
        elif node["type"] == "object":
            assert node["additionalProperties"] is False
            assert node["required"] == list(node["properties"])
    assert sum(len(n.get("properties", ())) for n in nodes(schema)) <= 100, "OpenAI's first limit, which servers keep"
    assert len(json.dumps(schema)) < 15_000


def test_the_schema_keeps_the_order_of_the_fields() -> None:
    assert list(schema_of(SummaryDraft)["properties"]) == list(SummaryDraft.model_fields)


class _Loose(Form):
    size: dict[str, int]


class _Union(Form):
    size: int | str


class _Defaulted(Form):
    size: int = 3


class _Pair(Form):
    pair: tuple[int, str]


class _Nested(Form):
    inner: _Nested | None


class _Bytes(Form):
    raw: bytes


@pytest.mark.parametrize("form", [_Loose, _Union, _Defaulted, _Pair, _Nested, _Bytes], ids=lambda f: f.__name__)
def test_a_form_that_some_server_refuses_is_refused_here(form: type[Form]) -> None:
    with pytest.raises(TypeError, match=form.__name__):
        schema_of(form)


class _Constant(Form):
    kind: Literal["only"]


def test_a_constant_becomes_an_enum_of_one() -> None:
    assert schema_of(_Constant)["properties"]["kind"] == {"type": "string", "enum": ["only"]}


@pytest.mark.parametrize(
    "wrapping",
    [
        "%s",
        "\n %s \n",
        "\ufeff%s",
        "```\n%s\n```\n",
        "```json\n%s\n```",
        "```JSON\r\n%s\r\n```",
        "\ufeff```json\n%s```",
        "<think>so { and ``` it is</think>\n%s",
        "<think>a\nb</think>\n```json\n%s\n```",
    ],
)
def test_the_whole_answer_is_read_through_its_wrappings(wrapping: str) -> None:
    assert read_form(wrapping % json.dumps(SUMMARY, indent=1), SummaryDraft).title == SUMMARY["title"]


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("", "no JSON"),
        ("Here is the JSON:\n{}", "no JSON"),
        ('{"a": 1} and more', "no JSON"),
        ('```json\n{"a": 1}\n```\nI hope this helps!', "no JSON"),
        ('```json\n{"a": 1}\n```\n```json\n{"a": 2}\n```', "no JSON"),
        ('<think>{"a": 1}', "no JSON"),
        ('{"a": 1', "no JSON"),
        ('{"a": "x\ny"}', "no JSON"),
        ("{'a': 1}", "no JSON"),
        ('{"a": NaN}', "NaN is no number"),
        ('{"a": -Infinity}', "Infinity is no number"),
        ('{"a": 1, "a": 2}', "a key stands twice"),
        ('{"b": {"a": 1, "a": 1}}', "a key stands twice"),
        ('{"a": %s}' % ("9" * 5000), "no JSON"),
        ("[" * 100_000, "nested too deeply"),
        ('{"a":' * 100_000, "nested too deeply"),
        ("[]", "list, not an object"),
        ('"text"', "str, not an object"),
        ("null", "NoneType, not an object"),
    ],
)
def test_what_is_no_single_object_is_refused(answer: str, said: str) -> None:
    with pytest.raises(FormError, match=said):
        read_object(answer)


def bad(change: dict[str, Any]) -> str:
    return json.dumps(SUMMARY | change)


@pytest.mark.parametrize(
    ("answer", "field"),
    [
        (bad({"extra words of the letter": 1}), "the whole: has a field that the form has not"),
        (bad({"actions": [CLAIM]}), r"actions\[0\].number"),
        (bad({"title": 3}), "title: input should be a valid string"),
        (bad({"title": None}), "title"),
        (bad({"bottom_line": CLAIM | {"quotes": "not a list"}}), "bottom_line.quotes"),
        (bad({"actions": [SUMMARY["actions"][0] | {"strength": "beg"}]}), r"actions\[0\].strength: input should be"),
        (bad({"title": "\ud835"}), "half a character"),
    ],
)
def test_what_does_not_fit_is_named_by_its_field(answer: str, field: str) -> None:
    with pytest.raises(FormError, match=field):
        read_form(answer, SummaryDraft)


def test_messages_hold_nothing_of_the_letter() -> None:
    secret = "CANARY-6b1f"
    inner = {"text": secret, "quotes": [{"q": secret}], secret: secret}
    answers = [bad({secret: secret, "bottom_line": inner, "positions": secret}), f"{secret} {{", f'["{secret}"]']
    for answer in answers:
        with pytest.raises(FormError) as caught:
            read_form(answer, SummaryDraft)
        told = str(caught.value)
        assert secret not in told
        assert "\n" not in told
        assert caught.value.__context__ is None


def test_at_most_five_faults_are_told() -> None:
    with pytest.raises(FormError, match="and 3 more"):
        read_form("{}", SummaryDraft)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=12,
)


@given(st.text() | json_values.map(json.dumps))
def test_every_text_is_read_or_refused_by_name(text: str) -> None:
    with suppress(FormError):
        assert isinstance(read_object(text), dict)


def example(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Values that fit a portable schema."""
    if "anyOf" in schema:
        return example(schema["anyOf"][0]) | st.none()
    if schema["type"] == "object":
        return st.fixed_dictionaries({name: example(field) for name, field in schema["properties"].items()})
    if schema["type"] == "array":
        return st.lists(example(schema["items"]), max_size=2)
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    kinds = {"string": st.text(st.characters(exclude_categories=("Cs",))), "boolean": st.booleans()}
    return kinds.get(schema["type"], st.integers())


@pytest.mark.parametrize("form", [SummaryDraft, ComparisonDraft, RepairDraft])
@given(data=st.data())
def test_schema_and_form_accept_the_same(form: type[Form], data: st.DataObject) -> None:
    schema = schema_of(form)
    value = data.draw(example(schema))

    assert fits(value, schema)
    assert read_form(json.dumps(value), form).model_dump() == value


@pytest.mark.parametrize(
    "change",
    [{"more": 1}, {"title": 3}, {"title": True}, {"actions": {}}, {"authorities": [1]}, {"bottom_line": None}],
)
def test_what_does_not_fit_the_form_does_not_fit_the_schema(change: dict[str, Any]) -> None:
    assert not fits(SUMMARY | change, schema_of(SummaryDraft))
    assert not fits({"title": "x"}, schema_of(SummaryDraft))


def test_enums_hold_the_words_of_the_form() -> None:
    action = schema_of(SummaryDraft)["properties"]["actions"]["items"]["properties"]

    assert action["strength"]["enum"] == list(get_args(Strength))
    assert not fits("beg", action["strength"])
