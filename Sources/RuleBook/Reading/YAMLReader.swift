import CYAML
import ReportModel

/// Reads one YAML document; anchors, tags and further documents are refused, for rule files need none.
struct YAMLReader: ~Copyable {
  private let yaml: OpaquePointer
  private let file: String

  /// Nested deeper than any rule: a file that is made to overflow the stack.
  private static let deepest = 64

  private init?(_ bytes: UnsafeBufferPointer<UInt8>, file: String) {
    let nothing: [UInt8] = [0]
    let made = bytes.baseAddress.map { kz_yaml_new($0, bytes.count) } ?? nothing.withUnsafeBufferPointer { _ in nil }
    guard let made else { return nil }
    yaml = made
    self.file = file
  }

  deinit { kz_yaml_free(yaml) }

  /// Nil where the file holds nothing but comments.
  static func read(_ bytes: [UInt8], file: String) throws(RuleFinding) -> YAMLNode? {
    guard !bytes.isEmpty else { return nil }
    let result: Result<YAMLNode?, RuleFinding> = bytes.withUnsafeBufferPointer { buffer in
      guard let reader = YAMLReader(buffer, file: file) else { return .success(nil) }
      do throws(RuleFinding) {
        return .success(try reader.document())
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private func document() throws(RuleFinding) -> YAMLNode? {
    let first = kz_yaml_next(yaml)
    if first.kind == KzYAMLKindStop || first.kind == KzYAMLKindDocumentEnd { return nil }
    let root = try node(first, depth: 0)
    var last = kz_yaml_next(yaml)
    if last.kind == KzYAMLKindDocumentEnd { last = kz_yaml_next(yaml) }
    guard last.kind == KzYAMLKindStop else {
      throw fault(last, Phrase("one document a file, please", "一個檔案只能有一份文件"))
    }
    return root
  }

  private func node(_ event: KzYAMLEvent, depth: Int) throws(RuleFinding) -> YAMLNode {
    guard depth < Self.deepest else { throw fault(event, Phrase("nested too deeply", "巢狀過深")) }
    switch event.kind {
    case KzYAMLKindScalar:
      return YAMLNode(value: .scalar(text(of: event), isPlain: event.plain), place: place(event))
    case KzYAMLKindListStart:
      return YAMLNode(value: .list(try list(depth: depth)), place: place(event))
    case KzYAMLKindMapStart:
      return YAMLNode(value: .map(try map(depth: depth)), place: place(event))
    case KzYAMLKindAlias:
      throw fault(event, Phrase("aliases (*name) are not used in rule files", "規則檔不使用別名（*name）"))
    default:
      throw fault(event, YAMLProblems.phrase(text(of: event)))
    }
  }

  private func list(depth: Int) throws(RuleFinding) -> [YAMLNode] {
    var nodes: [YAMLNode] = []
    while true {
      let event = kz_yaml_next(yaml)
      if event.kind == KzYAMLKindEnd { return nodes }
      nodes.append(try node(event, depth: depth + 1))
    }
  }

  private func map(depth: Int) throws(RuleFinding) -> [YAMLNode.Entry] {
    var entries: [YAMLNode.Entry] = []
    while true {
      let event = kz_yaml_next(yaml)
      if event.kind == KzYAMLKindEnd { return entries }
      let key = try node(event, depth: depth + 1)
      guard case .scalar(let name, _) = key.value else {
        throw fault(event, Phrase("a key must be a word", "鍵必須是單字"))
      }
      guard !entries.contains(where: { $0.key == name }) else {
        throw RuleFinding(.duplicateKey, at: key.place, Phrase("“\(name)” stands twice", "「\(name)」重複出現"))
      }
      let value = try node(kz_yaml_next(yaml), depth: depth + 1)
      entries.append(YAMLNode.Entry(key: name, keyPlace: key.place, node: value))
    }
  }

  private func place(_ event: KzYAMLEvent) -> Place {
    Place(file: file, line: Int(event.line) + 1, column: Int(event.column) + 1)
  }

  private func text(of event: KzYAMLEvent) -> String {
    guard let text = event.text else { return "" }
    return text.withMemoryRebound(to: UInt8.self, capacity: event.length) { bytes in
      String(decoding: UnsafeBufferPointer(start: bytes, count: event.length), as: UTF8.self)
    }
  }

  private func fault(_ event: KzYAMLEvent, _ message: Phrase) -> RuleFinding {
    RuleFinding(.notYAML, at: place(event), message)
  }
}
