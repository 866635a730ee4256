import type { Warehouse } from '@vitalfew/warehouse/connect.ts'
import { lineChecks } from '../checks/line-checks.ts'
import type { Finding } from '../finding.ts'
import type { KnownImport } from '../whole/import-findings.ts'
import type { EvaluatedLines, FoundInImport } from './evaluate-lines.ts'
import type { DataProfile } from './line-doubts.ts'
import { exampleLines } from './line-findings.query.ts'
import { lineProposals } from './line-proposals.ts'

const mostExamples = 5

/** What the checks of single lines found, each with its largest lines. */
export async function lineFindingsOf(
  warehouse: Warehouse,
  of: {
    readonly evaluated: EvaluatedLines
    readonly profile: DataProfile
    readonly imports: readonly KnownImport[]
  },
): Promise<Finding[]> {
  const examples = lineChecks.map(({ name }) => largestOf(of.evaluated.found.get(name) ?? []))
  const told = await tellLines(warehouse, { wanted: examples.flat(), imports: of.imports })
  return lineChecks.map(({ name, severity }, index): Finding => {
    const places = of.evaluated.found.get(name)
    return {
      check: name,
      severity,
      isApplicable: places !== null && places !== undefined,
      isListed: true,
      places: (places ?? []).map(({ importId, rows, amount }) => ({ importId, rows, amount })),
      examples: (examples[index] ?? []).map((line) => told.get(nameOf(line)) ?? ''),
      proposals: lineProposals(name, of.profile),
    }
  })
}

interface LineOfImport {
  readonly importId: number
  readonly row: number
}

function largestOf(places: readonly FoundInImport[]): LineOfImport[] {
  return places
    .flatMap(({ importId, largest }) => largest.map((line) => ({ ...line, importId })))
    .toSorted((a, b) => b.amount - a.amount || a.importId - b.importId || a.row - b.row)
    .slice(0, mostExamples)
}

/** Lines in the words of their file: where they stand, who, when and how much. */
async function tellLines(
  warehouse: Warehouse,
  { wanted, imports }: { readonly wanted: readonly LineOfImport[]; readonly imports: readonly KnownImport[] },
): Promise<Map<string, string>> {
  if (wanted.length === 0) return new Map()
  const lines = await warehouse.rows(exampleLines, {
    imports: [...new Set(wanted.map(({ importId }) => importId))],
    rows: [...new Set(wanted.map(({ row }) => row))],
  })
  const files = new Map(imports.map(({ id, summary }) => [id, summary.file]))
  return new Map(
    lines.map(({ importId, row, customer, day, amount }) => [
      nameOf({ importId, row }),
      `${files.get(importId) ?? ''}:${row} ${customer} ${day} ${amount}`,
    ]),
  )
}

function nameOf({ importId, row }: LineOfImport): string {
  return `${importId}:${row}`
}
