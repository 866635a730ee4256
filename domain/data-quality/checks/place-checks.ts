import type { ImportEvidence, LineCheck } from './line-check.ts'

const mostDays = 40
const isMonthOrder = ({ lines, daysOfMonth }: ImportEvidence): boolean =>
  lines >= mostDays && daysOfMonth < 2 ** 12 && bitCount(daysOfMonth) >= 6

function bitCount(bits: number): number {
  return [...bits.toString(2)].filter((bit) => bit === '1').length
}

/** What is wrong with days, and with what sales are sorted by. */
export const placeChecks: readonly LineCheck[] = [
  {
    name: 'futureDate',
    severity: 'high',
    condition: '(l.day > toDate32({today:String}))',
    fixes: ['exclude', 'set'],
  },
  {
    name: 'earlyDate',
    severity: 'high',
    condition: '(l.day < toDate32({earliest:String}))',
    fixes: ['exclude', 'set'],
  },
  // Days and months were taken for each other: no line is on a day that could not be a month.
  {
    name: 'dayMonthSwapped',
    severity: 'high',
    condition: '(toDayOfMonth(l.day) <= 12)',
    fixes: [],
    decides: isMonthOrder,
  },
  {
    name: 'productMissing',
    severity: 'medium',
    condition: "(l.product = '' AND l.product_name = '')",
    fixes: ['set'],
    applies: ({ withProduct }) => withProduct > 0,
    decides: ({ withProduct, lines }) => withProduct >= 0.5 * lines,
  },
  {
    name: 'ownerMissing',
    severity: 'medium',
    condition: "(l.salesperson = '')",
    fixes: ['set'],
    applies: ({ withOwner }) => withOwner > 0,
    decides: ({ withOwner, lines }) => withOwner >= 0.5 * lines,
  },
  {
    name: 'ownersAtOnce',
    severity: 'medium',
    isCostly: true,
    condition: '(cityHash64(l.customer_key, toYYYYMM(l.day)) IN (SELECT id FROM disputed_owner))',
    fixes: [],
    applies: ({ withOwner }) => withOwner > 0,
  },
  {
    name: 'spellingDrift',
    severity: 'medium',
    condition: `(l.region IN {regions:Array(String)} OR l.department IN {departments:Array(String)}
      OR l.channel IN {channels:Array(String)} OR l.category IN {categories:Array(String)}
      OR l.salesperson IN {salespeople:Array(String)} OR l.industry IN {industries:Array(String)})`,
    fixes: ['set'],
  },
]
