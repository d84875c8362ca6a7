"""What promises are about: thirty themes, as the field itself names them.

The themes were drawn from some 1,300 published promises; a promise often has
two or three.  Their alignments say where each stands in classifications that
others use, and how well it fits there.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple, Self

from medborgarloften.errors import UnknownName, nearest
from medborgarloften.model._rules import expect

__all__ = ["Alignment", "Theme"]

_BETWEEN_WORDS = re.compile(r"[_-]")


class Alignment(NamedTuple):
    """Where a theme stands in a classification that others use.

    Attributes:
        scheme: ``iccs`` (the UN's International Classification of Crime for
            Statistical Purposes), ``eurovoc`` (the EU's thesaurus), ``wikidata``,
            or ``polisen`` (the categories of the Swedish police).
        code: The code or name there.
        match: How well it fits, as in SKOS: ``exact``, ``close``, ``broad`` (the
            other is wider), ``narrow`` or ``related``; ``None`` where nobody has
            judged it.
    """

    scheme: str
    code: str
    match: str | None


class Theme(StrEnum):
    """A subject that promises are about (tema).

    A member is its id, ``"drugs"``; its value is written in documents.

    >>> Theme.lookup("narkotika").label_en
    'Drugs'

    Attributes:
        label_sv: The Swedish label.
        label_en: The English label.
        definition: What belongs here, in one sentence.
        alignments: Where the theme stands in other classifications.
    """

    label_sv: str
    label_en: str
    definition: str
    alignments: tuple[Alignment, ...]

    def __new__(
        cls,
        value: str,
        label_sv: str,
        label_en: str,
        definition: str,
        *alignments: tuple[str, str, str | None],
    ) -> Self:
        """Make a member whose value is its id alone."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label_sv = label_sv
        member.label_en = label_en
        member.definition = definition
        member.alignments = tuple(Alignment(*each) for each in alignments)
        return member

    DRUGS = (
        "drugs",
        "Narkotika",
        "Drugs",
        "Use and sale of drugs, finding them, preventing them.",
        ("iccs", "0601", "close"),
        ("eurovoc", "3355", "broad"),
        ("polisen", "Narkotikabrott", None),
    )
    VISIBLE_PRESENCE = (
        "visible_presence",
        "Synlighet, närvaro, tillgänglighet",
        "Visibility, presence, availability",
        "Police, or the municipality, is to be seen, patrol and be within reach.",
        ("eurovoc", "7223", "close"),
    )
    TRAFFIC_SAFETY = (
        "traffic_safety",
        "Trafiksäkerhet",
        "Traffic safety",
        "Speed, sobriety at the wheel, safe roads to school, cycling.",
        ("iccs", "09", "broad"),
        ("eurovoc", "4047", "close"),
        ("polisen", "Trafikbrott", None),
    )
    YOUTH = (
        "youth",
        "Barn och unga",
        "Children and young people",
        "Children and young people in general.",
        ("eurovoc", "375", "related"),
    )
    PUBLIC_PLACES = (
        "public_places",
        "Otrygga platser, centrum och ordning i offentlig miljö",
        "Unsafe places, centres and public order",
        "A pointed-out place is to become safer: order, events, public transport.",
        ("iccs", "08", "broad"),
        ("eurovoc", "4045", "close"),
    )
    SAFETY_WALKS = (
        "safety_walks",
        "Trygghetsvandringar",
        "Safety walks",
        "Walking a place together to find what makes it unsafe.",
    )
    ALCOHOL_TOBACCO = (
        "alcohol_tobacco",
        "Alkohol, tobak och tillsyn",
        "Alcohol, tobacco and licensing checks",
        "Preventing drinking and smoking, checking those who sell and serve.",
        ("eurovoc", "1162", "related"),
    )
    PHYSICAL_ENVIRONMENT = (
        "physical_environment",
        "Fysisk miljö och belysning",
        "Physical environment and lighting",
        "Lighting, bushes, paths, cleaning: how a place is built and kept.",
    )
    YOUTH_AT_RISK = (
        "youth_at_risk",
        "Unga i riskzon och nyrekrytering",
        "Young people at risk and new recruitment",
        "Finding young people on their way into crime early, and keeping them out.",
    )
    COORDINATION = (
        "coordination",
        "Samverkan och gemensam lägesbild",
        "Coordination and shared situation picture",
        "Developing the cooperation itself: meetings, methods, a shared picture.",
    )
    MOTOR_NUISANCE = (
        "motor_nuisance",
        "Motorburen problematik",
        "Motor vehicle nuisance",
        "Nuisance driving: mopeds, A-tractors, snowmobiles, loud cars.",
        ("eurovoc", "7944", "broad"),
        ("polisen", "Trafikbrott", None),
    )
    PARENTS = (
        "parents",
        "Föräldrar och vårdnadshavare",
        "Parents and guardians",
        "Meeting and supporting parents and guardians.",
        ("eurovoc", "3316", "related"),
    )
    DIALOGUE = (
        "dialogue",
        "Medborgardialog",
        "Dialogue with residents",
        "Listening to residents and letting them steer.",
        ("eurovoc", "5852", "close"),
    )
    SCHOOL = (
        "school",
        "Skolan som arena",
        "School as an arena",
        "School visits, lessons, and work on school premises.",
        ("eurovoc", "6556", "related"),
    )
    BURGLARY_THEFT = (
        "burglary_theft",
        "Inbrott och tillgrepp",
        "Burglary and theft",
        "Burglary, theft and volume crime.",
        ("iccs", "05012", "narrow"),
        ("eurovoc", "4742", "close"),
        ("wikidata", "Q329425", None),
        ("polisen", "Tillgreppsbrott (exkl i butik)", None),
    )
    NEIGHBOURHOOD_WATCH = (
        "neighbourhood_watch",
        "Grannsamverkan",
        "Neighbourhood watch",
        "Neighbours or companies who watch over each other's property.",
    )
    INFORMATION = (
        "information",
        "Information och utbildning",
        "Information and training",
        "Campaigns, lectures and training.",
    )
    VANDALISM = (
        "vandalism",
        "Skadegörelse, klotter, nedskräpning",
        "Vandalism, graffiti, littering",
        "Damage, graffiti, littering and arson.",
        ("iccs", "05", "broad"),
        ("eurovoc", "6743", "close"),
        ("polisen", "Skadegörelsebrott", None),
    )
    ADULT_PRESENCE = (
        "adult_presence",
        "Vuxennärvaro, värdar och vakter",
        "Adult presence, hosts and guards",
        "Night walkers, hosts, guards and other adults where people are.",
    )
    DOMESTIC_VIOLENCE = (
        "domestic_violence",
        "Våld i nära relationer",
        "Violence in close relationships",
        "Violence by partners and within families, honour-related violence.",
        ("iccs", "02", "broad"),
        ("eurovoc", "6557", "exact"),
        ("wikidata", "Q156537", None),
        ("polisen", "Våldsbrott", None),
    )
    ORGANISED_CRIME = (
        "organised_crime",
        "Organiserad brottslighet, brottsaktiva, avhoppare",
        "Organised crime, active offenders, leaving crime",
        "Networks, active offenders, weapons, and help to leave crime.",
        ("iccs", "09051", "close"),
        ("eurovoc", "5560", "exact"),
    )
    BUSINESS = (
        "business",
        "Näringsliv",
        "Local business",
        "Shops and companies, and crime in working life.",
    )
    VIOLENCE = (
        "violence",
        "Våld i offentlig miljö",
        "Violence in public",
        "Violence outside close relationships.",
        ("iccs", "02", "close"),
        ("eurovoc", "4728", "broad"),
        ("polisen", "Våldsbrott", None),
    )
    FRAUD = (
        "fraud",
        "Bedrägerier",
        "Fraud",
        "Fraud, often against older people.",
        ("iccs", "0701", "exact"),
        ("eurovoc", "1092", "exact"),
        ("polisen", "Bedrägeribrott m.m.", None),
    )
    COHESION = (
        "cohesion",
        "Integration, segregation, extremism",
        "Integration, segregation, extremism",
        "Integration, polarisation, extremism, equality.",
        ("eurovoc", "5634", "related"),
    )
    VULNERABLE_VICTIMS = (
        "vulnerable_victims",
        "Äldre, brottsoffer och särskilt utsatta",
        "Older people, victims and the especially exposed",
        "Crime against older people, support for victims.",
    )
    LEISURE = (
        "leisure",
        "Meningsfull fritid",
        "Meaningful leisure",
        "Clubs, meeting places and something to do.",
    )
    CAMERA = (
        "camera",
        "Kamerabevakning",
        "Camera surveillance",
        "Surveillance by camera.",
        ("eurovoc", "6777", "exact"),
    )
    SEXUAL_OFFENCES = (
        "sexual_offences",
        "Sexualbrott och kränkningar (även på nätet)",
        "Sexual offences and harassment (online too)",
        "Sexual offences, harassment, and abuse online.",
        ("iccs", "03", "exact"),
        ("eurovoc", "5572", "exact"),
        ("polisen", "Våldsbrott", None),
    )
    HEALTH = (
        "health",
        "Psykisk hälsa och folkhälsa",
        "Mental and public health",
        "Mental health, suicide prevention, public health.",
    )

    @classmethod
    def lookup(cls, name: str) -> Self:
        """Find a theme by its id or by a label in either language.

        Whether letters are capital does not matter, nor does whether words are
        joined with ``_``, with a hyphen or with a space.

        >>> Theme.lookup("youth at risk")
        <Theme.YOUTH_AT_RISK: 'youth_at_risk'>

        Raises:
            UnknownName: If there is none; it tells the nearest.
            InvalidField: If *name* is no text.
        """
        wanted = _folded(expect(str, "Theme.lookup", "name", name))
        names = {
            written: theme
            for theme in cls
            for written in (theme.value, theme.label_sv, theme.label_en)
        }
        for written, theme in names.items():
            if _folded(written) == wanted:
                return theme
        raise UnknownName("theme", name, nearest(name, names))


def _folded(name: str) -> str:
    return " ".join(_BETWEEN_WORDS.sub(" ", name.casefold()).split())
