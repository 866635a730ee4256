/**
 * How much a text looks like Chinese that a business wrote: share of its non-ASCII characters that are among the
 * commonest, less those that a wrong decoding produces. 1 is plain Chinese, at or below 0 is noise.
 */
export function hanScore(text: string): number {
  let foreign = 0
  let points = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x80) continue
    foreign += 1
    if (common.has(character)) points += 1
    else if (code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff) || code < 0xa0) points -= 3
    else if (code >= 0x4e00 && code <= 0x9fff) points += 0.35
    else if (code > 0x3100 && code < 0xff00) points -= 0.5
  }
  return foreign === 0 ? 0 : points / foreign
}

// Words of the trade, the commonest characters of the language, simplified and traditional, and its punctuation.
const common = new Set(
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处理世车客户名称编码单位金额价格数量销售订购货时间收款应付毛成本类型仓库省市县街号码备注深圳北京上海广州东南有限责任股份集团科技贸易实业商店药院医华信息科华为联想腾百阿巴巴壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分，。、：；（）【】《》“”￥％－／　客戶名稱編號單位金額價數銷訂購貨時間應毛類倉庫縣街備註東華廣門灣臺',
)
