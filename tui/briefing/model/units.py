"""Which units may be compared: equal ones, and those of one small table. Amounts of money are never converted."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

_TABLE: Mapping[tuple[str, str], str] = {
    ("m", "1"): "m metre metres meter meters",
    ("m", "1000"): "km kilometre kilometres kilometer kilometers",
    ("m", "1609.344"): "mi mile miles",
    ("kg", "1"): "kg kilogram kilograms kilogramme kilogrammes kilo kilos",
    ("kg", "1000"): "t tonne tonnes",
    ("s", "1"): "s sec second seconds",
    ("s", "60"): "min mins minute minutes",
    ("s", "3600"): "h hr hrs hour hours",
    ("s", "86400"): "d day days",
    ("%", "1"): "% percent per_cent pct",
    ("percentage point", "1"): "percentage_point percentage_points pp p.p. ppt",
    ("USD", "1"): "usd us$ us_dollar us_dollars",
    ("EUR", "1"): "eur € euro euros",
    ("GBP", "1"): "gbp £",
    ("UAH", "1"): "uah ₴ hryvnia hryvnias",
    ("RUB", "1"): "rub ₽",
    ("INR", "1"): "inr ₹",
    ("ILS", "1"): "ils ₪",
    ("CHF", "1"): "chf",
}
"""Spellings of a unit, folded, by the unit that it is compared in and how many of these it has.

A dollar or yen sign alone names the money of several countries, and is compared with nothing but itself."""

_UNITS = {
    spelling.replace("_", " "): (name, Decimal(factor))
    for (name, factor), spellings in _TABLE.items()
    for spelling in spellings.split()
}

CURRENCY_CODES = frozenset(
    "AED AFN ARS AUD BDT BGN BRL CAD CDF CHF CLP CNY COP CZK DKK EGP ETB EUR GBP GEL GHS HKD HUF IDR ILS INR IQD IRR "
    "JOD JPY KES KPW KRW KZT LBP LYD MAD MDL MMK MXN MYR NGN NOK NPR NZD PEN PHP PKR PLN QAR RON RSD RUB SAR SDG SEK "
    "SGD SOS SSP SYP THB TND TRY TWD TZS UAH UGX USD UYU UZS VES VND XAF XOF YER ZAR ZMW".split()
)
"""Codes of money (ISO 4217) that are read before and behind an amount."""
CURRENCY_SIGNS = (
    "US$", "CA$", "AU$", "NZ$", "HK$", "C$", "A$", "S$", "R$", "$", "€", "£", "¥", "₴", "₽", "₹", "₩", "₪", "₺", "₦",
    "₱", "₫", "₸", "₾", "฿", "Rs.", "Rs",
)  # fmt: skip
"""Signs of money that are read before an amount, the longer before those that they hold."""

GLUED = frozenset(
    "mm cm m km mi ft yd nm nmi m² m2 km² km2 ha g kg t kt Mt lb lbs oz l ml min h hr hrs d W kW MW GW TW Wh kWh MWh "
    "GWh TWh V kV Hz kHz MHz GHz °C °F ° ℃ % ‰ mph km/h kph m/s kn bbl bpd ppm ppb KB MB GB TB pp".split()
)
"""Units that are read without a space between them and their number, exactly as written."""


def folded(unit: str) -> str:
    """Fold case, white space and plural, so that `Troop` and `troops` are one unit."""
    words = unit.casefold().split()
    return " ".join(word[:-1] if len(word) > 3 and word[-1] == "s" and word[-2] != "s" else word for word in words)


def base_unit(unit: str | None) -> tuple[str, Decimal]:
    """Give the unit in which amounts are compared, and the factor that turns an amount into it.

    Two amounts may be compared when their base units are equal; a unit that no table knows is its own base, and no
    unit at all is the empty one.
    """
    if unit is None or not unit.strip():
        return "", Decimal(1)
    plain = " ".join(unit.casefold().split())
    return _UNITS.get(plain) or (folded(unit), Decimal(1))
