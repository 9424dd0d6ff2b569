"""The settings: the environment (BRIEF_*), then brief.toml, then defaults; no secret shows in a repr."""

from __future__ import annotations

from pathlib import Path
from tomllib import TOMLDecodeError
from typing import Any

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

from brief.errors import SettingsError


class Settings(BaseSettings):
    """What a user can set once for all calls.

    Args:
        model: Who answers; None means `extractive`, or the default model where a key is present.
        base_url: An OpenAI-compatible endpoint; None means OpenAI's own.
        api_key: Also read from OPENAI_API_KEY. azure_endpoint, api_version: For Azure OpenAI.
        cache_dir: Where replies are kept; None means the user's cache directory.
        prompts: A folder whose prompts go before the shipped ones.
        timeout: Seconds for one call; deadline: seconds for a letter, with all its retries.
        max_output_tokens: Bound on one answer. context_tokens: The model's window, where it is not the usual.
        concurrency: How many letters are read at once.
        max_cost: Dollars that one command may spend. prices: A file of prices that goes before the shipped table.
        paper: Of the one page: `letter` or `a4`.
    """

    model_config = SettingsConfigDict(
        env_prefix="BRIEF_", toml_file="brief.toml", extra="forbid", frozen=True, hide_input_in_errors=True
    )

    model: str | None = None
    base_url: str | None = None
    api_key: SecretStr | None = None
    azure_endpoint: str | None = None
    api_version: str | None = None
    cache_dir: Path | None = None
    prompts: Path | None = None
    timeout: float = Field(default=120.0, gt=0)
    deadline: float = Field(default=600.0, gt=0)
    max_output_tokens: int = Field(default=8000, gt=0)
    context_tokens: int | None = Field(default=None, gt=0)
    concurrency: int = Field(default=8, ge=1, le=512)
    max_cost: float | None = Field(default=None, ge=0)
    prices: Path | None = None
    max_bytes: int = Field(default=64 * 1024 * 1024, gt=0)
    paper: str = Field(default="letter", pattern="^(letter|a4)$")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - the library's signature
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments go before the environment, and the environment before brief.toml."""
        return init_settings, env_settings, _Toml(settings_cls)


_NEVER_FROM_A_FILE = ("api_key", "base_url", "azure_endpoint")


class _Toml(TomlConfigSettingsSource):
    """brief.toml of the working folder, which may be a stranger's: it cannot say where letters and keys are sent."""

    def __call__(self) -> dict[str, Any]:
        found = super().__call__()
        for name in _NEVER_FROM_A_FILE:
            if name in found:
                raise SettingsError(
                    f"brief.toml: {name} is not read from a file; set BRIEF_{name.upper()} or use an option"
                )
        return found


def load_settings(**given: Any) -> Settings:
    """Return the settings, with `given` (those that are not None) before all others.

    Raises:
        SettingsError: A setting is unknown or malformed; the message names it.
    """
    try:
        return Settings(**{k: v for k, v in given.items() if v is not None})
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(p) for p in first["loc"])
        if first["type"] == "extra_forbidden":
            raise SettingsError(f"there is no setting {name!r}; there are {', '.join(Settings.model_fields)}") from None
        raise SettingsError(f"setting {name!r}: {first['msg']}; see brief.toml and BRIEF_{name.upper()}") from None
    except (TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"brief.toml: not readable as TOML: {error}") from None
