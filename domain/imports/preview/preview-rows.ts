import type { ImportPlan } from '@vitalfew/contract/api/imports.ts'
import type { SalesFilePlan } from '../plan-sales-file.ts'

type PreviewedPlan = Pick<SalesFilePlan, 'fixes' | 'source' | 'firstRow' | 'returnedColumns'>

const shownRows = 30

/** The first rows below the header, as they are read: with the corrections in them, which are named. */
export async function previewRows(plan: PreviewedPlan, signal?: AbortSignal): Promise<ImportPlan['preview']> {
  const shown: ImportPlan['preview'] = []
  const fixed = Map.groupBy(plan.fixes, ({ row }) => row)
  for await (const { rows, numbers } of plan.source.rows(signal)) {
    for (const [index, cells] of rows.entries()) {
      const row = numbers[index] ?? 0
      if (row < plan.firstRow) continue
      const columns = new Set((fixed.get(row) ?? []).map(({ column }) => column))
      shown.push({ row, cells: cells.slice(plan.returnedColumns), fixed: [...columns] })
      if (shown.length >= shownRows) return shown
    }
  }
  return shown
}
