from __future__ import annotations

import re
from itertools import count

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from medborgarloften import InvalidDocument
from medborgarloften.errors import FileError
from medborgarloften.serializers import yaml
from medborgarloften.serializers._documents.whole import to_document
from medborgarloften.serializers._yaml.shaping import brief, in_order
from medborgarloften.serializers._yaml.writing import Remarks, as_yaml
from medborgarloften.serializers.formatting import format_file
from medborgarloften.testing import registers

# Making many registers takes longer than all that is done with them here.
FEWER = settings(max_examples=15)

IN_BRACKETS = """\
# a
--- # b
{ # c

"schema": "medborgarloften/agreements", # d
"agreements": [
  # e
  {area: {}, parties: [
      {kind: police, name: Polisen, id: police # f
        # g
      }],
   title: Löften, id: askersund} # h
  ], # i

"schema_version": 2 } # j
# k
... # l
"""
BY_HAND = """\
# Förs av kommunens säkerhetssamordnare.
# Fråga innan du ändrar.

id: askersund-2019   # aldrig ändra
schema: medborgarloften/agreement
schema_version: 2

# Hur länge?


period: {last_day: "2019-12-31",   # tisdag
  first_day: 2019-01-01}
title:
  # så som på affischen
  Medborgarlöfte för Askersund
area:  # hela kommunen
    municipalities: ["1882"]
parties:
# först polisen
- id: police
  name: Polisen
  kind: police
  # ingen kod

- name: Askersunds kommun # utan "stad"
  # ur SCB:s register
  code: '1882'
  id: askersund
  kind: municipality
# sist löftena
promises:
  -
    text: >-   # vikt för hand
      Fler trygghetsvandringar
      i centrum

    number: 1
    promisors:
      - police
      - askersund # bara i maj
  # fler kommer
    # snart
excerpt: true
notes: |
  rad ett # ingen kommentar
  rad två


  # slut

# allra sist
"""
LAID_OUT = """\
# Förs av kommunens säkerhetssamordnare.
# Fråga innan du ändrar.

schema: medborgarloften/agreement
schema_version: 2
id: askersund-2019  # aldrig ändra
# så som på affischen
title: Medborgarlöfte för Askersund
area:  # hela kommunen
  municipalities:
    - "1882"
parties:
  # först polisen
  - id: police
    kind: police
    name: Polisen
    # ingen kod

  - id: askersund
    kind: municipality
    name: Askersunds kommun  # utan "stad"
    # ur SCB:s register
    code: "1882"

# Hur länge?

period:
  first_day: "2019-01-01"
  last_day: "2019-12-31"  # tisdag
# sist löftena
promises:
  - number: 1
    text: Fler trygghetsvandringar i centrum  # vikt för hand
    promisors:
      - police
      - askersund  # bara i maj
  # fler kommer
  # snart
excerpt: true
notes: |
  rad ett # ingen kommentar
  rad två


  # slut

# allra sist
"""


def test_a_document_is_laid_out_with_its_comments():
    """
    Fields are in order, quotes as `dumps` sets them, and each comment is with its
    field.
    """
    assert yaml.formatted(BY_HAND) == LAID_OUT


def test_what_is_laid_out_stays_as_it_is():
    """
    Doing it twice is doing it once, and nothing is said in another way.
    """
    assert yaml.formatted(LAID_OUT) == LAID_OUT
    assert yaml.formatted(f"\n\n{LAID_OUT}\n \n") == LAID_OUT
    assert yaml.loads(LAID_OUT) == yaml.loads(BY_HAND)


def test_fields_that_were_written_out_stay():
    """
    What somebody took the pains to write is kept, though it is the default.
    """
    assert "\nexcerpt: false\n" in yaml.formatted(
        BY_HAND.replace("excerpt: true", "excerpt: false")
    )


@FEWER
@given(registers(max_size=1))
def test_what_was_dumped_is_laid_out(register):
    """
    `dumps` and `formatted` agree on how a document looks.
    """
    document = yaml.dumps(register)

    assert yaml.formatted(f"\ufeff{document}".encode()) == document


@FEWER
@given(registers(max_size=1), st.randoms(use_true_random=False))
def test_comments_stay_with_their_fields(register, chance):
    """
    However the fields are shuffled, each gets back what was said of it.
    """
    document = brief(to_document(register))
    remarks = {
        place: Remarks(["# ovan", "#"], [f"# {number}"], [])
        for number, place in enumerate(places_in(document))
        if chance.random() < 0.5
    }

    laid_out = as_yaml(document, remarks)

    assert yaml.formatted(as_yaml(shuffled(document, chance), remarks)) == laid_out
    assert yaml.formatted(laid_out) == laid_out


