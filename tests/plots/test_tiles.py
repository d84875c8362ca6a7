from __future__ import annotations

import csv
from collections import Counter
from importlib.resources import files

from medborgarloften.plots._looks import alphabetical
from medborgarloften.plots._tiles import grid, headings, tiles
from medborgarloften.reference import counties, county, municipalities


def test_every_municipality_stands_on_the_map_once():
    """
    None is left out, and no two stand in one place, nor on the name of a county.
    """
    places = [(tile.column, tile.row) for tile in tiles()]
    names = [
        (each.column + step, each.row)
        for each in headings().values()
        for step in range(each.columns)
    ]

    assert Counter(tile.municipality for tile in tiles()) == Counter(
        each.code for each in municipalities()
    )
    assert [place for place, n in Counter(places + names).items() if n > 1] == []


def test_every_county_is_laid_out_once():
    """
    The file has a line for each, and none for another.
    """
    file = files("medborgarloften.plots") / "counties.csv"
    rows = list(csv.DictReader(file.read_text("utf-8").splitlines()))

    assert sorted(row["county"] for row in rows) == [each.code for each in counties()]


def test_counties_do_not_touch():
    """
    Beside a tile, and below one, stands none of another county.
    """
    of = {(tile.column, tile.row): tile.municipality[:2] for tile in tiles()}

    touching = [
        (place, beside)
        for place in of
        for beside in ((place[0] + 1, place[1]), (place[0], place[1] + 1))
        if of.get(beside, of[place]) != of[place]
    ]

    assert touching == []


def test_the_map_is_as_large_as_what_stands_on_it():
    """
    It begins at its first column and row, and ends at the last.
    """
    names = headings().values()

    assert min(each.column for each in names) == min(each.row for each in names) == 0
    assert grid().columns == max(each.column + each.columns for each in names)
    assert grid().rows == max(tile.row for tile in tiles()) + 1


def test_counties_lie_as_they_do_in_sweden():
    """
    Some that everybody knows: north above south, west before east.
    """
    place = {each.county: (each.column, each.row) for each in headings().values()}

    for north, south in [
        ("Norrbotten", "Västerbotten"),
        ("Västerbotten", "Västernorrland"),
        ("Gävleborg", "Uppsala"),
        ("Uppsala", "Stockholm"),
        ("Stockholm", "Gotland"),
        ("Östergötland", "Jönköping"),
        ("Halland", "Skåne"),
        ("Kronoberg", "Blekinge"),
    ]:
        assert place[north][1] < place[south][1]
    for west, east in [
        ("Jämtland", "Västernorrland"),
        ("Dalarna", "Gävleborg"),
        ("Värmland", "Örebro"),
        ("Örebro", "Västmanland"),
        ("Västmanland", "Uppsala"),
        ("Västra Götaland", "Östergötland"),
        ("Kalmar", "Gotland"),
        ("Skåne", "Blekinge"),
    ]:
        assert place[west][0] < place[east][0]


def test_within_a_county_tiles_stand_in_the_order_of_the_alphabet():
    """
    Line by line, as one reads, with å, ä and ö last.
    """
    for code in headings():
        there = [tile for tile in tiles() if tile.municipality.startswith(code)]
        as_read = sorted(there, key=lambda tile: (tile.row, tile.column))

        assert as_read == sorted(there, key=lambda tile: alphabetical(tile.name))
        assert max(tile.column for tile in there) - headings()[code].column < (
            headings()[code].columns
        )


def test_no_two_of_a_county_have_the_same_letters():
    """
    Four at most, so that they fit; those that begin alike by where they part.
    """
    letters = {tile.name: tile.letters for tile in tiles()}

    assert max(map(len, letters.values())) == 4
    assert (
        Counter((t.municipality[:2], t.letters) for t in tiles()).most_common(1)[0][1]
        == 1
    )
    assert [
        letters[name] for name in ("Karlskrona", "Karlshamn", "Göteborg", "Götene")
    ] == [
        "Kark",
        "Karh",
        "Götb",
        "Götn",
    ]
    assert [letters[name] for name in ("Upplands Väsby", "Dals-Ed", "Ale")] == [
        "UpVä",
        "DaEd",
        "Ale",
    ]


def test_headings_have_the_short_names_of_counties():
    """
    They fit above the tiles of the county.
    """
    assert {code: each.county for code, each in headings().items()} == {
        each.code: each.short_name for each in counties()
    }
    assert headings()["18"].county == county("18").short_name == "Örebro"
