import ReportModel

/// The words that may stand before a number, back to front.
enum LeadWords {
  static func longest(in window: Window, endingAt end: Int) -> (word: Int, start: Int)? {
    trie.longest(in: window, endingAt: end)
  }

  static let roles: [Lead.Role] = entries.map(\.role)
  private static let trie = ScalarTrie(entries.map { Array($0.name.reversed()) })

  private static let entries: [(name: [UInt32], role: Lead.Role)] =
    (rows + english).flatMap { role, names in names.tableWords.map { ($0, role) } }
    + MoneyRows.currencies.flatMap { code, names in names.tableWords.map { ($0, Lead.Role.currency(code)) } }

  private static let rows: [(Lead.Role, String)] = [
    (.qualifier(.about), "約 大約 約莫 大概 估計約 ~ ～ ∼ 〜 ± ≈ ≒ 約略"),
    (.qualifier(.nearly), "近 將近 接近 幾近 趨近"),
    (.qualifier(.moreThan), "逾 超過 超出 高於 大於 多於 突破 已逾 > ＞ 超越 遠超"),
    (.qualifier(.atLeast), "至少 最少 最低 不少於 不低於 不小於 不得低於 不得少於 未低於 未少於 ≥ ≧ >= ⩾ 下限"),
    (.qualifier(.atMost), "不超過 不高於 不大於 不逾 不得超過 不得高於 至多 最多 未超過 未逾 ≤ ≦ <= ⩽ 上限 不多於 以不超過"),
    (.qualifier(.lessThan), "低於 小於 少於 未滿 未達 不足 不到 不及 未及 < ＜"),
    (.qualifier(.all), "皆 均 全數 全部 皆係 全體"),
    (.filler, "達 為 佔 占 有 計 共 至 到 了 達到 達成 已達 佔比 占比 係 是 成 於 平均 合計 共計 總計 高達 各 每年 每季 每月 每週 每日 每半年"),
    (.era(.republic), "民國 中華民國"), (.era(.western), "西元 公元"), (.era(.fiscal), "FY CY FY_ CY_"), (.era(.quarter), "Q q"),
    (.ordinal, "第"), (.negative, "負"), (.celsius, "攝氏"), (.currency("$"), "$ ＄"),
    (
      .label,
      """
      範疇 類別 附錄 附件 附表 附圖 附註 註 表 圖 章節 編號 項次 步驟 序號 案號 文號 圖表 表格 範圍 註腳 備註 條文 頁碼 頁次 邊界 階 類 電話 傳真 分機 專線 \
      統一編號 統編 郵遞區號 代碼 代號 型號 版本 等級 級別 之
      """
    ),
    (
      .nothing,
      """
      附近 最近 鄰近 就近 靠近 遠近 親近 合約 契約 預約 節約 簽約 公約 條約 制約 租約 違約 履約 解約 續約 締約 依約 紐約 綠約 邀約 特約 隱約 平均約 人均 \
      年均 月均 週均 日均 戶均 最近|年 圖為 負為 代表 報表 列表 圖為 地圖 意圖 藍圖 企圖 附註為 一階 種類 分類 人類 以及 下列為 勝負 抱負 自負 擔負 肩負 欺負 \
      全面 不均
      """
    ),
  ]

  private static let english: [(Lead.Role, String)] = [
    (.qualifier(.about), "about About approximately Approximately around Around roughly approx. circa"),
    (.qualifier(.nearly), "nearly Nearly almost Almost close_to"),
    (.qualifier(.moreThan), "over Over more_than More_than exceeding exceeds exceeded above greater_than"),
    (.qualifier(.atLeast), "at_least At_least no_less_than not_less_than minimum_of"),
    (.qualifier(.atMost), "up_to Up_to no_more_than not_more_than at_most maximum_of not_exceeding"),
    (.qualifier(.lessThan), "less_than fewer_than below under Less_than"),
    (.qualifier(.all), "all All"),
    (
      .label,
      """
      ISO IEC CNS GRI SDG SDGs Scope scope Category category Categories Article Phase No No. no. Table Figure Fig Fig. Tier PAS SASB IFRS IAS SA \
      OHSAS BS Level Version Chapter Section Appendix Note CHAPTER P P. pp Page page Vol Vol. Ch Ch. p. pp. Step Part Principle RCP RCPs SSP STEP UL RE EP EN IEEE TCFD AA \
      Annex Class Goal Target Stage Group Unit Type Area Site Zone Index QC HACCP TIPS ASTM FSC Euro Basel Windows Web
      """
    ),
  ]
}
