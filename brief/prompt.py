"""Finds the prompts and fills them; a missing variable is an error."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import cast

from brief.errors import PromptError
from brief.exchange import Message, Role

_NAME = re.compile(r"(?P<task>[a-z]+)\.v(?P<version>\d+)")
_ROLE = re.compile(r"^<!-- (system|user) -->\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Prompt:
    """A prompt as its file gives it: `name` with version ("summarize.v1"), and the messages to be filled."""

    name: str
    sha256: str
    messages: tuple[Message, ...]

    def fill(self, variables: Mapping[str, str]) -> tuple[Message, ...]:
        """Return the messages with every `$name` replaced; values are put in as they are and never read as templates.

        Raises:
            PromptError: A variable of the prompt has no value.
        """
        return tuple(Message(m.role, self._filled(m.content, variables)) for m in self.messages)

    def _filled(self, content: str, variables: Mapping[str, str]) -> str:
        try:
            return Template(content).substitute(variables)
        except KeyError as missing:
            raise PromptError(
                f"prompt {self.name}: no value for ${missing.args[0]}; have {_listed(variables)}"
            ) from None
        except ValueError as error:
            raise PromptError(f"prompt {self.name}: {error}; write a dollar sign as $$") from None


def prompts_folder() -> Path:
    """Return where the shipped prompts lie: in the package (wheel) or beside it (checkout, editable install)."""
    package = Path(str(files("brief")))
    inside = package / "prompts"
    return inside if inside.is_dir() else package.parent / "prompts"


def names(folder: Path | None = None) -> tuple[str, ...]:
    """Return the names of all prompts in `folder`, with versions, sorted."""
    where = folder or prompts_folder()
    found = [p.stem for p in where.glob("*.md") if _NAME.fullmatch(p.stem)]
    return tuple(sorted(found, key=lambda n: (n.split(".v")[0], int(n.split(".v")[1]))))


def load(name: str, folder: Path | None = None) -> Prompt:
    """Return the prompt `name`: a task ("summarize", the highest version) or a version of it ("summarize.v1").

    A folder of the user's own goes first; what it lacks is taken from the shipped prompts.

    Raises:
        PromptError: There is no such prompt, or its file is malformed.
    """
    return _loaded(name, folder) if folder else _shipped(name)


@cache
def _shipped(name: str) -> Prompt:
    return _loaded(name, None)


def _loaded(name: str, folder: Path | None) -> Prompt:
    if folder is not None and not folder.is_dir():
        raise PromptError(f"{folder}: no such folder of prompts")
    for where in filter(None, (folder, prompts_folder())):
        known = [n for n in names(where) if name in (n, n.split(".v")[0])]
        if known:
            return parse(known[-1], (where / f"{known[-1]}.md").read_text(encoding="utf-8"))
    raise PromptError(f"no prompt named {name!r}; there are {_listed(names(folder))}")


def parse(name: str, text: str) -> Prompt:
    """Read a prompt's file: messages begun by `<!-- system -->` or `<!-- user -->` on a line of their own."""
    pieces = _ROLE.split(text)
    if len(pieces) < 3 or pieces[0].strip():
        raise PromptError(f"prompt {name}: the file must begin with <!-- system --> or <!-- user -->")
    pairs = zip(pieces[1::2], pieces[2::2], strict=True)
    messages = tuple(Message(cast(Role, role), content.strip()) for role, content in pairs)
    return Prompt(name, hashlib.sha256(text.encode()).hexdigest(), messages)


def marker(text: str) -> str:
    """Return a line that fences `text` as material: made from its hash, so it is stable, and absent from it."""
    for attempt in range(100):
        mark = "=" * 8 + hashlib.sha256(f"{attempt}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
        if mark not in text:
            return mark
    raise PromptError("no marker can be made that the letter does not contain")


def _listed(names: Mapping[str, str] | tuple[str, ...]) -> str:
    return ", ".join(sorted(names)) or "none"
