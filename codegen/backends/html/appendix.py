"""The appendix as one HTML page that needs no other file."""

from __future__ import annotations

from codegen import graph
from codegen.backends.environment import environment
from codegen.document.appendix import Appendix

from .render import blocks, words


def page(content: Appendix) -> str:
    """The whole page."""
    templates = environment("html")
    templates.filters.update(words=words, blocks=blocks)
    figure = graph.svg(content.graph, links=True)
    return templates.get_template("appendix.html.jinja").render(appendix=content, figure=figure)
