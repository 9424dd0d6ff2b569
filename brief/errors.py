"""Every error that `brief` raises on purpose, drawn as a tree; each class has its exit code.

    BriefError                        1
    ├── UsageError                    2   the command line or a call asks for what cannot be
    │   └── SettingsError             2   a setting is unknown or malformed
    ├── InputError                    3   a document cannot be read
    │   ├── NotFound                  3   no such file, or no such letter in it (FILE#2)
    │   ├── TooLarge                  3   over the size cap
    │   ├── EmptyDocument             3   nothing to read in it
    │   ├── Undecodable               3   no encoding gives text
    │   ├── UnknownFormat             3   not a kind of document that `brief` reads
    │   └── NoTextLayer               3   pages that are pictures only
    ├── PromptError                   4   a prompt is missing, or a variable of it is
    ├── ProviderError                 5   the model gave no usable answer
    │   ├── NotRecorded               5   a replay has no recording for this request
    │   ├── Unreachable               5   no connection, or it broke
    │   ├── DeadlineExceeded          5   no answer in time
    │   ├── Refused                   5   the endpoint said no (key, rights, unknown model, bad request)
    │   ├── RateLimited               5   too many requests, and waiting was not possible
    │   ├── QuotaExceeded             5   the account has no credit left
    │   ├── ContextExceeded           5   the letter does not fit the model, or was cut on the way
    │   ├── ModelRefused              5   the model declined to answer
    │   ├── Filtered                  5   a content filter stopped the answer
    │   ├── CutOff                    5   the answer hit its length limit
    │   └── BadReply                  5   what came back is no chat completion
    ├── FormError                     6   the answer does not have the form asked for
    ├── GroundingError                7   something is unsupported, and the caller asked to be strict
    ├── BudgetExceeded                8   the next request would cost more than allowed
    └── OutputError                   3   the product cannot be written where it was asked for

Catch them all with ``except brief.BriefError``. Messages say what happened, where, and what to do, in one line.
"""

from __future__ import annotations

from typing import ClassVar


class BriefError(Exception):
    """The base of all errors raised on purpose."""

    exit_code: ClassVar[int] = 1


class UsageError(BriefError):
    """The command line, or a call, asks for something that cannot be."""

    exit_code = 2


class SettingsError(UsageError):
    """A setting is unknown or malformed."""


class InputError(BriefError):
    """A document cannot be read."""

    exit_code = 3


class NotFound(InputError):
    """There is no such file, or no such letter in it."""


class TooLarge(InputError):
    """The document is over the size cap."""


class EmptyDocument(InputError):
    """The document holds nothing to read."""


class Undecodable(InputError):
    """No encoding turns the bytes into text."""


class UnknownFormat(InputError):
    """The bytes are not a kind of document that `brief` reads."""


class NoTextLayer(InputError):
    """Pages of the document are pictures without text."""


class OutputError(BriefError):
    """The product cannot be written where it was asked for."""

    exit_code = 3


class PromptError(BriefError):
    """A prompt is missing, or one of its variables is."""

    exit_code = 4


class ProviderError(BriefError):
    """The model gave no usable answer; plain values only, so that it crosses process borders.

    Args:
        status: The HTTP status, if one came.
        retry_after: Seconds that the endpoint asks to wait.
        tokens: Prompt and completion tokens that were billed all the same.
    """

    exit_code = 5
    transient: ClassVar[bool] = False  # whether the same request may fare better later

    def __init__(
        self,
        *args: object,
        status: int | None = None,
        retry_after: float | None = None,
        tokens: tuple[int, int] = (0, 0),
    ) -> None:
        super().__init__(*args)
        self.status = status
        self.retry_after = retry_after
        self.tokens = tokens


class NotRecorded(ProviderError):
    """A replay has no recording for this request."""


class Unreachable(ProviderError):
    """There was no connection to the endpoint, or it broke."""

    transient = True


class DeadlineExceeded(ProviderError):
    """No answer came in time."""

    transient = True


class Refused(ProviderError):
    """The endpoint said no: key, rights, unknown model, or a request it does not take."""


class RateLimited(ProviderError):
    """Too many requests, and waiting was not possible."""

    transient = True


class QuotaExceeded(ProviderError):
    """The account has no credit left."""


class ContextExceeded(ProviderError):
    """The letter does not fit the model's window, or was cut on the way."""


class ModelRefused(ProviderError):
    """The model declined to answer."""


class Filtered(ProviderError):
    """A content filter stopped the answer."""


class CutOff(ProviderError):
    """The answer hit its length limit."""


class BadReply(ProviderError):
    """What came back is no chat completion."""


class FormError(BriefError):
    """The answer does not have the form asked for."""

    exit_code = 6


class GroundingError(BriefError):
    """Something is unsupported, and the caller asked to be strict."""

    exit_code = 7


class BudgetExceeded(BriefError):
    """The next request would cost more than allowed."""

    exit_code = 8