@settings(max_examples=40)
@given(st.sampled_from([BY_HAND, IN_BRACKETS]), st.randoms(use_true_random=True))
def test_no_comment_is_lost(document, chance):
    """
    Wherever comments and empty lines stand, they are kept, and the second time
    nothing moves.
    """
    text = strewn(document, chance)
    assume(text_is(text, document))

    once = yaml.formatted(text)

    assert text_is(once, document)
    assert sorted(re.findall(r"#\d+#", once)) == sorted(re.findall(r"#\d+#", text))
    assert yaml.formatted(once) == once
    assert not re.search(r"\A\n|[ \t]$|\n\n\Z", once, re.MULTILINE)


def places_in(value, place=()):
    """Go through the places of all that is in a value."""
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    for step, each in inner:
        yield (*place, step)
        if isinstance(each, dict | list):
            yield from places_in(each, (*place, step))


def shuffled(value, chance):
    """Put the fields of every object in another order."""
    if isinstance(value, list):
        return [shuffled(each, chance) for each in value]
    if isinstance(value, dict):
        items = list(value.items())
        chance.shuffle(items)
        return {key: shuffled(each, chance) for key, each in items}
    return value


def strewn(text, chance):
    """Strew comments and empty lines over a text."""
    numbers = count()
    often = chance.choice([0.05, 0.2])
    lines = []
    for line in text.splitlines():
        while chance.random() < often:
            comment = chance.choice(["", f"#{next(numbers)}#", f"#{next(numbers)}# "])
            lines.append(" " * chance.randrange(9) + comment)
        beside = f" #{next(numbers)}#" if line and chance.random() < often else ""
        lines.append(line + beside)
    return "\n".join(lines)


def text_is(text, document):
    """Tell whether a text can be read, and says the same as a document."""
    try:
        return yaml.loads(text) == yaml.loads(document)
    except InvalidDocument:
        return False


def test_other_layouts_are_laid_out_too():
    """
    Brackets, dashes on lines of their own, and marks around the document go.
    """
    assert (
        yaml.formatted(IN_BRACKETS)
        == """\
# a
# b
# c

schema: medborgarloften/agreements  # d

schema_version: 2
agreements:  # i
  # e
  -  # h
    id: askersund
    title: Löften
    area: {}
    parties:
      - id: police  # f
        kind: police
        name: Polisen
        # g
# j
# k
# l
"""
    )


def test_comments_around_values_are_kept():
    """
    Between a name and its value, and on the bracket of an empty list.
    """
    text = LAID_OUT.replace(
        "excerpt: true", "basis: [ # a\n  # b\n] # c\nexcerpt: #d\n  true"
    )

    assert """
basis: []  # a  # c
  # b
excerpt: true  #d
""" in yaml.formatted(text)


def test_a_comment_below_a_block_does_not_fall_into_it():
    """
    However far it is indented, it stays outside of the text.
    """
    text = LAID_OUT.replace("\n# allra sist", " # sist")

    assert yaml.formatted(text).endswith("""
  # slut
# sist
""")


def test_documents_of_old_versions_are_laid_out():
    """
    The version stays as it is; what only an old version knows comes last.
    """
    old = LAID_OUT.replace("schema_version: 2", "version: 1")
    moved = "version: 1\n" + old.replace("version: 1\n", "")

    assert yaml.formatted(old) == old
    assert yaml.loads(yaml.formatted(moved)) == yaml.loads(LAID_OUT)
    assert list(in_order({"old": 1, "id": "a", "version": 1, "schema": "b"})) == [
        "schema",
        "version",
        "id",
        "old",
    ]


def test_faults_leave_a_document_as_it_is(tmp_path):
    """
    What cannot be read is not laid out, and the file is not touched.
    """
    file = tmp_path / "a.yaml"
    for faulty in (BY_HAND.replace("title", "titel"), f"{BY_HAND}\nid: a", "a: *b"):
        with pytest.raises(InvalidDocument):
            yaml.formatted(faulty)

        file.write_text(faulty, "utf-8")
        with pytest.raises(InvalidDocument):
            format_file(file)
        assert file.read_text("utf-8") == faulty


def test_a_file_is_laid_out(tmp_path):
    """
    Whether anything changed is told, and what did not change is not written.
    """
    file = tmp_path / "a.yaml"
    file.write_bytes(BY_HAND.replace("\n", "\r\n").encode())

    assert format_file(file)
    assert file.read_bytes() == LAID_OUT.encode()

    before = file.stat().st_mtime_ns
    assert not format_file(str(file))
    assert file.stat().st_mtime_ns == before
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_that_is_not_there_is_told(tmp_path):
    """
    As everywhere, it is the error of Python's own.
    """
    with pytest.raises(FileError, match="no such file"):
        format_file(tmp_path / "a.yaml")
