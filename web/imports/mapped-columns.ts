import type { ImportSummary, SalesField } from '@vitalfew/contract/imports.ts'

export interface MappedColumn {
  field: SalesField
  header: string
  confidence: number
  /** True where a person should look. */
  isUnsure: boolean
  factor: number
}

/** The recognised columns, with those to check marked. */
export function mappedColumns(summary: Pick<ImportSummary, 'mapping' | 'confidence' | 'units'>): MappedColumn[] {
  return fieldsOf(summary.mapping).flatMap((field) => {
    const header = summary.mapping[field]
    if (header === undefined) return []
    const confidence = summary.confidence[field] ?? 1
    return [{ field, header, confidence, isUnsure: confidence < 0.8, factor: summary.units[field] ?? 1 }]
  })
}

/** The cast holds because a mapping is validated: its keys are fields and nothing else. */
function fieldsOf(mapping: ImportSummary['mapping']): SalesField[] {
  return Object.keys(mapping) as SalesField[]
}
