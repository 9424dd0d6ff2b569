"""Settings come from options, the environment, brief.toml, in this order; secrets and strangers are kept out."""

from __future__ import annotations

from pathlib import Path

import pytest

from brief.errors import SettingsError
from brief.settings import load_settings


@pytest.fixture(autouse=True)
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test runs in an empty folder, without the developer's own settings."""
    monkeypatch.chdir(tmp_path)
    for name in ("BRIEF_MODEL", "BRIEF_PAPER", "BRIEF_API_KEY", "BRIEF_CONCURRENCY"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def test_options_go_before_the_environment_and_that_before_the_file(
    empty_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (empty_folder / "brief.toml").write_text('paper = "a4"\nmodel = "file"\nconcurrency = 3\n', encoding="utf-8")
    monkeypatch.setenv("BRIEF_MODEL", "environment")
    made = load_settings(concurrency=5, paper=None)

    assert (made.paper, made.model, made.concurrency) == ("a4", "environment", 5)


@pytest.mark.parametrize("name", ["api_key", "base_url", "azure_endpoint"])
def test_a_file_cannot_say_where_letters_and_keys_go(empty_folder: Path, name: str) -> None:
    (empty_folder / "brief.toml").write_text(f'{name} = "https://elsewhere.example"\n', encoding="utf-8")

    with pytest.raises(SettingsError, match=f"{name} is not read from a file; set BRIEF_{name.upper()}"):
        load_settings()


@pytest.mark.parametrize(
    ("toml", "says"),
    [
        ('papr = "a4"', "there is no setting 'papr'; there are model, "),
        ('paper = "a3"', "setting 'paper'"),
        ("concurrency = 0", "setting 'concurrency'"),
        ("this is not toml", r"brief\.toml"),
    ],
)
def test_a_malformed_setting_is_named(empty_folder: Path, toml: str, says: str) -> None:
    (empty_folder / "brief.toml").write_text(toml, encoding="utf-8")

    with pytest.raises(SettingsError, match=says):
        load_settings()


def test_a_key_shows_in_no_repr_and_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEF_API_KEY", "sk-canary-4711")
    monkeypatch.setenv("BRIEF_CONCURRENCY", "many")

    with pytest.raises(SettingsError) as caught:
        load_settings()
    monkeypatch.delenv("BRIEF_CONCURRENCY")

    assert "canary" not in str(caught.value)
    assert "canary" not in repr(load_settings())
    assert "canary" not in load_settings().model_dump_json()
