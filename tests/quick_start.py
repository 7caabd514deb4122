"""A pytest plugin that saves each process two seconds: what checks notebooks compiles grammars of web addresses as it starts."""

import sys

sys.modules["rfc3987_syntax"] = None  # type: ignore[assignment]  # Python's own way to say that it is not to be had
