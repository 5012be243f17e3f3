import ReportModel
import RuleBook

/// The columns of an item table as spreadsheets show it, in order.
enum ItemColumn: String, CaseIterable {
  case id
  case chineseName = "name zh-Hant"
  case englishName = "name en"
  case dimension
  case dimensionName = "dimension name"
  case subDimension = "sub-dimension"
  case subDimensionName = "sub-dimension name"
  case polarity, level, industries, activities, topics, points, references
  case chineseNotes = "notes zh-Hant"
  case englishNotes = "notes en"

  /// Shown for a person and not read back.
  var isForReading: Bool { self == .dimensionName || self == .subDimensionName }
}

/// Lists in one cell: parted by "; ", with a backslash before what would be taken for a mark or for empty ends.
enum CellList {
  static let none = "-"

  static func joined(_ texts: [String]) -> String { texts.map(escaped).joined(separator: "; ") }

  private static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let isEnd = index == 0 || index == scalars.count - 1
      let isMark = scalar == ";" || scalar == "；" || scalar == "\\" || (isEnd && scalar.properties.isWhitespace)
      if isMark || (scalar == "-" && scalars.count == 1) { result.append("\\") }
      result.append(scalar)
    }
    return String(result)
  }

  /// Empty entries are none.
  static func texts(_ cell: String) -> [String] {
    var parts: [[(scalar: Unicode.Scalar, isBare: Bool)]] = [[]]
    var isEscaped = false
    for scalar in cell.unicodeScalars {
      if !isEscaped, scalar == "\\" {
        isEscaped = true
        continue
      }
      // A full-width semicolon is what a Chinese keyboard types.
      if !isEscaped, scalar == ";" || scalar == "；" {
        parts.append([])
      } else {
        parts[parts.count - 1].append((scalar, !isEscaped))
      }
      isEscaped = false
    }
    return parts.map(trimmed).filter { !$0.isEmpty }
  }

  private static func trimmed(_ part: [(scalar: Unicode.Scalar, isBare: Bool)]) -> String {
    let isSpace: ((scalar: Unicode.Scalar, isBare: Bool)) -> Bool = { $0.isBare && $0.scalar.properties.isWhitespace }
    let kept = part.drop(while: isSpace).reversed().drop(while: isSpace).reversed()
    var view = String.UnicodeScalarView()
    view.append(contentsOf: kept.map(\.scalar))
    return String(view)
  }
}
