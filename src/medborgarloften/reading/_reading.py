"""What reading a page gives: agreements, outcomes, and what could not be read."""

from __future__ import annotations

from enum import StrEnum

from attrs import evolve, frozen

from medborgarloften._showing.markup import counted
from medborgarloften.errors import Problem, Span
from medborgarloften.model import Agreement, Citation, Outcome
from medborgarloften.reading.page.headings import Section
from medborgarloften.reading.text.document import LineKind

__all__ = ["PageKind", "ReadLine", "Reading"]


class PageKind(StrEnum):
    """What sort of page was read.

    ``AGREEMENT`` is the agreement itself as a page, ``NEWS`` tells of one,
    ``METHOD`` explains what medborgarlöften are, ``FOLLOW_UP`` tells what became
    of one, and ``OTHER`` is none of these.
    """

    AGREEMENT = "agreement"
    NEWS = "news"
    METHOD = "method"
    FOLLOW_UP = "follow_up"
    OTHER = "other"


@frozen(kw_only=True)
class ReadLine:
    """A line of the page, as it was looked at.

    Attributes:
        span: Where it stands, wraps included.
        kind: What it is on its page: a heading, an item of a list, a quote.
        section: What its part of the page is about; ``None`` for what belongs to
            the site around the text.
    """

    span: Span
    kind: LineKind
    section: Section | None


@frozen(kw_only=True)
class Reading:
    """What was read from one page.

    Attributes:
        agreements: The agreements, in the order of the page; none is a normal
            answer.
        outcomes: What the page tells of promises, where it can be told which
            they are.
        problems: What could not be read, or cannot be right, in the order of the
            page; a page never raises.
        page: What sort of page it is.
        text: The page's text, which all places count in.  Of HTML and PDF it is
            what was taken out of them.
        lines: Its lines, in order, as they were looked at.
    """

    agreements: tuple[Agreement, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    problems: tuple[Problem, ...] = ()
    page: PageKind
    text: str = ""
    lines: tuple[ReadLine, ...] = ()

    def __repr__(self) -> str:
        found = (
            counted(len(self.agreements), "agreement"),
            counted(len(self.outcomes), "outcome"),
            counted(len(self.problems), "problem"),
        )
        return f"<Reading ({self.page}): {', '.join(found)}>"

    def _repr_html_(self) -> str:
        """Show its page in a notebook, with the words that were cited marked."""
        # It is made by what knows this class, and so imports it.
        from medborgarloften.reading._page_view import page_view

        return str(page_view(self))

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations of all agreements, with paths from here.

        A path begins with its agreement, as in ``agreements[0].promises[2].text``.
        """
        return tuple(
            evolve(citation, path=f"agreements[{number}].{citation.path}")
            for number, agreement in enumerate(self.agreements)
            for citation in agreement.citations
        )

    def verify(self, text: str | None = None) -> tuple[Citation, ...]:
        """List the citations that do not stand at their place in the page's *text*.

        None are listed when all is well.  Without a *text* it is the one that was
        read.
        """
        page = self.text if text is None else text
        return tuple(each for each in self.citations if not each.stands_in(page))

    def explain(self, language: str = "en") -> str:
        r"""Write the page's lines, with what was made of each and why.

        It is for a person who checks a reading against its page; the form is not
        for programs.

        >>> from medborgarloften.reading import read_text
        >>> page = "Medborgarlöfte 2017 för Åsele kommun\n\n• Polisen lovar att synas."
        >>> print(read_text(page).explain())  # doctest: +ELLIPSIS
        1  Medborgarlöfte 2017 för Åsele kommun
             heading; tells of the agreement
        ...
             = agreements[0].area.municipalities[0]: 2463  "Åsele kommun"
        ...
        3  Polisen lovar att synas.
             item; tells of the agreement
        ...
             = agreements[0].promises[0].themes[0]: visible_presence  "synas"

        Args:
            language: ``"en"`` for English, or ``"sv"`` for Swedish.

        Raises:
            InvalidField: If *language* is another.
        """
        # It is put into words by what knows this class, and so imports it.
        from medborgarloften.reading.explaining import explain

        return explain(self, language)
