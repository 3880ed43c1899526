"""A configuration file as a layer: every key checked, every fault at its line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from tonelint.configuration.layer import Allowed, Decisions, Layer, Override, Profile, StatedFields
from tonelint.configuration.patterns import wrong_exclusion, wrong_glob, wrong_path
from tonelint.configuration.stated import Place, Stated
from tonelint.data.checker import Checker, shortened
from tonelint.data.nodes import DataError, Kind, Node
from tonelint.data.strict import index_in
from tonelint.errors import ConfigurationError
from tonelint.model import Language, Severity, Source
from tonelint.reading import Fields
from tonelint.reading.field_paths import PathError, compile_path

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

T = TypeVar("T")

TABLE = ("tool", "tonelint")
"""The table of a TOML file that holds a configuration."""

_DECISIONS = ("language", "select", "ignore", "severity", "apology-rules")
KEYS = (
    "extends", "profile", "rules", *_DECISIONS, "fail-on", "max", "baseline", "exclude",
    "fields", "company-addresses", "overrides", "allow",
)  # fmt: skip
"""What a configuration may hold."""

_SINGLE = ("language", "customer", "id")
_NOTHING = re.compile(r"\ufeff?(?:[ \t]*+(?:#[^\r\n]*+)?[\r\n]++)*+[ \t]*+(?:#[^\r\n]*+)?")
_LOCATION = re.compile(r'(?:[^\[\]"]|\[(?:\d++|"(?:[^"\\]|\\.)*+")\]|"(?:[^"\\]|\\.)*+")++')
_ADDRESS = re.compile(r"[^@\s]*@[^@\s]+")
_WHOLE = re.compile("[0-9]{1,9}")
_SEVERITIES = {severity.label: severity for severity in Severity}
_FAIL_ON: dict[str, Severity | None] = {**_SEVERITIES, "never": None}
_SWITCH = {"on": True, "off": False}


def read_layer(path: str, text: str, folder: str) -> Layer | None:
    """Read a configuration file.

    Args:
        path: as messages show it; one that ends in ``.toml`` is TOML, any other YAML.
        text: its content.
        folder: the absolute path of the folder in which it stands.

    Returns:
        What it states; None where a TOML file has no table ``[tool.tonelint]``.

    Raises:
        ConfigurationError: with every fault of the file.
    """
    reader = _Reader(path, text)
    is_toml = path.endswith(".toml")
    if not is_toml and _NOTHING.fullmatch(text):
        return Layer(path, folder)
    root = reader.toml_root() if is_toml else reader.checker.compose()
    if is_toml and not root and not reader.checker.faults:
        return None
    layer = reader.layer(root, folder) if root else None
    reader.checker.finish()
    return layer


class _Reader:
    """Reads the nodes of a file; what is wrong is noted and left out.

    Args:
        path: the file's name.
        text: its content.
    """

    def __init__(self, path: str, text: str) -> None:
        self.checker = Checker(path, text, ConfigurationError)
        self._source = Source(path, text)

    def toml_root(self) -> Node | None:
        from tonelint.data.toml import compose_table

        try:
            return compose_table(self._source.text, *TABLE)
        except DataError as error:
            self.checker.fault(Node(Kind.NOTHING, error.index, error.index), str(error))
            return None

    def layer(self, root: Node, folder: str) -> Layer:
        is_empty = root.kind is Kind.MAPPING and not root.children  # a team that has decided nothing yet
        keys = {} if is_empty else self._values(root, optional=KEYS)
        return Layer(
            self._source.path,
            folder,
            extends=self._texts(keys, "extends", wrong_path),
            profile=self._one_of(keys, "profile", {profile.value: profile for profile in Profile}),
            rules=self._texts(keys, "rules", wrong_path),
            decisions=self._decisions(keys),
            fail_on=self._one_of(keys, "fail-on", _FAIL_ON),
            most=self._most(keys),
            baseline=self._text(keys, "baseline", wrong_path),
            exclude=self._texts(keys, "exclude", wrong_exclusion),
            fields=self._entries(keys, "fields", self._fields),
            company_addresses=self._texts(keys, "company-addresses", _wrong_address),
            overrides=self._entries(keys, "overrides", self._override),
            allow=self._entries(keys, "allow", self._allowed),
        )

    def _decisions(self, keys: Mapping[str, Node]) -> Decisions:
        select, ignore = (self._texts(keys, key) for key in ("select", "ignore"))
        selected = {name.value: name.place.line for name in select}
        for name in ignore:
            if name.value in selected:
                message = f'"{name.value}" is selected in line {selected[name.value]}; one of the two is not needed'
                self.checker.fault_at(name.place.line, name.place.column, message)
        return Decisions(
            select,
            ignore,
            self._severities(keys["severity"]) if "severity" in keys else (),
            self._one_of(keys, "language", {language.value: language for language in Language}),
            self._one_of(keys, "apology-rules", _SWITCH),
        )

    def _severities(self, node: Node) -> tuple[tuple[Stated[str], Severity], ...]:
        found = []
        for name, (key, value) in self.checker.mapping(node, optional=None).items():
            if label := self.checker.one_of(value, "severity", _SEVERITIES):
                found.append((Stated(name, self._place(key)), _SEVERITIES[label]))
        return tuple(found)

    def _most(self, keys: Mapping[str, Node]) -> Stated[int] | None:
        number = self._text(keys, "max", _wrong_number)
        return Stated(int(number.value), number.place) if number else None

    def _fields(self, node: Node) -> StatedFields:
        keys = self._values(node, required=["files", "reply"], optional=_SINGLE)
        files = self._texts(keys, "files", lambda pattern: wrong_glob(pattern, of_data=True))
        replies = self._texts(keys, "reply", _wrong_field_path)
        single = {key: self.checker.text(keys[key]) for key in _SINGLE if key in keys}
        fields = Fields(tuple(each.value for each in files), tuple(each.value for each in replies), **single)
        return StatedFields(files, fields, self._place(node))

    def _override(self, node: Node) -> Override:
        keys = self._values(node, required=["files"], optional=_DECISIONS)
        if keys.keys() == {"files"} and len(node.children) == 2:
            self.checker.fault(node, f"nothing is said of these files; allowed: {', '.join(_DECISIONS)}")
        return Override(self._texts(keys, "files", wrong_glob), self._decisions(keys), self._place(node))

    def _allowed(self, node: Node) -> Allowed:
        keys = self._values(node, required=["rule"], optional=["files", "location", "reason"])
        location, reason = (self.checker.text(keys[key]) if key in keys else "" for key in ("location", "reason"))
        if location.strip() and not _LOCATION.fullmatch(location):
            message = "no location: reports show them, such as macros[3].actions[0].value or row 7, column reply"
            self.checker.fault(keys["location"], message)
        rules, files = self._texts(keys, "rule"), self._texts(keys, "files", wrong_glob)
        return Allowed(rules, files, location, " ".join(reason.split()), self._place(node))

    def _values(
        self, node: Node, *, required: tuple[str, ...] | list[str] = (), optional: tuple[str, ...] | list[str]
    ) -> dict[str, Node]:
        """The values of a mapping by their keys."""
        found = self.checker.mapping(node, required=required, optional=optional)
        return {key: value for key, (_, value) in found.items()}

    def _entries(self, keys: Mapping[str, Node], key: str, read: Callable[[Node], T]) -> tuple[T, ...]:
        """The mappings in the list under a key."""
        return tuple(read(item) for item in self.checker.items(keys[key], "mappings")) if key in keys else ()

    def _one_of(self, keys: Mapping[str, Node], key: str, meanings: Mapping[str, T]) -> Stated[T] | None:
        """What a text out of a closed set means."""
        if key not in keys or (value := self.checker.one_of(keys[key], key, meanings)) is None:
            return None
        return Stated(meanings[value], self._place(keys[key]))

    def _texts(
        self, keys: Mapping[str, Node], key: str, wrong: Callable[[str], str] = lambda _: ""
    ) -> tuple[Stated[str], ...]:
        """The text, or the list of texts, under a key.

        Args:
            keys: the values of a mapping.
            key: which of them; it need not be there.
            wrong: says what is wrong with a text.
        """
        if key not in keys:
            return ()
        node = keys[key]
        items = self.checker.items(node, "texts") if node.kind is Kind.LIST else [node]
        return tuple(stated for item in items if (stated := self._stated(item, wrong)))

    def _text(self, keys: Mapping[str, Node], key: str, wrong: Callable[[str], str]) -> Stated[str] | None:
        """The text under a key; see ``_texts``."""
        return self._stated(keys[key], wrong) if key in keys else None

    def _stated(self, node: Node, wrong: Callable[[str], str]) -> Stated[str] | None:
        """A text with its place; None where it is blank, which the checker notes, or wrong."""
        text = self.checker.text(node)
        if not text.strip():
            return None
        if message := wrong(text):
            self.checker.fault(node, message)
            return None
        return Stated(text, self._place(node))

    def _place(self, node: Node) -> Place:
        text = self._source.text
        index = index_in(node, text, 0)
        return Place(self._source.path, *self._source.position(index), text[slice(*self._source.line_span(index))])


def _wrong_address(address: str) -> str:
    if _ADDRESS.fullmatch(address):
        return ""
    return f'"{shortened(address)}" is no mail address; write help@example.se, or @example.se for all of a domain'


def _wrong_field_path(path: str) -> str:
    try:
        compile_path(path)
    except PathError as error:
        return str(error)
    return ""


def _wrong_number(text: str) -> str:
    return "" if _WHOLE.fullmatch(text) else f'a whole number from 0 is wanted here, not "{shortened(text)}"'
