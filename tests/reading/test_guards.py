from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from medborgarloften.reading.actors.naming import may_name, name_pattern
from medborgarloften.reading.text.signing import SIGNED, SIGNS, may_tell_of_signing
from medborgarloften.reading.text.stamps import PUBLISHED, UPDATED, may_be_stamped
from medborgarloften.reading.text.subjects import _pattern, subjects

NAMES = st.sampled_from(
    ["Eva Ek", "Åsa-Lena Ölund", "Per G. von Essen", "Anna de la Gardie", "Éva Š Ek"]
)


@given(st.from_regex(PUBLISHED) | st.from_regex(UPDATED))
def test_what_is_a_stamp_may_be_one(text):
    """
    A line that a stamp can be found in is not passed over.
    """
    assert may_be_stamped(text)


@given(st.from_regex(SIGNED) | st.from_regex(SIGNS))
def test_what_tells_of_signing_may_do_so(sentence):
    """
    A sentence that tells of signing is not passed over.
    """
    assert may_tell_of_signing(sentence)


@given(st.text(), NAMES, st.text())
def test_what_names_somebody_may_do_so(before, name, after):
    """
    A line is passed over only if nobody's name stands in it.
    """
    line = f"{before} {name} {after}"

    assert may_name(line, 0, len(line)) or not name_pattern().search(line)


@given(st.from_regex(_pattern()))
def test_subjects_are_found_wherever_they_stand(text):
    """
    A text that speaks of anything known is not passed over.
    """
    assert [each.start for each in subjects(text)] == [
        found.start() for found in re.finditer(_pattern(), text)
    ]
