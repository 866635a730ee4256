const places = [
  '华东',
  '江南',
  '岭南',
  '北辰',
  '西川',
  '滨海',
  '中原',
  '湘江',
  '闽海',
  '关中',
  '松江',
  '太湖',
  '云岭',
  '长白',
  '淮南',
  '甘泉',
]
const words = [
  '恒信',
  '博远',
  '启明',
  '瑞丰',
  '天合',
  '同创',
  '维新',
  '嘉禾',
  '卓越',
  '宏图',
  '致远',
  '安泰',
  '鼎盛',
  '晨光',
  '联达',
  '盛世',
  '海纳',
  '立方',
  '金石',
]
const trades = [
  '机电',
  '医药',
  '精密制造',
  '新材料',
  '物流',
  '食品',
  '汽车零部件',
  '电子',
  '化工',
  '建材',
  '能源',
  '信息技术',
]
const forms = ['有限公司', '股份有限公司', '集团有限公司', '有限责任公司']

/** Names as they arrive from the world: one tries to run, one is Latin, one is long, one is short. */
const special = new Map([
  [3, `"><svg/onload=document.title='broken'>贸易有限公司`],
  [7, 'Northern Lights Instruments GmbH & Co. KG'],
  [11, '广西壮族自治区百色市田阳区农业机械化技术推广与综合服务有限责任公司第三分公司'],
  [16, '</script><script>document.title="broken"</script>'],
  [23, '永昌'],
  [31, "O'Brien & Søns $t(report.title) {{name}}"],
])

/** A made-up company name; the same number always has the same name. */
export function exampleName(index: number): string {
  const pick = (list: readonly string[], step: number) => list[Math.floor(index / step) % list.length] ?? ''
  const made = `${pick(places, 1)}${pick(words, 3)}${pick(trades, 2)}${pick(forms, 5)}`
  return special.get(index) ?? made
}
