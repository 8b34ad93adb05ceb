"""Write every page that is made from the program: `python docs/generate.py`, or `make docs`."""

from __future__ import annotations

import make_cli
import make_policies
import make_rules

for made in (make_cli, make_policies, make_rules):
    made.PAGE.write_text(made.page(), encoding="utf-8")
    print(made.PAGE.name)
