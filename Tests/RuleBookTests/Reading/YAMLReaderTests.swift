import ReportModel
import Testing

@testable import RuleBook

@Suite("Reading YAML")
struct YAMLReaderTests {
  private func read(_ text: String) throws(RuleFinding) -> YAMLNode? {
    try YAMLReader.read(Array(text.utf8), file: "a.yaml")
  }

  /// Every scalar and key with its place, in the order of the file.
  private func places(_ node: YAMLNode) -> [String] {
    switch node.value {
    case .scalar(let text, _): ["\(text)@\(node.place.spot)"]
    case .list(let nodes): nodes.flatMap(places)
    case .map(let entries): entries.flatMap { ["\($0.key)@\($0.keyPlace.spot)"] + places($0.node) }
    }
  }

  private func fault(_ text: String) -> RuleFinding? {
    do throws(RuleFinding) {
      _ = try read(text)
      return nil
    } catch {
      return error
    }
  }

  static let layout = "甲:\n  - 乙乙\n  - {丙: 丁, 戊: '己'}\n庚: >\n  辛\n"
  static let placesOfLayout = ["甲@1:1", "乙乙@2:5", "丙@3:6", "丁@3:9", "戊@3:12", "己@3:15", "庚@4:1", "辛\n@4:4"]

  @Test func placesCountLinesAndCharactersFromOne() throws {
    let node = try #require(try read(Self.layout))
    #expect(places(node) == Self.placesOfLayout)
    #expect(node.place.file == "a.yaml")
  }

  @Test("Line ends of Windows and a byte order mark move nothing", arguments: ["crlf", "mark", "both"])
  func windows(_ kind: String) throws {
    let lines = kind == "mark" ? Self.layout : Self.layout.replacing("\n", with: "\r\n")
    let node = try #require(try read((kind == "crlf" ? "" : "\u{FEFF}") + lines))
    #expect(places(node) == Self.placesOfLayout)
  }

  @Test("A file without anything is nothing", arguments: ["", "\n", "# nur\n", "\u{FEFF}", "---\n...\n# end\n"])
  func nothing(_ text: String) throws {
    let node = try read(text)
    #expect(node == nil || node?.isNull == true)
  }

  @Test func aKeyThatStandsTwiceIsRefusedWhereItStandsAgain() {
    let finding = fault("甲: 1\n乙: 2\n甲: 3\n")
    #expect(finding?.code == .duplicateKey)
    #expect(finding?.place.spot == "3:1")
    #expect(finding?.message.english == "“甲” stands twice")
  }

  /// What is no rule file, and where it stops being one.
  static let refused: [(String, String)] = [
    ("a: &x 1\nb: *x\n", "2:4"),
    ("a: 1\n---\nb: 2\n", "3:1"),
    ("a: [1, 2\nb: 3\n", "2:2"),
    ("a: 1\n\tb: 2\n", "2:1"),
    ("{[a]: 1}\n", "1:2"),
    ("a: 'x\n", "2:1"),
    ("a: %x\n", "1:4"),
  ]

  @Test("What is not asked for in rule files is refused at its place", arguments: refused)
  func refuses(_ text: String, _ spot: String) {
    let finding = fault(text)
    #expect(finding?.code == .notYAML)
    #expect(finding?.place.spot == spot, "\(finding?.message.english ?? "")")
  }

  /// A slip of the pen, and what a reader of Chinese is told of it.
  static let slips: [(String, String)] = [
    ("a: [1, 2\nb: 3\n", "清單這裡應有「,」或「]」"), ("a: {b: 1\nc: 2\n", "對映這裡應有「,」或「}」"),
    ("a: 1\n\tb: 2\n", "縮排不能用定位字元"), ("a: %x\n", "文字不能以這個字元開頭"), ("a: b: c\n", "文字中若有冒號加空格，請加引號"),
    ("a: 'x\n", "引號或括號沒有關閉"), ("a: \"\\$\"\n", "雙引號內沒有這個跳脫字元"), ("a: 1\n b\nc: 2\nd\n", "這裡應有「:」"),
    ("a:\n  - b\n c\n", "請檢查縮排"), ("a: 1\n- b\n", "請檢查縮排"),
  ]

  @Test("Common faults are told in Chinese too", arguments: slips)
  func isToldInChinese(_ text: String, _ words: String) throws {
    let message = try #require(fault(text)).message
    #expect(message.english.hasPrefix("not valid YAML: "))
    #expect(message.chinese.hasPrefix("不是有效的 YAML：") && message.chinese.contains(words), "\(message)")
  }

  @Test func aFaultWithoutWordsOfOursKeepsItsOwn() {
    #expect(YAMLProblems.phrase("odd").chinese == "不是有效的 YAML：odd")
  }

  @Test func nestingHasAnEnd() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(try read(nested(64)) != nil)
    let finding = fault(nested(65))
    #expect(finding?.message.english == "nested too deeply")
    #expect(finding?.place.spot == "1:65")
    #expect(fault(nested(100_000)) != nil)
  }

  @Test func whatIsWrittenAsNothingIsToldFromWords() throws {
    let node = try #require(try read("a:\nb: ~\nc: null\nd: 'null'\ne: ''\n"))
    guard case .map(let entries) = node.value else { return }
    #expect(entries.map(\.node.isNull) == [true, true, true, false, false])
  }

  @Test func wordsThatOtherReadersTakeForNumbersStayAsWritten() throws {
    let node = try #require(try read("a: 007\nb: 1e3\nc: yes\nd: 2021-01-01\ne: 0x1F\n"))
    #expect(
      places(node).filter { $0.hasSuffix(":4") } == ["007@1:4", "1e3@2:4", "yes@3:4", "2021-01-01@4:4", "0x1F@5:4"])
  }

  @Test func aFileThatIsNotUTF8IsSaidSoAndTheOthersAreRead() {
    let words = RuleBook.Source(path: "vocabulary/b.yaml", bytes: Array("lists: {well: [水井]}\n".utf8))
    let (book, findings) = readRuleBook([RuleBook.Source(path: "vocabulary/a.yaml", bytes: [0x61, 0xFF, 0xFE]), words])
    #expect(findings.map(\.place.file).first == "vocabulary/a.yaml")
    #expect(findings.first?.message.english == "not UTF-8")
    #expect(book.lists.map(\.name) == ["well"])
  }
}
