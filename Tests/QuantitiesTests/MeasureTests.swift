import Testing

@Suite("Measures")
struct MeasureTests {
  static let energy: [QuantityCase] = [
    QuantityCase("一千瓦", "一千瓦: power 1 [千瓦] = 1 kW"),
    QuantityCase("1千瓦", "1千瓦: power 1 [千瓦] = 1 kW"),
    QuantityCase("5 千瓦時", "5 千瓦時: energy 5 [千瓦時] = 5 kWh"),
    QuantityCase("萬度"),
    QuantityCase("13 萬度", "13 萬度: energy|volume|temperature 13 [萬度] = 130000 kWh"),
    QuantityCase("1,200 度電", "1,200 度: energy 1200 [度] = 1200 kWh"),
    QuantityCase("350 度", "350 度: energy|volume|temperature 350 [度] = 350 kWh"),
    QuantityCase("350度水", "350度水: volume 350 [度水] = 350 m3"),
    QuantityCase("3,500 kWh", "3,500 kWh: energy 3500 [kWh] = 3500 kWh"),
    QuantityCase("3,500KWH", "3,500KWH: energy 3500 [KWH] = 3500 kWh"),
    QuantityCase("12.5 MWh", "12.5 MWh: energy 12.5 [MWh] = 12500 kWh"),
    QuantityCase("1.2GWh", "1.2GWh: energy 1.2 [GWh] = 1200000 kWh"),
    QuantityCase("3 TWh", "3 TWh: energy 3 [TWh] = 3000000000 kWh"),
    QuantityCase("5,000 GJ", "5,000 GJ: energy 5000 [GJ] = 5000 GJ"),
    QuantityCase("2.3 TJ", "2.3 TJ: energy 2.3 [TJ] = 2300 GJ"),
    QuantityCase("500 MJ", "500 MJ: energy 500 [MJ] = 0.5 GJ"),
    QuantityCase("300 百萬焦耳", "300 百萬焦耳: energy 300 [百萬焦耳] = 0.3 GJ"),
    QuantityCase("1,200 千卡", "1,200 千卡: energy 1200 [千卡] = 1200 kcal"),
    QuantityCase("500仟瓦時", "500仟瓦時: energy 500 [仟瓦時] = 500 kWh"),
    QuantityCase("100瓩", "100瓩: power 100 [瓩] = 100 kW"),
    QuantityCase("499 kW", "499 kW: power 499 [kW] = 499 kW"),
    QuantityCase("1.5MW", "1.5MW: power 1.5 [MW] = 1500 kW"),
    QuantityCase("2GW", "2GW: power 2 [GW] = 2000000 kW"),
    QuantityCase("60 W", "60 W: power 60 [W] = 0.06 kW"),
    QuantityCase("2000 kWp", "2000 kWp: power 2000 [kWp] = 2000 kW"),
    QuantityCase("10億度", "10億度: energy|volume|temperature 10 [億度] = 1000000000 kWh"),
    QuantityCase("一百萬度", "一百萬度: energy|volume|temperature 100 [萬度] = 1000000 kWh"),
    QuantityCase("五萬度", "五萬度: energy|volume|temperature 5 [萬度] = 50000 kWh"),
  ]

  @Test("Energy and power", arguments: energy) func energyAmount(_ example: QuantityCase) { example.check() }

