import Testing

@Suite("Numerals")
struct NumeralTests {
  static let ranges: [QuantityCase] = [
    QuantityCase("5–20%", "5–20%: share 5..20 [%] = 5..20 %"),
    QuantityCase("5-20%", "5-20%: share 5..20 [%] = 5..20 %"),
    QuantityCase("5%-20%", "5%-20%: share 5..20 [%] = 5..20 %"),
    QuantityCase("5%至20%", "5%至20%: share 5..20 [%] = 5..20 %"),
    QuantityCase("5～20%", "5～20%: share 5..20 [%] = 5..20 %"),
    QuantityCase("5 ~ 20%", "5 ~ 20%: share 5..20 [%] = 5..20 %"),
    QuantityCase("5到10家", "5到10家: count 5..10 [家] = 5..10 家"),
    QuantityCase("100–200人", "100–200人: persons 100..200 [人] = 100..200 人"),
    QuantityCase("5千萬至1億元", "5千萬至1億元: money 0.5..1 [億元] = 50000000..100000000 TWD"),
    QuantityCase("5億至6億元", "5億至6億元: money 5..6 [億元] = 500000000..600000000 TWD"),
    QuantityCase("NT$100-200", "NT$100-200: money 100..200 [NT$] = 100..200 TWD"),
    QuantityCase("1.5-2°C", "1.5-2°C: temperature 1.5..2 [°C] = 1.5..2 °C"),
    QuantityCase("20-5%", "5%: share 5 [%] = 5 %"),
    QuantityCase("5至10 to 20%", "5至10: number 5..10", "20%: share 20 [%] = 20 %"),
    QuantityCase("3 to 5 years", "3 to 5 years: count 3..5 [years] = 3..5 年"),
    QuantityCase("10,000-20,000", "10,000-20,000: number 10000..20000"),
    QuantityCase("三至五年", "三至五年: count 3..5 [年] = 3..5 年"),
    QuantityCase("二到三倍", "二到三倍: multiple 2..3 [倍] = 2..3 倍"),
    QuantityCase("1,000人至2,000人", "1,000人至2,000人: persons 1000..2000 [人] = 1000..2000 人"),
    QuantityCase("-5%~-3%", "-5%~-3%: share -5..-3 [%] = -5..-3 %"),
    QuantityCase("5%-10 家", "5%: share 5 [%] = 5 %", "10 家: count 10 [家] = 10 家"),
  ]

  @Test("Ranges", arguments: ranges) func range(_ example: QuantityCase) { example.check() }

  static let separators: [QuantityCase] = [
    QuantityCase("20,300", "20,300: number 20300"),
    QuantityCase("20，300人", "20，300人: persons 20300 [人] = 20300 人"),
    QuantityCase("2，300，000元", "2，300，000元: money 2300000 [元] = 2300000 TWD"),
    QuantityCase("1,2,3", "1: number 1", "2: number 2", "3: number 3"),
    QuantityCase("12,34", "12: number 12", "34: number 34"),
    QuantityCase("1,234,56", "1,234: number 1234", "56: number 56"),
    QuantityCase("1234,567", "1234: number 1234", "567: number 567"),
    QuantityCase("1, 234 家", "1, 234 家: count 1234 [家] = 1234 家"),
    QuantityCase("1, 234, 567 元", "1, 234, 567 元: money 1234567 [元] = 1234567 TWD"),
    QuantityCase("100, 200", "100: number 100", "200: number 200"),
    QuantityCase("1，2，3", "1: number 1", "2: number 2", "3: number 3"),
    QuantityCase("1."),
    QuantityCase("1.5.", "1.5: number 1.5"),
    QuantityCase("½"),
    QuantityCase("1½", "1½: number 1.5"),
    QuantityCase("3.14159", "3.14159: number 3.14159"),
    QuantityCase("0.0000001 公噸", "0.0000001 公噸: mass|emissions 0.0000001 [公噸] = 0.0001 kg"),
    QuantityCase("2,500,家", "2,500: number 2500"),
  ]

  @Test("Separators", arguments: separators) func separator(_ example: QuantityCase) { example.check() }

  static let breaks: [QuantityCase] = [
    QuantityCase("5\n家", "5: number 5"),
    QuantityCase("5\t家", "5: number 5"),
    QuantityCase("約\n5家", "5家: count 5 [家] = 5 家"),
    QuantityCase("5\n%", "5: number 5"),
    QuantityCase("1,\n234", "1: number 1", "234: number 234"),
    QuantityCase("2022\n年", "2022: number|year 2022"),
  ]

  @Test("Nothing crosses blocks and cells", arguments: breaks) func border(_ example: QuantityCase) { example.check() }
}
