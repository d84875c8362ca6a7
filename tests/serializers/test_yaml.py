from __future__ import annotations

import codecs
import json as builtin_json
import sys
import tracemalloc
from contextlib import suppress

import pytest
import yaml as pyyaml
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from medborgarloften import (
    Agreement,
    InvalidDocument,
    InvalidField,
    MissingExtra,
    Register,
    ValidityPeriod,
)
from medborgarloften.serializers import json, yaml
from medborgarloften.serializers._documents.whole import to_document
from medborgarloften.serializers._yaml.shaping import brief
from medborgarloften.testing import agreements, registers

# Making many registers takes longer than all that is done with them here.
FEWER = settings(max_examples=15)

SLIPS = [
    "\n---\n",
    "\n...\n",
    "%YAML 1.1\n---\n",
    "&a ",
    "*a",
    "!!python/object:os.system ",
    "!<tag:yaml.org,2002:str> ",
    "<<: ",
    "? ",
    "- ",
    "\\U00110000",
    "|+2\n",
    ">-\n",
    "\n# c\n  # d\n",
]

HAND_WRITTEN = """\
schema: medborgarloften/agreement
schema_version: 2
id: askersund-2019
title: Medborgarlöfte för Askersund
area: {municipalities: [0180, "1882"]}
parties:
- {id: police, kind: police, name: Polisen}
promises:
- number: 1
  text: Fler trygghetsvandringar
  promisors: [police]
"""
TEXT = "Fler trygghetsvandringar"

NASTY = st.text("'\"#:-?[]{},&*!|>%@`~=<> \n\t\r\\aåz01.e_\x85\u2028\ufeff\x7f").filter(
    lambda text: text and not text.isspace()
)


def problems_of(text, *wanted):
    """Tell what is wrong with a text."""
    with pytest.raises(InvalidDocument) as caught:
        yaml.loads(text, *wanted)
    return caught.value.problems


def with_text(written):
    """Write something else where the text of the promise stands."""
    return HAND_WRITTEN.replace(TEXT, written)


def text_of(document):
    """Tell what was read as the text of the promise."""
    return yaml.loads(document, Agreement).promises[0].text


# ---------------------------------------------------------------- there and back


@FEWER
@given(agreements())
def test_an_agreement_comes_back_as_it_was(agreement):
    """
    Nothing of an agreement is lost on the way out and in again.
    """
    assert yaml.loads(yaml.dumps(agreement)) == agreement


@FEWER
@given(st.lists(agreements(), max_size=2).map(tuple))
def test_agreements_come_back_as_they_were(several):
    """
    Several agreements keep their order, and may have one twice.
    """
    twice = several + several[:1]

    assert yaml.loads(yaml.dumps(twice)) == twice


@FEWER
@given(registers(max_size=2))
def test_a_register_is_the_same_as_in_json(register):
    """
    Nothing is lost from one format to the other, and equal registers are equal bytes.
    """
    document = yaml.dumps(register)

    assert json.dumps(yaml.loads(document)) == json.dumps(register)
    assert yaml.dumps(yaml.loads(document.encode())) == document
    assert yaml.dumps(Register(reversed(register.agreements), register.outcomes)) == (
        document
    )


@given(NASTY)
def test_every_text_comes_back_as_it_was(text):
    """
    No text is taken for something else, cut, folded or stripped.
    """
    strange = evolve(
        yaml.loads(HAND_WRITTEN), title=text, notes=text, priorities=(text, text)
    )

    assert yaml.loads(yaml.dumps(strange)) == strange


@FEWER
@given(agreements(), NASTY)
def test_readers_of_every_version_read_alike(agreement, text):
    """
    PyYAML, of YAML 1.1, and ruamel.yaml, of 1.2, read what our own reader does.
    """
    strange = evolve(agreement, title=text, priorities=(text,))
    document = yaml.dumps(strange)
    meant = builtin_json.dumps(brief(to_document(strange)))

    assert builtin_json.dumps(pyyaml.safe_load(document)) == meant
    assert builtin_json.dumps(YAML(typ="safe", pure=True).load(document)) == meant


@given(st.text() | NASTY)
def test_any_text_is_read_or_refused(text):
    """
    Whatever somebody takes for a document, the one error is raised.
    """
    assert problems_of(text)


