import fc from 'fast-check'

// Tables as exports have them: mostly plain rows, with everything among them that makes a cell mean something else.

export const header = ['客户名称', '订单日期', '金额', '成本', '数量', '产品', '订单号', '订单状态']

const oddText = fc.constantFrom(
  '上海（集团）有限公司',
  ' 两端有空格 ',
  '无',
  'N/A',
  '-',
  '合计',
  '合 计',
  '合計',
  'Ｎ／Ａ',
  '中国设计院',
  '計算機',
  "'=1+1",
  '=1+1',
  '="00123"',
  "O'Brien",
  '\u200B隐形',
  '全角　空格',
  '　',
  '17850.0',
  '17850.00',
  '1.50',
  '00123',
  'Total Tools Ltd',
  'Grand Total',
  'sum',
  'Summe',
  '“引号”',
  'a',
  'É',
  'Жук',
  '（空）',
  '(blank)',
  'NULL',
  '#DIV/0!',
  '？？',
  '未知',
  'x\u00A0',
  '\tx',
  'x\u0000y',
  '5" 管',
  '"引"',
  '两\n行',
  '甲\r\n乙',
  'a\rb',
  'x'.repeat(127),
  '长'.repeat(43),
  'x'.repeat(20_000),
  '😀',
  'ﬁn',
  '⽆',
)
const oddDay = fc.constantFrom(
  '2024-02-30',
  '2024-02-29',
  '2024-2-5',
  '2024/03/05',
  '2024-03-05 08:30:00',
  '2024-03-05T23:59',
  '2024-03-05 24:00:00',
  '2024-03-05 25:00',
  '2024-03-05 08:30:00.123',
  '2024-03-05 08:30:61',
  '2024-03-05T08:30:00Z',
  ' 2024-03-05',
  '',
  '20240305',
  '45356',
  '1969-12-31',
  '1970-01-01',
  '2099-12-31',
  '2100-01-01',
  '0024-01-01',
  '2024年3月5日',
  '2024-13-01',
  '2024-00-01',
  '2024-01-00',
  '2023-02-29',
  '2024-0a-01',
)
const oddAmount = fc.constantFrom(
  '',
  '1,234.50',
  '(500.00)',
  '1e5',
  '+5',
  '5.',
  '.5',
  '-.5',
  '-',
  '12.3456789',
  '-0',
  '-0.00',
  '9007199254.740992',
  '9007199254.740991',
  '-9007199254.740993',
  '9000000000000',
  '9000000000001',
  '-9000000000000',
  '99999999999999999999',
  '0.000001',
  '1.2.3',
  '1.2万',
  '￥10',
  'abc',
  'N/A',
  '0.0000001',
  '-12.345678',
  '0x10',
  'inf',
  'nan',
  ' 7 ',
  '--5',
  '12-',
)

const mostly = (plain: fc.Arbitrary<string>, odd: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof({ weight: 24, arbitrary: plain }, { weight: 1, arbitrary: odd })

const row = fc.tuple(
  mostly(
    fc.integer({ min: 1, max: 5 }).map((n) => `客户${n}`),
    oddText,
  ),
  mostly(
    fc.integer({ min: 0, max: 3 }).map((n) => new Date(Date.UTC(2024, 1, 27 + n)).toISOString().slice(0, 10)),
    oddDay,
  ),
  mostly(
    fc.integer({ min: -99_999, max: 9_999_999 }).map((n) => (n / 100).toFixed(2)),
    oddAmount,
  ),
  mostly(
    fc.integer({ min: 0, max: 99_999 }).map((n) => String(n / 10)),
    oddAmount,
  ),
  mostly(fc.integer({ min: 1, max: 99 }).map(String), oddAmount),
  mostly(fc.constantFrom('P1', 'P2', '', '阀门, 大'), oddText),
  mostly(
    fc.integer({ min: 1, max: 4 }).map((n) => `SO-${n}`),
    oddText,
  ),
  mostly(fc.constantFrom('已完成', '已完成', ''), fc.constantFrom('已取消', '退货', 'returned')),
)

const quoted = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const written = row.map((cells) => cells.map(quoted).join(','))
const strayLine = fc.constantFrom(
  '',
  ',,,,,,,',
  '合计,,12.50,,,,,',
  '客户1,2024-02-28,5.00',
  '客户1,2024-02-28,5.00,1,1,P1,SO-1,已完成,6.00',
  '客户1,2024-02-28,5.00,1,1,P1,SO-1,已完成,',
  '"客户1" ,2024-02-28,5.00,1,1,P1,SO-1,已完成',
  ' "客户1",2024-02-28,5.00,1,1,P1,SO-1,已完成',
  '"客户1,2024-02-28,5.00,1,1,P1,SO-1,已完成',
  '客户1,2024-02-28,5.00,1,1,5" 管,SO-1,已完成',
  '客户1,2024-02-28,5.00,1,1,"P1"x,SO-1,已完成',
  '客户1;2024-02-28;5.00;1;1;P1;SO-1;已完成',
  '"客户1"，2024-02-28，5.00，1，1，P1，SO-1，已完成',
  '客户1,2024-02-28,5.00,1,1,P1,SO-1,已完成\r客户2,2024-02-28,5.00,1,1,P1,SO-1,已完成',
  '客户1,2024-02-28,5.00,1,1,P1,SO-1,"已完成"\r"客户2",2024-02-28,5.00,1,1,P1,SO-1,已完成\r合计',
  '客户1,2024-02-28,5.00,1,1,P1,SO-1,已\r完成',
  '制表人:张三',
  header.join(','),
)

/** Enough for the planning of a file to know what its columns are. */
const plainRows = Array.from(
  { length: 12 },
  (_, n) => `客户${n % 5},2024-02-${15 + n},${n + 10}.50,${n}.25,${1 + (n % 9)},P${n % 7},SO-${n},已完成`,
)

export interface OddTable {
  readonly rows: readonly string[]
  readonly lineEnd: string
  readonly isClosed: boolean
}

export const oddTable: fc.Arbitrary<OddTable> = fc.record({
  rows: fc.array(fc.oneof({ weight: 30, arbitrary: written }, { weight: 1, arbitrary: strayLine }), {
    minLength: 1,
    maxLength: 60,
    size: 'max',
  }),
  lineEnd: fc.constantFrom('\n', '\n', '\r\n'),
  isClosed: fc.boolean(),
})

export function tableText(names: readonly string[], { rows, lineEnd, isClosed }: OddTable): string {
  return [names.join(','), ...plainRows, ...rows].join(lineEnd) + (isClosed ? lineEnd : '')
}
