import type { ImportPlan } from '@vitalfew/contract/api/imports.ts'

export interface MappingLine {
  field: string
  header: string | null
  /** How sure the recognition is, 0..1; 1 where a person said so, null where there is no column. */
  confidence: number | null
  isNeeded: boolean
  isMissing: boolean
  isByHand: boolean
  samples: string[]
}

const shownSamples = 3

/** Every field of the kind in its order: what is needed or was found, and what is left. */
export function prepareMapping(
  plan: Pick<ImportPlan, 'fields' | 'headers' | 'mapping' | 'confidence' | 'missing' | 'preview'>,
  byHand: Readonly<Record<string, string>>,
): { found: MappingLine[]; others: MappingLine[] } {
  const missing = new Set(plan.missing.map(({ field }) => field))
  const lines = plan.fields.map(({ field, isNeeded }) => {
    const header = byHand[field] ?? plan.mapping[field] ?? null
    return {
      field,
      header,
      confidence: header === null ? null : byHand[field] === undefined ? (plan.confidence[field] ?? null) : 1,
      isNeeded,
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
