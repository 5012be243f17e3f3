import Foundation
import ReportModel
import RuleBook
import Sheets
import Support
import Testing

@testable import Pipeline

/// The item table goes out to a spreadsheet and comes back as it was.
struct ItemTableTests {
  private static let seed = UInt64.random(in: .min ... .max)

  /// Equal to the last scalar: strings are equal already where a reader would see the same, files are not.
  private func isExactly(_ a: [Item], _ b: [Item]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { $0.saysTheSame(as: $1) }
      && ItemFile(items: a).bytes == ItemFile(items: b).bytes
  }

  @Test func anyItemsComeBackFromYAML() {
    var random = RandomItems(seed: Self.seed)
    for _ in 0..<300 {
      let items = random.items()
      let (found, findings) = readItems(ItemFile(items: items).bytes, pack: "p")
      #expect(findings.isEmpty && isExactly(items, found), "seed \(Self.seed)")
    }
  }

  @Test func anyItemsComeBackFromCSV() throws {
    var random = RandomItems(seed: Self.seed)
    for _ in 0..<300 {
      var pack = RandomItems.pack
      pack.items = random.items()
      let sheet = try sheet(fromCSV: csv(of: itemSheet(of: pack)), name: "items")
      let (found, faults, _) = items(from: sheet, for: pack)
      #expect(faults.isEmpty && isExactly(pack.items, found), "seed \(Self.seed)")
    }
  }

  @Test func anyItemsComeBackFromAWorkbook() throws {
    var random = RandomItems(seed: Self.seed)
    let path = try BuiltProgram.temporaryFolder() + "/items.xlsx"
    for _ in 0..<12 {
      var pack = RandomItems.pack
      pack.items = random.items()
      try exportItems(of: pack, to: path, as: .xlsx)
      let (found, faults, _) = try readItemTable(path, as: .xlsx, for: pack)
      #expect(faults.isEmpty && isExactly(pack.items, found), "seed \(Self.seed)")
    }
  }

  @Test func thePacksOfTheProjectAreWrittenAsTheyStand() throws {
    let folder = RuleFolder(path: BuiltProgram.root.appendingPathComponent("Rules").path)
    let sources = try folder.sources().filter { $0.path.hasSuffix("/items.yaml") }
    #expect(sources.contains { $0.bytes.first == UInt8(ascii: "#") })
    for source in sources {
      let (items, _) = readItems(source.bytes, pack: "p")
      let file = ItemFile(items: items, replacing: source.bytes)
      #expect(isExactly(readItems(file.bytes, pack: "p").items, items), "\(source.path)")
      #expect(source.bytes.first != UInt8(ascii: "#") || file.head.first?.hasPrefix("#") == true)
    }
  }

  // MARK: Faults and changes

  private func edited(_ edit: (inout Sheet) -> Void) -> (items: [Item], faults: [ItemSheetFault], ignored: [String]) {
    var pack = RandomItems.pack
    pack.items = ["a", "b"].map {
      Item(id: $0, pack: "p", names: Phrase("A", "甲"), subDimension: "board", level: "policy", place: Place(file: ""))
    }
    var sheet = itemSheet(of: pack)
    edit(&sheet)
    return items(from: sheet, for: pack)
  }

  @Test func faultsNameTheirCells() {
    let (items, faults, _) = edited { sheet in
      sheet.rows[0][5] = .text("bord")
      sheet.rows[1][12] = .text("x")
      sheet.rows.append(sheet.rows[1])
      sheet.rows[2][0] = .text("a")
      sheet.rows[2][3] = .text("env")
    }
    #expect(items.isEmpty)
    let places = faults.map { $0.phrase.english.prefix { $0 != ":" } }
    #expect(places == ["cell F2", "cell M3", "cell D4", "cell M4"])
  }

  @Test func anIdThatStandsTwiceIsAFault() {
    let (items, faults, _) = edited { $0.rows[1][0] = .text("a") }
    #expect(items.map(\.id) == ["a"])
    #expect(faults.map(\.phrase.english) == ["cell A3: “a” stands in row 2 already"])
  }

  /// Else one deleted column would empty a field of every item.
  @Test func aColumnThatIsMissingIsAFaultAndOneTooManyIsNot() {
    let (_, faults, _) = edited { $0.header[12] = "point" }
    #expect(faults.map(\.message.english) == ["there is no column “points”"])
    let (items, none, ignored) = edited { $0.header.append("my remarks") }
    #expect(items.count == 2 && none.isEmpty && ignored == ["my remarks"])
  }

  @Test func changesAreToldFieldByField() {
    let old = ["a", "b", "c"].map {
      Item(id: $0, pack: "p", names: Phrase("A", "甲"), subDimension: "board", level: "policy", place: Place(file: ""))
    }
    var new = [old[2], old[0]]
    new[1].points = Figure(digits: 25, exponent: -1)
    new.append(old[0])
    new[2].id = "d"
    let changes = ItemChanges(from: old, to: new)
    #expect(changes.new.map(\.id) == ["d"] && changes.gone.map(\.id) == ["b"] && changes.isReordered)
    #expect(changes.changed.map(\.fields) == [[ItemChanges.Field(name: "points", old: "1", new: "2.5")]])
  }

  @Test func commentsAtTheHeadStayAndThoseBelowAreCounted() throws {
    let folder = try BuiltProgram.temporaryFolder()
    try FileManager.default.createDirectory(atPath: folder + "/p", withIntermediateDirectories: true)
    let old = "# Ours.\n\n# Second.\nitems:\n  # lost\n  - id: a\n"
    try old.write(toFile: folder + "/p/items.yaml", atomically: true, encoding: .utf8)
    #expect(try writeItems([], of: "p", in: RuleFolder(path: folder)) == 1)
    #expect(
      try String(contentsOfFile: folder + "/p/items.yaml", encoding: .utf8) == "# Ours.\n\n# Second.\nitems: []\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/p") == ["items.yaml"])
  }
}
