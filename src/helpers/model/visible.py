"""Text that UTF-8 can hold: half a character, which it cannot, is shown as its escape."""


def visible(text: str) -> str:
    r"""Return a text in which a lone surrogate is the six characters of its escape, ``\udc80``."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def is_whole(text: str) -> bool:
    """Say whether UTF-8 can hold a text."""
    return not any("\ud800" <= letter <= "\udfff" for letter in text)
