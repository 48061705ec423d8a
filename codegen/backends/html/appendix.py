"""The appendix as one HTML page that needs no other file."""

from __future__ import annotations

import jinja2

from codegen import graph
from codegen.document.appendix import Appendix

from .render import blocks, words


def page(content: Appendix) -> str:
    """The whole page."""
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("codegen.backends.html"),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(words=words, blocks=blocks)
    figure = graph.svg(content.graph, links=True)
    return environment.get_template("appendix.html.jinja").render(appendix=content, figure=figure)
