"""Grid references: a square of the Military Grid Reference System as degrees on WGS 84.

"37SFU805225" is zone 37, band S, the square FU of a hundred kilometres, then easting 80.5 and northing 22.5 km inside it. The point is the
middle of the square that the digits name. Transverse Mercator by Krüger's series, good to a millimetre.
"""

from __future__ import annotations

import re
from math import asin, atan2, cos, cosh, degrees, radians, sin, sinh, sqrt
from typing import NamedTuple

_BANDS = "CDEFGHJKLMNPQRSTUVWX"  # eight degrees each from 80° S; X has twelve
_COLUMNS = ("ABCDEFGH", "JKLMNPQR", "STUVWXYZ")  # of the zones 1, 2, 3; then again
_ROWS = "ABCDEFGHJKLMNPQRSTUV"  # two thousand kilometres; zones of even number begin with F
_GRID = re.compile(r"(\d{1,2}) ?([C-HJ-NP-X]) ?([A-HJ-NP-Z])([A-HJ-NP-V]) ?(?:(\d{1,5}) (\d{1,5})|(\d{2,10}))")
_SQUARE = 100_000  # metres
_CYCLE = 2_000_000  # metres, after which the letters of the rows begin anew
_SCALE, _EAST, _SOUTH = 0.9996, 500_000, 10_000_000  # the constants of UTM
_FLATTENING, _RADIUS = 1 / 298.257223563, 6378137.0  # WGS 84
_N = _FLATTENING / (2 - _FLATTENING)
_MERIDIAN = _RADIUS / (1 + _N) * (1 + _N**2 / 4 + _N**4 / 64)
_BETA = (_N / 2 - 2 * _N**2 / 3 + 37 * _N**3 / 96, _N**2 / 48 + _N**3 / 15, 17 * _N**3 / 480)
_DELTA = (2 * _N - 2 * _N**2 / 3 - 2 * _N**3, 7 * _N**2 / 3 - 8 * _N**3 / 5, 56 * _N**3 / 15)


class Point(NamedTuple):
    """Degrees, WGS 84."""

    lat: float
    lon: float


def point_of(grid: str) -> Point | None:
    """The middle of the square that a grid reference names; None for one that names none.

    >>> point = point_of("38SMB4488")
    >>> round(point.lat, 2), round(point.lon, 2)
    (33.33, 44.4)
    >>> point_of("38SZZ4488") is None
    True
    """
    found = _GRID.fullmatch(grid.strip())
    if found is None:
        return None
    zone, digits = int(found[1]), found[7] or found[5] + found[6]
    half = len(digits) // 2
    if not 1 <= zone <= 60 or len(digits) % 2 or (found[5] and len(found[5]) != half):
        return None
    unit = 10 ** (5 - half)
    column, row = _COLUMNS[(zone - 1) % 3].find(found[3]), _ROWS.find(found[4])
    if column < 0:
        return None
    easting = (column + 1) * _SQUARE + (int(digits[:half]) + 0.5) * unit
    northing = (row - (5 if zone % 2 == 0 else 0)) % 20 * _SQUARE + (int(digits[half:]) + 0.5) * unit
    return _in_band(zone, found[2], easting, northing)


def _in_band(zone: int, band: str, easting: float, northing: float) -> Point | None:
    """The one repetition of the row letters that lies in the band of latitude."""
    least = -80 + 8 * _BANDS.index(band)
    most = least + (12 if band == "X" else 8)
    for cycle in range(5):
        metres = northing + cycle * _CYCLE - (0 if least >= 0 else _SOUTH)
        point = _degrees(zone, easting, metres)
        if least - 1 <= point.lat <= most + 1:  # squares at the edge reach over it
            return point
    return None


def _degrees(zone: int, easting: float, northing: float) -> Point:
    """UTM to degrees; `northing` is negative south of the equator."""
    xi, eta = northing / (_SCALE * _MERIDIAN), (easting - _EAST) / (_SCALE * _MERIDIAN)
    inner = [(2 * j, beta) for j, beta in enumerate(_BETA, 1)]
    xi_, eta_ = (
        xi - sum(beta * sin(k * xi) * cosh(k * eta) for k, beta in inner),
        eta - sum(beta * cos(k * xi) * sinh(k * eta) for k, beta in inner),
    )
    chi = asin(sin(xi_) / cosh(eta_))
    lat = chi + sum(delta * sin(2 * j * chi) for j, delta in enumerate(_DELTA, 1))
    return Point(degrees(lat), zone * 6 - 183 + degrees(atan2(sinh(eta_), cos(xi_))))


def metres_between(first: Point, second: Point) -> float:
    """Along the great circle."""
    (lat1, lon1), (lat2, lon2) = ((radians(each) for each in point) for point in (first, second))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * 6_371_000 * asin(sqrt(min(1.0, half)))
