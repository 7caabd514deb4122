"""The command line: ``workbook run``, ``extract``, ``compare``, ``diff``."""

from helpers.cli.app import app, main

__all__ = ["app", "main"]
