"""``python -m entente``: the command line."""

import sys

from entente._cli import main

sys.exit(main())
