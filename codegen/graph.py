"""The dependency graph of the theorems: where everything lies, and the figure as SVG, PNG and TeX."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

from codegen.document.plain import plain
from derivations.catalogue import cites
from derivations.chapters import reading_order
from derivations.proof import Theorem

# Millimetres, from the upper left corner.
WIDTH = 160.0  # of the text on the page of the appendix
TALLEST = 205.0  # what a page holds
BOX, TALL = 9.6, 4.1  # a theorem
PITCH = 6.2  # from one theorem to the next
ROWS = 38  # in a column at most
HEAD = 9.0  # the letters of the chapters
ARROW = 1.3
COLOURS = ("#4477aa", "#228833", "#cc6677", "#aa3377", "#b8860b", "#117788")  # of the chapters, in order
MUTED = "#999999"

Point = tuple[float, float]


@dataclass(frozen=True)
class Node:
    """A theorem: the upper left corner of its box."""

    id: str
    title: str
    chapter: str
    x: float
    y: float
    colour: str
    cited: bool  # whether an arrow starts or ends here


@dataclass(frozen=True)
class Edge:
    """A cubic curve from a theorem to one whose proof cites it."""

    start: str
    end: str
    points: tuple[Point, Point, Point, Point]
    colour: str

    @property
    def head(self) -> tuple[Point, Point, Point]:
        """The arrow's head. Every curve arrives horizontally."""
        (x, y), (before, _) = self.points[3], self.points[2]
        back = x - ARROW if before < x else x + ARROW
        return (x, y), (back, y - ARROW / 2.2), (back, y + ARROW / 2.2)


@dataclass(frozen=True)
class Graph:
    """The figure."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    heads: tuple[tuple[str, float, str], ...]  # letter, middle and colour of each column
    width: float
    height: float


def dependency_graph(theorems: Sequence[Theorem]) -> Graph:
    """One or more columns a chapter, in reading order. Arrows within a column bend to the left, others run across."""
    ordered = sorted(theorems, key=reading_order)
    chapters = [(letter, list(_columns(list(group)))) for letter, group in groupby(ordered, key=lambda t: t.id[0])]
    colours = {letter: COLOURS[place % len(COLOURS)] for place, (letter, _) in enumerate(chapters)}
    columns = [(letter, column) for letter, group in chapters for column in group]
    rows = max((len(column) for _, column in columns), default=0)
    pitch = min(PITCH, (TALLEST - HEAD) / max(rows, 1))
    step = WIDTH / max(len(columns), 1)
    ids = {theorem.id for theorem in theorems}
    pairs = [(name, theorem.id) for theorem in ordered for name in cites(theorem) if name in ids]
    ends = {name for pair in pairs for name in pair}
    nodes = tuple(
        Node(
            theorem.id,
            plain(theorem.title),
            letter,
            _round((place + 1) * step - BOX - 1),
            _round(HEAD + row * pitch),
            colours[letter],
            theorem.id in ends,
        )
        for place, (letter, column) in enumerate(columns)
        for row, theorem in enumerate(column)
    )
    at = {node.id: node for node in nodes}
    edges = tuple(Edge(a, b, _curve(at[a], at[b], step - BOX), at[a].colour) for a, b in pairs)
    heads = tuple(
        (letter, _round((min(where) + max(where) + BOX) / 2), colours[letter])
        for letter, _ in chapters
        for where in [[node.x for node in nodes if node.chapter == letter]]
    )
    return Graph(nodes, edges, heads, WIDTH, _round(HEAD + rows * pitch))


def _columns(theorems: list[Theorem]) -> Iterator[list[Theorem]]:
    """About equally long columns, cut between items where that is possible."""
    count = -(-len(theorems) // ROWS)
    while theorems:
        least = -(-len(theorems) // count)
        cut = next((n for n in range(least, ROWS + 1) if n >= len(theorems) or _cut_before(theorems, n)), least)
        yield theorems[:cut]
        theorems, count = theorems[cut:], max(count - 1, 1)


def _cut_before(theorems: list[Theorem], place: int) -> bool:
    return reading_order(theorems[place])[:2] != reading_order(theorems[place - 1])[:2]


def _curve(start: Node, end: Node, gutter: float) -> tuple[Point, Point, Point, Point]:
    y1, y2 = _round(start.y + TALL / 2), _round(end.y + TALL / 2)
    if start.x == end.x:
        bend = _round(start.x - min((gutter - 1) * 1.3, 2.5 + 0.2 * abs(y2 - y1)))
        return (start.x, y1), (bend, y1), (bend, y2), (end.x, y2)
    right = start.x < end.x
    x1, x2 = (start.x + BOX, end.x) if right else (start.x, end.x + BOX)
    reach = _round((x2 - x1) / 2)
    return (x1, y1), (_round(x1 + reach), y1), (_round(x2 - reach), y2), (x2, y2)


def _round(length: float) -> float:
    return round(length, 2)


def svg(graph: Graph, links: bool = False) -> str:
    """The figure as SVG; with `links` each theorem leads to the element whose id is its own."""
    return "\n".join(_svg(graph, links)) + "\n"


def _svg(graph: Graph, links: bool) -> Iterator[str]:
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {graph.width:g} {graph.height:g}" '
        f'width="{graph.width:g}mm" height="{graph.height:g}mm" role="img" '
        'font-family="DejaVu Sans, Verdana, sans-serif" text-anchor="middle">'
    )
    yield "<title>Which theorem rests on which</title>"
    for edge in graph.edges:
        (x0, y0), *rest = edge.points
        curve = f"M{x0:g},{y0:g}C" + " ".join(f"{x:g},{y:g}" for x, y in rest)
        head = " ".join(f"{x:g},{y:g}" for x, y in edge.head)
        yield f'<path d="{curve}" fill="none" stroke="{edge.colour}" stroke-width="0.3" opacity="0.8"/>'
        yield f'<polygon points="{head}" fill="{edge.colour}"/>'
    for letter, x, colour in graph.heads:
        yield f'<text x="{x:g}" y="5" font-size="5" font-weight="bold" fill="{colour}">{letter}</text>'
    for node in graph.nodes:
        x, y = _round(node.x + BOX / 2), _round(node.y + TALL / 2 + 0.95)
        box = (
            f'<rect x="{node.x:g}" y="{node.y:g}" width="{BOX}" height="{TALL}" rx="0.9" fill="white" '
            f'stroke="{node.colour if node.cited else MUTED}" stroke-width="0.35"/>'
        )
        text = f'<text x="{x:g}" y="{y:g}" font-size="2.7" fill="#222222">{node.id}</text>'
        body = f"<title>{escape(node.id)}: {escape(node.title)}</title>{box}{text}"
        yield f'<a href="#{node.id}">{body}</a>' if links else f"<g>{body}</g>"
    yield "</svg>"


def png(graph: Graph, dpi: int = 200) -> bytes:
    """The figure as PNG."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from matplotlib.patches import FancyBboxPatch, PathPatch, Polygon
    from matplotlib.path import Path

    figure = Figure(figsize=(graph.width / 25.4, graph.height / 25.4), dpi=dpi, facecolor="white")
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, graph.width), ylim=(graph.height, 0))
    axes.set_axis_off()
    for edge in graph.edges:
        curve = Path(edge.points, [Path.MOVETO, Path.CURVE4, Path.CURVE4, Path.CURVE4])
        axes.add_patch(PathPatch(curve, fill=False, edgecolor=edge.colour, linewidth=0.85, alpha=0.8, zorder=1))
        axes.add_patch(Polygon(edge.head, facecolor=edge.colour, linewidth=0, zorder=1))
    for letter, x, colour in graph.heads:
        axes.text(x, 4, letter, size=13, weight="bold", ha="center", va="center", color=colour)
    for node in graph.nodes:
        box = FancyBboxPatch((node.x, node.y), BOX, TALL, "round,pad=0,rounding_size=0.9")
        box.set(facecolor="white", edgecolor=node.colour if node.cited else MUTED, linewidth=1, zorder=2)
        axes.add_patch(box)
        x, y = node.x + BOX / 2, node.y + TALL / 2
        axes.text(x, y, node.id, size=7.5, ha="center", va="center_baseline", color="#222222", zorder=3)
    file = io.BytesIO()
    figure.savefig(file, format="png", metadata={"Software": None})
    return file.getvalue()


