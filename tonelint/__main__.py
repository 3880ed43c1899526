"""``python -m tonelint`` and the ``tonelint`` command."""

from __future__ import annotations

from tonelint.cli import main

if __name__ == "__main__":
    main()
