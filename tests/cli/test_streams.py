from __future__ import annotations

import io
import os
import pty
import runpy
import signal
import subprocess
import sys
import threading
from contextlib import redirect_stderr, redirect_stdout, suppress
from functools import partial
from pathlib import Path
from time import sleep

import pytest
from attrs import evolve

from medborgarloften import Register
from medborgarloften.cli import main
from medborgarloften.cli._output import printable
from medborgarloften.cli._progress import busy, steps
from medborgarloften.reading import read_files
from medborgarloften.serializers import save


def told_in_a_terminal(work, redirect=redirect_stderr):
    """Let *work* write to a terminal, and tell all that the terminal got."""
    ours, theirs = pty.openpty()
    told = []
    # Beside the work: a terminal that nobody reads holds only so much.
    reader = threading.Thread(
        target=lambda: told.extend(iter(partial(read, ours), b""))
    )
    reader.start()
    with os.fdopen(theirs, "w") as terminal, redirect(terminal):
        work()
    reader.join()
    os.close(ours)
    return b"".join(told).decode()


def read(terminal):
    """Read what stands in a terminal next, and nothing when it has been closed."""
    # A closed terminal of which all has been read is an error on Linux.
    with suppress(OSError):
        return os.read(terminal, 65536)
    return b""


@pytest.mark.parametrize("no_color", [False, True])
def test_colours_are_for_terminals(register, monkeypatch, no_color):
    """
    A terminal gets colours, unless the environment says not to, and lines that
    fit it.
    """
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    if no_color:
        monkeypatch.setenv("NO_COLOR", "1")

    told = told_in_a_terminal(
        lambda: main(["find", str(register), "--quantified"]), redirect_stdout
    )

    assert ("\x1b[36m" in told) is not no_color
    assert len(told.splitlines()) > 3


def test_colours_are_not_for_pipes(run, register, monkeypatch):
    """
    A pipe gets none, unless they are asked for.
    """
    without = run("find", register).out
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = run("find", register).out

    assert "\x1b" not in without
    assert "\x1b[36m" in coloured


def test_a_reader_that_has_enough_is_no_error(register):
    """
    A pipe that is closed at the other end ends the command quietly.
    """
    reading, writing = os.pipe()
    os.close(reading)

    with os.fdopen(writing, "w") as pipe, redirect_stdout(pipe):
        code = main(["check", str(register)])

    assert code == 0


def test_an_interruption_leaves_no_traceback(monkeypatch, capsys):
    """
    Ctrl-C while waiting for input ends the command with the usual code.
    """
    # A shell lets what it runs in the background ignore Ctrl-C.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    reading, writing = os.pipe()
    with os.fdopen(reading) as waiting:
        monkeypatch.setattr(sys, "stdin", waiting)
        timer = threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGINT))
        timer.start()
        code = main(["check", "-"])
        timer.join()
    os.close(writing)
    signal.signal(signal.SIGINT, before)

    assert code == 130
    assert capsys.readouterr() == ("", "")


def test_output_may_be_collected_as_text(register):
    """
    Called from Python, the command line writes to whatever stands for the output.
    """
    output = io.StringIO()

    with redirect_stdout(output):
        code = main(["check", str(register)])

    assert code == 0
    assert "inga fel" in output.getvalue()


def test_output_is_utf_8_whatever_the_machine_says(register):
    """
    A machine that speaks another encoding gets the same bytes.
    """
    done = subprocess.run(
        [sys.executable, "-m", "medborgarloften", "check", register],
        env=os.environ | {"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"},
        capture_output=True,
        check=True,
    )

    assert "överenskommelser" in done.stdout.decode()


def test_the_package_can_be_run(monkeypatch, capsys):
    """
    ``python -m medborgarloften`` takes the arguments of the program, and exits
    with the code.
    """
    monkeypatch.setattr(sys, "argv", ["medborgarloften", "--help"])

    with pytest.raises(SystemExit) as exited:
        runpy.run_module("medborgarloften", run_name="__main__")

    assert exited.value.code == 0
    assert capsys.readouterr().out.startswith("användning: medborgarloften")


def test_importing_the_module_runs_nothing():
    """
    Only being run is being a command.
    """
    assert "main" in runpy.run_module("medborgarloften.__main__", run_name="other")


def working(seconds):
    """Make work that takes some time."""

    def work():
        with busy("Working"):
            sleep(seconds)

    return work


def test_long_work_is_told_of_in_a_terminal():
    """
    Whoever waits is told what for, and who does not wait is told nothing.
    """
    assert "Working" in told_in_a_terminal(working(0.8))
    assert told_in_a_terminal(working(0)) == ""


def test_many_steps_are_counted_in_a_terminal():
    """
    Whoever reads many pages sees how many are read, and gets them all.
    """
    gone_through = []

    told = told_in_a_terminal(lambda: gone_through.extend(steps([1, 2, 3], "Reading")))
    of_one = told_in_a_terminal(lambda: gone_through.extend(steps([4], "Reading")))

    assert gone_through == [1, 2, 3, 4]
    assert "Reading" in told
    assert "100%" in told
    assert of_one == ""


def test_a_page_is_counted_when_it_is_read():
    """
    No page is asked for before the one before it has been read.
    """
    files = iter(["nowhere.txt", "neither.txt"])

    with pytest.raises(FileNotFoundError, match=r"nowhere\.txt"):
        read_files(files)

    assert list(files) == ["neither.txt"]


