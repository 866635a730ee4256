const pairs =
  '苏蘇 无無 锡錫 宁寧 东東 广廣 佛佛 庄莊 岛島 济濟 门門 长長 汉漢 郑鄭 庆慶 沈瀋 阳陽 连連 岚嵐 铭銘 晟晟 桥橋 达達 驰馳 砺礪 峰峯 ' +
  '机機 设設 备備 装裝 饮飲 乳乳 药藥 业業 锂鋰 电電 汽汽 车車 统統 件件 精精 导導 体體 务務 环環 净淨 纺紡 织織 输輸 流流 数數 ' +
  '动動 贸貿 厂廠 技技 恩恩 维維 尔爾 罗羅 泰泰 诺諾 萨薩 伦倫 内內 马馬 韦韋 赞贊 费費 沃沃 松松 德德 凯凱 兰蘭 传傳 祺祺 岳嶽 ' +
  '霁霽 骏駿 灌灌 粮糧 络絡 材材 桥橋 轴軸 质質 术術 发發 华華 云雲 龙龍 势勢 节節'

const traditionalOf = new Map(pairs.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)]))

/** The characters of company names as Hong Kong and Taiwan write them: 苏州 → 蘇州. */
export function traditionalCharacters(simplified: string): string {
  return [...simplified].map((character) => traditionalOf.get(character) ?? character).join('')
}
