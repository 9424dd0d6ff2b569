"""An OpenAI-compatible endpoint whose answers are written by hand.

    python tests/servers/desk.py PORT FOLDER [WAIT_SECONDS]

It prints its base URL; port 0 takes any free one. Each chat completion becomes FOLDER/NNNN.request.json, as the client
sent it. The client waits until FOLDER/NNNN.reply.json appears and gets its text as the assistant's message; without one
it gets a 504. A request that was answered before gets the same answer at once.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

MODEL = {"id": "desk", "object": "model", "created": 0, "owned_by": "desk"}


class Desk(ThreadingHTTPServer):
    """Where requests are laid down, numbered, and answers waited for."""

    daemon_threads = True

    def __init__(self, port: int, folder: Path, wait: float) -> None:
        super().__init__(("127.0.0.1", port), _Visitor)
        folder.mkdir(parents=True, exist_ok=True)
        self.folder, self.wait, self._lock = folder, wait, threading.Lock()

    def ticket(self, body: bytes) -> Path:
        """Lay a request down, and return where its answer will lie."""
        with self._lock:
            known = sorted(self.folder.glob("*.request.json"))
            path = next((p for p in known if p.read_bytes() == body), None)
            if path is None:
                path = self.folder / f"{len(known) + 1:04d}.request.json"
                path.write_bytes(body)
            return path.with_name(path.name.replace("request", "reply"))

    def answer(self, path: Path) -> str | None:
        """Wait for an answer."""
        until = time.monotonic() + self.wait
        while time.monotonic() < until:
            if path.exists() and path.stat().st_size:
                return path.read_text(encoding="utf-8").strip()
            time.sleep(0.05)
        return None


class _Visitor(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Desk

    def _send(self, status: int, value: object) -> None:
        data = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def do_GET(self) -> None:
        self._send(200, {"object": "list", "data": [MODEL]})

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        path = self.server.ticket(body)
        content = self.server.answer(path)
        if content is None:
            self._send(504, {"error": {"message": f"nobody wrote {path.name}", "type": "timeout"}})
            return
        message = {"role": "assistant", "content": content, "refusal": None}
        tokens = {"prompt_tokens": len(body) // 4, "completion_tokens": len(content) // 4}
        self._send(200, {
            "id": f"chatcmpl-{path.name[:4]}", "object": "chat.completion", "created": 0, "model": MODEL["id"],
            "choices": [{"index": 0, "finish_reason": "stop", "message": message, "logprobs": None}],
            "usage": tokens | {"total_tokens": sum(tokens.values())},
        })  # fmt: skip

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Say nothing."""


if __name__ == "__main__":
    desk = Desk(int(sys.argv[1]), Path(sys.argv[2]), float(sys.argv[3]) if sys.argv[3:] else 900.0)
    print(f"http://127.0.0.1:{desk.server_port}/v1", flush=True)
    desk.serve_forever()
