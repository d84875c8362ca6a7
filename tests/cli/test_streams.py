from __future__ import annotations

import io
import os
import pty
import runpy
import signal
import subprocess
import sys
import threading
from contextlib import redirect_stdout

import pytest

from medborgarloften.cli import main


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
    ours, theirs = pty.openpty()

    with os.fdopen(theirs, "w") as terminal, redirect_stdout(terminal):
        code = main(["find", str(register), "--quantified"])
        told = os.read(ours, 65536).decode()
    os.close(ours)

    assert code == 0
    assert ("\x1b[36m" in told) is not no_color
    assert len(told.splitlines()) > 3


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
    reading, writing = os.pipe()
    with os.fdopen(reading) as waiting:
        monkeypatch.setattr(sys, "stdin", waiting)
        timer = threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGINT))
        timer.start()
        code = main(["check", "-"])
        timer.join()
    os.close(writing)

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
