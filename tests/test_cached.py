"""The cache: pays once, keeps no failure, and survives whatever was planted or broken in it."""

from __future__ import annotations

import asyncio
import hashlib
import json
import multiprocessing
import os
import pickle
import sqlite3
import stat
import threading
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import diskcache
import pytest
from doubles import ask

from brief.errors import BadReply, RateLimited, SettingsError
from brief.exchange import Provider, Reply, Request, Usage
from brief.providers.cached import Cached
from brief.providers.disk import Store, TextDisk
from brief.providers.scripted import Scripted

YES = '{"answer": "yes"}'
KEY = ask().key


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def run(folder: Path, inner: Provider, *requests: Request) -> list[Reply]:
    cached = Cached(inner, folder)
    try:
        return [asyncio.run(cached.complete(r)) for r in requests or (ask(),)]
    finally:
        cached.close()


def test_the_second_time_nothing_is_asked(folder: Path) -> None:
    live = Reply(YES, "m-1", usage=Usage(10, 3, 0.25), rung="tool", created="2026-01-02T03:04:05+00:00")
    first = run(folder, Scripted([live]))[0]
    again = run(folder, Scripted([]))[0]

    assert first == live
    assert again == Reply(YES, "m-1", usage=live.usage, rung="tool", created=live.created, origin="cache")


@pytest.mark.parametrize("change", [{"model": "b"}, {"host": "http://b"}, {"messages": ()}, {"schema": {}}])
def test_another_question_is_another_key(change: dict[str, Any]) -> None:
    assert ask(**change).key != ask().key


def test_the_key_is_the_hash_of_the_request_s_canonical_json() -> None:
    for schema in ({"type": "object"}, {"type": "array"}, {"b": {"z": 1, "a": "ü\ud800"}, "a": []}):
        request = ask(schema=schema)
        said = {
            "model": request.model,
            "host": request.host,
            "messages": [[m.role, m.content] for m in request.messages],
            "schema": request.schema,
            "sampling": [request.sampling.temperature, request.sampling.max_output_tokens, request.sampling.seed],
        }
        canonical = json.dumps(said, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        assert request.key == hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def test_failures_are_not_kept(folder: Path) -> None:
    for error in (RateLimited("429", status=429), BadReply("empty")):
        with pytest.raises(type(error)):
            run(folder, Scripted([error]))

    assert run(folder, Scripted([YES]))[0].origin == "live"


@pytest.mark.parametrize(
    "reply",
    [
        Reply("no JSON", "m"),
        Reply('{"answer": "ye', "m", finish="unknown"),
        Reply('{"answer": 3}', "m"),
        Reply('{"answer": "yes", "more": 1}', "m"),
        Reply(YES, "m", finish="length"),
        Reply(YES, "m", finish="content_filter"),
        Reply(YES, "m", finish="refusal"),
    ],
)
def test_an_answer_without_its_form_is_passed_on_and_not_kept(folder: Path, reply: Reply) -> None:
    assert run(folder, Scripted([reply]))[0] == reply
    assert Store(folder).info()[0] == 0


def test_equal_requests_at_once_are_asked_once(folder: Path) -> None:
    class Slow(Scripted):
        async def complete(self, request: Request) -> Reply:
            await asyncio.sleep(0.05)
            return await super().complete(request)

    inner = Slow([YES])
    cached = Cached(inner, folder)

    async def many() -> list[Reply]:
        return await asyncio.gather(*(cached.complete(ask()) for _ in range(20)))

    assert {r.text for r in asyncio.run(many())} == {YES}
    assert len(inner.requests) == 1
    cached.close()


def test_a_failed_payer_leaves_the_turn_to_the_next(folder: Path) -> None:
    inner = Scripted([BadReply("empty"), YES])
    cached = Cached(inner, folder)

    async def two() -> list[Any]:
        return await asyncio.gather(cached.complete(ask()), cached.complete(ask()), return_exceptions=True)

    results = asyncio.run(two())
    cached.close()

    assert [type(r) for r in results] == [BadReply, Reply]


class Tolled(Scripted):
    """Writes a line in a file for each call that is paid for."""

    def __init__(self, toll: Path) -> None:
        super().__init__([])
        self.toll = toll

    async def complete(self, request: Request) -> Reply:
        with self.toll.open("a", encoding="utf-8") as file:
            file.write(request.subject + "\n")
        await asyncio.sleep(0.02)
        return Reply(YES, "m")


def _worker(folder: Path, toll: Path) -> None:
    requests = [ask(f"letter-{n}") for n in range(6)]
    run(folder, Tolled(toll), *requests)


@pytest.mark.slow
def test_eight_processes_pay_once_for_each_letter(folder: Path, tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=_worker, args=(folder, tmp_path / "toll")) for _ in range(8)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)

    assert [w.exitcode for w in workers] == [0] * 8
    assert sorted((tmp_path / "toll").read_text(encoding="utf-8").split()) == [f"letter-{n}" for n in range(6)]


