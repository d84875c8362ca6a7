"""What reading a page gives: agreements, outcomes, and what could not be read."""

from __future__ import annotations

from enum import StrEnum

from attrs import evolve, frozen

from medborgarloften.errors import Problem
from medborgarloften.model import Agreement, Citation, Outcome

__all__ = ["PageKind", "Reading"]


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
class Reading:
    """What was read from one page.

    Attributes:
        agreements: The agreements, in the order of the page; none is a normal
            answer.
        outcomes: What the page tells of earlier promises.
        problems: What could not be read, or cannot be right, in the order of the
            page; a page never raises.
        page: What sort of page it is.
    """

    agreements: tuple[Agreement, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    problems: tuple[Problem, ...] = ()
    page: PageKind

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

    def verify(self, text: str) -> tuple[Citation, ...]:
        """List the citations that do not stand at their place in the page's *text*.

        None are listed when all is well.
        """
        return tuple(each for each in self.citations if not each.stands_in(text))
