/// The ideographs that running text uses most, whatever it is about.
///
/// Any page of Chinese has them in every other place or so; characters drawn by chance from all the common ones are
/// frequent in one place of ten.
enum FrequentIdeographs {
  /// A bit for each place from U+4E00.
  static let bits: [UInt64] = {
    var bits = [UInt64](repeating: 0, count: CommonIdeographs.bits.count)
    for scalar in list.unicodeScalars {
      let place = Int(scalar.value) - 0x4E00
      bits[place >> 6] |= 1 << UInt64(place & 63)
    }
    return bits
  }()

  private static let list = """
    的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得于於著下自之年過發後作\
    裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心本前開但因只從想實\
    日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政\
    美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員\
    解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件\
    計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光放強即像難且權思王象\
    完設式色路記南品住告類求據程北邊死張該交規萬取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運笑飛風步改\
    收根幹造言聯持組每濟車親極林服快辦議往元英士證近失轉夫令準布始怎呢存未遠叫台單影具羅字愛擊流備兵連調\
    深商算質團集百需價花黨華城石級整府離況亞請技際約示復病息究線似官火斷精滿支視消越器容照須九增研寫稱企\
    八功嗎包片史委乎查輕易早曾除農找裝廣顯吧阿李標談吃圖念六引歷首醫局突專費號盡另周較注語僅考落青隨選列\
    武紅響雖推勢參希古眾構房半節土投某案黑維革劃敵致陳律足態護七興派孩驗責營星夠章音跟志底站嚴巴例防族供\
    效續施留講型料終答緊黃絕奇察母京段依批群項故按河米圍江織害雙境客紀採舉殺攻父蘇密低朝友訴止細願千值仍\
    男錢破網熱助倒育屬坐永險融股董監財損益債率負控環揭露碳排減源策略評估薪酬培訓戶購遵循稽核訊衛健康職災\
    廢棄綠授承貸款綜銀額仟億佰均幅附註簡介概述架執範辨鑑短壓測試暴
    """
}
