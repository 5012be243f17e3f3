"""Bar and line charts over a year axis, stacked bars, lying bars and pies, drawn with their labels and values."""

from math import cos, pi, sin

from .ink import Polyline, Rect, Rule, Shape
from .lines import break_lines, ink_of, typed

SHADES = ["key", "second", "third", "soft"]


class Plot:
    """The inner rectangle of a chart and the text that it carries."""

    def __init__(self, doc, spec, block, sheet, page, x, y, width, height, style):
        self.__dict__.update(locals())
        self.strings = []
        self.top, self.bottom = (
            y + (26 if spec.get("legend", True) and len(spec["series"]) > 1 else 14),
            y + height - 18,
        )
        self.left, self.right = x + (34 if spec.get("ticks", True) else 12), x + width - 10
        self.most = spec.get("max") or max(max(v) for v in self.numbers()) * 1.15
        self.least = spec.get("min", 0)

    def numbers(self):
        series = [[value_of(v) for v in s["values"]] for s in self.spec["series"]]
        return [[sum(column) for column in zip(*series)]] if self.spec["kind"] == "stacked" else series

    def level(self, value):
        return self.bottom - (value - self.least) / (self.most - self.least) * (self.bottom - self.top)

    def text(self, text, x, y, align="center", color=None):
        """Centred on x with its baseline at y."""
        style = self.style.but(color=color or self.style.color, align="left", indent=0)
        line = break_lines(text, style, 1000)[0]
        left = x - {"center": line.width / 2, "left": 0, "right": line.width}[align]
        self.sheet.add(ink_of(line, style, left, y), tag=(("Figure", self.block.seq),))
        self.strings.append(typed(text))

    def axis(self):
        ops = [Rule((self.left, self.bottom), (self.right, self.bottom), 0.6, self.doc.color("rule"))]
        labels = []
        if self.spec.get("ticks", True):
            for i in range(5):
                value = self.least + (self.most - self.least) * i / 4
                y = self.level(value)
                ops.append(Rule((self.left, y), (self.right, y), 0.25, "#C8CED2"))
                labels.append(
                    (
                        self.spec.get("tick-form", "{:,.0f}").format(value),
                        self.left - 5,
                        y + self.style.size * 0.35,
                        "right",
                    )
                )
        self.sheet.add(ops, layer=0)
        for text, x, y, align in labels:
            self.text(text, x, y, align)

    def years(self):
        step = (self.right - self.left) / len(self.spec["labels"])
        centres = [self.left + step * (i + 0.5) for i in range(len(self.spec["labels"]))]
        for label, x in zip(self.spec["labels"], centres):
            self.text(str(label), x, self.bottom + 12)
        return centres, step

    def legend(self):
        if not self.spec.get("legend", True) or len(self.spec["series"]) < 2:
            return
        x = self.left + 10
        for i, series in enumerate(self.spec["series"]):
            self.sheet.add([Rect((x, self.y + 3, x + 8, self.y + 11), self.doc.color(SHADES[i]))], layer=0)
            self.text(series["name"], x + 12, self.y + 10.5, "left")
            x += 34 + break_lines(series["name"], self.style, 1000)[0].width

    def unit(self):
        if "unit" in self.spec:
            at = self.y + 10.5 if len(self.spec["series"]) < 2 or not self.spec.get("legend", True) else self.y + 22
            self.text(self.spec["unit"], self.left - 28 if self.spec.get("ticks", True) else self.left, at, "left")


def value_of(text):
    return float(str(text).rstrip("%").replace(",", "") or 0)


def bars(plot):
    centres, step = plot.years()
    count = len(plot.spec["series"])
    wide = min(26, step * 0.7 / count)
    for i, series in enumerate(plot.spec["series"]):
        for text, centre in zip(series["values"], centres):
            x = centre + (i - (count - 1) / 2) * wide * 1.1
            top = plot.level(value_of(text))
            plot.sheet.add([Rect((x - wide / 2, top, x + wide / 2, plot.bottom), plot.doc.color(SHADES[i]))], layer=0.2)
            plot.text(str(text), x, top - 3)


def stacked(plot):
    centres, step = plot.years()
    wide = min(34, step * 0.55)
    base = [0.0] * len(centres)
    for i, series in enumerate(plot.spec["series"]):
        for j, (text, x) in enumerate(zip(series["values"], centres)):
            value = value_of(text)
            low, top = plot.level(base[j]), plot.level(base[j] + value)
            plot.sheet.add([Rect((x - wide / 2, top, x + wide / 2, low), plot.doc.color(SHADES[i]))], layer=0.2)
            plot.text(str(text), x, (low + top) / 2 + plot.style.size * 0.35, color="#FFFFFF" if i == 0 else None)
            base[j] += value


