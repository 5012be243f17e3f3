import ReportModel

/// Boxes of one size that hold a few words each: the steps of a process, the offices of a chart.
struct StepBoxes {
  private var regions: Set<Int> = []

  private static let fewest = 3
  private static let longestLabel = 16

  init(_ sketch: PageSketch, _ blocks: [BlockDraft]) {
    var contents: [Int: [BlockDraft]] = [:]
    for block in blocks { contents[block.region, default: []].append(block) }
    let boxes = contents.compactMap { region, inside -> (region: Int, box: Box)? in
      guard region > 0, !sketch.regions[region].isTable, inside.count == 1, inside[0].lines.count <= 2,
        inside[0].glyphCount <= Self.longestLabel
      else { return nil }
      return (region, sketch.regions[region].box)
    }
    for one in boxes {
      let alike = boxes.filter {
        abs($0.box.height - one.box.height) <= 3 && abs($0.box.width - one.box.width) <= 0.5 * one.box.width
      }
      if alike.count >= Self.fewest { regions.insert(one.region) }
    }
  }

  func holds(_ block: BlockDraft) -> Bool { regions.contains(block.region) }
}
