"""Places and countries as a person reads them."""

from __future__ import annotations

from atodds.model.where import Place
from atodds.vocab import load
from atodds.vocab.shown import folded


def country_name(code: str | None) -> str | None:
    """The English name of an ISO 3166-1 alpha-3 code; an unlisted code names itself."""
    return str(load("countries").get(code, {}).get("name", code)) if code is not None else None


def place_words(place: Place) -> str:
    """The place as written, with its country where the words do not name it.

    >>> place_words(Place(text="North Waziristan", country="PAK"))
    'North Waziristan (Pakistan)'
    """
    country = country_name(place.country)
    words = folded(place.text)
    return words if country is None or country.casefold() in words.casefold() else f"{words} ({country})"


def names_country(place: Place) -> bool:
    """Is the place no finer than its country?"""
    return place.precision == "country" or folded(place.text).casefold() == (country_name(place.country) or "").casefold()
