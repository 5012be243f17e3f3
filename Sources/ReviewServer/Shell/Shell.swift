import Pipeline
import ReportModel

/// The frame around every page: navigation, language, who is reviewing, help on keys.
struct Shell {
  let visit: Visit
  let page: Page

  var bytes: [UInt8] {
    HTML.document(language: visit.language.rawValue, head: head, body: body)
  }

  private var head: HTML {
    HTML(.head) {
      HTML(.meta, .isUTF8)
      HTML(.meta, .name("viewport"), .content("width=device-width, initial-scale=1"))
      HTML(.title) { page.title + " · " + Self.name(visit.language) }
      HTML(.link, .rel("stylesheet"), .href(StaticFile.style.link))
      HTML(.link, .rel("icon"), .href(StaticFile.icon.link))
      HTML(.script, .src(StaticFile.script.link), .isDeferred)
    }
  }

  private static let name = Phrase("Kaozheng", "考證")

  private var body: HTML {
    HTML(.body, .data("reviewer", visit.reviewer?.text ?? "")) {
      HTML(.a, .class("skip"), .href(.place("content"))) { visit.say("To the content", "跳到內容") }
      header
      HTML(.main, .id("content"), .classes([page.isWide ? "wide" : nil])) {
        DoneNote(visit).html
        page.body
      }
      HTML(.div, .id("toast"), .role("status"), .live("polite"))
      help
    }
  }

  private var header: HTML {
    HTML(.header, .class("top")) {
      HTML(.a, .class("brand"), .href(Link())) { Self.name(visit.language) }
      HTML(.nav, .label(visit.say("Sections", "區塊"))) {
        for section in SiteSection.allCases where visit.site.has(section) { self.link(to: section) }
      }
      HTML(.div, .class("side")) {
        reviewer
        for language in Language.allCases where language != visit.language { self.switchTo(language) }
        HTML(.button, .type("button"), .id("help-button"), .title(visit.say("Keys", "按鍵說明"))) { "?" }
      }
    }
  }

  private func link(to section: SiteSection) -> HTML {
    var attributes: [Attribute] = [.href(section.link), .data("go", section.key)]
    if section == page.section { attributes.append(.isCurrent) }
    return HTML(.a, attributes) { section.name(visit.language) }
  }

  private func switchTo(_ language: Language) -> HTML {
    HTML(.a, .class("language"), .lang(language.rawValue), .href(visit.here.with("lang", language.rawValue))) {
      switch language {
      case .english: "English"
      case .chinese: "中文"
      }
    }
  }

  /// Whose name decisions bear.
  private var reviewer: HTML {
    HTML(.form, .class("reviewer"), .isPost, .action(Link("reviewer"))) {
      visit.hiddenFields
      HTML(.label, .for("who")) { visit.say("Reviewer", "覆核者") }
      HTML(
        .input, .id("who"), .name("who"), .value(visit.reviewer?.text ?? ""), .maxLength(60), .size(10),
        .autocomplete("off"), .placeholder(visit.say("your name", "您的名字")))
    }
  }

  private var help: HTML {
    HTML(.dialog, .id("help")) {
      HTML(.h2) { visit.say("Keys", "按鍵") }
      keyTable(page.keys)
      keyTable(
        SiteSection.allCases.filter(visit.site.has).map {
          KeyHint("g \($0.key)", Phrase("to: \($0.name.english)", "前往：\($0.name.chinese)"))
        } + [
          KeyHint("/", Phrase("search", "搜尋")), KeyHint("?", Phrase("this help", "本說明")),
        ])
      HTML(.p) {
        visit.say(
          "Scores are unofficial: made by the public description of the rating, not by the rater.",
          "評分為非官方：依公開說明計算，並非評鑑機構所為。")
      }
      HTML(.button, .type("button"), .data("close")) { visit.say("Close", "關閉") }
    }
  }

  private func keyTable(_ keys: [KeyHint]) -> HTML {
    HTML(.dl, .class("keys")) {
      for hint in keys {
        HTML(.dt) { HTML(.kbd) { hint.key } }
        HTML(.dd) { hint.meaning(visit.language) }
      }
    }
  }
}
