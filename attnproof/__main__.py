"""`python -m attnproof`."""

from __future__ import annotations

import sys

from attnproof.cli import main

sys.exit(main())
