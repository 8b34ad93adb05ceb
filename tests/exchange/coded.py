"""Tables with the columns of UCDP GED and ACLED; their rows are invented, in a country that is none."""

from __future__ import annotations

import csv
import io

GED = [
    [
        "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
        "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id",
        "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office", "source_date", "source_headline",
        "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2", "latitude", "longitude",
        "geom_wkt", "priogrid_gid", "country", "country_id", "region", "event_clarity", "date_prec", "date_start", "date_end",
        "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob",
    ],
    [
        "1", "X-1", "2012", "1", "Clear", "1", "1", "1", "Norland: Government", "1", "1", "Government of Norland - Ridge Army",
        "1", "1", "Government of Norland", "2", "2", "Ridge Army", "2", 'Harbour Wire, "Six die", Ridge Post', "Harbour Wire",
        "2012-07-07", "Six die", "army", "1", "Kesta town", "Kesta", "Kesta province", "Upper Valley", "34.1", "70.2",
        "POINT (70.2 34.1)", "1", "Afghanistan", "700", "Asia", "1", "1", "2012-07-06 00:00:00.000", "2012-07-06 00:00:00.000",
        "2", "4", "0", "0", "6", "9", "5", "700", "",
    ],
    [
        "2", "X-2", "2012", "1", "Clear", "3", "2", "2", "Ridge Army - Civilians", "2", "2", "Ridge Army - Civilians", "2", "2",
        "Ridge Army", "9", "9", "Civilians", "1", "", "", "", "", "", "4", "Kesta town", "", "Kesta province", "", "34.1", "70.2",
        "", "1", "DR Congo (Zaire)", "490", "Africa", "2", "4", "2012-07-01", "2012-07-31", "0", "0", "7", "0", "7", "7", "7", "",
        "",
    ],
    [
        "3", "X-3", "2012", "1", "Clear", "2", "3", "3", "Ridge Army - Ford Front", "3", "3", "Ridge Army - Ford Front", "2", "2",
        "Ridge Army", "3", "3", "Ford Front", "1", "", "", "", "", "", "6", "Norland", "", "", "", "34", "70", "", "1",
        "Myanmar (Burma)", "775", "Asia", "1", "2", "2012-07-01", "2012-07-04", "3", "3", "0", "0", "6", "6", "6", "", "",
    ],
]  # fmt: skip
ACLED = [
    [
        "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1",
        "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso", "region",
        "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source", "source_scale",
        "notes", "fatalities", "tags", "timestamp",
    ],
    [
        "NOR1", "06 July 2012", "2012", "2", "Political violence", "Explosions/Remote violence", "Air/drone strike",
        "Military Forces of Norland", "", "1", "Ridge Army", "", "2", "12", "", "4", "South Asia", "Afghanistan", "Kesta province",
        "Upper Valley", "", "Kesta", "34.1", "70.2", "1", "Harbour Wire; Ridge Post", "Regional",
        'Around 6 July, "dozens" were killed; another report says 20.', "12", "", "1",
    ],
    [
        "NOR2", "2012-07-09", "2012", "1", "Demonstrations", "Protests", "Peaceful protest", "Protesters (Norland)", "", "6", "",
        "", "0", "60", "", "4", "South Asia", "Afghanistan", "Kesta province", "", "", "Port Ansel", "34.2", "70.3", "3",
        "Harbour Wire", "National", "", "0", "crowd size=no report", "1",
    ],
    [
        "NOR3", "2012-07-10", "2012", "1", "Strategic developments", "Strategic developments", "Agreement", "Ridge Army", "", "2",
        "", "", "0", "20", "", "4", "South Asia", "Afghanistan", "Kesta province", "", "", "Port Ansel", "34.2", "70.3", "1",
        "Harbour Wire", "National", "", "0", "", "1",
    ],
]  # fmt: skip


def table(rows: list[list[str]]) -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode()
