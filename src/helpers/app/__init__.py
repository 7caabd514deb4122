"""The app: the whole workbook in a browser, on this machine only, for people who never open a terminal."""

from helpers.app.server import serve

__all__ = ["serve"]
