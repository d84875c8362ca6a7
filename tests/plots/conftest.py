"""What the tests of pictures share: agreements in few words, and what a chart draws."""

from __future__ import annotations

import pytest

from medborgarloften import (
    Agreement,
    Area,
    Party,
    PartyKind,
    Promise,
    ValidityPeriod,
)


@pytest.fixture(scope="session")
def agreed():
    """Make agreements, in Habo unless other places are told."""

    def make(id, period, *codes, district=None, promises=(), **fields):
        return Agreement(
            id=id,
            title="Medborgarlöfte",
            area=Area(municipalities=codes or ("0643",), district=district),
            parties=(Party(id="police", kind=PartyKind.POLICE, name="Polisen"),),
            period=ValidityPeriod.parse(period),
            promises=tuple(
                Promise(
                    number=number, promisors=("police",), **{"text": "Löfte", **each}
                )
                for number, each in enumerate(promises, 1)
            ),
            **fields,
        )

    return make


@pytest.fixture(scope="session")
def drawn():
    """List the rows of a chart, or of those only the ones of a part."""

    def rows(chart, part=None):
        data = chart.data["values"]
        return [row for row in data if part is None or row["part"] == part]

    return rows


@pytest.fixture(scope="session")
def explained():
    """Tell how a chart explains the signs of a field, by channel."""

    def looks(chart, field):
        found = {}
        for layer in chart.to_dict()["layer"]:
            channels = {**layer["encoding"], "tooltip": {}}
            for channel, encoding in channels.items():
                if encoding.get("field") == field and encoding.get("legend"):
                    scale = encoding["scale"]
                    pairs = zip(scale["domain"], scale["range"], strict=True)
                    found.setdefault(channel, {}).update(dict(pairs))
        return found

    return looks


@pytest.fixture(scope="session")
def lines():
    """List the lines below the title of a chart."""
    return lambda chart: chart.to_dict()["title"].get("subtitle", [])
