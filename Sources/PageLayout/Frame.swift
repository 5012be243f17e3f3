import ReportModel

/// Turns a page so that text of one direction runs to the right, line under line.
///
/// Everything that builds lines and blocks works in the turned frame; vertical writing, rotated labels and
/// ordinary text are then one case.
struct Frame {
  let direction: Direction

  /// Slanted text is laid out as if it were level.
  func turn(_ b: Box) -> Box {
    switch direction {
    case .right, .oblique: b
    case .down: Box(x0: b.y0, y0: -b.x1, x1: b.y1, y1: -b.x0)
    case .up: Box(x0: -b.y1, y0: b.x0, x1: -b.y0, y1: b.x1)
    case .left: Box(x0: -b.x1, y0: -b.y1, x1: -b.x0, y1: -b.y0)
    }
  }

  func turnBack(_ b: Box) -> Box {
    switch direction {
    case .right, .oblique: b
    case .down: Box(x0: -b.y1, y0: b.x0, x1: -b.y0, y1: b.x1)
    case .up: Box(x0: b.y0, y0: -b.x1, x1: b.y1, y1: -b.x0)
    case .left: Box(x0: -b.x1, y0: -b.y1, x1: -b.x0, y1: -b.y0)
    }
  }

  /// The turned y of a pen position: the baseline.
  func baseline(x: Float, y: Float) -> Float {
    switch direction {
    case .right, .oblique: y
    case .down: -x
    case .up: x
    case .left: -y
    }
  }
}

/// Splits by direction, the commonest order first: right, down, left, up, oblique.
func byDirection<Item>(_ items: [Item], _ direction: (Item) -> Direction) -> [(Direction, [Item])] {
  [Direction.right, .down, .left, .up, .oblique].compactMap { wanted in
    let chosen = items.filter { direction($0) == wanted }
    return chosen.isEmpty ? nil : (wanted, chosen)
  }
}
