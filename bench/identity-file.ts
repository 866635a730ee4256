import { createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { checkSign } from '@vitalfew/domain/identity/index.ts'
import { benchFolder } from './sales-file.ts'

const signs =
  '安邦宝保北本博创诚城驰传达大德迪东鼎方飞丰福富高冠光广贵国海汉航浩合和恒弘宏鸿华辉汇慧吉嘉佳建健江金锦晶京景凯康科坤蓝乐力立联亮林龙隆鲁路绿茂美蒙民明铭南宁诺欧鹏普齐奇启千强庆全泉仁日荣瑞润若三森山善尚深胜盛世硕思天田通同万威维文沃祥欣新鑫信兴星雄旭亚雅阳耀业怡易益银盈永优友宇玉元远悦云运泽展兆振正志智中众舟卓紫'
const cities =
  '北京 上海 广州 深圳 天津 重庆 杭州 南京 苏州 成都 武汉 西安 长沙 郑州 青岛 济南 宁波 无锡 佛山 东莞 合肥 福州 厦门 昆明 大连 沈阳 长春 哈尔滨 石家庄 太原 南昌 贵阳 南宁 兰州 常州 徐州 温州 嘉兴 绍兴 泉州 烟台 潍坊 洛阳 襄阳 株洲 珠海 中山 惠州 绵阳 芜湖'.split(
    ' ',
  )
const trades =
  '科技 信息技术 电子 机械 机械设备 汽车零部件 化工 新材料 生物科技 医药 医疗器械 食品 餐饮管理 服装 纺织 家具 建材 建筑工程 装饰工程 房地产开发 物业管理 贸易 商贸 国际贸易 进出口 实业 投资管理 企业管理咨询 物流 供应链管理 广告 文化传媒 教育科技 环保科技 新能源 电气 自动化设备 五金 塑料制品 包装材料'.split(
    ' ',
  )
const roads =
  '人民路 中山路 解放路 建设路 和平路 新华路 长江路 黄河路 科技路 创新路 工业大道 迎宾大道 朝阳路 文化路 滨河路 振兴路 学府路 光明路 东风路 胜利路'.split(
    ' ',
  )
const surnames = '王李张刘陈杨黄赵周吴徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁'
const given = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国志宇轩浩然子涵梓欣怡佳琪雨泽晨曦思远博文俊'
const traditional = new Map(
  '东東|华華|国國|龙龍|庆慶|兴興|业業|宝寶|达達|汇匯|众眾|远遠|云雲|泽澤|银銀|欧歐|乐樂|丰豐'
    .split('|')
    .map((pair) => [pair[0] ?? '', pair[1] ?? '']),
)

interface Customer {
  readonly name: string
  readonly city: string
  readonly brand: string
  readonly trade: string
  readonly form: string
  readonly code: string
  readonly phone: string
  readonly email: string
  readonly address: string
  readonly contact: string
}

/** Numbers that look drawn by lot and are always the same (mulberry32). */
function lots(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let x = Math.imul(state ^ (state >>> 15), 1 | state)
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x
    return ((x ^ (x >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A CSV of made-up Chinese customers, many of them several times under other names and with gaps and errors. */
export async function identityFile(records: number): Promise<string> {
  const path = join(benchFolder, `identity-${records}.csv`)
  if (existsSync(path)) return path
  mkdirSync(benchFolder, { recursive: true })
  await pipeline(Readable.from(identityLines(records)), createWriteStream(`${path}.part`))
  renameSync(`${path}.part`, path)
  return path
}

function* identityLines(rows: number, seed = 7): Generator<string> {
  const draw = lots(seed)
  yield 'id,customer_name,credit_code,phone,email,address,city,contact,entity\n'
  let chunk = ''
  let entity = 0
  for (let row = 0; row < rows; entity++) {
    const customer = customerOf(draw)
    const copies = draw() < 0.62 ? 1 : 2 + Math.floor(-Math.log(1 - draw()) * 0.9)
    for (let copy = 0; copy < copies && row < rows; copy++, row++) {
      chunk += `C${row},${(copy === 0 ? cells(customer) : cells(altered(customer, draw), draw)).join(',')},${entity}\n`
    }
    if (chunk.length < 1 << 20) continue
    yield chunk
    chunk = ''
  }
  yield chunk
}

function customerOf(draw: () => number): Customer {
  const pick = (from: string | readonly string[]): string => from[Math.floor(draw() * from.length)] ?? ''
  const digits = (count: number): string => Array.from({ length: count }, () => Math.floor(draw() * 10)).join('')
  const brand = Array.from({ length: draw() < 0.75 ? 2 : 3 }, () => pick(signs)).join('')
  const city = pick(cities)
  const body = `91${String(1101 + cities.indexOf(city)).padEnd(6, '0')}${digits(8)}${pick('0123456789ABCDEFGHJKLMNPQRTUWXY')}`
  const contact = pick(surnames) + pick(given) + (draw() < 0.7 ? pick(given) : '')
  const isMobile = draw() < 0.7
  const user = `${pick('abcdefghijklmnopqrstuvwxyz')}${pick('aeiou')}${pick('bcdfghjklmnp')}${digits(4)}`
  const house =
    draw() < 0.5 ? pick(['qq.com', '163.com', '126.com', 'sina.com']) : `${user.slice(0, 3)}${digits(3)}.com.cn`
  return {
    name: '',
    city,
    brand,
    trade: pick(trades),
    form: pick(['有限公司', '有限公司', '有限公司', '有限责任公司', '股份有限公司', '集团有限公司']),
    code: body + checkSign(body),
    phone: isMobile ? `1${pick('3578')}${digits(9)}` : `0${digits(3)}-${1 + Math.floor(draw() * 9)}${digits(7)}`,
    email: `${user}@${house}`,
    address: `${city}市${pick(roads)}${1 + Math.floor(draw() * 999)}号${1 + Math.floor(draw() * 30)}${pick(['楼', '栋', '单元'])}`,
    contact,
  }
}

/** The same customer as another system has it. */
function altered(customer: Customer, draw: () => number): Customer {
  const { city, brand, trade, form, phone, address, contact } = customer
  const other = customerOf(draw)
  const kind = draw()
  const whole = `${city}${brand}${trade}`
  let name = `${city}市${brand}${trade}${form}`
  if (kind < 0.2) name = `${brand}${trade}（${city}）${form}`
  else if (kind < 0.35) name = whole
  else if (kind < 0.45) name = `${brand}${trade}${form}`
  else if (kind < 0.52) name = [...`${whole}${form}`].map((sign) => traditional.get(sign) ?? sign).join('')
  else if (kind < 0.58) name = `${city}${brand}`
  else if (kind < 0.63) name = `${city}${slip(brand, draw)}${trade}${form}`
  else if (kind < 0.75) name = `${whole}${form}`
  return {
    ...customer,
    name,
    code: draw() < 0.03 ? slip(customer.code, draw) : customer.code,
    phone: draw() < 0.2 ? other.phone : draw() < 0.3 ? `+86 ${phone.replace('-', ' ')}` : phone,
    email: draw() < 0.2 ? other.email : customer.email,
    address:
      draw() < 0.15 ? other.address.replace(other.city, city) : draw() < 0.3 ? address.replace('市', '') : address,
    contact: draw() < 0.25 ? other.contact : contact,
  }
}

function slip(text: string, draw: () => number): string {
  const at = Math.floor(draw() * text.length)
  const sign = /\d/.test(text) ? String(Math.floor(draw() * 10)) : (signs[Math.floor(draw() * signs.length)] ?? '')
  return text.slice(0, at) + sign + text.slice(at + 1)
}

/** The cells of a row; copies have gaps. */
function cells(customer: Customer, draw?: () => number): string[] {
  const { name, city, brand, trade, form, code, phone, email, address, contact } = customer
  const kept = (value: string, gaps: number): string => (draw !== undefined && draw() < gaps ? '' : value)
  return [
    name === '' ? `${city}${brand}${trade}${form}` : name,
    kept(code, 0.45),
    kept(phone, 0.25),
    kept(email, 0.4),
    kept(address, 0.3),
    kept(city, 0.1),
    kept(contact, 0.25),
  ]
}
