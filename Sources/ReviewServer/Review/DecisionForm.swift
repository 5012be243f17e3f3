import Pipeline
import ReportModel
import Review

/// One key, or one button, for each decision.
struct DecisionForm {
  let visit: Visit
  let selection: ReportView.Selection
  let rubric: RubricNames
  /// Where to go on; else the page stays where it is.
  let next: Link?

  static let keys = [
    KeyHint("a", Phrase("accept: it says what the item asks for", "接受：確為題項所問")),
    KeyHint("r", Phrase("reject: it does not", "拒絕：並非題項所問")),
    KeyHint("c", Phrase("correct: it was read off wrongly", "更正：讀取有誤")),
    KeyHint("d", Phrase("put off", "擱置")), KeyHint("u", Phrase("undo your last step", "復原您的上一步")),
  ]

  var html: HTML {
    HTML(.form, .class("decide"), .isPost, .action(Link("decisions")), .data("needs-reviewer")) {
      visit.hiddenFields
      HTML(.input, .type("hidden"), .name("evidence"), .value(selection.id.text))
      if let next { HTML(.input, .type("hidden"), .name("next"), .value(next.text)) }
      HTML(.div, .class("verdicts")) {
        button("accept", "a", Phrase("Accept", "接受"))
        button("reject", "r", Phrase("Reject", "拒絕"))
        if case .line = selection {
          HTML(.button, .type("button"), .class("verdict", "correct"), .data("key", "c"), .data("opens", "correction"))
          {
            visit.say("Correct…", "更正…")
            HTML(.kbd) { "c" }
          }
        }
        button("postpone", "d", Phrase("Later", "擱置"))
      }
      if case .line(let line) = selection { correction(line.shown.evidence) }
      HTML(
        .input, .class("note"), .name("note"), .maxLength(400), .autocomplete("off"),
        .placeholder(visit.say("note (optional)", "備註（可留空）")), .label(visit.say("note", "備註")))
    }
  }

  private func button(_ verdict: String, _ key: String, _ name: Phrase) -> HTML {
    HTML(
      .button, .name("verdict"), .value(verdict), .type("submit"), .data("key", key),
      .classes(["verdict", verdict == "accept" ? "accept" : verdict == "reject" ? "reject" : "postpone"])
    ) {
      visit.say(name)
      HTML(.kbd) { key }
    }
  }

  private func correction(_ evidence: Evidence) -> HTML {
    HTML(.details, .id("correction"), .class("correction")) {
      HTML(.summary) { visit.say("What it should be", "應為") }
      HTML(.div, .class("fields")) {
        field("value", Phrase("value", "數值"), evidence.value?.plain ?? "")
        field("unit", Phrase("unit", "單位"), evidence.value?.unit ?? "")
        field("year", Phrase("year", "年度"), evidence.year)
        field("page", Phrase("page", "頁"), String(evidence.page))
        level(evidence.level)
        HTML(.button, .name("verdict"), .value("correct"), .type("submit"), .class("main")) {
          visit.say("Correct", "更正")
        }
      }
    }
  }

  private func field(_ name: String, _ label: Phrase, _ value: String) -> HTML {
    HTML(.label) {
      visit.say(label)
      HTML(.input, .name(name), .value(value), .maxLength(120), .size(8), .autocomplete("off"))
      HTML(.input, .type("hidden"), .name("was-\(name)"), .value(value))
    }
  }

  private func level(_ level: String) -> HTML? {
    guard !rubric.levels.isEmpty else { return nil }
    return HTML(.label) {
      visit.say("level", "層級")
      HTML(.select, .name("level")) {
        for (id, name) in rubric.levels {
          HTML(.option, id == level ? [.value(id), .isSelected] : [.value(id)]) { visit.say(name) }
        }
      }
      HTML(.input, .type("hidden"), .name("was-level"), .value(level))
    }
  }
}

/// Takes back the last step of whoever reviews.
struct UndoForm {
  let visit: Visit
  var next: Link?

  var html: HTML? {
    guard let who = visit.reviewer, let desk = try? visit.desk(), let step = desk.log.lastStep(of: who) else {
      return nil
    }
    return HTML(.form, .class("undo"), .isPost, .action(Link("undo")), .data("needs-reviewer")) {
      visit.hiddenFields
      HTML(.input, .type("hidden"), .name("step"), .value(String(step.number)))
      if let next { HTML(.input, .type("hidden"), .name("next"), .value(next.text)) }
      HTML(.button, .type("submit"), .data("key", "u")) {
        visit.say("Undo #\(step.number)", "復原 #\(step.number)")
        HTML(.kbd) { "u" }
      }
      HTML(.span, .class("soft", "small")) { visit.say(step.entry.summary) }
    }
  }
}