@given(st.data())
def test_any_document_with_a_slip_in_it_is_read_or_refused(data):
    """
    A few characters more or less make no other error than the one.
    """
    text = HAND_WRITTEN
    for slip in data.draw(st.lists(NASTY | st.sampled_from(SLIPS), max_size=3)):
        at = data.draw(st.integers(0, len(text)))
        text = text[:at] + slip + text[at + data.draw(st.integers(0, 3)) :]

    with suppress(InvalidDocument):
        agreement = yaml.loads(text)
        assert yaml.loads(yaml.dumps(agreement)) == agreement


# ---------------------------------------------------------------- written for people


def test_a_document_is_short(agreement):
    """
    The header is first, fields that have their defaults are left out, and nothing
    else is.
    """
    assert (
        yaml.dumps(agreement.without_citations())
        == """\
schema: medborgarloften/agreement
schema_version: 2
id: askersund-2019-2021
title: Medborgarlöfte för Askersund
area:
  municipalities:
    - "1882"
parties:
  - id: police
    kind: police
    name: lokalpolisområde Hallsberg
  - id: askersund
    kind: municipality
    name: Askersunds kommun
    code: "1882"
period:
  first_day: "2019-01-01"
  last_day: "2021-12-31"
  first_precision: year
  last_precision: year
promises:
  - number: 1
    text: Öka tryggheten i centrum
    promisors:
      - police
      - askersund
    themes:
      - public_places
  - number: 2
    text: Minst 4 trafikinsatser under året
    parent: 1
    promisors:
      - police
    quantities:
      - minimum: 4
        maximum: null
        unit: trafikinsats
        per: year
    period:
      first_day: "2020-01-01"
      last_day: "2020-12-31"
      first_precision: year
      last_precision: year
signatories:
  - name: Åsa Öberg
    party: askersund
sources:
  - url: https://polisen.se/askersund
    retrieved_on: "2020-02-01"
"""
    )


def test_what_is_not_the_default_is_written(agreement):
    """
    A period that says nothing is no period, and where none is the default it is told.
    """
    promises = (evolve(each, period=ValidityPeriod()) for each in agreement.promises)
    strange = agreement.with_promises(*promises)

    assert "    period: {}\n" in yaml.dumps(strange)
    assert yaml.loads(yaml.dumps(strange)) == strange


def test_people_can_be_left_out(register):
    """
    Neither their names nor the field is there.
    """
    document = yaml.dumps(register, without_people=True)

    assert "signatories" not in document
    assert yaml.loads(document) == register.without_people()


@pytest.mark.parametrize("thing", [None, "text", ["list"], ("tuple",)])
def test_only_the_models_own_things_make_documents(thing):
    """
    Anything else is refused, with what would do.
    """
    with pytest.raises(InvalidField, match="a Register, an Agreement or a tuple"):
        yaml.dumps(thing)


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "Öka tryggheten; särskilt på kvällar, i Årsta (och Åby)",
        "kl:18, se https://polisen.se/x?a=1&b=2#c",
        "A\u030asele \N{POLICE CAR}",
        "nej",
        "non",
    ],
)
def test_most_texts_are_written_as_they_are(agreement, text):
    """
    What nobody can take for anything else has no quotes.
    """
    assert f"\nnotes: {text}\n" in yaml.dumps(agreement.with_notes(text))


