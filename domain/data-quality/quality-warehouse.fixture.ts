import type { ImportSummary } from '@vitalfew/contract/imports.ts'
import { isoFromDay } from '@vitalfew/methods/calendar/iso-from-day.ts'
import { dayFromIso } from '@vitalfew/methods/calendar/day-from-iso.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'

/** A line of sales as the tests say it; what is left out is the same in all. */
export interface PlantedLine {
  readonly day: string
  readonly customer: string
  readonly customerName: string
  readonly creditCode: string
  readonly kind: 'sale' | 'return' | 'cancelled'
  readonly netRevenue: number
  readonly quantity: number | null
  readonly orderNumber: string
  readonly product: string
  readonly productName: string
  readonly currency: string
  readonly salesperson: string
  readonly region: string
  readonly department: string
}

const usual: PlantedLine = {
  day: '2024-06-10',
  customer: 'C001',
  customerName: '远山食品有限公司',
  creditCode: '',
  kind: 'sale',
  netRevenue: 100,
  quantity: null,
  orderNumber: '',
  product: '',
  productName: '',
  currency: 'CNY',
  salesperson: '',
  region: '',
  department: '',
}

let rowsSoFar = 0

export function line(given: Partial<PlantedLine> = {}): PlantedLine {
  return { ...usual, ...given }
}

/** So many lines of twelve customers over 2024, in which nothing is doubtful. */
export function soundYear(lines = 120, given: Partial<PlantedLine> = {}): PlantedLine[] {
  const first = dayFromIso('2024-01-03')
  return Array.from({ length: lines }, (_, index) => {
    const customer = index % 12
    return line({
      day: isoFromDay(first + Math.floor((index * 360) / lines)),
      customer: `C1${String(customer).padStart(2, '0')}`,
      customerName: `${names[customer] ?? ''}有限公司`,
      netRevenue: 80 + ((index * 7) % 41) + index / 100,
      orderNumber: `S${index}`,
      ...given,
    })
  })
}

const names =
  '华清机电,东湖电子,南岭材料,北辰仪器,西溪软件,中泰化工,长河物流,高峰建设,金穗农业,银帆船舶,青禾种业,白石陶瓷'.split(
    ',',
  )

/** Adds lines as one import; they count once `declareImport` has said so. */
export async function plant(
  warehouse: Warehouse,
  { lines, importId = 1 }: { readonly lines: readonly PlantedLine[]; readonly importId?: number },
): Promise<void> {
  const rows = lines.map((item) => JSON.stringify({ ...item, row: (rowsSoFar += 1), importId }))
  await warehouse.insert(
    {
      name: 'plant-lines',
      sql: `INSERT INTO sales_line (import_id, row, customer_key, customer, customer_name, credit_code, day, kind, net_revenue,
          quantity, order_number, product, product_name, currency, salesperson, region, department)
        SELECT importId, row, cityHash64(customer), customer, customerName, creditCode, toDate32(day), kind, netRevenue,
          quantity, orderNumber, product, productName, currency, salesperson, region, department
        FROM input('importId UInt32, row UInt32, customer String, customerName String, creditCode String, day String,
          kind String, netRevenue Decimal(18, 6), quantity Nullable(Decimal(18, 6)), orderNumber String, product String,
          productName String, currency String, salesperson String, region String, department String')
        FORMAT JSONEachRow`,
    },
    Buffer.from(rows.join('\n')),
  )
}

export function summaryOf(given: Partial<ImportSummary> = {}): ImportSummary {
  return {
    file: 'lines.csv',
    encoding: 'utf-8',
    sheet: null,
    rows: 1,
    accepted: 1,
    rejected: 0,
    setAside: 0,
    mapping: { customer: '客户', date: '日期', amount: '金额' },
    confidence: {},
    units: {},
    dateOrder: 'ymd',
    dropDuplicates: false,
    leftOut: [],
    unusedHeaders: [],
    ...given,
  }
}
