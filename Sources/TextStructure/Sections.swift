import ReportModel

/// Builds the tree of sections from headings.
func buildSections(_ report: inout ReportText, _ facts: DocumentFacts) {
  var open: [Int] = []
  for index in report.blocks.indices {
    let block = report.blocks[index]
    if block.role == .heading {
      let level = max(1, block.level ?? 1)
      while let last = open.last, report.sections[last].level >= level { open.removeLast() }
      let section = Section(
        title: report.string(block.range), level: level, parent: open.last, heading: index,
        page: block.parts.first?.page ?? 0, blocks: index..<index + 1)
      open.append(report.sections.count)
      report.sections.append(section)
    }
    report.blocks[index].section = open.last
    for section in open { report.sections[section].blocks = report.sections[section].blocks.lowerBound..<index + 1 }
  }
}
