"""comparing."""

HANDLERS: list[tuple[str, type]] = []
