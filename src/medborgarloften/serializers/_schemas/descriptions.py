"""What each field is, in the words of its class's docstring, for the schemas.

They are told as plain text: marks of the docstring are taken out, and Python's words
are those of a document: ``None`` is empty, and ``Status.FULFILLED`` is fulfilled.
"""

from __future__ import annotations

import inspect
import re
from functools import cache

__all__ = ["field_descriptions"]

_SECTION = "\nAttributes:\n"
_FIELD = re.compile(r"^    (\w+): (.+(?:\n {5,}.+)*)", re.MULTILINE)
_MEMBER = re.compile(r"``(?:\w+\.)?([A-Z][A-Z_]+)``")
_EMPHASIS = re.compile(r"\*(\w+)\*")


@cache
def field_descriptions(class_: type) -> dict[str, str]:
    """Tell what each field of a class of the model is, as far as it is described.

    >>> from medborgarloften.model import Party, ValidityPeriod
    >>> field_descriptions(Party)["kind"]
    'What sort of body it is.'
    >>> field_descriptions(ValidityPeriod)["first_day"]
    'The first day that counts; empty where it is not stated.'
    """
    docstring = inspect.cleandoc(class_.__doc__ or "")
    section = docstring.partition(_SECTION)[2].partition("\n\n")[0]
    return {name: _as_plain_text(said) for name, said in _FIELD.findall(section)}


def _as_plain_text(said: str) -> str:
    joined = " ".join(said.split()).replace("``None``", "empty")
    named = _MEMBER.sub(lambda member: member[1].lower(), joined)
    return _EMPHASIS.sub(r"\1", named).replace("`", "")