  static let emissions: [QuantityCase] = [
    QuantityCase("4,663 公噸CO2e", "4,663 公噸CO2e: emissions 4663 [公噸CO2e] = 4663 tCO2e"),
    QuantityCase("41,250噸", "41,250噸: mass|emissions 41250 [噸] = 41250000 kg"),
    QuantityCase("12 公噸", "12 公噸: mass|emissions 12 [公噸] = 12000 kg"),
    QuantityCase("4,663 tCO2e", "4,663 tCO2e: emissions 4663 [tCO2e] = 4663 tCO2e"),
    QuantityCase("4,663 t-CO2e", "4,663 t-CO2e: emissions 4663 [t-CO2e] = 4663 tCO2e"),
    QuantityCase("4,663 t CO2e", "4,663 t CO2e: emissions 4663 [t CO2e] = 4663 tCO2e"),
    QuantityCase("1,750kgCO2e", "1,750kgCO2e: emissions 1750 [kgCO2e] = 1.75 tCO2e"),
    QuantityCase("23 ktCO2e", "23 ktCO2e: emissions 23 [ktCO2e] = 23000 tCO2e"),
    QuantityCase("715萬公噸二氧化碳約當量", "715萬公噸二氧化碳約當量: emissions 715 [萬公噸二氧化碳約當量] = 7150000 tCO2e"),
    QuantityCase(
      "7,123,456 公噸二氧化碳約當量(tCO2e)", "7,123,456 公噸二氧化碳約當量(tCO2e): emissions 7123456 [公噸二氧化碳約當量] = 7123456 tCO2e"),
    QuantityCase("300 公噸二氧化碳當量", "300 公噸二氧化碳當量: emissions 300 [公噸二氧化碳當量] = 300 tCO2e"),
    QuantityCase("21.35 噸 CO2", "21.35 噸 CO2: emissions 21.35 [噸CO2] = 21.35 tCO2e"),
    QuantityCase("5.2 萬公噸CO2e", "5.2 萬公噸CO2e: emissions 5.2 [萬公噸CO2e] = 52000 tCO2e"),
    QuantityCase("100噸碳排放", "100噸: emissions 100 [噸] = 100 tCO2e"),
    QuantityCase("100 公噸廢棄物", "100 公噸: mass 100 [公噸] = 100000 kg"),
    QuantityCase("3.5 百萬公噸CO2e", "3.5 百萬公噸CO2e: emissions 3.5 [百萬公噸CO2e] = 3500000 tCO2e"),
    QuantityCase("5 MtCO2e", "5 MtCO2e: emissions 5 [MtCO2e] = 5000000 tCO2e"),
    QuantityCase("12,000 tonnes CO2e", "12,000 tonnes CO2e: emissions 12000 [tonnes CO2e] = 12000 tCO2e"),
    QuantityCase("0.511公斤CO2e/度", "0.511公斤CO2e/度: intensity 0.511 [公斤CO2e/度] = 0.000511 tCO2e/kWh"),
    QuantityCase("0.495 公斤二氧化碳當量/度", "0.495 公斤二氧化碳當量/度: intensity 0.495 [公斤二氧化碳當量/度] = 0.000495 tCO2e/kWh"),
    QuantityCase("55.5 Tons of CO2e", "55.5 Tons of CO2e: emissions 55.5 [Tons of CO2e] = 55.5 tCO2e"),
    QuantityCase("4,100公噸二氧化碳", "4,100公噸二氧化碳: emissions 4100 [公噸二氧化碳] = 4100 tCO2e"),
    QuantityCase("150.25公噸CO2e", "150.25公噸CO2e: emissions 150.25 [公噸CO2e] = 150.25 tCO2e"),
    QuantityCase("800公克的碳排放", "800公克: emissions 800 [公克] = 0.0008 tCO2e"),
    QuantityCase("512.3406公噸CO2e", "512.3406公噸CO2e: emissions 512.3406 [公噸CO2e] = 512.3406 tCO2e"),
    QuantityCase("總排放量為240.15(公噸CO2e/年)", "240.15(公噸CO2e/年): emissions 240.15 [公噸CO2e/年] = 240.15 tCO2e"),
    QuantityCase("總排放量為2,340.75 (公噸CO2e)", "2,340.75 (公噸CO2e): emissions 2340.75 [公噸CO2e] = 2340.75 tCO2e"),
  ]

  @Test("Emissions", arguments: emissions) func emission(_ example: QuantityCase) { example.check() }