@pytest.mark.parametrize(
    "text",
    [
        "no",  # false, in YAML 1.1
        "Off",
        "on",
        "y",
        "TRUE",
        "null",
        "~",
        "0180",  # 120, in YAML 1.1: it begins with a zero
        "1882",
        "0x1F",
        "0o17",
        "1e3",
        ".5",
        "1_000",
        "+46",
        ".inf",
        ".NaN",
        "12:30",  # 750, in YAML 1.1: minutes
        "12:30:00",
        "2019-07-05",  # a day, in YAML 1.1
        "2019-07-05 12:30:00",
        "=",
        "<<",
        "- punkt",
        "&Co",
        "*viktigt*",
        "!viktigt",
        "%",
        "@polisen",
        "`x`",
        "#trygg",
        "trygg #i #centrum",
        "mål: trygghet",
        "mål:",
        "? vad",
        "[1]",
        "{a}",
        "a\tb",
        "a ",
        " a",
        "a\u00a0",
        "it's",
        "4 trafikinsatser",
        "---",
        "...",
        "\u2022 punkt",
    ],
)
def test_a_text_that_could_be_something_else_has_quotes(agreement, text):
    """
    No reader of any version takes it for a number, a day, a truth or a sign of YAML's.
    """
    document = yaml.dumps(agreement.with_notes(text))
    (line,) = (each for each in document.splitlines() if each.startswith("notes: "))

    assert line[7] in "'\"" or text == "it's"
    assert pyyaml.safe_load(document)["notes"] == text
    assert yaml.loads(document) == agreement.with_notes(text)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ('Polisen: "vi ska synas"', "'Polisen: \"vi ska synas\"'"),
        ('"it\'s"', '"\\"it\'s\\""'),
        (r"C:\x #", r"'C:\x #'"),
        ("a\u2028b", r'"a\u2028b"'),
        ("a\x85\x7f\ufeff", r'"a\u0085\u007f\ufeff"'),
        ("a\rb", r'"a\rb"'),
    ],
)
def test_quotes_are_those_that_need_the_least_escaping(agreement, text, written):
    """
    What cannot be seen, and what only some take for the end of a line, is escaped.
    """
    assert f"\nnotes: {written}\n" in yaml.dumps(agreement.with_notes(text))


def test_lines_of_a_text_stand_below_each_other(agreement):
    """
    A text of several lines is a block, with an end of its last line or without.
    """
    text = "Möte:\n\n  - skola\n# park"
    for notes, header in ((text, "|-"), (f"{text}\n", "|")):
        document = yaml.dumps(agreement.with_notes(notes))

        assert document.endswith(f"""\
notes: {header}
  Möte:

    - skola
  # park
""")
        assert yaml.loads(document).notes == notes
        assert pyyaml.safe_load(document)["notes"] == notes


@pytest.mark.parametrize(
    "text",
    [" a\nb", "\na", "a \nb", "a\n\t\nb", "a\nb\n\n", "a\r\nb", "a\n\u2028b", "\ta\nb"],
)
def test_lines_that_would_not_survive_an_editor_have_quotes(agreement, text):
    """
    Spaces that nobody sees are not left to a block.
    """
    document = yaml.dumps(agreement.with_notes(text))

    assert '\nnotes: "' in document
    assert yaml.loads(document).notes == text


def test_no_line_is_folded(agreement):
    """
    A long text stays on its line.
    """
    text = "ord " * 1000 + "slut"

    assert f"\nnotes: {text}\n" in yaml.dumps(agreement.with_notes(text))


def test_the_field_on_has_quotes(register):
    """
    To YAML 1.1 the word is true, also where it is the name of a field.
    """
    document = yaml.dumps(register)

    assert '    "on": "2020-12-31"\n' in document
    assert pyyaml.safe_load(document)["outcomes"][0]["on"] == "2020-12-31"


# ---------------------------------------------------------------- read


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("no", "no"),
        ("Yes", "Yes"),
        ("True", "True"),
        ("NULL", "NULL"),
        ("2019-07-05", "2019-07-05"),
        ("0180", "0180"),
        ("12:30", "12:30"),
        ("1e3", "1e3"),
        (".5", ".5"),
        (".inf", ".inf"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("+4", "+4"),
        ("007", "007"),
        ("=", "="),
        ('"1882"', "1882"),
        ("'null'", "null"),
        ("!!str 1882", "1882"),
        ("!!str", None),
        ("Fler\n    vandringar", "Fler vandringar"),
        (">-\n    Fler\n    vandringar", "Fler vandringar"),
        ("|\n    Fler\n    vandringar", "Fler\nvandringar\n"),
        ("Fler # och bättre", "Fler"),
        ('"\\u00e5\\x41"', "åA"),
    ],
)
def test_a_word_is_a_text_unless_json_would_read_it(written, text):
    """
    The text is the one that was written, whatever it looks like.
    """
    if text is None:
        assert problems_of(with_text(written))[0].code == "blank"
    else:
        assert text_of(with_text(written)) == text


