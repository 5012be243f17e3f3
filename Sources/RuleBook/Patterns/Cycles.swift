/// Numbers the cycles of a graph: its strongly connected parts that hold at least one edge.
struct Cycles {
  /// For each node its cycle; nil for a node that cannot come back to itself.
  private(set) var numbers: [Int?]

  private let targets: [[Int]]

  /// Kosaraju: nodes in the order in which a walk forward leaves them, then walks backward in the opposite order.
  init(_ targets: [[Int]]) {
    self.targets = targets
    numbers = Array(repeating: nil, count: targets.count)
    var sources = [[Int]](repeating: [], count: targets.count)
    for (source, all) in targets.enumerated() {
      for target in all { sources[target].append(source) }
    }
    var isTaken = [Bool](repeating: false, count: targets.count)
    for (number, start) in leavingOrder().reversed().enumerated() where !isTaken[start] {
      let part = Self.reach(from: start, over: sources, &isTaken)
      guard part.count > 1 || targets[start].contains(start) else { continue }
      for node in part { numbers[node] = number }
    }
  }

  private func leavingOrder() -> [Int] {
    var isSeen = [Bool](repeating: false, count: targets.count)
    var order: [Int] = []
    for start in targets.indices where !isSeen[start] {
      isSeen[start] = true
      var path = [(node: start, edge: 0)]
      while let (node, edge) = path.last {
        guard edge < targets[node].count else {
          order.append(node)
          path.removeLast()
          continue
        }
        path[path.count - 1].edge += 1
        let next = targets[node][edge]
        if !isSeen[next] {
          isSeen[next] = true
          path.append((next, 0))
        }
      }
    }
    return order
  }

  private static func reach(from start: Int, over edges: [[Int]], _ isTaken: inout [Bool]) -> [Int] {
    isTaken[start] = true
    var part = [start]
    var next = 0
    while next < part.count {
      for node in edges[part[next]] where !isTaken[node] {
        isTaken[node] = true
        part.append(node)
      }
      next += 1
    }
    return part
  }
}
