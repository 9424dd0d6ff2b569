"""Names of units, currencies and parts, and of the powers of ten: what each measures, and how much of it one is."""

from __future__ import annotations

SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0}
SHORT_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "mm": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12}
FRACTIONS = {
    "half": 1 / 2, "third": 1 / 3, "thirds": 1 / 3, "quarter": 1 / 4, "quarters": 1 / 4,
    "fifth": 1 / 5, "fifths": 1 / 5, "tenth": 1 / 10, "tenths": 1 / 10,
}  # fmt: skip
CURRENCIES = {
    "$": "dollar", "us$": "dollar", "dollar": "dollar", "dollars": "dollar",
    "€": "euro", "euro": "euro", "euros": "euro",
    "£": "sterling", "cents": "cent", "cent": "cent", "yen": "yen", "yuan": "yuan", "won": "won",
}  # fmt: skip
# By what they measure, in the smallest of them; months and years have no fixed number of days.
_MEASURED = {
    ("time", 1.0): "second seconds",
    ("time", 60.0): "minute minutes",
    ("time", 3600.0): "hour hours",
    ("time", 86400.0): "day days",
    ("time", 604800.0): "week weeks",
    ("time", 1209600.0): "fortnight fortnights",
    ("months", 1.0): "month months",
    ("months", 12.0): "year years year-old",
    ("months", 120.0): "decade decades",
    ("length", 1.0): "meter meters metre metres",
    ("length", 1000.0): "kilometer kilometers kilometre kilometres km",
    ("length", 1609.344): "mile miles",
    ("length", 0.3048): "foot feet",
    ("length", 0.0254): "inch inches",
    ("length", 0.9144): "yard yards",
    ("length", 0.01): "centimeter centimeters centimetre centimetres cm",
    ("length", 0.001): "millimeter millimeters millimetre millimetres mm",
    ("area", 4046.86): "acre acres",
    ("area", 10000.0): "hectare hectares",
    ("ton", 1.0): "ton tons",
    ("tonne", 1.0): "tonne tonnes",
    ("pound", 1.0): "pound pounds",
    ("kilogram", 1.0): "kilogram kilograms kg",
    ("gallon", 1.0): "gallon gallons",
    ("liter", 1.0): "liter liters litre litres",
    ("barrel", 1.0): "barrel barrels",
    ("ounce", 1.0): "ounce ounces",
    ("kilogram", 0.001): "gram grams",
    ("bushel", 1.0): "bushel bushels",
    ("power", 1000.0): "kilowatt kilowatts kw",
    ("power", 1000000.0): "megawatt megawatts mw",
    ("power", 1000000000.0): "gigawatt gigawatts gw",
    ("degree", 1.0): "degree degrees",
}
UNITS = {name: of for of, names in _MEASURED.items() for name in names.split()}
"""Each unit by its names: what it measures, and its size in the smallest unit of that."""