@pytest.mark.parametrize(
    ("written", "complaint"),
    [
        (
            "1882",
            (
                "line 10: $.promises[0].text: expected text, got 1882; "
                "put quotes around it"
            ),
        ),
        (
            "-7",
            "line 10: $.promises[0].text: expected text, got -7; put quotes around it",
        ),
        (
            "true",
            (
                "line 10: $.promises[0].text: expected text, got true; "
                "put quotes around it"
            ),
        ),
        ("null", "line 10: $.promises[0].text: expected text, got null"),
        ("~", "line 10: $.promises[0].text: expected text, got null"),
        ("", "line 10: $.promises[0].text: expected text, got null"),
        ("!!null", "line 10: $.promises[0].text: expected text, got null"),
        ("[a]", "line 10: $.promises[0].text: expected text, got a list"),
        ("!!seq [a]", "line 10: $.promises[0].text: expected text, got a list"),
        ("!!map {}", "line 10: $.promises[0].text: expected text, got an object"),
        (
            "!!int 7",
            ("line 10: $.promises[0].text: expected text, got 7; put quotes around it"),
        ),
        (
            "9" * 5000,
            "line 10: $.promises[0].text: expected text, got Infinity",
        ),
        (
            "x\n  hedged: yes",
            "line 11: $.promises[0].hedged: expected true or false, got 'yes'",
        ),
        (
            "x\n  parent: 1.0",
            "line 11: $.promises[0].parent: expected a whole number, got '1.0'",
        ),
        (
            "x\n  parent: 01",
            "line 11: $.promises[0].parent: expected a whole number, got '01'",
        ),
        (
            "x\n  text: y",
            "line 10: $.promises[0].text: is given again on line 11; keep one of them",
        ),
    ],
)
def test_a_faulty_value_is_refused_with_its_line(written, complaint):
    """
    The complaint begins with the line, and says what is wrong as in JSON.
    """
    (problem,) = problems_of(with_text(written))

    assert str(problem) == complaint


def test_every_fault_is_told_in_the_order_of_the_document():
    """
    What is missing is told on the line of what it is missing from.
    """
    text = """

schema: medborgarloften/agreement
schema_version: 2
area:
  district:
    Norr
  municipalities:
  - 0180
  -
    188
title: {a: 1, a: 2, a: 3}
title: {b: {c: 1, c: 2}}
parties:
- kind: police
  id: police
promises:

- number: 1
  text: a
  promisors: [police]
- promisors: [polis]
  number: 2
"""

    assert [str(problem) for problem in problems_of(text)] == [
        (
            "line 11: $.area.municipalities[1]: expected text, got 188; "
            "put quotes around it"
        ),
        "line 12: $.title: is given again on line 13; keep one of them",
        "line 12: $.title: expected text, got an object",
        "line 12: $.title.a: is given again on line 12; keep one of them",
        "line 12: $.title.a: is given again on line 12; keep one of them",
        "line 15: $.parties[0].name: is missing",
        (
            "line 22: $.promises[1].promisors[0]: no party has the id 'polis';"
            " name one of: police"
        ),
        "line 22: $.promises[1].text: is missing",
        "line 3: $.id: is missing",
    ]


def test_faults_are_told_in_swedish_too():
    """
    Keys that are given again, and what is no YAML, are told in both languages.
    """
    (again,) = problems_of(with_text("x\n  text: y"))
    (colon,) = problems_of(with_text("mål: trygghet"))

    assert again.message_sv == "anges igen på rad 11; behåll en av dem"
    assert colon.in_language("sv") == (
        "$: rad 10, kolumn 12: inte YAML: sätt citattecken om en text som innehåller"
        " kolon och blanksteg, och dra in det som hör ihop lika långt"
    )


