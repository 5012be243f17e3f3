import ReportModel

/// Units of measure. Canonical units: kWh, GJ and kcal of energy (no powers of ten lie between them), kW, kg, m3, tCO2e,
/// m2 and 坪, m, °C, h and min, %; percentage points are pp.
enum MeasureRows {
  static let all: [UnitRow] = energy + matter + emissions + space + time + ratios

  private static let energy = [
    UnitRow(.energy, "kWh", "kWh KWH KWh Kwh kwh kW·h kW-h kWhr 度電 千瓦時 仟瓦時 千瓦小時 仟瓦小時 瓩時 瓩小時"),
    UnitRow(.energy, "kWh", "度|電 度|用電 度|的電 度|綠電 度|之電 度|再生 度|太陽 度|發電"),
    UnitRow(.volume, "m3", "度|水 度|用水 度|自來水 度|的水"),
    UnitRow(.energy, "kWh", also: [.volume, .temperature], use: .figures, "度"),
    UnitRow(.energy, "kWh", -3, "Wh 瓦時 瓦小時"),
    UnitRow(.energy, "kWh", 3, "MWh MWH Mwh mWh 百萬瓦時 百萬瓦小時"), UnitRow(.energy, "kWh", 6, "GWh GWH Gwh"),
    UnitRow(.energy, "kWh", 9, "TWh"), UnitRow(.energy, "GJ", "GJ gigajoules gigajoule 十億焦耳 吉焦耳 吉焦"),
    UnitRow(.energy, "GJ", 3, "TJ terajoules 兆焦耳"),
    UnitRow(.energy, "GJ", -3, "MJ 百萬焦耳 megajoules"), UnitRow(.energy, "GJ", -6, "kJ KJ 千焦耳 仟焦耳 千焦"),
    UnitRow(.energy, "GJ", -9, "焦耳 joules"), UnitRow(.energy, "kcal", "kcal Kcal 千卡 仟卡 大卡 千卡路里 仟卡路里"),
    UnitRow(.energy, "kcal", 3, "Mcal 百萬卡"), UnitRow(.energy, "kcal", -3, use: .figures, "卡路里"),
    UnitRow(.power, "kW", "kW KW kw kWp KWp kWP KWP 瓩 千瓦 仟瓦 峰瓩 瓩峰"), UnitRow(.power, "kW", -3, "W 瓦 瓦特"),
    UnitRow(.power, "kW", 3, "MW MWp 百萬瓦"), UnitRow(.power, "kW", 6, "GW GWp"),
  ]

  private static let matter = [
    UnitRow(.mass, "kg", "kg KG Kg kgs 公斤 kilograms kilogram"), UnitRow(.mass, "kg", -3, "公克 克 grams gram"),
    UnitRow(.mass, "kg", -3, use: .number, "g"), UnitRow(.mass, "kg", -6, "毫克 mg"),
    UnitRow(
      .mass, "kg", 3, also: [.emissions],
      "公噸 公吨 噸 吨 tonnes tonne Tonnes tons ton metric_tons metric_tonnes metric_ton Metric_Tons MT"),
    UnitRow(.mass, "kg", 3, also: [.emissions], use: .number, "t"),
    UnitRow(.mass, "kg", 3, "公噸|廢 公噸|垃圾 公噸|原料 公噸|紙 噸|廢 噸|垃圾 噸|紙 公噸|一般 公噸|有害 公噸|事業"),
    UnitRow(.mass, "kg", 6, also: [.emissions], "kt kiloton kilotons"),
    UnitRow(.volume, "m3", "立方公尺 立方米 m3 m³ M3 M³ m^3 ㎥ 公秉 噸水 公噸水 度水 cubic_meters cubic_metres kL KL 公噸|水 噸|水"),
    UnitRow(.volume, "m3", -3, "公升 升 liters litres liter"), UnitRow(.volume, "m3", -3, use: .number, "L l"),
    UnitRow(.volume, "m3", -6, "毫升 mL ml cc"), UnitRow(.volume, "m3", 3, "ML 百萬公升 megaliters megalitres 千立方公尺"),
  ]

