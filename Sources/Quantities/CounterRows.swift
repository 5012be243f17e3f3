import ReportModel

/// Words that count, and words that only begin like one.
enum CounterRows {
  static let all: [UnitRow] = people + spans + counters + labels + words

  private static let people = [
    UnitRow(.persons, "人", "人 名 位 員工 人員 people persons person employees Employees 個人"),
    UnitRow(.count, "人次", also: [.persons], "人次 人·次 人／次 person-times participants 位次"),
    UnitRow(.hours, "人天", "人天 人日"),
  ]

  private static let spans = [
    UnitRow(.count, "年", "年 週年 周年 個年度 年度 years year Years 年間"), UnitRow(.count, "個月", "個月 months month"),
    UnitRow(.count, "天", "天 個工作天 工作天 個營業日 工作日 個工作日 days day 日曆天"),
    UnitRow(.count, "日", also: [.date], use: .figures, "日"), UnitRow(.count, "週", "週 周 個星期 星期 weeks week 個禮拜"),
    UnitRow(.count, "季", use: .figures, "季"), UnitRow(.count, "歲", "歲"),
    UnitRow(.hours, "s", use: .figures, "秒 秒鐘 seconds"),
  ]

  /// After any number.
  private static let everywhere = """
    家 間 件 次 場 場次 堂 項 案 戶 檔 筆 款 輛 張 股 席 席次 個 座 棟 處 所 份 篇 則 例 種 類 組 套 冊 梯次 班次 車次 趟 枚 顆 棵 株 隻 箱 瓶 桶 盒 盞 頂 枝 幢 桌 \
    袋 杯 雙 艘 架 部 台 臺 片 支 封 梯 車 頁 隊 團 條 名額 門課 個據點 處據點 據點 廳 堂課 件次 戶次 家次 項次數 案次 站次 點次 人份 樣 \
    面向 類別數 顆星 尊 艙 櫃 床 席位 本書 場館
    """
  /// After figures only; 一口, 一層, 一點 are words.
  private static let figures = "口 層 點 期 班 門 包 店 站 廠 批 頭 宗 道 幅 度次 粒 隊次"
  private static let latin = """
    companies suppliers cases times sessions trees items households branches shares incidents projects events \
    vehicles units pieces students schools customers clients meetings courses
    """

  private static let counters =
    [
      UnitRow(.count, "項", "項|目標"), UnitRow(.persons, "人", "人|員工 名|員工 位|員工"),
      UnitRow(.count, "次", "次|要求"), UnitRow(.count, "間", "間|接受"), UnitRow(.count, "家", "家|人壽 家|電信 家|電子 家|電力 家|電廠"),
      UnitRow(.count, "起", use: .figures, "起"), UnitRow(.count, "處", "處|分行 處|分公司 處|分支 處|分店 處|分處"),
    ]
    + [(everywhere, Unit.Use.anywhere), (figures, .figures), (latin, .anywhere)].flatMap { names, use in
      names.split(separator: " ").map { UnitRow(.count, String($0), use: use, String($0)) }
    }

  /// Places and grades: the number before them names one of many.
  private static let labels = [
    UnitRow(.number, "", use: .label, "級 樓 號 屆 版 章 節 巷 弄 路 街 段 樓層 階 階段 年級 級風 F 條之 線道 代 碼 期間 類股")
  ]