def lines(plot):
    centres, _ = plot.years()
    for i, series in enumerate(plot.spec["series"]):
        points = [(x, plot.level(value_of(t))) for t, x in zip(series["values"], centres)]
        dots = [Rect((x - 2, y - 2, x + 2, y + 2), plot.doc.color(SHADES[i])) for x, y in points]
        plot.sheet.add([Polyline(points, 1.4, plot.doc.color(SHADES[i]))] + dots, layer=0.2)
        for text, (x, y) in zip(series["values"], points):
            plot.text(str(text), x, y - 6 if i % 2 == 0 else y + 12)


def lying(plot):
    """Bars to the right with names at the left: no axis of years."""
    names, series = plot.spec["labels"], plot.spec["series"][0]
    step = (plot.bottom + 14 - plot.top) / len(names)
    left = plot.x + plot.spec.get("names", 90)
    most = max(value_of(v) for v in series["values"])
    for i, (name, text) in enumerate(zip(names, series["values"])):
        mid = plot.top + step * (i + 0.5)
        long = (plot.right - 40 - left) * value_of(text) / most
        plot.sheet.add(
            [Rect((left, mid - step * 0.3, left + long, mid + step * 0.3), plot.doc.color("key"))], layer=0.2
        )
        plot.text(name, left - 6, mid + plot.style.size * 0.35, "right")
        plot.text(str(text), left + long + 5, mid + plot.style.size * 0.35, "left")


def pie(plot):
    names, series = plot.spec["labels"], plot.spec["series"][0]
    total, angle = sum(value_of(v) for v in series["values"]), -pi / 2
    cx, cy = plot.x + plot.width * 0.32, plot.y + plot.height / 2
    radius = min(plot.height / 2 - 8, plot.width * 0.25)
    for i, (name, text) in enumerate(zip(names, series["values"])):
        share = value_of(text) / total * 2 * pi
        steps = max(2, int(share * 12))
        rim = [
            (cx + cos(angle + share * k / steps) * radius, cy + sin(angle + share * k / steps) * radius)
            for k in range(steps + 1)
        ]
        path = [("m", [(cx, cy)])] + [("l", [p]) for p in rim] + [("h", [])]
        plot.sheet.add([Shape(path, plot.doc.color(SHADES[i % 4]))], layer=0.2)
        mid = angle + share / 2
        plot.text(
            str(text),
            cx + cos(mid) * radius * 0.62,
            cy + sin(mid) * radius * 0.62 + 3,
            color="#FFFFFF" if i == 0 else None,
        )
        row = plot.y + plot.height / 2 + (i - (len(names) - 1) / 2) * 18
        plot.sheet.add(
            [
                Rect(
                    (plot.x + plot.width * 0.66, row - 7, plot.x + plot.width * 0.66 + 8, row + 1),
                    plot.doc.color(SHADES[i % 4]),
                )
            ],
            layer=0,
        )
        plot.text(name, plot.x + plot.width * 0.66 + 13, row, "left")
        angle += share


KINDS = {
    "bar": (bars, True),
    "stacked": (stacked, True),
    "line": (lines, True),
    "lying": (lying, False),
    "pie": (pie, False),
}


def chart_slab(doc, spec, width, outer):
    from .blocks import Slab

    block = doc.truth.block("figure-text", head=1, side=1, also=("table",))
    height = spec.get("height", 150)
    style = doc.styled("chart", spec)
    paint, has_axis = KINDS[spec["kind"]]

    def draw(sheet, page, x, y):
        plot = Plot(doc, spec, block, sheet, page, x, y, width, height, style)
        plot.legend()
        plot.unit()
        if has_axis:
            plot.axis()
        paint(plot)
        rows = [[""] + [str(v) for v in spec["labels"]]]
        # A single series is not named on the page: no reader can know what it is called.
        named = spec.get("legend", True) and len(spec["series"]) > 1
        rows += [[s["name"] if named else ""] + [str(v) for v in s["values"]] for s in spec["series"]]
        block.add(page, (x, y, x + width, y + height), rows=rows, strings=plot.strings)

    return Slab(height, draw, keep=bool(spec.get("keep")))
