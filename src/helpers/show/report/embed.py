"""Data inside a page: words of a document can end no element, open no other, and say nothing that a browser would run."""

import json
import re

# What HTML could take for markup, what JavaScript once took for the end of a line, and halves of pairs, which no file can hold.
_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")


def embedded(value: object) -> str:
    r"""Return lists, dictionaries, words and numbers as JSON that may stand in a script element or a script file.

    Examples
    --------
    >>> embedded({"said": "</script><b>"})
    '{"said":"\\u003c/script\\u003e\\u003cb\\u003e"}'
    """
    made = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", made)
