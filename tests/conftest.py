"""How Hypothesis searches: the same way each time, or as far as you like.

A change should not fail on an example that has nothing to do with it, so the
same examples are tried every time.  To look for new ones, set
``HYPOTHESIS_PROFILE=search``.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# How long an example takes to make or to try says more of the machine than of the code.
UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("same", UNHURRIED, derandomize=True, print_blob=True)
settings.register_profile("search", UNHURRIED, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))
