/// The kinds of rule file, as an editor's schema and its commands name them.
package enum RuleFileKind: String, Sendable, CaseIterable {
  case rules, vocabulary, pack, items, coverage

  var table: KeyTable {
    switch self {
    case .rules: .ruleFile
    case .vocabulary: .vocabularyFile
    case .pack: .packFile
    case .items: .itemFile
    case .coverage: .coverageFile
    }
  }
}

/// The JSON schema (draft 2020-12) of a kind of rule file, made from the table that its reader goes by.
package func ruleSchema(of kind: RuleFileKind) -> String {
  var writer = SchemaWriter()
  let root = writer.object(kind.table)
  let head: [(String, SchemaValue)] = [
    ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
    ("title", .text("Kaozheng \(kind.table.name)")),
  ]
  guard case .object(let entries) = root.with(head) else { return "" }
  return SchemaValue.object(entries + [("$defs", .object(writer.definitions()))]).printed() + "\n"
}

/// Turns key tables into schemas; each table becomes one definition, which others refer to.
private struct SchemaWriter {
  private var tables: [(name: String, schema: SchemaValue?)] = []

  /// The definitions in the order in which they were first needed.
  func definitions() -> [(String, SchemaValue)] {
    [("text", Self.text)] + tables.compactMap { table in table.schema.map { (table.name, $0) } }
  }

  /// What a scalar of YAML may look like to an editor; the reader takes each for its letters.
  private static let text = SchemaValue.object([("type", .texts(["string", "number", "boolean"]))])
  private static let textReference = reference("text")

  private static func reference(_ name: String) -> SchemaValue {
    .object([("$ref", .text("#/$defs/\(name)"))])
  }

  private static func anyOf(_ forms: [SchemaValue]) -> SchemaValue { .object([("anyOf", .list(forms))]) }

  private static func array(of items: SchemaValue) -> SchemaValue {
    .object([("type", .text("array")), ("items", items)])
  }

  private static func oneOrList(_ form: SchemaValue) -> SchemaValue { anyOf([form, array(of: form)]) }

  private mutating func reference(to table: KeyTable) -> SchemaValue {
    let name = table.name.replacing(" ", with: "-")
    if !tables.contains(where: { $0.name == name }) {
      let index = tables.count
      tables.append((name, nil))
      tables[index].schema = definition(table)
    }
    return Self.reference(name)
  }

  /// The mapping, or what may stand in its place.
  private mutating func definition(_ table: KeyTable) -> SchemaValue {
    let mapping = object(table)
    switch table.shortForm {
    case .text: return Self.anyOf([Self.textReference, mapping])
    case .texts: return Self.anyOf([Self.array(of: Self.textReference), mapping])
    case nil: break
    }
    guard table.name == KeyTable.condition.name else { return mapping }
    return Self.anyOf([Self.textReference, Self.array(of: Self.reference(table.name)), mapping])
  }

  mutating func object(_ table: KeyTable) -> SchemaValue {
    var properties: [(String, SchemaValue)] = []
    for key in table.keys { properties.append((key.name, form(key.form).with([("description", .text(key.help))]))) }
    var entries: [(String, SchemaValue)] = [("type", .text("object")), ("properties", .object(properties))]
    let required = table.keys.filter(\.isRequired).map(\.name)
    if !required.isEmpty { entries.append(("required", .texts(required))) }
    if !table.oneOf.isEmpty {
      let choices = table.oneOf.map { SchemaValue.object([("required", .texts([$0]))]) }
      entries.append(("anyOf", .list(choices)))
    }
    entries.append(("additionalProperties", .truth(false)))
    return .object(entries)
  }

  private mutating func form(_ form: KeyTable.Form) -> SchemaValue {
    switch form {
    case .text: return Self.textReference
    case .texts, .patterns: return Self.oneOrList(Self.textReference)
    case .integer: return .object([("type", .text("integer"))])
    case .decimal: return .object([("type", .text("number"))])
    case .truth: return .object([("type", .text("boolean"))])
    case .choice(let words): return .object([("enum", .texts(words))])
    case .choices(let words): return Self.oneOrList(.object([("enum", .texts(words))]))
    case .scope:
      let width = SchemaValue.object([("type", .text("integer")), ("minimum", .integer(1))])
      return Self.anyOf([.object([("enum", .texts(Scope.allCases.map(\.rawValue)))]), width])
    case .names: return Self.anyOf([Self.textReference, reference(to: .languages)])
    case .condition: return reference(to: .condition)
    case .rows: return Self.array(of: Self.array(of: Self.textReference))
    case .map(let table): return reference(to: table)
    case .list(let table): return Self.array(of: reference(to: table))
    case .named(let table): return named(reference(to: table))
    case .counts: return named(.object([("type", .text("integer")), ("minimum", .integer(0))]))
    case .variants: return named(reference(to: .variant))
    }
  }

  private func named(_ value: SchemaValue) -> SchemaValue {
    .object([("type", .text("object")), ("additionalProperties", value)])
  }
}
