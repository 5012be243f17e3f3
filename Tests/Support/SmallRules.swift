import Foundation

/// A folder of rules with one pack, small enough to know by heart.
package enum SmallRules {
  package static let files = [
    "vocabulary/words.yaml": "lists:\n  code: [行為準則, 守則]\n",
    "ours/pack.yaml": """
    id: ours
    names: {zh-Hant: 我們的, en: Ours}
    industries:
      finance: {names: {zh-Hant: 金融業, en: Finance}}
    levels:
      policy: {names: {zh-Hant: 政策, en: Policy}, tense: any}
    dimensions:
      - id: social
        names: {zh-Hant: 社會, en: Social}
        sub-dimensions:
          people: {names: {zh-Hant: 員工, en: People}}
    """,
    "ours/items.yaml": """
    items:
      - id: code
        names: {zh-Hant: 準則, en: Code of conduct}
        sub-dimension: people
        level: policy
        references: [GRI 2-23]
      - id: whistle
        names: {zh-Hant: 檢舉 <b>, en: "Whistle & blow"}
        sub-dimension: people
        level: policy
        polarity: negative
        notes: {zh-Hant: 含信箱, en: Mailbox counts}
    """,
    "ours/people/code.yaml": """
    rules:
      - id: code
        find: [訂有…$code]
        not: 供應商
        variants:
          finance: {find: 誠信經營$code}
        examples:
          hits:
            - {text: 公司訂有行為準則。}
            - {text: 我們訂有員工守則。}
          misses:
            - {text: 公司訂有供應商行為準則。, why: 供應商的準則 <i>}
            - {text: 行為準則很重要。, why: 沒有訂有}
    """,
  ]

  /// A new copy on disk.
  package static func folder() throws -> String {
    let root = try BuiltProgram.temporaryFolder()
    for (path, text) in files {
      let url = URL(fileURLWithPath: root).appendingPathComponent(path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try (text + "\n").write(to: url, atomically: true, encoding: .utf8)
    }
    // The lists that the engine itself reads are the project's own.
    try FileManager.default.copyItem(
      atPath: BuiltProgram.root.appendingPathComponent("Rules/vocabulary/engine.yaml").path,
      toPath: root + "/vocabulary/engine.yaml")
    return root
  }
}
