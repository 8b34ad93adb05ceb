"""The ledger: an append-only log of readings and decisions, and the tables derived from it. The only room with side effects."""
