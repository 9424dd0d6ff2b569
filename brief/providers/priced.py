"""Counts what replies cost, and stops before a request that might cost more than allowed."""

from __future__ import annotations

from dataclasses import replace

from brief.errors import BudgetExceeded, ProviderError, UsageError
from brief.exchange import Provider, Reply, Request, Sampling, Usage
from brief.prices import Price, cost_of, prompt_tokens
from brief.providers.layer import Layer


class Priced(Layer):
    """Sets the price of each reply of `inner`, and keeps within `max_cost` dollars.

    Args:
        max_output_tokens: Bound on one answer, whatever the request says. window: What prompt and answer may have
            together, if that is known.

    Before each call the most that it can cost is set aside, and what is left over is given back after it. So the sum
    is never exceeded, however many calls are under way at once; failed calls that were billed count too.

    Raises:
        UsageError: There is a bound, and the price is unknown.
    """

    def __init__(
        self,
        inner: Provider,
        price: Price | None,
        max_cost: float | None = None,
        *,
        max_output_tokens: int | None = None,
        window: int | None = None,
    ) -> None:
        if max_cost is not None and price is None:
            raise UsageError(
                f"--max-cost: the price of {inner.model} at {inner.host} is unknown; "
                f'give it in a file of prices (BRIEF_PRICES): ["{inner.model}"] input = …, output = …'
            )
        super().__init__(inner)
        self.price = price
        self.window = window
        self.max_output_tokens = max_output_tokens or Sampling().max_output_tokens
        self.spent = 0.0
        self._set_aside = 0.0
        self._max_cost = max_cost

    async def complete(self, request: Request) -> Reply:
        """Ask, if the budget allows it, and say what it cost.

        Raises:
            BudgetExceeded: The request might cost more than is left; it was not sent.
        """
        request = replace(request, sampling=replace(request.sampling, max_output_tokens=self.max_output_tokens))
        if self.price is None:
            return await self.inner.complete(request)
        most = self.price.of(prompt_tokens(request)[1], request.sampling.max_output_tokens)
        self._afford(most)
        self._set_aside += most
        try:
            reply = await self.inner.complete(request)
        except ProviderError as error:
            self.spent += self.price.of(*error.tokens)
            raise
        finally:
            self._set_aside -= most
        if reply.usage is None:  # nothing was told: the most is assumed for the budget, and nothing claimed
            self.spent += most
            return reply
        usage: Usage = cost_of(reply.usage, self.price)
        self.spent += usage.cost or 0.0
        return replace(reply, usage=usage)

    def _afford(self, most: float) -> None:
        if self._max_cost is None:
            return
        left = self._max_cost - self.spent - self._set_aside
        if most > left:
            raise BudgetExceeded(
                f"the next request to {self.model} may cost ${most:.4f}, and ${max(0.0, left):.4f} of "
                f"${self._max_cost:.2f} is left; raise --max-cost, or lower max_output_tokens"
            )
