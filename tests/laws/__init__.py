"""Laws: what holds of any claims whatever.

Those of the comparison (incidents, origins, revisions, disputes, policies) are tried `OFTEN`; `make test-long` tries each 10,000 times.
"""

from __future__ import annotations

import os

OFTEN = int(os.environ.get("ATODDS_EXAMPLES", "500"))
