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

  // MARK: Comments

  private func item(_ id: String) -> Item {
    Item(id: id, pack: "p", names: Phrase("A", "A"), subDimension: "board", level: "policy", place: Place(file: ""))
  }

  private func written(_ items: [Item], over old: String) throws -> (text: String, lost: Int) {
    let folder = try BuiltProgram.temporaryFolder()
    try FileManager.default.createDirectory(atPath: folder + "/p", withIntermediateDirectories: true)
    try old.write(toFile: folder + "/p/items.yaml", atomically: true, encoding: .utf8)
    let lost = try writeItems(items, of: "p", in: RuleFolder(path: folder))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/p") == ["items.yaml"])
    return (try String(contentsOfFile: folder + "/p/items.yaml", encoding: .utf8), lost)
  }

  private static let commented = """
    # Ours.

    # Second.
    items:
      # First part.
      - id: a
        names: A
        # inside an item
        sub-dimension: board
        level: policy

    # Second part:
        # two lines

      - {id: b, names: A, sub-dimension: board, level: policy}
      # behind all

    """

  @Test func commentsAtTheHeadAndAboveItemsStay() throws {
    let (text, lost) = try written([item("b"), item("c"), item("a")], over: Self.commented)
    let comments = text.split(separator: "\n").filter { $0.contains("#") || $0.contains("- id") || $0 == "items:" }
    #expect(
      comments == [
        "# Ours.", "# Second.", "items:", "  # Second part:", "  # two lines", "  - id: b", "  - id: c",
        "  # First part.", "  - id: a",
      ])
    #expect(text.hasPrefix("# Ours.\n\n# Second.\nitems:\n"))
    #expect(lost == 2)
  }

  @Test func commentsOfItemsThatAreGoneAreCounted() throws {
    let (text, lost) = try written([], over: Self.commented)
    #expect(text == "# Ours.\n\n# Second.\nitems: []\n" && lost == 5)
  }

  @Test("The second import changes nothing more", arguments: ["\n", "\r\n"])
  func noCommentIsRepeated(_ end: String) throws {
    let (once, _) = try written([item("a"), item("b")], over: Self.commented.replacing("\n", with: end))
    let (twice, lost) = try written([item("a"), item("b")], over: once)
    #expect(once == twice && lost == 0)
    #expect(once.components(separatedBy: "# Ours.").count == 2)
  }

  @Test func theProjectsOwnTableLosesNoComment() throws {
    let folder = RuleFolder(path: BuiltProgram.root.appendingPathComponent("Rules").path)
    for source in try folder.sources() where source.path.hasSuffix("/items.yaml") {
      let file = ItemFile(items: readItems(source.bytes, pack: "p").items, replacing: source.bytes)
      #expect(file.lostComments == 0, "\(source.path)")
      let comments = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").filter { $0.hasPrefix("#") }
      #expect(Set(comments).count == comments.count, "\(source.path): a comment at the head stands twice")
    }
  }
}
