export interface MappedColumn {
  field: string
  header: string
  confidence: number
  /** True where a person should look. */
  isUnsure: boolean
  factor: number
}

type Numbers = Readonly<Record<string, number>>

/** The recognised columns, with those to check marked. */
export function mappedColumns(summary: {
  mapping: Readonly<Record<string, string>>
  confidence: Numbers
  units: Numbers
}): MappedColumn[] {
  return Object.entries(summary.mapping).map(([field, header]) => {
    const confidence = summary.confidence[field] ?? 1
    return { field, header, confidence, isUnsure: confidence < 0.8, factor: summary.units[field] ?? 1 }
  })
}
