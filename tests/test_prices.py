"""Cost before the fact: estimates, prices, plans, and a bound that holds."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from doubles import ask, outcomes
from hypothesis import given
from hypothesis import strategies as st

from brief.errors import BudgetExceeded, CutOff, SettingsError, UsageError
from brief.exchange import Message, Reply, Request, Sampling, Usage
from brief.prices import DATED, Price, Prices, estimate, plan
from brief.providers.priced import Priced
from brief.providers.scripted import Scripted

LETTERS = Path(__file__).parent / "fixtures" / "letters"
OPENAI = "https://api.openai.com"


@pytest.mark.parametrize(
    ("name", "tokens"),  # as SmolLM2's tokenizer counts them; tests/live/README.md tells how
    [("abendroth-to-president.txt", 603), ("stroud-to-commerce.txt", 1204), ("two-letters-reported.txt", 479)],
)
def test_estimates_hold_a_real_tokenizers_count(name: str, tokens: int) -> None:
    low, high = estimate((LETTERS / name).read_text(encoding="utf-8"))

    assert low <= tokens <= high
    assert high < 2 * low


@given(st.text(st.characters()))
def test_estimates_take_any_text(text: str) -> None:
    low, high = estimate(text)

    assert 0 <= low <= high


@pytest.mark.parametrize(
    ("model", "host", "price"),
    [
        ("gpt-4o-mini", OPENAI, Price(0.15, 0.6, 128_000)),
        ("gpt-4o-mini-2024-07-18", OPENAI, Price(0.15, 0.6, 128_000)),
        ("gpt-4o-mini", "https://mine.openai.azure.com", Price(0.15, 0.6, 128_000)),
        ("gpt-4o-mini", "https://elsewhere.example", None),
        ("gpt-99", OPENAI, None),
        ("gpt-4o-mini-2024-07-18-beta", OPENAI, None),
    ],
)
def test_a_price_is_known_or_unknown_and_never_guessed(model: str, host: str, price: Price | None) -> None:
    assert Prices().of(model, host) == price


def test_the_users_prices_go_first_and_hold_anywhere(tmp_path: Path) -> None:
    own = tmp_path / "prices.toml"
    own.write_text('["my/model:7b"]\ninput = 0.2\noutput = 0.8\nwindow = 32768\n["gpt-4o"]\ninput = 1\noutput = 2\n')

    assert Prices(own).of("my/model:7b", "http://localhost:8080") == Price(0.2, 0.8, 32768)
    assert Prices(own).of("gpt-4o", OPENAI) == Price(1, 2)
    assert Prices(own).of("gpt-4o-mini", OPENAI) is not None


@pytest.mark.parametrize(
    "text", ["[", "a = 1", "[a]\ninput = 1", '[a]\ninput = "1"\noutput = 2', "[a]\ninput=-1\noutput=1"]
)
def test_prices_that_are_none_are_named_with_their_file(tmp_path: Path, text: str) -> None:
    own = tmp_path / "prices.toml"
    own.write_text(text)

    with pytest.raises(SettingsError, match=r"prices\.toml"):
        Prices(own)
    with pytest.raises(SettingsError, match="cannot be read"):
        Prices(tmp_path / "none.toml")


def letters(count: int) -> list[Request]:
    long = Message("user", "We ask you to publish the log. " * 200)
    return [ask(f"letter-{n}", messages=(long,), sampling=Sampling(max_output_tokens=1000)) for n in range(count)]


def test_a_plan_tells_requests_tokens_price_and_what_the_cache_has() -> None:
    made = plan(letters(5), Price(2.0, 10.0), lambda request: request.subject in ("letter-1", "letter-2"))

    assert (made.requests, made.cached) == ((3, 6), 2)
    assert made.prompt_tokens[0] < 3 * 1400 < made.prompt_tokens[1]
    assert made.completion_tokens == (1050, 6000)
    assert made.cost is not None
    assert made.cost[0] < 3 * (1400 * 2 + 1000 * 10) / 1e6 < made.cost[1]
    assert "3 to 6 requests, 2 answers cached" in str(made)
    assert DATED in str(made)


def test_a_plan_without_a_price_says_so() -> None:
    assert "price unknown" in str(plan(letters(1), None, lambda _: False))
    assert "no requests, 1 answers cached" in str(plan(letters(1), None, lambda _: True))


def reply(tokens: tuple[int, int] = (1500, 400)) -> Reply:
    return Reply('{"answer": "yes"}', "fake", usage=Usage(*tokens))


def test_a_reply_is_told_with_its_cost() -> None:
    priced = Priced(Scripted([reply()]), Price(2.0, 10.0))
    answered = asyncio.run(priced.complete(letters(1)[0]))

    assert answered.usage == Usage(1500, 400, 0.007)
    assert priced.spent == pytest.approx(0.007)


def test_without_a_price_no_cost_is_made_up() -> None:
    answered = asyncio.run(Priced(Scripted([reply()]), None).complete(letters(1)[0]))

    assert answered.usage == Usage(1500, 400, None)


def test_a_budget_needs_a_price() -> None:
    with pytest.raises(UsageError, match="BRIEF_PRICES"):
        Priced(Scripted([]), None, max_cost=1.0)


def test_nothing_is_sent_that_might_exceed_the_budget() -> None:
    inner = Scripted([reply()] * 10)
    priced = Priced(inner, Price(2.0, 10.0), max_cost=0.03, max_output_tokens=1000)

    async def one_by_one() -> list[Any]:
        return await outcomes(priced, letters(10), at_once=1)

    results = asyncio.run(one_by_one())

    assert len(inner.requests) == 3, "each may cost 0.0142 and costs 0.007"
    assert priced.spent == pytest.approx(0.021)
    assert all(isinstance(r, BudgetExceeded) for r in results[3:])
    assert "$0.0090 of $0.03 is left" in str(results[3])


def test_calls_under_way_cannot_exceed_the_budget_together() -> None:
    class Slow(Scripted):
        async def complete(self, request: Request) -> Reply:
            await asyncio.sleep(0)
            return await super().complete(request)

    inner = Slow([reply((1870, 1000))] * 64)
    priced = Priced(inner, Price(2.0, 10.0), max_cost=0.1, max_output_tokens=1000)
    asyncio.run(outcomes(priced, letters(64), at_once=64))

    assert 0.05 < priced.spent <= 0.1


def test_failed_calls_that_were_billed_count() -> None:
    inner = Scripted([CutOff("cut", tokens=(1500, 1000))])
    priced = Priced(inner, Price(2.0, 10.0), max_cost=0.02, max_output_tokens=1000)
    results = asyncio.run(outcomes(priced, letters(2), at_once=1))

    assert [type(r) for r in results] == [CutOff, BudgetExceeded]


def test_a_reply_without_usage_is_counted_at_the_most() -> None:
    priced = Priced(Scripted([Reply("{}", "fake")] * 2), Price(2.0, 10.0), max_cost=0.02, max_output_tokens=1000)
    results = asyncio.run(outcomes(priced, letters(2), at_once=1))

    assert [type(r) for r in results] == [Reply, BudgetExceeded]