def test_two_threads_with_loops_of_their_own_pay_once(folder: Path, tmp_path: Path) -> None:
    cached = Cached(Tolled(tmp_path / "toll"), folder)
    threads = [threading.Thread(target=lambda: asyncio.run(cached.complete(ask("letter-1")))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert (tmp_path / "toll").read_text(encoding="utf-8").split() == ["letter-1"]
    cached.close()


def test_only_its_owner_can_read_the_folder(folder: Path) -> None:
    folder.mkdir(mode=0o755)
    run(folder, Scripted([YES]))

    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_folder_that_could_be_anothers_is_refused(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    for path in (tmp_path / "link", tmp_path / "$HOME"):
        with pytest.raises(SettingsError, match="cache_dir"):
            run(path, Scripted([YES]))
    assert list((tmp_path / "real").iterdir()) == []


def test_nothing_is_evicted(folder: Path) -> None:
    big = json.dumps({"answer": os.urandom(60_000).hex()})
    requests = [ask(f"letter-{n}") for n in range(40)]
    run(folder, Scripted([big] * 40), *requests)

    assert Store(folder).info()[0] == 40
    assert len(run(folder, Scripted([]), *requests)) == 40


def test_clearing_forgets_all(folder: Path) -> None:
    run(folder, Scripted([YES]))
    store = Store(folder)

    assert store.info()[1] > 0
    assert store.clear() == 1
    assert store.info()[0] == 0
    assert Store(folder.parent / "never").info() == (0, 0)
    assert not (folder.parent / "never").exists()
    store.close()


# --- what others may have planted: the attacks on diskcache that reach code or files elsewhere


class _Bomb:
    def __init__(self, path: Path) -> None:
        self.path = str(path)

    def __reduce__(self) -> tuple[Any, ...]:
        return (Path(self.path).write_text, ("code ran",))


def _row(folder: Path, value: Any, **change: Any) -> None:
    """Plant a row under the key that will be asked for, as an attacker with a hand in the file would."""
    run(folder, Scripted([YES]))
    columns = {"raw": 1, "mode": 1, "filename": None, "value": value, "expire_time": None} | change
    with sqlite3.connect(folder / "cache.db") as db:
        pairs = ", ".join(f"{name} = ?" for name in columns)
        db.execute(f"UPDATE Cache SET {pairs} WHERE key = ?", (*columns.values(), KEY))
    db.close()


def packed(value: Any) -> bytes:
    return zlib.compress(value if isinstance(value, bytes) else json.dumps(value).encode())


PLANTS: dict[str, Callable[[Path, Path], None]] = {
    "pickle inline": lambda f, v: _row(f, pickle.dumps(_Bomb(v)), mode=4),
    "pickle as raw": lambda f, v: _row(f, pickle.dumps(_Bomb(v))),
    "pickle file": lambda f, v: _row(f, None, mode=4, filename=str(_written(f, pickle.dumps(_Bomb(v))))),
    "file outside": lambda f, v: _row(f, None, mode=3, filename=str(f.parent / "victim")),
    "file by dots": lambda f, v: _row(f, None, mode=2, filename="../victim"),
    "file beside a value": lambda f, v: _row(f, packed({}), filename="../victim"),
    "bomb": lambda f, v: _row(f, packed(b" " * (64 << 20))),
    "no zlib": lambda f, v: _row(f, b"not compressed"),
    "cut": lambda f, v: _row(f, packed({"text": YES})[:-5]),
    "no text": lambda f, v: _row(f, packed(b"\xff\xfe{")),
    "no json": lambda f, v: _row(f, packed(b"{")),
    "deep": lambda f, v: _row(f, packed(b"[" * 100_000)),
    "a list": lambda f, v: _row(f, packed([1, 2])),
    "a number": lambda f, v: _row(f, 7),
    "other types": lambda f, v: _row(f, packed({"text": 3, "model": None, "finish": [], "rung": {}, "created": 1})),
    "no form": lambda f, v: _row(f, packed({"text": "{}", **_REST})),
    "cut answer": lambda f, v: _row(f, packed({"text": YES, **_REST, "finish": "length"})),
    "expired": lambda f, v: _row(f, packed({"text": YES, **_REST}), expire_time=1.0),
    "odd usage": lambda f, v: _row(f, packed({"text": "[]", **_REST, "usage": ["many"]})),
}
_REST = {"model": "m", "finish": "stop", "rung": "", "created": ""}


def _written(folder: Path, data: bytes) -> str:
    (folder.parent / "planted.val").write_bytes(data)
    return str(folder.parent / "planted.val")


@pytest.mark.parametrize("name", PLANTS)
def test_a_planted_row_is_a_miss_and_reaches_nothing(folder: Path, tmp_path: Path, name: str) -> None:
    victim, code = tmp_path / "victim", tmp_path / "code"
    victim.write_text("outside", encoding="utf-8")
    PLANTS[name](folder, code)

    assert run(folder, Scripted([YES]))[0].origin == "live", "asked again, and the row replaced"
    assert run(folder, Scripted([]))[0].origin == "cache"
    store = Store(folder)
    store.clear()
    store.close()
    assert not code.exists()
    assert victim.read_text(encoding="utf-8") == "outside"


METHODS: dict[str, Callable[[diskcache.Cache], Any]] = {
    "get": lambda c: c.get(KEY),
    "getitem": lambda c: c[KEY],
    "contains": lambda c: KEY in c,
    "read": lambda c: c.read(KEY),
    "pop": lambda c: c.pop(KEY),
    "peekitem": lambda c: c.peekitem(),
    "peek": lambda c: c.peek(),
    "pull": lambda c: c.pull(),
    "list": lambda c: list(c),
    "reversed": lambda c: list(reversed(c)),
    "iterkeys": lambda c: list(c.iterkeys()),
    "set": lambda c: c.set(KEY, {}),
    "setitem": lambda c: c.__setitem__(KEY, {}),
    "add": lambda c: c.add(KEY, {}),
    "incr": lambda c: c.incr(KEY),
    "touch": lambda c: c.touch(KEY),
    "delete": lambda c: c.delete(KEY),
    "delitem": lambda c: c.__delitem__(KEY),
    "clear": lambda c: c.clear(),
    "evict": lambda c: c.evict(None),
    "expire": lambda c: c.expire(),
    "cull": lambda c: c.cull(),
    "check": lambda c: c.check(),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", [*PLANTS, "pickled key"])
def test_no_method_of_diskcache_runs_code_or_touches_files_outside(folder: Path, tmp_path: Path, name: str) -> None:
    victim, code = tmp_path / "victim", tmp_path / "code"
    plants = PLANTS | {"pickled key": lambda f, v: _row(f, packed({}), raw=0, key=pickle.dumps(_Bomb(v)))}
    plants[name](folder, code)
    planted = (folder / "cache.db").read_bytes()
    for method in METHODS.values():
        victim.write_text("outside", encoding="utf-8")
        (folder / "cache.db").write_bytes(planted)
        with diskcache.Cache(str(folder), disk=TextDisk, sqlite_synchronous=0) as cache:
            with suppress(Exception):  # a refusal of any kind is well
                method(cache)
            with suppress(Exception):
                cache.set("another", {})
        assert not code.exists()
        assert victim.read_text(encoding="utf-8") == "outside"


def test_the_attack_is_a_real_one(folder: Path, tmp_path: Path) -> None:
    PLANTS["pickle inline"](folder, tmp_path / "code")
    with diskcache.Cache(str(folder)) as cache:
        cache.get(KEY)

    assert (tmp_path / "code").read_text(encoding="utf-8") == "code ran", "with diskcache's own Disk, code runs"


def test_over_276_ways_to_plant_and_read_are_tried() -> None:
    assert (len(PLANTS) + 1) * len(METHODS) >= 276


def _settings(*rows: tuple[str, Any]) -> Callable[[Path], None]:
    def plant(folder: Path) -> None:
        with sqlite3.connect(folder / "cache.db") as db:
            db.executemany("INSERT OR REPLACE INTO Settings VALUES (?, ?)", rows)
        db.close()

    return plant


HARMS: dict[str, Callable[[Path], object]] = {
    "garbage": lambda f: (f / "cache.db").write_bytes(b"garbage " * 1000),
    "empty": lambda f: (f / "cache.db").write_bytes(b""),
    "cut": lambda f: os.truncate(f / "cache.db", 5000),
    "a folder": lambda f: ((f / "cache.db").unlink(), (f / "cache.db").mkdir()),
    "disk setting": _settings(("disk_x", 1)),
    "disk class": _settings(("disk", "os.system")),
    "method name": _settings(("get", "x")),
    "odd policy": _settings(("eviction_policy", "no such")),
    "tiny limit": _settings(("size_limit", 0), ("cull_limit", 1000)),
    "odd count": _settings(("count", "many")),
    "blob": _settings(("sqlite_mmap_size", b"\x00")),
    "no tables": lambda f: _drop(f, "DROP TABLE Cache"),
    "no columns": lambda f: _drop(f, "ALTER TABLE Cache DROP COLUMN mode"),
}


def _drop(folder: Path, statement: str) -> None:
    with sqlite3.connect(folder / "cache.db") as db:
        db.execute(statement)
    db.close()


@pytest.mark.parametrize("name", HARMS)
def test_a_damaged_cache_costs_a_call_and_nothing_else(folder: Path, name: str) -> None:
    run(folder, Scripted([YES]))
    for path in folder.glob("cache.db-*"):
        path.unlink()
    HARMS[name](folder)

    assert run(folder, Scripted([YES]))[0].text == YES
    run(folder, Scripted([YES]))
    assert run(folder, Scripted([]))[0].origin == "cache", "it works again"


def test_a_damaged_cache_is_put_aside_and_not_deleted(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    run(folder, Scripted([YES]))
    (folder / "cache.db").write_bytes(b"garbage " * 1000)
    run(folder, Scripted([YES]))

    assert "put aside" in caplog.text
    assert [p.name[:10] for p in folder.glob("quarantine-*")] == ["quarantine"]
    assert (next(folder.glob("quarantine-*")) / "cache.db").read_bytes().startswith(b"garbage")


def test_a_disk_that_cannot_be_written_costs_the_caching_only(
    folder: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(*_: Any, **__: Any) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr(diskcache.Cache, "set", full)

    assert run(folder, Scripted([YES]))[0].text == YES
    assert "not used this time" in caplog.text
