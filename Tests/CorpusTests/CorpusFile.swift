import Foundation

/// One PDF of the Corpus with what a person reads in it.
struct CorpusFile: Decodable {
  var document: String
  var password: String
  var shows: [String]
  var pages: [TruthPage]

  /// The package's `Corpus` folder.
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Corpus")

  static func all() throws -> [CorpusFile] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".truth.json") }.sorted()
      .map { try JSONDecoder().decode(CorpusFile.self, from: Data(contentsOf: folder.appendingPathComponent($0))) }
  }

  var path: String { Self.folder.appendingPathComponent(document).path }
}

struct TruthPage: Decodable {
  var number: Int
  /// As printed; empty where a page of the file bears two printed pages.
  var label: String
  var width: Double
  var height: Double
  /// The grades that count as right.
  var readable: [String]
  var blocks: [PageBlock]
  var furniture: [PageBlock]

  enum CodingKeys: CodingKey { case number, label, width, height, readable, blocks, furniture }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    number = try values.decode(Int.self, forKey: .number)
    label = try values.decode(String.self, forKey: .label)
    width = try values.decode(Double.self, forKey: .width)
    height = try values.decode(Double.self, forKey: .height)
    blocks = try values.decode([PageBlock].self, forKey: .blocks)
    furniture = try values.decode([PageBlock].self, forKey: .furniture)
    readable =
      try (try? values.decode([String].self, forKey: .readable)) ?? [values.decode(String.self, forKey: .readable)]
  }
}

/// A block as the truth has it, or as the reader's JSON gives it.
struct PageBlock: Decodable, Equatable {
  var role: String
  /// Other roles that a careful reader might give it.
  var also: [String]?
  var text: String?
  var rows: [[String]]?
  var strings: [String]?
  var headerRows: Int?
  var headerColumns: Int?
  var box: [Double]?
  /// A side title: read before the text beside it, or after.
  var free: Bool?

  static let furnitureRoles: Set<String> = [
    "running-header", "running-footer", "page-number", "navigation", "watermark",
  ]

  var isFurniture: Bool { Self.furnitureRoles.contains(role) }
  var isFigure: Bool { role == "figure-text" }
  var isFree: Bool { free ?? false }
  var hasRows: Bool { !(rows ?? []).isEmpty }

  /// Whether the middle of this block lies on the other.
  func lies(on other: PageBlock) -> Bool {
    guard let box, let around = other.box, box.count == 4, around.count == 4 else { return false }
    // A passage that goes on below a figure has its middle there, but is no label.
    guard box[3] - box[1] <= around[3] - around[1] + 8 else { return false }
    let (x, y) = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
    return (around[0] - 4...around[2] + 4).contains(x) && (around[1] - 4...around[3] + 4).contains(y)
  }
}

/// What the reader's JSON says about a page.
struct ReadPage: Decodable {
  var number: Int
  var readable: String
  var blocks: [PageBlock]

  struct Document: Decodable {
    var pages: [ReadPage]
  }
}
