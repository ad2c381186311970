"""Regular expressions that are compiled when a text first needs them: compiling all of them took half of the start."""

from __future__ import annotations

import re
from typing import cast


class _Awaited:
    """Stands for a compiled pattern; the first look at what that can do compiles it, and its methods stay here."""

    def __init__(self, pattern: str, flags: re.RegexFlag) -> None:
        self.pattern, self.flags = pattern, flags

    def __getattr__(self, name: str) -> object:
        compiled = re.compile(self.pattern, self.flags)
        for method in ("finditer", "fullmatch", "match", "search", "sub"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def awaited(pattern: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """Like `re.compile`, for what is large: an error in it shows at its first use.

    The `re` of a match is the compiled pattern, which is another object: compare the `pattern` of both.
    """
    return cast("re.Pattern[str]", _Awaited(pattern, flags))