def test_nothing_is_told_of_work_in_a_pipe(capsys):
    """
    A file of errors has no bars in it.
    """
    working(0.6)()

    assert list(steps([1, 2], "Reading")) == [1, 2]
    assert capsys.readouterr() == ("", "")


def test_work_is_done_without_the_library_that_tells_of_it(monkeypatch):
    """
    Bars need an extra, and work does not.
    """
    monkeypatch.setitem(sys.modules, "rich", None)

    assert told_in_a_terminal(working(0.6)) == ""


NEEDS_FULL = pytest.mark.skipif(
    not Path("/dev/full").exists(), reason="no device is always full"
)


@NEEDS_FULL
def test_a_full_disk_is_told(register):
    """
    One line names what is full, and no traceback comes after it.
    """
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "medborgarloften",
                "--lang",
                "en",
                "check",
                register,
            ],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )

    assert done.returncode == 2
    assert done.stderr.decode() == (
        "medborgarloften: standard output: cannot be used (No space left on device)\n"
    )


@NEEDS_FULL
def test_what_does_not_fit_is_left(register):
    """
    Nothing more is written where nothing more fits.
    """
    with Path("/dev/full").open("w") as full, redirect_stdout(full):
        code = main(["check", str(register)])

    assert code == 2


OBEYED = "\x07\x1b\x7f\x9b\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def test_what_a_terminal_obeys_is_taken_out():
    """
    Also what turns around the words after it; what is next to those stays.
    """
    assert printable(f"a{OBEYED}b") == "a b"
    assert printable("~\xa0\u2029\u202f\u2065\u206a") == "~\xa0\u2029\u202f\u2065\u206a"


@pytest.mark.parametrize("format_", ["json", "jsonl"])
def test_json_steers_no_terminal(run, obeyed, format_):
    """
    What a terminal would obey is spelled out, wherever it is written.
    """
    told = run("timeline", obeyed, "--format", format_).out
    found = run("find", obeyed, "--format", format_).out

    assert not set(told + found) & set(OBEYED)
    for text in ("\\u007f\\u009b", "\\u202a", "\\u2069"):
        assert text in found


def test_csv_steers_no_terminal(run, obeyed):
    """
    A terminal is shown blanks, and a file gets what was there.
    """
    shown = told_in_a_terminal(
        lambda: main(["find", str(obeyed), "--format", "csv"]), redirect_stdout
    )

    assert "a b" in shown
    assert f"a{OBEYED}b" in run("find", obeyed, "--format", "csv").out


@pytest.fixture
def obeyed(tmp_path, small):
    """Write a register with all that a terminal obeys to a file."""
    lund = small["lund"]
    (promise,) = lund.promises
    text = f"a{OBEYED}b"
    path = tmp_path / "obeyed.jsonl"
    save(Register([evolve(lund, promises=(evolve(promise, text=text),))]), path)
    return path


@pytest.mark.parametrize("end", ["jsonl.gz", "json.gz", "xlsx", "parquet", "arrow"])
def test_standard_input_tells_what_it_is(run, small, tmp_path, end):
    """
    A register may come in a pipe as it lies in a file, if it begins as no other does.
    """
    file = tmp_path / f"r.{end}"
    save(small, file)
    from_file = run("timeline", file)

    assert from_file.code == 0
    assert run("timeline", "-", typed=file.read_bytes()) == from_file


def test_what_does_not_expand_is_faulty(run):
    """
    It begins like gzip, and that is all.
    """
    assert run("check", "-", typed=b"\x1f\x8babc").code == 1


@NEEDS_FULL
@pytest.mark.parametrize("command", ["find", None])
def test_help_that_nobody_gets_is_told(command):
    """
    A full disk is told of, as it is of any other output.
    """
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [
                *[sys.executable, "-m", "medborgarloften", "--lang", "en"],
                *filter(None, [command, "--help"]),
            ],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )

    assert done.returncode == 2
    assert done.stderr.decode() == (
        "medborgarloften: standard output: cannot be used (No space left on device)\n"
    )


def test_an_output_that_is_closed_is_told(register, monkeypatch, capsys):
    """
    One line says so; Python has then no stream at all.
    """
    with monkeypatch.context() as without:
        without.setattr(sys, "stdout", None)
        code = main(["--lang", "en", "counts", str(register)])

    assert code == 2
    assert capsys.readouterr().err == (
        "medborgarloften: standard output: cannot be used (Bad file descriptor)\n"
    )


def test_errors_may_be_told_to_nobody(register, monkeypatch, capsys):
    """
    What was asked for comes where standard error is closed, and nothing else.
    """
    monkeypatch.setattr(sys, "stderr", None)
    codes = [main(["check", str(register)]), main(["check", "nowhere.jsonl"])]
    sys.stderr.close()

    assert codes == [0, 2]
    assert "inga fel" in capsys.readouterr().out


def test_an_interruption_of_the_start_leaves_no_traceback():
    """
    Ctrl-C before anything is loaded ends the command with the usual code.
    """
    program = """
import sys

class Interrupting:
    def find_spec(self, name, path=None, target=None):
        if name == "medborgarloften.cli._arguments":
            raise KeyboardInterrupt

sys.meta_path.insert(0, Interrupting())
from medborgarloften.cli import main
sys.exit(main(["--help"]))
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=False
    )

    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")
