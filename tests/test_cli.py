"""The command line as a user meets it: products on stdout, the rest on stderr, right exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import pytest

from brief.cli.options import Counted

FIXTURES = Path(__file__).parent / "fixtures"
LETTERS = FIXTURES / "letters"
FULL = LETTERS / "stroud-to-commerce.txt"
TWO = LETTERS / "two-letters-reported.txt"


def brief(
    *arguments: str | Path, stdin: bytes = b"", env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own, with no key and no settings of the developer's."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("BRIEF_", "OPENAI_", "AZURE_"))}
    done = subprocess.run(
        [sys.executable, "-m", "brief", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        env={**clean, "COLUMNS": "100", **(env or {})},
        check=False,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def test_a_brief_goes_to_stdout_and_the_rest_to_stderr() -> None:
    done = brief("summarize", FULL)

    assert done.returncode == 0
    assert "Achterberg" in done.stdout
    assert done.stderr.splitlines() == [
        "brief: no key and no --model: read by rule (extractive); a model writes a fuller brief"
    ]
    assert "\x1b" not in done.stdout


def test_a_text_in_which_there_is_no_letter_is_not_said_to_be_one() -> None:
    done = brief("summarize", "-", stdin=b"The ferry of the Lower Maren has not run since the winter, and people walk.")

    assert "no letter found in it" in done.stdout
    assert "the letter in full" not in done.stdout


def test_json_is_the_contract_and_the_same_on_every_run() -> None:
    first, second = (brief("summarize", FULL, "--format", "json", "--model", "extractive") for _ in range(2))
    said = json.loads(first.stdout)

    assert said["schema"] == "letterbrief/summaries.v1"
    assert said["summaries"][0]["letter"]["kind"] == "full"
    assert first.stdout == second.stdout
    assert first.stderr == ""


def test_hash_two_names_the_second_letter() -> None:
    both = json.loads(brief("summarize", TWO, "-f", "json").stdout)["summaries"]
    second = json.loads(brief("summarize", f"{TWO}#2", "-f", "json").stdout)["summaries"]

    assert len(both) == 2
    assert second == both[1:]
    missing = brief("summarize", f"{TWO}#3")
    assert missing.returncode == 3
    assert "there is no letter 3; the document holds 2" in missing.stderr


def test_standard_input_is_read() -> None:
    said = json.loads(brief("summarize", "-", "-f", "json", stdin=FULL.read_bytes()).stdout)

    assert said["summaries"][0]["letter"]["source"]["name"] == "-"


def test_how_a_document_was_read_goes_to_the_file_named(tmp_path: Path) -> None:
    done = brief("read", FULL, "-o", tmp_path / "read.json", "-o", tmp_path / "read.txt")

    assert (done.returncode, done.stdout) == (0, "")
    assert json.loads((tmp_path / "read.json").read_text())["schema"] == "letterbrief/outlines.v1"
    assert "Letter 1: full" in (tmp_path / "read.txt").read_text()
    assert brief("read", FULL, "-o", tmp_path / "read.json").returncode == 3, "nothing is overwritten unasked"
    assert brief("read", FULL, "-o", tmp_path / "read.pdf").returncode == 2


def test_an_address_on_the_web_is_not_fetched_and_the_user_told() -> None:
    done = brief("summarize", "https://127.0.0.1:9/letter.html")

    assert done.returncode == 3
    assert "brief fetches nothing from the network" in done.stderr


@pytest.fixture
def bad_files(tmp_path: Path) -> Path:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(300 * 1024 * 1024)
    (tmp_path / "folder").mkdir()
    (tmp_path / "bad-utf8.txt").write_bytes(b"\xff\xfe\x00\xd8" + b"\x81\x00" * 50)
    return tmp_path


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("empty.txt", "empty"),
        ("picture.txt", ""),
        ("huge.txt", ""),
        ("missing.txt", "no such file"),
        ("folder", "no documents"),
    ],
)
def test_a_bad_file_is_one_clear_line_and_no_traceback(bad_files: Path, name: str, says: str) -> None:
    done = brief("summarize", bad_files / name)

    assert done.returncode in (2, 3)
    assert done.stdout == ""
    lines = done.stderr.splitlines()
    assert lines[-1].startswith("brief: ")
    assert name in lines[-1]
    assert says in lines[-1].lower()
    assert "Traceback" not in done.stderr


def test_a_failing_file_does_not_stop_the_others(bad_files: Path) -> None:
    done = brief("summarize", bad_files / "empty.txt", FULL, "-f", "json")

    assert done.returncode == 3
    assert len(json.loads(done.stdout)["summaries"]) == 1
    assert "empty.txt" in done.stderr


def test_a_folder_is_all_its_documents(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "ignored.zip", ".hidden.txt"):
        (tmp_path / name).write_bytes(FULL.read_bytes())

    said = json.loads(brief("summarize", tmp_path, "-f", "json").stdout)["summaries"]

    assert [s["letter"]["source"]["name"] for s in said] == ["a.txt", "b.txt"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["nonsense"], 2),
        (["summarize"], 2),
        (["summarize", FULL, "--nonsense"], 2),
        (["summarize", FULL, "--paper", "a3"], 2),
        (["summarize", FULL, "--format", "gif"], 2),
        (["compare", FULL], 2),
        (["schema", "nothing"], 2),
        (["prompts", "show", "nothing"], 4),
    ],
)
def test_wrong_use_has_its_exit_code_and_one_line(arguments: list[str], code: int) -> None:
    done = brief(*arguments)

    assert done.returncode == code
    assert done.stdout == ""
    assert done.stderr.splitlines()[-1].startswith("brief: ")
    assert "Traceback" not in done.stderr


def test_output_files_are_written_by_ending_and_not_overwritten(tmp_path: Path) -> None:
    page, data = tmp_path / "brief.md", tmp_path / "brief.json"

    assert brief("summarize", FULL, "-o", page, "-o", data).returncode == 0
    assert page.read_text(encoding="utf-8").startswith("#")
    assert json.loads(data.read_text(encoding="utf-8"))["summaries"]
    again = brief("summarize", FULL, "-o", page)
    assert again.returncode == 3
    assert "--force" in again.stderr
    assert brief("summarize", FULL, "-o", page, "--force").returncode == 0


def test_a_closed_pipe_is_no_error() -> None:
    command = f"'{sys.executable}' -m brief summarize '{FULL}' -f json | head -c 10"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, check=False)

    assert done.returncode == 0
    assert "Traceback" not in done.stderr


def test_nothing_heavy_is_imported_to_say_the_version() -> None:
    code = "import sys; sys.argv = ['brief', '--version']; from brief.__main__ import run; run(); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert not {"pydantic", "typer", "rich", "openai", "lxml", "asyncio"} & set(done.stdout.split())


def test_a_summary_imports_nothing_that_it_does_not_need() -> None:
    code = (
        "import sys; from brief.cli.main import main;"
        "main(['summarize', sys.argv[1], '-f', 'json', '--model', 'extractive']); print('MODULES', *sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(FULL)], capture_output=True, text=True, check=True)
    modules = {m.split(".")[0] for m in done.stdout.rpartition("MODULES")[2].split()}

    assert (
        not {"openai", "httpx2", "trafilatura", "lxml", "typst", "docx", "xlsxwriter", "diskcache", "pypdfium2"}
        & modules
    )


def test_three_letters_give_every_pairs_bottom_line_and_the_matrix() -> None:
    three = [LETTERS / name for name in ("stroud-to-commerce.txt", "ferreday-quill-to-president.txt", TWO.name + "#1")]
    said = json.loads(brief("compare", *three, "-f", "json").stdout)

    assert said["schema"] == "letterbrief/matrix.v1"
    assert len(said["letters"]) == 3
    assert {frozenset((p["a"], p["b"])) for p in said["pairs"]} == {
        frozenset(pair) for pair in combinations([x["id"] for x in said["letters"]], 2)
    }
    assert all(p["bottom_line"]["text"] for p in said["pairs"])


def test_matrix_compares_only_the_nearest_when_asked() -> None:
    four = [*sorted(LETTERS.glob("*.md")), FULL, LETTERS / "ferreday-quill-to-president.txt"]
    said = json.loads(brief("matrix", *four, "--pairs", "1", "-f", "json").stdout)

    assert len(four) / 2 <= len(said["pairs"]) < len(four)
    assert not json.loads(brief("matrix", *four, "-f", "json").stdout)["pairs"]


def test_two_files_of_one_name_are_told_apart(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "letter.txt").write_bytes(FULL.read_bytes())
    said = json.loads(brief("summarize", tmp_path / "one/letter.txt", tmp_path / "two/letter.txt", "-f", "json").stdout)

    assert [s["letter"]["id"] for s in said["summaries"]] == ["letter", "letter~2"]


def test_the_annex_holds_everything_with_its_quotations(tmp_path: Path) -> None:
    page, annex = tmp_path / "brief.md", tmp_path / "annex.md"
    long = LETTERS / "thorvald-followup-long.txt"

    assert brief("summarize", long, "-o", page, "--annex", annex).returncode == 0
    assert len(annex.read_text(encoding="utf-8")) > len(page.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["exists.md", "odd.gif", "absent/brief.md"])
def test_what_cannot_be_written_is_said_before_anything_is_asked(tmp_path: Path, name: str) -> None:
    (tmp_path / "exists.md").write_text("mine", encoding="utf-8")
    done = brief("summarize", FULL, "-o", tmp_path / name, "--model", "m", "--base-url", "http://127.0.0.1:9/v1")

    assert done.returncode in (2, 3)
    assert len(done.stderr.splitlines()) == 1
    assert (tmp_path / "exists.md").read_text(encoding="utf-8") == "mine"


SHORT = LETTERS / "short-note-to-commerce.txt"


@pytest.mark.parametrize("command", [[], ["cache"], ["prompts"]])
def test_a_command_left_out_gets_the_help_as_it_is(command: list[str]) -> None:
    done = brief(*command)

    assert done.returncode == 2
    assert done.stderr.startswith("Usage: brief")
    assert "\nCommands:\n" in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
@pytest.mark.parametrize("arguments", [["summarize", SHORT], ["schema"], ["read", SHORT]])
def test_a_full_disk_under_stdout_is_no_bug_of_ours(arguments: list[str | Path]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "brief", *arguments], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )

    assert done.returncode == 3
    assert "the output cannot be written (No space left on device)" in done.stderr


@pytest.mark.parametrize("arguments", [["--help"], ["schema"], ["summarize", SHORT, "--model", "extractive"]])
def test_a_reader_who_leaves_is_no_error(arguments: list[str | Path]) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "brief", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.close()

        assert run.stderr.read() == b""
    assert run.returncode == 0


@pytest.mark.skipif(os.name != "posix", reason="a shell closes streams")
@pytest.mark.parametrize(
    ("line", "told"), [("summarize - <&-", "the file is empty"), ("summarize FILE >&-", "cannot be written")]
)
def test_closed_streams_are_told_of(line: str, told: str) -> None:
    command = f'"{sys.executable}" -m brief {line.replace("FILE", str(SHORT))} --model extractive'
    done = subprocess.run(["sh", "-c", command], stderr=subprocess.PIPE, text=True, check=False)

    assert done.returncode == 3
    assert told in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["summarize", ""], 2, "a file's name is empty"),
        (["compare", "-", "-"], 2, "standard input can be read only once"),
        (["summarize", "x" * 5000], 3, "File name too long"),
        (["verify", LETTERS], 3, "cannot be read or written"),
        (["summarize", SHORT, "-o", "never.md", "-o", "./never.md"], 2, "two outputs have the same name"),
    ],
)
def test_slips_of_a_hurried_user_are_named(arguments: list[str | Path], code: int, told: str) -> None:
    done = brief(*arguments)

    assert done.returncode == code
    assert told in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not Path("never.md").exists()


def test_an_ending_is_a_form_s_name_too_and_a_form_named_needs_no_ending(tmp_path: Path) -> None:
    printed = brief("summarize", SHORT, "-f", "md").stdout
    done = brief("summarize", SHORT, "-f", "json", "-o", tmp_path / "result")

    assert printed.startswith("# Letter from Lucian Ferreday")
    assert done.returncode == 0
    assert json.loads((tmp_path / "result").read_text(encoding="utf-8"))["schema"] == "letterbrief/summaries.v1"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are Unicode")
def test_a_file_name_that_is_no_utf8_can_still_be_told(tmp_path: Path) -> None:
    odd = os.fsencode(tmp_path) + b"/\xff\xfe.txt"
    with open(odd, "wb") as file:  # noqa: PTH123 - a name in bytes
        file.write(SHORT.read_bytes())
    done = brief("summarize", os.fsdecode(odd), "-f", "json")

    assert done.returncode == 0
    assert json.loads(done.stdout)["summaries"][0]["letter"]["source"]["name"] == "\ufffd\ufffd.txt"


def test_what_verify_cannot_write_leaves_the_old_file(tmp_path: Path) -> None:
    (tmp_path / "brief.json").write_text(brief("summarize", SHORT, "-f", "json").stdout, encoding="utf-8")
    (tmp_path / "old.md").write_text("old", encoding="utf-8")
    told = brief("verify", tmp_path / "brief.json", SHORT, "-o", tmp_path / "old.md")

    assert told.returncode == 3
    assert "exists already" in told.stderr
    assert (tmp_path / "old.md").read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize(
    ("total", "watched", "said"), [(5, True, "\rbrief: 5 of 5 letters\r"), (3, True, ""), (5, False, "")]
)
def test_what_is_done_of_many_is_counted_where_somebody_watches(
    total: int, watched: bool, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: watched)
    counted = Counted(total, "letters")
    for _ in range(total):
        counted.one_more()
    counted.clear()

    shown = capsys.readouterr().err
    assert said in shown
    assert bool(shown) == bool(said)
    assert shown.rpartition("\r")[2] == "", "the line is free for what is said next"
