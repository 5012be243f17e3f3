import ReportModel
import RuleBook
import RuleMatching
import Support
import Testing
import TextStructure

@testable import Pipeline

/// Rules as somebody is writing them, put to a report.
@Suite("Rules on trial", .serialized)
struct RuleTrialTests {
  private let book: RuleBook
  private let report = sketchText(
    headings: [], paragraphs: ["公司訂有行為準則。", "本公司設有檢舉信箱。", "誠信經營守則已公布。"], rows: [])

  init() throws { book = readRuleBook(try RuleFolder(path: SmallRules.folder()).sources()).book }

  private func tried(_ yaml: String, limits: RuleTrial.Limits = RuleTrial.Limits()) -> RuleTrial {
    RuleTrial(yaml, over: book, on: report, hints: DocumentHints(), limits: limits)
  }

  private func evidence(_ trial: RuleTrial) -> [String] {
    guard case .explained(let rules) = trial.outcome else { return ["not tried: \(trial.outcome)"] }
    return rules.flatMap { rule in
      rule.cases.compactMap { one in
        guard case .evidence = one.outcome else { return nil }
        return "\(rule.rule.id): \(one.quote)"
      }
    }
  }

  @Test func onlyWhatIsWrittenIsTried() {
    #expect(evidence(tried("rules:\n  - id: code\n    find: 檢舉信箱\n")) == ["code: 本公司設有檢舉信箱。"])
    // Beside the book's own rule for the item, which is not explained, and by the book's lists.
    #expect(evidence(tried("rules:\n  - id: other\n    items: code\n    find: 經營$code\n")) == ["other: 誠信經營守則已公布。"])
  }

  @Test("A rule that answers two items is explained once")
  func eachRuleOnce() {
    #expect(evidence(tried("rules:\n  - id: both\n    items: [code, whistle]\n    find: 檢舉信箱\n")).count == 1)
  }

  @Test func onlyWhatIsWrongInTheDraftIsTold() {
    let trial = tried("rules:\n  - id: code\n    find: '…'\n  - id: b\n    item: code\n")
    #expect(!trial.findings.isEmpty && trial.findings.allSatisfy { $0.place.file == RuleTrial.path })
    guard case .unreadable = trial.outcome else {
      Issue.record("\(trial.outcome)")
      return
    }
    let sound = tried("rules:\n  - id: code\n    find: 檢舉信箱\n")
    #expect(sound.findings.allSatisfy { $0.code.severity == .warning })
  }

  @Test(arguments: ["", "lists:\n  a: [b]\n", "items:\n  - id: x\n", "- 1\n", "{", "rules: []\n"])
  func whatIsNoRuleIsNotTried(_ yaml: String) {
    switch tried(yaml).outcome {
    case .noRule, .unreadable: break
    case .tooLong, .busy, .tookTooLong, .explained: Issue.record("\(yaml)")
    }
  }

  @Test func moreThanARuleIsRefused() {
    var limits = RuleTrial.Limits()
    limits.bytes = 20
    guard case .tooLong = tried("rules:\n  - id: code\n    find: 檢舉信箱\n", limits: limits).outcome else {
      Issue.record("read all the same")
      return
    }
  }

  @Test func whoeverIsOneTooManyIsTurnedAway() {
    var limits = RuleTrial.Limits()
    limits.atOnce = 0
    guard case .busy = tried("rules:\n  - id: code\n    find: 檢舉信箱\n", limits: limits).outcome else {
      Issue.record("tried all the same")
      return
    }
    // And the next one is not.
    #expect(!evidence(tried("rules:\n  - id: code\n    find: 檢舉信箱\n")).isEmpty)
  }

  @Test("A draft over a book that was read says the same of itself as one that is read with all files")
  func bothWaysOfReadingADraftAgree() throws {
    let sources = try RuleFolder(path: SmallRules.folder()).sources()
    for yaml in [
      "rules:\n  - id: code\n    find: 檢舉信箱\n", "rules:\n  - id: new\n    items: nothing\n    find: $none\n",
      "rules:\n  - id: a\n    topics: [code]\n    find: 甲\n  - id: a\n    topics: [code]\n    find: 乙\n",
    ] {
      let draft = RuleBook.Source(path: "draft.yaml", bytes: Array(yaml.utf8))
      let (short, found) = readDraft(draft, over: readRuleBook(sources).book)
      let (whole, all) = readRuleBook(sources, draft: draft)
      #expect(found == all.filter { $0.place.file == draft.path }, "\(yaml)")
      let own = whole.rules.filter { $0.place.file == draft.path }
      #expect(short.rules.filter { $0.place.file == draft.path } == own)
    }
  }
}
