"""DCAT-AP-SE: the description of a published register, for Sweden's data portal.

A portal lists what publishers describe.  What a register holds (which years, which
municipalities, what it is about) is read from it.  Who publishes it, where, and
whom to ask is for the publisher to tell, and is never made up; `missing` tells what
version 3.0.1 of the profile still asks for.

>>> from medborgarloften import Register
>>> office = Publisher(uri="https://kommunen.example/", name="Habo kommun")
>>> dataset = Dataset(
...     uri="https://data.kommunen.example/medborgarloften",
...     title_sv="Medborgarlöften i Habo",
...     description_sv="Vad polisen och kommunen har lovat invånarna.",
...     publisher=office,
... )
>>> catalog = Catalog(
...     uri="https://data.kommunen.example/",
...     title_sv="Öppna data",
...     description_sv="Kommunens öppna data.",
...     publisher=office,
... )
>>> for problem in missing(describe(Register(), dataset, catalog))[:2]:
...     print(problem.path, problem.code)
<https://data.kommunen.example/> dcterms:issued missing-recommended
<https://data.kommunen.example/> dcterms:modified missing-recommended
"""

from __future__ import annotations

from medborgarloften.errors import Problem
from medborgarloften.model._rules import expect
from medborgarloften.register import Register
from medborgarloften.serializers._linked.catalog import (
    CC0,
    Catalog,
    Dataset,
    Distribution,
    Frequency,
)
from medborgarloften.serializers._linked.described import described
from medborgarloften.serializers._linked.profile import missing_from
from medborgarloften.serializers._linked.publishers import (
    ContactPoint,
    Publisher,
    PublisherType,
)
from medborgarloften.serializers._strict.faults import telling_refusals

__all__ = [
    "CC0",
    "Catalog",
    "ContactPoint",
    "Dataset",
    "Distribution",
    "Frequency",
    "Publisher",
    "PublisherType",
    "describe",
    "missing",
]


def describe(register: Register, dataset: Dataset, catalog: Catalog) -> str:
    """Describe a register as a dataset in a catalog, in Turtle.

    Raises:
        InvalidField: If one of them is something else.
    """
    expect(Register, "describe", "register", register)
    expect(Dataset, "describe", "dataset", dataset)
    expect(Catalog, "describe", "catalog", catalog)
    return "\n".join(described(register, dataset, catalog))


def missing(description: str) -> tuple[Problem, ...]:
    """List what the profile asks for and a description does not tell.

    The code of a problem is ``missing`` for what the profile demands, and
    ``missing-recommended`` for what it recommends.

    Raises:
        InvalidDocument: If it is not Turtle.
        MissingExtra: If rdflib is not installed.
    """
    from medborgarloften.serializers._linked.rdf import graph_of_turtle

    with telling_refusals():
        return missing_from(graph_of_turtle(description))
