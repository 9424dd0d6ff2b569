"""States as releases print them: postal codes, the abbreviations of the AP stylebook, and full names."""

from __future__ import annotations

from functools import lru_cache

_STATES = """
AL Alabama Ala|AK Alaska|AZ Arizona Ariz|AR Arkansas Ark|CA California Calif Cal|CO Colorado Colo|CT Connecticut Conn
DE Delaware Del|FL Florida Fla|GA Georgia Ga|HI Hawaii Hawai'i|ID Idaho Ida|IL Illinois Ill|IN Indiana Ind|IA Iowa
KS Kansas Kan Kans|KY Kentucky Ky|LA Louisiana La|ME Maine|MD Maryland Md|MA Massachusetts Mass|MI Michigan Mich
MN Minnesota Minn|MS Mississippi Miss|MO Missouri Mo|MT Montana Mont|NE Nebraska Neb Nebr|NV Nevada Nev
NH New_Hampshire N.H|NJ New_Jersey N.J|NM New_Mexico N.M|NY New_York N.Y|NC North_Carolina N.C|ND North_Dakota N.D
OH Ohio|OK Oklahoma Okla|OR Oregon Ore|PA Pennsylvania Pa Penn Penna|RI Rhode_Island R.I|SC South_Carolina S.C
SD South_Dakota S.D|TN Tennessee Tenn|TX Texas Tex|UT Utah|VT Vermont Vt|VA Virginia Va|WA Washington Wash
WV West_Virginia W.Va W.V|WI Wisconsin Wis Wisc|WY Wyoming Wyo|DC District_of_Columbia D.C|PR Puerto_Rico P.R|GU Guam
VI Virgin_Islands U.S._Virgin_Islands|AS American_Samoa|MP Northern_Mariana_Islands CNMI
"""


def _key(stated: str) -> str:
    return "".join(c for c in stated if c.isalnum()).casefold()


POSTAL = {
    _key(form): row.split()[0] for row in _STATES.replace("\n", "|").split("|") if row.strip() for form in row.split()
}
"""From a stated form without its dots and spaces, in lower case, to the postal code."""


@lru_cache(maxsize=1024)
def postal(stated: str | None) -> str | None:
    """Return the postal code of a state as stated ("Wis.", "N. Y.", "Texas"), or None if it names no state."""
    return POSTAL.get(_key(stated)) if stated else None
