"""From a graph to the plain data of a register.

Each part belongs to one whole and each list has one order, so a graph is read as
the tree that was written, in a time that its size sets.  Terms of others that no
field has are passed over; a term of our own that no field has is a fault, and so
is one that is said of something to which nothing leads.
"""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from functools import cache, partial
from typing import Any

from attrs import define, field

from medborgarloften.model import Agreement, Outcome
from medborgarloften.model._shapes import FieldShape, is_record
from medborgarloften.register import Register
from medborgarloften.serializers._documents.headers import REGISTER
from medborgarloften.serializers._documents.whole import register_in
from medborgarloften.serializers._linked.graph import (
    BOOLEAN,
    DATE,
    FIRST,
    INTEGER,
    NIL,
    REST,
    STRING,
    TYPE,
    Description,
    Graph,
    Object,
    Value,
    written_object,
)
from medborgarloften.serializers._linked.graph_faults import (
    belongs_to_nothing,
    is_broken_list,
    is_no,
    is_no_register,
    is_several,
    is_shared,
    written,
)
from medborgarloften.serializers._linked.names import (
    NAMESPACE,
    Iri,
    expanded,
    written_iri,
)
from medborgarloften.serializers._linked.vocabulary import (
    Term,
    class_iri,
    terms_of,
    words_of,
)
from medborgarloften.serializers._strict.faults import Fault, Place, invalid_document

__all__ = ["register_of"]

_TOPS: dict[str, type] = {"agreements": Agreement, "outcomes": Outcome}
# No more digits than Python makes a number of, whatever its settings.
_WHOLE_NUMBER = re.compile(r"[+-]?[0-9]{1,640}")
_BOOLEANS = {"true": True, "1": True, "false": False, "0": False}


def register_of(graph: Graph) -> Register:
    """Read the register that a graph tells of.

    Raises:
        InvalidDocument: If anything is wrong; its place is told as a thing and its
            properties.
    """
    tree = _Tree(graph)
    plain = tree.register()
    write = partial(written, subjects=tree.subjects)
    if tree.faults:
        raise invalid_document(tree.faults, write)
    return register_in(plain, [], written=write)


class _NoText(str):
    """What was found where no such thing may be: strict reading refuses it."""

    __slots__ = ()


@define(eq=False)
class _Tree:
    """What has been read of a graph, and what in it is no tree.

    Attributes:
        graph: The graph.
        faults: What was wrong.
        subjects: Which things the agreements are, and the outcomes.
    """

    graph: Graph
    faults: list[Fault] = field(factory=list[Fault], init=False)
    subjects: dict[str, list[Object]] = field(
        factory=dict[str, list[Object]], init=False
    )
    _read: set[Object] = field(factory=set[Object], init=False)

    def register(self) -> dict[str, Any]:
        """Read the plain data of all that the graph tells of."""
        registers = self.graph.of_type(class_iri(Register))
        if not registers:
            self.faults.append(is_no_register())
        self._read.update(registers)
        about = self.graph.about(*registers)
        for name, class_ in _TOPS.items():
            told = about.get(iri := expanded(f"ml:{name}"), [])
            # What no register leads to is read too.  What one leads to and is not
            # there, as when a file was cut off, is missed.
            everything = dict.fromkeys([*told, *self.graph.of_type(class_iri(class_))])
            self.subjects[name] = about[iri] = list(everything)
        plain = {"schema": REGISTER} | self._fields(about, Register, ())
        if not self.faults:
            left = (thing for thing in self.graph if thing not in self._read)
            self.faults += map(belongs_to_nothing, filter(self._is_told_of, left))
        return plain

    def _is_told_of(self, thing: str) -> bool:
        """Tell whether anything is said of it in a term of our own."""
        types = self.graph.objects(thing, TYPE)
        return any(map(_is_ours, [*self.graph.about(thing), *types]))

    def _fields(self, about: Description, class_: type, place: Place) -> dict[str, Any]:
        terms = _by_iri(class_)
        plain: dict[str, Any] = {}
        for iri, objects in about.items():
            if iri in terms:
                name, term = terms[iri]
                plain[name] = self._field(objects, term, (*place, name))
            elif _is_ours(iri):
                # Strict reading knows no field of that name, and tells of it.
                plain[written_iri(iri)] = None
        for name, term in terms_of(class_).items():
            if term.shape.required and term.shape.optional:
                plain.setdefault(name, None)
        return plain

    def _field(self, objects: list[Object], term: Term, place: Place) -> Any:
        shape = term.shape
        if shape.many and not term.ordered:
            return [
                self._value(each, shape, (*place, index))
                for index, each in enumerate(_members(objects, shape))
            ]
        if len(objects) > 1:
            self.faults.append(is_several(place))
        read = self._list if shape.many else self._value
        return read(objects[0], shape, place)

    def _list(self, head: Object, shape: FieldShape, place: Place) -> Any:
        if head != NIL and not self.graph.objects(head, FIRST):
            return self._value(head, shape, place)
        items: list[Any] = []
        while head != NIL:
            firsts = self.graph.objects(head, FIRST)
            rests = self.graph.objects(head, REST)
            if head in self._read or not len(firsts) == len(rests) == 1:
                self.faults.append(is_broken_list(place))
                break
            self._read.add(head)
            items.append(self._value(firsts[0], shape, (*place, len(items))))
            head = rests[0]
        return items

    def _value(self, found: Object, shape: FieldShape, place: Place) -> Any:
        if is_record(shape.type) and isinstance(found, str):
            return self._record(found, shape.type, place)
        return _plain(found, shape.type)

    def _record(self, thing: str, class_: type, place: Place) -> Any:
        if thing in self._read:
            self.faults.append(is_shared(thing, place))
            return None
        self._read.add(thing)
        about = self.graph.about(thing)
        types = [each for each in about.get(TYPE, ()) if _is_ours(each)]
        # What leads to a part tells what it is, if anything is said of it at all.
        is_clear = bool(about) and not types and class_ not in _TOPS.values()
        if expanded(class_iri(class_)) not in types and not is_clear:
            self.faults.append(is_no(class_, types, place))
        return self._fields(about, class_, place)


@cache
def _by_iri(class_: type) -> dict[Iri, tuple[str, Term]]:
    return {expanded(term.iri): (name, term) for name, term in terms_of(class_).items()}


def _is_ours(found: Object) -> bool:
    return isinstance(found, str) and found.startswith(NAMESPACE)


def _members(objects: list[Object], shape: FieldShape) -> list[Object]:
    """Take from a set what is ours: a promise may be said to be about other things."""
    if is_record(shape.type):
        return objects
    return [each for each in objects if isinstance(each, Value) or _is_ours(each)]


def _plain(found: Object, type_: type) -> Any:
    """Say a value as plain data has it, or what was found so that it is refused."""
    if isinstance(found, Value):
        return _plain_value(found, type_)
    if not issubclass(type_, StrEnum):
        return _NoText(written_object(found))
    beginning = expanded(words_of(type_))
    is_word = found.startswith(beginning)
    return found.removeprefix(beginning) if is_word else written_object(found)


def _plain_value(value: Value, type_: type) -> Any:
    text, datatype, language = value
    is_text = datatype == STRING and language is None
    if is_text or (datatype == DATE and type_ is date):
        return text
    if datatype == BOOLEAN and text in _BOOLEANS:
        return _BOOLEANS[text]
    if datatype == INTEGER and _WHOLE_NUMBER.fullmatch(text):
        return int(text)
    return _NoText(written_object(value))
