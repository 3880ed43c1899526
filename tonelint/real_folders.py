"""Where folders and files really are: symbolic links give them many names."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class RealFolders:
    """Says where folders really are. Each is looked at once, so it is made for one run.

    Any two are equal: what they remember is no part of what they are.
    """

    _known: dict[str, str] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __call__(self, folder: str) -> str:
        """The absolute path of a folder without symbolic links, with forward slashes; it need not exist."""
        if folder not in self._known:
            self._known[folder] = Path(os.path.realpath(folder)).as_posix()
        return self._known[folder]

    def files(self, paths: Iterable[Path]) -> dict[str, Path]:
        """Files by where they really are, in their order.

        Args:
            paths: of files. Of several paths of one file the first counts, but for links: one whose file is there by a
                name of its own is passed over, wherever it stands among them.
        """
        real_paths = [(*self._file(str(path)), path) for path in paths]
        own = {real for real, is_link, _ in real_paths if not is_link}
        files: dict[str, Path] = {}
        for real, is_link, path in real_paths:
            if not (is_link and real in own):
                files.setdefault(real, path)
        return files

    def _file(self, path: str) -> tuple[str, bool]:
        """Where a file really is, and whether its own name is that of a link."""
        if os.path.islink(path):
            return Path(os.path.realpath(path)).as_posix(), True
        folder, name = os.path.split(path)
        return f"{self(folder).rstrip('/')}/{name}", False
