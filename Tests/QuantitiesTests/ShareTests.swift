import Testing

@Suite("Shares")
struct ShareTests {
  static let shares: [QuantityCase] = [
    QuantityCase("81.25%", "81.25%: share 81.25 [%] = 81.25 %"),
    QuantityCase("８１．２５％", "８１．２５％: share 81.25 [%] = 81.25 %"),
    QuantityCase("81.25﹪", "81.25﹪: share 81.25 [%] = 81.25 %"),
    QuantityCase("81.25 %", "81.25 %: share 81.25 [%] = 81.25 %"),
    QuantityCase("0%", "0%: share 0 [%] = 0 %"),
    QuantityCase("0.05%", "0.05%: share 0.05 [%] = 0.05 %"),
    QuantityCase("-97%", "-97%: share -97 [%] = -97 %"),
    QuantityCase("負 5.2%", "負 5.2%: share -5.2 [%] = -5.2 %"),
    QuantityCase("成長率-5%", "-5%: share -5 [%] = -5 %"),
    QuantityCase("百分之六", "百分之六: share 6 [%] = 6 %"),
    QuantityCase("百分之 6.5", "百分之 6.5: share 6.5 [%] = 6.5 %"),
    QuantityCase("百分之八十五點三", "百分之八十五點三: share 85.3 [%] = 85.3 %"),
    QuantityCase("百分之百", "百分之百: share 100 [%] = 100 %"),
    QuantityCase("千分之三", "千分之三: share 3 [‰] = 0.3 %"),
    QuantityCase("萬分之五", "萬分之五: share 0.05 [%] = 0.05 % inferred"),
    QuantityCase("九成", "九成: share 90 [%] = 90 % inferred"),
    QuantityCase("9成", "9成: share 90 [%] = 90 % inferred"),
    QuantityCase("約九成", "九成: share 90 [%] = 90 % <about> inferred"),
    QuantityCase("兩成", "兩成: share 20 [%] = 20 % inferred"),
    QuantityCase("七成五", "七成五: share 75 [%] = 75 % inferred"),
    QuantityCase("七成半", "七成半: share 75 [%] = 75 % inferred"),
    QuantityCase("兩三成", "兩三成: share 20..30 [%] = 20..30 % inferred"),
    QuantityCase("七至八成", "七至八成: share 70..80 [%] = 70..80 % inferred"),
    QuantityCase("三成至五成", "三成至五成: share 30..50 [%] = 30..50 % inferred"),
    QuantityCase("三分之一", "三分之一: share 33.33 [%] = 33.33 % inferred"),
    QuantityCase("3分之2", "3分之2: share 66.67 [%] = 66.67 % inferred"),
    QuantityCase("1/3", "1/3: share|date 33.33 [%] = 33.33 % inferred"),
    QuantityCase("2/3以上", "2/3: share|date 66.67 [%] = 66.67 % <at-least> inferred"),
    QuantityCase("過半", "過半: share 50 [%] = 50 % <more-than> inferred"),
    QuantityCase("過半數", "過半數: share 50 [%] = 50 % <more-than> inferred"),
    QuantityCase("超過半數", "半數: share 50 [%] = 50 % <more-than> inferred"),
    QuantityCase("半數以上", "半數: share 50 [%] = 50 % <at-least> inferred"),
    QuantityCase("一半", "一半: share 50 [%] = 50 % inferred"),
    QuantityCase("增加 3.5 個百分點", "3.5 個百分點: share 3.5 [個百分點] = 3.5 pp"),
    QuantityCase("下降25個基點", "25個基點: share 25 [個基點] = 0.25 pp"),
    QuantityCase("3.2‰", "3.2‰: share 3.2 [‰] = 0.32 %"),
    QuantityCase("85 percent", "85 percent: share 85 [percent] = 85 %"),
    QuantityCase("up 2 percentage points", "2 percentage points: share 2 [percentage points] = 2 pp"),
    QuantityCase("三成員工", "三成: share 30 [%] = 30 % inferred"),
    QuantityCase("佔營收三成以上", "三成: share 30 [%] = 30 % <at-least> inferred"),
    QuantityCase("約三成至四成", "三成至四成: share 30..40 [%] = 30..40 % <about> inferred"),
    QuantityCase("近9成", "9成: share 90 [%] = 90 % <nearly> inferred"),
    QuantityCase("八成以上", "八成: share 80 [%] = 80 % <at-least> inferred"),
    QuantityCase("增加三分之一", "三分之一: share 33.33 [%] = 33.33 % inferred"),
    QuantityCase("百分之五十", "百分之五十: share 50 [%] = 50 %"),
    QuantityCase("0.5成", "0.5: number 0.5"),
    QuantityCase("2/10", "2/10: share|date 20 [%] = 20 % inferred"),
    QuantityCase("減少 2.5 個百分點", "2.5 個百分點: share 2.5 [個百分點] = 2.5 pp"),
    QuantityCase("一半以上", "一半: share 50 [%] = 50 % <at-least> inferred"),
    QuantityCase("不到一成", "一成: share 10 [%] = 10 % <less-than> inferred"),
  ]

  @Test("Per cent, tenths, fractions, halves", arguments: shares) func share(_ example: QuantityCase) {
    example.check()
  }

  static let notshares: [QuantityCase] = [
    QuantityCase("一成不變"),
    QuantityCase("三成長"),
    QuantityCase("成本"),
    QuantityCase("透過半導體"),
    QuantityCase("半導體"),
    QuantityCase("超過半年"),
    QuantityCase("24/7"),
    QuantityCase("分之"),
  ]

  @Test("Words that only look like shares", arguments: notshares) func noShare(_ example: QuantityCase) {
    example.check()
  }
}
