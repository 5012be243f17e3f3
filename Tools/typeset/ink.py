"""What stands on a page, in points from its top left corner, before any PDF is written."""

from dataclasses import dataclass, field


@dataclass
class Glyphs:
    """A run of glyphs on one baseline; `items` holds (glyph, character, x, y)."""

    face: str
    mode: tuple
    size: float
    color: str
    items: list
    angle: int = 0
    render: int = 0
    vertical: bool = False
    strong: float = 0


@dataclass
class Rect:
    box: tuple
    color: str


@dataclass
class Rule:
    start: tuple
    end: tuple
    width: float
    color: str
    dash: tuple = ()


@dataclass
class Shape:
    """A filled path: (command, points) with y downwards."""

    path: list
    color: str


@dataclass
class Polyline:
    points: list
    width: float
    color: str


@dataclass
class Photo:
    box: tuple
    data: bytes
    pixels: tuple
    filter: str = "DCTDecode"
    space: str = "DeviceRGB"
    bits: int = 8


@dataclass
class Clip:
    """Everything in `inner` shows only inside the box."""

    box: tuple
    inner: list


@dataclass
class Group:
    """Ink that is drawn together: a line, a cell, a background."""

    ops: list
    layer: int = 1
    tag: tuple = None  # (structure type, element key, parent path) or None for an artifact


@dataclass
class Sheet:
    """One page."""

    width: float
    height: float
    groups: list = field(default_factory=list)
    label: str = ""
    rotate: int = 0
    bleed: float = 0
    draw: str = "as-read"
    links: list = field(default_factory=list)
    scanned: str = ""

    def add(self, ops, layer=1, tag=None):
        if ops:
            self.groups.append(Group(ops, layer, tag))
