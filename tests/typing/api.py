"""What type checkers make of the public names; read by them, never run."""

from __future__ import annotations

from datetime import date
from typing import assert_type

from medborgarloften import (
    Agreement,
    Match,
    Matches,
    Party,
    Promise,
    Quantity,
    Register,
    Review,
    Theme,
    ValidityPeriod,
)
from medborgarloften.errors import InvalidDocument, Problem, nearest
from medborgarloften.model import Citation
from medborgarloften.queries import Explanation, Question, about, active_on, saved
from medborgarloften.reading import Reading, read_text
from medborgarloften.reading.periods import PeriodReading, read_period
from medborgarloften.reference import Municipality, municipality
from medborgarloften.serializers import json, jsonl, load


def faults_of_a_document(error: InvalidDocument) -> None:
    assert_type(error.problems, tuple[Problem, ...])
    assert_type(error.problems[0].path, str | None)


def names_alike() -> None:
    assert_type(nearest("Askresund", ["Askersund"]), tuple[str, ...])
    assert_type(municipality("Askersund"), Municipality)
    assert_type(Theme.lookup("narkotika"), Theme)


def periods(period: ValidityPeriod, day: date) -> None:
    assert_type(ValidityPeriod.parse("2019/2021"), ValidityPeriod)
    assert_type(period.intersection(period), ValidityPeriod | None)
    assert_type(ValidityPeriod.gaps([period], period), tuple[ValidityPeriod, ...])
    assert_type(period.days, int | None)
    assert_type(day in period, bool)


def parts_of_an_agreement(agreement: Agreement, promise: Promise) -> None:
    assert_type(agreement.in_force, ValidityPeriod)
    assert_type(agreement.promise_period(promise), ValidityPeriod | None)
    assert_type(agreement.promisors_of(promise), tuple[Party, ...])
    assert_type(agreement.without_people(), Agreement)
    assert_type(agreement.verify("text"), tuple[Citation, ...])


def counts_and_reviews(quantity: Quantity, review: Review) -> None:
    period = ValidityPeriod.of_year(2020)
    assert_type(quantity.total(period), Quantity | None)
    assert_type(review.due_days(period), tuple[date, ...])


def answers(register: Register) -> None:
    question = active_on(date(2020, 6, 1)) & ~about(Theme.DRUGS)
    assert_type(question, Question)
    assert_type(register.find(question), Matches)
    for match in register.find(question):
        assert_type(match, Match)
    assert_type(register.agreements_where(question), list[Agreement])
    assert_type(register.find(lambda match: match.promise.hedged), Matches)
    assert_type(register.explain(question), Explanation)
    assert_type(saved.loads(saved.dumps(question)), Question)
    assert_type(register["hallsberg-2019-2021"], Agreement)
    assert_type(register.get("hallsberg-2019-2021"), Agreement | None)


def documents(register: Register) -> None:
    assert_type(json.dumps(register), str)
    assert_type(json.loads("{}"), Agreement | tuple[Agreement, ...] | Register)
    assert_type(json.loads("{}", Register), Register)
    assert_type(json.loads("{}", Agreement), Agreement)
    assert_type(jsonl.loads(""), Register)
    assert_type(load("register.jsonl"), Register)


def pages() -> None:
    assert_type(read_text("Medborgarlöfte 2020"), Reading)
    assert_type(read_period("under 2020"), PeriodReading)
