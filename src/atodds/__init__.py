"""AtOdds keeps a ledger of who claims what in reports of armed conflict."""

__version__ = "0.2.0"
