import ReportModel

/// Makes coverage of a pack's file of figures.
struct CoverageReader {
  let log: FindingLog

  func coverage(of root: YAMLNode) -> Coverage? {
    guard let map = MapReader(root, as: .coverageFile, log: log) else { return nil }
    var coverage = Coverage()
    coverage.reports = tally(map, "reports", &coverage.places)
    coverage.passages = tally(map, "passages", &coverage.places)
    return coverage
  }

  private func tally(_ file: MapReader, _ key: String, _ places: inout [String: [Place]]) -> Coverage.Tally {
    guard let node = file.node(key), let map = MapReader(node, as: .tally, log: log) else { return Coverage.Tally() }
    var tally = Coverage.Tally(read: map.integer("read") ?? 0)
    for (item, place, count) in map.counts("found", upTo: tally.read) {
      tally.found[item] = count
      places[item, default: []].append(place)
    }
    return tally
  }
}
