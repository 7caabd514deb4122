"""The one error a user sees: a line that says what to change, with file and place."""


class WorkbookError(Exception):
    """Wrong use or unreadable input; the message is one line that says what to change.

    Parameters
    ----------
    message : str
        What is wrong and what to change.
    path : object, optional
        The file or folder it is about.
    place : str, optional
        Where in the file: a rule id, a line, a span.
    """

    def __init__(self, message: str, *, path: object = None, place: str | None = None) -> None:
        where = ", ".join(str(part) for part in (path, place) if part is not None)
        super().__init__(" ".join(f"{where}: {message}".split()) if where else " ".join(message.split()))

    def _render_traceback_(self) -> list[str]:
        """Return what a notebook shows in place of a traceback; IPython asks for it by this name."""
        return [str(self)]


class PackError(WorkbookError):
    """A topic pack that does not hold together."""


class SourceError(WorkbookError):
    """A document that cannot be read as it is."""


class ChangedSourceError(SourceError):
    """A document that is another version than the one its folder's manifest describes."""


class NoJournalError(WorkbookError):
    """There is no journal of decisions in the place that was named."""
