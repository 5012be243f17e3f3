import ReportModel

/// Term lists: names that lead nowhere or in circles, terms that can never count, lists that nothing uses.
struct ListChecks {
  let book: RuleBook
  let log: FindingLog

  func run() {
    let byName = Dictionary(book.lists.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    for list in book.lists {
      checkIncludes(list, byName)
      checkSwallowed(list)
    }
    checkEngineLists(byName)
    checkUse()
  }

  private func checkIncludes(_ list: TermList, _ byName: [String: TermList]) {
    for term in list.terms {
      guard let included = term.included else { continue }
      guard byName[included] != nil else {
        log.add(.unknownList, at: term.place, Phrase("there is no list “\(included)”", "沒有「\(included)」這個詞彙表"))
        continue
      }
      if reaches(list.name, from: included, byName, []) {
        log.add(
          .circularList, at: term.place, Phrase("“\(list.name)” takes in itself", "「\(list.name)」繞回自己"))
      }
    }
  }

  private func reaches(_ goal: String, from name: String, _ byName: [String: TermList], _ seen: Set<String>) -> Bool {
    if name == goal { return true }
    guard !seen.contains(name), let list = byName[name] else { return false }
    return list.terms.compactMap(\.included).contains { reaches(goal, from: $0, byName, seen.union([name])) }
  }

  /// A term that stands twice, and one that each of its exceptions is equal to.
  private func checkSwallowed(_ list: TermList) {
    var seen: Set<String> = []
    for term in list.terms where !seen.insert(term.text.lowercased()).inserted {
      log.add(
        .swallowedTerm, at: term.place, Phrase("“\(term.text)” stands twice in its list", "「\(term.text)」在詞彙表中重複"))
    }
    for term in list.except where list.terms.contains(where: { $0.text == term.text }) {
      log.add(
        .contradiction, at: term.place,
        Phrase("“\(term.text)” is a term and an exception of the same list", "「\(term.text)」同時是詞彙與例外"))
    }
    for term in list.except where !list.terms.contains(where: { isPart($0, of: term) }) {
      log.add(
        .swallowedTerm, at: term.place,
        Phrase("“\(term.text)” holds no term of its list: it excepts nothing", "「\(term.text)」不含任何詞彙，例外無作用"))
    }
  }

  private func isPart(_ term: TermList.Term, of longer: TermList.Term) -> Bool {
    term.included != nil || longer.text.lowercased().contains(term.text.lowercased())
  }

  private func checkEngineLists(_ byName: [String: TermList]) {
    // Books of no pack are examples and drafts: they may be without.
    guard !book.packs.isEmpty else { return }
    let place = Place(file: "vocabulary/engine.yaml")
    for list in EngineList.allCases where byName[list.rawValue] == nil {
      log.add(
        .engineList, at: place, Phrase("the engine needs a list “\(list.rawValue)”", "引擎需要詞彙表「\(list.rawValue)」"))
    }
  }

  private func checkUse() {
    let own = Set(EngineList.allCases.map(\.rawValue) + PlacingList.allCases.map(\.rawValue))
    let byRules = Set(book.rules.flatMap { $0.patterns.flatMap(\.lists) })
    let byLists = Set(book.lists.flatMap { $0.terms.compactMap(\.included) })
    for list in book.lists
    where !own.contains(list.name) && !byRules.contains(list.name) && !byLists.contains(list.name) {
      log.add(.unusedList, at: list.place, Phrase("no rule uses “$\(list.name)”", "沒有規則使用「$\(list.name)」"))
    }
  }
}

extension Rule {
  /// Every pattern of the rule, wherever it stands.
  package var patterns: [Pattern] {
    let conditions = [
      find, with, not, under, undisclosed, table?.label, table?.across, table?.notAcross, table?.caption,
      nearby?.subject, nearby?.measure,
    ]
    return conditions.compactMap { $0 }.flatMap(\.patterns) + year
  }
}
