"""Coordinates as reports write them, and the points that grid references name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atodds.vocab.coordinates import coordinates
from atodds.vocab.mgrs import Point, metres_between, point_of

GRIDS = [
    # the Statue of Liberty, to a metre
    ("18TWL8073304704", 40.689167, -74.044444),
    # south of the equator, in the same zone as the equator's own band
    ("37MBU5757", -1.2864, 36.8172),
    # an easting west of the middle meridian; an odd and an even zone
    ("38SMB4488", 33.33, 44.4),
    ("42SWD1320", 34.53, 69.15),
    # blanks between the parts
    ("38S MB 44 88", 33.33, 44.4),
]


@pytest.mark.parametrize(("grid", "lat", "lon"), GRIDS, ids=[grid for grid, _, _ in GRIDS])
def test_a_grid_reference_is_near_what_it_names(grid: str, lat: float, lon: float) -> None:
    point = point_of(grid)
    assert point is not None
    assert metres_between(point, Point(lat, lon)) < 5000


NO_GRIDS = ["61SMB4488", "38SMB448", "38IMB4488", "38SZZ4488", "38SMB", "MB4488", "", "37SFY805225"]


@pytest.mark.parametrize("text", NO_GRIDS)
def test_what_names_no_square_has_no_point(text: str) -> None:
    assert point_of(text) is None


@given(st.integers(0, 99999), st.integers(0, 99999))
def test_fewer_digits_are_a_larger_square_around_it(east: int, north: int) -> None:
    fine, coarse = point_of(f"38SMB{east:05}{north:05}"), point_of(f"38SMB{east // 1000:02}{north // 1000:02}")
    assert fine is not None
    assert coarse is not None
    assert metres_between(fine, coarse) < 750  # half the diagonal of a square kilometre, and the curvature


WRITTEN = [
    ("3209/CS1814B 37SFU805225", [(34.52882, 40.96724)]),
    ("at 38S MB 4488 7521 on Friday", [(33.21443, 44.40857)]),
    ("The dam (35°51'30\"N 38°34'00\"E) was hit.", [(35.85833, 38.56667)]),
    ("at 35.8583° N, 38.5667° E", [(35.8583, 38.5667)]),
    ("at 12.0464° S, 77.0428° W", [(-12.0464, -77.0428)]),
    ("hit at 35.8583, 38.5667, they said", [(35.8583, 38.5667)]),
    # numbers that are no coordinates
    ("Between 35.85, 38.56 and 41.20 percent were lost.", []),
    ("It cost 1,035.8583, 38.5667 in all.", []),
    ("On 12MAY2010 the 37 soldiers of 38S left.", []),
    ("at 99.8583, 38.5667", []),
]


@pytest.mark.parametrize(("text", "points"), WRITTEN, ids=[text for text, _ in WRITTEN])
def test_coordinates_in_a_text(text: str, points: list[tuple[float, float]]) -> None:
    assert [(round(each.point.lat, 5), round(each.point.lon, 5)) for each in coordinates(text)] == points
