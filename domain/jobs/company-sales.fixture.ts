/** What one account of the made-up company sold, told in a way that a test can add up. */
export interface MadeLine {
  readonly code: string
  readonly name: string
  readonly day: string
  readonly order: string
  readonly amount: number
  readonly cost: number
  readonly department: string
  readonly salesperson: string
  readonly region: string
  readonly product: string
}

const departments = ['华东部', '华南部', 'North']
const salespeople = ['孙小明', '李四', 'mia@firm.example', '']
const names = [
  '上海恒川机械',
  '重庆长安银行',
  'Delta "Quoted" Ltd',
  "O'Neil\\Sons",
  '=cmd|calc',
  '广州乐行',
  'ÅÄÖ Firma',
]

/** Sales of two years by so many accounts; always the same, with profits that appear in no other figure. */
export function madeLines(accounts: number): MadeLine[] {
  const lines: MadeLine[] = []
  for (let account = 0; account < accounts; account += 1) {
    const orders = 2 + ((account * 7) % 11)
    for (let order = 0; order < orders; order += 1) {
      const month = (order * (3 + (account % 4)) + account) % 24
      const amount = 1000 + ((account * 7919 + order * 104_729) % 900_000) / 100
      lines.push({
        code: `K${String(account).padStart(3, '0')}`,
        name: `${names[account % names.length] ?? ''}${account}`,
        day: `${2023 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-${String(1 + ((account + order) % 27)).padStart(2, '0')}`,
        order: `S${account}-${order}`,
        amount: Math.round(amount * 100) / 100,
        cost: Math.round(amount * (55.5 + (account % 9)) + 13) / 100,
        department: departments[(account + (order % 5 === 4 ? 1 : 0)) % 3] ?? '',
        salesperson: salespeople[account % 4] ?? '',
        region: ['华东', '华南', ''][account % 3] ?? '',
        product: `P${(account + order) % 6}`,
      })
    }
  }
  return lines
}

const headers = '客户编码,客户名称,订单日期,订单号,销售金额,成本,部门,业务员,区域,产品编码'

export function salesCsv(lines: readonly MadeLine[]): string {
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
  const rows = lines.map((line) =>
    [
      line.code,
      quoted(line.name),
      line.day,
      line.order,
      line.amount.toFixed(2),
      line.cost.toFixed(2),
      line.department,
      line.salesperson,
      line.region,
      line.product,
    ].join(','),
  )
  return `${headers}\n${rows.join('\n')}\n`
}
