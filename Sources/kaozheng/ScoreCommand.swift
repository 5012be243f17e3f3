import Pipeline
import ReportModel
import Scoring

/// `kaozheng score`: the documents of one company, scored together.
struct ScoreCommand {
  /// Whose score is asked for.
  private enum Subject {
    /// The documents themselves.
    case files(FileScoreCommand)
    /// A company of the archive.
    case company(CompanyScoreCommand)
    /// What would move of one.
    case whatIf(WhatIfCommand)
  }

  private let subject: Subject

  init(_ invocation: Invocation, environment: @escaping (String) -> String?, console: Console) throws(WrongUse) {
    if Self.meansCompany(invocation.operands) {
      try Self.refuse(["--rules", "--password-file"], Phrase("files", "檔案"), invocation)
      subject = try Self.company(invocation, environment: environment, console: console)
    } else {
      try Self.refuse(
        ["--archive", "--round", "--year", "--years", "--month", "--as-of", "--what-if"],
        Phrase("a company of the archive, not for files", "封存檔中的公司，不適用於檔案"), invocation)
      subject = .files(try FileScoreCommand(invocation, environment: environment, console: console))
    }
  }

  private static func company(
    _ invocation: Invocation, environment: @escaping (String) -> String?, console: Console
  ) throws(WrongUse) -> Subject {
    guard let list = invocation.values["--what-if"] else {
      return .company(try CompanyScoreCommand(invocation, environment: environment, console: console))
    }
    return .whatIf(
      try WhatIfCommand(
        invocation, company: invocation.operands[0], list: list, environment: environment, console: console))
  }

  /// One word that is no file and is not named as one.
  private static func meansCompany(_ operands: [String]) -> Bool {
    guard let word = operands.first, operands.count == 1 else { return false }
    let isNamedAsFile = word.contains("/") || [".pdf", ".txt"].contains { word.lowercased().hasSuffix($0) }
    return !isNamedAsFile && !InputFile.exists(word)
  }

  private static func refuse(
    _ options: [String], _ place: Phrase, _ invocation: Invocation
  ) throws(WrongUse) {
    for option in options where invocation.has(option) {
      throw WrongUse(
        message: Phrase("\(option) is for ", "\(option) 僅適用於") + place, command: invocation.command)
    }
  }

  func run() throws(WrongUse) -> Int32 {
    switch subject {
    case .files(let command): command.run()
    case .company(let command): try command.run()
    case .whatIf(let command): try command.run()
    }
  }
}

extension Console {
  func print(_ report: ScoreReport, _ format: ReportFormat, why: Bool) -> Int32 {
    switch format {
    case .text: print(text(of: report, why: why, in: language))
    case .json: print(json(of: report))
    case .csv: print(csv(of: report))
    }
  }

  func print(_ comparison: ScoreComparison, _ format: ReportFormat, why: Bool) -> Int32 {
    switch format {
    case .text: print(text(of: comparison, why: why, in: language))
    case .json: print(json(of: comparison))
    case .csv: print(csv(of: comparison))
    }
  }
}
