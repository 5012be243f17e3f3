import Foundation
import RuleBook
import Support
import Testing

/// The schemas that editors check rule files with.
struct SchemaTests {
  @Test(arguments: RuleFileKind.allCases)
  func theCheckedInSchemaIsWhatTheProgramPrints(_ kind: RuleFileKind) throws {
    let path = BuiltProgram.root.appendingPathComponent("Rules/schema/\(kind.rawValue).schema.json")
    let stored = try String(contentsOf: path, encoding: .utf8)
    #expect(stored == ruleSchema(of: kind), "run make schema")
  }

  @Test(arguments: RuleFileKind.allCases)
  func everyReferenceLeadsToADefinition(_ kind: RuleFileKind) throws {
    let text = ruleSchema(of: kind)
    let json = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let definitions = try #require(json["$defs"] as? [String: Any])
    let references = text.matches(of: /"#\/\$defs\/([^"]+)"/).map { String($0.output.1) }
    #expect(!references.isEmpty)
    for reference in references { #expect(definitions[reference] != nil, "\(reference)") }
  }

  @Test func aRuleTakesNoKeysButItsOwn() throws {
    let text = ruleSchema(of: .rules)
    let json = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let rule = try #require((json["$defs"] as? [String: Any])?["rule"] as? [String: Any])
    #expect(rule["additionalProperties"] as? Bool == false)
    #expect(rule["required"] as? [String] == ["id"])
    let properties = try #require(rule["properties"] as? [String: [String: Any]])
    #expect(properties["negation"]?["enum"] as? [String] == ["refuse", "ignore", "answer"])
    #expect(properties.values.allSatisfy { $0["description"] is String })
  }
}
