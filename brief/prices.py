"""What requests will cost, before they are made: tokens estimated from bytes, and a small dated table of prices."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from brief.errors import SettingsError
from brief.exchange import Request, Usage

DATED = "2026-11-21"
# UTF-8 bytes per token. SmolLM2's tokenizer (49,152 words) has 4.0 to 5.5 (median 4.7) on 23 plain letters and our own
# prompt, and 2.8 on raw HTML; larger vocabularies have a little more, other scripts fewer.
_BYTES_PER_TOKEN = (5.8, 3.3)
_OVERHEAD = 8  # tokens that a chat template adds to each message, at most some


@dataclass(frozen=True, slots=True)
class Price:
    """Dollars per million tokens; `window` is how many tokens a request and its answer may have together."""

    input: float
    output: float
    window: int | None = None

    def of(self, prompt_tokens: int, completion_tokens: int) -> float:
        """Return the dollars for so many tokens."""
        return (prompt_tokens * self.input + completion_tokens * self.output) / 1_000_000


# OpenAI's standard tier for prompts up to 272,000 tokens, from its model pages and https://developers.openai.com/api/docs/pricing
_TABLE: Mapping[str, Price] = {
    "gpt-6-astra": Price(10.0, 50.0, 1_050_000),
    "gpt-6.2-sol": Price(2.0, 10.0, 1_050_000),
    "gpt-6.1-sol": Price(2.0, 10.0, 1_050_000),
    "gpt-6-sol": Price(2.0, 10.0, 1_050_000),
    "gpt-6-luna": Price(0.1, 0.5, 1_050_000),
    "gpt-5.4": Price(2.5, 15.0),
    "gpt-5.4-mini": Price(0.75, 4.5),
    "gpt-5.4-nano": Price(0.2, 1.25),
    "gpt-5": Price(1.25, 10.0, 400_000),
    "gpt-5-mini": Price(0.25, 2.0, 400_000),
    "gpt-5-nano": Price(0.05, 0.4, 400_000),
    "gpt-4.1": Price(2.0, 8.0, 1_047_576),
    "gpt-4.1-mini": Price(0.4, 1.6, 1_047_576),
    "gpt-4.1-nano": Price(0.1, 0.4, 1_047_576),
    "gpt-4o": Price(2.5, 10.0, 128_000),
    "gpt-4o-mini": Price(0.15, 0.6, 128_000),
}
_SNAPSHOT = re.compile(r"-\d{4}-\d{2}-\d{2}$")


class Prices:
    """The shipped table for OpenAI and Azure, with the user's own prices before it.

    Args:
        own: A TOML file with a table for each model: `["my-model"]`, `input = 0.2`, `output = 0.8`, dollars per
            million tokens, and `window = 32768` if it is known. These hold at any host.
    """

    def __init__(self, own: Path | None = None) -> None:
        self._own = _read(own) if own else {}

    def of(self, model: str, host: str) -> Price | None:
        """Return a model's price, or None if it is unknown: the same name may cost another sum elsewhere."""
        if model in self._own:
            return self._own[model]
        if host != "https://api.openai.com" and not host.endswith(".azure.com"):
            return None
        return _TABLE.get(model) or _TABLE.get(_SNAPSHOT.sub("", model))


def _read(path: Path) -> dict[str, Price]:
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        return {model: _price(table) for model, table in tables.items()}
    except OSError as error:
        raise SettingsError(f"{path}: the prices cannot be read ({error.strerror})") from None
    except (ValueError, TypeError) as error:
        raise SettingsError(
            f'{path}: write prices as a table ["model"] with input and output, in dollars per million tokens ({error})'
        ) from None


def _price(table: Mapping[str, object]) -> Price:
    if not isinstance(table, dict) or not {"input", "output"} <= table.keys() <= {"input", "output", "window"}:
        raise ValueError("a model needs input and output, and may have window")
    if not all(isinstance(v, int | float) and not isinstance(v, bool) and 0 <= v < 1e9 for v in table.values()):
        raise ValueError("prices are numbers")
    return Price(**table)


def estimate(text: str) -> tuple[int, int]:
    """Return the least and the most tokens that `text` probably has, from its bytes alone."""
    size = len(text.encode("utf-8", "surrogatepass"))
    few, many = _BYTES_PER_TOKEN
    return int(size / few), int(size / many) + 1


def characters(tokens: int) -> int:
    """Return how many characters of English surely fit into so many tokens."""
    return int(tokens * _BYTES_PER_TOKEN[1])


def prompt_tokens(request: Request) -> tuple[int, int]:
    """Return the least and the most tokens that the request's messages probably have."""
    counts = [estimate(m.content) for m in request.messages]
    return sum(low for low, _ in counts), sum(high + _OVERHEAD for _, high in counts)


def cost_of(usage: Usage, price: Price | None) -> Usage:
    """Return the usage with its cost, if the price is known."""
    if price is None:
        return usage
    return Usage(usage.prompt_tokens, usage.completion_tokens, price.of(usage.prompt_tokens, usage.completion_tokens))


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run will ask and cost, each as (least, most).

    Args:
        requests: How many will be made, and how many with a repair round for each.
        cached: How many answers the cache already has; they are not among `requests`.
        prompt_tokens, completion_tokens: Of the requests to be made.
        cost: Dollars; None if the price is unknown. A cautious range: the most has a repair round for every letter,
            and every answer as long as is allowed.
    """

    model: str
    requests: tuple[int, int]
    cached: int
    prompt_tokens: tuple[int, int]
    completion_tokens: tuple[int, int]
    cost: tuple[float, float] | None

    def __str__(self) -> str:
        asked = f"{self.requests[0]} to {self.requests[1]}" if self.requests[0] else "no"
        if self.cost == (0.0, 0.0):
            return f"{self.model}: {self.requests[0]} readings, nothing is sent; no cost"
        tokens = f"{self.prompt_tokens[0]:,} to {self.prompt_tokens[1]:,} tokens in, "
        tokens += f"{self.completion_tokens[0]:,} to {self.completion_tokens[1]:,} out"
        priced = "price unknown" if self.cost is None else f"${self.cost[0]:.4f} to ${self.cost[1]:.4f}"
        where = f" (prices of {DATED})" if self.cost else ""
        return f"{self.model}: {asked} requests, {self.cached} answers cached; {tokens}; {priced}{where}"


_SHORT_ANSWER = 350  # tokens of a summary of a short note; nothing useful is shorter


def plan(requests: Iterable[Request], price: Price | None, is_cached: Callable[[Request], bool]) -> Plan:
    """Say what `requests` (first rounds) will cost; nothing is sent.

    Args:
        is_cached: Whether the cache has the answer.
    """
    asked = list(requests)
    new = [r for r in asked if not is_cached(r)]
    low = sum(prompt_tokens(r)[0] for r in new)
    # A repair round sends the first prompt and the first answer again, and some lines more.
    high = sum(2 * prompt_tokens(r)[1] + r.sampling.max_output_tokens for r in new)
    out = len(new) * _SHORT_ANSWER, sum(2 * r.sampling.max_output_tokens for r in new)
    cost = (price.of(low, out[0]), price.of(high, out[1])) if price else None
    model = asked[0].model if asked else "no model"
    return Plan(model, (len(new), 2 * len(new)), len(asked) - len(new), (low, high), out, cost)
