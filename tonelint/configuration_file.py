"""The configuration on the disk: which file it is, and the files that it extends."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tonelint.configuration import FILE_NAMES, Configuration, combined, read_layer
from tonelint.configuration.patterns import from_folder
from tonelint.errors import ConfigurationError, Fault
from tonelint.files import absolute_path, real_path, shown_path
from tonelint.real_folders import RealFolders
from tonelint.unmatched import unmatched

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tonelint.configuration import Layer
    from tonelint.configuration.stated import Stated

_NEAR_NAMES = ("tonelint.yml", ".tonelint.yml", "tonelint.toml", ".tonelint.toml")
_WORD = "tonelint"  # a pyproject.toml in which it does not stand is not read further


def configuration(named: Path | None = None, start: Path | None = None) -> Configuration:
    """The configuration in force.

    Args:
        named: the file that the user named; None to look for one.
        start: the folder in which it is looked for, and in those above it up to the root of the repository; None for
            the working directory.

    Returns:
        What the file says, with the files that it extends; an empty configuration where none was named or found.

    Raises:
        ConfigurationError: a file cannot be read, or is wrong; two of them stand in one folder; or one has a name that
            is not looked for.
    """
    layer = _named(named) if named else _found(start.absolute() if start else Path.cwd())
    if layer is None:
        return Configuration()
    layers = _with_extended(layer)
    _check_rule_folders(layers)
    return combined(layers, absolute_path(Path.cwd()), RealFolders())


def check_patterns(decided: Configuration) -> None:
    """Make sure that every pattern of the configuration's own file stands for something in its folder.

    Raises:
        ConfigurationError: with every pattern that does not.
    """
    if faults := unmatched(decided.folder, decided.globs, decided.exclusions):
        raise ConfigurationError(*faults)


def _named(path: Path) -> Layer:
    layer = _layer(path)
    if layer is None:
        raise ConfigurationError(Fault(shown_path(path), "no table [tool.tonelint] in this file"))
    return layer


def _found(folder: Path) -> Layer | None:
    """The configuration that stands here or above, the nearest; not above the root of a repository."""
    for above in (folder, *folder.parents):
        _refuse_near_names(above)
        paths = [above / name for name in FILE_NAMES if (above / name).is_file()]
        layers = [layer for path in paths if _may_hold_one(path) and (layer := _layer(path))]
        if len(layers) > 1:
            message = f"a second configuration beside {layers[0].path}; put both in one file"
            raise ConfigurationError(*(Fault(layer.path, message) for layer in layers[1:]))
        if layers:
            return layers[0]
        if (above / ".git").exists():
            return None
    return None


def _refuse_near_names(folder: Path) -> None:
    """Make sure that no file that is meant as a configuration is silently passed over for its name."""
    wrong = [folder / name for name in _NEAR_NAMES if (folder / name).is_file()]
    if wrong:
        message = f"not read under this name; a configuration is called {FILE_NAMES[0]}, or stands in {FILE_NAMES[-1]}"
        raise ConfigurationError(*(Fault(shown_path(path), message) for path in wrong))


def _may_hold_one(path: Path) -> bool:
    """Whether a file is not, like most, a pyproject.toml that says nothing of tonelint."""
    return path.suffix != ".toml" or _WORD in _text(path)


def _layer(path: Path) -> Layer | None:
    return read_layer(shown_path(path), _text(path), absolute_path(path.parent))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ConfigurationError(Fault(shown_path(path), f"cannot be read: {error.strerror}")) from error
    except UnicodeDecodeError as error:
        raise ConfigurationError(Fault(shown_path(path), "not UTF-8; save the file as UTF-8")) from error


def _with_extended(own: Layer) -> list[Layer]:
    """A layer behind all those that it extends, each once and behind its own."""
    done: dict[str, Layer] = {}
    open_: list[tuple[str, Layer, Iterator[Stated[str]]]] = [(real_path(own.path), own, iter(own.extends))]
    while open_:
        key, layer, rest = open_[-1]
        stated = next(rest, None)
        if stated is None:
            done[key] = layer
            open_.pop()
            continue
        path = Path(from_folder(layer.folder, stated.value, absolute_path(Path.cwd())))
        below = real_path(str(path))
        if below in (keys := [key for key, _, _ in open_]):
            circle = [each.path for _, each, _ in open_[keys.index(below) :]]
            message = f"extends itself in a circle: {' → '.join([*circle, circle[0]])}"
            raise ConfigurationError(stated.place.fault(message))
        if below not in done:
            extended = _extended(path, stated)
            open_.append((below, extended, iter(extended.extends)))
    return list(done.values())


def _extended(path: Path, stated: Stated[str]) -> Layer:
    """The layer of a file that another names."""
    if not path.is_file():
        reason = "a folder; name the file in it" if path.is_dir() else f"no such file: {path.as_posix()}"
        raise ConfigurationError(stated.place.fault(reason))
    layer = _layer(path)
    if layer is None:
        raise ConfigurationError(stated.place.fault(f"no table [tool.tonelint] in {path.as_posix()}"))
    return layer


def _check_rule_folders(layers: Sequence[Layer]) -> None:
    faults = [
        folder.place.fault(f"no such folder: {from_folder(layer.folder, folder.value, absolute_path(Path.cwd()))}")
        for layer in layers
        for folder in layer.rules
        if not Path(layer.folder, folder.value).is_dir()
    ]
    if faults:
        raise ConfigurationError(*faults)
