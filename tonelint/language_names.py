"""What the languages that tonelint judges are called."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from tonelint.model import Language

if TYPE_CHECKING:
    from collections.abc import Mapping

IN_ENGLISH: Mapping[Language, str] = MappingProxyType(
    {Language.SV: "Swedish", Language.DA: "Danish", Language.EN: "English"}
)
"""Their names in English."""

IN_THEMSELVES: Mapping[Language, str] = MappingProxyType(
    {Language.SV: "Svenska", Language.DA: "Dansk", Language.EN: "English"}
)
"""Their names as their own speakers say them."""