  /// Masses, and what makes emissions of them.
  private static let masses: [(power: Int, names: String)] = [
    (0, "公噸 噸 t T Tons tonnes tons metric_tons metric_tonnes tonne MT ton"), (-3, "公斤 kg Kg KG"), (3, "kt Kt 千噸"),
    (6, "Mt"), (-6, "公克 g 克"),
  ]
  private static let gases = """
    CO2e CO₂e CO2eq CO₂eq CO2-eq CO2-e CO2當量 CO2約當量 CO2 CO₂ Co2e CO2E CO²e co2e 二氧化碳當量 二氧化碳約當量 二氧化碳排放當量 \
    二氧化碳排放量 二氧化碳 碳當量 碳|排 的碳|排 之碳|排 溫室氣體|排 的溫室氣體|排
    """

  private static let emissions: [UnitRow] = masses.flatMap { power, names in
    names.split(separator: " ").map { mass in
      let joined = gases.split(separator: " ").flatMap { gas in
        ["", "-", "_", "．", "·", "_of_"].map { mass + $0 + gas }
      }
      return UnitRow(.emissions, "tCO2e", power, joined.map(String.init).map(bare).joined(separator: " "))
    }
  }

  /// 噸碳排 says emissions, but its unit is 噸: nothing of the word belongs to it.
  private static func bare(_ name: String) -> String {
    guard let bar = name.firstIndex(of: "|") else { return name }
    let words = ["的碳", "之碳", "的溫室氣體", "溫室氣體", "碳"]
    guard let word = words.first(where: { name[..<bar].hasSuffix($0) }) else { return name }
    return name[..<bar].dropLast(word.count) + "|" + word + name[name.index(after: bar)...]
  }

  private static let space = [
    UnitRow(.area, "m2", "平方公尺 平方米 m2 m² M2 M² m^2 ㎡ square_meters square_metres sqm"),
    UnitRow(.area, "m2", 4, "公頃 hectares ha"), UnitRow(.area, "m2", 6, "平方公里 km2 km²"), UnitRow(.area, "坪", "坪"),
    UnitRow(.length, "m", "公尺 米 meters metres"), UnitRow(.length, "m", use: .number, "m"),
    UnitRow(.length, "m", 3, "公里 km KM 千米 kilometers kilometres"), UnitRow(.length, "m", -2, "公分 釐米 cm"),
    UnitRow(.length, "m", -3, "公釐 公厘 毫米 mm"), UnitRow(.length, "m", -6, "微米 μm µm um"),
    UnitRow(.length, "m", -9, "奈米 nm"), UnitRow(.length, "in", "吋 英吋 inches inch"),
    UnitRow(
      .temperature, "°C", "°C ℃ ˚C ºC oC ⁰C ᵒC °_C ∘C 度C °c 攝氏度 度|（攝氏 度|以內升溫 degrees_Celsius degrees"),
    UnitRow(.temperature, "°F", "°F ℉"),
  ]

  private static let time = [
    UnitRow(.hours, "h", "小時 鐘頭 hours hour Hours hrs hr Hrs 人時 人小時 工時 man-hours person-hours"),
    UnitRow(.hours, "h", use: .figures, "時"), UnitRow(.hours, "h", use: .number, "h H"),
    UnitRow(.hours, "min", "分鐘 minutes minute mins min"),
  ]

  private static let ratios = [
    UnitRow(.share, "%", "% ％ ﹪ percent Percent per_cent"), UnitRow(.share, "%", -1, "‰"),
    UnitRow(.share, "pp", "百分點 個百分點 百分點|之 ppt percentage_points percentage_point"),
    UnitRow(.share, "pp", -2, "基點 個基點 bps bp 基本點 個基本點"),
    UnitRow(.share, "ppm", "ppm"), UnitRow(.multiple, "倍", "倍"), UnitRow(.multiple, "倍", use: .glued, "x X"),
    UnitRow(.score, "分", use: .figures, "分"),
    UnitRow(.score, "分", "points 積分"),
  ]
}
