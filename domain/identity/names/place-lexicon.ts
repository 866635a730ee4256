import divisions from './places.json' with { type: 'json' }

/** A place by its code: `44` a province, `4403` a city, `440305` a county. */
export interface Place {
  readonly code: string
  /** The name without what it is: 深圳, not 深圳市. */
  readonly bare: string
}

/** Names of places that are also words or enterprises: they count as places only with what they are, as in 长安区. */
const wordsAsWell: ReadonlySet<string> = new Set(
  '东方 长安 新华 和平 朝阳 长城 海港 新城 中原 城中 城关 五华 兴宁 金山 宝山 长宁 永安 安宁 永康 太和 平安 永和 南方 长青 兴业 大方 富源 富裕 平和 广安 宁化 永新 同心 安康 永福 太平 文化 建设 先锋 光明 东风 红旗 前进 天山 昆仑 华龙 凤凰 中国 西部 民生 中华 大同 天台 同仁 德化 泰和 万载 新兴 开元 东山 龙门 青山 中宁 新民 长兴 共和 海通 铁东 铁西 振兴 阿里 巴里 国泰 中天 永泰 华安 长泰 东海 永兴 龙山 宏伟 元宝 兴安 友谊 汇川 万年 开化 三江 江海 太湖 鼎湖 银海 金川 白云 神农 大足 通海 海原 长白 长海 天全 嘉禾 安国 平乐 海晏 金阳 金湖 安化 玉泉'.split(
    ' ',
  ),
)

const kindOfPlace =
  /(特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|自治州|自治县|自治旗|地区|林区|特区|新区|矿区|省|市|盟|县|区|旗)$/
const peoples =
  /(蒙古族|藏族|羌族|彝族|苗族|侗族|布依族|土家族|傣族|景颇族|傈僳族|哈尼族|白族|壮族|回族|朝鲜族|哈萨克|柯尔克孜|蒙古|满族|瑶族|黎族|畲族|仡佬族|水族|佤族|拉祜族|纳西族|怒族|独龙族|布朗族|土族|撒拉族|东乡族|保安族|裕固族|塔吉克|锡伯|达斡尔族|鄂温克族|毛南族|仫佬族|各族)+$/

const placeOfName = new Map<string, Place>()
for (const line of divisions.places) addPlace(line)
for (const [name, code] of [
  ['浦东新区', '310115'],
  ['浦东', '310115'],
  ['前海', '440305'],
  ['横琴', '440402'],
  ['中国香港', '81'],
  ['中国澳门', '82'],
  ['中国台湾', '71'],
  ['天津滨海新区', '120116'],
  ['苏州工业园区', '320571'],
] as const) {
  placeOfName.set(name, { code, bare: name })
}

/** How long names of places are that begin with a sign, the longest first. */
const lengthsOfSign = new Map<number, readonly number[]>()
for (const name of placeOfName.keys()) {
  const sign = name.charCodeAt(0)
  const lengths = lengthsOfSign.get(sign) ?? []
  if (!lengths.includes(name.length))
    lengthsOfSign.set(
      sign,
      [...lengths, name.length].toSorted((a, b) => b - a),
    )
}

function addPlace(line: string): void {
  const blank = line.indexOf(' ')
  const [code, name] = [line.slice(0, blank), line.slice(blank + 1)]
  const rest = name.replace(kindOfPlace, '').replace(peoples, '')
  const bare = rest.length >= 2 ? rest : name
  if (!placeOfName.has(name)) placeOfName.set(name, { code, bare })
  const alone = code.length <= 4 || /[市县旗盟]$/.test(name)
  if (alone && bare.length >= 2 && !placeOfName.has(bare) && !wordsAsWell.has(bare))
    placeOfName.set(bare, { code, bare })
  if (code.length === 4 && !name.endsWith('市')) placeOfName.set(`${bare}州`, { code, bare })
}

/** The longest name of a place that a text begins with at a position. */
export function placeAt(text: string, start: number): { readonly place: Place; readonly length: number } | undefined {
  const lengths = lengthsOfSign.get(text.charCodeAt(start))
  if (lengths === undefined) return undefined
  for (const length of lengths) {
    if (start + length > text.length) continue
    const place = placeOfName.get(text.slice(start, start + length))
    if (place !== undefined) return { place, length }
  }
  return undefined
}

/** Whether two places can be of one enterprise: the same, one in the other, or nothing known of one. */
export function placesAgree(left: string, right: string): boolean {
  return left.startsWith(right) || right.startsWith(left)
}

/** In brackets it only says where an enterprise from elsewhere is at home here. */
export const wholeCountry: ReadonlySet<string> = new Set(['中国', '全国', '大陆', '中国大陆', 'china', 'prc'])
