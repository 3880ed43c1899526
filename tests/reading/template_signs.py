"""Signs of template languages, to be thrown together at random."""

from __future__ import annotations

from hypothesis import strategies as st

SIGNS = (
    "{{", "}}", "{{{", "}}}", "{%", "%}", "{#", "#}", "<%", "<%=", "%>", "<!--", "-->", "{{!--", "--}}", "${", "#{",
    "%(", ")s", "[[", "]]", "((", "))", "*|", "|*", "<attribute ", "/>", "%", "{", "}", "[", "]", "[NAMN]", "{{x}}",
    "{% if x %}", "{% else %}", "<%%", "{{{{", "](",
    "{% comment %}", "{% endcomment %}", "{{else}}", "{name}", " ", "\n", "\r\n", "ord", ".",
)  # fmt: skip
IN_TAGS = (
    '"', "'", "`", "&quot;", '\\"', "\\", "|", " | default: ", "default(", "d(", " || ", " ?? ", " ? ", " : ", " or ",
    " if ", " else ", " ~ ", "=", " = ", "(", ")", "_(", "t(", "assign x = ", "trans ", "echo ", "include ", "> ",
    "set x = ", "liquid", "default=", ",fallback=", "key=", "%(name)s", '"en text"', "'du'", '"#{x}"',
)  # fmt: skip
TEMPLATES = st.lists(st.sampled_from(SIGNS + IN_TAGS) | st.text(max_size=3), max_size=40).map("".join)
