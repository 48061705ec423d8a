"""How the templates of a backend are read: an undefined name is an error, and a tag leaves no blank line."""

from __future__ import annotations

from typing import Any

import jinja2


def environment(backend: str, **syntax: Any) -> jinja2.Environment:
    """The templates of a backend, and those that the backends share. `syntax` names other delimiters."""
    packages = f"codegen.backends.{backend}", "codegen.backends"
    return jinja2.Environment(
        loader=jinja2.ChoiceLoader([jinja2.PackageLoader(package) for package in packages]),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        **syntax,
    )
