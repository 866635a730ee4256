import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ImportReport } from '@vitalfew/contract/import-log.ts'
import type { ImportKind } from '@vitalfew/contract/record-kinds.ts'
import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { defineQuery } from '@vitalfew/warehouse/query.ts'
import { z } from 'zod'
import { currentSalesImports } from '../commit/import-sales-files.ts'
import { importRecords } from './import-records.ts'
import { importSales } from './import-sales.ts'
import type { IntakeRequest } from './intake-request.ts'

type Given = Partial<Omit<IntakeRequest, 'paths'>> & { readonly kind?: ImportKind }

/** A folder whose files are taken into a warehouse. */
export function intakeFolder(warehouse: () => Warehouse) {
  const folder = mkdtempSync(join(tmpdir(), 'intake 导入 '))
  const defaults = {
    source: 'erp',
    settings: {},
    origin: null,
    acceptDrift: false,
    isPreview: false,
    locale: 'en',
  } as const
  const takeFile = (path: string, { kind = 'sales', ...given }: Given = {}): Promise<ImportReport> => {
    const request = { ...defaults, ...given, paths: [path] }
    return kind === 'sales' ? importSales(warehouse(), request) : importRecords(warehouse(), { ...request, kind })
  }
  return {
    take: (name: string, content: string, given?: Given): Promise<ImportReport> => {
      const path = join(folder, name)
      writeFileSync(path, content)
      return takeFile(path, given)
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

const countedSales = defineQuery({
  name: 'counted-sales',
  parameters: z.object({ imports: z.array(z.int()) }),
  row: z.object({ line: z.string() }),
  sql: `
SELECT concat(customer, ' ', toString(day), ' ', toString(net_revenue), ' ', ifNull(toString(gross_profit), '-'), ' ', currency) AS line
FROM sales_line
WHERE import_id IN {imports:Array(UInt32)}
ORDER BY day, customer, net_revenue
`,
})

/** The sales that count now, in few words: customer, day, revenue, profit, currency. */
export async function salesThatCount(warehouse: Warehouse): Promise<string[]> {
  const imports = (await currentSalesImports(warehouse)).map(({ id }) => id)
  return (await warehouse.rows(countedSales, { imports })).map(({ line }) => line)
}
