import ReportModel
import Testing

@testable import Pipeline

struct TextFormatTests {
  @Test func plainTextHasFormFeedsBetweenPagesAndNoFurniture() {
    var sample = SampleReport(pages: 3)
    sample.add(.runningHeader, "永續報告書")
    sample.add(.paragraph, "第一頁")
    sample.add(.paragraph, "第三頁", page: 3)
    #expect(string(plainText(of: sample.document, pages: .all)) == "第一頁\n\u{0C}\u{0C}第三頁\n")
  }

  @Test func plainTextPutsTabsBetweenCells() {
    var sample = SampleReport()
    sample.addTable([["年", "排放\n量", "←"], ["2022", "6", ""]])
    #expect(string(plainText(of: sample.document, pages: .all)) == "年\t排放 量\t\n2022\t6\t\n")
  }

  @Test func markdownHasHeadingsListsAndQuotes() {
    var sample = SampleReport()
    sample.add(.heading, "1.2 氣候治理", level: 2)
    sample.add(.paragraph, "內文。")
    sample.add(.listItem, "• 甲")
    sample.add(.listItem, "(1) 乙")
    sample.add(.footnote, "註：說明")
    sample.add(.pageNumber, "12")
    #expect(
      string(markdown(of: sample.document, pages: .all)) == """
        ## 1.2 氣候治理

        內文。

        - 甲
        - (1) 乙

        > 註：說明

        """)
  }

  @Test func markdownTablesFoldHeaderRowsAndEscapeBars() {
    var sample = SampleReport()
    sample.addTable([["項目", "排放量", "←"], ["↑", "2021", "2022"], ["a|b", "1\n2", ""]], headerRows: 2)
    #expect(
      string(markdown(of: sample.document, pages: .all)) == """
        | 項目 | 排放量<br>2021 | 排放量<br>2022 |
        | --- | --- | --- |
        | a\\|b | 1<br>2 | |

        """)
  }

  @Test(arguments: [
    ("1. 前言", "1\\. 前言"), ("# 號", "\\# 號"), ("a_b 與 _c_", "a_b 與 \\_c\\_"), ("5 * 3 < [x]", "5 \\* 3 \\< \\[x]"),
    ("- 甲", "\\- 甲"), ("2021~2022", "2021\\~2022"), ("A&B、&lt;", "A\\&B、\\&lt;"), ("1.5 與 2.", "1.5 與 2."),
    ("-5%", "-5%"), ("#1", "#1"), ("2021.", "2021\\."),
    ("甲|乙", "甲|乙"),
  ])
  func markdownEscapesWhatWouldBeAMark(_ text: String, _ written: String) {
    var sample = SampleReport()
    sample.add(.paragraph, text)
    #expect(string(markdown(of: sample.document, pages: .all)) == written + "\n")
  }

  @Test func aParagraphOverPagesIsOneInMarkdown() throws {
    var sample = SampleReport(pages: 2)
    sample.addParts(.paragraph, [(1, "前半"), (2, "後半")])
    #expect(string(markdown(of: sample.document, pages: .all)) == "前半後半\n")
    let second = try #require(PageSelection("2"))
    #expect(string(markdown(of: sample.document, pages: second)) == "後半\n")
  }
}
