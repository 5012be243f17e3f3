import ReportModel

/// What stands on the page for orientation: before and after the body.
struct Furniture {
  var before: [BlockDraft] = []
  var after: [BlockDraft] = []
}

struct FurnitureFinder {
  let pageCount: Int

  func takeOut(_ sketches: inout [PageSketch]) -> [Furniture] {
    sketches.map { _ in Furniture() }
  }
}
