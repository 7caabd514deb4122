"""exporting."""

HANDLERS: list[tuple[str, type]] = []
