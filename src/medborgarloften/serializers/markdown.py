r"""Markdown: an agreement ready for a web page, or two agreements compared.

It is CommonMark, which GitHub and most systems for web pages take.  Published texts
come out as their words, whatever they look like: none becomes markup, HTML, or a
link that runs something.  A page is only written; what it leaves out (citations, a
keeper's notes, themes, how a count was understood) cannot be read back.

>>> from medborgarloften.model import Agreement, Area, Party, PartyKind, Promise
>>> agreement = Agreement(
...     id="habo",
...     title="Medborgarlöfte för Habo",
...     area=Area(municipalities=("0643",)),
...     parties=(Party(id="police", kind=PartyKind.POLICE, name="Polisen"),),
...     promises=(Promise(number=1, text="Synas *mer*.", promisors=("police",)),),
... )
>>> print(dumps(agreement), end="")
# Medborgarlöfte för Habo
<BLANKLINE>
- **Typ:** medborgarlöfte
- **Ingås av:** Polisen
- **Gäller i:** Habo
- **Gäller:** anges inte
<BLANKLINE>
## Löften
<BLANKLINE>
**Lovas av:** Polisen
<BLANKLINE>
- Synas \*mer\*.
"""

from __future__ import annotations

from collections.abc import Iterable
from os import PathLike

from medborgarloften.model import Agreement, Outcome
from medborgarloften.model._rules import expect
from medborgarloften.register import Register
from medborgarloften.serializers._documents.whole import register_to_write
from medborgarloften.serializers._files.files import write_file
from medborgarloften.serializers._pages.markdown_comparison import comparison_page
from medborgarloften.serializers._pages.markdown_page import agreement_page
from medborgarloften.serializers._pages.markup import Markup, heading, page, plain
from medborgarloften.serializers._pages.wordings import Language, PageWording

__all__ = ["compare", "dump", "dumps"]


def dumps(
    thing: Register | Agreement,
    *,
    outcomes: Iterable[Outcome] = (),
    without_people: bool = False,
    language: Language = "sv",
) -> str:
    """Write an agreement, or a register with each agreement under its heading.

    A register's own outcomes are told with its promises; give the *outcomes* of an
    agreement to have them told too.  Say *without_people* to leave out those who
    signed and whom to ask.

    Raises:
        InvalidField: If it is neither a register nor an agreement, an outcome cannot
            be about it, or the language is neither ``"sv"`` nor ``"en"``.
        NoSuchAgreement: If an outcome is of an agreement that is not written.
        NoSuchPromise: If an outcome is of a promise that there is not.
    """
    say = PageWording(language)
    if isinstance(thing, Register):
        register = Register(thing.agreements, (*thing.outcomes, *outcomes))
        blocks, level = [heading(1, plain(say("page.register")))], 2
    else:
        register = Register([thing], outcomes)
        blocks, level = list[Markup](), 1
    register = register_to_write(register, without_people=without_people)
    for agreement in register.agreements:
        told = register.outcomes_of(agreement.id)
        blocks += agreement_page(agreement, told, say, level=level)
    return page(blocks)


def dump(
    thing: Register | Agreement,
    path: str | PathLike[str],
    *,
    outcomes: Iterable[Outcome] = (),
    without_people: bool = False,
    language: Language = "sv",
) -> None:
    """Write it to a file, as `dumps` does, whole or not at all.

    What was in the file stays there until all of the new has been written.

    Raises:
        InvalidField: If it is neither a register nor an agreement, an outcome cannot
            be about it, or the language is neither ``"sv"`` nor ``"en"``.
        NoSuchAgreement: If an outcome is of an agreement that is not written.
        NoSuchPromise: If an outcome is of a promise that there is not.
        FileError: If the file cannot be written.
    """
    text = dumps(
        thing, outcomes=outcomes, without_people=without_people, language=language
    )
    write_file(path, text.encode())


def compare(old: Agreement, new: Agreement, *, language: Language = "sv") -> str:
    """Write what has changed from the *old* agreement to the *new* one.

    Promises belong together as `medborgarloften.analysis.compare` tells: those with
    the same words, those that are most alike, and one and those that it was split
    into or merged from.  The others are new, or no longer there.

    Raises:
        InvalidField: If one is no agreement, or the language is neither ``"sv"`` nor
            ``"en"``.
    """
    expect(Agreement, "markdown.compare", "old", old)
    expect(Agreement, "markdown.compare", "new", new)
    return page(comparison_page(old, new, PageWording(language)))
