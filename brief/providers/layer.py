"""A provider around another: it answers in the other's name."""

from __future__ import annotations

from brief.exchange import Provider


class Layer:
    """What stands between the asker and `inner`, and passes for it.

    Args:
        inner: Who is asked in the end.
    """

    def __init__(self, inner: Provider) -> None:
        self.inner = inner

    @property
    def model(self) -> str:
        """The inner provider's model."""
        return self.inner.model

    @property
    def host(self) -> str:
        """The inner provider's host."""
        return self.inner.host