def tex(graph: Graph) -> str:
    """The figure as a LaTeX picture in millimetres. Curves are PDF operators, given to the macro `drawn`."""
    return "\n".join(_tex(graph))


def _tex(graph: Graph) -> Iterator[str]:
    def at(*points: Point) -> str:
        return " ".join(f"{x * 72 / 25.4:.2f} {(graph.height - y) * 72 / 25.4:.2f}" for x, y in points)

    yield rf"\begin{{picture}}({graph.width:g},{graph.height:g})"
    yield r"\put(0,0){\drawn{0.7 w"
    for edge in graph.edges:
        start, *rest = edge.points
        (tip, *back), rgb = edge.head, _rgb(edge.colour)
        yield f"{rgb} RG {rgb} rg {at(start)} m {at(*rest)} c S"
        yield f"{at(tip)} m {at(back[0])} l {at(back[1])} l f"
    yield "1 1 1 rg 0.9 w"
    for node in graph.nodes:
        colour = node.colour if node.cited else MUTED
        corner = at((node.x, node.y + TALL))
        yield f"{_rgb(colour)} RG {corner} {BOX * 72 / 25.4:.2f} {TALL * 72 / 25.4:.2f} re B"
    yield "}}"
    for letter, x, colour in graph.heads:
        text = rf"\large\bfseries\color[HTML]{{{colour[1:].upper()}}}{letter}"
        yield rf"\put({x:g},{graph.height - 5:g}){{\makebox(0,0){{{text}}}}}"
    for node in graph.nodes:
        corner = f"{node.x:g},{graph.height - node.y - TALL:g}"
        text = rf"\hyperref[thm:{node.id}]{{\scriptsize\textsf{{{node.id}}}}}"
        yield rf"\put({corner}){{\makebox({BOX:g},{TALL:g}){{{text}}}}}"
    yield r"\end{picture}"


def _rgb(colour: str) -> str:
    return " ".join(f"{int(colour[place : place + 2], 16) / 255:.3f}" for place in (1, 3, 5))


def values(graph: Graph) -> list[dict[str, object]]:
    """Each theorem, and what it rests on."""
    rests = {node.id: [edge.start for edge in graph.edges if edge.end == node.id] for node in graph.nodes}
    return [{"id": n.id, "title": n.title, "chapter": n.chapter, "rests_on": rests[n.id]} for n in graph.nodes]
