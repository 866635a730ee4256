import type { ImportPlan } from '@vitalfew/contract/api/imports.ts'
import type { SalesField } from '@vitalfew/contract/imports.ts'

export interface MappingLine {
  field: SalesField
  header: string | null
  /** How sure the recognition is, 0..1; 1 where a person said so, null where there is no column. */
  confidence: number | null
  isNeeded: boolean
  isMissing: boolean
  isByHand: boolean
  samples: string[]
}

/** Every field of a sale, in the order in which a person checks them: what is needed, what was found, what is left. */
const order: Record<SalesField, number> = {
  customer: 0,
  customerName: 1,
  date: 2,
  amount: 3,
  orderNumber: 4,
  product: 5,
  productName: 6,
  category: 7,
  quantity: 8,
  unitPrice: 9,
  cost: 10,
  unitCost: 11,
  grossProfit: 12,
  discount: 13,
  currency: 14,
  salesperson: 15,
  region: 16,
  department: 17,
  channel: 18,
  industry: 19,
  orderStatus: 20,
  returnFlag: 21,
  parent: 22,
  creditCode: 23,
}

const needed: readonly SalesField[] = ['customer', 'date', 'amount']
const shownSamples = 3

export function prepareMapping(
  plan: Pick<ImportPlan, 'headers' | 'mapping' | 'confidence' | 'missing' | 'preview'>,
  byHand: Partial<Record<SalesField, string>>,
): { found: MappingLine[]; others: MappingLine[] } {
  const missing = new Set(plan.missing.map(({ field }) => field))
  const lines = fields().map((field) => {
    const header = byHand[field] ?? plan.mapping[field] ?? null
    return {
      field,
      header,
      confidence: header === null ? null : byHand[field] === undefined ? (plan.confidence[field] ?? null) : 1,
      isNeeded: needed.includes(field),
      isMissing: missing.has(field),
      isByHand: byHand[field] !== undefined,
      samples: header === null ? [] : samplesOf(header, plan),
    }
  })
  const isFound = ({ header, isNeeded, isMissing }: MappingLine) => header !== null || isNeeded || isMissing
  return { found: lines.filter(isFound), others: lines.filter((line) => !isFound(line)) }
}

/** The first values of a column that say something. */
export function samplesOf(header: string, plan: Pick<ImportPlan, 'headers' | 'preview'>): string[] {
  const column = plan.headers.indexOf(header)
  const values = plan.preview.map(({ cells }) => cells[column]?.trim() ?? '').filter((value) => value !== '')
  return [...new Set(values)].slice(0, shownSamples)
}

const isField = (name: string): name is SalesField => Object.hasOwn(order, name)

function fields(): SalesField[] {
  return Object.keys(order)
    .filter(isField)
    .toSorted((a, b) => order[a] - order[b])
}
