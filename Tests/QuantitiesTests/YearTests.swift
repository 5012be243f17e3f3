import Testing

@Suite("Years and dates")
struct YearTests {
  static let years: [QuantityCase] = [
    QuantityCase("109 年", "109 年: year|count 109 [年] = 2020 year"),
    QuantityCase("109年度", "109年度: year 109 [年度] = 2020 year"),
    QuantityCase("109年以上", "109年: count 109 [年] = 109 年 <at-least>"),
    QuantityCase("15年經驗", "15年: count 15 [年] = 15 年"),
    QuantityCase("100年淹水潛勢", "100年: count 100 [年] = 100 年"),
    QuantityCase("民國 109 年", "民國 109 年: year 109 [年] = 2020 year"),
    QuantityCase("中華民國109年", "中華民國109年: year 109 [年] = 2020 year"),
    QuantityCase("民國109", "民國109: year 109 = 2020 year"),
    QuantityCase("西元2020年", "西元2020年: year 2020 [年] = 2020 year"),
    QuantityCase("2020年", "2020年: year 2020 [年] = 2020 year"),
    QuantityCase("2020 年度", "2020 年度: year 2020 [年度] = 2020 year"),
    QuantityCase("2020", "2020: number|year 2020"),
    QuantityCase("FY2020", "FY2020: year 2020 = 2020 year"),
    QuantityCase("FY 2020", "FY 2020: year 2020 = 2020 year"),
    QuantityCase("2020年底", "2020年: year 2020 [年] = 2020 year"),
    QuantityCase("2024-2025年", "2024-2025年: year 2024..2025 [年] = 2024..2025 year"),
    QuantityCase("2024–2025年", "2024–2025年: year 2024..2025 [年] = 2024..2025 year"),
    QuantityCase("2019年至2021年", "2019年至2021年: year 2019..2021 [年] = 2019..2021 year"),
    QuantityCase("109-111年", "109-111年: year 109..111 [年] = 2020..2022 year"),
    QuantityCase("109年度~111年度", "109年度~111年度: year 109..111 [年度] = 2020..2022 year"),
    QuantityCase("2020-2022", "2020-2022: number|year 2020..2022"),
    QuantityCase("2020至2022年", "2020至2022年: year 2020..2022 [年] = 2020..2022 year"),
    QuantityCase("二〇二二年", "二〇二二年: year 2022 [年] = 2022 year"),
    QuantityCase("1,500年", "1,500年: count 1500 [年] = 1500 年"),
    QuantityCase("近三年", "三年: count 3 [年] = 3 年"),
    QuantityCase("最近 3 年", "3 年: count 3 [年] = 3 年"),
    QuantityCase("2030", "2030: number|year 2030"),
    QuantityCase("1850", "1850: number 1850"),
    QuantityCase("2022年報", "2022年: year 2022 [年] = 2022 year"),
    QuantityCase("2050淨零", "2050: number|year 2050"),
    QuantityCase("111年版", "111年: year 111 [年] = 2022 year"),
    QuantityCase("109年年報", "109年: year 109 [年] = 2020 year"),
    QuantityCase("1990年代", "1990年: year 1990 [年] = 1990 year"),
    QuantityCase("2021~2022年9月", "2021: number|year 2021", "2022年9月: date 2022 [年月] = 202209 month"),
    QuantityCase("民國99年", "民國99年: year 99 [年] = 2010 year"),
    QuantityCase("112 年 1 月", "112 年 1 月: date 112 [年月] = 202301 month"),
    QuantityCase(
      "2020、2021及2022年", "2020: number|year 2020", "2021: number|year 2021", "2022年: year 2022 [年] = 2022 year"),
    QuantityCase("20年", "20年: count 20 [年] = 20 年"),
    QuantityCase("95年", "95年: year|count 95 [年] = 2006 year"),
    QuantityCase("FY2023-2024", "FY2023-2024: year 2023..2024 = 2023..2024 year"),
  ]

  @Test("Years", arguments: years) func year(_ example: QuantityCase) { example.check() }

  static let dates: [QuantityCase] = [
    QuantityCase("2022年9月15日", "2022年9月15日: date 2022 [年月日] = 20220915 date"),
    QuantityCase("2022 年 9 月 15 日", "2022 年 9 月 15 日: date 2022 [年月日] = 20220915 date"),
    QuantityCase("2022年9月", "2022年9月: date 2022 [年月] = 202209 month"),
    QuantityCase("111年12月31日", "111年12月31日: date 111 [年月日] = 20221231 date"),
    QuantityCase("民國111年9月", "民國111年9月: date 111 [年月] = 202209 month"),
    QuantityCase("2022/09/15", "2022/09/15: date 2022 [/] = 20220915 date"),
    QuantityCase("2022-09-15", "2022-09-15: date 2022 [-] = 20220915 date"),
    QuantityCase("2022.09.15", "2022.09.15: date 2022 [.] = 20220915 date"),
    QuantityCase("111/12/31", "111/12/31: date 111 [/] = 20221231 date"),
    QuantityCase("2022/09", "2022/09: date 2022 [/] = 202209 month"),
    QuantityCase("2021.05", "2021.05: date|number 2021 [.] = 202105 month"),
    QuantityCase("9月15日", "9月15日: date 9 [月日]"),
    QuantityCase("12月", "12月: date 12 [月]"),
    QuantityCase("九月", "九月: date 9 [月]"),
    QuantityCase("3/12", "3/12: date|share 3 [/]"),
    QuantityCase("12/31", "12/31: date|share 12 [/]"),
    QuantityCase("Q1 2023", "Q1 2023: date 2023 [Q] = 20231 quarter"),
    QuantityCase("2023 Q1", "2023 Q1: date 2023 [Q] = 20231 quarter"),
    QuantityCase("2023Q4", "2023Q4: date 2023 [Q] = 20234 quarter"),
    QuantityCase("二〇二二年九月", "二〇二二年九月: date 2022 [年月] = 202209 month"),
    QuantityCase("15日", "15日: count|date 15 [日] = 15 日"),
    QuantityCase("2022年1月1日至12月31日", "2022年1月1日: date 2022 [年月日] = 20220101 date", "12月31日: date 12 [月日]"),
    QuantityCase("6個月", "6個月: count 6 [個月] = 6 個月"),
  ]

  @Test("Days, months, quarters", arguments: dates) func date(_ example: QuantityCase) { example.check() }
}
