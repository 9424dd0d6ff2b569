"""Recordings: readable, exact, honest about where they come from."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest
from doubles import ask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from brief.errors import NotRecorded, OutputError, RateLimited, SettingsError
from brief.exchange import Reply, Sampling, Usage
from brief.providers.cassette import Cassette, file_name, read_recording
from brief.providers.scripted import Scripted

LIVE = Reply('{"answer":"yes"}', "m-1", usage=Usage(10, 3, 0.5), rung="tool", created="2026-01-02T03:04:05+00:00")


def test_what_was_recorded_is_replayed(tmp_path: Path) -> None:
    recorder = Cassette(tmp_path, Scripted([LIVE], model="fake", host="http://h"))
    first = asyncio.run(recorder.complete(ask(host="http://h")))
    player = Cassette(tmp_path)
    again = asyncio.run(player.complete(ask(host=player.host)))

    assert (player.model, player.host) == ("fake", "http://h")
    assert again == first
    assert again.origin == "recorded"
    assert (again.model, again.rung, again.usage, again.created) == ("m-1", "tool", LIVE.usage, LIVE.created)


def test_a_recording_is_one_file_that_a_person_can_read(tmp_path: Path) -> None:
    request = ask("Hartwell & Ó Briain #2")
    asyncio.run(Cassette(tmp_path, Scripted([LIVE], model="fake"), origin="written").complete(request))
    (path,) = tmp_path.iterdir()
    value = json.loads(path.read_text(encoding="utf-8"))

    assert path.name == f"summarize-hartwell-briain-2-{request.key[:8]}.json"
    assert value["origin"] == "written"
    assert value["key"] == request.key
    assert value["request"]["messages"][1]["content"] == ["This is Hartwell & Ó Briain #2."]
    assert value["reply"]["answer"] == {"answer": "yes"}
    assert "Ó Briain" in path.read_text(encoding="utf-8")


def test_a_miss_names_the_key_and_the_command(tmp_path: Path) -> None:
    with pytest.raises(NotRecorded) as caught:
        asyncio.run(Cassette(tmp_path).complete(ask()))

    assert ask().key[:8] in str(caught.value)
    assert f"brief summarize FILE --model MODEL --record {tmp_path}" in str(caught.value)
    assert "none was made" in str(caught.value)


def test_a_miss_tells_when_the_letter_was_recorded_otherwise(tmp_path: Path) -> None:
    asyncio.run(Cassette(tmp_path, Scripted([LIVE])).complete(ask()))

    with pytest.raises(NotRecorded, match="has changed since"):
        asyncio.run(Cassette(tmp_path).complete(ask(sampling=Sampling(seed=8))))


def test_failures_are_not_recorded(tmp_path: Path) -> None:
    recorder = Cassette(tmp_path, Scripted([RateLimited("429", status=429)]))
    with pytest.raises(RateLimited):
        asyncio.run(recorder.complete(ask()))

    assert list(tmp_path.iterdir()) == []


def test_an_answer_that_is_no_json_is_kept_to_the_letter(tmp_path: Path) -> None:
    text = 'Sure!\n```json\n{"answer": "yes"}\n```\n'
    asyncio.run(Cassette(tmp_path, Scripted([text])).complete(ask()))

    assert asyncio.run(Cassette(tmp_path).complete(ask())).text == text


def test_recorder_and_player_give_the_same_text_so_that_follow_ups_match(tmp_path: Path) -> None:
    recorded = asyncio.run(Cassette(tmp_path, Scripted(['{ "answer":\n"yes" }'])).complete(ask()))

    assert recorded.text == asyncio.run(Cassette(tmp_path).complete(ask())).text == '{"answer": "yes"}'


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(text=st.text(st.characters()), subject=st.text(max_size=200))
def test_any_text_survives(tmp_path: Path, text: str, subject: str) -> None:
    request = ask(subject)
    recorded = asyncio.run(Cassette(tmp_path, Scripted([text])).complete(request))
    name = file_name(request)

    assert asyncio.run(Cassette(tmp_path).complete(request)).text == recorded.text
    assert len(name) < 120
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.")


@pytest.mark.parametrize(
    "harm",
    [
        lambda v: v["request"].update(subject=3, messages=[]),
        lambda v: v["request"]["messages"][1].update(content=["Another letter."]),
        lambda v: v.update(key="0" * 64),
        lambda v: v.update(origin="live"),
        lambda v: v.update(recording="letterbrief/recording.v9"),
        lambda v: v.pop("reply"),
        lambda v: v["request"].pop("sampling"),
    ],
)
def test_a_recording_that_was_changed_is_refused(tmp_path: Path, harm: object) -> None:
    asyncio.run(Cassette(tmp_path, Scripted([LIVE])).complete(ask()))
    (path,) = tmp_path.iterdir()
    value = json.loads(path.read_text(encoding="utf-8"))
    harm(value)  # type: ignore[operator]
    path.write_text(json.dumps(value), encoding="utf-8")

    with pytest.raises(SettingsError, match=path.name):
        read_recording(path)
    with pytest.raises(SettingsError):
        Cassette(tmp_path)


def test_a_folder_that_is_missing_or_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="no such folder"):
        Cassette(tmp_path / "none")
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(OutputError, match="cannot be written"):
        asyncio.run(Cassette(tmp_path / "file", Scripted([LIVE])).complete(ask()))


def test_a_replay_answers_as_the_model_asked_for_or_as_most_recordings(tmp_path: Path) -> None:
    for model, count in (("one", 1), ("two", 2)):
        for n in range(count):
            recorder = Cassette(tmp_path, Scripted([LIVE], model=model))
            asyncio.run(recorder.complete(ask(f"letter-{n}", model=model, host="local")))

    assert Cassette(tmp_path).model == "two"
    assert Cassette(tmp_path, model="one").model == "one"
    assert Cassette(tmp_path, model="three").model == "three"
