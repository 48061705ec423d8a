"""The appendix as LaTeX: one file a chapter, and one around them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from codegen import graph
from codegen.backends.environment import environment
from codegen.document.appendix import Appendix, appendix
from derivations.proof import Proved

from .render import blocks, words


def appendix_files(proved: Sequence[Proved] | None = None, by_coq: Collection[str] = ()) -> dict[str, str]:
    """The text of each file of the appendix by its name: appendix.tex and one chapter_x.tex a chapter.

    Without an argument, of the whole catalogue.
    """
    return rendered(appendix(proved, by_coq))


def rendered(content: Appendix) -> dict[str, str]:
    """The text of each file by its name."""
    templates = environment(
        "latex",
        block_start_string="<%",
        block_end_string="%>",
        variable_start_string="<<",
        variable_end_string=">>",
        comment_start_string="<#",
        comment_end_string="#>",
    )
    templates.filters.update(words=words, blocks=blocks)
    main, chapter = (templates.get_template(f"{name}.tex.jinja") for name in ("appendix", "chapter"))
    return {
        "appendix.tex": main.render(appendix=content, figure=graph.tex(content.graph)),
        **{f"chapter_{part.letter.lower()}.tex": chapter.render(chapter=part) for part in content.chapters},
    }