@pytest.mark.parametrize(
    ("text", "place", "complaint"),
    [
        (with_text("mål: trygghet"), (10, 12), "put quotes around a text that holds"),
        (with_text("@polisen"), (10, 9), "put quotes around a text that begins so"),
        (with_text("%"), (10, 9), "put quotes around a text that begins so"),
        (with_text('"Fler" möten'), (10, 16), "or around none of it"),
        (with_text('"Fler möten'), (10, 9), "close the quotes that begin a text"),
        (with_text("'Fler möten"), (10, 9), "close the quotes that begin a text"),
        (with_text(r'"\q"'), (10, 11), "put single quotes around the text"),
        (with_text("[Fler"), (11, 12), "see that each bracket is closed"),
        (with_text("[Fler,, möten]"), (10, 15), "see that each bracket is closed"),
        (with_text("- Fler"), (10, 9), "begin a list on a line of its own"),
        (with_text("|\n     a\n    b"), (12, 5), "in the same column"),
        (with_text(r'"\UFFFFFFFF"'), (10, 7), "a number too large"),
        (with_text(r'"\U00110000"'), (10, 7), "a number too large"),
        (with_text("|\n  \n       \n   a"), None, "more indented follow up line"),
        (with_text("a\0b"), (10, 10), "the character U+0000 may not stand here"),
        (with_text("a\u2028b"), (10, 10), r"between double quotes as \u2028"),
        (with_text("a\x85b"), (10, 10), r"between double quotes as \u0085"),
        (with_text("a\ud800b"), (10, 10), "the character U+D800 may not stand here"),
        (HAND_WRITTEN + "\ufeffid: a", (12, 1), "the character U+FEFF may not"),
        (HAND_WRITTEN.replace("title: ", "title:"), (4, 1), "a colon and a space"),
        (HAND_WRITTEN.replace("title", "\ttitle"), (4, 1), "with spaces, not tabs"),
        (HAND_WRITTEN.replace("title", " title"), (4, 7), "indent what belongs"),
        (HAND_WRITTEN.replace("  text", " text"), (10, 2), "in the same column"),
        ("%YAML 1." + "9" * 5000, (1, 1), "a number too large"),
        ("[" * 1_000_000, (1, 101), "is nested too deeply to be read"),
        ("- " * 1_000_000, (1, 201), "is nested too deeply to be read"),
        ("a: " + "{a: " * 1_000_000, (1, 400), "is nested too deeply to be read"),
    ],
    ids=range(27),
)
def test_what_is_no_yaml_is_refused_with_its_place(text, place, complaint):
    """
    The first line and column that cannot be read are told, and what would help.
    """
    (problem,) = problems_of(text)

    assert problem.code == "not-yaml"
    assert complaint in problem.message
    if place is not None:
        line, column = place
        assert str(problem).startswith(f"$: line {line}, column {column}: ")


@pytest.mark.parametrize(
    ("text", "place", "complaint"),
    [
        (with_text("*Fler* möten"), (10, 9), "an alias is not read"),
        (with_text("&Co möten"), (10, 9), "an anchor is not read"),
        (with_text("&a [x]"), (10, 9), "an anchor is not read"),
        (with_text("!viktigt möten"), (10, 9), "the tag is not read"),
        (with_text("! möten"), (10, 9), "the tag is not read"),
        (with_text("!!binary aGVq"), (10, 9), "the tag is not read"),
        (with_text("!!int x"), (10, 9), "the tag is not read"),
        (with_text("!!map [x]"), (10, 9), "the tag is not read"),
        (with_text("!!str [x]"), (10, 9), "the tag is not read"),
        (with_text("!!python/object/apply:os.system [x]"), (10, 9), "the tag is not"),
        (with_text("x\n  <<: {number: 2}"), (11, 3), "a merge key is not read"),
        (with_text("x\n  2019: y"), (11, 3), "expected text for a key, got 2019"),
        (with_text("x\n  true: y"), (11, 3), "expected text for a key, got true"),
        (with_text("x\n  : y"), (11, 3), "expected text for a key, got null"),
        (with_text("x\n  [a]: y"), (11, 3), "expected text for a key, got a list"),
        (with_text("x\n  ? {a: b}\n"), (11, 5), "expected text for a key, got an obj"),
        (HAND_WRITTEN + "---\n" + HAND_WRITTEN, (12, 1), "a second document begins"),
        (HAND_WRITTEN + "...\nid: a", (13, 1), "a second document begins"),
        ("%YAML 1.1\n---\n" + HAND_WRITTEN, (2, 1), "a directive is not read"),
        ("# x\n%LÖFTE 1\n---\n", None, "not YAML"),
        ("# x\n%FOO 1\n---\n" + HAND_WRITTEN, (3, 1), "a directive is not read"),
    ],
    ids=range(21),
)
def test_what_only_yaml_can_say_is_refused(text, place, complaint):
    """
    It is refused where it stands, and the complaint says what to write instead.
    """
    (problem,) = problems_of(text)

    assert complaint in problem.message
    if place is not None:
        line, column = place
        assert problem.code == "not-plain"
        assert str(problem).startswith(f"$: line {line}, column {column}: ")