  static let intensity: [QuantityCase] = [
    QuantityCase("1.85 tCO2e/TWD MM", "1.85 tCO2e/TWD MM: intensity 1.85 [tCO2e/TWD MM] = 0.00000185 tCO2e/TWD"),
    QuantityCase("0.5 公噸CO2e/新臺幣佰萬元營收", "0.5 公噸CO2e/新臺幣佰萬元營收: intensity 0.5 [公噸CO2e/新臺幣佰萬元營收] = 0.0000005 tCO2e/TWD"),
    QuantityCase("0.12 公噸CO2e/人", "0.12 公噸CO2e/人: intensity 0.12 [公噸CO2e/人] = 0.12 tCO2e/人"),
    QuantityCase(
      "7.77度／營收新臺幣百萬元", "7.77度／營收新臺幣百萬元: intensity 7.77 [度/營收新臺幣百萬元] = 0.00000777 kWh/TWD"),
    QuantityCase("1.2公噸CO2e/營收", "1.2公噸CO2e/營收: intensity 1.2 [公噸CO2e/營收] = 1.2 tCO2e/TWD"),
    QuantityCase("2.4 kg/wafer-m²", "2.4 kg/wafer-m²: intensity 2.4 [kg/wafer-m²] = 2.4 kg/wafer-m2"),
    QuantityCase("0.3 kWh/人-小時", "0.3 kWh/人-小時: intensity 0.3 [kWh/人-小時] = 0.3 kWh/人-h"),
    QuantityCase("2.3 tCO2e/人-較去年", "2.3 tCO2e/人: intensity 2.3 [tCO2e/人] = 2.3 tCO2e/人"),
    QuantityCase("2.3 tCO2e/人", "2.3 tCO2e/人: intensity 2.3 [tCO2e/人] = 2.3 tCO2e/人"),
    QuantityCase("0.03 公噸/每百萬元", "0.03 公噸/每百萬元: intensity 0.03 [公噸/每百萬元] = 0.00003 kg/TWD"),
    QuantityCase("120 kWh/m2", "120 kWh/m2: intensity 120 [kWh/m2] = 120 kWh/m2"),
    QuantityCase("0.4 公噸CO2e/千元淨收益", "0.4 公噸CO2e/千元淨收益: intensity 0.4 [公噸CO2e/千元淨收益] = 0.0004 tCO2e/TWD"),
    QuantityCase("每百萬元營收排放 2.3 公噸CO2e", "2.3 公噸CO2e: intensity 2.3 [公噸CO2e] = 0.0000023 tCO2e/TWD"),
    QuantityCase("每人用電 1,200 度電", "1,200 度: intensity 1200 [度] = 1200 kWh/人"),
    QuantityCase("15 小時/人", "15 小時/人: hours|intensity 15 [小時/人] = 15 h/人"),
    QuantityCase("300 元/公噸", "300 元/公噸: money|intensity 300 [元/公噸] = 0.3 TWD/kg"),
    QuantityCase("1.2 公噸CO2e/百萬營收", "1.2 公噸CO2e/百萬營收: intensity 1.2 [公噸CO2e/百萬營收] = 0.0000012 tCO2e/TWD"),
    QuantityCase("3.5 GJ/百萬元", "3.5 GJ/百萬元: intensity 3.5 [GJ/百萬元] = 0.0000035 GJ/TWD"),
    QuantityCase("5 tCO2e/NTD million", "5 tCO2e/NTD million: intensity 5 [tCO2e/NTD million] = 0.000005 tCO2e/TWD"),
    QuantityCase("3 m3/人", "3 m3/人: intensity 3 [m3/人] = 3 m3/人"),
    QuantityCase("100 公噸/年", "100 公噸/年: mass|emissions 100 [公噸/年] = 100000 kg"),
    QuantityCase("5 公噸CO2e / 人", "5 公噸CO2e / 人: intensity 5 [公噸CO2e /人] = 5 tCO2e/人"),
    QuantityCase("t-CO2e/新臺幣佰萬元"),
    QuantityCase("6.1噸/新臺幣佰萬元", "6.1噸/新臺幣佰萬元: intensity 6.1 [噸/新臺幣佰萬元] = 0.0061 kg/TWD"),
    QuantityCase("4,100元/公噸", "4,100元/公噸: money|intensity 4100 [元/公噸] = 4.1 TWD/kg"),
    QuantityCase("0.495公斤CO2e／度", "0.495公斤CO2e／度: intensity 0.495 [公斤CO2e/度] = 0.000495 tCO2e/kWh"),
    QuantityCase("每平方公尺用電 120 kWh", "120 kWh: intensity 120 [kWh] = 120 kWh/m2"),
    QuantityCase("每人平均 2.3 公噸CO2e", "2.3 公噸CO2e: intensity 2.3 [公噸CO2e] = 2.3 tCO2e/人"),
    QuantityCase(
      "2022年碳排放強度(公噸CO2e/新臺幣佰萬元營收)：0.5512", "2022年: year 2022 [年] = 2022 year",
      "0.5512: intensity 0.5512 [公噸CO2e/新臺幣佰萬元營收] = 0.0000005512 tCO2e/TWD"),
    QuantityCase("人均排碳量(公噸CO2e/人)：2.1045", "2.1045: intensity 2.1045 [公噸CO2e/人] = 2.1045 tCO2e/人"),
  ]

