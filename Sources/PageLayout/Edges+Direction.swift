import ReportModel

extension Edges {
  /// The borders across the lines of a direction, in its frame.
  func walls(_ direction: Direction) -> [Edge] { seen(from: direction).vertical }

  /// The borders along the lines of a direction, in its frame.
  func borders(_ direction: Direction) -> [Edge] { seen(from: direction).horizontal }

  private func seen(from direction: Direction) -> (horizontal: [Edge], vertical: [Edge]) {
    switch direction {
    case .right, .oblique: return (horizontal, vertical)
    case .left: return (horizontal.map(Edges.mirrored), vertical.map(Edges.mirrored))
    case .down:
      return (
        vertical.map { Edge(position: -$0.position, start: $0.start, end: $0.end) },
        horizontal.map { Edge(position: $0.position, start: -$0.end, end: -$0.start) }
      )
    case .up:
      return (
        vertical.map { Edge(position: $0.position, start: -$0.end, end: -$0.start) },
        horizontal.map { Edge(position: -$0.position, start: $0.start, end: $0.end) }
      )
    }
  }

  private static func mirrored(_ e: Edge) -> Edge { Edge(position: -e.position, start: -e.end, end: -e.start) }
}
