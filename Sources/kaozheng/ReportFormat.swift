/// In which forms scores, lists, rounds and events are printed: for a person, a program, a spreadsheet.
enum ReportFormat: String, CaseIterable {
  case text, json, csv

  static let names = allCases.map(\.rawValue)

  /// As a command line asks for it; the parser takes no other words.
  init(_ invocation: Invocation) {
    self = invocation.values["--format"].flatMap(ReportFormat.init(rawValue:)) ?? .text
  }
}
