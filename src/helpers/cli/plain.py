"""How the command line ends: an exit code, and where something is wrong one line that says what to change."""

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
        return WRONG

    def invoke(self, ctx: Any) -> Any:
        """Run a command so that whatever ends it leaves drafts removed and the terminal quiet."""
        signal.signal(signal.SIGTERM, _terminate)
        try:
            done = super().invoke(ctx)
            sys.stdout.flush()
            return done
        except KeyboardInterrupt:
            raise typer.Exit(INTERRUPTED) from None
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(NOBODY_READS) from None


def complain(message: str) -> None:
    """Write one line to stderr."""
    typer.echo(f"workbook: {printable(' '.join(message.split()))}", err=True)


def printable(text: str) -> str:
    r"""Return a text whose control characters are written out (``\x1b``), so that it cannot steer a terminal."""
    return "".join(letter if letter.isprintable() else repr(letter)[1:-1] for letter in text)


def _terminate(*_: object) -> NoReturn:
    sys.exit(TERMINATED)
