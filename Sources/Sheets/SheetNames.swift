/// What Excel takes for the name of a sheet.
enum SheetNames {
  private static let longest = 31
  private static let forbidden = Set("[]:*?/\\".unicodeScalars)

  static func check(_ names: [String]) throws(SheetFailure) {
    guard !names.isEmpty else { throw SheetFailure(.badName, "a workbook needs a sheet") }
    var seen: Set<String> = []
    for name in names {
      if let fault = fault(of: name) { throw SheetFailure(.badName, fault, sheet: name) }
      guard seen.insert(name.lowercased()).inserted else {
        throw SheetFailure(.badName, "two sheets of the same name", sheet: name)
      }
    }
  }

  private static func fault(of name: String) -> String? {
    if name.isEmpty || name.utf16.count > longest { return "a sheet's name has 1 to \(longest) characters" }
    if name.unicodeScalars.contains(where: { forbidden.contains($0) || $0.value < 0x20 }) {
      return "a sheet's name has none of []:*?/\\"
    }
    if name.hasPrefix("'") || name.hasSuffix("'") { return "a sheet's name has no apostrophe at its ends" }
    if name.lowercased() == "history" { return "Excel keeps the name History for itself" }
    return nil
  }
}
