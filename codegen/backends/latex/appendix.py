"""The appendix as LaTeX: one file a chapter, and one around them."""

from __future__ import annotations

from collections.abc import Sequence

import jinja2

from codegen import graph
from codegen.document.appendix import Appendix, appendix
from derivations.proof import Proved

from .render import blocks, words


def appendix_files(proved: Sequence[Proved] | None = None) -> dict[str, str]:
    """The text of each file of the appendix by its name: appendix.tex and one chapter_x.tex a chapter.

    Without an argument, of the whole catalogue.
    """
    return rendered(appendix(proved))


def rendered(content: Appendix) -> dict[str, str]:
    """The text of each file by its name."""
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("codegen.backends.latex"),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        block_start_string="<%",
        block_end_string="%>",
        variable_start_string="<<",
        variable_end_string=">>",
        comment_start_string="<#",
        comment_end_string="#>",
    )
    environment.filters.update(words=words, blocks=blocks)
    main, chapter = (environment.get_template(f"{name}.tex.jinja") for name in ("appendix", "chapter"))
    return {
        "appendix.tex": main.render(appendix=content, figure=graph.tex(content.graph)),
        **{f"chapter_{part.letter.lower()}.tex": chapter.render(chapter=part) for part in content.chapters},
    }
