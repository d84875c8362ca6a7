"""Whether pictures can be told apart in grey, in print and in colour blindness."""

from __future__ import annotations

from itertools import combinations

import pytest

from medborgarloften.plots import _coverage, _looks, _progress, _themes, _timeline
from medborgarloften.plots._looks import harmless, readable

# How those see who lack one kind of cones (Viénot, Brettel and Mollon 1999, in the
# matrices of Machado, Oliveira and Fernandes 2009), over linear red, green and blue.
EYES = {
    "all colours": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "grey": ((0.2126, 0.7152, 0.0722),) * 3,
    "no red": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "no green": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "no blue": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def seen(colour, eyes):
    """Tell how light a colour is to some eyes, from 0 to 1."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    ]
    there = [
        min(1, max(0, sum(a * b for a, b in zip(row, linear, strict=True))))
        for row in EYES[eyes]
    ]
    return sum(a * b for a, b in zip((0.2126, 0.7152, 0.0722), there, strict=True))


def contrast(one, other, eyes="all colours"):
    """Tell how far apart two colours are, as WCAG counts: from 1 to 21."""
    dark, light = sorted((seen(one, eyes), seen(other, eyes)))
    return (light + 0.05) / (dark + 0.05)


def shade(share):
    """Mix the shade of a number of promises, as Vega does."""
    return "#" + "".join(
        f"{round(low + (high - low) * share):02x}"
        for low, high in (
            (int(_themes.LIGHTEST[n : n + 2], 16), int(_themes.DARKEST[n : n + 2], 16))
            for n in (1, 3, 5)
        )
    )


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize(
    "colours",
    [
        list(_coverage.STATE_COLOURS.values()),
        list(_timeline.KIND_COLOURS.values()),
        [_progress.BEHIND_COLOUR, _progress.SIGN_COLOUR],
    ],
    ids=["states", "kinds", "signs"],
)
def test_colours_stay_apart_by_how_light_they_are(colours, eyes):
    """
    Whoever looks, and on paper: any two differ by half in how light they are.
    """
    assert min(contrast(*pair, eyes) for pair in combinations(colours, 2)) >= 1.4


@pytest.mark.parametrize("eyes", EYES)
def test_shades_grow_darker_with_numbers(eyes):
    """
    More promises never look like fewer.
    """
    shades = [seen(shade(step / 50), eyes) for step in range(51)]

    assert shades == sorted(shades, reverse=True)
    assert contrast(shade(0), shade(1), eyes) > 7


@pytest.mark.parametrize("eyes", EYES)
def test_writing_can_be_read_on_what_is_below_it(eyes):
    """
    With a contrast of 4.5 at least, as WCAG 2 asks of small writing.
    """
    pairs = [
        (_coverage.WRITING_COLOURS[state], colour)
        for state, colour in _coverage.STATE_COLOURS.items()
    ]
    pairs += [(_looks.INK, _looks.PAPER), (_looks.QUIET, _looks.PAPER)]

    assert min(contrast(*pair, eyes) for pair in pairs) >= 4.5


def test_numbers_can_be_read_on_every_shade():
    """
    Black on what is light, white on what is dark, with the same contrast.
    """
    shares = [step / 1000 for step in range(1001)]
    light = [share for share in shares if share <= _themes.TURNS_AT]
    dark = [share for share in shares if share > _themes.TURNS_AT]

    assert min(contrast(_looks.BLACK, shade(share)) for share in light) >= 4.5
    assert min(contrast(_looks.PAPER, shade(share)) for share in dark) >= 4.5


def test_signs_and_bars_stand_out_from_paper():
    """
    With a contrast of 3 at least, as WCAG 2 asks of what has to be seen.
    """
    needed = [_progress.BEHIND_COLOUR, _progress.SIGN_COLOUR, _looks.INK, _looks.QUIET]

    assert min(contrast(colour, _looks.PAPER) for colour in needed) >= 3


def test_what_stands_below_a_title_is_broken_where_the_picture_ends():
    """
    Vega breaks no lines.
    """
    said = _looks.Said("Titel", ["ord " * 60, "kort"], "allt")
    drawn = _looks.picture([], [], said, 100, 100)

    assert [len(line) for line in drawn.title.subtitle] == [111, 111, 15, 4]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("rad ett\nrad två", "rad ett rad två"),
        (" \t x\x0b\x00y ", "x y"),
        ("en\N{LINE SEPARATOR}rad", "en rad"),
        ("höger\N{RIGHT-TO-LEFT OVERRIDE}vänster", "höger vänster"),
        ("å, ä och \N{POLICE CAR}", "å, ä och \N{POLICE CAR}"),
    ],
)
def test_texts_are_made_one_line(text, line):
    """
    What cannot be printed stands in no file of ours: XML knows no control characters.
    """
    assert readable(text) == line


@pytest.mark.parametrize(
    "text",
    ["</script>", "<SCRIPT>", "a<!-- b", "<?xml", "<img src=x onerror=alert(1)>"],
)
def test_what_would_begin_a_tag_is_parted_unseen(text):
    """
    By a letter without width, and by nothing else.
    """
    parted = harmless(text)

    assert parted == text.replace("<", "<\N{WORD JOINER}")
    assert harmless(parted) == parted


@pytest.mark.parametrize("text", ["1 < 2", "<", "<3", "a > b", "<\N{WORD JOINER}/a>"])
def test_what_begins_no_tag_stays(text):
    """
    As it is written.
    """
    assert harmless(text) == text
