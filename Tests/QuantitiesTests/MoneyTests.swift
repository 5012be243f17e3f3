import Testing

@Suite("Money")
struct MoneyTests {
  static let money: [QuantityCase] = [
    QuantityCase("1,234 仟元", "1,234 仟元: money 1234 [仟元] = 1234000 TWD"),
    QuantityCase("1,234千元", "1,234千元: money 1234 [千元] = 1234000 TWD"),
    QuantityCase("1.2 億元", "1.2 億元: money 1.2 [億元] = 120000000 TWD"),
    QuantityCase("5 億 6 仟萬元", "5 億 6 仟萬元: money 5.6 [億元] = 560000000 TWD"),
    QuantityCase("5億6,000萬元", "5億6,000萬元: money 5.6 [億元] = 560000000 TWD"),
    QuantityCase("3億2,500萬5,000元", "3億2,500萬5,000元: money 3.25005 [億元] = 325005000 TWD"),
    QuantityCase("NT$4,663", "NT$4,663: money 4663 [NT$] = 4663 TWD"),
    QuantityCase("NT$ 4,663 仟元", "NT$ 4,663 仟元: money 4663 [仟元] = 4663000 TWD"),
    QuantityCase("新台幣1,234仟元", "新台幣1,234仟元: money 1234 [仟元] = 1234000 TWD"),
    QuantityCase("新臺幣 5 億元", "新臺幣 5 億元: money 5 [億元] = 500000000 TWD"),
    QuantityCase("新台幣約5億元", "5億元: money 5 [億元] = 500000000 TWD <about>"),
    QuantityCase("US$3 million", "US$3 million: money 3 [US$ million] = 3000000 USD"),
    QuantityCase("US$2.5B", "US$2.5B: money 2.5 [US$ B] = 2500000000 USD"),
    QuantityCase("USD 1.2 billion", "USD 1.2 billion: money 1.2 [USD billion] = 1200000000 USD"),
    QuantityCase("100萬美元", "100萬美元: money 100 [萬美元] = 1000000 USD"),
    QuantityCase("5億美元", "5億美元: money 5 [億美元] = 500000000 USD"),
    QuantityCase("3,000萬歐元", "3,000萬歐元: money 3000 [萬歐元] = 30000000 EUR"),
    QuantityCase("人民幣 2 億元", "人民幣 2 億元: money 2 [億元] = 200000000 CNY"),
    QuantityCase("¥500", "¥500: money 500 [¥] = 500 JPY"),
    QuantityCase("$1,200", "$1,200: money 1200 [$]"),
    QuantityCase("€3.5 million", "€3.5 million: money 3.5 [€ million] = 3500000 EUR"),
    QuantityCase("350 億日圓", "350 億日圓: money 350 [億日圓] = 35000000000 JPY"),
    QuantityCase("5百萬 TWD", "5百萬 TWD: money 5 [百萬TWD] = 5000000 TWD"),
    QuantityCase("NTD 5,000", "NTD 5,000: money 5000 [NTD] = 5000 TWD"),
    QuantityCase("TWD 300 MM", "TWD 300 MM: money 300 [TWD MM] = 300000000 TWD"),
    QuantityCase("五千萬元", "五千萬元: money 5000 [萬元] = 50000000 TWD"),
    QuantityCase("兩億元", "兩億元: money 2 [億元] = 200000000 TWD"),
    QuantityCase("新台幣一億元", "新台幣一億元: money 1 [億元] = 100000000 TWD"),
    QuantityCase("2.25 元", "2.25 元: money 2.25 [元] = 2.25 TWD"),
    QuantityCase("零元", "零元: money 0 [元] = 0 TWD"),
    QuantityCase("3兆元", "3兆元: money 3 [兆元] = 3000000000000 TWD"),
    QuantityCase("4.5兆", "4.5兆: number|money|count 4.5 [兆]"),
    QuantityCase("500多元", "500多元: money 500 [元] = 500 TWD <more-than>"),
    QuantityCase("3億多元", "3億多元: money 3 [億元] = 300000000 TWD <more-than>"),
    QuantityCase("20,300元", "20,300元: money 20300 [元] = 20300 TWD"),
    QuantityCase("20，300元", "20，300元: money 20300 [元] = 20300 TWD"),
    QuantityCase("港幣 300 萬元", "港幣 300 萬元: money 300 [萬元] = 3000000 HKD"),
    QuantityCase("35 TWD MM", "35 TWD MM: money 35 [TWD MM] = 35000000 TWD"),
    QuantityCase("1,200 million USD", "1,200 million USD: money 1200 [million USD] = 1200000000 USD"),
  ]

  @Test("Amounts and currencies", arguments: money) func amount(_ example: QuantityCase) { example.check() }
}
