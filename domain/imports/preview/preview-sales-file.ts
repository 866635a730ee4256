import type { ImportPlan } from '@vitalfew/contract/api/imports.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { planSalesFile, type PlanRequest, type SalesFilePlan } from '../plan-sales-file.ts'
import { previewRows } from './preview-rows.ts'
import { tryRows } from './try-rows.ts'
import { checkedFields } from './checked-fields.ts'
import { shownSource } from './shown-source.ts'
import { undecidedTable } from './undecided-table.ts'

/** What can be told of a file without knowing what else was imported. */
export type FilePreview = Omit<ImportPlan, 'sameAs'>

export interface PreviewSalesFile extends PlanRequest {
  readonly dropDuplicates: boolean
}

/**
 * How a file would be read and what would become of its rows, for a person to look at and to put right. A table in which
 * a needed column was not found is shown all the same, so that the column can be named.
 *
 * @throws ProductError `input.*`, `mapping.headerNotFound`, `import.fixColumn`
 */
export async function previewSalesFile(request: PreviewSalesFile): Promise<FilePreview> {
  try {
    const plan = await planSalesFile(request)
    const tried = await tryRows(plan, request)
    return { ...described(plan), ...tried, unread: [], preview: await previewRows(plan, request.signal), missing: [] }
  } catch (cause) {
    if (cause instanceof ProductError && cause.code === 'mapping.fieldMissing') return undecidedTable(request)
    throw cause
  }
}

function described(plan: SalesFilePlan) {
  const { source, mapping, confidence, units, headers } = plan
  return {
    kind: 'sales' as const,
    fields: checkedFields,
    file: plan.file,
    ...shownSource(source),
    headerRow: plan.headerRow,
    headers: headers.slice(plan.returnedColumns),
    mapping: { ...mapping },
    confidence: { ...confidence },
    units: { ...units },
    unusedHeaders: plan.unusedHeaders.filter((header) => headers.indexOf(header) >= plan.returnedColumns),
    dateOrder: plan.dateStyle.order,
  }
}