  /// Longer words win: none of these holds a unit.
  private static let words = [
    UnitRow(
      .number, "", use: .word,
      """
      次性 席之地 份子 人才 人力 人資 人權 人事 人文 人體 人工 人均 人類 人身 人口 人民 人壽 人流 人性 人道 人脈 人氣 人選 人生 人數 人際 人造 人本 人行 人車 人人 \
      名單 名稱 名義 名詞 位於 位置 位居 位階 位元 位移 位數 家庭 家族 家長 家戶 家電 家園 家數 家鄉 家人 家扶 間接 間隔 間距 間斷 間數 \
      件數 件組 次要 次世代 次級 次數 次日 次年 次產業 次長 場域 場所 場址 場景 場地 場數 場站 場合 項目 項數 案號 案數 案由 戶外 戶數 戶籍 戶名 \
      檔案 檔數 筆電 筆記 筆數 款項 款數 輛數 張數 股東 股份 股票 股價 股權 股利 股息 股市 股本 股金 股數 席會 個案 個股 個資 個體 個別 個性 個數 \
      座談 處理 處分 處罰 處長 處置 處於 處數 所有 所得 所屬 所在 所致 所需 所述 所示 所以 所列 所謂 所稱 所產 所造 所設 所提 所訂 所定 所採 所使 份額 \
      則為 則是 則由 則以 則有 則將 則於 則會 則可 則需 則應 例如 例外 例行 例假 種子 種類 種植 種族 類別 類型 類似 類比 組織 組成 組合 組長 套用 \
      部分 部份 部門 部長 部落 部會 部位 台灣 臺灣 台北 臺北 台中 臺中 台南 臺南 台東 臺東 台積 台電 臺電 台銀 臺銀 台商 台股 台大 臺大 台新 台塑 台泥 \
      台達 台水 台幣 臺幣 片面 支持 支付 支出 支應 支援 支票 支用 支柱 團體 團隊 條例 條款 條件 條文 條規 車輛 車站 車用 車廠 本公司 本行 本集團 本報告 \
      本次 本年 本期 本身 本土 本地 本國 本質 本金 本人 本益 本校 本於 本銀 本章 本業 本部 層面 層級 層次 點檢 點數 點名 點選 點擊 點子 期待 期望 \
      期末 期初 期貨 期中 期限 期程 期刊 班級 門市 門檻 門號 店家 店面 站點 廠商 廠房 廠區 廠址 廠牌 廠務 批准 批次 批發 頭痛 包含 包括 包裝 包容 包商 \
      包含 包括 包裝 包材 包容 包商 包覆 包廂 回收 回饋 回應 回覆 回報 回顧 回購 回復 回升 起初 起始 起點 起訴 起重 起訖 起至 起跳 起算 宗旨 宗教 道路 道德 道瓊 通過 通報 通訊 通知 通路 通用 \
      通膨 通常 通電 通勤 面臨 面對 面積 面額 面板 面試 對於 對外 對內 對應 對象 對話 對環 對社 對公 對供 對員 對客 對氣 對此 對本 對我 對永 對未 對各 \
      步驟 步道 步行 天然 天災 天氣 天候 天數 天下 日常 日本 日期 日間 日圓 日元 日報 日曆 日數 週期 週邊 週末 周邊 年報 年表 年齡 年代 年終 年輕 \
      年級分 年化 季節 季報 季刊 時間 時候 時代 時期 時任 時至 時程 時段 時數 時尚 時機 時效 分析 分配 分別 分布 分佈 分為 分類 分行 分公司 分級 分數 \
      分組 分成 分享 分散 分擔 分工 分店 分項 分子 分母 分之 分位 分局 分階 分紅 分層 分支 分部 分界 分段 分期 分攤 分離 度假 度量 度過 倍券 倍增 倍數 \
      倍力 米其 米糧 克服 升級 升溫 升至 升等 升降 升高 瓦斯 瓦楞 秒差 歲末 歲月 元件 元素 元年 元月 元宇 元大 元化 元富 元智 口碑 口罩 口頭 口腔 \
      碼頭 號召 級距 級別 版本 版權 版面 版次 路徑 路線 街道 段落 節能 節電 節水 節省 節約 節點 節日 節目 章程 章節 代表 代理 代碼 代幣 代替 代工 \
      階層 階級 樓板 樓地 克林 樣本 樣態 樣式 樣品 架構 架設 頁面 頁次 頁數 廳長 櫃買 櫃檯 櫃台 床位數 席捲 冊列 套裝 根據 根本 圈選 圈養 隊伍 隊員 線道
      """)
  ]
}
