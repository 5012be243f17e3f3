import ReportModel
import RuleBook

/// An edited copy of rules, beside the rules as they are.
package struct RuleDraft: Sendable {
  package var book: RuleBook
  /// What is wrong with the draft and was not wrong before, and whatever is wrong in the edited file itself.
  package var findings: [RuleFinding]

  /// The draft is a whole folder of rules, or one file that is laid over those of the folder.
  package init(_ path: String, over folder: RuleFolder, pack: String?) throws(RuleFolder.Failure) {
    let sources = try folder.sources()
    let (old, known) = readRuleBook(sources)
    let found: [RuleFinding]
    let name = String(path.split(separator: "/").last ?? "")
    if RuleFolder.isFolder(path) {
      (book, found) = readRuleBook(try RuleFolder(path: path).sources())
    } else {
      let draft = try RuleFolder.source(path, named: name)
      (book, found) = readRuleBook(sources, draft: draft, pack: pack)
    }
    let before = Set(lintFindings(of: old, readFindings: known).map(Self.key))
    findings = lintFindings(of: book, readFindings: found).filter {
      $0.place.file == name || !before.contains(Self.key($0))
    }
  }

  /// The same fault may have moved by some lines.
  private static func key(_ finding: RuleFinding) -> String {
    "\(finding.place.file)\n\(finding.code.rawValue)\n\(finding.message.english)"
  }

  /// With faults in how it is written nothing is matched: a rule that is not what its author wrote misleads. A failed
  /// example is no such fault: to see what else the rule does is what a preview is for.
  package var isReadable: Bool {
    findings.allSatisfy { $0.code.severity == .warning || Self.aboutExamples.contains($0.code) }
  }

  private static let aboutExamples: Set<RuleFinding.Code> = [.exampleMissed, .exampleWrongValue, .nearMissFound]
}
