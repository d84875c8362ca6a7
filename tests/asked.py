"""A question of every kind, a register to ask them of, and what is found there."""

from __future__ import annotations

from datetime import date

from attrs import evolve

from medborgarloften import (
    Agreement,
    AgreementKind,
    Amendment,
    Area,
    Outcome,
    Party,
    PartyKind,
    Per,
    Promise,
    PromiseKind,
    Quantity,
    Register,
    Source,
    Status,
    Theme,
    ValidityPeriod,
)
from medborgarloften.queries import (
    AllOf,
    about,
    active_during,
    active_on,
    conditional,
    ending_between,
    in_county,
    in_district,
    in_local_police_area,
    in_municipality,
    in_police_area,
    in_police_region,
    jointly_promised,
    may_be_active_on,
    mentioning,
    of_kind,
    promised_by,
    quantified,
    starting_between,
    targeting,
    undated,
    with_partner,
    with_status,
)
from medborgarloften.queries.holding import certain_days, period_of, possible_days

QUESTIONS = {
    "active_on": active_on(date(2023, 6, 1)),
    "may_be_active_on": may_be_active_on(date(2030, 1, 1)),
    "active_during": active_during(ValidityPeriod.parse("2020-11/2021-02")),
    "starting_between": starting_between(date(2023, 1, 2), date(2023, 12, 31)),
    "ending_between": ending_between(date(2023, 12, 31), date(2024, 1, 1)),
    "undated": undated(),
    "in_municipality": in_municipality("0643"),
    "in_county": in_county("Jönköpings län"),
    "in_police_region": in_police_region("Öst"),
    "in_police_area": in_police_area("Örebro"),
    "in_local_police_area": in_local_police_area("Hallsberg"),
    "in_district": in_district("CENTRUM"),
    "promised_by_kind": promised_by(PartyKind.MUNICIPALITY),
    "promised_by_party": promised_by("HABO  kommun"),
    "with_partner_kind": with_partner("skolan"),
    "with_partner": with_partner("Skola A"),
    "jointly_promised": jointly_promised(),
    "about": about("narkotika", Theme.HEALTH),
    "of_kind": of_kind("goal"),
    "of_agreement_kind": of_kind("cooperation agreement"),
    "quantified": quantified(),
    "conditional": conditional(),
    "mentioning": mentioning("trygghet i centrum"),
    "targeting": targeting("ungdom"),
    "with_status": with_status("partly"),
}
POLICE = Party(id="police", kind=PartyKind.POLICE, name="Polisen")
HABO = Party(id="habo", kind=PartyKind.MUNICIPALITY, name="Habo", code="0643")
SCHOOL = Party(id="a", kind=PartyKind.SCHOOL, name="skola a")
PERIODS = ["/", "2020", "/2023", "2020/..", "2020/2023..", "2023-06-01/2024-01-01"]
AREAS = [
    Area(),
    Area(municipalities=("0643", "1882"), district="Centrum"),
    Area(municipalities=("1882",)),
]
WINDOWS = [None, "2023-VT", "2023/2024..", "2020/..", "2030"]
WORDS = ["Öka tryggheten i centrum", 'Synas \\ "mer"', "rad ett\nrad två"]


def register_of_every_kind():
    """Make a register of periods of all kinds, and of all else that is asked for.

    Each of the questions is answered there with yes and with no.
    """
    agreements = [
        Agreement(
            id=f"å's \\{n}",
            title="Löfte",
            kind=list(AgreementKind)[n % 2],
            area=AREAS[n % 3],
            parties=(POLICE, HABO),
            others=(SCHOOL,),
            period=ValidityPeriod.parse(period),
            published_on=date(2019, 5, n + 1) if n % 2 else None,
            amendments=(
                (Amendment(last_day=date(2024, 6, 30)), Amendment()) if n == 3 else ()
            ),
            promises=tuple(
                Promise(
                    number=k + 1,
                    text=WORDS[(n + k) % 3],
                    kind=list(PromiseKind)[(n + k) % 3],
                    promisors=(("police",), ("habo",), ("habo", "police"))[k % 3],
                    partners=("a",) if k == 1 else (),
                    themes=(Theme.DRUGS, Theme.YOUTH)[k % 3 : 2],
                    quantities=(Quantity(2**60 + 1, None, "möte", Per.YEAR),) * (k % 2),
                    condition="om det behövs" if k == 2 else None,
                    target_groups=("barn", "ungdomar")[: k % 3],
                    period=window and ValidityPeriod.parse(window),
                )
                for k, window in enumerate(WINDOWS)
            ),
        )
        for n, period in enumerate(PERIODS)
    ]
    bare = evolve(agreements[1], id="bare", promises=())
    told = {"agreement": agreements[1].id, "promise": 1, "sources": (Source(),)}
    outcomes = [
        Outcome(on=date(2021, 1, 1), status=Status.ONGOING, **told),
        Outcome(on=date(2022, 1, 1), status=Status.PARTLY, **told),
        Outcome(on=date(2022, 1, 1), status=Status.FULFILLED, **told),
    ]
    return Register([*agreements, bare], outcomes)


def names_of(matches):
    """Tell promises apart."""
    return {(match.agreement.id, match.promise.number) for match in matches}


def ids_of(agreements):
    """List the ids of agreements in order."""
    return sorted(agreement.id for agreement in agreements)


def found_in(asked, question):
    """Ask tables, and make nothing of what is found."""
    rows = asked.find(question).to_arrow()
    return {(row["agreement"], row["promise"]) for row in rows.to_pylist()}


def assert_days_are_those_of(register, asked):
    """Compare the days that each row has with those that objects tell."""
    rows = asked.find(AllOf(())).to_arrow().to_pylist()
    assert len(rows) == sum(len(each.promises) for each in register.values())
    for row in rows:
        agreement = register[row["agreement"]]
        promise = agreement.promise(row["promise"])
        period = period_of(agreement, promise)
        assert (row["first_day"], row["last_day"]) == (
            (period.first_day, period.last_day) if period else (None, None)
        )
        certain = certain_days(agreement, promise) or (None, None)
        assert (row["certain_first_day"], row["certain_last_day"]) == certain
        possible = possible_days(agreement, promise) or (None, None)
        assert (row["possible_first_day"], row["possible_last_day"]) == possible