  @Test("Something for something else", arguments: intensity) func ratio(_ example: QuantityCase) { example.check() }

  static let matter: [QuantityCase] = [
    QuantityCase("10 公斤", "10 公斤: mass 10 [公斤] = 10 kg"),
    QuantityCase("5kg", "5kg: mass 5 [kg] = 5 kg"),
    QuantityCase("300 g", "300 g: mass 300 [g] = 0.3 kg"),
    QuantityCase("2 公克", "2 公克: mass 2 [公克] = 0.002 kg"),
    QuantityCase("15立方公尺", "15立方公尺: volume 15 [立方公尺] = 15 m3"),
    QuantityCase("15 m3", "15 m3: volume 15 [m3] = 15 m3"),
    QuantityCase("15m³", "15m³: volume 15 [m³] = 15 m3"),
    QuantityCase("12 ㎥", "12 ㎥: volume 12 [㎥] = 12 m3"),
    QuantityCase("300公升", "300公升: volume 300 [公升] = 0.3 m3"),
    QuantityCase("3.2 百萬公升", "3.2 百萬公升: volume 3.2 [百萬公升] = 3200 m3"),
    QuantityCase("1.5 ML", "1.5 ML: volume 1.5 [ML] = 1500 m3"),
    QuantityCase("500 公秉", "500 公秉: volume 500 [公秉] = 500 m3"),
    QuantityCase("300 平方公尺", "300 平方公尺: area 300 [平方公尺] = 300 m2"),
    QuantityCase("300 m2", "300 m2: area 300 [m2] = 300 m2"),
    QuantityCase("25 坪", "25 坪: area 25 [坪] = 25 坪"),
    QuantityCase("3公頃", "3公頃: area 3 [公頃] = 30000 m2"),
    QuantityCase("12 公里", "12 公里: length 12 [公里] = 12000 m"),
    QuantityCase("5 km", "5 km: length 5 [km] = 5000 m"),
    QuantityCase("100公尺", "100公尺: length 100 [公尺] = 100 m"),
    QuantityCase("30 公分", "30 公分: length 30 [公分] = 0.3 m"),
    QuantityCase("600公厘", "600公厘: length 600 [公厘] = 0.6 m"),
    QuantityCase("12吋", "12吋: length 12 [吋] = 12 in"),
    QuantityCase("5奈米", "5奈米: length 5 [奈米] = 0.000000005 m"),
    QuantityCase("25°C", "25°C: temperature 25 [°C] = 25 °C"),
    QuantityCase("1.5℃", "1.5℃: temperature 1.5 [℃] = 1.5 °C"),
    QuantityCase("1.5°C", "1.5°C: temperature 1.5 [°C] = 1.5 °C"),
    QuantityCase("1.5oC", "1.5oC: temperature 1.5 [oC] = 1.5 °C"),
    QuantityCase("攝氏25度", "25度: temperature 25 [度] = 25 °C"),
    QuantityCase("-0.25 ~ +2.15°C", "-0.25 ~ +2.15°C: temperature -0.25..2.15 [°C] = -0.25..2.15 °C"),
    QuantityCase("1.5°C至2°C", "1.5°C至2°C: temperature 1.5..2 [°C] = 1.5..2 °C"),
    QuantityCase("3倍", "3倍: multiple 3 [倍] = 3 倍"),
    QuantityCase("兩倍", "兩倍: multiple 2 [倍] = 2 倍"),
    QuantityCase("1.5x", "1.5x: multiple 1.5 [x] = 1.5 倍"),
    QuantityCase("8小時", "8小時: hours 8 [小時] = 8 h"),
    QuantityCase("1,024 小時", "1,024 小時: hours 1024 [小時] = 1024 h"),
    QuantityCase("3.5hr", "3.5hr: hours 3.5 [hr] = 3.5 h"),
    QuantityCase("90分鐘", "90分鐘: hours 90 [分鐘] = 90 min"),
    QuantityCase("30 天", "30 天: count 30 [天] = 30 天"),
    QuantityCase("三個月", "三個月: count 3 [個月] = 3 個月"),
    QuantityCase("6 個月", "6 個月: count 6 [個月] = 6 個月"),
    QuantityCase("2週", "2週: count 2 [週] = 2 週"),
    QuantityCase("5年", "5年: count 5 [年] = 5 年"),
    QuantityCase("三年", "三年: count 3 [年] = 3 年"),
    QuantityCase("25 人時", "25 人時: hours 25 [人時] = 25 h"),
    QuantityCase("400 ppm", "400 ppm: share 400 [ppm] = 400 ppm"),
    QuantityCase("3.5 hours", "3.5 hours: hours 3.5 [hours] = 3.5 h"),
    QuantityCase("3 x 4", "3: number 3", "4: number 4"),
    QuantityCase("12.5 x 100%", "12.5: number 12.5", "100%: share 100 [%] = 100 %"),
    QuantityCase("360度", "360度: energy|volume|temperature 360 [度] = 360 kWh"),
    QuantityCase("10 公尺", "10 公尺: length 10 [公尺] = 10 m"),
    QuantityCase("2 °C", "2 °C: temperature 2 [°C] = 2 °C"),
    QuantityCase("100 m", "100 m: length 100 [m] = 100 m"),
    QuantityCase("0.5 公頃", "0.5 公頃: area 0.5 [公頃] = 5000 m2"),
  ]

  @Test("Mass, volume, area, length, temperature, time", arguments: matter) func measure(_ example: QuantityCase) {
    example.check()
  }

  static let lists: [QuantityCase] = [
    QuantityCase(
      "深33、45及57公尺", "33: length 33 [公尺] = 33 m", "45: length 45 [公尺] = 45 m", "57公尺: length 57 [公尺] = 57 m"),
    QuantityCase("1.5與2.5%", "1.5: share 1.5 [%] = 1.5 %", "2.5%: share 2.5 [%] = 2.5 %"),
    QuantityCase("3，5公尺", "3: number 3", "5公尺: length 5 [公尺] = 5 m"),
    QuantityCase("2021及7公尺", "2021: number|year 2021", "7公尺: length 7 [公尺] = 7 m"),
    QuantityCase(
      "深33、45公尺、77人", "33: length 33 [公尺] = 33 m", "45公尺: length 45 [公尺] = 45 m", "77人: persons 77 [人] = 77 人"),
  ]

  @Test("The unit that a list says once, at its end, is that of all", arguments: lists)
  func sharedUnits(_ example: QuantityCase) { example.check() }
}
