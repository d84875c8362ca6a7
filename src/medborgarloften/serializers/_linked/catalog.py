"""What a publisher tells of a register that is published, and of its files.

What is not given is not told.  What the register itself says is read from it.
"""

from __future__ import annotations

import hashlib
import re
from datetime import date
from enum import StrEnum
from os import PathLike
from pathlib import Path
from typing import Self

from attrs import frozen

from medborgarloften.errors import FileError
from medborgarloften.model._rules import check, refuse
from medborgarloften.serializers._linked.publishers import (
    ContactPoint,
    Publisher,
    check_addresses,
)

__all__ = [
    "CC0",
    "Catalog",
    "Dataset",
    "Distribution",
    "Frequency",
]

CC0 = "http://creativecommons.org/publicdomain/zero/1.0/"

_MEDIA_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+", re.ASCII)
_NAME = re.compile(r'[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>"{}|^`\\]+')
_SHA256 = re.compile(r"[0-9a-f]{64}")
_MEDIA_TYPES = {
    ".csv": "text/csv",
    ".gz": "application/gzip",
    ".html": "text/html",
    ".ics": "text/calendar",
    ".json": "application/json",
    ".jsonl": "application/jsonl",
    ".jsonld": "application/ld+json",
    ".md": "text/markdown",
    ".parquet": "application/vnd.apache.parquet",
    ".ttl": "text/turtle",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".yaml": "application/yaml",
    ".zip": "application/zip",
    ".zst": "application/zstd",
}


class Frequency(StrEnum):
    """How often a dataset is brought up to date, in the EU's words."""

    CONTINUOUSLY = "UPDATE_CONT"
    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"
    QUARTERLY = "QUARTERLY"
    TWICE_A_YEAR = "ANNUAL_2"
    YEARLY = "ANNUAL"
    IRREGULARLY = "IRREG"
    NEVER = "NEVER"


@frozen(kw_only=True)
class Distribution:
    """One file that a dataset can be had as.

    Attributes:
        access_url: Where it can be had, or where it is told how.
        download_url: Where the file itself is.
        title_sv: What it is called in Swedish.
        title_en: What it is called in English.
        media_type: As in ``text/turtle``.
        byte_size: How large it is.
        sha256: Its checksum, in 64 hexadecimal digits.
        conforms_to: The name of the schema that it keeps to.
        license: The address of its licence.
    """

    access_url: str
    download_url: str | None = None
    title_sv: str | None = None
    title_en: str | None = None
    media_type: str | None = None
    byte_size: int | None = None
    sha256: str | None = None
    conforms_to: str | None = None
    license: str = CC0

    def __attrs_post_init__(self) -> None:
        check(self)
        check_addresses(self, "access_url", "download_url", "license")
        if self.media_type is not None and not _MEDIA_TYPE.fullmatch(self.media_type):
            raise refuse(self, "media_type", "give a type and a subtype: text/csv")
        if self.byte_size is not None and self.byte_size < 0:
            raise refuse(self, "byte_size", "give 0 or more")
        if self.sha256 is not None and not _SHA256.fullmatch(self.sha256):
            raise refuse(self, "sha256", "give 64 lower-case hexadecimal digits")
        if self.conforms_to is not None and not _NAME.fullmatch(self.conforms_to):
            raise refuse(self, "conforms_to", "give the whole name, as in urn:a:b")

    @classmethod
    def of_file(cls, path: str | PathLike[str], url: str) -> Self:
        """Describe a file that is, or will be, at *url*: its size, checksum and type.

        Raises:
            FileError: If it cannot be read.
            InvalidField: If *url* is no address.
        """
        try:
            data = Path(path).read_bytes()
        except OSError as error:
            raise FileError.of(error, str(path)) from error
        return cls(
            access_url=url,
            download_url=url,
            media_type=_MEDIA_TYPES.get(Path(path).suffix.lower()),
            byte_size=len(data),
            sha256=hashlib.sha256(data).hexdigest(),
        )


@frozen(kw_only=True)
class Dataset:
    """A register as a publisher offers it.

    Attributes:
        uri: The address that it is known by; it never changes.
        title_sv: What it is called in Swedish.
        title_en: What it is called in English.
        description_sv: What it holds and what it may be used for, in Swedish.
        description_en: The same in English.
        publisher: Who publishes it.
        contact: Whom to ask.
        landing_page: A page about it.
        issued: The day it was first published.
        modified: The day it was last changed.
        frequency: How often it is brought up to date.
        keywords: More words to find it by, in Swedish.
        distributions: The files that it can be had as.
    """

    uri: str
    title_sv: str
    title_en: str | None = None
    description_sv: str
    description_en: str | None = None
    publisher: Publisher
    contact: ContactPoint | None = None
    landing_page: str | None = None
    issued: date | None = None
    modified: date | None = None
    frequency: Frequency | None = None
    keywords: tuple[str, ...] = ()
    distributions: tuple[Distribution, ...] = ()

    def __attrs_post_init__(self) -> None:
        check(self)
        check_addresses(self, "uri", "landing_page")


@frozen(kw_only=True)
class Catalog:
    """The list of datasets that a portal fetches.

    Attributes:
        uri: The address that it is known by.
        title_sv: What it is called in Swedish.
        title_en: What it is called in English.
        description_sv: What is listed in it, in Swedish.
        description_en: The same in English.
        publisher: Who keeps it.
        homepage: A page about it.
        issued: The day it was first published.
        modified: The day it was last changed.
        license: The address of the licence for the descriptions in it.
    """

    uri: str
    title_sv: str
    title_en: str | None = None
    description_sv: str
    description_en: str | None = None
    publisher: Publisher
    homepage: str | None = None
    issued: date | None = None
    modified: date | None = None
    license: str = CC0

    def __attrs_post_init__(self) -> None:
        check(self)
        check_addresses(self, "uri", "homepage", "license")