def test_a_key_that_is_a_sign_elsewhere_is_a_text_in_quotes():
    """
    What has quotes is no merge key, no number and no truth.
    """
    problems = problems_of(with_text('x\n  "<<": y\n  "2019": z\n  on: z'))

    assert {problem.code for problem in problems} == {"unknown-field"}


def test_a_bomb_of_aliases_does_no_harm():
    """
    What would unfold to a billion texts is refused at once, in little memory.
    """
    lines = (f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10))
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "\n".join(lines)
    tracemalloc.start()

    (problem,) = problems_of(bomb)

    assert tracemalloc.get_traced_memory()[1] < 10_000_000
    tracemalloc.stop()
    assert problem.code == "not-plain"


def test_other_encodings_are_refused_with_their_place():
    """
    The first byte that is not UTF-8 is told, its column counted in characters.
    """
    (latin,) = problems_of("id: a\ntitle: å".encode() + "ö".encode("latin-1"))
    (utf_16,) = problems_of(HAND_WRITTEN.encode("utf-16"))

    assert (latin.code, utf_16.code) == ("not-utf8", "not-utf8")
    assert str(latin) == (
        "$: line 2, column 9: the byte 0xf6 is not UTF-8; save the text as UTF-8"
    )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_other_ends_of_lines_and_a_byte_order_mark_are_read(end):
    """
    Files that other systems and editors write mean the same.
    """
    document = HAND_WRITTEN.replace("\n", end).encode()

    assert yaml.loads(codecs.BOM_UTF8 + document) == yaml.loads(HAND_WRITTEN)


def test_marks_around_the_document_are_read():
    """
    A document may begin with dashes and end with dots.
    """
    assert yaml.loads(f"--- # a\n{HAND_WRITTEN}...\n") == yaml.loads(HAND_WRITTEN)


@pytest.mark.parametrize("text", ["", "# tom\n", "---\n", "null", "~"])
def test_nothing_is_no_document(text):
    """
    A text without anything in it is refused.
    """
    (problem,) = problems_of(text)

    assert str(problem) == "line 1: $: expected an object, got null"


def test_what_json_writes_is_yaml_too(register):
    """
    A document of JSON is read as it is.
    """
    assert yaml.loads(json.dumps(register)) == register


def test_only_what_is_wanted_is_read():
    """
    An agreement is not taken for a register; only `load_register` makes one of it.
    """
    assert yaml.loads(HAND_WRITTEN, Agreement).id == "askersund-2019"

    (problem,) = problems_of(HAND_WRITTEN, Register)
    assert str(problem) == (
        "line 1: $.schema: expected medborgarloften/register, got"
        " medborgarloften/agreement"
    )


# ---------------------------------------------------------------- files


def test_a_file_is_read_as_it_was_written(tmp_path, agreement, register):
    """
    Every kind of document has its file, and each makes a register.
    """
    file = tmp_path / "some.yaml"
    for thing in (agreement, (agreement, agreement), register):
        yaml.dump(thing, file)

        assert file.read_bytes() == yaml.dumps(thing).encode()
        assert yaml.load(file) == thing
        assert yaml.load_register(file)[agreement.id] == agreement

    assert yaml.load(file, Register) == register
    with pytest.raises(InvalidDocument, match=r"line 1: \$\.schema"):
        yaml.load(file, Agreement)


def test_a_file_can_be_compressed(tmp_path, register):
    """
    The end of its name says so.
    """
    for name in ("a.yaml.gz", "a.gz"):
        yaml.dump(register, tmp_path / name)

        assert (tmp_path / name).read_bytes()[:2] == b"\x1f\x8b"
        assert yaml.load(tmp_path / name) == register


def test_the_missing_library_is_told(register, monkeypatch):
    """
    Writing needs no library; reading tells how to install the one it needs.
    """
    monkeypatch.setitem(sys.modules, "ruamel.yaml", None)

    document = yaml.dumps(register)
    with pytest.raises(MissingExtra, match=r"medborgarloften\[yaml\]"):
        yaml.loads(document)
