from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from medborgarloften.errors import InvalidField
from medborgarloften.reading import (
    Vocabulary,
    read_file,
    read_html,
    read_pdf,
    read_text,
)

PAGE = "Medborgarlöfte 2020 i Laxå\n\n• Kommunen ska röja sly."


def test_a_name_that_is_not_known_is_refused():
    """
    A slip of the pen is not swallowed, and the error says what is known.
    """
    with pytest.raises(TypeError, match="no 'munic'; it knows: url, published_on"):
        read_text("x", munic="Kiruna")


@pytest.mark.parametrize(
    ("name", "value", "remedy"),
    [
        ("url", b"https://a.example", "address as a str"),
        ("published_on", "2022-01-01", "give a date"),
        ("retrieved_on", datetime(2022, 1, 1, tzinfo=UTC), "whole day"),
        ("municipality", 1980, "name or code"),
        ("vocabulary", "words.tsv", "Vocabulary.load"),
        ("agreements", None, "register.values"),
        ("agreements", ["laxa-2020"], "register.values"),
    ],
)
def test_what_is_not_of_its_type_is_refused(name, value, remedy):
    """
    The error names the field and what would do.
    """
    with pytest.raises(InvalidField, match=remedy):
        read_text(PAGE, **{name: value})


@pytest.mark.parametrize(
    ("read", "page", "field"),
    [
        (read_text, None, "read_text.text"),
        (read_text, b"x", "read_text.text"),
        (read_html, None, "read_html.markup"),
        (read_pdf, "x", "read_pdf.data"),
        (read_file, None, "read_file.path"),
    ],
)
def test_a_page_in_another_form_is_refused(read, page, field):
    """
    The error says in which form the door takes a page.
    """
    with pytest.raises(InvalidField, match=f"{field}: .* will not do; give"):
        read(page)


def test_what_may_be_known_is_taken():
    """
    All at once, and agreements from anything that gives them one by one.
    """
    reading = read_text(
        PAGE,
        url="https://laxa.example/",
        published_on=date(2020, 1, 1),
        retrieved_on=None,
        municipality="Laxå",
        agreements=iter(read_text(PAGE).agreements),
        vocabulary=Vocabulary.default(),
    )

    assert reading.agreements[0].published_on == date(2020, 1, 1)


def test_a_file_that_is_no_text_says_so(tmp_path):
    """
    A picture that is called .txt is not merely in another encoding.
    """
    file = tmp_path / "lofte.txt"
    file.write_bytes(b"\x89PNG\r\n\x00\x01")

    assert [each.code for each in read_file(file).problems] == ["binary"]
