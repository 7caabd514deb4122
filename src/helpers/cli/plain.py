"""How the command line ends: an exit code, and where something is wrong one line that says what to change."""

import io
import os
import signal
import sys
from typing import Any, NoReturn

import typer
from typer.core import TyperGroup

from helpers.errors import WorkbookError

WRONG = 2
INTERRUPTED = 128 + signal.SIGINT
TERMINATED = 128 + signal.SIGTERM
NOBODY_READS = 128 + signal.SIGPIPE


class PlainGroup(TyperGroup):
    """A group of commands that never shows a traceback for what a user can change."""

    def main(self, *args: Any, **extra: Any) -> NoReturn:
        """Run a command and leave with its exit code."""
        sys.exit(self._code(*args, **{**extra, "standalone_mode": False}))

    def _code(self, *args: Any, **extra: Any) -> int:
        try:
            return super().main(*args, **extra) or 0
        except typer.TyperException as error:
            complain(error.format_message())
        except WorkbookError as error:
            complain(str(error))
        except OSError as error:
            complain(f"the system refuses ({error}); mend that and run again")
        return WRONG

    def invoke(self, ctx: Any) -> Any:
        """Run a command; an interrupt, or a reader that leaves, ends it quietly."""
        try:
            done = super().invoke(ctx)
            sys.stdout.flush()
            return done
        except KeyboardInterrupt:
            raise typer.Exit(INTERRUPTED) from None
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(NOBODY_READS) from None


def say(line: object, *, err: bool = False) -> None:
    """Write one line to stdout, or to stderr."""
    typer.echo(printable(str(line)), err=err)


def complain(message: str) -> None:
    """Write to stderr what is wrong and what to change."""
    say(f"workbook: {' '.join(message.split())}", err=True)


def printable(text: str) -> str:
    r"""Return a text whose control characters are written out (``\x1b``), so that it cannot steer a terminal."""
    return "".join(letter if letter.isprintable() else repr(letter)[1:-1] for letter in text)


def prepare_process() -> None:
    """Let a request to end remove drafts as an interrupt does, and a narrow terminal show escapes for what it cannot write."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for some reads about every package that is installed
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(TERMINATED))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
